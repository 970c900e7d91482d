package when

import (
	"strconv"
	"strings"

	"sitrep/internal/number"
)

// month reads the name of a month at i.
func (p *parser) month(i int) (m, next int, ok bool) {
	s, ok := p.sense(i, cMonth)
	if !ok {
		return 0, i, false
	}
	next = i + 1
	if p.has(i, cMonthAbbr) {
		dotted := p.text[p.ws[i].End-1] == '.'
		if j := p.dot(next); j > next {
			dotted, next = true, j
		}
		_, digit := p.small(next, 1, 31)
		_, before := p.small(i-1, 1, 31)
		_, _, year := p.year(next)
		if !dotted && !digit && !before && !year || !p.capital(i) {
			return 0, i, false
		}
		return s.n, next, true
	}
	if !p.capital(i) {
		switch p.ws[i].Lower {
		case "may", "march", "august":
			return 0, i, false
		}
	}
	return s.n, next, p.monthly(i, next)
}

// monthly tells a month from a verb, a modal or a name that is written like it.
func (p *parser) monthly(i, next int) bool {
	if p.ws[i].Lower != "may" && p.ws[i].Lower != "march" {
		return !p.title(i)
	}
	if _, _, ok := p.year(p.comma(next)); ok {
		return true
	}
	if _, _, ok := p.dayNumber(next); ok {
		return true
	}
	if _, ok := p.small(i-1, 1, 31); ok {
		return true
	}
	switch p.tag(i) {
	case "MD", "VB", "VBP":
		return false
	}
	if p.has(i-1, cDatePrep|cMod|cDir|cEdge) || p.in(i-1, "-", "the", "of", "or", "/") && i > 1 {
		return !(p.is(i-1, "the") || p.is(i-1, "of")) || p.ws[i].Lower == "may" || p.is(i-1, "of") && p.has(i-2, cEdge|cUnit)
	}
	return i > 0 && (p.tag(i) == "NNP") && p.ws[i].Lower == "may" || p.is(next, "'s")
}

// absolute reads a date written out: "Tuesday, March 5, 2024", "5 March",
// "March 2024", "2024-03-05", "the 25th", "1984".
func (p *parser) absolute(i int) (expr, bool) {
	j := i
	e := expr{kind: kDate, from: i}
	if s, ok := p.weekdayAt(j); ok {
		k := p.comma(j + s.width)
		if p.is(k, "the") {
			k++
		}
		if d, ok := p.calendar(k); ok {
			d.weekday, d.from = s.n, i
			return d, true
		}
		if p.is(j+s.width, "the") || k == j+s.width { // "Tuesday the 5th"
			if day, next, ok := p.dayNumber(k); ok && p.ws[next-1].Shape == number.Ordinal {
				e.d, e.weekday, e.to = day, s.n, next
				return e, true
			}
		}
		return expr{}, false
	}
	return p.calendar(i)
}

type weekdayWord struct{ n, width int }

// weekdayAt reads the name of a day of the week.
func (p *parser) weekdayAt(i int) (weekdayWord, bool) {
	s, ok := p.sense(i, cWeekday)
	if !ok || !p.capital(i) {
		return weekdayWord{}, false
	}
	w := weekdayWord{s.n, p.dot(i+1) - i}
	if p.has(i, cWeekdayAbbr) {
		_, _, month := p.month(p.comma(i + w.width))
		_, day := p.small(p.comma(i+w.width), 1, 31)
		if !month && !day {
			return weekdayWord{}, false
		}
	} else {
		w.width = 1
	}
	return w, true
}

