package when

import (
	"strconv"
)

func weekString(y, w int) string { return yearString(y) + "-W" + two(w) }

func weekReading(t date) reading {
	y, w := t.week()
	from := weekStart(y, w)
	return reading{typ: "DATE", value: weekString(y, w), from: from, to: from.addDays(6), focus: t}
}

func quarterReading(y, q int) reading {
	return reading{typ: "DATE", value: yearString(y) + "-Q" + strconv.Itoa(q), from: date{y, 3*q - 2, 0}, to: date{y, 3 * q, 0},
		focus: date{y, 3 * q, 0}, quarter: q}
}

// resolveUnit resolves "last week", "this year", "the following day", "the year".
func (r *resolver) resolveUnit(e *expr) (reading, bool) {
	step := int(e.dir) - int(here)
	if e.dir == noDir {
		step = 0
	}
	b := r.base(e)
	if e.article && !e.future && r.focus.known() {
		b = r.focus // "the next month" counts from the date told, "next month" from the report
	}
	if r.history && !e.context && e.value != "definite" && r.focus.known() && (e.unit == 'Y' && e.dir == here) {
		b = r.focus
	}
	if e.anchor != nil {
		if a, ok := r.resolve(e.anchor); ok && a.from.full() {
			return weekReading(a.from), true
		}
	}
	if !b.known() {
		return r.unknownUnit(e), true
	}
	switch {
	case e.value == "year-ago" && r.quarter > 0:
		return quarterReading(r.qYear-1, r.quarter), true
	case e.value == "year-end":
		return r.yearEnd(e, b), true
	}
	return r.stepped(e, b, step)
}

// yearEnd is the last day of a year: of the report's where the verb looks ahead,
// of the one before otherwise.
func (r *resolver) yearEnd(e *expr, b date) reading {
	y := e.y
	if y == 0 {
		if y = b.y; e.tensed && !e.future && b.m < 12 {
			y--
		}
	}
	return dateReading(date{y, 12, 31})
}

// unknownUnit gives the value of a stretch that cannot be placed.
func (r *resolver) unknownUnit(e *expr) reading {
	v := map[byte]string{'D': "XXXX-XX-XX", 'W': "XXXX-WXX", 'E': "XXXX-WXX-WE", 'M': "XXXX-XX", 'Q': "XXXX-QX", 'Y': "XXXX"}[e.unit]
	if v == "" {
		v = "XXXX"
	}
	return reading{typ: "DATE", value: v}
}

// stepped gives the unit that lies step units from b.
func (r *resolver) stepped(e *expr, b date, step int) (reading, bool) {
	switch e.unit {
	case 'D':
		if !b.full() {
			if !b.known() {
				return r.unknownUnit(e), true
			}
			return reading{typ: "DATE", value: padded(b), from: b, to: b, focus: b}, true
		}
		return r.withClock(dateReading(b.addDays(step)), e), true
	case 'W', 'E', 'F':
		return r.week(e, b, step), true
	case 'M':
		if b.m == 0 {
			return reading{typ: "DATE", value: yearString(b.y) + "-XX", from: date{y: b.y}, to: date{y: b.y}, focus: b}, true
		}
		t := date{b.y, b.m, 0}.addMonths(step)
		out := dateReading(t)
		if r.coarse && !e.context {
			out = r.inferredUnit(yearString(b.y)+"-XX", b.y)
		}
		return out, true
	case 'Q':
		return r.quarterStep(b, step), true
	case 'Y':
		out := dateReading(date{y: b.y + step})
		if step != 0 {
			out.focus = date{y: b.y + step}
		}
		return out, true
	case 'X':
		k := floorDiv(b.y, 10) + step
		return reading{typ: "DATE", value: ageString(k, 3), from: date{y: k * 10}, to: date{y: k*10 + 9}}, true
	case 'C':
		k := floorDiv(b.y, 100) + step
		return reading{typ: "DATE", value: ageString(k, 2), from: date{y: max(k*100, 1)}, to: date{y: k*100 + 99}}, true
	}
	return reading{}, false
}

// inferredUnit is a stretch whose year alone is known.
func (r *resolver) inferredUnit(value string, y int) reading {
	return reading{typ: "DATE", value: value, from: date{y: y}, to: date{y: y}, focus: date{y: y}}
}

// padded writes a day of which only the month or the year is known.
func padded(b date) string {
	if b.m > 0 {
		return b.String() + "-XX"
	}
	return b.String() + "-XX-XX"
}

