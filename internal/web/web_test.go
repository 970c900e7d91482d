package web_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sitrep/internal/archive/memory"
	"sitrep/internal/story"
	"sitrep/internal/web"
	"sitrep/record"
)

// sample is a reading made by hand, with every kind of record.
func sample() *record.Reading {
	text := "Talks\n\nOfficials of Arnor said on Monday that more than 10 people were killed in Bree, as cited by the Gazette. It could be wrong, others warned."
	at := func(s string) record.Span {
		i := strings.Index(text, s)
		return record.Cut(text, i, i+len(s))
	}
	ten, lat, lon := 10.0, 50.0, 30.0
	cue, warned := at("said"), at("warned")
	return &record.Reading{
		Version: 1, Text: text,
		Report: record.Report{ID: "r-1", Outlet: "Bree Post", Title: "Talks <b>in</b> Bree", URL: "https://bree.example.org/1", SHA256: "x",
			Language: "en", Published: record.Published{Value: "2023-12-26", Basis: record.Inferred, Why: "the text says so"}},
		Actors: []record.Actor{{ID: "arnor", Name: "Arnor", Kind: record.State}},
		Statements: []record.Statement{
			{ID: "s-1", Span: at("Officials of Arnor said on Monday that more than 10 people were killed in Bree"), Cue: &cue, Rule: "statement/test",
				Source:  record.Source{Span: at("Officials of Arnor"), Kind: record.Anonymous, Count: 2, Access: "close to the court", Former: true},
				Content: []record.Span{at("that more than 10 people were killed in Bree")}, Channel: record.Private, Modality: record.Possible,
				Role: record.Allegation, Chain: []record.Hop{{Outlet: "Gazette", Cue: "as cited by"}}, Said: record.When{From: "2023-12-18", Bound: record.AtLatest}},
			{ID: "s-2", Span: at("It could be wrong, others warned"), Cue: &warned, Rule: "statement/test", Role: record.Caution, Modality: record.Possible,
				Source: record.Source{Span: at("others"), Kind: record.Anonymous}, Content: []record.Span{at("It could be wrong")}, About: []record.StatementID{"s-1"}},
			{ID: "s-3", Span: at("Talks"), Source: record.Source{Kind: record.OwnVoice}, Content: []record.Span{at("Talks")}, Rule: "statement/outlet"},
		},
		Positions: []record.Position{{ID: "o-1", Actor: "arnor", Issue: "talks", Stance: record.Refuses, Channel: record.Public, Span: at("Talks"), Statement: "s-1", Rule: "reading/test"}},
		Figures: []record.Figure{{ID: "f-1", Span: at("more than 10 people were killed"), Value: &ten, Bound: "more_than", Unit: "people", Measure: "killed",
			Status: "claimed", Since: "2023-12", Statement: "s-1", Rule: "figure/test", Restated: &record.Restated{Value: 11, Unit: "people"}}},
		Events:    []record.Event{{ID: "e-1", Span: at("killed in Bree"), Type: "ASSAULT", Actor: []record.Party{{Name: "Arnor", Code: "ARN"}}, Statement: "s-1", Rule: "event/test", Negated: true}},
		Places:    []record.Place{{ID: "p-1", Span: at("Bree,"), Name: "Bree", Lat: &lat, Lon: &lon, Precision: 5, Rule: "place/test"}},
		Times:     []record.Time{{ID: "t-1", Span: at("on Monday"), Type: "DATE", Value: "2023-12-25", Rule: "when/test"}},
		Line:      []record.LineClaim{{ID: "l-1", Span: at("in Bree"), Claim: "held_by", Code: "ARN", Rule: "event/test"}},
		Conflicts: []record.Conflict{{ID: "c-1", Kind: "denial", Between: []string{"s-1", "s-2"}, Why: "the one denies the other", Rule: "reading/test"}},
	}
}

func site(t *testing.T) http.Handler {
	t.Helper()
	a := memory.New()
	if _, err := a.Add(context.Background(), sample()); err != nil {
		t.Fatal(err)
	}
	tr := story.NewTrends()
	tr.Add(sample(), "2023-12-26")
	s, err := web.New(web.Options{Archive: a, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Trends:   func(context.Context) *story.Trends { return tr },
		PlaceMap: func(p *record.Place) string { return "<svg><title>" + p.Name + "</title></svg>" }})
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler()
}

func get(t *testing.T, h http.Handler, path string) (int, string, http.Header) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w.Code, w.Body.String(), w.Header()
}

func TestPages(t *testing.T) {
	h := site(t)
	for _, c := range []struct {
		path string
		code int
		want []string
	}{
		{"/", 200, []string{"Trending", "Talks &lt;b&gt;in&lt;/b&gt; Bree", "Bree Post", "1 outlet"}},
		{"/reports/r-1", 200, []string{`href="#s-1"`, `id="s-1"`, "more than 10 people killed", "close to the court", "in private", "allegation", "Gazette",
			"doubted by", "is about", "statement/test", "inferred", "the text says so", "within 5 km", "which does not agree", "did not happen", "denied"}},
		{"/reports/r-2", 404, []string{"no such report"}},
		{"/reports/r-1/places/p-1.svg", 200, []string{"<title>Bree</title>"}},
		{"/reports/r-1/places/p-9.svg", 404, nil},
		{"/search?q=killed", 200, []string{"<mark>killed</mark>", "1 report"}},
		{"/search?q=killed&in=statements", 200, []string{"/reports/r-1#s-1"}},
		{"/search", 200, []string{"quotation marks"}},
		{"/sources", 200, []string{"Bree Post"}},
		{"/about", 200, []string{"behind closed doors"}},
		{"/nowhere", 404, []string{"no page"}},
	} {
		code, body, head := get(t, h, c.path)
		if code != c.code {
			t.Errorf("%s: %d, want %d", c.path, code, c.code)
		}
		for _, w := range c.want {
			if !strings.Contains(body, w) {
				t.Errorf("%s lacks %q", c.path, w)
			}
		}
		if csp := head.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", c.path, csp)
		}
		if strings.Contains(body, "<script>") || strings.Contains(body, "style=") || strings.Contains(body, "ZgotmplZ") {
			t.Errorf("%s holds an inline script or style", c.path)
		}
	}
}