// calendar reads a date without a day of the week before it.
func (p *parser) calendar(i int) (expr, bool) {
	e := expr{kind: kDate, from: i}
	if m, j, ok := p.month(i); ok {
		e.m, e.to = m, j
		if d, k, ok := p.dayNumber(p.hyphenSpace(j)); ok && !p.is(k, "%") && !p.clockAhead(k) {
			e.d, e.to = d, k
		} else if p.is(j, "the") {
			if d, k, ok := p.dayNumber(j + 1); ok && p.ws[k-1].Shape == number.Ordinal {
				e.d, e.to = d, k
			}
		}
		p.yearTail(&e)
		return e, true
	}
	if d, j, ok := p.dayNumber(i); ok {
		k := j
		if p.is(k, "of") || p.is(k, "day") && p.is(k+1, "of") {
			k++
			if p.is(k, "of") {
				k++
			}
		}
		if m, next, ok := p.month(p.hyphen(k)); ok && (k == j || p.ws[j-1].Shape != number.Digits || p.is(j, "of")) {
			e.d, e.m, e.to = d, m, next
			p.yearTail(&e)
			return e, true
		}
	}
	if w := &p.ws[min(i, len(p.ws)-1)]; w.Shape == number.Ordinal && w.Num <= 31 && p.is(i-1, "the") && p.in(i-2, "on", "by", "until", "since") &&
		(i+1 >= len(p.ws) || p.ws[i+1].Shape == number.Mark && !p.is(i+1, "-")) {
		e.d, e.to = int(w.Num), i+1
		return e, true
	}
	if e, ok := p.numeric(i); ok {
		return e, true
	}
	if y, j, ok := p.year(i); ok && p.yearly(i, j) {
		e.y, e.to = y, j
		if k, bc := p.era(j); k > j {
			e.to = k
			if bc {
				e.y = -y
			}
		}
		return e, true
	}
	return p.beforeOurEra(i)
}

// hyphenSpace skips the hyphen of "March-5".
func (p *parser) hyphenSpace(i int) int { return p.hyphen(i) }

func (p *parser) clockAhead(k int) bool {
	return p.has(k, cHalf) || p.is(k, "o'clock")
}

// yearTail reads ", 2024", " 2024", " of 2024", " 480 BC" after a month or day.
func (p *parser) yearTail(e *expr) {
	j := e.to
	k := p.comma(j)
	if p.is(k, "of") || p.is(k, "in") && e.d == 0 {
		k++
	}
	if p.is(k, "'") {
		k++
	}
	k = p.hyphen(k)
	if y, next, ok := p.year(k); ok && !p.has(next, cNotYear) && !(k > j && p.is(k-1, ",") && p.compound(next)) {
		e.y, e.to = y, next
		if to, bc := p.era(next); to > next {
			e.to = to
			if bc {
				e.y = -y
			}
		}
		return
	}
	if k := j; p.is(j, "of") || p.has(j, cDir) { // "July 25 of that year", "June last year"
		if p.is(j, "of") {
			k++
		}
		if a, ok := p.relative(k); ok && a.kind == kUnit && a.unit == 'Y' && a.mod == noMod && a.value != "definite" {
			e.anchor, e.to = &a, a.to
			return
		}
	}
	if k < len(p.ws) && p.ws[k].Shape == number.Digits && p.ws[k].Len <= 4 {
		if to, bc := p.era(k + 1); to > k+1 {
			if e.y = int(p.ws[k].Num); bc {
				e.y = -e.y
			}
			e.to = to
		}
	}
}

// compound reports whether a hyphen glues a word to the number before i: "June 5,
// 2000-strong crowds"; a dash between numbers or with spaces around it does not.
func (p *parser) compound(i int) bool {
	return p.is(i, "-") && !p.ws[i].Space && i+1 < len(p.ws) && !p.ws[i+1].Space && p.ws[i+1].Shape == number.Letters && p.ws[i].End-p.ws[i].Start == 1
}

// era reads "BC" or "AD" and tells whether it was the former.
func (p *parser) era(i int) (next int, bc bool) {
	if s, ok := p.sense(i, cEra); ok && p.capital(i) {
		return i + 1, s.n < 0
	}
	return i, false
}

// beforeOurEra reads "490 BC", "AD 70" and, where an era was named before, "in 490".
func (p *parser) beforeOurEra(i int) (expr, bool) {
	if i >= len(p.ws) {
		return expr{}, false
	}
	w := &p.ws[i]
	if w.Shape == number.Digits && !w.Grouped && w.Len <= 4 && w.Num > 0 {
		if j, bc := p.era(i + 1); j > i+1 {
			y := int(w.Num)
			if bc {
				y = -y
			}
			return expr{kind: kDate, from: i, to: j, date: date{y: y}}, true
		}
		if p.ancient && w.Len == 3 && w.Shape == number.Digits && w.End-w.Start == 3 && !p.has(i+1, cNotYear|cUnits) &&
			(p.has(i-1, cDatePrep) && !p.in(i-1, "for", "of", "over", "and", "to") || p.has(i-1, cMod) || p.is(i-1, "of") && p.has(i-2, cSeason|cMonth|cEdge)) {
			return expr{kind: kDate, from: i, to: i + 1, date: date{y: -int(w.Num)}}, true
		}
	}
	if p.in(i, "ad", "a.d") && p.capital(i) && i+1 < len(p.ws) && p.ws[i+1].Shape == number.Digits && p.ws[i+1].Len <= 4 && !p.ws[i+1].Grouped && p.ws[i+1].Num > 0 {
		return expr{kind: kDate, from: i, to: i + 2, date: date{y: int(p.ws[i+1].Num)}}, true
	}
	return expr{}, false
}

