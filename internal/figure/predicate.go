package figure

import (
	"strings"

	"sitrep/internal/number"
)

// predicateAfter looks right of the noun phrase for what happened to the counted:
// "23 people were killed", "73 people, including 14 children, were injured".
func (l *line) predicateAfter(c *count) bool {
	const reach = 14
	aux, conj, steps := false, false, 0
	for k := c.npEnd; k < len(l.ws) && steps < reach; k++ {
		if l.in(k, "(", "[") {
			k = l.closing(k) - 1
			continue
		}
		if l.is(k, ",") && l.parenthesis(k+1) { // skip ", including …,"
			k = l.nextComma(k + 1)
			continue
		}
		if k > c.npEnd && l.countAt(k) {
			return false
		}
		conj = conj || l.in(k, "and", "or")
		if s, end, ok := l.phrase(k, cVerb|cVerbI); ok && !l.timed[k] {
			if l.hasObject(end) {
				return false // "killed 464 children and injured 931 more"
			}
			if s.class&cVerbI != 0 || aux || steps == 0 && !conj || l.participle(c, k, steps) && !conj {
				l.setMeasure(c, s.value, end, "figure/predicate")
				return true
			}
		}
		if l.stops(k) || l.is(k, ",") && !l.is(k+1, "who") || l.in(k, "but", "while", "although", "because", "after", "when", "before", "if", "where", "they", "he", "she", "it", "we", "those") ||
			steps > 0 && l.in(k, "who", "that", "which") && !aux {
			return false
		}
		if l.has(k, cAux) {
			aux = true
			if _, _, told := l.phrase(k+1, cVerb|cVerbI); l.in(k, "said", "says") && !told {
				return false
			}
		} else if !l.timed[k] && l.ws[k].Shape == number.Letters && !hasPrefixAny(l.tag(k), "RB") && !l.in(k, "who", "that") {
			if l.active(k, c) {
				return false
			}
			if steps++; aux && steps > 4 {
				aux = false
			}
		}
		if l.ws[k].Shape == number.Digits && !l.timed[k] && steps > 0 {
			return false
		}
	}
	return false
}

// participle lets a past participle stand without an auxiliary, as headlines and
// lists have it: "12 soldiers killed", "5 from one family wounded in shelling".
func (l *line) participle(c *count, k, steps int) bool {
	if _, _, noun := l.phrase(k+1, cPop|cThing|cSide); noun || l.in(k-1, "every", "each", "an", "a", "the") {
		return false // "every injured soldier"
	}
	if tag := l.tag(k); tag == "VBN" {
		return steps <= 4
	}
	_, _, object := l.phrase(k+1, cPop)
	_, isNumber := l.x.numbers.At(l.ws, k+1)
	return steps <= 3 && !object && !isNumber && l.tag(k) == ""
}

// active reports whether word k is a verb of another kind, after which the count
// is a doer and not one to whom it was done.
func (l *line) active(k int, c *count) bool {
	if l.has(k, cActive) && !l.has(k, cVerb) {
		return true
	}
	switch l.tag(k) {
	case "VBZ", "VBD", "VBP":
		return !l.has(k, cAux)
	}
	return false
}

// parenthesis reports whether an aside begins at word k: "including", "mostly".
func (l *line) parenthesis(k int) bool {
	return l.isIncluding(k) || l.in(k, "mostly", "most", "some", "all", "many", "mainly", "among", "both", "two", "three", "one") && l.nextComma(k) < len(l.ws)-1 && l.is(l.nextComma(k), ",")
}

// hasObject reports whether a count begins at word k, as the object of the verb that
// ends there.
func (l *line) hasObject(k int) bool {
	for i := range l.counts {
		if l.counts[i].left == k && l.ws[k].Space {
			return true
		}
	}
	return false
}

// countAt reports whether a count begins at word k.
func (l *line) countAt(k int) bool {
	for i := range l.counts {
		if l.counts[i].From == k {
			return true
		}
	}
	return false
}

func (l *line) isIncluding(k int) bool {
	_, _, ok := l.phrase(k, cIncluding)
	return ok
}

func (l *line) nextComma(k int) int {
	for ; k < len(l.ws); k++ {
		if l.is(k, ",") || l.stops(k) {
			return k
		}
	}
	return k
}

// predicateBefore looks left for a verb that has the count as its object: "killed
// at least 14", "killing five people", "wounding 12", "lost 500 soldiers".
func (l *line) predicateBefore(c *count) bool {
	i := c.left
	for steps := 0; steps < 5 && i > 0; steps++ {
		for w := 3; w >= 1; w-- {
			s, end, ok := l.phrase(i-w, cActive|cVerb)
			if !ok || end != i || l.timed[i-w] {
				continue
			}
			if l.passive(i - w) {
				return false
			}
			if l.is(i-w, "lost") && !c.human && !c.thing {
				return false
			}
			l.setActive(c, s.value, i-w)
			return true
		}
		if !l.in(i-1, "the", "a", "an", "another", "further", "additional", "some", "lives", "of", "all", "as", "total", "other", "life", "about", "than", "more", "up", "to", "at", "least", "nearly") && !hasPrefixAny(l.tag(i-1), "RB") {
			return false
		}
		i--
	}
	return false
}

