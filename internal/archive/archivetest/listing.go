package archivetest

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

// titled adds a report for each "title day outlet" and gives their ids.
func titled(t *testing.T, a archive.Archive, rows ...string) map[string]record.ReportID {
	t.Helper()
	ids := map[string]record.ReportID{}
	for _, row := range rows {
		f := append(strings.Split(row, " "), "", "")
		r := Reading(f[2], "https://example.org/"+f[0], f[1], f[0], "The text of "+f[0]+".")
		add(t, a, r)
		ids[f[0]] = r.Report.ID
	}
	return ids
}

func order(t *testing.T, a archive.Archive) {
	titled(t, a, "b 2023-09-14", "none1", "a 2023-09-14", "old 1999-01-01", "new 2025-04-19T18:00", "none2", "month 2023-09", "year 2023", "autumn 2022-FA", "week 2023-W38")
	got := titles(list(t, a, archive.Query{}).Items)
	want := "new week a b month year autumn old none2 none1" // 2023-W38 begins on 18 September
	if got != want {
		t.Errorf("order is %s, want %s", got, want)
	}
}

func collation(t *testing.T, a archive.Archive) {
	titled(t, a, "1 2023 b", "2 2023 B", "3 2023 a", "4 2023 Z", "5 2023 ä", "6 2023 a-b", "7 2023 ab", "8 2023 Київ", "9 2023")
	var names []string
	out, err := a.Outlets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range out {
		names = append(names, o.Name)
	}
	if got, want := strings.Join(names, ","), ",B,Z,a,a-b,ab,b,ä,Київ"; got != want {
		t.Errorf("outlets in order %q, want by bytes %q", got, want)
	}
	for outlet, want := range map[string]int{"b": 1, "B": 1, "A": 0, "a": 1, "ä": 1, "a ": 0} {
		if p := list(t, a, archive.Query{Outlet: outlet}); p.Total != want {
			t.Errorf("outlet %q: %d reports, want %d", outlet, p.Total, want)
		}
	}
}

func pages(t *testing.T, a archive.Archive) {
	for i := range 60 {
		titled(t, a, fmt.Sprintf("r%02d 2023-09-14", i))
	}
	var all []archive.Summary
	for offset := 0; offset < 63; offset += 7 {
		p := list(t, a, archive.Query{Limit: 7, Offset: offset})
		if p.Total != 60 {
			t.Fatalf("total is %d", p.Total)
		}
		all = append(all, p.Items...)
	}
	if len(all) != 60 || all[0].Title != "r59" || all[59].Title != "r00" {
		t.Errorf("pages give %d reports: %s", len(all), titles(all))
	}
	for _, c := range []struct{ limit, offset, want int }{{0, 0, archive.DefaultLimit}, {-1, 0, archive.DefaultLimit}, {9999, 0, 60}, {10, 55, 5}, {10, 60, 0}, {10, 1 << 40, 0}, {5, -3, 5}} {
		if p := list(t, a, archive.Query{Limit: c.limit, Offset: c.offset}); len(p.Items) != c.want || p.Total != 60 {
			t.Errorf("limit %d, offset %d: %d reports of %d, want %d of 60", c.limit, c.offset, len(p.Items), p.Total, c.want)
		}
	}
}

func days(t *testing.T, a archive.Archive) {
	titled(t, a, "a 2023-09-13 X", "b 2023-09-14 X", "c 2023-09-15 Y", "m 2023-09 X", "none  X")
	for _, c := range []struct{ from, to, outlet, want string }{
		{"", "", "", "c b a m none"}, {"2023-09-14", "", "", "c b"}, {"", "2023-09-14", "", "b a m"},
		{"2023-09-14", "2023-09-14", "", "b"}, {"2023-09-14", "", "X", "b"}, {"2024-01-01", "", "", ""}, {"", "", "X", "b a m none"},
	} {
		p := list(t, a, archive.Query{From: c.from, To: c.to, Outlet: c.outlet})
		if got := titles(p.Items); got != c.want || p.Total != len(p.Items) {
			t.Errorf("from %q to %q of %q: %q (total %d), want %q", c.from, c.to, c.outlet, got, p.Total, c.want)
		}
	}
}