func (r *resolver) week(e *expr, b date, step int) reading {
	if !b.full() || r.coarse && !e.context {
		v := yearString(b.y) + "-WXX"
		if e.unit == 'E' {
			v += "-WE"
		}
		return reading{typ: "DATE", value: v, from: date{y: b.y}, to: date{y: b.y}}
	}
	if e.unit == 'F' {
		step *= 2
	}
	if e.unit != 'E' {
		return weekReading(b.addDays(7 * step))
	}
	// The weekend of a report's week lies ahead, except on the days it covers and
	// where the verb looks back.
	if e.dir == noDir || e.value == "definite" || e.dir == here && !e.future && e.tensed {
		if !e.future && b.weekday() < 6 {
			step = -1
		}
	}
	t := b.addDays(7 * step)
	y, w := t.week()
	from := weekStart(y, w).addDays(5)
	return reading{typ: "DATE", value: weekString(y, w) + "-WE", from: from, to: from.addDays(1), focus: from}
}

func (r *resolver) quarterStep(b date, step int) reading {
	m := max(b.m, 1)
	k := b.y*4 + (m-1)/3 + step
	return quarterReading(floorDiv(k, 4), floorMod(k, 4)+1)
}

// ageString writes a decade (three digits) or a century (two).
func ageString(k, digits int) string {
	sign := ""
	if k < 0 {
		sign, k = "BC", -k
	}
	s := strconv.Itoa(k)
	for len(s) < digits {
		s = "0" + s
	}
	return sign + s
}

