package when

import (
	"strings"

	"sitrep/internal/number"
)

// reference reads "now", "recently", "the future" and other words that point at no
// day of the calendar.
func (p *parser) reference(i int) (expr, bool) {
	e := expr{kind: kRef, from: i}
	if s, next, ok := p.phrase(i, cRef); ok {
		if p.is(i, "now") && p.is(i+1, "and") && p.is(i+2, "then") || p.is(i, "previously") && p.has(i-1, cUnit|cUnits) {
			return e, false
		}
		e.value, e.to = s.value, next
		return e, !p.is(i, "the") || !p.quantityAt(next)
	}
	if s, next, ok := p.phrase(i, cRefPrep); ok { // the preposition stays outside
		e.value, e.from, e.to = s.value, i+1, next
		return e, !p.quantityAt(next)
	}
	if p.is(i, "one") && p.is(i+1, "day") && p.in(i-1, "will", "would", "may", "might", "could", "can") {
		e.value, e.to = "FUTURE_REF", i+2 // "it will one day be"
		return e, true
	}
	if s, ok := p.sense(i, cAdjRef); ok && !p.has(i+1, cUnit|cUnits) && i+1 < len(p.ws) && p.ws[i+1].Shape == number.Letters {
		e.value, e.to, e.nominal = s.value, i+1, true
		return e, !p.in(i-1, "more", "most")
	}
	if s, ok := p.sense(i, cHistRef); ok && p.history {
		e.value, e.to = s.value, i+1
		return e, i+1 < len(p.ws) && p.ws[i+1].Shape == number.Letters
	}
	return e, false
}

// quantityAt reports whether a number or a unit of time stands at word i.
func (p *parser) quantityAt(i int) bool {
	_, ok := p.x.numbers.At(p.ws, i)
	return ok || p.unitWord(i) || p.has(i, cSeason|cWeekday)
}

// set reads "daily", "every day", "each July", "every two weeks".
func (p *parser) set(i int) (expr, bool) {
	e := expr{kind: kSet, from: i, to: i + 1}
	if s, ok := p.sense(i, cSet); ok {
		e.value = s.value
		return e, !p.is(i, "quarterly") && !(p.capital(i) && i > 0) // "the Daily Record"
	}
	if s, ok := p.sense(i, cAnnual); ok {
		e.value = s.value
		return e, p.in(i-1, "an", "the", "its", "their") && !p.capital(i) && p.history
	}
	if p.has(i, cPer) && p.has(i+1, cUnit) && !p.is(i+1, "second") {
		e.unit, e.n, e.to = p.unitAt(i+1), 1, i+2
		return e, p.history
	}
	if j, ok := p.times(i); ok { // "twice a week"
		e.unit, e.n, e.to = p.unitAt(j), 1, j+1
		return e, true
	}
	if !p.has(i, cEach) {
		return e, false
	}
	j := i + 1
	if p.is(j, "other") {
		j++
	}
	n := 1.0
	if num, ok := p.x.numbers.At(p.ws, j); ok && !num.Ordinal && p.unitWord(num.To) {
		n, j = num.Value, num.To
	}
	if m, next, ok := p.month(j); ok {
		e.value, e.to = "XXXX-"+two(m), next
		return e, true
	}
	if w, ok := p.weekdayAt(j); ok {
		e.value, e.to = "XXXX-WXX-"+string(rune('0'+w.n)), j+w.width
		return e, true
	}
	if s, ok := p.sense(j, cSeason); ok {
		e.value, e.to = "XXXX-"+s.value, j+1
		return e, true
	}
	if s, ok := p.sense(j, cPart); ok {
		e.value, e.to = "XXXX-XX-XXT"+s.value, j+1
		return e, true
	}
	if p.unitWord(j) && !p.in(j, "second", "quarter", "minute") && !p.is(j+1, "of") || p.is(j, "quarter") {
		e.n, e.unit, e.to = n, p.unitAt(j), j+1
		return e, true
	}
	return e, false
}

// times reads "once a month", "three times a day" and gives the word of the unit.
func (p *parser) times(i int) (int, bool) {
	j := i + 1
	if n, ok := p.x.numbers.At(p.ws, i); ok && !n.Ordinal && !n.Fraction {
		if !p.is(n.To, "times") {
			return i, false
		}
		j = n.To + 1
	} else if !p.in(i, "once", "twice", "thrice") {
		return i, false
	}
	return j + 1, p.in(j, "a", "an", "every", "each", "per") && p.has(j+1, cUnit)
}

