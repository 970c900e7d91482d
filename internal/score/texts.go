package score

import (
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"sitrep/internal/fault"
)

// Text is a text without marks. ID is the name of its file, or the number of its
// row, counted from 1, in a table.
type Text struct{ ID, Text string }

// ReadTexts reads the .txt and .tml files of a folder in the order of their
// names (of TimeML the text alone), or the column "sentence" or "text" of a table
// (.tsv, .csv).
func ReadTexts(path string) ([]Text, error) {
	if ext := filepath.Ext(path); ext == ".tsv" || ext == ".csv" {
		return tableTexts(path, ext)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.ReadTexts", path, err)
	}
	var out []Text
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || !strings.HasSuffix(name, ".txt") && !strings.HasSuffix(name, ".tml") {
			continue
		}
		b, err := os.ReadFile(filepath.Join(path, name))
		if err != nil {
			return nil, fault.New(fault.Other, "score.ReadTexts", name, err)
		}
		t := Text{ID: name, Text: string(b)}
		if strings.HasSuffix(name, ".tml") {
			t.Text = parseTimeML(name, t.Text).text
		}
		out = append(out, t)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out, nil
}

func tableTexts(path, ext string) ([]Text, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.ReadTexts", path, err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	if ext == ".tsv" {
		r.Comma = '\t'
	}
	column := -1
	var out []Text
	for n := 0; ; n++ {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fault.New(fault.Invalid, "score.ReadTexts", path, err)
		}
		if n == 0 {
			for i, name := range row {
				if column < 0 && (name == "sentence" || name == "text") {
					column = i
				}
			}
			continue
		}
		if column >= 0 && column < len(row) {
			out = append(out, Text{ID: strconv.Itoa(n), Text: row[column]})
		}
	}
}
