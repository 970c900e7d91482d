package figure

import (
	"strings"

	"sitrep/internal/number"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// frame is the period that figures are counted over.
type frame struct {
	since, asOf record.Date
	at          int // the word where it stands
}

func (f frame) empty() bool { return f.since == "" && f.asOf == "" }

// beginning finds the day on which the report says that its war began: a date
// beside words such as "invaded", "the war began", "launched its offensive".
func beginning(x *Extractor, doc *syntax.Document, times []record.Time) record.Date {
	best := record.Date("")
	for i := range times {
		t := &times[i]
		if t.Type == "DURATION" || t.Type == "SET" || len(t.Value) < 7 || t.Value[0] < '1' || t.Value[0] > '2' {
			continue
		}
		day := dayOf(t.Value)
		if len(day) < 7 || strings.Contains(day, "W") || len(best) >= len(day) {
			continue
		}
		n := doc.SentenceAt(t.Span.Start)
		if n < len(doc.Sentences) && x.beginsAt(doc, &doc.Sentences[n], t.Span) {
			best = record.Date(day)
		}
	}
	return best
}

// beginsAt looks around a time, within its sentence, for words of a beginning and
// of war. Twelve words are about a clause.
func (x *Extractor) beginsAt(doc *syntax.Document, s *syntax.Sentence, span record.Span) bool {
	const reach = 12
	at := s.TokenAt(span.Start)
	begin, war, since := false, false, 0
	for i := max(0, at-reach); i < len(s.Tokens) && i <= at+reach+4; i++ {
		lower := strings.ToLower(s.Tokens[i].Text)
		if (lower == "since" || lower == "before") && s.Tokens[i].Start > span.Start {
			since = i + 6 // "since the start of the invasion" names no day
		}
		t := x.terms[lower]
		if t == nil || since > i {
			continue
		}
		if t.class&cWar != 0 || t.any&cWar != 0 {
			war = true
		}
		if t.class&cBegin != 0 || t.any&cBegin != 0 {
			begin = true
			switch lower {
			case "invaded", "invades", "invasion":
				war = true
			}
		}
	}
	return begin && war
}

// dayOf drops the time of day of a value.
func dayOf(v string) string {
	if i := strings.IndexByte(v, 'T'); i > 0 {
		v = v[:i]
	}
	return v
}

// period finds the sentence's period: "from A until B", "between A and B", "since
// A", "as of B", "this summer", "since the war began".
func (l *line) period(begin record.Date) frame {
	f := frame{at: -1}
	for i := range l.times {
		t := &l.times[i]
		w := l.wordAt(t.Span.Start)
		if l.bracketed(w) {
			continue
		}
		if g, ok := l.pair(i, w); ok {
			return g
		}
	}
	for i := range l.times {
		w := l.wordAt(l.times[i].Span.Start)
		if !l.bracketed(w) {
			l.one(&f, &l.times[i], w)
		}
	}
	if f.since == "" && begin != "" {
		if at := l.sinceWar(); at >= 0 {
			f.since, f.at = begin, at
		}
	}
	return f
}

// bracketed reports whether word w stands in brackets, where a time belongs to
// the number beside it.
func (l *line) bracketed(w int) bool { return w < len(l.ws) && l.depth[w] > 0 }

func (l *line) wordAt(at int) int {
	for i := range l.ws {
		if l.ws[i].End > at {
			return i
		}
	}
	return len(l.ws)
}

// pair reads two times that bound a period.
func (l *line) pair(i, w int) (frame, bool) {
	from := l.in(w-1, "from", "between", "since")
	if !from || i+1 >= len(l.times) {
		return frame{}, false
	}
	first := start(&l.times[i])
	for j := i + 1; j < len(l.times); j++ {
		v := l.wordAt(l.times[j].Span.Start)
		if l.bracketed(v) {
			continue
		}
		if l.in(v-1, "to", "until", "till", "and", "through", "-") || l.is(v-1, "by") || l.is(v-1, "midnight") || l.is(v-2, "to") || l.is(v-2, "until") {
			if last := finish(&l.times[j]); first != "" && last != "" {
				return frame{first, last, w}, true
			}
		}
	}
	return frame{}, false
}

// one reads a single time that bounds or names a period.
func (l *line) one(f *frame, t *record.Time, w int) {
	if t.Type == "DURATION" || t.Type == "SET" || start(t) == "" {
		if t.Type == "DURATION" && t.From != "" && t.To != "" && f.since == "" {
			f.since, f.asOf, f.at = t.From, t.To, w
		}
		return
	}
	switch {
	case l.is(w-1, "since") || l.is(w-1, "from") && !l.in(w-2, "up", "down"):
		f.since, f.at = start(t), w
	case l.is(w-1, "of") && l.is(w-2, "as") || l.in(w-1, "by", "until", "till") || l.is(w-1, "to") && l.is(w-2, "up"):
		f.asOf, f.at = finish(t), w
	case f.empty() && stretch(t) && (l.in(w-1, "in", "during", "over", "for", "throughout", "was", "were") || hasPrefixAny(strings.ToLower(t.Span.Text), "this", "last") && !l.has(w-1, cStatus)):
		f.since, f.asOf, f.at = start(t), finish(t), w
	}
}

// stretch reports whether a time is coarser than a day: a month, a season.
func stretch(t *record.Time) bool {
	return t.From != "" && t.To != "" && (t.From != t.To || len(t.From) < 10) && len(t.Value) > 4 && !strings.Contains(t.Value, "T")
}

// start gives the first day of a time, from its interval or its value.
func start(t *record.Time) record.Date {
	if t.From != "" {
		return record.Date(dayOf(string(t.From)))
	}
	return calendar(t)
}

func finish(t *record.Time) record.Date {
	if t.To != "" {
		return record.Date(dayOf(string(t.To)))
	}
	return calendar(t)
}

// calendar gives the value where it is a plain day, month or year.
func calendar(t *record.Time) record.Date {
	v := dayOf(t.Value)
	if len(v) < 4 || v[0] < '1' || v[0] > '2' || strings.ContainsAny(v, "XWQHSF") {
		return ""
	}
	return record.Date(v)
}

// sinceWar finds "since the war began", "since the start of the invasion", "since
// Russia's full-scale attack", and gives its word.
func (l *line) sinceWar() int {
	for i := range l.ws {
		if !l.in(i, "since", "after") && !(l.is(i, "the") && (l.is(i+1, "start") || l.is(i+1, "beginning")) && l.in(i-1, "from", "since")) {
			continue
		}
		if l.timed[min(i+1, len(l.ws)-1)] {
			continue
		}
		war, begin := false, l.is(i, "since")
		for k := i + 1; k < len(l.ws) && k < i+9; k++ {
			if l.ws[k].Shape == number.Digits || l.stops(k) || l.is(k, ",") {
				break
			}
			if l.has(k, cWar) {
				war = true
			}
			if l.is(k, "invaded") {
				war, begin = true, true
			}
			if l.has(k, cBegin) {
				begin = true
			}
		}
		if war && begin && l.is(i, "since") || war && begin && l.is(i, "the") {
			return i
		}
	}
	return -1
}

// inner reads the period inside brackets or right after a count: "(23,015 as of
// April 24)", "(a week earlier - 23,821)", "9,931 the day before".
func (l *line) inner(c *count) {
	if c.From >= len(l.depth) || l.depth[c.From] == 0 {
		return
	}
	for i := range l.times {
		t := &l.times[i]
		w := l.wordAt(t.Span.Start)
		if w < len(l.ws) && l.depth[w] == l.depth[c.From] && l.sameBracket(w, c.From) {
			if f := finish(t); f != "" {
				c.frame = frame{asOf: f, at: w}
			}
		}
	}
}

// sameBracket reports whether two words stand in the same brackets.
func (l *line) sameBracket(a, b int) bool {
	if a > b {
		a, b = b, a
	}
	for k := a; k < b; k++ {
		if l.depth[k] < l.depth[a] || l.in(k, ")", "]") {
			return false
		}
	}
	return true
}
