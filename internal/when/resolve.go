package when

import (
	"fmt"
	"strconv"
)

// reading is what an expression was resolved to.
type reading struct {
	typ, value string
	others     []string
	why        string
	from, to   date   // the stretch, where the calendar has it
	focus      date   // what later expressions may count from
	quarter    int    // of the focus, 0 if it is no quarter
	clock      string // the hour that the interval begins at
}

// resolver holds what expressions count from.
type resolver struct {
	now        date // the report's date; zero where it is not known
	coarse     bool // only the year (and perhaps the month) of now is known
	history    bool
	recent     bool // it names its own year, too, as a chronicle in the news does
	focus      date // the date read last
	focusAge   int  // sentences since
	hint       date // a year far from the focus, which one more mention would make the focus
	quarter    int  // the quarter read last, with its year in quarterYear
	quarterAge int
	qYear      int
	explicit   date // the last date with a year of its own
}

func (r *resolver) resolve(e *expr) (reading, bool) {
	switch e.kind {
	case kDate:
		return r.resolveDate(e)
	case kSeason:
		return r.resolveSeason(e)
	case kQuarter, kHalf:
		return r.resolveQuarter(e)
	case kDecade, kCentury:
		return r.resolveAge(e), true
	case kUnit:
		return r.resolveUnit(e)
	case kDay:
		return r.resolveDay(e)
	case kShift:
		return r.resolveShift(e)
	case kDuration:
		return r.resolveDuration(e), true
	case kSet:
		return r.resolveSet(e), true
	case kRef:
		return reading{typ: "DATE", value: e.value}, true
	case kClock:
		return r.resolveClock(e)
	case kHoliday:
		return r.resolveHoliday(e)
	case kNth:
		return r.resolveNth(e)
	}
	return reading{}, false
}

// base is what a relative expression counts from.
func (r *resolver) base(e *expr) date {
	if e.context && r.focus.known() {
		return r.focus
	}
	if r.history && r.focus.known() && !(r.recent && e.strict) {
		return r.focus
	}
	return r.now
}

func dateReading(t date) reading {
	return reading{typ: "DATE", value: t.String(), from: t, to: t, focus: t}
}

func (r *resolver) resolveDate(e *expr) (reading, bool) {
	if e.fiscal {
		return reading{typ: "DATE", value: yearString(e.y), why: "a fiscal year, whose bounds are not told"}, true
	}
	t := e.date
	if e.anchor != nil && t.y == 0 && t.m > 0 {
		if a, ok := r.resolve(e.anchor); ok && a.from.known() {
			t.y = a.from.y
		}
	}
	switch {
	case t.y != 0 && !t.valid():
		t.d = 0
		return dateReading(t), true
	case t.y != 0:
		return r.withClock(dateReading(t), e), true
	case t.m == 0 && t.d == 0 && e.weekday > 0 && e.anchor != nil:
		if a, ok := r.resolve(e.anchor); ok && a.from.full() {
			return r.withClock(dateReading(a.from.addDays(int(e.n))), e), true
		}
		return r.weekday(e)
	case t.m == 0 && t.d == 0 && e.weekday > 0:
		return r.weekday(e)
	case t.m == 0 && t.d > 0: // "the 25th", "Friday the 13th"
		b := r.base(e)
		if b.m == 0 {
			return reading{}, false
		}
		if e.weekday == 0 && !e.future && b.d > 0 && t.d > b.d && e.tensed {
			b = date{b.y, b.m, 0}.addMonths(-1)
		}
		for k := 0; e.weekday > 0 && k < 14; k++ {
			if c := (date{b.y, b.m, 0}).addMonths(-k); t.d <= daysIn(c.y, c.m) && (date{c.y, c.m, t.d}).weekday() == e.weekday && (date{c.y, c.m, t.d}).ordinal() <= b.ordinal() {
				return dateReading(date{c.y, c.m, t.d}), true
			}
		}
		return dateReading(date{b.y, b.m, min(t.d, daysIn(b.y, b.m))}), true
	}
	y, why := r.yearFor(e)
	if y == 0 {
		v := "XXXX-" + two(t.m)
		if t.d > 0 {
			v += "-" + two(t.d)
		}
		return reading{typ: "DATE", value: v}, true
	}
	t.y = y
	if !t.valid() {
		return reading{}, false
	}
	out := dateReading(t)
	out.why = why
	return r.withClock(out, e), true
}

// withClock puts a part of the day or an hour on a day.
func (r *resolver) withClock(out reading, e *expr) reading {
	switch {
	case e.clock != "":
		out.typ, out.value, out.clock = "TIME", out.value+"T"+e.clock, e.clock
	case e.part != "":
		out.typ, out.value = "TIME", out.value+"T"+e.part
	}
	return out
}

