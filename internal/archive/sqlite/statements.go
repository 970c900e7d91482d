package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"sitrep/internal/archive"
	"sitrep/record"
)

// Statements implements archive.Statements.
func (s *Store) Statements(ctx context.Context, q archive.StatementQuery) (archive.Page[archive.Said], error) {
	var page archive.Page[archive.Said]
	c := &clause{}
	c.and("s.latest = 1")
	for _, f := range []struct{ column, value string }{
		{"s.actor", string(q.Actor)}, {"r.id", string(q.Report)}, {"s.kind", string(q.Kind)},
		{"s.role", string(q.Role)}, {"s.channel", string(q.Channel)},
	} {
		if f.value != "" {
			c.and(f.column+" = ?", f.value)
		}
	}
	c.within(q.Outlet, q.From, q.To)
	const from = " FROM statement s JOIN report r ON r.n = s.report"
	if err := s.read.QueryRowContext(ctx, "SELECT count(*)"+from+c.sql, c.args...).Scan(&page.Total); err != nil {
		return page, s.fault("Statements", err)
	}
	limit, offset := archive.Clamp(q.Limit, q.Offset)
	rows, err := s.read.QueryContext(ctx, "SELECT s.statement, "+summaryColumns+from+c.sql+
		" ORDER BY s.day DESC, s.report DESC, s.place LIMIT ? OFFSET ?", append(c.args, limit, offset)...)
	if err != nil {
		return page, s.fault("Statements", err)
	}
	defer rows.Close()
	for rows.Next() {
		said, err := scanSaid(rows)
		if err != nil {
			return page, s.damaged("Statements", err)
		}
		page.Items = append(page.Items, said)
	}
	return page, s.fault("Statements", rows.Err())
}

// scanSaid reads a statement's JSON, summaryColumns, and what else was asked for.
func scanSaid(rows *sql.Rows, more ...any) (archive.Said, error) {
	var said archive.Said
	var js string
	var row summaryRow
	if err := rows.Scan(append(append([]any{&js}, row.into()...), more...)...); err != nil {
		return said, err
	}
	if err := json.Unmarshal([]byte(js), &said.Statement); err != nil {
		return said, errors.Join(errDamaged, err)
	}
	var err error
	said.Report, err = row.summary()
	return said, err
}

// Speakers implements archive.Statements.
func (s *Store) Speakers(ctx context.Context, limit int) ([]archive.Speaker, error) {
	limit, _ = archive.Clamp(limit, 0)
	rows, err := s.read.QueryContext(ctx, `SELECT actor, max(name), max(code), count(*), count(DISTINCT report)
		FROM statement WHERE latest = 1 AND actor <> '' GROUP BY actor ORDER BY 4 DESC, 1 LIMIT ?`, limit)
	if err != nil {
		return nil, s.fault("Speakers", err)
	}
	defer rows.Close()
	var list []archive.Speaker
	for rows.Next() {
		var p archive.Speaker
		var id string
		if err := rows.Scan(&id, &p.Name, &p.Code, &p.Statements, &p.Reports); err != nil {
			return nil, s.fault("Speakers", err)
		}
		p.Actor = record.ActorID(id)
		list = append(list, p)
	}
	return list, s.fault("Speakers", rows.Err())
}
