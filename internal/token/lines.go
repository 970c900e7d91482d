package token

import (
	"strings"

	"sitrep/internal/lang"
)

// lineTable is what is known of lines that are no prose, in lower case.
type lineTable struct {
	whole  map[string]bool
	begins map[string][]string // by their first word
	seen   int                 // bytes of the longest entry
}

func newLineTable(l lang.Language) (*lineTable, error) {
	t := &lineTable{whole: map[string]bool{}, begins: map[string][]string{}}
	rows, err := l.Table("lines.tsv", 2)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		text := strings.ToLower(r.Field(0))
		t.seen = max(t.seen, len(text))
		switch r.Field(1) {
		case "line":
			t.whole[text] = true
		case "begins":
			first, _, _ := strings.Cut(text, " ")
			t.begins[first] = append(t.begins[first], text)
		default:
			return nil, tableFault("lines.tsv", r, "the class is none of line, begins")
		}
	}
	return t, nil
}

// boilerplate reports whether a line of the given number of tokens is no part of
// what is reported.
func (t *lineTable) boilerplate(line string, tokens int) bool {
	if tokens > 24 {
		return false
	}
	low := strings.ToLower(line[:min(len(line), t.seen+16)])
	if len(line) <= t.seen+16 && t.whole[strings.Trim(low, " \t.:…>»|-–—·[]()*")] {
		return true
	}
	first, _, _ := strings.Cut(low, " ")
	for _, b := range t.begins[first] {
		if strings.HasPrefix(low, b) {
			return true
		}
	}
	return false
}
