package figure

import (
	"math"
	"strings"

	"sitrep/internal/number"
	"sitrep/record"
)

// restate reads the same length or area told again in another unit: "1,000
// kilometers (620 miles)", "1,000-kilometer (620-mile)", "5 miles, or 8 km".
func (l *line) restate(c *count) {
	k := c.npEnd
	bracket := l.is(k, "(")
	if bracket || l.is(k, "or") || l.is(k, "/") {
		k++
	} else if l.is(k, ",") && l.is(k+1, "or") {
		k += 2
	} else {
		return
	}
	if _, at, ok := l.phrase(k, cBound); ok {
		k = at
	}
	n, ok := l.x.numbers.At(l.ws, k)
	if !ok || n.Ordinal || n.Order {
		return
	}
	j := l.hyphen(n.To)
	s, end, ok := l.phrase(j, cUnit)
	if !ok {
		return
	}
	a, b := l.x.units[c.unit], l.x.units[s.value]
	if a.dimension == "" || a.dimension != b.dimension || c.unit == s.value {
		return
	}
	if bracket {
		if !l.is(end, ")") {
			return
		}
		end++
	}
	v := c.Value
	if c.ranged {
		v = c.low
	}
	c.restated = &record.Restated{Value: n.Value, Unit: s.value, Agrees: agrees(v, a.size, n.Value, b.size)}
	c.npEnd, c.right = end, end
}

// agrees reports whether two tellings of one quantity are the same within the
// rounding of the coarser one. A number is taken to be exact to its last digit
// that is not zero, and to two digits at least;
// one that is a single digit, to the unit.
func agrees(v, size, w, size2 float64) bool {
	slack := math.Max(rounding(v)*size, rounding(w)*size2)
	return math.Abs(v*size-w*size2) <= slack*1.0001
}

// rounding is half of the last digit that v is told to.
func rounding(v float64) float64 {
	if v == 0 {
		return .5
	}
	if v < 10 && v == math.Trunc(v) {
		return .5
	}
	step := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-1) // two digits
	for step > 1e-6 && math.Abs(math.Remainder(v, step)) > step*1e-6 {
		step /= 10
	}
	return step / 2
}

// change reads a figure that tells a difference: "had risen by 60%", "a 26.5 %
// increase", "45 % more than", "up 12 percent".
func (l *line) change(c *count) {
	if c.unit != "percent" && c.unit != "percentage points" {
		return
	}
	c.kind = "level"
	up := func(i int) bool {
		if l.has(i, cUp) || l.has(i, cDown) {
			c.kind, c.direction = "change", "up"
			if l.has(i, cDown) {
				c.direction = "down"
			}
			return true
		}
		return false
	}
	i := c.left - 1
	by := l.in(i, "by", "of", "another", "a", "some")
	for by && l.in(i, "by", "of", "another", "a", "some") {
		i--
	}
	switch {
	case up(c.npEnd): // "45 per cent higher than"
		c.npEnd++
		c.right = c.npEnd
		l.baseAfter(c)
	case l.is(c.npEnd, "more") || l.is(c.npEnd, "less"):
	case (by && !l.is(c.left-1, "of") || !by) && !l.is(c.left-1, "to") && up(i):
		l.subject(c, i)
	case by && l.is(c.left-1, "of") && up(i):
		l.subject(c, i)
	}
	if c.kind == "change" && c.measure == "" {
		l.subject(c, c.left)
		l.appositive(c)
	}
	if c.kind == "change" && c.base == "" {
		l.baseAfter(c)
	}
	if c.kind != "change" {
		l.share(c)
	}
}

// appositive lets a change stand beside the sum it is told of: "592 civilians were
// killed, an increase of 26.5 percent", "9 killed and 20 injured, 45 percent more
// than before". The killed and the injured together are casualties.
func (l *line) appositive(c *count) {
	last := -1
	for i := range l.counts {
		if o := &l.counts[i]; o.From < c.From && o.human && o.measure != "" && o.unit == "" {
			last = i
		}
	}
	if last < 0 || c.measure != "" {
		return
	}
	o := &l.counts[last]
	comma := false
	for k := max(o.right, o.npEnd); k < c.left; k++ {
		if l.stops(k) || l.in(k, "while", "but", "and", "who", "which", "whereas") && !l.is(k+1, "up") {
			return
		}
		comma = comma || l.in(k, ",", "-", "(")
	}
	if !comma {
		return
	}
	c.measure, c.population, c.side = o.measure, o.population, o.side
	for i := last - 1; i >= 0; i-- {
		p := &l.counts[i]
		if !l.joined(p, &l.counts[i+1]) {
			break
		}
		if p.measure != c.measure && (p.measure == "killed" || p.measure == "injured") && (c.measure == "killed" || c.measure == "injured") {
			c.measure = "casualties"
			if c.population == "" {
				c.population = p.population
			}
			break
		}
	}
}

