package archivetest

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

func addAndGet(t *testing.T, a archive.Archive) {
	r := Reading("Gazette", "https://gazette.example.org/1", "2023-09-14", "A title", "Ada Vale said that rain fell. Nothing else.")
	low := 3.0
	r.Figures = []record.Figure{{ID: "f-1", Span: record.Cut(r.Text, 0, 3), Bound: "at_least", Low: &low, Rule: "archivetest/figure"}}
	out := add(t, a, r)
	same(t, "outcome", out, []archive.Outcome{{Report: r.Report.ID, Status: archive.Added}})
	same(t, "reading", get(t, a, r.Report.ID), r)
	sum, err := a.Summary(t.Context(), r.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	if sum.Added.IsZero() || sum.Added.Location().String() != "UTC" {
		t.Errorf("time of adding is %v, want UTC", sum.Added)
	}
	want := archive.Summarise(r, sum.Added)
	same(t, "summary", sum, want)
	if sum.Counts.Statements != 1 || sum.Counts.Sentences != 2 || sum.Counts.Figures != 1 || sum.Bytes != len(r.Text) {
		t.Errorf("counts are %+v, bytes %d", sum.Counts, sum.Bytes)
	}
}

func addTwice(t *testing.T, a archive.Archive) {
	r := Reading("Gazette", "https://gazette.example.org/1", "2023-09-14", "One", "Ada Vale said that rain fell.")
	noURL := Reading("Gazette", "", "2023-09-14", "Two", "Ada Vale said that snow fell.")
	add(t, a, r, noURL)
	before := list(t, a, archive.Query{})
	renamed := Reading("The Gazette", r.Report.URL, "2023-09-15", "Other title", r.Text) // same address and text
	out := add(t, a, r, noURL, renamed)
	for i, want := range []record.ReportID{r.Report.ID, noURL.Report.ID, r.Report.ID} {
		same(t, "outcome", out[i], archive.Outcome{Report: want, Status: archive.Known})
	}
	same(t, "list after adding twice", list(t, a, archive.Query{}), before)

	other := Reading("Gazette", "https://gazette.example.org/2", "2023-09-14", "Three", "Ada Vale said that hail fell.")
	out = add(t, a, other, other)
	if out[0].Status != archive.Added || out[1].Status != archive.Known {
		t.Errorf("the same reading twice in one call: %+v", out)
	}
	if p, _ := a.SearchStatements(t.Context(), archive.SearchQuery{Words: "hail"}); p.Total != 1 {
		t.Errorf("its statement is found %d times", p.Total)
	}
}

func allOrNothing(t *testing.T, a archive.Archive) {
	good := Reading("Gazette", "", "2023-09-14", "Good", "Ada Vale said that rain fell.")
	bad := Reading("Gazette", "", "2023-09-14", "Bad", "not \xff text")
	_, err := a.Add(t.Context(), good, bad)
	wantKind(t, "Add with one bad reading", err, fault.Invalid)
	if p := list(t, a, archive.Query{}); p.Total != 0 {
		t.Errorf("%d reports kept of a refused call", p.Total)
	}
	if out := add(t, a); len(out) != 0 {
		t.Errorf("Add of nothing gave %v", out)
	}
}

func refusedForGood(t *testing.T, a archive.Archive) {
	for name, r := range map[string]*record.Reading{
		"not UTF-8":  Reading("Gazette", "", "", "x", "a\xc3"),
		"a NUL byte": Reading("Gazette", "", "", "x", "a\x00b"),
		"no id":      {Text: "x"},
		"nil":        nil,
		"bad outlet": Reading("Gaz\xff", "", "", "x", "a"),
	} {
		_, err := a.Add(t.Context(), r)
		wantKind(t, name, err, fault.Invalid)
	}
}

func versions(t *testing.T, a archive.Archive) {
	const url = "https://gazette.example.org/1"
	one := Reading("Gazette", url, "2023-09-14", "One", "Ada Vale said that rain fell.")
	two := Reading("Gazette", url, "2023-09-14", "Two", "Ada Vale said that snow fell.")
	three := Reading("Gazette", url, "2023-09-15", "Three", "Ada Vale said that hail fell.")
	add(t, a, one)
	same(t, "correction", add(t, a, two), []archive.Outcome{{Report: two.Report.ID, Status: archive.Corrected, Corrects: one.Report.ID}})
	same(t, "second correction", add(t, a, three), []archive.Outcome{{Report: three.Report.ID, Status: archive.Corrected, Corrects: two.Report.ID}})
	for _, r := range []*record.Reading{one, two, three} {
		same(t, "version kept", get(t, a, r.Report.ID), r)
		v, err := a.Versions(t.Context(), r.Report.ID)
		if err != nil || titles(v) != "One Two Three" {
			t.Fatalf("versions: %v, %v", titles(v), err)
		}
		for i, s := range v {
			if s.Version != i+1 || s.Latest != (i == 2) {
				t.Errorf("version %s: number %d, latest %v", s.Title, s.Version, s.Latest)
			}
		}
	}
	v, err := a.VersionsAt(t.Context(), url)
	if err != nil || titles(v) != "One Two Three" {
		t.Errorf("versions at the address: %v, %v", titles(v), err)
	}
	if got := titles(list(t, a, archive.Query{}).Items); got != "Three" {
		t.Errorf("list shows %q, want the newest version only", got)
	}
	if got := titles(list(t, a, archive.Query{Superseded: true}).Items); got != "Three Two One" {
		t.Errorf("list of all versions shows %q", got)
	}
	for words, want := range map[string]int{"rain": 0, "snow": 0, "hail": 1} {
		r, _ := a.SearchReports(t.Context(), archive.SearchQuery{Words: words})
		s, _ := a.SearchStatements(t.Context(), archive.SearchQuery{Words: words})
		if r.Total != want || s.Total != want {
			t.Errorf("search for %s finds %d reports and %d statements, want %d", words, r.Total, s.Total, want)
		}
	}
	if p, _ := a.Statements(t.Context(), archive.StatementQuery{Actor: "ada-vale"}); p.Total != 1 {
		t.Errorf("%d statements over all versions, want those of the newest", p.Total)
	}
}

func versionsWithoutAddress(t *testing.T, a archive.Archive) {
	one := Reading("Gazette", "", "2023-09-14", "One", "Ada Vale said that rain fell.")
	two := Reading("Gazette", "", "2023-09-14", "Two", "Ada Vale said that snow fell.")
	for _, o := range add(t, a, one, two) {
		if o.Status != archive.Added {
			t.Errorf("reports without an address are no versions of each other: %+v", o)
		}
	}
	v, err := a.Versions(t.Context(), one.Report.ID)
	if err != nil || titles(v) != "One" {
		t.Errorf("versions: %v, %v", titles(v), err)
	}
	if v, err := a.VersionsAt(t.Context(), ""); err != nil || len(v) != 0 {
		t.Errorf("versions at no address: %v, %v", titles(v), err)
	}
}

func replaced(t *testing.T, a archive.Archive) {
	const url = "https://gazette.example.org/1"
	one := Reading("Gazette", url, "2023-09-14", "One", "Ada Vale said that rain fell. Bo Reed said that it was dry.")
	two := Reading("Gazette", url, "2023-09-15", "Two", "Ada Vale said that snow fell.")
	add(t, a, one, two)
	before, _ := a.Summary(t.Context(), two.Report.ID)
	again := *two
	again.Statements = nil
	again.Report.Published = record.Published{Value: "2023-09", Basis: record.Inferred, Why: "from the text"}
	old := *one
	old.Statements = one.Statements[:1]
	if err := a.Replace(t.Context(), &again, &old); err != nil {
		t.Fatal(err)
	}
	same(t, "replaced", get(t, a, two.Report.ID), &again)
	same(t, "replaced older version", get(t, a, one.Report.ID), &old)
	after, _ := a.Summary(t.Context(), two.Report.ID)
	if after.Version != 2 || !after.Latest || !after.Added.Equal(before.Added) || after.Counts.Statements != 0 || after.Day != "2023-09-01" {
		t.Errorf("summary after: %+v", after)
	}
	if sum, _ := a.Summary(t.Context(), one.Report.ID); sum.Version != 1 || sum.Latest {
		t.Errorf("summary of the older version after: %+v", sum)
	}
	for _, words := range []string{"snow", "rain"} {
		if p, _ := a.SearchStatements(t.Context(), archive.SearchQuery{Words: words}); p.Total != 0 {
			t.Errorf("%q is still found in statements", words)
		}
	}
	if p, _ := a.SearchReports(t.Context(), archive.SearchQuery{Words: "snow"}); p.Total != 1 {
		t.Errorf("the text is found %d times", p.Total)
	}
	missing := Reading("Gazette", "", "", "x", "not kept")
	wantKind(t, "Replace of a report not kept", a.Replace(t.Context(), two, missing), fault.NotFound)
	same(t, "after a failed Replace", get(t, a, two.Report.ID), &again)
}

func known(t *testing.T, a archive.Archive) {
	kept := Reading("Gazette", "https://gazette.example.org/1", "", "", "kept")
	other := Reading("Gazette", "https://gazette.example.org/1", "", "", "other text")
	renamed := Reading("Other", "https://gazette.example.org/1", "", "", "kept")
	noURL := Reading("Other", "", "", "", "kept")
	add(t, a, kept)
	got, err := a.Known(t.Context(), archive.KeyOf(&kept.Report), archive.KeyOf(&other.Report), archive.KeyOf(&renamed.Report), archive.KeyOf(&noURL.Report))
	if err != nil || fmt.Sprint(got) != "[true false true false]" {
		t.Errorf("Known: %v, %v", got, err)
	}
	if got, err := a.Known(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("Known of nothing: %v, %v", got, err)
	}
}

func largeValues(t *testing.T, a archive.Archive) {
	text := strings.Repeat("Ada Vale said that the rain fell on and on. ", 100_000) // 4.4 MB
	r := Reading("Gazette", "https://gazette.example.org/"+strings.Repeat("long/", 2000), "2023", strings.Repeat("title ", 5000), text[:3<<20])
	r.Statements = r.Statements[:100]
	add(t, a, r)
	same(t, "large report", get(t, a, r.Report.ID), r)
	v, err := a.VersionsAt(t.Context(), r.Report.URL)
	if err != nil || len(v) != 1 {
		t.Errorf("a long address: %d versions, %v", len(v), err)
	}
}

func strangeText(t *testing.T, a archive.Archive) {
	for i, text := range []string{
		"Київ, Львів і Одеса.", "naïve café ﬁ \u00a0 \u2028 \ufeff", "👩‍👩‍👧 \U0010ffff", "it's \"quoted\" \\ % _ ' ; --", "\r\n\t\v\x01\x7f", "e\u0301 not é", " leading and trailing ",
	} {
		r := Reading("Outlet "+text, fmt.Sprintf("https://example.org/%d?q=%%41&'", i), "2023-09-14", text, text)
		add(t, a, r)
		same(t, "text", get(t, a, r.Report.ID), r)
		if p := list(t, a, archive.Query{Outlet: r.Report.Outlet}); p.Total != 1 || p.Items[0].Title != text {
			t.Errorf("outlet %q: %d reports", r.Report.Outlet, p.Total)
		}
	}
}
