package figure

import (
	"sitrep/internal/number"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// line is one sentence in the making: its words, what the tables say of them, the
// times in it and the counts found so far.
type line struct {
	x      *Extractor
	text   string
	sent   *syntax.Sentence
	index  int
	ws     []number.Word
	terms  []*term
	timed  []bool // the word belongs to a time
	times  []record.Time
	depth  []int8 // of brackets
	counts []count
	frame  frame
}

// count is a number with what was found of it.
type count struct {
	number.Number
	left, right int // words, bounds and predicate included
	npEnd       int // word after the noun phrase
	measure     string
	population  string
	side        string
	bound       string
	unit        string
	kind        string
	direction   string
	base        string
	status      string
	low, high   float64
	ranged      bool
	given       bool // value is told (not only its span)
	previous    bool // an earlier state of the figure before it
	part        bool // a part of the figure before it
	whole       int  // index in counts of the whole, -1
	restated    *record.Restated
	frame       frame
	thing       bool
	elided      bool // the population is the one before it
	human       bool
	rule        record.RuleID
}

func (l *line) load(x *Extractor, text string, s *syntax.Sentence, index int) {
	l.x, l.text, l.sent, l.index = x, text, s, index
	l.ws = number.Split(text, s, l.ws[:0])
	l.terms, l.timed, l.depth, l.counts = l.terms[:0], l.timed[:0], l.depth[:0], l.counts[:0]
	var depth int8
	for i := range l.ws {
		var t *term
		if sh := l.ws[i].Shape; sh == number.Letters || sh == number.Mark {
			t = x.terms[l.ws[i].Lower]
		}
		l.terms = append(l.terms, t)
		l.timed = append(l.timed, false)
		switch l.ws[i].Lower {
		case "(", "[":
			depth++
		}
		l.depth = append(l.depth, depth)
		if (l.ws[i].Lower == ")" || l.ws[i].Lower == "]") && depth > 0 {
			depth--
		}
	}
}

// mark tells which words belong to times; times is sorted by start.
func (l *line) mark(times []record.Time) {
	l.times = times
	k := 0
	for i := range l.ws {
		for k < len(times) && times[k].Span.End <= l.ws[i].Start {
			k++
		}
		if k < len(times) && times[k].Span.Start <= l.ws[i].Start {
			l.timed[i] = true
		}
	}
}

func (l *line) has(i int, c class) bool {
	return i >= 0 && i < len(l.ws) && l.terms[i] != nil && l.terms[i].class&c != 0
}

// phrase matches the longest phrase of a class at word i.
func (l *line) phrase(i int, c class) (sense, int, bool) {
	if i < 0 || i >= len(l.ws) || l.terms[i] == nil || l.terms[i].any&c == 0 {
		return sense{}, i, false
	}
	for _, ph := range l.terms[i].phrases {
		if ph.class&c != 0 && l.match(i+1, ph.rest) {
			return ph.sense, i + 1 + len(ph.rest), true
		}
	}
	for _, s := range l.terms[i].senses {
		if s.class&c != 0 {
			return s, i + 1, true
		}
	}
	return sense{}, i, false
}

// phraseBefore matches a phrase of a class that ends right before word i, and
// gives its first word.
func (l *line) phraseBefore(i int, c class) (sense, int, bool) {
	for n := 4; n >= 1; n-- {
		if s, end, ok := l.phrase(i-n, c); ok && end == i {
			return s, i - n, true
		}
	}
	return sense{}, i, false
}

func (l *line) match(i int, words []string) bool {
	if i+len(words) > len(l.ws) {
		return false
	}
	for k, w := range words {
		if l.ws[i+k].Lower != w {
			return false
		}
	}
	return true
}

func (l *line) is(i int, s string) bool { return i >= 0 && i < len(l.ws) && l.ws[i].Lower == s }

func (l *line) in(i int, list ...string) bool {
	if i < 0 || i >= len(l.ws) {
		return false
	}
	for _, s := range list {
		if l.ws[i].Lower == s {
			return true
		}
	}
	return false
}

// hyphen skips a hyphen that is glued on both sides.
func (l *line) hyphen(i int) int {
	if l.is(i, "-") && i+1 < len(l.ws) && !l.ws[i].Space && !l.ws[i+1].Space {
		return i + 1
	}
	return i
}

// closing gives the word after the bracket that closes the one at i.
func (l *line) closing(i int) int {
	d := l.depth[i]
	for k := i + 1; k < len(l.ws); k++ {
		if l.depth[k] == d && l.in(k, ")", "]") {
			return k + 1
		}
	}
	return len(l.ws)
}

// stops reports whether word i ends a clause.
func (l *line) stops(i int) bool {
	if i < 0 || i >= len(l.ws) {
		return true
	}
	return l.in(i, ";", ".", "!", "?")
}

// tag gives the Penn tag of word i's token, "" where there is none.
func (l *line) tag(i int) string {
	if i < 0 || i >= len(l.ws) {
		return ""
	}
	return l.sent.Tokens[l.ws[i].Token].XPOS
}