func (r *resolver) resolveAge(e *expr) reading {
	if e.kind == kDecade {
		return reading{typ: "DATE", value: ageString(e.number, 3), from: date{y: e.number * 10}, to: date{y: e.number*10 + 9}}
	}
	v := ageString(e.number, 2)
	if e.value == "BC" {
		v = "BC" + ageString(abs(e.number), 2)
		return reading{typ: "DATE", value: v}
	}
	return reading{typ: "DATE", value: v, from: date{y: max(e.number*100, 1)}, to: date{y: e.number*100 + 99}}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// resolveDay resolves "yesterday", "today", "tomorrow".
func (r *resolver) resolveDay(e *expr) (reading, bool) {
	if !r.now.full() || r.coarse {
		v := map[float64]string{0: "PRESENT_REF", -1: "PAST_REF", 1: "FUTURE_REF"}[e.n]
		return reading{typ: "DATE", value: v}, true
	}
	if r.history && e.n == 0 && !r.recent {
		return reading{typ: "DATE", value: "PRESENT_REF"}, true
	}
	return r.withClock(dateReading(r.now.addDays(int(e.n))), e), true
}

// resolveSeason resolves a season; "last fall" keeps both of its readings.
func (r *resolver) resolveSeason(e *expr) (reading, bool) {
	make := func(y int) reading {
		from, to := season(y, e.season)
		return reading{typ: "DATE", value: yearString(y) + "-" + e.season, from: from, to: to, focus: date{y, from.m, 0}}
	}
	if e.y != 0 {
		return make(e.y), true
	}
	if e.anchor != nil {
		a, ok := r.resolveUnit(e.anchor)
		if !ok || !a.from.known() {
			return reading{typ: "DATE", value: "XXXX-" + e.season}, ok
		}
		return make(a.from.y), true
	}
	b := r.base(e)
	if !b.known() {
		return reading{typ: "DATE", value: "XXXX-" + e.season}, true
	}
	if r.history && r.focus.known() && !(e.strict && e.dir != here) {
		y := b.y
		if e.season == "WI" && b.m > 0 && b.m < 4 {
			y = b.y
		}
		return make(y), true
	}
	return r.recentSeason(e, b, make), true
}

func (r *resolver) recentSeason(e *expr, b date, make func(int) reading) reading {
	current := r.seasonAt(b, e.season) // the year of the season now running or run last
	from, to := season(current, e.season)
	ended := b.m > 0 && (to.y*12+to.m < b.y*12+b.m)
	switch {
	case e.dir == back && (e.value == "past" || !e.strict):
		return make(current)
	case e.dir == back && e.strict && b.m == 0:
		out := make(current - 1)
		out.others = []string{make(current).value}
		out.why = "only the report's year is known; the season of the same year could be meant"
		return out
	case e.dir == back && e.strict && !ended: // within it: the one before
		return make(current - 1)
	case e.dir == back && from.y == b.y:
		out := make(current - 1)
		out.others = []string{make(current).value}
		out.why = "the one just past lies in the report's own year, for which one says \"this\" or nothing; \"last\" then means the year before"
		return out
	case e.dir == back:
		out := make(current)
		out.others = []string{make(current - 1).value}
		out.why = "the one just past lies in the year before the report's"
		return out
	case e.dir == onward:
		if from.y*12+from.m <= b.y*12+b.m {
			current++
		}
		return make(current)
	case e.future && ended:
		return make(current + 1)
	case e.dir == here && e.season == "WI" && ended && nearerAhead(b, from, to):
		return make(current + 1)
	case e.dir == here && e.strict && current < b.y && e.season != "WI":
		return make(b.y)
	}
	return make(current)
}

// nearerAhead reports whether the next season of a kind is nearer to b than the one
// that ran from from to to: in September "this winter" is the one to come.
func nearerAhead(b, from, to date) bool {
	now := b.y*12 + b.m
	return from.y*12+from.m+12-now < now-to.y*12-to.m
}

// seasonAt gives the year of the last such season that has begun by b.
func (r *resolver) seasonAt(b date, code string) int {
	from, _ := season(b.y, code)
	if b.m == 0 || from.m <= b.m {
		return b.y
	}
	return b.y - 1
}

// resolveQuarter resolves "the third quarter", "the first half of 1990".
func (r *resolver) resolveQuarter(e *expr) (reading, bool) {
	y := e.y
	b := r.now
	if r.history && r.focus.known() {
		b = r.focus
	}
	switch {
	case e.value == "ended":
		if a, ok := r.resolve(e.anchor); ok && a.from.m > 0 {
			// A quarter named before may be a fiscal one, which this then is.
			if y = a.from.y; e.number == 0 && e.kind == kQuarter && r.quarter == 0 {
				return quarterReading(y, (a.from.m+2)/3), true
			}
		}
	case e.anchor != nil:
		if a, ok := r.resolveUnit(e.anchor); ok {
			y = a.from.y
		}
	}
	if e.fiscal && y == 0 && b.known() {
		y = b.y
	}
	if e.number == 0 && y != 0 && e.dir == back {
		e.number = 4 // "the last quarter of 1989"
	}
	if e.number == 0 {
		return r.unnumbered(e, b, y)
	}
	if y == 0 {
		if !b.known() {
			return reading{typ: "DATE", value: "XXXX-" + map[kind]string{kQuarter: "Q", kHalf: "H"}[e.kind] + strconv.Itoa(e.number)}, true
		}
		y = b.y
		span := 3
		if e.kind == kHalf {
			span = 6
		}
		switch {
		case e.value == "year-ago" || e.dir == back && e.strict:
			y--
		case b.m > 0 && (e.number-1)*span >= b.m && !e.future && e.tensed:
			y--
		case b.m > 0 && e.future && e.number*span+6 < b.m: // one that ended lately is still spoken of
			y++
		}
	}
	if e.kind == kHalf {
		return reading{typ: "DATE", value: yearString(y) + "-H" + strconv.Itoa(e.number), from: date{y, 6*e.number - 5, 0}, to: date{y, 6 * e.number, 0}, focus: date{y: y}}, true
	}
	return quarterReading(y, e.number), true
}

// unnumbered resolves "the quarter", "last quarter", "the year-ago quarter".
func (r *resolver) unnumbered(e *expr, b date, y int) (reading, bool) {
	switch {
	case y != 0 && r.quarter == 0:
		return dateReading(date{y: y}), true
	case y != 0 && r.quarter > 0:
		return quarterReading(y, r.quarter), true
	case e.value == "year-ago" && r.quarter > 0:
		return quarterReading(r.qYear-1, r.quarter), true
	case r.quarter > 0 && (e.dir == noDir || e.context && e.dir == here):
		return quarterReading(r.qYear, r.quarter), true
	case !b.known() || b.m == 0:
		return reading{typ: "DATE", value: "XXXX-QX"}, true
	case e.value == "year-ago":
		return r.quarterStep(b, -5), true
	case e.dir == noDir: // reports speak of the quarter just ended
		return r.quarterStep(b, -1), true
	}
	step := int(e.dir) - int(here)
	if e.context && e.dir == here {
		step = -1
	}
	return r.quarterStep(b, step), true
}
