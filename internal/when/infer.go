package when

import (
	"fmt"
	"strconv"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// infer sets the report's date as far as its text shows it: the interval it must
// lie in, the year where one can be told, and the reasons.
func infer(list []found, doc *syntax.Document, report *record.Report) {
	latest := latestPast(list)
	if latest == nil {
		return
	}
	p := &report.Published
	p.Basis = record.Inferred
	p.From = when(latest.date)
	p.Why = fmt.Sprintf("“%s” is told as past", latest.span.Text)
	y, why := countedYear(list, latest.date.y)
	if y == 0 {
		y, why = weekdayYear(list, latest.date)
	}
	if y == 0 {
		return // not before that date: no more can be told
	}
	p.Value = record.Date(strconv.Itoa(y))
	p.Why += "; " + why
	if latest.date.y < y {
		p.From = p.Value
	}
	p.To = p.Value
	if d := dateline(list, doc, y); d.full() {
		p.Value, p.From, p.To = when(d), when(d), when(d)
		p.Why += "; the dateline names the day"
	}
}

// latestPast finds the last date with a year of its own that is told as past.
func latestPast(list []found) *found {
	var best *found
	for i := range list {
		f := &list[i]
		if f.kind != kDate || f.y < 1900 || f.fiscal || f.future || f.prep == "by" || f.prep == "until" {
			continue
		}
		if best == nil || f.date.ordinal() > best.date.ordinal() {
			best = f
		}
	}
	return best
}

// countedYear looks for "early last year" beside a date with a year that lies in
// the same part of its year: what the text counts as last year fixes the year it
// was written in. Two such hints that disagree fix nothing.
func countedYear(list []found, latest int) (int, string) {
	y, why := 0, ""
	for i := range list { // "early last year, in February 2022" says it outright
		f := &list[i]
		if back := yearsBack(f); back > 0 && i+1 < len(list) {
			if g := &list[i+1]; g.kind == kDate && g.y >= 1900 && g.y+back >= latest && g.sentence == f.sentence && g.from-f.to <= 3 {
				return g.y + back, fmt.Sprintf("“%s” is “%s”, so it was written in %d", f.span.Text, g.span.Text, g.y+back)
			}
		}
	}
	for i := range list {
		f := &list[i]
		back := yearsBack(f)
		if back == 0 || f.mod == noMod && f.prep != "since" && back == 1 {
			continue
		}
		for k := range list {
			g := &list[k]
			if g.kind != kDate || g.y < 1900 || g.m == 0 || g.fiscal || !sameThird(g.m, f.mod) {
				continue
			}
			if got := g.y + back; got >= latest && (y == 0 || g.d > 0 && got == y || g.d > 0 && !dayKnown(list, y-back)) {
				y = got
				why = fmt.Sprintf("“%s” can only mean %d, for which the text gives “%s”, so it was written in %d", f.span.Text, g.y, g.span.Text, y)
			}
		}
	}
	return y, why
}

// dayKnown reports whether the list has a date of day precision in that year.
func dayKnown(list []found, y int) bool {
	for i := range list {
		if list[i].kind == kDate && list[i].y == y && list[i].d > 0 {
			return true
		}
	}
	return false
}

// yearsBack gives how many years before the report an expression points, 0 if it
// does not say.
func yearsBack(f *found) int {
	switch {
	case f.kind == kUnit && f.unit == 'Y' && f.dir == back && !f.context:
		return 1
	case f.kind == kShift && f.unit == 'Y' && f.dir == back && !f.context && !f.vague && f.n >= 1 && f.n == float64(int(f.n)) && f.approx == "":
		return int(f.n)
	}
	return 0
}

func sameThird(m int, part mod) bool {
	switch part {
	case start:
		return m <= 4
	case mid:
		return m >= 4 && m <= 9
	case end:
		return m >= 9
	}
	return true
}

// weekdayYear looks for a day of the week beside a day of a month without a year:
// "Tuesday, March 5" fits one year in six or so.
func weekdayYear(list []found, latest date) (int, string) {
	for i := range list {
		f := &list[i]
		if f.kind != kDate || f.weekday == 0 || f.m == 0 || f.d == 0 || f.y != 0 {
			continue
		}
		for y := latest.y; y < latest.y+4; y++ {
			t := date{y, f.m, f.d}
			if t.valid() && t.weekday() == f.weekday && t.ordinal() >= latest.ordinal() {
				return y, fmt.Sprintf("“%s” fell on that day in %d", f.span.Text, y)
			}
		}
	}
	return 0, ""
}

// dateline gives the day that a dateline names.
func dateline(list []found, doc *syntax.Document, y int) date {
	for i := range list {
		f := &list[i]
		s := &doc.Sentences[f.sentence]
		head := s.Kind == syntax.Dateline || s.Body > 0 && s.Body < len(s.Tokens) && f.span.Start < s.Tokens[s.Body].Start
		if head && f.kind == kDate && f.m > 0 && f.d > 0 {
			t := f.date
			if t.y == 0 {
				t.y = y
			}
			if t.valid() {
				return t
			}
		}
	}
	return date{}
}
