package archive

import (
	"context"

	"sitrep/record"
)

// Records gives what hangs from statements, across reports. All methods give the
// records of the newest versions of reports: newest report first (as List),
// within a report in the order of its reading.
type Records interface {
	// Figures goes by RecordQuery.What as Figure.Measure, and by no actor.
	Figures(ctx context.Context, q RecordQuery) (Page[Found[record.Figure]], error)
	// Positions goes by What as Position.Issue.
	Positions(ctx context.Context, q RecordQuery) (Page[Found[record.Position]], error)
	// Events goes by What as Event.Type, and by the first actor.
	Events(ctx context.Context, q RecordQuery) (Page[Found[record.Event]], error)
	// LineClaims goes by What as LineClaim.Claim.
	LineClaims(ctx context.Context, q RecordQuery) (Page[Found[record.LineClaim]], error)
	// Conflicts goes by What as Conflict.Kind.
	Conflicts(ctx context.Context, q RecordQuery) (Page[Found[record.Conflict]], error)
}

// RecordQuery chooses records. Empty fields choose nothing away.
type RecordQuery struct {
	What          string // measure, issue, type, claim or kind: see Records
	Actor         record.ActorID
	Report        record.ReportID
	Outlet        string
	From, To      string // days of the report, as in Query
	Limit, Offset int    // as in Query
}

// Found is a record with the statement it hangs from and the report it stands in.
type Found[T any] struct {
	Record    T                 `json:"record"`
	Statement *record.Statement `json:"statement,omitempty"` // nil where it hangs from none
	Report    Summary           `json:"report"`
}

// RecordKind tells records of several kinds apart where they are kept together.
type RecordKind string

// The kinds of record that Records gives.
const (
	FigureKind   RecordKind = "figure"
	PositionKind RecordKind = "position"
	EventKind    RecordKind = "event"
	LineKind     RecordKind = "line"
	ConflictKind RecordKind = "conflict"
)

// Row is a record of any kind with what it is asked for by.
type Row struct {
	Kind      RecordKind
	ID        record.ID
	What      string
	Actor     record.ActorID
	Statement record.StatementID
	Record    any // one of the types of package record
}

// Rows gives the records of a reading that Records gives, in order.
func Rows(r *record.Reading) []Row {
	var rows []Row
	for i := range r.Figures {
		f := &r.Figures[i]
		rows = append(rows, Row{FigureKind, f.ID, f.Measure, "", f.Statement, f})
	}
	for i := range r.Positions {
		p := &r.Positions[i]
		rows = append(rows, Row{PositionKind, p.ID, p.Issue, p.Actor, p.Statement, p})
	}
	for i := range r.Events {
		e := &r.Events[i]
		var first record.ActorID
		if len(e.Actor) > 0 {
			first = e.Actor[0].Actor
		}
		rows = append(rows, Row{EventKind, e.ID, e.Type, first, e.Statement, e})
	}
	for i := range r.Line {
		l := &r.Line[i]
		rows = append(rows, Row{LineKind, l.ID, l.Claim, l.Actor, l.Statement, l})
	}
	for i := range r.Conflicts {
		c := &r.Conflicts[i]
		rows = append(rows, Row{ConflictKind, c.ID, c.Kind, c.Actor, "", c})
	}
	return rows
}
