package archivetest

import (
	"slices"
	"strings"
	"testing"

	"sitrep/internal/archive"
	"sitrep/record"
)

func fill(t *testing.T, a archive.Archive) {
	add(t, a,
		Reading("Gazette", "https://example.org/1", "2023-09-13", "Talks", "Ada Vale said that the talks signal peace. Bo Reed said that rain fell in Zürich."),
		Reading("Herald", "https://example.org/2", "2023-09-14", "Rain", "Ada Vale said that nothing has changed. Ada Vale said that the Old Bridge stands."),
		Reading("Herald", "https://example.org/3", "2023-09-15", "Київ", "The bridge is old. Київ чекає."))
}

func contents(items []archive.Said) string {
	var all []string
	for _, s := range items {
		all = append(all, s.Report.Title+":"+s.Statement.Content[0].Text)
	}
	return strings.Join(all, "; ")
}

func statements(t *testing.T, a archive.Archive) {
	fill(t, a)
	for _, c := range []struct {
		q    archive.StatementQuery
		want string
	}{
		{archive.StatementQuery{}, "Rain:nothing has changed; Rain:the Old Bridge stands; Talks:the talks signal peace; Talks:rain fell in Zürich"},
		{archive.StatementQuery{Actor: "ada-vale"}, "Rain:nothing has changed; Rain:the Old Bridge stands; Talks:the talks signal peace"},
		{archive.StatementQuery{Actor: "ada-vale", Outlet: "Gazette"}, "Talks:the talks signal peace"},
		{archive.StatementQuery{Actor: "ada-vale", To: "2023-09-13"}, "Talks:the talks signal peace"},
		{archive.StatementQuery{Actor: "bo-reed", Role: record.Claim, Channel: record.Public, Kind: record.Named}, "Talks:rain fell in Zürich"},
		{archive.StatementQuery{Role: record.Denial}, ""},
		{archive.StatementQuery{Actor: "nobody"}, ""},
	} {
		p, err := a.Statements(t.Context(), c.q)
		if err != nil {
			t.Fatal(err)
		}
		if got := contents(p.Items); got != c.want || p.Total != len(p.Items) {
			t.Errorf("%+v:\n got %q (total %d)\nwant %q", c.q, got, p.Total, c.want)
		}
	}
	p, err := a.Statements(t.Context(), archive.StatementQuery{Limit: 1, Offset: 2})
	if err != nil || p.Total != 4 || contents(p.Items) != "Talks:the talks signal peace" {
		t.Errorf("a page: %q of %d, %v", contents(p.Items), p.Total, err)
	}
	r := p.Items[0].Report
	p, err = a.Statements(t.Context(), archive.StatementQuery{Report: r.ID})
	if err != nil || p.Total != 2 {
		t.Errorf("statements of one report: %d, %v", p.Total, err)
	}
	same(t, "statement", p.Items[0].Statement, get(t, a, r.ID).Statements[0])
}

func speakers(t *testing.T, a archive.Archive) {
	fill(t, a)
	got, err := a.Speakers(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "speakers", got, []archive.Speaker{
		{Actor: "ada-vale", Name: "Ada Vale", Statements: 3, Reports: 2}, {Actor: "bo-reed", Name: "Bo Reed", Statements: 1, Reports: 1},
	})
	if got, _ := a.Speakers(t.Context(), 1); len(got) != 1 {
		t.Errorf("limit 1 gives %d", len(got))
	}
}

