package line

import (
	"strconv"
	"strings"
	"time"

	"sitrep/record"
)

// seasons gives the first month and the number of months of the parts of a year
// that record.Date knows. Winter begins in December of the year it is named by.
var seasons = map[string][2]int{"SP": {3, 3}, "SU": {6, 3}, "FA": {9, 3}, "WI": {12, 3},
	"Q1": {1, 3}, "Q2": {4, 3}, "Q3": {7, 3}, "Q4": {10, 3}, "H1": {1, 6}, "H2": {7, 6}}

// period gives the first and the last day of a date of any precision.
func period(d record.Date) (first, last string, ok bool) {
	s, _, _ := strings.Cut(string(d), "T")
	var from, to time.Time
	switch {
	case len(s) == 10:
		day, ok := parseDay(s)
		return day, day, ok
	case len(s) == 8 && s[4] == '-' && s[5] == 'W':
		year, err1 := strconv.Atoi(s[:4])
		week, err2 := strconv.Atoi(s[6:])
		if err1 != nil || err2 != nil || week < 1 || week > 53 {
			return "", "", false
		}
		jan4 := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC) // lies in week 1 (ISO 8601)
		from = jan4.AddDate(0, 0, (week-1)*7-(int(jan4.Weekday())+6)%7)
		to = from.AddDate(0, 0, 6)
	case len(s) == 7 && s[4] == '-':
		year, err := strconv.Atoi(s[:4])
		month, months := 0, 1
		if part, known := seasons[s[5:]]; known {
			month, months = part[0], part[1]
		} else if month, _ = strconv.Atoi(s[5:]); month < 1 || month > 12 {
			return "", "", false
		}
		if err != nil {
			return "", "", false
		}
		from = time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		to = from.AddDate(0, months, -1)
	case len(s) == 4:
		year, err := strconv.Atoi(s)
		if err != nil {
			return "", "", false
		}
		from, to = time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
	default:
		return "", "", false
	}
	return from.Format(layout), to.Format(layout), true
}

// shift gives the day that lies n days after another.
func shift(day string, n int) string {
	t, err := time.Parse(layout, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, n).Format(layout)
}
