package figure

import (
	"strings"

	"sitrep/internal/number"
)

// phraseOf reads what stands right after the number: a unit, or a noun phrase that
// names whom or what is counted and perhaps the measure itself. It reports whether
// the number can be a figure.
func (l *line) phraseOf(c *count) bool {
	c.npEnd = max(c.npEnd, c.To)
	if s, _, ok := l.phraseBefore(c.From, cMoney); ok {
		c.unit, c.kind, c.left = s.value, "level", min(c.left, c.From-1)
		l.boundLeft(c)
		return true
	}
	k := l.hyphen(c.To)
	if l.is(k, "-") && k+1 < len(l.ws) && l.ws[k+1].Shape == number.Letters && c.To == k { // "1,000- to"
		k++
	}
	if s, end, ok := l.phrase(k, cUnit); ok && l.measured(s.value, k, c) {
		c.unit, c.npEnd, c.right = s.value, end, end
		c.kind = "level"
		l.unitRange(c)
		l.restate(c)
		l.measuredNoun(c)
		return true
	}
	l.noun(c)
	return true
}

// measured refuses words that are units only by chance: "m" that stands apart,
// "points", "foot".
func (l *line) measured(unit string, k int, c *count) bool {
	if l.ws[k].Lower == "an" || l.ws[k].Lower == "points" && !l.is(k-1, "percentage") && k == c.To {
		return l.is(k-1, "percentage")
	}
	return !(l.is(k, "pounds") && l.is(c.From-1, "£"))
}

// noun reads the noun phrase after the number.
func (l *line) noun(c *count) {
	i := c.To
	if l.in(i, "of") && (c.Order || c.Vague || c.Fraction || l.in(i+1, "the", "them", "these", "those", "its", "his", "their", "our", "whom")) {
		if l.in(i+1, "them", "whom", "these", "those") && !(l.in(i+1, "these", "those") && l.ws[min(i+2, len(l.ws)-1)].Shape == number.Letters && l.has(i+2, cPop)) {
			c.part, c.npEnd, c.right = true, i+2, i+2
			if s, end, ok := l.phrase(i+2, cPop); ok { // "three of them children"
				c.population, c.human, c.npEnd, c.right = s.value, true, end, end
			}
			if s, end, ok := l.phrase(i+3, cPop); ok && l.in(i+2, "are", "were", "is", "was") { // "40 of them are children"
				c.population, c.human, c.npEnd, c.right = s.value, true, end, end
			}
			return
		}
		i++
		if l.in(i, "the", "its", "his", "their", "our", "these", "those") {
			i++
		}
	}
	if l.is(c.To, "of") && i == c.To { // "178 of Moscow's helicopters"
		for k := i + 1; k < len(l.ws) && k <= i+4; k++ {
			if l.is(k, "'s") {
				i = k + 1
				break
			}
		}
	}
	if s, end, ok := l.phrase(i+1, cPop); ok && l.in(i, "were", "are") && i == c.To { // "12 were women"
		c.population, c.human, c.npEnd, c.right = s.value, true, end, end
		return
	}
	const reach = 7
	for k := i; k < len(l.ws) && k < i+reach; k++ {
		if l.timed[k] || l.ws[k].Shape == number.Digits {
			return
		}
		if l.ws[k].Shape == number.Mark {
			if l.ws[k].Lower == "-" && !l.ws[k].Space || l.in(k, "'s", "\"", "“", "”") {
				continue
			}
			return
		}
		if s, end, ok := l.phrase(k, cSide); ok {
			if c.side == "" {
				c.side = s.value
			}
			_ = end
		}
		if s, end, ok := l.phrase(k, cNoun); ok && l.measureNoun(c, k, s.value) {
			c.measure, c.human = s.value, true
			c.npEnd, c.right = end, end
			c.rule = "figure/noun"
			l.nounTail(c)
			return
		}
		if s, end, ok := l.phrase(k, cVerb|cVerbI); ok && (k == i || l.between(i, k)) && !strings.HasPrefix(s.value, "launched") {
			if c.population == "" || l.has(k, cVerbI|cVerb) {
				l.setMeasure(c, s.value, end, "figure/adjective")
				return
			}
		}
		if s, end, ok := l.phrase(k, cPop|cThing); ok {
			c.population, c.npEnd, c.right = s.value, end, end
			c.thing = s.class&cThing != 0
			c.human = !c.thing
			if l.followed(end) {
				k = end - 1
				continue
			}
			if s2, end2, ok := l.phrase(end+1, cPop); ok && l.is(end, "and") && s2.value != c.population && c.human {
				c.population, c.npEnd, c.right = "people", end2, end2 // "137 civilians and military personnel"
			}
			l.relative(c)
			return
		}
		if l.breaks(k) {
			return
		}
	}
}