func searchReports(t *testing.T, a archive.Archive) {
	fill(t, a)
	for _, c := range []struct{ words, want string }{
		{"talks", "Talks"}, {"TALKS", "Talks"}, {"zurich", "Talks"}, {"Zürich", "Talks"}, {"київ", "Київ"}, {"old bridge", "Київ Rain"},
		{`"old bridge"`, "Rain"}, {"“old bridge”", "Rain"}, {"old -stands", "Київ"}, {"sig*", "Talks"}, {`"the old br"*`, "Rain"}, {"unheard", ""}, {"", ""}, {"-old", ""}, {"...", ""},
		{"rain fell", "Talks"}, {"old*bridge", "Rain"},
	} {
		p, err := a.SearchReports(t.Context(), archive.SearchQuery{Words: c.words})
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, h := range p.Items {
			found = append(found, h.Report.Title)
			if len(h.Snippet) == 0 {
				t.Errorf("%q: no snippet", c.words)
			}
		}
		if got := strings.Join(slices.Sorted(slices.Values(found)), " "); got != strings.Join(slices.Sorted(slices.Values(strings.Fields(c.want))), " ") || p.Total != len(found) {
			t.Errorf("%q finds %q (total %d), want %q", c.words, got, p.Total, c.want)
		}
	}
	p, err := a.SearchReports(t.Context(), archive.SearchQuery{Words: "rain"})
	if err != nil || p.Total != 2 || p.Items[0].Report.Title != "Rain" {
		t.Errorf("a hit in the title must come first: %+v, %v", p.Items, err)
	}
	p, _ = a.SearchReports(t.Context(), archive.SearchQuery{Words: "zurich", Outlet: "Gazette", From: "2023-09-13", To: "2023-09-13"})
	if p.Total != 1 {
		t.Fatalf("outlet and days: %d found", p.Total)
	}
	if hit, whole := marked(p.Items[0].Snippet); hit != "Zürich" || !strings.Contains(whole, "rain fell in Zürich") {
		t.Errorf("snippet marks %q in %q", hit, whole)
	}
	for _, q := range []archive.SearchQuery{{Words: "zurich", Outlet: "Herald"}, {Words: "zurich", From: "2023-09-14"}, {Words: "zurich", Offset: 5}} {
		if p, _ := a.SearchReports(t.Context(), q); len(p.Items) != 0 {
			t.Errorf("%+v finds %d", q, len(p.Items))
		}
	}
}

// marked gives what a snippet marks, and the whole of it.
func marked(pieces []archive.Piece) (hit, whole string) {
	for _, p := range pieces {
		if p.Match {
			hit += p.Text
		}
		whole += p.Text
	}
	return hit, whole
}

func searchStatements(t *testing.T, a archive.Archive) {
	fill(t, a)
	p, err := a.SearchStatements(t.Context(), archive.SearchQuery{Words: "old bridge"})
	if err != nil || p.Total != 1 || contents([]archive.Said{p.Items[0].Said}) != "Rain:the Old Bridge stands" {
		t.Fatalf("found %+v, %v", p, err)
	}
	if hit, _ := marked(p.Items[0].Snippet); !strings.Contains(hit, "Old") || !strings.Contains(hit, "Bridge") {
		t.Errorf("snippet marks %q", hit)
	}
	p, err = a.SearchStatements(t.Context(), archive.SearchQuery{Words: "vale", Outlet: "Herald"})
	if err != nil || p.Total != 2 {
		t.Fatalf("by source: %d, %v", p.Total, err)
	}
	if hit, _ := marked(p.Items[0].Snippet); hit != "Vale" {
		t.Errorf("snippet of the source marks %q", hit)
	}
	if p, _ := a.SearchStatements(t.Context(), archive.SearchQuery{Words: "bridge is old"}); p.Total != 0 {
		t.Error("text outside statements was found among statements")
	}
}

func searchNeverFails(t *testing.T, a archive.Archive) {
	fill(t, a)
	for _, words := range []string{`"`, `""`, `*`, `-`, `- -`, `AND`, `NOT`, `NEAR(a b)`, `title:rain`, `(`, `a^2`, "\x00", "\xff", "'; DROP TABLE report", `"a" "b`, `{x} : y`,
		strings.Repeat("word ", 300), "😀", "“", "a\u0301", "it's"} {
		if _, err := a.SearchReports(t.Context(), archive.SearchQuery{Words: words}); err != nil {
			t.Errorf("SearchReports(%.40q): %v", words, err)
		}
		if _, err := a.SearchStatements(t.Context(), archive.SearchQuery{Words: words}); err != nil {
			t.Errorf("SearchStatements(%.40q): %v", words, err)
		}
	}
	if p := list(t, a, archive.Query{}); p.Total != 3 {
		t.Errorf("%d reports are left", p.Total)
	}
}