// yearFor finds the year of a month, or of a day of a month, told without one.
func (r *resolver) yearFor(e *expr) (int, string) {
	if r.history && r.focus.known() && !e.strict && !(r.recent && e.future) {
		y := r.focus.y
		if r.focus.m > 0 && y > 0 {
			switch gap := e.m - r.focus.m; {
			case gap <= -8:
				return y + 1, "the text moves forward over the turn of the year"
			case gap >= 10:
				return y - 1, "the month before the one read last"
			}
		}
		return y, "the year read last"
	}
	if !r.now.known() {
		if r.focus.known() && r.focusAge <= 1 { // farther on, nothing ties it to that year
			return r.focus.y, "the year read last"
		}
		return 0, ""
	}
	n := r.now
	if n.m == 0 {
		return n.y, "the year of the report"
	}
	day := e.d
	before := func(y int) bool { // that date of year y is not after the report
		if e.m != n.m {
			return y < n.y || y == n.y && e.m < n.m
		}
		return y <= n.y && (y < n.y || day == 0 || n.d == 0 || day <= n.d)
	}
	last := n.y
	if !before(last) {
		last--
	}
	ahead := last + 1
	if !e.strict && e.m == n.m && day == 0 {
		return n.y, "the month of the report"
	}
	switch {
	case e.strict && e.dir == here && !e.context:
		if e.m < n.m-9 {
			return n.y + 1, "this one is the nearest"
		}
		return n.y, "this one is of the report's year"
	case e.strict && e.dir == back:
		if last == n.y && e.m == n.m {
			last--
		}
		return last, "the last before the report"
	case e.strict && e.dir == onward:
		return ahead, "the next after the report"
	case e.prep == "since" || e.prep == "as of":
		return last, "the last before the report"
	case e.through && !e.future: // "this year through August", "through January"
		return r.nearest(e, last, ahead)
	case e.future:
		return ahead, "the verb looks ahead"
	case e.tensed:
		return r.nearPast(e, last, ahead)
	}
	return r.nearest(e, last, ahead)
}

// nearPast takes the last such date, unless the next is a few weeks off and the
// last most of a year.
func (r *resolver) nearPast(e *expr, last, ahead int) (int, string) {
	if !e.weak {
		return last, "the last before the report"
	}
	if e.d > 0 {
		next := date{ahead, e.m, min(e.d, daysIn(ahead, e.m))}
		if r.now.d > 0 && next.ordinal()-r.now.ordinal() <= 45 {
			return ahead, "a few weeks after the report, and most of a year before it"
		}
	} else if (ahead-r.now.y)*12+e.m-r.now.m <= 2 {
		return ahead, "soon after the report, and most of a year before it"
	}
	return last, "the last before the report"
}

func (r *resolver) nearest(e *expr, last, ahead int) (int, string) {
	d := max(e.d, 15)
	a := date{last, e.m, min(d, daysIn(last, e.m))}
	b := date{ahead, e.m, min(d, daysIn(ahead, e.m))}
	lean := 4
	if e.prep == "by" || e.prep == "until" {
		lean = 1
	}
	if r.now.ordinal()-a.ordinal() > lean*(b.ordinal()-r.now.ordinal()) {
		return ahead, "nearer to the report than the last one"
	}
	return last, "the last before the report"
}

// weekday finds the day that a bare or pointed day of the week means.
func (r *resolver) weekday(e *expr) (reading, bool) {
	b := r.now
	if e.context && r.focus.full() || r.history && !r.recent && r.focus.full() {
		b = r.focus
	}
	if !b.full() || r.coarse && !e.context {
		v := "XXXX-WXX-" + strconv.Itoa(e.weekday)
		if b.known() {
			v = yearString(b.y) + "-WXX-" + strconv.Itoa(e.weekday)
		}
		return r.withClock(reading{typ: "DATE", value: v}, e), true
	}
	ago := floorMod(b.weekday()-e.weekday, 7)
	ahead := floorMod(e.weekday-b.weekday(), 7)
	t := b.addDays(-ago)
	switch {
	case e.dir == back:
		if ago == 0 {
			t = b.addDays(-7)
		}
	case e.dir == onward:
		if ahead == 0 {
			ahead = 7
		}
		t = b.addDays(ahead)
	case e.dir == here && e.strict:
		t = b.addDays(ahead)
		if !e.future && e.tensed {
			t = b.addDays(-ago)
		}
	case e.future:
		t = b.addDays(ahead)
	}
	return r.withClock(dateReading(t), e), true
}

func (r *resolver) resolveHoliday(e *expr) (reading, bool) {
	y := e.y
	b := r.base(e)
	if y == 0 {
		if y = b.y; y == 0 {
			return reading{}, false
		}
		t := holiday(e.holiday, y)
		switch gap := t.ordinal() - b.ordinal(); {
		case !b.full() || r.history:
		case e.future && gap < -30:
			t = holiday(e.holiday, y+1)
		case !e.future && e.tensed && (gap > 45 || gap > 0 && !e.weak), gap > 180:
			t = holiday(e.holiday, y-1)
		}
		y = t.y
	}
	t := holiday(e.holiday, y)
	if e.unit == 'W' {
		wy, w := t.week()
		return reading{typ: "DATE", value: weekString(wy, w), from: weekStart(wy, w), to: weekStart(wy, w).addDays(6), focus: t}, true
	}
	return dateReading(t), true
}

// holiday works a holiday's rule out for a year.
func holiday(rule string, y int) date {
	var a, b, c int
	switch {
	case len(rule) == 10 && scan(rule, "%d-%d-%d", &a, &b, &c): // it happened once
		return date{a, b, c}
	case rule == "election": // the Tuesday after the first Monday in November
		return nth(y, 11, 1, 1).addDays(1)
	case scan(rule, "easter%d", &a):
		return easter(y).addDays(a)
	case scan(rule, "%d/%d/%d", &a, &b, &c):
		return nth(y, a, b, c)
	case scan(rule, "%d-%d", &a, &b):
		return date{y, a, b}
	}
	return date{y: y}
}

func scan(s, format string, to ...any) bool {
	n, err := fmt.Sscanf(s, format, to...)
	return err == nil && n == len(to)
}

// nth gives the n-th weekday of a month; -1 is the last.
func nth(y, m, weekday, n int) date {
	if n < 0 {
		t := date{y, m, daysIn(y, m)}
		return t.addDays(-floorMod(t.weekday()-weekday, 7))
	}
	t := date{y, m, 1}
	return t.addDays(floorMod(weekday-t.weekday(), 7) + 7*(n-1))
}