// between reports whether only words of the "more" kind stand in [i, k).
func (l *line) between(i, k int) bool {
	for ; i < k; i++ {
		if !l.has(i, cMore|cSide|cPop) && !l.in(i, "more", "been", "were", "was", "have", "are", "is", "people", "reported", "feared", "shot", "confirmed", "left") {
			return false
		}
	}
	return true
}

// followed reports whether a noun follows that makes the population a modifier:
// "civilian casualties", "police officers", "children dead".
func (l *line) followed(i int) bool {
	if i >= len(l.ws) || l.timed[i] || l.ws[i].Shape != number.Letters {
		return false
	}
	_, _, noun := l.phrase(i, cNoun)
	_, _, pop := l.phrase(i, cPop)
	_, _, verb := l.phrase(i, cVerb|cVerbI)
	_, _, thing := l.phrase(i, cThing)
	return noun || pop || verb || thing
}

// measureNoun tells a measure from a participle that only looks like one: in "12
// missing aircraft" nothing is missing but aircraft.
func (l *line) measureNoun(c *count, k int, measure string) bool {
	if c.thing {
		return false
	}
	if measure == "missing" || measure == "homeless" || measure == "displaced" {
		_, _, thing := l.phrase(k+1, cThing)
		return !thing
	}
	if l.is(k, "toll") || l.is(k+1, "toll") || l.is(k, "death") && !l.is(k+1, "toll") && l.is(k+1, "sentences") {
		return false
	}
	return true
}

// nounTail reads who the counted are when the measure stood first: "12 deaths of
// children", "5 wounded soldiers", "406 casualties among civilians".
func (l *line) nounTail(c *count) {
	k := c.npEnd
	if l.in(k, "of", "among", "in") {
		k++
		if l.in(k, "the", "its", "their") {
			k++
		}
	}
	if s, _, ok := l.phrase(k, cSide); ok && (c.side == "" || k > c.npEnd) {
		if c.side == "" && !l.is(c.npEnd, "in") { // who is hurt in a country need not be of it
			c.side = s.value
		}
		k++
	}
	if s, end, ok := l.phrase(k, cPop); ok && !l.is(c.npEnd, "in") {
		if c.population == "" || c.population == "people" {
			c.population = s.value
		}
		c.npEnd, c.right = end, end
	}
	l.alternatives(c, c.npEnd)
}

// relative reads "whose sex is yet unknown" after a population.
func (l *line) relative(c *count) {
	if _, end, ok := l.phrase(c.npEnd, cSex); ok {
		c.npEnd, c.right, c.base = end, end, ""
		c.population += " of unknown sex"
	}
}

// breaks reports whether word k ends the noun phrase.
func (l *line) breaks(k int) bool {
	switch tag := l.tag(k); {
	case tag == "":
	case tag == "IN" && !l.is(k, "of"), hasPrefixAny(tag, "VBZ", "VBP", "VBD", "MD", "WP", "WD", "CC", "TO"):
		return true
	}
	return l.in(k, "in", "on", "at", "to", "from", "by", "with", "for", "and", "or", "but", "who", "which", "that", "as", "than",
		"after", "before", "near", "when", "while", "is", "are", "was", "were", "has", "had", "have", "will", "would", "be",
		"said", "says", "into", "during", "since", "through", "under", "over", "against", "between", "among", "of", "a", "an", "the", "he", "she", "it", "they")
}

