package web

import (
	"slices"
	"strings"

	"sitrep/record"
)

// mark is a stretch of the text that belongs to a record.
type mark struct {
	span  record.Span
	class string // "source", "cue", "content", "figure", "time", "place", "event", "line"
	id    string // the record's id: where a click leads
}

// paragraph is a stretch of the text between empty lines, cut into pieces.
type paragraph struct {
	Heading bool
	Pieces  []piece
}

// piece is the longest stretch of text that the same marks cover.
type piece struct {
	Text   string
	Anchor int    // byte offset at which the piece starts
	Link   string // id of the record that a click opens, "" for none
	Class  string
	Depth  int // how many statements' contents cover the piece, the outlet's own left out
	Break  bool
}

// marksOf lists the marks of a reading. What the outlet says in its own voice is
// not marked: it is all the rest of the text.
func marksOf(r *record.Reading) []mark {
	var all []mark
	add := func(s record.Span, class, id string) {
		if !s.Empty() {
			all = append(all, mark{s, class, id})
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Source.Kind == record.OwnVoice {
			continue
		}
		add(s.Source.Span, "source", string(s.ID))
		if s.Cue != nil {
			add(*s.Cue, "cue", string(s.ID))
		}
		for _, c := range s.Content {
			add(c, "content", string(s.ID))
		}
	}
	for _, f := range r.Figures {
		add(f.Span, "figure", string(f.ID))
	}
	for _, t := range r.Times {
		add(t.Span, "time", string(t.ID))
	}
	same := samePlace(r)
	for _, p := range r.Places {
		add(p.Span, "place", string(same[p.ID]))
	}
	for _, l := range r.Line {
		add(l.Span, "line", string(l.ID))
	}
	for _, e := range r.Events {
		add(e.Span, "event", string(e.ID))
	}
	return all
}

// paragraphs cuts a text into paragraphs and pieces.
func paragraphs(text string, marks []mark) []paragraph {
	cuts := boundaries(text, marks)
	slices.SortStableFunc(marks, func(a, b mark) int { return a.span.Start - b.span.Start })
	var (
		out    []paragraph
		now    paragraph
		active []mark
		next   int
	)
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		active = slices.DeleteFunc(active, func(m mark) bool { return m.span.End <= from })
		for next < len(marks) && marks[next].span.Start <= from {
			active = append(active, marks[next])
			next++
		}
		stretch := text[from:to]
		if isBreak(stretch) {
			if len(now.Pieces) > 0 {
				out = append(out, now)
				now = paragraph{}
			}
			continue
		}
		p := dress(active, from)
		p.Text, p.Anchor, p.Break = stretch, from, stretch == "\n"
		now.Pieces = append(now.Pieces, p)
	}
	if len(now.Pieces) > 0 {
		out = append(out, now)
	}
	for i := range out {
		out[i].Heading = heading(out[i])
	}
	return out
}

// boundaries gives every offset at which a mark or a line begins or ends.
func boundaries(text string, marks []mark) []int {
	cuts := []int{0, len(text)}
	for _, m := range marks {
		cuts = append(cuts, m.span.Start, m.span.End)
	}
	for i := 0; i < len(text); {
		j := strings.IndexByte(text[i:], '\n')
		if j < 0 {
			break
		}
		from := i + j
		to := from
		for to < len(text) && strings.IndexByte(" \t\r\n", text[to]) >= 0 {
			to++
		}
		cuts = append(cuts, from, to)
		i = to
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

func isBreak(s string) bool {
	return strings.TrimSpace(s) == "" && strings.Count(s, "\n") > 1
}

// order of preference where several marks of one length cover a piece.
var rank = map[string]int{"figure": 0, "time": 1, "place": 2, "source": 3, "cue": 4, "content": 5, "line": 6, "event": 7}

// dress chooses what a piece looks like and where a click on it leads: to the
// record with the shortest stretch, since the longer ones are reached beside it.
func dress(active []mark, _ int) piece {
	var p piece
	var best mark
	for _, m := range active {
		if m.class == "content" {
			p.Depth++
		}
		longer := m.span.End-m.span.Start > best.span.End-best.span.Start
		same := m.span.End-m.span.Start == best.span.End-best.span.Start
		if best.id == "" || !longer && !same || same && rank[m.class] < rank[best.class] {
			best = m
		}
	}
	p.Link, p.Class = best.id, best.class
	return p
}

// heading reports whether a paragraph reads as a heading: short, one line, no
// full stop at its end.
func heading(p paragraph) bool {
	n, last := 0, ""
	for _, x := range p.Pieces {
		if x.Break {
			return false
		}
		n += len(x.Text)
		last = x.Text
	}
	last = strings.TrimSpace(last)
	return n > 0 && n < 100 && last != "" && !strings.ContainsAny(last[len(last)-1:], ".!?:;,\"'”’")
}
