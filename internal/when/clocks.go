package when

import (
	"strings"

	"sitrep/internal/number"
)

// clock reads a time of day: "10:30 a.m. EST", "4am", "1800 GMT", "noon", "24:00
// midnight", "12 midnight", "5 o'clock".
func (p *parser) clock(i int) (expr, bool) {
	e := expr{kind: kClock, from: i, to: i}
	h, m, ok := 0, 0, false
	switch {
	case i < len(p.ws) && p.ws[i].Shape == number.Clock:
		h, m, ok = readClock(p.ws[i].Lower)
		e.to = i + 1
	case p.has(i, cClockWord):
		s, _ := p.sense(i, cClockWord)
		h, m, ok = readClock(s.value)
		e.to = i + 1
		e.clock = clockString(h, m)
		e.to, e.zone = p.zone(e.to)
		return e, true
	default:
		h, m, e.to, ok = p.hour(i)
	}
	if !ok {
		return e, false
	}
	e.to, h = p.halfDay(e.to, h)
	if p.in(e.to, "midnight", "noon", "midday") { // "24:00 midnight", "12 noon"
		if h == 12 && p.is(e.to, "midnight") {
			h = 24
		}
		e.to++
	}
	if p.is(e.to, "hours") || p.is(e.to, "hrs") {
		e.to++
	}
	e.clock = clockString(h, m)
	e.to, e.zone = p.zone(e.to)
	return e, h <= 24 && m < 60
}

// hour reads an hour that something after it shows to be one.
func (p *parser) hour(i int) (h, m, to int, ok bool) {
	if h, ok := p.small(i, 0, 24); ok {
		j := i + 1
		if p.has(p.hyphen(j), cHalf) && h <= 12 || p.is(j, "o'clock") || p.is(j, "midnight") || p.is(j, "noon") {
			if p.is(j, "o'clock") {
				j++
			}
			return h, 0, j, true
		}
		if p.in(i-1, "at", "around", "about", "by", "until", "before", "after", "from") && h >= 1 && h <= 12 && p.is(j, "in") && p.is(j+1, "the") && p.has(j+2, cPart) {
			return h, 0, j, true // "at 7 in the morning"
		}
	}
	if i < len(p.ws) && p.ws[i].Shape == number.Digits && p.ws[i].Grouped && p.has(i+1, cHalf) { // "7.15 p.m."
		if a, b, ok := strings.Cut(p.ws[i].Lower, "."); ok && len(b) == 2 {
			h, _ := atoi(a)
			m, _ := atoi(b)
			return h, m, i + 1, h <= 12 && m < 60
		}
	}
	if i < len(p.ws) && p.ws[i].Shape == number.Digits && p.ws[i].Len == 4 && !p.ws[i].Grouped && p.ws[i].End-p.ws[i].Start == 4 {
		h, m := int(p.ws[i].Num)/100, int(p.ws[i].Num)%100
		if _, _, zoned := p.phrase(i+1, cZone); h <= 24 && m < 60 && (zoned || p.is(i+1, "hours") && h < 24 || p.is(i+1, "hrs")) {
			return h, m, i + 1, true
		}
	}
	if n, ok := p.x.numbers.At(p.ws, i); ok && n.Words && !n.Ordinal && n.Value >= 1 && n.Value <= 12 && n.Value == float64(int(n.Value)) {
		if p.is(n.To, "o'clock") {
			return int(n.Value), 0, n.To + 1, true
		}
		if p.has(n.To, cHalf) && strings.Contains(p.ws[n.To].Lower, ".") {
			return int(n.Value), 0, n.To, true
		}
	}
	return 0, 0, i, false
}

// halfDay reads "a.m.", "pm", "in the morning" and turns the hour into one of 24.
func (p *parser) halfDay(i, h int) (int, int) {
	if s, ok := p.sense(p.hyphen(i), cHalf); ok && h <= 12 {
		i = p.hyphen(i) + 1
		if p.is(i, ".") && strings.Contains(p.ws[i-1].Lower, ".") && !p.ws[i].Space && i+1 < len(p.ws) {
			i++
		}
		return i, to24(h, s.value == "p")
	}
	if p.is(i, "in") && p.is(i+1, "the") && p.has(i+2, cPart) && h <= 12 {
		s, _ := p.sense(i+2, cPart)
		return i + 3, to24(h, s.value != "MO")
	}
	if p.is(i, "at") && p.is(i+1, "night") && h <= 12 {
		return i + 2, to24(h, h > 4 && h < 12)
	}
	return i, h
}

func to24(h int, afternoon bool) int {
	switch {
	case afternoon && h < 12:
		return h + 12
	case !afternoon && h == 12:
		return 0
	}
	return h
}

// zone reads a zone, bare or in brackets: "GMT", "(local time)", "Moscow time".
func (p *parser) zone(i int) (int, string) {
	j, bracket := i, false
	if p.in(j, "(", "[") {
		j, bracket = j+1, true
	}
	s, k, ok := p.phrase(j, cZone)
	if !ok || len(s.value) <= 4 && s.value != "" && !p.capital(j) {
		return i, ""
	}
	if p.is(k, "+") && k+1 < len(p.ws) && p.ws[k+1].Shape == number.Digits {
		k += 2
	}
	if bracket {
		if !p.in(k, ")", "]") {
			return i, ""
		}
		k++
	}
	return k, s.value
}

