package figure

import (
	"strconv"
	"strings"

	"sitrep/internal/number"
	"sitrep/internal/syntax"
)

// find collects the numbers of the sentence that count or measure something.
func (l *line) find() {
	for i := 0; i < len(l.ws); {
		if l.timed[i] && !l.countsDespite(i) {
			i++
			continue
		}
		if c, ok := l.zero(i); ok {
			l.counts = append(l.counts, c)
			i = c.To
			continue
		}
		if l.multiple(i) {
			i++
			continue
		}
		n, ok := l.x.numbers.At(l.ws, i)
		if !ok || n.To > i+1 && l.timed[n.To-1] {
			i++
			continue
		}
		if n.Ordinal || l.name(n) {
			i = n.To
			continue
		}
		c := count{Number: n, left: n.From, right: n.To, whole: -1, given: !n.Order && !n.Vague, bound: "exact"}
		l.ranges(&c)
		l.boundLeft(&c)
		l.boundRight(&c)
		if l.phraseOf(&c) {
			l.counts = append(l.counts, c)
			i = max(c.To, c.npEnd)
			continue
		}
		i = c.To
	}
}

// countsDespite lets a number through that the reader of times took for a year or
// a day: none at present, since times are read first and are sure of theirs.
func (l *line) countsDespite(int) bool { return false }

// multiple reads "civilian casualties doubled": a change told as a multiple.
func (l *line) multiple(i int) bool {
	s, _, ok := l.phrase(i, cMultiple)
	if !ok {
		return false
	}
	v, err := strconv.ParseFloat(s.value, 64)
	if err != nil {
		return false
	}
	c := count{Number: number.Number{From: i, To: i + 1, Value: v}, left: i, right: i + 1, npEnd: i + 1, whole: -1, given: true,
		bound: "exact", unit: "times", kind: "change", direction: "up", rule: "figure/multiple"}
	if v < 1 {
		c.direction = "down"
	}
	if s, at, ok := l.phraseBefore(i, cBound); ok {
		c.bound, c.left = s.value, at
	}
	if l.subject(&c, c.left); c.measure == "" {
		return false
	}
	l.counts = append(l.counts, c)
	return true
}

// zero reads "no civilians", "no one", "nobody", "none".
func (l *line) zero(i int) (count, bool) {
	c := count{Number: number.Number{From: i, To: i + 1}, left: i, right: i + 1, whole: -1, given: true, bound: "exact"}
	switch {
	case l.is(i, "nobody"):
		c.population, c.human, c.npEnd = "people", true, i+1
		return c, true
	case l.is(i, "no") && l.is(i+1, "one"):
		c.To, c.right, c.population, c.human, c.npEnd = i+2, i+2, "people", true, i+2
		return c, true
	case l.is(i, "no"):
		if l.has(i+1, cNames) && i+1 < len(l.ws) && l.ws[i+1].Shape == number.Digits {
			return c, false
		}
		if s, end, ok := l.phrase(i+1, cNoun); ok && s.value != "bodies" {
			c.measure, c.human, c.npEnd, c.right = s.value, true, end, end
			return c, true
		}
		if !l.phraseOf(&c) || !c.human {
			return c, false
		}
		return c, c.measure != "" || l.predicateAfter(&c)
	}
	return c, false
}

// name reports whether the number belongs to a name, a score, a time of day or a
// reference rather than counting anything.
func (l *line) name(n number.Number) bool {
	i := n.From
	if k := l.hyphen(n.To); l.in(k, "year", "years", "month", "months", "week", "day", "hour", "minute") && (k > n.To || l.in(k+1, "old", "-")) {
		return true // "a 5-year-old boy"
	}
	if n.Words {
		return l.wordName(n)
	}
	if i > 0 && !l.ws[i].Space {
		p := l.ws[i-1]
		switch {
		case p.Shape == number.Letters: // "M777", "F16"; "US$" is a mark
			return true
		case p.Lower == "-" && i > 1 && !p.Space && l.ws[i-2].Shape == number.Letters: // "Su-35", "Covid-19"
			if t := l.ws[i-2]; l.text[t.Start] >= 'A' && l.text[t.Start] <= 'Z' || len(t.Lower) < 4 || l.has(i-2, cNames) {
				return true
			}
		case p.Lower == "/" || p.Lower == "#" || p.Lower == "№" || p.Lower == "@" || p.Lower == "_":
			return true
		case p.Lower == "." || p.Lower == ":":
			return true
		}
	}
	if n.To < len(l.ws) && !l.ws[n.To].Space {
		next := l.ws[n.To]
		if next.Lower == "_" || (next.Lower == "/" || next.Lower == ":") && n.To+1 < len(l.ws) && !l.ws[n.To+1].Space {
			return true
		}
		if next.Shape == number.Letters {
			_, _, unit := l.phrase(n.To, cUnit)
			return !unit && next.Lower != "'s"
		}
	}
	if l.is(i-1, ",") && l.is(n.To, ",") && i > 1 && l.upper(i-2) && n.Value < 110 && !l.isIncluding(n.To+1) {
		return true // "Ann Velt, 29, who died": an age
	}
	if l.is(i-1, ".") && i > 1 && l.in(i-2, "no", "nr", "p", "pp", "art") && !l.ws[i-1].Space {
		return true
	}
	if s, _, ok := l.phraseBefore(i, cNames); ok && s.value != "" && !l.quantityFollows(n) {
		return true
	}
	return l.score(n) || l.nameSpan(n)
}

// quantityFollows lets "top 10 people", "a school 200 children" count.
func (l *line) quantityFollows(n number.Number) bool {
	if l.in(n.From-1, "no", "number", "page", "pages", "article", "resolution", "chapter", "section", "aged", "age") {
		return false
	}
	_, _, pop := l.phrase(n.To, cPop|cNoun|cUnit)
	return pop || l.has(n.To, cVerb|cVerbI)
}

