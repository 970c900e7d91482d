package archivetest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

// Reading makes a reading of invented content: a report with one statement for
// each "NAME said that CONTENT." of the text.
func Reading(outlet, url, day, title, text string) *record.Reading {
	sum := sha256.Sum256([]byte(text))
	r := &record.Reading{Version: record.Version, Text: text}
	r.Report = record.Report{
		ID: record.NewReportID(outlet, url, text), URL: url, Outlet: outlet, Title: title, Language: "en",
		Published: record.Published{Value: record.Date(day), Basis: record.Given}, SHA256: hex.EncodeToString(sum[:]),
	}
	if day == "" {
		r.Report.Published = record.Published{}
	}
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '.')
		if end < 0 {
			break
		}
		sentence(r, at, at+end+1)
		for at += end + 1; at < len(text) && text[at] == ' '; at++ {
		}
	}
	return r
}

const cue = " said that "

func sentence(r *record.Reading, start, end int) {
	r.Sentences = append(r.Sentences, record.Sentence{Start: start, End: end})
	i := strings.Index(r.Text[start:end], cue)
	if i < 0 {
		return
	}
	source := record.Cut(r.Text, start, start+i)
	said := record.Cut(r.Text, start+i+1, start+i+5)
	content := record.Cut(r.Text, start+i+len(cue), end-1)
	whole := record.Cut(r.Text, start, end)
	r.Statements = append(r.Statements, record.Statement{
		ID: record.NewStatementID(r.Report.ID, whole, said, source), Span: whole, Sentence: len(r.Sentences) - 1,
		Source: record.Source{Span: source, Kind: record.Named, Actor: record.NewActorID(source.Text), Name: source.Text},
		Cue:    &said, Content: []record.Span{content}, Quoted: "indirect", Channel: record.Public,
		Modality: record.Asserted, Role: record.Claim, Rule: "archivetest/said",
	})
}

func add(t *testing.T, a archive.Archive, readings ...*record.Reading) []archive.Outcome {
	t.Helper()
	out, err := a.Add(t.Context(), readings...)
	if err != nil {
		t.Fatalf("Add: %v", err)
	}
	if len(out) != len(readings) {
		t.Fatalf("Add of %d readings gave %d outcomes", len(readings), len(out))
	}
	return out
}

func get(t *testing.T, a archive.Archive, id record.ReportID) *record.Reading {
	t.Helper()
	r, err := a.Report(t.Context(), id)
	if err != nil {
		t.Fatalf("Report(%s): %v", id, err)
	}
	return r
}

func list(t *testing.T, a archive.Archive, q archive.Query) archive.Page[archive.Summary] {
	t.Helper()
	p, err := a.List(t.Context(), q)
	if err != nil {
		t.Fatalf("List: %v", err)
	}
	return p
}

// titles gives the titles of summaries, parted by spaces.
func titles(sums []archive.Summary) string {
	var all []string
	for _, s := range sums {
		all = append(all, s.Title)
	}
	return strings.Join(all, " ")
}

// same compares by JSON: what is stored is what is printed.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	g, _ := json.Marshal(got)
	w, _ := json.Marshal(want)
	if string(g) != string(w) {
		t.Errorf("%s:\n got %.600s\nwant %.600s", what, g, w)
	}
}

func wantKind(t *testing.T, what string, err error, kind fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != kind {
		t.Errorf("%s: error %v of kind %v, want kind %v", what, err, fault.KindOf(err), kind)
	}
}
