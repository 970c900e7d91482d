package when

import "sitrep/internal/number"

// weekdays reads a day of the week: "Friday", "last Monday", "this coming Sunday,
// March 8".
func (p *parser) weekdays(i int) (expr, bool) {
	e := expr{kind: kDate, from: i}
	j := p.pointer(&e, i)
	w, ok := p.weekdayAt(j)
	if !ok {
		return e, false
	}
	if d, ok := p.absolute(j); ok {
		d.from = i
		return d, true
	}
	if j == i+1 && p.is(i, "the") {
		e.from = j
	}
	e.weekday, e.to = w.n, j+w.width
	if p.in(e.to, "mornings", "afternoons", "evenings", "nights") && j == i { // "Sunday mornings"
		part := map[string]string{"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}[p.ws[e.to].Lower]
		return expr{kind: kSet, from: i, to: e.to + 1, value: "XXXX-WXX-" + string(rune('0'+w.n)) + "T" + part}, true
	}
	if s, ok := p.sense(e.to, cPart); ok || p.is(e.to, "night") {
		e.part = "NI"
		if ok {
			e.part = s.value
		}
		e.to++
	} else if p.has(e.to, cMod) && p.has(e.to+1, cPart) {
		s, _ := p.sense(e.to+1, cPart)
		e.part, e.to = s.value, e.to+2
	} else if p.has(e.to, cClockWord) {
		s, _ := p.sense(e.to, cClockWord)
		e.clock, e.to = s.value, e.to+1
	}
	return e, true
}

// pointer reads "last", "the next", "this coming", "that same": where a
// relative expression points.
func (p *parser) pointer(e *expr, i int) int {
	j := i
	if p.in(j, "the", "this", "that", "these", "those") {
		if s, ok := p.sense(j, cDir|cCtxDir); ok {
			e.dir, e.strict = direction(s.n+2), true
			e.context = p.has(j, cCtxDir)
		}
		j++
	}
	if p.has(j, cDir|cCtxDir) && !(p.is(j, "that") || p.is(j, "this")) {
		s, _ := p.sense(j, cDir|cCtxDir)
		if !(p.is(j-1, "this") && s.n <= 0 && j > i) || p.is(j, "past") || p.is(j, "last") {
			e.dir = direction(s.n + 2)
		}
		if p.is(j-1, "this") && p.is(j, "past") {
			e.value = "past"
		}
		e.context = e.context || p.has(j, cCtxDir) && !p.has(j, cDir)
		e.article = p.is(j, "next") && p.is(j-1, "the") && j > i
		e.strict = true
		j++
	}
	return j
}

// relative reads "last week", "the following day", "this year", "the past decade",
// "next month", "the year", "last May", "this coming spring", "the last quarter".
func (p *parser) relative(i int) (expr, bool) {
	e := expr{kind: kUnit, from: i}
	j := p.pointer(&e, i)
	pointed := e.strict
	if j == i {
		return e, false
	}
	if s, ok := p.sense(j, cMod); ok && p.has(p.hyphen(j+1), cUnit|cMonth|cSeason) {
		e.mod, j = mods[s.value], p.hyphen(j+1)
	}
	if m, next, ok := p.month(j); ok && pointed {
		if d, ok := p.calendar(j); ok && d.y != 0 {
			d.from = i
			return d, true
		}
		e.kind, e.m, e.to = kDate, m, next
		if d, next, ok := p.dayNumber(next); ok {
			e.d, e.to = d, next
		}
		return e, true
	}
	if s, ok := p.sense(j, cSeason); ok {
		return p.seasoned(e, s.value, j)
	}
	if p.in(j, "fiscal", "full", "calendar", "entire", "whole", "very") && p.has(j+1, cUnit) { // "the full year"
		j++
	}
	s, ok := p.sense(j, cUnit)
	if !ok || s.value == "N" && !p.is(j, "night") {
		return e, false
	}
	e.unit, e.to = s.value[0], j+1
	switch {
	case e.unit == 's' || e.unit == 'm' || e.unit == 'h':
		if e.context || !pointed || p.is(j, "second") {
			return e, false
		}
		e.kind, e.n = kDuration, 1
		return e, true
	case e.unit == 'N':
		if !pointed {
			return e, false
		}
		e.kind, e.part, e.value = kClock, "NI", "dir"
		return e, true
	case e.unit == 'Q':
		return p.quarter(i)
	}
	if !pointed {
		return p.definite(e, j)
	}
	if p.is(j-1, "past") && !p.is(j-2, "this") { // "in the past week" is a stretch
		e.kind, e.n = kDuration, 1
	}
	return e, true
}

// definite reads "the week", "the year": a stretch told before, or the report's.
func (p *parser) definite(e expr, j int) (expr, bool) {
	switch e.unit {
	case 'D', 'N', 'X', 'C', 'L', 'F':
		return e, false
	}
	if p.is(j+1, "of") && !p.has(j+2, cMonth) {
		return e, false
	}
	if p.has(j+1, cUnit|cUnits) || p.is(j+1, "-") && !p.ws[j+1].Space {
		return e, false
	}
	if e.unit == 'Y' && p.in(j+1, "ended", "ending") { // "for the year ended March 31"
		e.kind, e.n = kDuration, 1
		return e, true
	}
	e.dir, e.value = here, "definite"
	if e.unit == 'W' && p.in(j+1, "of", "ended", "ending", "beginning", "starting") { // "the week ended Oct. 20"
		if d, _, ok := p.dayExpr(j + 2); ok {
			e.anchor = d
		}
	}
	if e.unit == 'M' && p.is(j+1, "of") {
		return e, false // "the month of May": the month tells it
	}
	return e, true
}

// seasoned reads "the summer", "the summer of 2022", "summer 2022", "the summer
// months".
func (p *parser) seasoned(e expr, code string, j int) (expr, bool) {
	e.kind, e.season, e.to = kSeason, code, j+1
	if p.is(e.to, "months") || p.is(e.to, "season") {
		e.to++
	}
	k := e.to
	if p.is(k, "of") || p.is(k, ",") {
		k++
	}
	if y, next, ok := p.year(p.apostrophe(k)); ok && !p.has(next, cNotYear) {
		e.y, e.to = y, next
		if to, bc := p.era(next); to > next {
			if e.to = to; bc {
				e.y = -y
			}
		}
		if p.in(e.to, "-", "/") && e.to+1 < len(p.ws) && p.ws[e.to+1].Len == 2 && !p.ws[e.to].Space {
			e.to += 2 // "winter 2022-23"
		}
	} else if k < len(p.ws) && p.ws[k].Shape == number.Digits {
		if to, bc := p.era(k + 1); to > k+1 {
			if e.y = int(p.ws[k].Num); bc {
				e.y = -e.y
			}
			e.to = to
		}
	} else if a, ok := p.relative(k); ok && k > e.to && a.kind == kUnit && a.unit == 'Y' {
		e.anchor, e.to = &a, a.to
	}
	if p.is(j, "fall") && e.to == j+1 && !(e.strict && e.dir != noDir) && p.is(j+1, "of") {
		return e, false // "the fall of the town"
	}
	return e, true
}

func (p *parser) apostrophe(k int) int {
	if p.is(k, "'") {
		return k + 1
	}
	return k
}

// season reads a season that no pointer leads: "in summer 2022", "summer".
func (p *parser) season(i int) (expr, bool) {
	s, ok := p.sense(i, cSeason)
	if !ok {
		return expr{}, false
	}
	e, _ := p.seasoned(expr{from: i}, s.value, i)
	if e.y != 0 || e.anchor != nil {
		return e, true
	}
	if p.in(i, "fall", "spring") {
		switch t := p.tag(i); {
		case len(t) > 1 && t[:2] == "VB":
			return e, false
		}
		if !p.in(i-1, "in", "since", "by", "until", "the", "of", "during", "from", "early", "late", "through", "before", "after", "till", "mid", "-", "and") || p.is(i-1, "the") && p.is(i+1, "of") {
			return e, false
		}
	}
	if p.is(i-1, "-") && !p.has(i-2, cMod) {
		return e, false
	}
	return e, !p.title(i)
}

// quarter reads "the third quarter", "third-quarter", "the first half of 1990",
// "this year's third quarter", "Q3 2023".
func (p *parser) quarter(i int) (expr, bool) {
	e := expr{kind: kQuarter, from: i}
	j := i
	if p.is(j, "the") {
		j++
	}
	if y, next, ok := p.year(j); ok { // "the 1988 third quarter"
		e.y, j = y, next
	}
	if p.is(j, "year") && p.is(p.hyphen(j+1), "ago") || p.is(j, "year") && p.is(p.hyphen(j+1), "earlier") {
		e.value, j = "year-ago", p.hyphen(j+1)+1
	}
	if a, ok := p.yearOwner(i); ok { // "this year's third quarter"
		anchor := a // a copy, so that what most words lack takes no memory
		e.anchor, j = &anchor, a.to+1
	}
	half := p.in(j, "last", "latter", "later") && p.is(j+1, "half")
	if half { // "the last half of 1990"
		e.number, j = 2, j+1
	}
	if s, ok := p.sense(j, cDir|cCtxDir); ok && !p.is(j, "that") && !p.is(j, "same") && p.has(j+1, cUnit) {
		e.dir, e.strict, e.context = direction(s.n+2), true, !p.has(j, cDir)
		j++
	} else if p.in(j, "that", "same", "latest", "comparable", "corresponding") {
		e.dir, e.context, e.strict = here, true, true
		j++
	}
	if p.is(j, "fiscal") {
		e.fiscal = true
		j++
	}
	if n, ok := p.x.numbers.At(p.ws, j); ok && n.Ordinal && n.Value <= 4 {
		e.number, j = int(n.Value), p.hyphen(n.To)
		if p.is(j, "fiscal") {
			e.fiscal, j = true, j+1
		}
	}
	switch {
	case p.is(j, "quarter"):
	case p.is(j, "period") && e.number == 0 && (e.y != 0 || p.in(j-1, "latest", "comparable", "corresponding")): // of results
		e.value = "period"
	case p.is(j, "half") && e.number > 0 && e.number < 3:
		e.kind = kHalf
	default:
		return p.shortQuarter(i)
	}
	if e.number == 0 && !e.strict && !p.is(i, "the") && e.value == "" && e.anchor == nil {
		return e, false
	}
	if p.is(j-1, "-") && p.is(i, "the") && e.y == 0 { // "the third-quarter loss": the article is the noun's
		e.from = i + 1
	}
	e.to = j + 1
	if p.has(e.to, cUnits) || e.kind == kHalf && p.is(e.to, "hour") {
		return e, false
	}
	e = p.ofYear(e)
	if p.in(e.to, "ended", "ending") && e.y == 0 && e.anchor == nil { // "the quarter ended Sept. 30"
		if d, _, ok := p.dayExpr(e.to + 1); ok && d.m > 0 {
			e.anchor, e.value = d, "ended"
		}
	}
	if e.kind == kHalf && e.y == 0 && e.anchor == nil && !p.is(i, "the") && !p.is(j-1, "-") {
		return e, false
	}
	return e, true
}

// yearOwner reads "this year's" and "last year's" before a quarter.
func (p *parser) yearOwner(i int) (expr, bool) {
	if !p.has(i, cDir) || !p.is(i+1, "year") || !p.is(i+2, "'s") {
		return expr{}, false
	}
	s, _ := p.sense(i, cDir)
	return expr{kind: kUnit, unit: 'Y', from: i, to: i + 2, dir: direction(s.n + 2), strict: true}, true
}

// ofYear reads "of 1990", "of last year", "in 1990" after a quarter or half.
func (p *parser) ofYear(e expr) (out expr) {
	k := e.to
	if p.is(k, "of") || p.is(k, "in") {
		k++
	}
	if p.is(k, "fiscal") {
		e.fiscal, k = true, k+1
	}
	if y, next, ok := p.year(p.apostrophe(k)); ok {
		e.y, e.to = y, next
		return e
	}
	if a, ok := p.relative(k); ok && a.kind == kUnit && a.unit == 'Y' && (k > e.to || a.strict && e.anchor == nil) {
		e.anchor, e.to = &a, a.to
	}
	return e
}

// shortQuarter reads "Q3 2023", "1Q", "H1 2023".
func (p *parser) shortQuarter(i int) (expr, bool) {
	if !p.in(i, "q", "h") || i+1 >= len(p.ws) || p.ws[i+1].Space || p.ws[i+1].Shape != number.Digits {
		return expr{}, false
	}
	n, ok := p.small(i+1, 1, 4)
	if !ok || !p.capital(i) {
		return expr{}, false
	}
	e := expr{kind: kQuarter, from: i, to: i + 2, number: n}
	if p.is(i, "h") {
		e.kind = kHalf
		if n > 2 {
			return e, false
		}
	}
	e = p.ofYear(e)
	return e, e.y != 0 || e.kind == kQuarter
}
