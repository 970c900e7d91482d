// Package lang says what a language must supply to be read: a code, tables that
// a domain expert can mend, and trained models. internal/lang/en supplies
// English. Nothing here or above names a language by itself.
package lang

import (
	"bufio"
	"bytes"
	"io/fs"
	"strconv"
	"strings"

	"sitrep/internal/fault"
)

// Language is all that is known about one language.
type Language struct {
	Code   string // ISO 639-1, "en"
	Tables fs.FS  // NAME.tsv: readable tables, each with source and licence on top
	Models fs.FS  // NAME.bin: trained models
}

// Holder is a folder of models that lie in memory already.
type Holder interface {
	// Held gives a file where it lies; its bytes must not be written to.
	Held(name string) (data []byte, ok bool)
}

// Model reads a model; its bytes must not be written to.
func (l Language) Model(name string) ([]byte, error) {
	if l.Models == nil {
		return nil, fault.New(fault.NotFound, "lang.Model", name, nil)
	}
	if h, ok := l.Models.(Holder); ok {
		if b, ok := h.Held(name); ok {
			return b, nil
		}
	}
	b, err := fs.ReadFile(l.Models, name)
	if err != nil {
		return nil, fault.New(fault.NotFound, "lang.Model", name, err)
	}
	return b, nil
}

// Row is one line of a table, cut at tabs; Line counts from 1.
type Row struct {
	Line   int
	Fields []string
}

// Field gives the i-th field without surrounding space, "" when absent.
func (r Row) Field(i int) string {
	if i < len(r.Fields) {
		return strings.TrimSpace(r.Fields[i])
	}
	return ""
}

// Table reads a table: lines of fields parted by tabs. Lines that begin with #
// and empty lines are left out. A table must have at least want fields a row;
// one that has fewer is refused with its file and line.
func (l Language) Table(name string, want int) ([]Row, error) {
	data, err := fs.ReadFile(l.Tables, name)
	if err != nil {
		return nil, fault.New(fault.NotFound, "lang.Table", name, err)
	}
	return ParseTable(name, data, want)
}

// ParseTable reads a table from its text; see Table. It serves users' own tables.
func ParseTable(name string, data []byte, want int) ([]Row, error) {
	var rows []Row
	sc := bufio.NewScanner(bytes.NewReader(data))
	sc.Buffer(make([]byte, 0, 64<<10), 4<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) < want {
			return nil, fault.New(fault.Invalid, "lang.ParseTable", name+", line "+strconv.Itoa(n), nil).
				Hinted("give the row " + strconv.Itoa(want) + " fields parted by tabs")
		}
		rows = append(rows, Row{Line: n, Fields: fields})
	}
	if err := sc.Err(); err != nil {
		return nil, fault.New(fault.Invalid, "lang.ParseTable", name, err)
	}
	return rows, nil
}
