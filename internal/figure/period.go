package figure

import (
	"strings"

	"sitrep/record"
)

// frame is the period that figures are counted over.
type frame struct {
	since, asOf record.Date
	at          int // the word where it stands
}

func (f frame) empty() bool { return f.since == "" && f.asOf == "" }

// dayOf drops the time of day of a value.
func dayOf(v string) string {
	if i := strings.IndexByte(v, 'T'); i > 0 {
		v = v[:i]
	}
	return v
}

// period finds the sentence's period: "from A until B", "between A and B", "since
// A", "as of B", "this summer", "since the war began".
func (l *line) period(begin beginnings) frame {
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
	if f.since == "" {
		if head, at := l.sinceWar(); at >= 0 && begin[head] != "" && begin[head] != unsure {
			f.since, f.at = begin[head], at
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
		if t.Type == "DURATION" && t.From != "" && t.To != "" && f.since == "" && !l.telling(w) {
			f.since, f.asOf, f.at = t.From, t.To, w
		}
		return
	}
	switch {
	case l.is(w-1, "since"): // a bare "from" is no beginning: "estimates from March"
		f.since, f.at = edge(t, start(t)), w
	case l.clauseOf(w, "since"): // "since Velt invaded last month"
		if f.since == "" {
			f.since, f.at = edge(t, start(t)), w
		}
	case l.clauseOf(w, "after", "before", "when", "as", "because", "while", "until", "if", "that", "whether"):
	case l.is(w-1, "of") && l.is(w-2, "as") || l.in(w-1, "by", "until", "till") || l.is(w-1, "to") && l.is(w-2, "up"):
		f.asOf, f.at = edge(t, finish(t)), w
	case f.empty() && stretch(t) && l.names(w, t) && !l.telling(w):
		f.since, f.asOf, f.at = start(t), finish(t), w
	}
}

// clauseOf reports whether one of the conjunctions opens the clause in which the
// time at word w stands, with a verb between them and no count.
func (l *line) clauseOf(w int, words ...string) bool {
	for k := w - 1; k > 0 && k > w-12 && !l.is(k, ",") && !l.stops(k); k-- {
		if l.countAt(k) || l.timed[k] {
			return false
		}
		if l.in(k, words...) {
			return w-k > 2
		}
	}
	return false
}

// names reports whether a stretch of time is put so that it can be the period
// counted over: "in May", "over the winter", "this summer".
func (l *line) names(w int, t *record.Time) bool {
	for k := w - 1; k >= 0 && k >= w-4; k-- { // "fewer than in May" tells what is compared
		if l.in(k, "than", "compared") {
			return false
		}
	}
	if l.in(w-1, "in", "during", "over", "for", "throughout", "was", "were") || l.is(w-1, "the") && l.in(w-2, "in", "during", "over", "for", "throughout") {
		return true
	}
	return hasPrefixAny(strings.ToLower(t.Span.Text), "this", "last")
}

// telling reports whether the time at word w says when something was told rather
// than when it happened: "the ministry said in December that", "In May, officials
// put the toll at". Recording and counting are no telling: what an office recorded
// in May happened in May.
func (l *line) telling(w int) bool {
	k := w - 1
	for l.in(k, "in", "on", "the", "during", "early", "late", "a", "over", "earlier") {
		k--
	}
	if l.tells(k) || l.in(k, "report", "statement", "briefing", "update", "interview", "post", "published", "issued") {
		return true
	}
	for j := k; j >= 0 && j >= k-4 && l.in(k, "report", "statement", "tv", "television", "here", "reporters", "that"); j-- {
		if l.tells(j) {
			return true
		}
	}
	if k >= 0 || len(l.counts) == 0 { // only a time that opens the sentence looks ahead
		return false
	}
	for j := w; j < l.counts[0].left; j++ {
		if l.tells(j) || l.is(j, "put") {
			return true
		}
	}
	return false
}

// tells reports whether word k is a verb of telling.
func (l *line) tells(k int) bool {
	s, _, ok := l.phrase(k, cStatus)
	return ok && s.value != "recorded" && s.value != "verified" && !l.is(k, "according")
}

// stretch reports whether a time is coarser than a day: a month, a season.
func stretch(t *record.Time) bool {
	return t.From != "" && t.To != "" && (t.From != t.To || len(t.From) < 10) && len(t.Value) > 4 && !strings.Contains(t.Value, "T")
}

// edge makes one end of a time no finer than the time itself: "since last week"
// and "by mid-March" name no day, and "more than two months ago" not even a month.
// A week that may lie in two months gives nothing.
func edge(t *record.Time, day record.Date) record.Date {
	if t.Rule == "when/shift" && hasPrefixAny(strings.ToLower(t.Span.Text), "more", "about", "nearly", "almost", "over", "around", "less", "some", "at", "just", "roughly") {
		return ""
	}
	v := dayOf(t.Value)
	switch {
	case len(day) < 10:
	case len(v) == 7 && v == string(day[:7]):
		return day[:7]
	case strings.Contains(v, "W") && day > day[:7]+"-06" && day < day[:7]+"-23":
		return day[:7]
	case strings.Contains(v, "W"):
		return ""
	}
	return day
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
