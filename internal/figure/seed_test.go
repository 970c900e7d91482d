package figure_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"sitrep/internal/gold"
	"sitrep/record"
)

// TestSeed reads the article that the project began with and holds its times and
// figures, with every field, against its gold file.
func TestSeed(t *testing.T) {
	text, err := os.ReadFile(gold.Path(t, "seed", "000_cc9a391297ebb35f.txt"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(gold.Path(t, "seed", "000_cc9a391297ebb35f.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var g struct {
		Published record.Date
		Times     []struct{ Quote, Value string }
		Figures   []map[string]any
	}
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	rep := record.Report{ID: "r-1"}
	rep.Published.Value = g.Published
	doc := r.tokens.Document(string(text))
	times := r.times.Extract(doc, &rep)
	for _, want := range g.Times {
		ok := false
		for _, x := range times {
			ok = ok || x.Value == want.Value && half(string(text), want.Quote, x.Span)
		}
		if !ok {
			t.Errorf("the time %q (%s) is missing", want.Quote, want.Value)
		}
	}
	figures := r.figures.Extract(doc, &rep, times, nil).Figures
	for _, want := range g.Figures {
		quote := want["quote"].(string)
		found := false
		for i := range figures {
			if !half(string(text), quote, figures[i].Span) {
				continue
			}
			found = true
			var got map[string]any
			b, _ := json.Marshal(figures[i])
			json.Unmarshal(b, &got)
			for k, v := range want {
				a, _ := json.Marshal(v)
				b, _ := json.Marshal(got[k])
				if k != "quote" && k != "statement" && string(a) != string(b) {
					t.Errorf("%q: %s is %s, want %s", quote, k, b, a)
				}
			}
		}
		if !found {
			t.Errorf("the figure %q is missing", quote)
		}
	}
	for _, f := range figures {
		if strings.Contains(f.Span.Text, "2022") {
			t.Errorf("the figure %q lies inside a date", f.Span.Text)
		}
	}
}

// half reports whether a span overlaps a quote by at least half of the longer one.
func half(text, quote string, s record.Span) bool {
	at := strings.Index(text, quote)
	if at < 0 {
		return false
	}
	share := min(s.End, at+len(quote)) - max(s.Start, at)
	return 2*share >= max(len(quote), s.End-s.Start)
}
