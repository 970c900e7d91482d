package when

import "sitrep/internal/number"

// decade reads "the 1980s", "the '80s", "the sixties", "the early 1980s" (its lead
// is read elsewhere), "the last half of the '80s".
func (p *parser) decade(i int) (expr, bool) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if p.is(j, "'") {
		j++
	}
	e := expr{kind: kDecade, from: i}
	if m, next, ok := p.modAhead(j); ok {
		e.mod, j = m, next
	}
	if p.is(j, "'") {
		j++
	}
	if j >= len(p.ws) {
		return e, false
	}
	w := &p.ws[j]
	switch {
	case w.Shape == number.Plural && w.Len == 4 && int(w.Num)%10 == 0 && w.Num >= 1000 && w.Num < 2100:
		e.number = int(w.Num) / 10
		if int(w.Num)%100 == 0 && w.Num != 2000 { // "the 1800s"
			e.kind, e.number = kCentury, int(w.Num)/100
		}
	case w.Shape == number.Plural && w.Len == 2 && int(w.Num)%10 == 0 && w.Num >= 20 && (p.is(j-1, "'") || p.is(i, "the")):
		e.number = 190 + int(w.Num)/10
	case w.Shape == number.Plural && w.Len == 3 && p.has(j+1, cEra):
		e.number = int(w.Num) / 10
	default:
		d, ok := p.sense(j, cDecade)
		if !ok || !(p.is(i, "the") || p.in(i-1, "in", "nineteen")) {
			return e, false
		}
		e.number = d.n
	}
	e.to = j + 1
	if to, bc := p.era(e.to); to > e.to {
		if e.to = to; bc {
			e.number = -e.number
		}
	}
	return e, true
}

// modAhead reads "early", "mid-" and "late" with what glues them.
func (p *parser) modAhead(i int) (mod, int, bool) {
	s, ok := p.sense(i, cMod)
	if !ok || p.is(i, "middle") {
		return noMod, i, false
	}
	return mods[s.value], p.hyphen(i + 1), true
}

// century reads "the 19th century", "the late 20th century", "the fourth century BC".
func (p *parser) century(i int) (expr, bool) {
	e := expr{kind: kCentury, from: i}
	j := i
	if p.is(j, "the") {
		j++
	}
	if m, next, ok := p.modAhead(j); ok {
		e.mod, j = m, next
	}
	n, ok := p.x.numbers.At(p.ws, j)
	if !ok || !n.Ordinal || n.Value < 1 || n.Value > 30 {
		return e, false
	}
	j = p.hyphen(n.To)
	if !p.is(j, "century") && !p.is(j, "centuries") {
		return e, false
	}
	e.number, e.to = int(n.Value)-1, j+1
	if to, bc := p.era(e.to); to > e.to {
		if e.to = to; bc {
			e.number = -e.number
			e.value = "BC"
		}
	}
	return e, true
}

// yearAgo reads "year-earlier", "the year-ago period", "year-end".
func (p *parser) yearAgo(i int) (expr, bool) {
	e := expr{kind: kUnit, from: i, unit: 'Y', dir: back, strict: true}
	j := i
	if p.is(j, "the") {
		j++
	}
	if !p.is(j, "year") || p.hyphen(j+1) == j+1 && !p.in(j+1, "ago", "earlier", "end") {
		return e, false
	}
	k := p.hyphen(j + 1)
	switch {
	case p.in(k, "ago", "earlier") && !(k == j+1 && j == i && !p.is(i-1, "a")):
		e.value = "year-ago"
		e.to = k + 1
		if p.is(i, "the") && !p.in(e.to, "period", "quarter", "month", "level") {
			e.from = i + 1
		}
		if p.x.numbers.Opens(p.ws[min(e.to, len(p.ws)-1)].Lower) {
			return e, false
		}
		if p.in(e.to, "period", "quarter", "month", "level") && p.is(i, "the") {
			e.to++
		}
		return e, k > j+1 || p.is(i, "the")
	case p.is(k, "end"):
		e.value, e.to = "year-end", k+1
		if y, next, ok := p.year(e.to); ok {
			e.y, e.to = y, next
		}
		return e, true
	}
	return e, false
}

// fiscalYear reads "fiscal 1990", "fiscal year 1990", "FY 2023"; the calendar year
// of a fiscal one is not told, so it stays as it is.
func (p *parser) fiscalYear(i int) (expr, bool) {
	j := i
	if p.is(j, "the") {
		j++
	}
	switch {
	case p.is(j, "fiscal"):
		j++
		if p.is(j, "year") {
			j++
		}
	case p.is(j, "fy") && p.capital(j):
		j++
	default:
		return expr{}, false
	}
	y, next, ok := p.year(p.apostrophe(j))
	if !ok {
		return expr{}, false
	}
	return expr{kind: kDate, from: i, to: next, date: date{y: y}, fiscal: true}, true
}
