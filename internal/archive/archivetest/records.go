package archivetest

import (
	"testing"

	"sitrep/internal/archive"
	"sitrep/record"
)

// withRecords gives a reading that holds a record of each kind.
func withRecords(day, measure string, actor record.ActorID) *record.Reading {
	r := Reading("Gazette", "https://example.org/"+day, day, day, "Ada Vale said that "+measure+" were counted.")
	said := r.Statements[0].ID
	value := 5.0
	r.Figures = []record.Figure{{ID: "f-1", Measure: measure, Value: &value, Bound: "more_than", Statement: said}, {ID: "f-2", Measure: "other", Bound: "exact"}}
	r.Positions = []record.Position{{ID: "o-1", Actor: actor, Issue: "talks", Stance: record.Open, Statement: said}}
	r.Events = []record.Event{{ID: "e-1", Type: "AGREE", Actor: []record.Party{{Actor: actor}, {Actor: "second"}}, Statement: said}, {ID: "e-2", Type: "ASSAULT"}}
	r.Line = []record.LineClaim{{ID: "l-1", Claim: "advance", Actor: actor, Statement: said}}
	r.Conflicts = []record.Conflict{{ID: "c-1", Kind: "denial", Between: []string{string(said)}, Actor: actor}}
	return r
}

// ids gives what was found as "report:id", parted by spaces.
func ids[T any](t *testing.T, p archive.Page[archive.Found[T]], err error, id func(T) record.ID) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, f := range p.Items {
		if all != "" {
			all += " "
		}
		all += f.Report.Title[8:] + ":" + string(id(f.Record))
	}
	return all
}

func records(t *testing.T, a archive.Archive) {
	one, two := withRecords("2023-09-13", "killed", "ada-vale"), withRecords("2023-09-14", "injured", "bo-reed")
	add(t, a, one, two, Reading("Herald", "https://example.org/3", "2023-09-15", "2023-09-15", "Nothing."))
	ctx := t.Context()
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	figure := func(f record.Figure) record.ID { return f.ID }
	for _, c := range []struct {
		q    archive.RecordQuery
		want string
	}{
		{archive.RecordQuery{}, "14:f-1 14:f-2 13:f-1 13:f-2"},
		{archive.RecordQuery{What: "killed"}, "13:f-1"},
		{archive.RecordQuery{What: "other", From: "2023-09-14"}, "14:f-2"},
		{archive.RecordQuery{Outlet: "Herald"}, ""},
		{archive.RecordQuery{Report: one.Report.ID}, "13:f-1 13:f-2"},
		{archive.RecordQuery{Limit: 2, Offset: 1}, "14:f-2 13:f-1"},
	} {
		p, err := a.Figures(ctx, c.q)
		check("figures", ids(t, p, err, figure), c.want)
		if c.q.Limit > 0 && p.Total != 4 {
			t.Errorf("total is %d", p.Total)
		}
	}
	p, _ := a.Figures(ctx, archive.RecordQuery{What: "killed"})
	same(t, "figure", p.Items[0].Record, one.Figures[0])
	same(t, "its statement", p.Items[0].Statement, one.Statements[0])
	p, _ = a.Figures(ctx, archive.RecordQuery{What: "other", Limit: 1})
	if p.Items[0].Statement != nil || p.Items[0].Record.Value != nil {
		t.Errorf("a figure without statement and value: %+v", p.Items[0])
	}
	q := archive.RecordQuery{Actor: "ada-vale"}
	o, err := a.Positions(ctx, q)
	check("positions", ids(t, o, err, func(r record.Position) record.ID { return r.ID }), "13:o-1")
	e, err := a.Events(ctx, q)
	check("events", ids(t, e, err, func(r record.Event) record.ID { return r.ID }), "13:e-1")
	l, err := a.LineClaims(ctx, q)
	check("line", ids(t, l, err, func(r record.LineClaim) record.ID { return r.ID }), "13:l-1")
	c, err := a.Conflicts(ctx, archive.RecordQuery{What: "denial"})
	check("conflicts", ids(t, c, err, func(r record.Conflict) record.ID { return r.ID }), "14:c-1 13:c-1")

	// A correction and a new reading take the old records' place.
	add(t, a, Reading("Gazette", one.Report.URL, "2023-09-13", "2023-09-13", "Corrected."))
	again := *two
	again.Figures = two.Figures[1:]
	if err := a.Replace(ctx, &again); err != nil {
		t.Fatal(err)
	}
	p, err = a.Figures(ctx, archive.RecordQuery{})
	check("figures after", ids(t, p, err, figure), "14:f-2")
	if h, err := a.Health(ctx, true); err != nil || len(h.Problems) > 0 {
		t.Errorf("health: %+v, %v", h, err)
	}
}
