package when

import (
	"math"
	"strconv"
)

// resolveShift resolves "two weeks ago", "three days later", "a year earlier".
func (r *resolver) resolveShift(e *expr) (reading, bool) {
	sign := -1
	if e.dir == onward {
		sign = 1
	}
	if e.vague {
		v := "PAST_REF"
		if sign > 0 {
			v = "FUTURE_REF"
		}
		return reading{typ: "DATE", value: v}, true
	}
	b := r.now
	if e.context && r.focus.known() || r.history && r.focus.known() && e.context {
		b = r.focus
	}
	if e.anchor != nil {
		a, ok := r.resolve(e.anchor)
		if !ok || !a.from.known() {
			return reading{}, false
		}
		b = a.from
	}
	if e.unit == 'Y' && e.n == 1 && sign < 0 && r.quarter > 0 && !e.edge {
		return quarterReading(r.qYear-1, r.quarter), true
	}
	if !b.known() {
		v := "PAST_REF"
		if sign > 0 {
			v = "FUTURE_REF"
		}
		return reading{typ: "DATE", value: v}, true
	}
	return r.shifted(e, b, sign), true
}

func (r *resolver) shifted(e *expr, b date, sign int) reading {
	n := e.n * float64(sign)
	whole := n == math.Trunc(n)
	day := b.full() && !(r.coarse && !e.context)
	switch e.unit {
	case 's', 'm', 'h':
		if day {
			out := dateReading(b)
			out.typ, out.value = "TIME", out.value+"TXX:XX"
			return out
		}
		return reading{typ: "TIME", value: "XXXX-XX-XXTXX:XX"}
	case 'D', 'N':
		if day && whole {
			return dateReading(b.addDays(int(n)))
		}
		return reading{typ: "DATE", value: padded(date{b.y, b.m, 0}), from: date{y: b.y}, to: date{y: b.y}}
	case 'W', 'F':
		if e.unit == 'F' {
			n *= 2
		}
		if day && whole {
			if n <= -4 || n >= 4 { // the farther off, the coarser it is meant
				return weekReading(b.addDays(int(n) * 7))
			}
			return dateReading(b.addDays(int(n) * 7))
		}
		return reading{typ: "DATE", value: yearString(b.y) + "-WXX", from: date{y: b.y}, to: date{y: b.y}}
	case 'M':
		if b.m > 0 && whole {
			return dateReading(date{b.y, b.m, 0}.addMonths(int(n)))
		}
		return reading{typ: "DATE", value: yearString(b.y) + "-XX", from: date{y: b.y}, to: date{y: b.y}}
	case 'Q':
		return r.quarterStep(b, int(n))
	case 'Y':
		if !whole {
			if b.m > 0 {
				return dateReading(date{b.y, b.m, 0}.addMonths(int(n * 12)))
			}
			return dateReading(date{y: b.y + int(n)})
		}
		return dateReading(date{y: b.y + int(n)})
	case 'X':
		k := floorDiv(b.y, 10) + int(n)
		return reading{typ: "DATE", value: ageString(k, 3), from: date{y: k * 10}, to: date{y: k*10 + 9}}
	case 'C':
		return dateReading(date{y: b.y + int(n*100)})
	}
	return dateReading(date{y: b.y + int(n*1000)})
}

// resolveDuration gives the length; "the past two months" also has an interval.
func (r *resolver) resolveDuration(e *expr) reading {
	out := reading{typ: "DURATION", value: lengthOf(e)}
	if e.vague && e.n == 0 || !e.strict || e.context || !r.now.full() || r.coarse || r.history {
		return out
	}
	other, ok := reading{}, false
	switch e.dir {
	case back:
		if other = r.shifted(&expr{unit: e.unit, n: e.n}, r.now, -1); other.from.known() && e.n > 0 && other.typ == "DATE" {
			out.from, out.to, ok = other.from, r.now, true
		}
	case onward:
		if other = r.shifted(&expr{unit: e.unit, n: e.n}, r.now, 1); other.from.known() && e.n > 0 && other.typ == "DATE" {
			out.from, out.to, ok = r.now, other.to, true
		}
	}
	if ok {
		out.why = "counted from the report's date"
	}
	return out
}

