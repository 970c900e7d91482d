package archive

import (
	"strconv"
	"strings"
	"time"

	"sitrep/record"
)

// Day gives the first day of the stretch in which a report was published, as
// "2023-09-14", or "" when it is not known or not written as record.Date says.
func Day(p record.Published) string {
	if p.Value != "" {
		if d := FirstDay(p.Value); d != "" {
			return d
		}
	}
	return FirstDay(p.From)
}

// seasons gives the month in which the northern season begins. Winter begins in
// December of the year it is named by, as EDTF has it.
var seasons = map[string]string{"SP": "03", "SU": "06", "FA": "09", "WI": "12",
	"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10", "H1": "01", "H2": "07"}

// FirstDay gives the first day of a date of any precision, or "".
func FirstDay(d record.Date) string {
	s, _, _ := strings.Cut(string(d), "T")
	var day string
	switch {
	case len(s) == 4:
		day = s + "-01-01"
	case len(s) == 7 && seasons[s[5:]] != "":
		day = s[:5] + seasons[s[5:]] + "-01"
	case len(s) == 7:
		day = s + "-01"
	case len(s) == 8 && s[5] == 'W':
		day = monday(s)
	case len(s) == 10:
		day = s
	default:
		return ""
	}
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return ""
	}
	return day
}

// monday gives the first day of an ISO week, "2023-W51".
func monday(s string) string {
	year, err1 := strconv.Atoi(s[:4])
	week, err2 := strconv.Atoi(s[6:])
	if err1 != nil || err2 != nil || week < 1 || week > 53 {
		return ""
	}
	// 4 January lies in week 1 of every year (ISO 8601).
	t := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	back := (int(t.Weekday()) + 6) % 7
	return t.AddDate(0, 0, (week-1)*7-back).Format(time.DateOnly)
}
