package figure

import (
	"sitrep/internal/number"
	"sitrep/record"
)

// carry is what one sentence leaves to the next.
type carry struct {
	frame      frame
	population string
	measure    string
	sentence   int
}

// read finds the sentence's figures and settles what they share.
func (l *line) read(begin record.Date, report *record.Report, last *carry) {
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
		if d := *c; l.predicateBefore(&d) && d.measure == "exchanged" {
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

// lists carries a measure down a list in brackets or after "including", and marks
// its members as parts: "102 killed (15 men, 14 women …)".
func (l *line) lists() {
	for i := range l.counts {
		c := &l.counts[i]
		whole := l.opener(i)
		if whole < 0 {
			continue
		}
		w := &l.counts[whole]
		if w.unit != "" || c.unit != "" {
			continue
		}
		switch {
		case l.depth[c.From] > l.depth[w.From] && c.measure == "" && c.population == "" && !c.part:
			c.previous, c.measure, c.population, c.side = true, w.measure, w.population, w.side
			c.rule = "figure/earlier"
		case c.population != "" && c.measure == "" && !c.thing:
			c.measure, c.part, c.whole, c.rule = w.measure, true, whole, "figure/part"
		case c.measure != "" && c.human:
			c.part, c.whole = true, whole
			if c.population == "" || c.population == "people" {
				c.population = w.population
			}
		case c.part && c.measure == "":
			c.measure, c.whole, c.rule = w.measure, whole, "figure/part"
		}
		if c.part && c.side == "" {
			c.side = w.side
		}
	}
}

// opener gives the index of the count that count i is a part or an earlier state
// of, or -1.
func (l *line) opener(i int) int {
	c := &l.counts[i]
	d := l.depth[c.From]
	if d > 0 {
		for j := i - 1; j >= 0; j-- {
			if l.depth[l.counts[j].From] < d {
				if l.human(j) && l.near(j, i) {
					return j
				}
				return -1
			}
		}
		return -1
	}
	if c.part { // "four of them"
		return l.before(i)
	}
	for j := i - 1; j >= 0; j-- {
		if l.depth[l.counts[j].From] != d || l.counts[j].previous {
			continue
		}
		if l.human(j) && c.rule != "figure/object" && !(c.rule == "figure/predicate" && (c.population == "" || c.elided)) && l.includes(j, i) {
			return l.sameMeasure(j, c.measure)
		}
		if l.counts[j].whole >= 0 && l.counts[j].part && (c.measure == "" || c.rule == "figure/list" || c.rule == "figure/adjective" && l.human(j)) && l.joined(&l.counts[j], c) {
			return l.counts[j].whole
		}
		if !(l.counts[j].whole >= 0) {
			break
		}
	}
	return l.among(i)
}

// sameMeasure goes back from count j to one joined to it that tells the measure.
func (l *line) sameMeasure(j int, measure string) int {
	for k := j; measure != "" && k >= 0; k-- {
		if l.counts[k].measure == measure || l.counts[k].measure == "casualties" {
			return k
		}
		if k > 0 && !l.joined(&l.counts[k-1], &l.counts[k]) {
			break
		}
	}
	return j
}

func (l *line) human(j int) bool {
	return l.counts[j].human && (l.counts[j].measure != "" || l.counts[j].population != "")
}

// near reports whether the brackets that hold count i open right after count j.
func (l *line) near(j, i int) bool {
	for k := l.counts[j].npEnd; k < l.counts[i].From; k++ {
		if l.in(k, "(", "[") {
			return k-max(l.counts[j].right, l.counts[j].npEnd) <= 3
		}
	}
	return false
}

// includes reports whether "including" or a colon or dash leads from count j to i.
func (l *line) includes(j, i int) bool {
	from := l.counts[j].npEnd
	for k := from; k < l.counts[i].left; k++ {
		if l.in(k, "(", "[") {
			k = l.closing(k) - 1
			continue
		}
		if l.isIncluding(k) {
			return l.noCountBetween(k, j, i)
		}
		if l.in(k, ":", "-") && l.sumUp(j, i) {
			return true
		}
		if l.stops(k) {
			return false
		}
	}
	return false
}

func (l *line) noCountBetween(k, j, i int) bool {
	for m := j + 1; m < i; m++ {
		if l.counts[m].From > k && l.counts[m].depthZero(l) && !l.joined(&l.counts[m], &l.counts[i]) {
			return false
		}
	}
	return true
}

func (c *count) depthZero(l *line) bool { return l.depth[c.From] == 0 }

// sumUp reports whether count j is the kind of whole that killed and injured make.
func (l *line) sumUp(j, i int) bool {
	m := l.counts[i].measure
	return l.counts[j].measure == "casualties" && (m == "killed" || m == "injured")
}

// among reads "Among the 5,531 wounded were 163 boys and 124 girls".
func (l *line) among(i int) int {
	if i == 0 {
		return -1
	}
	first := &l.counts[0]
	k := first.left
	if !l.in(k-1, "among", "of") && !(l.is(k-1, "the") && l.in(k-2, "among", "of")) {
		return -1
	}
	if l.human(0) && l.depth[l.counts[i].From] == 0 && l.counts[i].population != "" && (l.counts[i].measure == "" || l.counts[i].rule == "figure/list" || l.counts[i].rule == "figure/part") {
		return 0
	}
	return -1
}

// parts links the members of a sum: casualties with the killed and the injured
// that follow.
func (l *line) parts() {
	for i := range l.counts {
		c := &l.counts[i]
		if c.measure != "casualties" || c.unit != "" || c.previous {
			continue
		}
		for j := i + 1; j < len(l.counts); j++ {
			p := &l.counts[j]
			if p.whole >= 0 || p.previous || p.unit != "" || p.measure != "killed" && p.measure != "injured" {
				continue
			}
			if p.Value < c.Value && (p.population == c.population || p.population == "" || p.population == "people") {
				if p.population = c.population; p.side == "" {
					p.side = c.side
				}
				p.whole, p.part = i, true
			}
		}
	}
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
		return c.measure != "" || c.population != ""
	case c.unit != "" || c.measure != "":
		return !(c.unit == "" && c.thing && c.measure != "" && c.Value < 2 && !c.Order)
	case c.part && c.whole >= 0:
		return true
	case c.population == "":
		return false
	}
	return c.Order && c.low >= 20 || c.Value >= 20 || c.ranged && c.high >= 20
}

// conclude leaves to the next sentence what it may lean on.
func (l *line) conclude(last *carry) {
	*last = carry{frame: last.frame, sentence: l.index}
	for i := range l.counts {
		if c := &l.counts[i]; c.human && !c.previous && c.measure != "" {
			last.population, last.measure = c.population, c.measure
			last.frame = c.frame
		}
	}
}

// frames gives each count its period.
func (l *line) frames(f frame, last *carry) {
	for i := range l.counts {
		c := &l.counts[i]
		if l.depth[c.From] > 0 {
			l.inner(c)
		}
		switch {
		case !c.frame.empty() || c.previous:
		case c.kind == "change":
			if f.at > 0 && l.in(f.at-1, "since", "from", "between") || f.at >= 0 && l.is(f.at, "since") {
				c.frame = f
			}
		case c.human:
			c.frame = f
			if l.leans(i, last) {
				if f.empty() {
					c.frame = last.frame
				}
				if c.population == "" || c.population == "people" {
					c.population = last.population
				}
			}
		}
		if c.previous && c.frame.empty() && i > 0 { // "(8,574)" after "(23,015 as of April 24)"
			for j := i - 1; j >= 0; j-- {
				if l.counts[j].previous {
					c.frame = l.counts[j].frame
					break
				}
			}
		}
	}
}

// leans reports whether a count belongs to the sum told in the sentence before:
// a list without a verb, or one that begins with "Among".
func (l *line) leans(i int, last *carry) bool {
	if last.sentence != l.index-1 || last.population == "" || l.counts[i].population != "" && l.counts[i].population != last.population && l.counts[i].population != "people" && !l.counts[i].part {
		return false
	}
	if l.in(0, "among", "of", "they", "these") {
		return true
	}
	for k := range l.ws { // a sentence with a full verb tells its own
		if l.depth[k] == 0 && l.in(k, "was", "were", "has", "have", "had", "is", "are", "said", "reported") {
			return false
		}
	}
	return l.ws[0].Shape == number.Digits || l.counts[0].left == 0
}
