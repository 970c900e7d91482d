package when

import "sitrep/internal/number"

// dayRange reads two times that share a month or a century: "1 to 28 February
// 2023", "Feb. 24-27, 2022", "1914-18".
func (p *parser) dayRange(i int) (a, b expr, ok bool) {
	if d, next, ok := p.dayNumber(i); ok { // the day comes first
		k, joined := p.joiner(next)
		if !joined {
			return a, b, false
		}
		b, ok := p.calendar(k)
		if !ok || b.d == 0 || b.m == 0 || p.ws[k].Shape == number.Letters || d >= b.d && !p.is(next, "or") {
			return a, b, false
		}
		a = expr{kind: kDate, from: i, to: next, date: date{b.y, b.m, d}}
		return a, b, true
	}
	if m, next, ok := p.month(i); ok {
		d, k, ok := p.dayNumber(next)
		if !ok {
			return a, b, false
		}
		to, joined := p.joiner(k)
		if !joined {
			return a, b, false
		}
		last, end, ok := p.dayNumber(to)
		if !ok || last <= d || p.clockAhead(end) || p.unitWord(p.hyphen(end)) || p.is(end, "%") {
			return a, b, false
		}
		if _, _, month := p.month(end); month || !p.rangeEnds(end) {
			return a, b, false
		}
		a = expr{kind: kDate, from: i, to: k, date: date{0, m, d}}
		b = expr{kind: kDate, from: to, to: end, date: date{0, m, last}}
		p.yearTail(&b)
		a.y = b.y
		return a, b, true
	}
	return p.yearRange(i)
}

// rangeEnds guards "May 5 and 12 people": after "and" a noun would follow.
func (p *parser) rangeEnds(end int) bool {
	if p.is(end-2, "-") || p.in(end-2, "to", "through", "until") {
		return true
	}
	return end >= len(p.ws) || p.ws[end].Shape == number.Mark
}

func (p *parser) joiner(i int) (int, bool) {
	if p.in(i, "to", "and", "through", "until", "or") || p.is(i, "-") {
		return i + 1, true
	}
	return i, false
}

// yearRange reads "1914-18" and "the years 1941/42".
func (p *parser) yearRange(i int) (a, b expr, ok bool) {
	if i >= len(p.ws) || p.ws[i].Shape != number.Digits {
		return a, b, false
	}
	y, next, ok := p.year(i)
	if !ok || next != i+1 || !p.in(next, "-", "/") || next+1 >= len(p.ws) {
		return a, b, false
	}
	w := &p.ws[next+1]
	if w.Shape != number.Digits || w.Len != 2 || w.Grouped || w.End-w.Start != 2 || p.ws[next].Space || w.Space || p.is(next+2, "-") {
		return a, b, false
	}
	last := y/100*100 + int(w.Num)
	if last <= y || last > y+60 || !p.yearly(i, next) {
		return a, b, false
	}
	a = expr{kind: kDate, from: i, to: next, date: date{y: y}}
	b = expr{kind: kDate, from: next + 1, to: next + 2, date: date{y: last}}
	return a, b, true
}

// shareYears gives "1 June" the year of "and 31 August 2024" that follows it, and
// "Friday" after "Monday through" its place after that Monday.
func shareYears(list []found) {
	for i := 0; i+1 < len(list); i++ {
		a, b := &list[i], &list[i+1]
		if a.kind == kSeason && b.kind == kSeason && a.y == 0 && b.y != 0 && !a.strict && a.sentence == b.sentence && b.from-a.to <= 2 {
			a.y = b.y // "the spring and early summer of 1943"
			continue
		}
		if a.kind == kDate && b.kind == kDate && a.m+b.m == 0 && a.weekday > 0 && b.weekday > a.weekday && b.from-a.to == 1 && b.dir == noDir && (b.joined || b.prep == "until" || b.prep == "to") {
			b.future = a.future || !a.future && b.future
			c := a.expr
			b.anchor, b.n = &c, float64(b.weekday-a.weekday)
			continue
		}
		if a.kind != kDate || b.kind != kDate || a.y != 0 || a.m == 0 || b.y == 0 || b.m == 0 || a.sentence != b.sentence {
			continue
		}
		if b.from-a.to > 3 || b.prep != "to" && b.prep != "and" && b.prep != "until" && !(b.from-a.to == 1) {
			continue
		}
		if a.y = b.y; a.m > b.m {
			a.y--
		}
	}
}
