package score

import (
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sitrep/internal/fault"
)

// Text is a text without marks, by the name of its file.
type Text struct{ File, Text string }

// ReadTexts reads the .txt and .tml files of a folder, in the order of their
// names; of the latter (TimeML) the text alone.
func ReadTexts(dir string) ([]Text, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.ReadTexts", dir, err)
	}
	var out []Text
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || !strings.HasSuffix(name, ".txt") && !strings.HasSuffix(name, ".tml") {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, fault.New(fault.Other, "score.ReadTexts", name, err)
		}
		t := Text{File: name, Text: string(b)}
		if strings.HasSuffix(name, ".tml") {
			t.Text = parseTimeML(name, t.Text).text
		}
		out = append(out, t)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].File < out[j].File })
	return out, nil
}