// weekly reads "on Tuesdays", "at weekends".
func (p *parser) weekly(i int) (expr, bool) {
	if p.is(i, "weekends") && p.in(i-1, "on", "at", "and") {
		return expr{kind: kSet, from: i, to: i + 1, value: "XXXX-WXX-WE"}, true
	}
	s := p.ws[i].Lower
	if len(s) < 7 || !strings.HasSuffix(s, "days") || !p.capital(i) {
		return expr{}, false
	}
	w, ok := p.x.terms[s[:len(s)-1]].of(cWeekday)
	if !ok {
		return expr{}, false
	}
	return expr{kind: kSet, from: i, to: i + 1, value: "XXXX-WXX-" + string(rune('0'+w.n))}, true
}

// feast reads a day with a name: "Christmas Eve 2022", "Thanksgiving Day".
func (p *parser) feast(i int) (expr, bool) {
	if !p.capital(i) && p.ws[i].Shape == number.Letters {
		return expr{}, false
	}
	s, next, ok := p.phrase(i, cHoliday)
	if !ok || p.title(i) {
		return expr{}, false
	}
	e := expr{kind: kHoliday, from: i, to: next, holiday: s.value}
	if y, to, ok := p.year(p.comma(next)); ok {
		e.y, e.to = y, to
	}
	if p.is(e.to, "week") {
		e.unit, e.to = 'W', e.to+1
	}
	return e, true
}

// core reads the longest expression that begins at word i without its lead.
func (p *parser) core(i int) (best expr, ok bool) {
	take := func(e expr, good bool) {
		if good && (!ok || e.length() > best.length()) {
			best, ok = e, true
		}
	}
	if i >= len(p.ws) {
		return best, false
	}
	w := &p.ws[i]
	if w.Shape == number.Mark && w.Lower != "'" {
		return best, false
	}
	if w.Shape == number.Letters && p.terms[i] == nil && !p.opens(i) && !(p.capital(i) && strings.HasSuffix(w.Lower, "days")) {
		return best, false
	}
	take(p.timed(i))
	take(p.absolute(i))
	take(p.weekdays(i))
	take(p.decade(i))
	take(p.century(i))
	take(p.quarter(i))
	take(p.relative(i))
	take(p.fiscalYear(i))
	if one, good := p.reference(i); good && p.is(i, "one") {
		return one, true
	}
	take(p.duration(i))
	take(p.set(i))
	take(p.yearAgo(i))
	take(p.nthOf(i))
	take(p.dayBeside(i))
	take(p.smallHours(i))
	take(p.weekly(i))
	take(p.feast(i))
	take(p.reference(i))
	take(p.season(i))
	if s, found := p.sense(i, cDayWord); found && p.terms[i] != nil {
		e := expr{kind: kDay, from: i, to: i + 1, n: float64(s.n)}
		if part, ok := p.sense(i+1, cPart); ok {
			e.part, e.to = part.value, i+2
		} else if p.has(i+1, cMod) && p.has(i+2, cPart) {
			part, _ := p.sense(i+2, cPart)
			e.part, e.to = part.value, i+3
		} else if p.is(i+1, "at") {
			if c, ok := p.clock(i + 2); ok {
				e.clock, e.zone, e.to = c.clock, c.zone, c.to
			}
		}
		take(e, !p.is(i-1, "not") || true)
	}
	return best, ok
}

// opens lists words outside the table that an expression may begin with.
func (p *parser) opens(i int) bool {
	switch p.ws[i].Lower {
	case "the", "a", "an", "another", "one", "that", "these", "those", "half", "many", "some", "year", "small", "wee", "final", "fiscal", "fy", "q", "h", "subsequent", "numerous", "latest", "comparable", "corresponding", "once", "twice":
		return true
	}
	return p.x.numbers.Opens(p.ws[i].Lower)
}

