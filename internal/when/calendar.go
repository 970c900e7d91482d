package when

import (
	"fmt"
	"strconv"

	"sitrep/record"
)

// date is a day of the (proleptic) Gregorian calendar, or a coarser stretch when
// d or m is zero. Years before our era are negative: -480 is 480 BC.
type date struct{ y, m, d int }

func (t date) known() bool { return t.y != 0 }
func (t date) full() bool  { return t.y != 0 && t.m != 0 && t.d != 0 }

// ordinal counts days from 1970-01-01 (Howard Hinnant's civil-day algorithm,
// which he placed in the public domain).
func (t date) ordinal() int {
	y, m, d := t.y, max(t.m, 1), max(t.d, 1)
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

func fromOrdinal(n int) date {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	t := date{y: yoe + era*400, d: doy - (153*mp+2)/5 + 1}
	if t.m = mp + 3; t.m > 12 {
		t.m -= 12
	}
	if t.m <= 2 {
		t.y++
	}
	return t
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// weekday is 1 for Monday to 7 for Sunday.
func (t date) weekday() int { return floorMod(t.ordinal()+3, 7) + 1 }

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

func (t date) addDays(n int) date { return fromOrdinal(t.ordinal() + n) }

// addMonths keeps the day where the month has it, else the month's last.
func (t date) addMonths(n int) date {
	k := t.y*12 + t.m - 1 + n
	r := date{y: floorDiv(k, 12), m: floorMod(k, 12) + 1, d: t.d}
	if r.d > 0 {
		r.d = min(r.d, daysIn(r.y, r.m))
	}
	return r
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// valid reports whether the day exists.
func (t date) valid() bool {
	return t.m >= 0 && t.m <= 12 && t.d >= 0 && (t.d == 0 || t.m > 0 && t.d <= daysIn(t.y, t.m))
}

// week gives the ISO 8601 week and its year.
func (t date) week() (year, week int) {
	thursday := t.addDays(4 - t.weekday())
	jan1 := date{thursday.y, 1, 1}
	return thursday.y, (thursday.ordinal()-jan1.ordinal())/7 + 1
}

// weekStart gives the Monday of an ISO week.
func weekStart(year, week int) date {
	jan4 := date{year, 1, 4}
	return jan4.addDays(1 - jan4.weekday() + 7*(week-1))
}

// String gives the date as TIMEX3 writes it.
func (t date) String() string {
	s := yearString(t.y)
	if t.m > 0 {
		s += "-" + two(t.m)
	}
	if t.d > 0 {
		s += "-" + two(t.d)
	}
	return s
}

func yearString(y int) string {
	switch {
	case y == 0:
		return "XXXX"
	case y < 0:
		return fmt.Sprintf("BC%04d", -y)
	case y < 1000:
		return fmt.Sprintf("%04d", y)
	}
	return strconv.Itoa(y)
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// parseDate reads the date of a record.Date of day, month or year precision; a
// time of day is dropped, and other forms give the first day they hold.
func parseDate(s record.Date) date {
	from, _ := bounds(string(s))
	return from
}

// season gives the months of a season: the meteorological ones of the northern
// half of the globe; a winter is named for the year in which it begins.
func season(y int, code string) (from, to date) {
	switch code {
	case "SP":
		return date{y, 3, 0}, date{y, 5, 0}
	case "SU":
		return date{y, 6, 0}, date{y, 8, 0}
	case "FA":
		return date{y, 9, 0}, date{y, 11, 0}
	}
	return date{y, 12, 0}, date{y + 1, 2, 0}
}

// easter gives the western Easter Sunday (the anonymous Gregorian computus).
func easter(y int) date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	return date{y, (h + l - 7*m + 114) / 31, (h+l-7*m+114)%31 + 1}
}
