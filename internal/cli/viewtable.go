package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"sitrep/internal/glossary"
	"sitrep/record"
)

// viewTable prints one row a record: columns lined up for a person, parted by
// tabs for a program.
type viewTable struct {
	out     io.Writer
	aligned bool
	begun   bool
}

// print adds a reading's records.
func (t *viewTable) print(r *record.Reading) error {
	w := t.out
	var tw *tabwriter.Writer
	if t.aligned {
		tw = tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
		w = tw
	}
	if !t.begun {
		t.begun = true
		fmt.Fprintln(w, "report\tkind\tstart\tend\twho\twhat\twords\trule")
	}
	if r.Report.Unread != "" {
		fmt.Fprintf(w, "%s\tunread\t\t\t\t%s\t\t\n", r.Report.ID, t.cell(r.Report.Unread))
	}
	for _, row := range viewRows(r, glossary.New()) {
		start, end := fmt.Sprint(row.span.Start), fmt.Sprint(row.span.End)
		if row.span.End <= row.span.Start {
			start, end = "", ""
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.Report.ID, row.kind, start, end, t.cell(row.who), t.cell(row.what), t.cell(row.span.Text), row.rule)
	}
	if tw != nil {
		return tw.Flush()
	}
	return nil
}

// widestCell is how much of a cell a person is shown.
const widestCell = 60

// cell makes a text fit one cell.
func (t *viewTable) cell(s string) string {
	s = strings.Map(plain, oneLine(s))
	if r := []rune(s); t.aligned && len(r) > widestCell {
		return string(r[:widestCell-1]) + "…"
	}
	return s
}
