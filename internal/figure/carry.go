package figure

import "sitrep/record"

// carry is what one sentence leaves to the next.
type carry struct {
	frame      frame
	population string
	measure    string
	sentence   int
}

// read finds the sentence's figures and settles what they share.
func (l *line) read(begin beginnings, report *record.Report, last *carry) {
	l.find()
	if len(l.counts) == 0 {
		return
	}
	for i := range l.counts {
		l.settle(i)
	}
	for i := range l.counts {
		l.ellipsis(i)
	}
	l.lists()
	l.parts()
	l.keep()
	if len(l.counts) == 0 {
		return
	}
	l.frames(l.period(begin), last)
	l.statuses()
	l.conclude(last)
}

// settle finds a count's measure in its own clause.
func (l *line) settle(i int) {
	c := &l.counts[i]
	if c.Fraction {
		c.unit, c.kind = "share", "level"
		if l.fraction(c); c.kind == "change" {
			return
		}
	} else if c.unit != "" {
		l.change(c)
		return
	}
	if c.measure == "captured" && c.rule == "figure/noun" { // prisoners may be let go again
		d := *c
		if d.population == "" {
			d.population = "prisoners"
		}
		if l.predicateBefore(&d) && d.measure == "exchanged" {
			*c = d
			return
		}
	}
	if c.measure != "" {
		if c.rule == "" {
			c.rule = "figure/noun"
		}
		if c.population == "" || c.measure == "casualties" {
			l.linkedPopulation(c)
		}
		return
	}
	switch {
	case l.lostLives(c):
	case l.predicateAfter(c):
	case l.predicateBefore(c):
	case l.linked(c):
	case l.governed(c):
	}
	if c.measure != "" && (c.population == "people" || c.population == "") {
		l.linkedPopulation(c)
	}
}

// linkedPopulation lets "civilian casualties amounted to 24,012 people" count
// civilians.
func (l *line) linkedPopulation(c *count) {
	if c.population != "" && c.population != "people" || !l.has(c.left-1, cLink) {
		return
	}
	d := *c
	if l.linked(&d) && d.population != "" {
		c.population, c.left = d.population, min(c.left, d.left)
		if c.side == "" {
			c.side = d.side
		}
	}
}

// ellipsis carries over what a count leaves out because the one before it told it:
// "10,000 civilians have been killed, and more than 18,500 injured"; "killed 464
// children and injured 931 more"; "3 soldiers and 2 civilians were killed".
func (l *line) ellipsis(i int) {
	c := &l.counts[i]
	if c.unit != "" {
		return
	}
	if i+1 < len(l.counts) && l.is(c.To, "of") && l.counts[i+1].From <= c.To+2 || i+1 < len(l.counts) && l.is(c.To, "out") && l.counts[i+1].From == c.To+2 {
		w := &l.counts[i+1] // "31 of 35 drones"
		c.population, c.thing, c.human, c.part, c.whole = w.population, w.thing, w.human, true, i+1
		c.right = max(c.right, c.To)
		return
	}
	prev := l.before(i)
	if prev >= 0 {
		p := &l.counts[prev]
		if c.population == "" && c.measure != "" && p.human && !p.thing && c.human && l.depth[c.From] == l.depth[p.From] {
			c.population, c.elided = p.population, true
			if c.side == "" {
				c.side = p.side
			}
		}
		if c.measure == "" && c.population == "" && p.measure != "" && p.human && l.joined(p, c) && l.in(c.npEnd, "on", "in", "at", "near") {
			// "eight people were killed on Monday and six on Tuesday"
			c.measure, c.population, c.side, c.human, c.rule = p.measure, p.population, p.side, true, "figure/list"
		}
		if c.measure == "" && p.measure != "" && c.population != "" && l.joined(p, c) && p.unit == "" && (p.thing == c.thing || p.rule == "figure/object" && l.lost(p)) {
			if c.measure, c.rule = p.measure, "figure/list"; c.thing && !p.thing {
				c.measure = "lost"
			}
		}
	}
	if c.measure == "" && c.population != "" && i+1 < len(l.counts) { // "3 soldiers and 2 civilians were killed"
		n := &l.counts[i+1]
		if n.measure != "" && (n.rule == "figure/predicate" || n.rule == "figure/adjective" || n.rule == "figure/noun") && n.unit == "" && n.population != "" && l.joinedTight(c, n) && n.thing == c.thing {
			c.measure, c.rule = n.measure, "figure/list"
		}
	}
}

// lost reports whether a count is the object of "lost", which takes men and machines
// alike.
func (l *line) lost(c *count) bool { return l.in(c.left, "lost", "losing", "loses") }

// before gives the count that i may lean on: the nearest one at the same depth of
// brackets.
func (l *line) before(i int) int {
	for j := i - 1; j >= 0; j-- {
		if l.depth[l.counts[j].From] > l.depth[l.counts[i].From] || l.counts[j].unit != "" || l.counts[j].previous {
			continue
		}
		own := l.counts[i].rule == "figure/predicate" || l.counts[i].rule == "figure/object"
		if l.included(j) && (own || !l.joined(&l.counts[j], &l.counts[i])) {
			continue // "including five children, were killed and around 100 injured"
		}
		return j
	}
	return -1
}

// included reports whether "including" leads right to count j.
func (l *line) included(j int) bool {
	k := l.counts[j].left
	for n := 1; n <= 3; n++ {
		if _, end, ok := l.phrase(k-n, cIncluding); ok && end == k {
			return true
		}
	}
	return false
}

// joined reports whether only conjunctions, commas and adverbs part two counts.
func (l *line) joined(a, b *count) bool {
	from := max(a.right, a.npEnd)
	for k := from; k < b.left; k++ {
		if l.in(k, "(", "[") {
			k = l.closing(k) - 1
			continue
		}
		if l.in(k, "on", "in", "at") && k+1 < b.left && l.timed[k+1] {
			continue
		}
		if !l.in(k, ",", "and", "as", "well", "plus", "also", "&", ";", "another", "or", "including", "a", "with", "along", "further", "the", "in", "addition", "to") && !l.timed[k] {
			return false
		}
	}
	return b.left >= from
}

func (l *line) joinedTight(a, b *count) bool {
	return l.joined(a, b) && b.left-max(a.right, a.npEnd) <= 4
}

// keep drops numbers that turned out to count nothing.
func (l *line) keep() {
	index := make([]int, len(l.counts)) // where each goes
	n := 0
	for i := range l.counts {
		index[i] = -1
		if l.worthy(&l.counts[i]) {
			index[i] = n
			n++
		}
	}
	for i := range l.counts {
		if index[i] < 0 {
			continue
		}
		c := l.counts[i]
		if c.whole >= 0 {
			c.whole = index[c.whole]
		}
		l.counts[index[i]] = c
	}
	l.counts = l.counts[:n]
}

// worthy reports whether a count says enough to be kept: a measure, a unit, or a
// large number of people or weapons.
func (l *line) worthy(c *count) bool {
	switch {
	case c.unit == "share":
		return c.population != "" || c.kind == "change"
	case c.unit != "" || c.measure != "":
		return !(c.unit == "" && c.thing && c.measure != "" && c.Value < 2 && !c.Order)
	case c.part && c.whole >= 0:
		return true
	case c.population == "":
		return false
	}
	return c.Order && c.low >= 20 || c.Value >= 20 || c.ranged && c.high >= 20
}
