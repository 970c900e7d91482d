// Package export writes the events of readings in forms that other programs read:
// PLOVER records as JSON Lines, a flat table for spreadsheets, and the columns of
// GDELT's event files. In each the statement that an event hangs from, its source
// and its chain go along in extra, named columns.
package export

import (
	"bufio"
	"io"
	"iter"
	"strings"

	"sitrep/internal/fault"
	"sitrep/record"
)

// formats are the names of the formats.
var formats = [...]string{"plover", "csv", "gdelt"}

// Formats gives the names of the formats.
func Formats() []string { return formats[:] }

// Write writes the events of all readings and gives their number.
func Write(w io.Writer, format string, readings iter.Seq2[*record.Reading, error]) (int, error) {
	out := bufio.NewWriter(w)
	var write func(*record.Reading, *record.Event) error
	switch format {
	case "plover":
		write = ploverWriter(out)
	case "csv":
		write = csvWriter(out)
	case "gdelt":
		write = gdeltWriter(out)
	default:
		return 0, fault.New(fault.Usage, "export.Write", format, nil).Hinted("the formats are " + strings.Join(Formats(), ", "))
	}
	n := 0
	for r, err := range readings {
		if err != nil {
			return n, err
		}
		for i := range r.Events {
			if err := write(r, &r.Events[i]); err != nil {
				return n, fault.New(fault.Other, "export.Write", string(r.Events[i].ID), err)
			}
			n++
		}
	}
	if err := out.Flush(); err != nil {
		return n, fault.New(fault.Full, "export.Write", format, err)
	}
	return n, nil
}

// quad gives PLOVER's quad of a type: 1 verbal cooperation, 2 material
// cooperation, 3 verbal conflict, 4 material conflict.
func quad(kind string) int {
	switch kind {
	case "AGREE", "CONSULT", "SUPPORT", "CONCEDE":
		return 1
	case "COOPERATE", "AID", "RETREAT":
		return 2
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return 3
	}
	return 4
}

// scale gives PLOVER's score of a type and mode.
func scale(kind, mode string) float64 {
	switch kind {
	case "AGREE", "CONSULT":
		return 2.5
	case "SUPPORT":
		return 5
	case "CONCEDE":
		return 4.5
	case "COOPERATE":
		return 9.5
	case "AID":
		return 10
	case "RETREAT":
		if mode == "ceasefire" {
			return 7.5
		}
		return 6.5
	case "REQUEST":
		return 0
	case "ACCUSE":
		if mode == "allege" || mode == "investigate" {
			return -3.5
		}
		return -2
	case "REJECT":
		return -2
	case "THREATEN":
		return -3.5
	case "PROTEST":
		return -5
	case "SANCTION":
		return -6
	case "MOBILIZE":
		return -5.5
	case "COERCE":
		return -7
	}
	return -9
}

// day gives an event's day as YYYY-MM-DD and the last one of its stretch where it
// has one. An event without a day of its own has the report's.
func day(r *record.Reading, e *record.Event) (from, to string) {
	from, to = string(e.Date.From), string(e.Date.To)
	if len(from) < 10 {
		from, to = string(r.Report.Published.Value), ""
	}
	if len(from) < 10 {
		from = string(r.Report.Published.From)
	}
	if len(from) > 10 {
		from = from[:10]
	}
	if len(to) < 10 || to[:10] == from {
		return from, ""
	}
	return from, to[:10]
}

// said is the statement that an event hangs from, as the extra columns give it.
type said struct {
	ID, Source, Code, Kind, Channel, Chain string
}

func saidBy(r *record.Reading, e *record.Event) said {
	st := r.Statement(e.Statement)
	if st == nil {
		return said{Kind: string(record.OwnVoice), Source: r.Report.Outlet}
	}
	s := said{ID: string(st.ID), Source: st.Source.Name, Code: st.Source.Code, Kind: string(st.Source.Kind), Channel: string(st.Channel)}
	if s.Source == "" {
		s.Source = st.Source.Text
	}
	var chain []string
	for _, h := range st.Chain {
		switch up := r.Statement(h.Statement); {
		case h.Outlet != "":
			chain = append(chain, h.Outlet)
		case up != nil && up.Source.Name != "":
			chain = append(chain, up.Source.Name)
		case up != nil:
			chain = append(chain, up.Source.Text)
		}
	}
	s.Chain = strings.Join(chain, " < ")
	return s
}

// place finds an event's place, or nil.
func place(r *record.Reading, e *record.Event) *record.Place {
	for i := range r.Places {
		if r.Places[i].ID == e.Place && e.Place != "" {
			return &r.Places[i]
		}
	}
	return nil
}

// size gives the numbers of dead, injured and arrested that are linked to an
// event; nil where none is told.
func size(r *record.Reading, e *record.Event) (dead, injured, arrested *float64) {
	for _, id := range e.Figures {
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.ID != id {
				continue
			}
			v := f.Value
			if v == nil {
				v = f.Low
			}
			switch f.Measure {
			case "killed":
				dead = v
			case "injured":
				injured = v
			case "captured", "arrested":
				arrested = v
			}
		}
	}
	return dead, injured, arrested
}

// sentence gives the sentence in which an event stands.
func sentence(r *record.Reading, e *record.Event) (index int, text string) {
	for i, s := range r.Sentences {
		if s.Start <= e.Span.Start && e.Span.Start < s.End && s.End <= len(r.Text) {
			return i, r.Text[s.Start:s.End]
		}
	}
	return 0, e.Span.Text
}

// code parts a PLOVER code: the country, "" where it is not known, and the
// sectors joined as they stand.
func code(c string) (country string, sectors []string) {
	f := strings.Fields(c)
	if len(f) == 0 {
		return "", nil
	}
	if f[0] != "---" {
		country = f[0]
	}
	return country, f[1:]
}