// numeric reads "2024-03-05", "03/05/2024" (month first unless it cannot be),
// "24.02.2022" and "8/14/90".
func (p *parser) numeric(i int) (expr, bool) {
	if e, ok := p.dotted(i); ok || i+4 >= len(p.ws) {
		return e, ok
	}
	a, b, c := &p.ws[i], &p.ws[i+2], &p.ws[i+4]
	sep := p.ws[i+1].Lower
	if a.Shape != number.Digits || b.Shape != number.Digits || c.Shape != number.Digits || sep != p.ws[i+3].Lower || a.Grouped || c.Grouped {
		return expr{}, false
	}
	for k := i + 1; k <= i+4; k++ {
		if p.ws[k].Space {
			return expr{}, false
		}
	}
	e := expr{kind: kDate, from: i, to: i + 5}
	x, y, z := int(a.Num), int(b.Num), int(c.Num)
	switch {
	case (sep == "-" || sep == "/") && a.Len == 4 && b.Len <= 2 && c.Len <= 2:
		e.date = date{x, y, z}
	case sep == "-" && c.Len == 4 && a.Len <= 2 && b.Len <= 2:
		if e.date = (date{z, x, y}); x > 12 {
			e.date = date{z, y, x}
		}
	case sep == "/" && (c.Len == 4 || c.Len == 2):
		if c.Len == 2 {
			z = p.shortYear(z)
		}
		if e.date = (date{z, x, y}); x > 12 {
			e.date = date{z, y, x}
		}
	default:
		return expr{}, false
	}
	return e, e.valid() && e.y >= 1000 && e.y < 2200 && e.m > 0 && e.d > 0
}

// yearly tells a year from another number of four digits.
func (p *parser) yearly(i, j int) bool {
	w := &p.ws[i]
	if w.Shape != number.Digits {
		return true
	}
	if p.has(j, cNotYear) || p.in(i-1, "$", "£", "€", "#", "no", "number", "nr", "resolution", "page", "room", "flight", "+") {
		return false
	}
	if p.is(i-1, ".") && !p.ws[i-1].Space && i > 1 && p.ws[i-2].Shape == number.Digits {
		return false
	}
	if i > 0 && !w.Space && !p.in(i-1, "(", "-", "/", "'", "\"", "“", "[", "—", "–") {
		return false
	}
	if p.is(i-1, "-") && !w.Space && i > 1 && p.ws[i-2].Shape == number.Letters && !p.has(i-2, cMod|cSeason|cMonth) && !p.in(i-2, "pre", "post") {
		return false // "Su-2000", "RQ-1901"
	}
	if p.is(j, "-") && j+1 < len(p.ws) && !p.ws[j+1].Space && p.has(j+1, cUnit|cUnits|cNotYear) {
		return false
	}
	if w.Len == 2 {
		return p.has(i-2, cDatePrep|cMonth|cSeason|cMod) && !p.has(j, cUnits) && !p.is(j, "'")
	}
	y := int(w.Num)
	if p.has(i-1, cApprox) && !p.in(i-1, "around", "about", "over", "under") && p.has(j, cUnits) {
		return false
	}
	if y < 1500 || y > 2060 {
		return p.has(i-1, cDatePrep) && !p.in(i-1, "to", "for", "of", "over", "and")
	}
	return !p.has(j, cUnits) && !(p.is(j, ".") && j+1 < len(p.ws) && !p.ws[j+1].Space && p.ws[j+1].Shape == number.Digits)
}

// dotted reads "24.02.2022", which the cutting leaves in one piece.
func (p *parser) dotted(i int) (expr, bool) {
	if i >= len(p.ws) || p.ws[i].Shape != number.Clock {
		return expr{}, false
	}
	f := strings.Split(p.ws[i].Lower, ".")
	if len(f) != 3 {
		return expr{}, false
	}
	d, _ := strconv.Atoi(f[0])
	m, _ := strconv.Atoi(f[1])
	y, _ := strconv.Atoi(f[2])
	e := expr{kind: kDate, from: i, to: i + 1, date: date{y, m, d}}
	return e, d > 0 && m > 0 && e.valid() && y >= 1000 && y < 2200
}
