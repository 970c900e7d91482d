package when

import "sitrep/internal/number"

// duration reads a length of time and what turns it into a date: "two weeks",
// "a 30-day", "the past two months", "several years ago", "three days later",
// "the first nine months", "half an hour", "two more weeks".
func (p *parser) duration(i int) (expr, bool) {
	e := expr{kind: kDuration, from: i}
	j := i
	if p.is(j, "the") || p.has(j, cDir|cCtxDir) && !p.is(j, "that") && !p.is(j, "present") {
		j = p.pointer(&e, j)
	}
	if n, ok := p.x.numbers.At(p.ws, j); ok && n.Ordinal && j > i && p.is(i, "the") { // "the first nine months"
		if m, ok := p.x.numbers.At(p.ws, n.To); ok && !m.Ordinal {
			j = n.To
		} else if p.has(n.To, cUnits) && n.Value == 1 {
			e.vague, e.unit, e.to = true, p.unitAt(n.To), n.To+1
			return e, true
		}
	}
	if p.has(j, cWhole) {
		_, j, _ = p.phrase(j, cWhole)
	}
	if to, ok := p.unitLong(&e, j); ok {
		e.from, e.to = j, to // the article belongs to the noun
		return e, true
	}
	j, ok := p.quantity(&e, j, i)
	if !ok {
		return e, false
	}
	e.to = j
	p.smallerUnit(&e)
	p.afterUnit(&e)
	if p.is(e.to, "and") && p.is(e.to+1, "a") && p.is(e.to+2, "half") && !e.vague {
		e.n, e.to = e.n+.5, e.to+3
	}
	p.shift(&e)
	if e.nominal || e.value == "age" && !p.history {
		return e, false // "a 15-year-old" tells an age, not a time
	}
	return p.attributive(e, i), true
}

// attributive leaves the article outside of "the 14-day", which belongs to the noun
// that follows.
func (p *parser) attributive(e expr, i int) expr {
	for k := i + 1; k < e.to-1; k++ {
		if p.is(i, "a") && p.is(k, "-") && p.is(k+1, "long") {
			e.from = i + 1
			return e
		}
		if p.is(k, "-") && p.unitWord(k+1) && (p.is(i, "the") || p.is(i, "a") && p.x.numbers.Opens(p.ws[i+1].Lower)) && e.kind == kDuration {
			e.from = i + 1
			return e
		}
	}
	return e
}

func (p *parser) unitAt(i int) byte {
	if s, ok := p.sense(i, cUnits|cUnit); ok {
		return s.value[0]
	}
	return 0
}

// quantity reads the number and the unit, and gives the word after them.
func (p *parser) quantity(e *expr, j, i int) (int, bool) {
	if to, ok := p.partOfUnit(e, j); ok {
		return to, true
	}
	switch {
	case p.is(j, "one") && p.is(j+1, "day") && p.ends(j-1) && !p.ends(j+2) && !p.has(j+2, cShift|cShiftCtx):
		return j, false // "One day he will": which day is not told
	case p.in(j, "a", "an", "another", "one") && p.unitWord(p.skipAdjective(j+1)):
		k := p.skipAdjective(j + 1)
		e.n, e.unit = 1, p.unitAt(k)
		if k > j+1 && p.is(j, "one") {
			return j, false
		}
		return k + 1, !p.is(k, "second") && p.articleUnit(j, k)
	case p.is(j, "half") && p.in(j+1, "a", "an", "-") && p.has(j+2, cUnit):
		e.n, e.unit = .5, p.unitAt(j+2)
		return j + 3, true
	case p.in(j, "many", "some", "numerous") && p.has(j+1, cUnits):
		e.vague, e.unit = true, p.unitAt(j+1)
		return j + 2, p.is(j+2, "ago") || p.is(j, "many") || p.is(j, "numerous")
	case p.in(j, "recent", "coming", "future", "subsequent", "following", "previous") && p.has(j+1, cUnits):
		e.vague, e.unit = true, p.unitAt(j+1)
		j += 2
		if p.is(j, "and") && p.has(j+1, cUnits) {
			j += 2
		}
		return j, true
	case p.has(j, cUnits) && !p.is(j, "seconds") && (e.dir != noDir || p.bareUnits(j)):
		e.vague, e.unit = true, p.unitAt(j)
		return j + 1, true
	}
	n, ok := p.x.numbers.At(p.ws, j)
	if !ok || n.Ordinal || n.Fraction && n.Value >= 1 {
		return j, false
	}
	if p.is(n.To, "-") || n.To < len(p.ws) && p.in(n.To, "to", "or") {
		if hi, to, ok := p.rangeEnd(n); ok { // "two to three weeks", "10-15 days"
			n.Low, n.High, n.To, n.Vague = n.Value, hi, to, false
			n.Value = n.Low
		}
	}
	k := p.hyphen(n.To)
	for p.has(k, cMore|cWhole) || p.in(k, "long", "solid", "bloody", "calendar", "working", "trading", "business") {
		k++
	}
	if n.Order && p.is(k, "of") {
		k++
	}
	if !p.unitWord(k) {
		return j, false
	}
	e.n, e.vague, e.unit = n.Value, n.Vague || n.Order, p.unitAt(k)
	if n.Year && n.Value > 1800 && n.Value < 2100 { // "the 1990 quarter"
		return j, false
	}
	if e.unit == 'Q' && p.is(k, "quarter") {
		return j, false
	}
	return k + 1, true
}