// lead reads an expression with what stands before it: "at least", "about",
// "the end of", "early", "later".
func (p *parser) lead(i int) (expr, bool) {
	from, j := i, i
	approx := ""
	if s, next, ok := p.phrase(j, cApprox); ok {
		approx, j = s.value, next
	}
	if e, ok := p.smallHours(j); ok {
		return p.finish(e, approx)
	}
	m, article := noMod, false
	k := j
	if p.is(k, "the") {
		k, article = k+1, true
	}
	if p.is(k, "very") {
		k++
	}
	switch {
	case p.has(k, cEdge) && (p.is(k+1, "of") || p.in(k+1, "the")):
		s, _ := p.sense(k, cEdge)
		if e, ok := p.core(p.afterOf(k)); ok && e.kind != kRef && e.kind != kSet && e.kind != kDuration && article || ok && e.kind == kDate {
			e.from, e.mod, e.edge = from, mods[s.value], true
			return p.finish(e, approx)
		}
		return expr{}, false
	case p.in(k, "early", "latter", "later", "last", "first", "middle", "final", "better", "good") && p.is(k+1, "part") && p.is(k+2, "of") && article:
		if e, ok := p.core(k + 3); ok && e.kind != kRef && e.kind != kSet && e.kind != kDuration {
			e.from = from
			if e.mod = end; p.in(k, "early", "first") {
				e.mod = start
			} else if p.is(k, "middle") {
				e.mod = mid
			} else if p.in(k, "better", "good") {
				e.mod = noMod
			}
			return p.finish(e, approx)
		}
	case p.has(k, cModRel): // "earlier this week", "later that day"
		s, _ := p.sense(k, cModRel)
		if e, ok := p.coreIn(k + 1); ok && (e.kind == kUnit || e.kind == kDay || e.kind == kDate && (e.weekday > 0 || e.m > 0) || e.kind == kSeason || e.kind == kClock) {
			e.from, e.mod = from, mods[s.value]
			return p.finish(e, approx)
		}
	case p.has(k, cMod) && !p.is(k, "middle"):
		s, _ := p.sense(k, cMod)
		n := p.hyphen(k + 1)
		if p.in(n, "in", "on") && !article {
			n++
		}
		if e, ok := p.core(n); ok && e.mod == noMod && (e.kind == kUnit || e.kind == kDay || e.kind == kDate || e.kind == kSeason || e.kind == kClock || e.kind == kQuarter || e.kind == kDecade || e.kind == kCentury) {
			m = mods[s.value]
			e.from, e.mod = from, m
			return p.finish(e, approx)
		}
	}
	e, ok := p.core(j)
	if !ok {
		if approx != "" {
			return p.core(i)
		}
		return e, false
	}
	if approx != "" {
		if !p.approximable(e, approx, i) {
			return p.core(i)
		}
		e.from = from
		e.approx = approx
	}
	return p.finish(e, approx)
}

func (p *parser) afterOf(k int) int {
	if p.is(k+1, "of") {
		return k + 2
	}
	return k + 1
}

// coreIn reads a core after an optional "in" or "on": "later in the day".
func (p *parser) coreIn(i int) (expr, bool) {
	if p.in(i, "in", "on") {
		if e, ok := p.core(i + 1); ok && e.kind == kUnit {
			return e, true
		}
		return expr{}, false
	}
	return p.core(i)
}

// approximable reports whether the words that bound a quantity belong to e: they
// do to a length, an hour and, for "at least", to any date.
func (p *parser) approximable(e expr, approx string, i int) bool {
	switch e.kind {
	case kDuration, kShift:
		return !p.in(i, "over", "under") || e.dir == noDir && !p.is(e.from, "the") && !p.is(e.from, "a") || p.is(e.from, "a")
	case kClock:
		return e.clock != ""
	case kDate, kUnit, kSeason, kDay:
		return p.is(i, "at") || p.in(i, "about", "around") && (e.kind == kDate && (e.d > 0 || e.m > 0 || e.y > 0)) && !p.is(i, "about")
	}
	return false
}

func (p *parser) finish(e expr, approx string) (expr, bool) {
	if approx != "" {
		e.approx = approx
	}
	return e, true
}

// nominalAfter reports whether a noun follows that the word modifies: "overnight
// attack".
func (p *parser) nominalAfter(i int) bool {
	return strings.HasPrefix(p.tag(i), "NN") && p.ws[i].Space
}
