// Package glossary explains every label that a person sees in plain words. The
// words stand in labels.tsv; a test fails when a label of the record has none.
package glossary

import (
	_ "embed"
	"strings"
)

//go:embed labels.tsv
var table string

// Entry is what the glossary says of one label.
type Entry struct {
	Short string // as it stands beside a record: "more than"
	Long  string // a sentence that explains it
}

// Glossary looks labels up. The zero value knows none.
type Glossary struct {
	entries map[string]Entry
	groups  map[string][]Entry // in the table's order
}

// New reads the embedded table.
func New() *Glossary {
	g := &Glossary{entries: map[string]Entry{}, groups: map[string][]Entry{}}
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) < 4 || strings.HasPrefix(line, "#") {
			continue
		}
		e := Entry{Short: f[2], Long: f[3]}
		g.entries[f[0]+"\t"+f[1]] = e
		g.groups[f[0]] = append(g.groups[f[0]], e)
	}
	return g
}

// Find gives the entry of a label: group is "channel", "modality", "bound", …
func (g *Glossary) Find(group, label string) (Entry, bool) {
	e, ok := g.entries[group+"\t"+label]
	return e, ok
}

// Short gives the short words for a label, or the label itself with its
// underlines as spaces when the glossary lacks it: nothing is hidden.
func (g *Glossary) Short(group, label string) string {
	if e, ok := g.Find(group, label); ok {
		return e.Short
	}
	return strings.ReplaceAll(label, "_", " ")
}

// Long gives the explaining sentence, "" when the glossary has none.
func (g *Glossary) Long(group, label string) string {
	e, _ := g.Find(group, label)
	return e.Long
}

// Group gives all entries of a group, in the table's order.
func (g *Glossary) Group(group string) []Entry { return g.groups[group] }