func readClock(s string) (h, m int, ok bool) {
	f := strings.Split(s, ":")
	if len(f) < 2 || len(f[1]) != 2 {
		return 0, 0, false
	}
	h, ok = atoi(f[0])
	m, ok2 := atoi(f[1])
	return h, m, ok && ok2 && h <= 24 && m < 60
}

func clockString(h, m int) string { return two(h) + ":" + two(m) }

// timed reads an expression of a time of day with the day around it: "9 a.m. EST
// Tuesday", "24:00 on June 22 (local time)", "noon Saturday", "Friday morning",
// "this evening", "last night", "overnight into Tuesday", "the night of May 3".
func (p *parser) timed(i int) (expr, bool) {
	if e, ok := p.clock(i); ok {
		p.dayAfter(&e)
		return e, true
	}
	if s, ok := p.sense(i, cNightWord); ok {
		e := expr{kind: kClock, from: i, to: i + 1, part: "NI", value: "day", n: float64(s.n)}
		if p.is(i, "overnight") {
			if d, to, ok := p.dayExpr(i + 2); ok && p.in(i+1, "into", "to", "on") {
				e.anchor, e.to, e.value = d, to, "overnight"
				if !p.is(i+1, "on") {
					e.n = -1
				}
			}
			if p.nominalAfter(e.to) {
				return expr{}, false
			}
		}
		return e, true
	}
	return p.partOfDay(i)
}

// partOfDay reads "this morning", "the morning of July 4", "late in the evening",
// "Tuesday night", "yesterday afternoon".
func (p *parser) partOfDay(i int) (expr, bool) {
	e := expr{kind: kClock, from: i}
	j := i
	if p.in(j, "the", "that", "this", "last", "next") || p.has(j, cDir|cCtxDir) {
		if s, ok := p.sense(j, cDir); ok {
			e.dir, e.strict = direction(s.n+2), true
			e.value = "dir"
		} else if s, ok := p.sense(j, cCtxDir); ok {
			e.dir, e.context = direction(s.n+2), true
		}
		j++
		if p.is(j-1, "the") || p.is(j-1, "that") {
			if s, ok := p.sense(j, cCtxDir); ok { // "the following night"
				e.dir, e.context = direction(s.n+2), true
				j++
			} else if p.is(j, "next") && p.is(j-1, "the") { // "the next morning" counts from the story
				e.dir, e.context = onward, true
				j++
			}
		}
	}
	lead := j
	if s, ok := p.sense(j, cMod); ok {
		e.mod = mods[s.value]
		j = p.hyphen(j + 1)
	}
	s, ok := p.sense(j, cPart)
	if !ok || p.is(j, "night") && p.has(j, cUnit) && j == i {
		return e, false
	}
	e.part, e.to = s.value, j+1
	if p.is(e.to, "hours") {
		e.to++
	}
	if p.is(e.to, "before") && p.is(i, "the") && p.ends(e.to+1) { // "the night before"
		e.dir, e.context, e.to = back, true, e.to+1
		return e, true
	}
	p.dayAfter(&e)
	if e.anchor == nil && lead == i && e.mod != mid {
		return e, false // a bare "morning" tells nothing
	}
	return e, true
}

// dayAfter reads the day that follows a time of day, with "on", "of" or a comma.
func (p *parser) dayAfter(e *expr) {
	j := e.to
	if p.in(j, "on", "of") || p.is(j, ",") {
		j++
	} else if p.in(j, "(", ")") {
		p.dayBehindBracket(e, j)
		return
	}
	d, to, ok := p.dayExpr(j)
	if !ok {
		return
	}
	e.anchor, e.to = d, to
	if e.zone == "" {
		e.to, e.zone = p.zone(e.to)
	}
	if s, ok := p.sense(e.to, cPart); ok && e.part == "" { // "at 9 on Tuesday morning"
		e.to++
		if h, m, ok := readClock(e.clock); ok && s.value != "MO" {
			e.clock = clockString(to24(h, true), m)
		}
	}
}

// dayBehindBracket lets "6 p.m. (1500 GMT) on Saturday" and the hour in its brackets
// count from that day, which keeps its own place.
func (p *parser) dayBehindBracket(e *expr, j int) {
	if p.is(j, "(") {
		c, ok := p.clock(j + 1)
		if !ok || !p.is(c.to, ")") {
			return
		}
		j = c.to
	}
	j++
	if p.is(j, "on") {
		j++
	}
	if d, _, ok := p.dayExpr(j); ok {
		e.anchor = d
	}
}

// dayExpr reads an expression that names a day.
func (p *parser) dayExpr(i int) (*expr, int, bool) {
	if d, ok := p.sense(i, cDayWord); ok {
		return &expr{kind: kDay, from: i, to: i + 1, n: float64(d.n)}, i + 1, true
	}
	if d, ok := p.weekdays(i); ok {
		return &d, d.to, true
	}
	if d, ok := p.absolute(i); ok && (d.d > 0) {
		return &d, d.to, true
	}
	if d, ok := p.relative(i); ok && d.unit == 'D' {
		return &d, d.to, true
	}
	return nil, i, false
}