func (l *line) setActive(c *count, measure string, at int) {
	if measure == "homeless" || measure == "missing" || measure == "hospitalised" {
		return
	}
	if c.thing && l.is(at, "lost") {
		measure = "lost"
	}
	if (c.thing || c.unit != "" && c.unit != "share") && (measure == "killed" || measure == "injured" || measure == "captured") {
		return
	}
	if c.population == "" && measure != "killed" && measure != "injured" && c.unit == "" && !l.bare(c) {
		return // "capture two provinces"
	}
	if measure == "destroyed" && c.human {
		measure = "killed" // armies' word for it
	}
	c.measure, c.left, c.rule = measure, min(c.left, at), "figure/object"
	if !c.thing {
		c.human = true
	}
}

// bare reports whether nothing that could be counted follows the number.
func (l *line) bare(c *count) bool {
	return c.To >= len(l.ws) || l.ws[c.To].Shape == number.Mark || l.in(c.To, "and", "in", "on", "at", "of", "more", "others", "near", "out", "from", "after")
}

// passive reports whether the verb at k stands in the passive, so that what
// follows is no object: "were killed 20 km south of".
func (l *line) passive(k int) bool {
	if strings.HasSuffix(l.ws[k].Lower, "ing") {
		return false
	}
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if l.in(j, "was", "were", "been", "is", "are", "be", "being") {
			return true
		}
		if !l.has(j, cAux) && !hasPrefixAny(l.tag(j), "RB") {
			return false
		}
	}
	return false
}

// linked looks left for a measure that a verb of being or reaching ties to the
// number: "the death toll rose to 28", "casualties amounted to 9,983", "number of
// wounded: 12", "toll of 28".
func (l *line) linked(c *count) bool {
	i := c.left
	if !l.has(i-1, cLink) {
		if !(l.in(i-1, "some", "about", "a", "total") || l.is(i-1, "total")) {
			return l.tollNoun(c, i)
		}
	}
	const reach = 30
	seen := false
	for k := i - 1; k >= 0 && k > i-reach; k-- {
		if l.stops(k) || l.owned(k) && !l.within(k) {
			return false
		}
		if l.has(k, cLink) || l.has(k, cUp) || l.has(k, cDown) {
			seen = true
		}
		s, end, ok := l.phrase(k, cNoun)
		if !ok || !seen || l.timed[k] {
			continue
		}
		if l.is(k, "killed") || l.is(k, "wounded") || l.is(k, "injured") || l.is(k, "missing") || l.is(k, "dead") || l.is(k, "hurt") || l.is(k, "displaced") || l.is(k, "homeless") {
			if !l.countedNoun(k) {
				continue
			}
		}
		if k > 0 && l.is(k, "toll") {
			if s2, at, ok := l.phraseBefore(k+1, cNoun); ok {
				s, k = s2, at
			}
		}
		c.measure, c.left, c.rule = s.value, k, "figure/subject"
		if !c.human && c.population == "" && l.is(c.npEnd, "people") {
			c.population = "people"
		}
		c.human = true
		l.subjectPopulation(c, k)
		_ = end
		return true
	}
	return false
}

// within reports whether the owner of word k is only a number in brackets, which
// does not part subject and predicate.
func (l *line) within(k int) bool { return l.depth[k] > 0 }

// tollNoun reads "toll 28", "28-strong death toll" in headlines.
func (l *line) tollNoun(c *count, i int) bool {
	if s, at, ok := l.phraseBefore(i, cNoun); ok && (l.in(i-1, "toll", "casualties", "deaths", "fatalities")) {
		c.measure, c.left, c.rule, c.human = s.value, at, "figure/subject", true
		return true
	}
	return false
}

// countedNoun reports whether a participle serves as a noun that is counted:
// "number of killed", "the wounded".
func (l *line) countedNoun(k int) bool {
	for j := k - 1; j >= 0 && j >= k-6; j-- {
		if l.in(j, "number", "numbers", "count", "tally", "total") {
			return true
		}
		if l.stops(j) {
			return false
		}
	}
	return l.is(k+1, ":")
}

// lostLives reads "claimed the lives of 12", "cost 12 lives", "12 lives were lost".
func (l *line) lostLives(c *count) bool {
	lives := l.is(c.npEnd-1, "lives") || l.is(c.npEnd-1, "souls")
	if !lives {
		return false
	}
	for k := c.left - 1; k >= 0 && k > c.left-5; k-- {
		if hasPrefixAny(l.ws[k].Lower, "claim", "cost", "took", "take", "taking") {
			c.measure, c.population, c.left, c.human = "killed", "people", k, true
			return true
		}
	}
	for k := c.npEnd; k < len(l.ws) && k < c.npEnd+5; k++ {
		if l.in(k, "lost", "claimed") {
			c.measure, c.population, c.right, c.human = "killed", "people", k+1, true
			return true
		}
	}
	c.population = ""
	return false
}
