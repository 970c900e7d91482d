package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"iter"
	"strings"
	"testing"

	"sitrep/internal/fault"
	"sitrep/record"
)

func sample() *record.Reading {
	text := "Gondria shelled Arnoria on Monday, an official said."
	return &record.Reading{Text: text, Sentences: []record.Sentence{{Start: 0, End: len(text)}},
		Report: record.Report{ID: "r-1", Outlet: "=Wire", URL: "https://example.org/1", Published: record.Published{Value: "2024-05-02"}},
		Statements: []record.Statement{{ID: "s-1", Source: record.Source{Span: record.Cut(text, 35, 46), Kind: record.Anonymous},
			Chain: []record.Hop{{Outlet: "The Other"}}}},
		Events: []record.Event{{ID: "e-1", Span: record.Cut(text, 0, 33), Type: "ASSAULT", Mode: "heavy-weapons", CAMEO: "194", Statement: "s-1", Rule: "event/verb-assault",
			Actor:     []record.Party{{Span: record.Cut(text, 0, 7), Name: "Gondria", Code: "GON"}},
			Recipient: []record.Party{{Span: record.Cut(text, 16, 23), Name: "Arnoria", Code: "ARN MIL"}, {Name: "rebels", Code: "--- REB"}}}}}
}

func one(r *record.Reading) iter.Seq2[*record.Reading, error] {
	return func(yield func(*record.Reading, error) bool) { yield(r, nil) }
}

func TestPloverHasWhatIsRequired(t *testing.T) {
	var b bytes.Buffer
	if n, err := Write(&b, "plover", one(sample())); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	var m map[string]any
	if err := json.Unmarshal(b.Bytes(), &m); err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"id", "date", "actor", "event", "recipient", "text", "sitrep"} {
		if m[k] == nil {
			t.Errorf("no %s in %s", k, b.String())
		}
	}
	if x := m["sitrep"].(map[string]any); x["source"] != "an official" || x["chain"] != "The Other" {
		t.Errorf("source lost: %v", x)
	}
}

func TestTablesHaveTheirColumns(t *testing.T) {
	var b bytes.Buffer
	if _, err := Write(&b, "csv", one(sample())); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 2 || len(rows[1]) != len(csvColumns) {
		t.Errorf("rows %v, err %v", rows, err)
	}
	if rows[1][2] != "'=Wire" {
		t.Errorf("a formula was let through: %q", rows[1][2])
	}
	b.Reset()
	if _, err := Write(&b, "gdelt", one(sample())); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 2 {
		t.Fatalf("a row a pair: got %d", len(lines))
	}
	for _, l := range lines {
		if n := strings.Count(l, "\t") + 1; n != 61+gdeltExtra {
			t.Errorf("%d columns", n)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := Write(&bytes.Buffer{}, "xml", one(sample())); fault.KindOf(err) != fault.Usage {
		t.Errorf("got %v", err)
	}
}