// lengthOf writes a duration as ISO 8601 does, X for a number that is not told.
func lengthOf(e *expr) string {
	if e.rest != 0 {
		return joinLengths(lengthOf(&expr{unit: e.unit, n: e.n}), lengthOf(&expr{unit: e.rest, n: e.restN}))
	}
	n := "X"
	v := e.n
	unit := string(rune(e.unit))
	clock := ""
	switch e.unit {
	case 's', 'm', 'h':
		clock, unit = "T", map[byte]string{'s': "S", 'm': "M", 'h': "H"}[e.unit]
	case 'N':
		unit = "D"
	case 'F':
		v, unit = v*2, "W"
	case 'X':
		v, unit = v*10, "Y"
		if e.vague || v == 0 {
			unit = "E"
		}
	case 'C':
		v, unit = v*100, "Y"
		if e.vague || v == 0 {
			unit = "C"
		}
	case 'L':
		v, unit = v*1000, "Y"
	case 'E':
		unit = "WE"
	}
	if !e.vague && v > 0 && v-math.Floor(v) == .5 {
		if s := halves(v, unit, clock); s != "" {
			return s
		}
	}
	if !e.vague && v > 0 {
		if n = strconv.FormatFloat(v, 'f', -1, 64); len(n) > 8 {
			n = strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
		}
	}
	return "P" + clock + n + unit
}

// halves writes two and a half years as P2Y6M, half an hour as PT30M.
func halves(v float64, unit, clock string) string {
	whole := ""
	if v >= 1 {
		whole = strconv.Itoa(int(v)) + unit
	}
	switch {
	case unit == "Y":
		return "P" + whole + "6M"
	case clock == "T" && unit == "H":
		return "PT" + whole + "30M"
	case clock == "T" && unit == "M":
		return "PT" + whole + "30S"
	}
	return ""
}

func (r *resolver) resolveSet(e *expr) reading {
	if e.unit != 0 {
		return reading{typ: "SET", value: lengthOf(e)}
	}
	return reading{typ: "SET", value: e.value}
}

// resolveClock resolves a time of day with its day.
func (r *resolver) resolveClock(e *expr) (reading, bool) {
	day := reading{}
	switch {
	case e.anchor != nil:
		a, ok := r.resolve(e.anchor)
		if !ok {
			return a, false
		}
		day = a
		if e.value == "overnight" && e.n < 0 && a.from.full() {
			t := a.from.addDays(-1)
			night := dateReading(t)
			night.typ, night.value, night.to = "TIME", t.String()+"TNI", a.from
			return night, true
		}
	case r.history && r.focus.full():
		day = dateReading(r.focus)
		if e.value == "dir" || e.context {
			day = dateReading(r.focus.addDays(int(e.dir) - int(here)))
		}
	case r.history && r.focus.known():
		day = reading{value: padded(r.focus), from: r.focus, to: r.focus}
	case r.now.full() && !r.coarse:
		day = dateReading(r.now)
		if e.context && r.focus.full() {
			day = dateReading(r.focus)
		}
		if e.value == "dir" || e.context {
			day = dateReading(day.from.addDays(int(e.dir) - int(here)))
		} else if e.part == "" && r.focus.full() && abs(r.focus.ordinal()-r.now.ordinal()) < 30 {
			day = dateReading(r.focus)
		}
	case r.focus.full():
		day = dateReading(r.focus)
	default:
		day.value = "XXXX-XX-XX"
	}
	day.typ = "TIME"
	if e.clock == "" {
		if e.mod != noMod && e.part == "" {
			return day, true
		}
		day.value = dayPart(day.value) + "T" + e.part
		return day, true
	}
	day.value, day.clock = dayPart(day.value)+"T"+e.clock, e.clock
	return day, true
}

// dayPart drops a time of day that the anchor brought along.
func dayPart(v string) string {
	for i := 0; i < len(v); i++ {
		if v[i] == 'T' {
			return v[:i]
		}
	}
	return v
}
