package when

// nthOf reads "the first Monday of June", "the second week of March 2022", "the last
// Friday in May".
func (p *parser) nthOf(i int) (expr, bool) {
	e := expr{kind: kNth, from: i}
	j := i
	if p.is(j, "the") {
		j++
	}
	n, ok := p.x.numbers.At(p.ws, j)
	switch {
	case ok && n.Ordinal && n.Value <= 5:
		e.number, j = int(n.Value), n.To
	case p.in(j, "last", "final"):
		e.number, j = -1, j+1
	default:
		return e, false
	}
	if w, ok := p.weekdayAt(j); ok {
		e.weekday, j = w.n, j+w.width
	} else if p.in(j, "week", "weekend") {
		e.unit = p.unitAt(j)
		j++
	} else {
		return e, false
	}
	if !p.in(j, "of", "in") {
		return e, false
	}
	m, next, ok := p.month(j + 1)
	if !ok {
		return e, false
	}
	e.m, e.to = m, next
	p.yearTail(&e)
	return e, true
}

// resolveNth works the day or the week out.
func (r *resolver) resolveNth(e *expr) (reading, bool) {
	y := e.y
	if y == 0 {
		if y, _ = r.yearFor(e); y == 0 {
			return reading{typ: "DATE", value: "XXXX-" + two(e.m)}, true
		}
	}
	if e.weekday > 0 {
		t := nth(y, e.m, e.weekday, e.number)
		return dateReading(t), t.m == e.m
	}
	day := 1 + 7*(e.number-1) // the week of the 1st, the 8th, …
	if e.number < 0 {
		day = daysIn(y, e.m)
	}
	t := date{y, e.m, min(day, daysIn(y, e.m))}
	if e.number == 1 && t.weekday() > 4 {
		t = t.addDays(7) // most of its first week lies in the month before
	} else if e.number > 1 && (date{y, e.m, 1}).weekday() > 4 {
		t = t.addDays(7)
	}
	if e.unit == 'E' {
		wy, w := t.week()
		from := weekStart(wy, w).addDays(5)
		return reading{typ: "DATE", value: weekString(wy, w) + "-WE", from: from, to: from.addDays(1), focus: from}, true
	}
	return weekReading(t), true
}

// dayBeside reads "the day before yesterday", "the day after tomorrow", "the year
// before", "the day after": one unit from a day told.
func (p *parser) dayBeside(i int) (expr, bool) {
	j := i
	if !p.is(j, "the") || !p.has(j+1, cUnit) || !p.in(j+2, "before", "after", "earlier") {
		return expr{}, false
	}
	e := expr{kind: kShift, from: i, to: j + 3, unit: p.unitAt(j + 1), n: 1, dir: back, context: true, edge: true}
	if p.is(j+2, "after") {
		e.dir = onward
	}
	if e.unit != 'D' && e.unit != 'W' && e.unit != 'M' && e.unit != 'Y' {
		return e, false
	}
	if d, ok := p.sense(j+3, cDayWord); ok {
		e.anchor = &expr{kind: kDay, from: j + 3, to: j + 4, n: float64(d.n)}
		e.to++
		return e, true
	}
	if d, to, ok := p.dayExpr(j + 3); ok && !p.is(j+2, "earlier") {
		e.anchor, e.to = d, to // "the day before last Tuesday"
		return e, true
	}
	end := j+3 >= len(p.ws) || p.in(j+3, ".", ",", ";", "\"", "”", ")", "and", "in", "at", "was", "were", "had", "when", "by", "from", "as", "-")
	return e, end
}

// smallHours reads "the early hours of Tuesday", "the small hours of May 3".
func (p *parser) smallHours(i int) (expr, bool) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if !p.in(j, "early", "late", "small", "wee") {
		return expr{}, false
	}
	late := p.is(j, "late")
	j++
	if s, ok := p.sense(j, cPart); ok && p.is(j+1, "hours") && s.value != "" { // "the early morning hours of"
		late = s.value != "MO"
		j++
	}
	if !p.is(j, "hours") || !p.in(j+1, "of", "on") {
		return expr{}, false
	}
	d, to, ok := p.dayExpr(j + 2)
	if !ok {
		return expr{}, false
	}
	e := expr{kind: kClock, from: i, to: to, part: "MO", anchor: d}
	if late {
		e.part = "EV"
	}
	return e, true
}
