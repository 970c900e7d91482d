package when_test

import (
	"slices"
	"strings"
	"testing"

	"sitrep/record"
)

// TestIntervalHoldsValue holds that a time's interval and its value share a day.
func TestIntervalHoldsValue(t *testing.T) {
	r := newReader(t)
	for _, c := range slices.Concat(cases, moreCases) {
		got, _ := r.read(c.text, "2023-12-26")
		for _, x := range got {
			if x.Type == "DURATION" || len(x.Value) < 4 || x.Value[0] < '1' || x.Value[0] > '2' {
				continue
			}
			year := x.Value[:4]
			if x.From != "" && len(x.Value) >= 4 && len(x.From) >= 4 && strings.Compare(string(x.From[:4]), year) > 0 && len(x.Value) > 3 {
				t.Errorf("%q: the interval from %s begins after the value %s", x.Span.Text, x.From, x.Value)
			}
			if plain := x.Value; x.From != "" && x.To != "" && len(plain) == 10 && plain[5] < 'A' && (string(x.From) > plain || string(x.To)[:min(10, len(x.To))] < plain[:min(10, len(x.To))]) {
				t.Errorf("%q: %s to %s does not hold %s", x.Span.Text, x.From, x.To, plain)
			}
		}
	}
}

// TestBounds holds the intervals and bounds that prepositions give.
func TestBounds(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"It has gone on since at least September.", "2023-09..|at_latest"},
		{"It has gone on since early last year.", "2022-01..|"},
		{"It must end by mid-2024.", "..2024-08|at_latest"},
		{"It ended before March 5, 2022.", "..2022-03-05|at_latest"},
		{"It began after March 5, 2022.", "2022-03-05..|at_earliest"},
		{"It lasts until March 5, 2025.", "..2025-03-05|"},
		{"It began around March 5, 2022.", "2022-03-05..2022-03-05|about"},
		{"It fell in 2022.", "2022..2022|"},
		{"It fell in early 2022.", "2022-01..2022-04|"},
		{"It fell in mid-2022.", "2022-05..2022-08|"},
		{"It fell in late 2022.", "2022-09..2022-12|"},
		{"It fell in early March 2022.", "2022-03-01..2022-03-10|"},
		{"It fell last week.", "2023-12-18..2023-12-24|"},
		{"It fell last fall.", "2022-09..2022-11|"},
		{"It fell over the winter.", "2023-12..2024-02|"},
		{"It fell in the past week.", "2023-12-19..2023-12-26|"},
		{"It fell in the third quarter.", "2023-07..2023-09|"},
		{"It fell in the 1990s.", "1990..1999|"},
		{"It fell at 4 a.m. on 24 February 2022.", "2022-02-24T04:00..2022-02-24T04:00|"},
		{"It was shelled overnight into Tuesday.", "2023-12-25..2023-12-26|"},
	} {
		got, _ := r.read(c.text, "2023-12-26")
		if len(got) != 1 {
			t.Errorf("%q gives %d times", c.text, len(got))
			continue
		}
		if s := string(got[0].From) + ".." + string(got[0].To) + "|" + string(got[0].Bound); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestTwoReadings holds that both readings of "last" with a season are kept.
func TestTwoReadings(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		day          record.Date
		value, other string
	}{
		{"2023-12-26", "2022-FA", "2023-FA"},
		{"2024-02-10", "2023-FA", "2022-FA"},
		{"2023-10-10", "2022-FA", ""},
		{"2023-05-10", "2022-FA", "2021-FA"},
	} {
		got, _ := r.read("He sent word last fall.", c.day)
		if len(got) != 1 || got[0].Value != c.value || strings.Join(got[0].Others, " ") != c.other {
			t.Errorf("last fall on %s: got %+v, want %s and %q", c.day, got, c.value, c.other)
		}
		if len(got) == 1 && c.other != "" && got[0].Why == "" {
			t.Errorf("last fall on %s: the order has no reason", c.day)
		}
	}
}

// TestInfersPublication holds what a text without a date shows of its own.
func TestInfersPublication(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, value, from string }{
		{"The war has gone on since early last year. Orsk invaded Velt on Feb. 24, 2022.", "2023", "2023"},
		{"The war began in March 2021. It has gone on for two years. Early last year, in February 2022, they met.", "2023", "2023"},
		{"Velt fell on May 5, 2022.", "", "2022-05-05"},
		{"Velt fell on May 5, 2021. They met on Tuesday, March 8.", "2022", "2022"},
		{"They met.", "", ""},
	} {
		_, rep := r.read(c.text, "")
		p := rep.Published
		if string(p.Value) != c.value || string(p.From) != c.from {
			t.Errorf("%q\n got %q from %q (%s)\nwant %q from %q", c.text, p.Value, p.From, p.Why, c.value, c.from)
		}
		if (p.Value != "" || p.From != "") && (p.Basis != record.Inferred || p.Why == "") {
			t.Errorf("%q: an inferred date without basis or reason: %+v", c.text, p)
		}
	}
}

// TestGivenDateStays holds that a date that was given is never touched.
func TestGivenDateStays(t *testing.T) {
	r := newReader(t)
	_, rep := r.read("The war has gone on since early last year. Orsk invaded Velt on Feb. 24, 2022.", "2024-05-01")
	if rep.Published.Value != "2024-05-01" || rep.Published.Why != "" {
		t.Errorf("the given date became %+v", rep.Published)
	}
}

// TestZones holds that a zone is kept as named.
func TestZones(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"It began at 18:00 Moscow time on Saturday.":          "Moscow time",
		"It was counted until 24:00 on June 22 (local time).": "local time",
		"It began at 1500 GMT.":                               "GMT",
		"It began at 9 a.m. EST Tuesday.":                     "EST",
		"It began at 11:00 EET on Friday.":                    "EET",
		"It began at 4 a.m. Kyiv time on 24 February 2022.":   "Kyiv time",
	} {
		got, _ := r.read(text, "2023-12-26")
		if len(got) != 1 || got[0].Zone != want {
			t.Errorf("%q: got %+v, want the zone %q", text, got, want)
		}
	}
}

// FuzzExtract holds that any text reads without a panic with spans that hold their
// text, in order and apart.
func FuzzExtract(f *testing.F) {
	r := newReader(f)
	for _, c := range slices.Concat(cases, moreCases) {
		f.Add(c.text, "2023-12-26")
	}
	f.Add("the the early last late 31 31 31 1999-", "")
	f.Add("since March", "2023-W51")
	f.Fuzz(func(t *testing.T, text, day string) {
		got, _ := r.read(text, record.Date(day))
		end := 0
		for _, x := range got {
			if x.Span.Empty() || text[x.Span.Start:x.Span.End] != x.Span.Text || x.Span.Start < end {
				t.Errorf("the span of %q is wrong", x.Span.Text)
			}
			end = x.Span.End
			if x.Type == "" || x.Value == "" {
				t.Errorf("%q has no type or value", x.Span.Text)
			}
		}
	})
}