func timeZones(t *testing.T, a archive.Archive) {
	ids := titled(t, a, "midnight 2023-09-14T00:30", "late 2023-09-14T23:59")
	for title, id := range ids {
		s, err := a.Summary(t.Context(), id)
		if err != nil || s.Day != "2023-09-14" {
			t.Errorf("%s has day %q, %v: a day must not move with a time zone", title, s.Day, err)
		}
		if name, offset := s.Added.Zone(); name != "UTC" || offset != 0 || s.Added.Nanosecond()%1e6 != 0 {
			t.Errorf("time of adding %v is not UTC to the millisecond", s.Added)
		}
	}
}

func emptyAndAbsent(t *testing.T, a archive.Archive) {
	r := &record.Reading{Version: 1, Report: record.Report{ID: "r-empty"}}
	add(t, a, r)
	same(t, "empty reading", get(t, a, "r-empty"), r)
	zero, low := 0.0, -1.5
	f := Reading("", "", "", "", "text")
	f.Figures = []record.Figure{{ID: "f-1", Value: &zero, Bound: "exact"}, {ID: "f-2", Bound: "range", Low: &low}}
	f.Places = []record.Place{{ID: "p-1", Lat: &zero, Lon: &zero}, {ID: "p-2"}}
	f.Statements = []record.Statement{}
	add(t, a, f)
	got := get(t, a, f.Report.ID)
	same(t, "zero and absent", got, f)
	if got.Figures[0].Value == nil || got.Figures[1].Value != nil || got.Places[1].Lat != nil {
		t.Error("zero and absent were mixed up")
	}
}

func outlets(t *testing.T, a archive.Archive) {
	titled(t, a, "a 2023-09-13 X", "b 2023-09-14 X", "c 2023-09-15 Y", "d  Y", "e  X", "f  Z", "g 2023")
	add(t, a, Reading("X", "https://example.org/a", "2024", "a", "corrected"))
	got, err := a.Outlets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "outlets", got, []archive.Outlet{
		{Name: "X", Reports: 3, First: "2023-09-14", Last: "2024-01-01"}, {Name: "Y", Reports: 2, First: "2023-09-15", Last: "2023-09-15"},
		{Name: "", Reports: 1, First: "2023-01-01", Last: "2023-01-01"}, {Name: "Z", Reports: 1},
	})
}

func walk(t *testing.T, a archive.Archive) {
	for i := range 100 {
		titled(t, a, fmt.Sprintf("r%02d 2023-09-%02d %s", i, 1+i%28, string(rune('A'+i%2))))
	}
	n := 0
	for r, err := range a.Readings(t.Context(), archive.Query{Limit: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("r%02d", n); r.Report.Title != want {
			t.Fatalf("reading %d is %s, want %s", n, r.Report.Title, want)
		}
		n++
		if n == 50 { // what is asked of the archive during the walk must not wait for it
			if p := list(t, a, archive.Query{}); p.Total != 100 {
				t.Errorf("total is %d", p.Total)
			}
		}
	}
	if n != 100 {
		t.Errorf("walked over %d readings, want 100", n)
	}
	n = 0
	for _, err := range a.Readings(t.Context(), archive.Query{Outlet: "B"}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 33 {
			break
		}
	}
	if n != 33 {
		t.Errorf("a walk that was broken off gave %d", n)
	}
}

func nothingKept(t *testing.T, a archive.Archive) {
	ctx := t.Context()
	_, err := a.Report(ctx, "r-none")
	wantKind(t, "Report", err, fault.NotFound)
	_, err = a.Summary(ctx, "r-none")
	wantKind(t, "Summary", err, fault.NotFound)
	_, err = a.Versions(ctx, "r-none")
	wantKind(t, "Versions", err, fault.NotFound)
	_, err = a.Letter(ctx, "d-none")
	wantKind(t, "Letter", err, fault.NotFound)
	if p := list(t, a, archive.Query{}); p.Total != 0 || len(p.Items) != 0 {
		t.Errorf("list of nothing: %+v", p)
	}
	if o, err := a.Outlets(ctx); err != nil || len(o) != 0 {
		t.Errorf("outlets of nothing: %v, %v", o, err)
	}
	if n, err := a.Forget(ctx); err != nil || n != 0 {
		t.Errorf("Forget of nothing: %d, %v", n, err)
	}
	for range a.Readings(ctx, archive.Query{}) {
		t.Error("a walk over nothing gave something")
	}
}
