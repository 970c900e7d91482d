package memory

import (
	"context"

	"sitrep/internal/archive"
	"sitrep/record"
)

// found gives the records of one kind that q asks for.
func found[T any](s *Store, kind archive.RecordKind, q archive.RecordQuery) (archive.Page[archive.Found[T]], error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := s.chosen(archive.Query{Outlet: q.Outlet, From: q.From, To: q.To})
	newest(list)
	var all []archive.Found[T]
	for _, k := range list {
		if q.Report != "" && k.sum.ID != q.Report {
			continue
		}
		r, err := k.open()
		if err != nil {
			return archive.Page[archive.Found[T]]{}, err
		}
		for _, row := range archive.Rows(r) {
			if row.Kind == kind && (q.What == "" || row.What == q.What) && (q.Actor == "" || row.Actor == q.Actor) {
				all = append(all, archive.Found[T]{Record: *row.Record.(*T), Statement: r.Statement(row.Statement), Report: k.sum})
			}
		}
	}
	return page(all, q.Limit, q.Offset), nil
}

// Figures implements archive.Records.
func (s *Store) Figures(_ context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.Figure]], error) {
	return found[record.Figure](s, archive.FigureKind, q)
}

// Positions implements archive.Records.
func (s *Store) Positions(_ context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.Position]], error) {
	return found[record.Position](s, archive.PositionKind, q)
}

// Events implements archive.Records.
func (s *Store) Events(_ context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.Event]], error) {
	return found[record.Event](s, archive.EventKind, q)
}

// LineClaims implements archive.Records.
func (s *Store) LineClaims(_ context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.LineClaim]], error) {
	return found[record.LineClaim](s, archive.LineKind, q)
}

// Conflicts implements archive.Records.
func (s *Store) Conflicts(_ context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.Conflict]], error) {
	return found[record.Conflict](s, archive.ConflictKind, q)
}