// fraction reads a change told as a share: "fell by a third".
func (l *line) fraction(c *count) {
	if i := c.left - 2; l.is(c.left-1, "by") && (l.has(i, cUp) || l.has(i, cDown)) {
		c.kind, c.direction = "change", "up"
		if l.has(i, cDown) {
			c.direction = "down"
		}
		l.subject(c, i)
	}
}

// share reads "44 % of which", "60 percent of the casualties".
func (l *line) share(c *count) {
	if !l.is(c.npEnd, "of") {
		return
	}
	for k := c.npEnd + 1; k < len(l.ws) && k < c.npEnd+6 && l.ws[k].Shape == number.Letters; k++ {
		if s, end, ok := l.phrase(k, cNoun); ok {
			c.measure, c.right, c.npEnd = s.value, end, end
			return
		}
		if s, end, ok := l.phrase(k, cPop|cThing); ok {
			c.population, c.right, c.npEnd = s.value, end, end
		}
	}
}

// subject looks left for the measure that a change or a sum is told of: "civilian
// casualties had risen by 60 %".
func (l *line) subject(c *count, i int) {
	const reach = 14
	for k := i - 1; k >= 0 && k > i-reach && !l.stops(k); k-- {
		s, end, ok := l.phrase(k, cNoun)
		if !ok || l.timed[k] || l.owned(k) {
			continue
		}
		_ = end
		if l.is(k, "killed") && !l.in(k-1, "of", "people", "civilians") {
			continue
		}
		c.measure, c.left = s.value, k
		l.subjectPopulation(c, k)
		return
	}
}

// owned reports whether word k belongs to a count read before.
func (l *line) owned(k int) bool {
	for i := range l.counts {
		if o := &l.counts[i]; o.From <= k && k < o.npEnd {
			return true
		}
	}
	return false
}

// subjectPopulation reads who the subject is about: "civilian casualties", "deaths
// of children", "Russian losses".
func (l *line) subjectPopulation(c *count, k int) {
	for j := k - 1; j >= 0 && j >= k-3 && l.ws[j].Shape == number.Letters; j-- {
		if s, _, ok := l.phrase(j, cPop); ok {
			if c.population == "" || c.population == "people" {
				c.population = s.value
			}
			c.left = min(c.left, j)
			c.human = true
		} else if s, _, ok := l.phrase(j, cSide); ok {
			if c.side == "" {
				c.side = s.value
			}
			c.left = min(c.left, j)
		} else if !l.in(j, "total", "confirmed", "the", "death", "combat", "recorded", "overall", "of") {
			break
		}
	}
	if l.in(k+1, "of", "among") || l.is(k+1, "toll") && l.in(k+2, "of", "among") {
		j := k + 2
		if l.is(k+1, "toll") {
			j++
		}
		for e := j + 3; j < e && j < len(l.ws); j++ {
			if s, _, ok := l.phrase(j, cPop); ok {
				c.population = s.value
				break
			}
		}
	}
}

// baseAfter reads what a change is measured from: "than in the previous
// three-month period", "since October" is left to the period.
func (l *line) baseAfter(c *count) {
	at := c.npEnd
	if l.is(at, ",") && l.is(at+1, "compared") {
		at++
	}
	if !l.in(at, "than", "compared", "from", "on", "over", "against") || l.timed[at] {
		return
	}
	k := at + 1
	for l.in(k, "in", "to", "with", "during", "for", "that") {
		k++
	}
	if at > c.npEnd || !l.in(at, "than", "compared") {
		if k >= len(l.ws) || !l.timed[k] {
			return // "12 percent from the region" tells no base
		}
	}
	from := k
	for k < len(l.ws) && k < from+7 && !l.in(k, ",", ".", ";", "\"", "”", ")", "(") {
		k++
	}
	if k > from {
		c.base = strings.TrimSpace(l.text[l.ws[from].Start:l.ws[k-1].End])
	}
}