// rangeEnd reads the upper end of "two to three", "10-15".
func (p *parser) rangeEnd(n number.Number) (float64, int, bool) {
	k := n.To + 1
	hi, ok := p.x.numbers.At(p.ws, k)
	if !ok || hi.Ordinal || hi.Value <= n.Value || hi.Order || hi.Vague {
		return 0, 0, false
	}
	return hi.Value, hi.To, p.unitWord(p.hyphen(hi.To))
}

func (p *parser) unitWord(k int) bool { return p.has(k, cUnit|cUnits) }

// skipAdjective steps over one word between the article and the unit.
func (p *parser) skipAdjective(k int) int {
	if p.has(k, cWhole) || p.in(k, "single", "long", "solid", "good", "bloody", "mere", "record") {
		return k + 1
	}
	return k
}

// articleUnit refuses "a day" where it means a rate's denominator or a day of note.
func (p *parser) articleUnit(j, k int) bool {
	if p.is(j, "a") && p.in(k+1, "of") && p.in(k, "day", "night", "week") {
		return false
	}
	if p.is(k, "second") || p.is(k, "quarter") {
		return false
	}
	if p.is(j, "a") && k == j+1 && p.rate(j) {
		return p.in(k, "day", "week", "month", "year")
	}
	return true
}

// rate reports whether a number, a sum or a share stands right before "a year".
func (p *parser) rate(j int) bool {
	return j > 0 && (p.ws[j-1].Shape == number.Digits || p.in(j-1, "percent", "%", "times", "million", "billion", "dollars"))
}

// bareUnits tells "for weeks" and "days of fighting" from other plurals.
func (p *parser) bareUnits(j int) bool {
	if p.is(j+1, "to") && p.is(j+2, "come") {
		return true
	}
	if p.in(j+1, "ago", "later", "earlier", "before", "after", "ahead", "of") || p.in(j-1, "for", "in", "within", "of", "over", "took", "take", "takes", "last", "after", "by") {
		return !(p.is(j-1, "of") && p.in(j-2, "number", "couple", "matter"))
	}
	return false
}

// afterUnit reads "old", "long", "-old" and the like after a unit.
func (p *parser) afterUnit(e *expr) {
	k := p.hyphen(e.to)
	if p.is(k, "old") || p.is(k, "olds") && k > e.to {
		e.to, e.value, e.nominal = k+1, "age", k > e.to
		return
	}
	if p.is(k, "long") && k > e.to {
		e.to = k + 1
		return
	}
	if p.is(k, "of") && p.is(k+1, "age") {
		e.to, e.value = k+2, "age"
	}
	if e.vague && p.is(e.to, "to") && p.is(e.to+1, "come") {
		e.to += 2
	}
	if p.is(e.to, "ahead") && e.dir != noDir || p.is(e.to, "ahead") && e.vague && p.is(e.from, "the") {
		e.to++
	}
}

// shift reads "ago", "from now", "later", "earlier", "after the truce".
func (p *parser) shift(e *expr) {
	k := p.hyphen(e.to)
	if p.is(k, "or") && p.in(k+1, "so", "more") {
		e.approx = map[bool]string{true: "about", false: "min"}[p.is(k+1, "so")]
		k += 2
		if !p.has(k, cShift|cShiftCtx) {
			e.to = k
			return
		}
	}
	if p.is(k, "'") { // "two weeks' time"
		if p.is(k+1, "time") {
			e.kind, e.dir, e.to = kShift, onward, k+2
		}
		return
	}
	if s, next, ok := p.phrase(k, cShift); ok {
		e.kind, e.dir, e.to = kShift, direction(s.n+2), next
		return
	}
	s, next, ok := p.phrase(k, cShiftCtx)
	if !ok || e.value == "age" {
		return
	}
	switch p.ws[k].Lower {
	case "prior":
		if p.is(next, "to") {
			return
		}
	case "after", "before":
		if p.is(k, "before") && p.ends(k+1) { // "he had left two days before", not "in the three months before"
			if p.is(e.from, "the") {
				return
			}
			break
		}
		if d, to, ok := p.dayExpr(k + 1); ok { // "two days after May 5"
			e.kind, e.dir, e.anchor, e.to = kShift, direction(s.n+2), d, to
		}
		return
	case "previously", "thereafter", "afterward", "afterwards":
	}
	e.kind, e.dir, e.context, e.to = kShift, direction(s.n+2), true, next
}
