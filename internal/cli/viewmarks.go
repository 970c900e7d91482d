package cli

import (
	"io"
	"slices"
	"strings"
	"unicode"

	"sitrep/record"
)

// mark is a kind of stretch that the text view sets apart.
type mark struct {
	name, open, shut string
	colour           string // an SGR code
}

// viewMarks are the kinds of mark, from the outermost to the innermost.
var viewMarks = [...]mark{
	{"content", "[", "]", "4"},
	{"source", "{", "}", "1;36"},
	{"cue", "<", ">", "33"},
	{"figure", "#", "#", "35"},
	{"time", "@", "@", "34"},
	{"place", "^", "^", "32"},
}

const (
	contentMark = iota
	sourceMark
	cueMark
	figureMark
	timeMark
	placeMark
)

// stretch is a span with its mark.
type stretch struct {
	start, end, mark int
}

// stretches gives what is to be marked, merged where spans of one kind meet or
// overlap, in text order, outer ones first.
func stretches(r *record.Reading) []stretch {
	var list []stretch
	add := func(s record.Span, mark int) {
		if s.End > s.Start && s.Start >= 0 && s.End <= len(r.Text) {
			list = append(list, stretch{s.Start, s.End, mark})
		}
	}
	for _, s := range r.Statements {
		if s.Source.Kind != record.OwnVoice {
			for _, c := range s.Content {
				add(c, contentMark)
			}
		}
		add(s.Source.Span, sourceMark)
		if s.Cue != nil {
			add(*s.Cue, cueMark)
		}
	}
	for _, f := range r.Figures {
		add(f.Span, figureMark)
	}
	for _, t := range r.Times {
		add(t.Span, timeMark)
	}
	for _, p := range r.Places {
		add(p.Span, placeMark)
	}
	slices.SortFunc(list, func(a, b stretch) int {
		if a.mark != b.mark {
			return a.mark - b.mark
		}
		return a.start - b.start
	})
	merged := list[:0]
	for _, s := range list {
		if n := len(merged); n > 0 && merged[n-1].mark == s.mark && s.start < merged[n-1].end {
			merged[n-1].end = max(merged[n-1].end, s.end)
			continue
		}
		merged = append(merged, s)
	}
	slices.SortFunc(merged, func(a, b stretch) int {
		if a.start != b.start {
			return a.start - b.start
		}
		if a.end != b.end {
			return b.end - a.end
		}
		return a.mark - b.mark
	})
	return merged
}

// edge is where a mark begins or ends.
type edge struct {
	at, mark int
	open     bool
	far      int // the other end
}

// edges gives the ends of all stretches in the order in which they are printed:
// at one place first what ends, the latest begun first, then what begins.
func edges(list []stretch) []edge {
	var out []edge
	for _, s := range list {
		out = append(out, edge{s.start, s.mark, true, s.end}, edge{s.end, s.mark, false, s.start})
	}
	slices.SortStableFunc(out, func(a, b edge) int {
		switch {
		case a.at != b.at:
			return a.at - b.at
		case a.open != b.open:
			if a.open {
				return 1
			}
			return -1
		case a.far != b.far:
			return b.far - a.far
		case a.open:
			return a.mark - b.mark
		}
		return b.mark - a.mark
	})
	return out
}

// writeMarked writes a reading's text with its marks, wrapped.
func writeMarked(w io.Writer, r *record.Reading, colour bool, width int) {
	wr := newWrapper(w, width)
	var open [len(viewMarks)]int
	at := 0
	for _, e := range edges(stretches(r)) {
		wr.text(r.Text[at:e.at])
		at = e.at
		if e.open {
			open[e.mark]++
		} else {
			open[e.mark]--
		}
		switch {
		case colour:
			wr.code(sgr(open[:]))
		case e.open:
			wr.text(viewMarks[e.mark].open)
		default:
			wr.text(viewMarks[e.mark].shut)
		}
	}
	wr.text(r.Text[at:])
	wr.end()
}

// sgr gives the escape sequence for the marks that are open.
func sgr(open []int) string {
	codes := "0"
	for i, n := range open {
		if n > 0 {
			codes += ";" + viewMarks[i].colour
		}
	}
	return "\x1b[" + codes + "m"
}

// legend explains the marks in one line.
func legend(colour bool) string {
	var parts []string
	for _, i := range []int{sourceMark, cueMark, contentMark, figureMark, timeMark, placeMark} {
		m := viewMarks[i]
		if colour {
			parts = append(parts, "\x1b["+m.colour+"m"+m.name+"\x1b[0m")
		} else {
			parts = append(parts, m.open+m.name+m.shut)
		}
	}
	return strings.Join(parts, "  ")
}

// plain makes a report's words safe to print: a control character or a mark that
// turns the direction of writing could make the terminal show something else.
func plain(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case unicode.IsControl(r), '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069', r == unicode.ReplacementChar:
		return '\ufffd'
	}
	return r
}