// wordName refuses numbers in words that stand for something else.
func (l *line) wordName(n number.Number) bool {
	if l.is(n.From, "one") && n.To == n.From+1 {
		if l.in(n.To, "of", "another", "'s", "day", "which", "such") || l.is(n.To, "-") && l.hyphen(n.To) > n.To || l.in(n.From-1, "no", "the", "this", "that", "any", "every", "each", "another", "some", "which") && !l.in(n.To, "dead", "killed", "injured", "wounded") {
			return !(l.is(n.To, "of") && (l.in(n.To+1, "them", "whom")))
		}
	}
	if n.Fraction && n.Value == .5 && n.To == n.From+1 && !l.is(n.To, "of") {
		return true
	}
	if s, _, ok := l.phraseBefore(n.From, cNames); ok && s.value != "" && !l.quantityFollows(n) {
		return true
	}
	if n.To < len(l.ws) && l.is(n.To, "-") && !l.ws[n.To].Space && n.To+1 < len(l.ws) && !l.ws[n.To+1].Space {
		_, _, unit := l.phrase(n.To+1, cUnit)
		return !unit && !l.has(n.To+1, cPop)
	}
	return false
}

// score reads "3-2" and "52-48" where the sentence speaks of games or votes, or
// where the second is not the larger.
func (l *line) score(n number.Number) bool {
	pair := func(a, b int) bool {
		if !l.is(a, "-") || l.ws[a].Space || b < 0 || b >= len(l.ws) || l.ws[b].Shape != number.Digits {
			return false
		}
		return true
	}
	switch {
	case pair(n.To, n.To+1) && n.To+1 < len(l.ws) && !l.ws[n.To+1].Space:
		hi := l.ws[n.To+1].Num
		return hi <= n.Value || l.sport() || n.To+2 < len(l.ws) && l.is(n.To+2, "-")
	case n.From > 1 && pair(n.From-1, n.From-2) && !l.ws[n.From].Space:
		return true // a range is read from its lower end
	}
	return false
}

func (l *line) sport() bool {
	for i := range l.ws {
		if l.has(i, cScore) {
			return true
		}
	}
	return false
}

// nameSpan reports whether a name found by the tagger holds the number within it.
func (l *line) nameSpan(n number.Number) bool {
	t := l.ws[n.From].Token
	for _, nm := range l.sent.Names {
		if t > nm.Start && t < nm.End && nm.End-nm.Start > 1 && nm.Kind != syntax.NationalityName {
			return true
		}
	}
	return false
}

// ranges reads "10-15", "10 to 15", "between 10 and 15".
func (l *line) ranges(c *count) {
	if c.Order || c.Vague || c.Fraction {
		return
	}
	k := c.To
	between := l.is(c.From-1, "between")
	switch {
	case l.is(k, "-") && !l.ws[k].Space, between && l.is(k, "and"), l.is(k, "to"), l.is(k, "or"):
	default:
		return
	}
	hi, ok := l.x.numbers.At(l.ws, k+1)
	if !ok || hi.Ordinal || hi.Order || hi.Vague || hi.Fraction || l.timed[k+1] {
		return
	}
	low := c.Value
	if low < hi.Value && hi.To > k+2 && hi.Value >= 1000 && low < 1000 && !l.is(k, "and") { // "2 to 3 thousand"
		if s := hi.Value / scaleOf(hi.Value); low < s*1.0001+1 && low < s {
			low *= scaleOf(hi.Value)
		}
	}
	if low >= hi.Value {
		return
	}
	if l.is(k, "or") && hi.Value > 3*low || l.is(k, "to") && (l.in(c.From-1, "from") || hi.Value > 20*low) {
		return
	}
	c.ranged, c.low, c.high, c.bound, c.given = true, low, hi.Value, "range", false
	c.To, c.right, c.npEnd = hi.To, hi.To, hi.To
	if between {
		c.left--
	}
}

func scaleOf(v float64) float64 {
	s := 1.0
	for v >= 1000 {
		v, s = v/1000, s*1000
	}
	return s
}

// boundLeft reads "more than", "at least", "some".
func (l *line) boundLeft(c *count) {
	i := c.left
	if l.in(i-1, "the", "another", "a", "other", "additional") {
		if s, at, ok := l.phraseBefore(i-1, cBound); ok {
			l.setBound(c, s.value, at)
		} else if l.in(i-1, "another") {
			c.left = i - 1
		}
		return
	}
	s, at, ok := l.phraseBefore(i, cBound)
	if !ok {
		return
	}
	if l.in(at, "over", "above", "under", "below") && at == i-1 && l.is(at-1, "control") {
		return
	}
	l.setBound(c, s.value, at)
	if s, at2, ok := l.phraseBefore(at, cBound); ok && s.value != c.bound && s.value != "about" { // "at least some 30"
		l.setBound(c, s.value, at2)
	}
}

func (l *line) setBound(c *count, bound string, at int) {
	c.left = at
	if !c.ranged && !c.Order {
		c.bound = bound
	}
}

// boundRight reads "or more", "+".
func (l *line) boundRight(c *count) {
	if s, end, ok := l.phrase(c.To, cAfter); ok && c.bound == "exact" && !(l.is(c.To, "plus") && l.ws[c.To].Space) {
		c.bound, c.To, c.right = s.value, end, end
	}
	switch {
	case c.Order:
		c.bound, c.low, c.high = "order", c.Low, c.High
	case c.Vague && !c.ranged:
		c.bound, c.low, c.high = "order", c.Low, c.High
	}
}

func hasPrefixAny(s string, list ...string) bool {
	for _, p := range list {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