// setMeasure gives the count its measure; several measures in a list become one:
// "killed or injured" casualties, "killed, injured, or left homeless" affected.
func (l *line) setMeasure(c *count, measure string, end int, rule string) {
	if c.thing && measure == "killed" {
		measure = "destroyed"
	}
	c.measure = measure
	c.rule = ruleID(rule)
	c.right = max(c.right, end)
	if !c.thing {
		c.human = true
	}
	l.alternatives(c, end)
}

// alternatives reads further measures joined by "or" (or "and" and commas) that
// share the number.
func (l *line) alternatives(c *count, end int) {
	found := c.measure
	several := ""
	for k := end; k < len(l.ws); {
		j := k
		for l.in(j, ",", "or", "and", "/", "either") {
			j++
		}
		if j == k {
			break
		}
		if l.in(j, "left", "seriously", "otherwise", "been", "badly", "severely") {
			j++
		}
		s, next, ok := l.phrase(j, cVerb|cVerbI|cNoun)
		if !ok || l.timed[j] {
			break
		}
		if l.is(k, "and") && j == k+1 && c.population == "" && !l.sharedAnd(c) {
			break
		}
		if s.value != found {
			several = several + " " + s.value
		}
		c.right = next
		k = next
		c.npEnd = max(c.npEnd, next)
	}
	switch {
	case several == "":
	case strings.TrimSpace(several) == "injured" && found == "killed", strings.TrimSpace(several) == "killed" && found == "injured":
		c.measure = "casualties"
	default:
		c.measure = "affected"
	}
}

// sharedAnd reports whether "killed and wounded" shares one number.
func (l *line) sharedAnd(*count) bool { return true }

// measuredNoun finds what a length or an area is of: "1,000-kilometer front line".
func (l *line) measuredNoun(c *count) {
	switch l.x.units[c.unit].dimension {
	case "length":
		c.measure = "length"
	case "area":
		c.measure = "area"
	case "mass":
		c.measure = "mass"
	default:
		return
	}
	k := c.npEnd
	for l.in(k, "-", "long", "wide", "of") {
		k++
	}
	from := k
	for k < len(l.ws) && k < from+3 && l.ws[k].Shape == number.Letters && !l.timed[k] && !l.breaks(k) {
		if t := l.tag(k); t != "" && !hasPrefixAny(t, "NN", "JJ") || l.in(k, "south", "north", "east", "west", "away", "long", "deep", "inside", "off", "across", "southeast", "northeast", "southwest", "northwest", "wide", "high") {
			break
		}
		k++
	}
	if l.is(k, "-") && k+1 < len(l.ws) && l.ws[k+1].Shape == number.Letters && k > from {
		k += 2
	}
	if k > from {
		c.population = strings.ToLower(l.text[l.ws[from].Start:l.ws[k-1].End])
		c.right, c.npEnd = k, k
		if l.is(c.left-1, "the") {
			c.left--
		}
		return
	}
	if l.in(c.npEnd, "south", "north", "east", "west", "away", "from", "southeast", "northeast", "southwest", "northwest", "off", "outside") || l.is(c.npEnd, "to") {
		c.measure = "distance"
	}
}

// unitRange reads "30% to 40%", where the unit stands with both ends.
func (l *line) unitRange(c *count) {
	k := c.npEnd
	if c.ranged || !l.in(k, "to", "-") {
		return
	}
	n, ok := l.x.numbers.At(l.ws, k+1)
	if !ok || n.Ordinal || n.Order || n.Vague || n.Value <= c.Value {
		return
	}
	s, end, ok := l.phrase(l.hyphen(n.To), cUnit)
	if !ok || s.value != c.unit || l.in(c.left-1, "from") {
		return
	}
	c.ranged, c.low, c.high, c.bound, c.given = true, c.Value, n.Value, "range", false
	c.To, c.npEnd, c.right = n.To, end, end
}
