package figure

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
