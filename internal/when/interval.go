package when

import (
	"strconv"
	"strings"
)

// bounds gives the first and the last stretch that a TIMEX3 value of a date
// holds, each as precise as the value allows: "2022-FA" gives 2022-09 and 2022-11,
// "2023-W51" its Monday and Sunday. Both are empty where the value names no
// stretch of the calendar.
func bounds(v string) (from, to date) {
	if i := strings.IndexByte(v, 'T'); i > 0 && i >= 4 {
		v = v[:i]
	}
	sign := 1
	if strings.HasPrefix(v, "BC") {
		v, sign = v[2:], -1
	}
	parts := strings.Split(v, "-")
	y, ok := atoi(parts[0])
	if !ok {
		return date{}, date{}
	}
	switch len(parts[0]) {
	case 4:
		y *= sign
	case 3:
		if sign < 0 {
			return date{y: -(y*10 + 9)}, date{y: -(max(y*10, 1))}
		}
		return date{y: y * 10}, date{y: y*10 + 9}
	case 2:
		if sign < 0 {
			return date{y: -(y*100 + 99)}, date{y: -(max(y*100, 1))}
		}
		return date{y: max(y*100, 1)}, date{y: y*100 + 99}
	default:
		return date{}, date{}
	}
	if y == 0 {
		return date{}, date{}
	}
	if len(parts) == 1 {
		return date{y: y}, date{y: y}
	}
	return within(y, parts)
}

// within reads what follows the year.
func within(y int, parts []string) (from, to date) {
	p := parts[1]
	switch {
	case p == "SP" || p == "SU" || p == "FA" || p == "WI":
		return season(y, p)
	case len(p) == 2 && p[0] == 'Q' && p[1] >= '1' && p[1] <= '4':
		q := int(p[1] - '0')
		return date{y, 3*q - 2, 0}, date{y, 3 * q, 0}
	case len(p) == 2 && p[0] == 'H' && (p[1] == '1' || p[1] == '2'):
		h := int(p[1] - '0')
		return date{y, 6*h - 5, 0}, date{y, 6 * h, 0}
	case len(p) == 3 && p[0] == 'W':
		w, ok := atoi(p[1:])
		if !ok || w < 1 || w > 53 {
			return date{y: y}, date{y: y}
		}
		from = weekStart(y, w)
		switch {
		case len(parts) > 2 && parts[2] == "WE":
			return from.addDays(5), from.addDays(6)
		case len(parts) > 2 && len(parts[2]) == 1 && parts[2][0] >= '1' && parts[2][0] <= '7':
			from = from.addDays(int(parts[2][0] - '1'))
			return from, from
		}
		return from, from.addDays(6)
	}
	m, ok := atoi(p)
	if !ok || m < 1 || m > 12 {
		return date{y: y}, date{y: y}
	}
	if len(parts) > 2 {
		if d, ok := atoi(parts[2]); ok && d >= 1 && d <= daysIn(y, m) {
			return date{y, m, d}, date{y, m, d}
		}
	}
	return date{y, m, 0}, date{y, m, 0}
}

func atoi(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0
}

// part narrows an interval to its early, middle or late third (a month: ten days;
// a year: four months, as weather services and historians use the words).
func part(from, to date, m mod) (date, date) {
	switch {
	case m == noMod || from != to || !from.known():
		return from, to
	case from.d > 0:
		return from, to
	case from.m > 0:
		last := daysIn(from.y, from.m)
		switch m {
		case start:
			return date{from.y, from.m, 1}, date{from.y, from.m, 10}
		case mid:
			return date{from.y, from.m, 11}, date{from.y, from.m, 20}
		}
		return date{from.y, from.m, 21}, date{from.y, from.m, last}
	}
	switch m {
	case start:
		return date{from.y, 1, 0}, date{from.y, 4, 0}
	case mid:
		return date{from.y, 5, 0}, date{from.y, 8, 0}
	}
	return date{from.y, 9, 0}, date{from.y, 12, 0}
}
