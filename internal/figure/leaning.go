package figure

import "sitrep/internal/number"

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
		case c.human && c.measure == "" && !c.part && f.at >= 0 && !l.is(f.at-1, "since") && !l.is(f.at, "since"):
			// people who only stand somewhere are not counted over a period
		case c.kind == "change":
			if f.at > 0 && l.in(f.at-1, "since", "from", "between") || f.at >= 0 && l.is(f.at, "since") {
				c.frame = f
			}
		case c.human:
			if c.frame = f; l.apart(f.at, c.From) {
				c.frame = frame{}
			}
			if l.recalls(i, last) {
				c.population = last.population
			}
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

// apart reports whether a relative clause or another sentence begins between a period and a count, so
// that the one tells of something else.
func (l *line) apart(at, count int) bool {
	if at < 0 {
		return false
	}
	for k := min(at, count); k < max(at, count); k++ {
		if l.depth[k] == 0 && l.in(k, "where", "which", "who", ";") {
			return true
		}
	}
	if at > count {
		return false
	}
	if at > 4 && !l.in(at-2, ",", "and", "that", "-", "—") && l.split(at, count) {
		return true // "has shrunk since March, when 400 left"
	}
	comma := false // "Velt, which has fought since 2014, lost 500 soldiers"
	for k := at; k < count; k++ {
		comma = comma || l.is(k, ",")
	}
	for k := at; comma && k >= 0 && !l.is(k, ","); k-- {
		if l.in(k, "where", "which", "who") {
			return true
		}
	}
	return false
}

// split reports whether a comma that belongs to no time parts words a and b.
func (l *line) split(a, b int) bool {
	for k := a; k < b; k++ {
		if l.is(k, ",") && !l.timed[k] && !l.timed[min(k+1, len(l.ws)-1)] && l.depth[k] == 0 {
			return true
		}
	}
	return false
}

// recalls reports whether a count without a population is told by the same office
// that told the sum in the sentence before: "It had recorded 589 killed".
func (l *line) recalls(i int, last *carry) bool {
	c := &l.counts[i]
	if last.sentence != l.index-1 || last.population == "" || c.population != "" || c.thing || c.part {
		return false
	}
	for k := 0; k < c.left; k++ {
		if l.in(k, "it", "they") && !l.timed[k] {
			for j := k + 1; j <= k+4; j++ {
				if s, _, ok := l.phrase(j, cStatus); ok && (s.value == "recorded" || s.value == "verified") {
					return true
				}
			}
		}
	}
	return false
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
