package cli

import (
	"fmt"
	"io"
	"strings"

	"sitrep/internal/glossary"
	"sitrep/record"
)

// viewWidth is where the text view wraps its lines: what a terminal and a mail
// show without scrolling.
const viewWidth = 96

// viewText prints a report with its marks and, below it, its record.
func viewText(w io.Writer, r *record.Reading, colour bool) {
	head := dotted(r.Report.Title, r.Report.Outlet, published(&r.Report))
	if head == "" {
		head = string(r.Report.ID)
	}
	fmt.Fprintln(w, bold(strings.Map(plain, oneLine(head)), colour))
	if r.Report.Unread != "" {
		fmt.Fprintf(w, "\nNot read: %s.\n\n", r.Report.Unread)
		writeMarked(w, r, colour, viewWidth)
		return
	}
	fmt.Fprintf(w, "%s\n\n", legend(colour))
	writeMarked(w, r, colour, viewWidth)
	viewRecord(w, r, colour)
}

func published(r *record.Report) string {
	if r.Published.Value == "" {
		return ""
	}
	s := string(r.Published.Value)
	if r.Published.Basis == record.Inferred {
		s += " (inferred: " + r.Published.Why + ")"
	}
	return s
}

// headings of the kinds of record, in the order of viewRows.
var headings = map[string]string{"statement": "Statements", "position": "Positions", "figure": "Figures", "event": "Events",
	"line": "Line", "time": "Times", "place": "Places", "actor": "Actors", "conflict": "Conflicts"}

// viewRecord prints the record as a list: the words as they stand, what was read
// from them, and the rule.
func viewRecord(w io.Writer, r *record.Reading, colour bool) {
	kind := ""
	n := 0
	for _, row := range gathered(viewRows(r, glossary.New()), "place") {
		if row.kind != kind {
			kind, n = row.kind, 0
			fmt.Fprintf(w, "\n%s\n", bold(headings[kind], colour))
		}
		n++
		var parts []string
		if row.who != "" {
			parts = append(parts, row.who)
		}
		parts = append(parts, row.what)
		if row.kind != "statement" && row.kind != "actor" && row.span.Text != "" {
			parts = append(parts, "“"+row.span.Text+"”")
		}
		line := fmt.Sprintf("%3d  %s", n, oneLine(strings.Join(parts, ": ")))
		wr := newWrapper(w, viewWidth)
		wr.hang = 5
		wr.text(line)
		if row.rule != "" {
			wr.text(" ")
			if colour {
				wr.code("\x1b[2m")
			}
			wr.text("(" + row.rule + ")")
			if colour {
				wr.code("\x1b[0m")
			}
		}
		wr.end()
	}
}

func bold(s string, colour bool) string {
	if !colour || s == "" {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

// oneLine makes every run of white space one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
