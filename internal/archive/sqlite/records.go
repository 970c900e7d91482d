package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"sitrep/internal/archive"
	"sitrep/record"
)

// found gives the records of one kind that q asks for.
func found[T any](ctx context.Context, s *Store, op string, kind archive.RecordKind, q archive.RecordQuery) (archive.Page[archive.Found[T]], error) {
	var page archive.Page[archive.Found[T]]
	c := &clause{}
	c.and("f.kind = ? AND f.latest = 1", string(kind))
	for _, p := range []struct{ column, value string }{{"f.what", q.What}, {"f.actor", string(q.Actor)}, {"r.id", string(q.Report)}} {
		if p.value != "" {
			c.and(p.column+" = ?", p.value)
		}
	}
	c.within(q.Outlet, q.From, q.To)
	const from = " FROM found f JOIN report r ON r.n = f.report"
	if err := s.read.QueryRowContext(ctx, "SELECT count(*)"+from+c.sql, c.args...).Scan(&page.Total); err != nil {
		return page, s.fault(op, err)
	}
	limit, offset := archive.Clamp(q.Limit, q.Offset)
	rows, err := s.read.QueryContext(ctx, `SELECT f.record, (SELECT s.statement FROM statement s WHERE s.report = f.report AND s.id = f.statement LIMIT 1), `+
		summaryColumns+from+c.sql+" ORDER BY f.day DESC, f.report DESC, f.place LIMIT ? OFFSET ?", append(c.args, limit, offset)...)
	if err != nil {
		return page, s.fault(op, err)
	}
	defer rows.Close()
	for rows.Next() {
		item, err := scanFound[T](rows)
		if err != nil {
			return page, s.damaged(op, err)
		}
		page.Items = append(page.Items, item)
	}
	return page, s.fault(op, rows.Err())
}

func scanFound[T any](rows *sql.Rows) (archive.Found[T], error) {
	var item archive.Found[T]
	var js string
	var statement sql.NullString
	var row summaryRow
	if err := rows.Scan(append([]any{&js, &statement}, row.into()...)...); err != nil {
		return item, err
	}
	if err := json.Unmarshal([]byte(js), &item.Record); err != nil {
		return item, errors.Join(errDamaged, err)
	}
	if statement.Valid {
		if err := json.Unmarshal([]byte(statement.String), &item.Statement); err != nil {
			return item, errors.Join(errDamaged, err)
		}
	}
	var err error
	item.Report, err = row.summary()
	return item, err
}

// Figures implements archive.Records.
func (s *Store) Figures(ctx context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.Figure]], error) {
	return found[record.Figure](ctx, s, "Figures", archive.FigureKind, q)
}

// Positions implements archive.Records.
func (s *Store) Positions(ctx context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.Position]], error) {
	return found[record.Position](ctx, s, "Positions", archive.PositionKind, q)
}

// Events implements archive.Records.
func (s *Store) Events(ctx context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.Event]], error) {
	return found[record.Event](ctx, s, "Events", archive.EventKind, q)
}

// LineClaims implements archive.Records.
func (s *Store) LineClaims(ctx context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.LineClaim]], error) {
	return found[record.LineClaim](ctx, s, "LineClaims", archive.LineKind, q)
}

// Conflicts implements archive.Records.
func (s *Store) Conflicts(ctx context.Context, q archive.RecordQuery) (archive.Page[archive.Found[record.Conflict]], error) {
	return found[record.Conflict](ctx, s, "Conflicts", archive.ConflictKind, q)
}
