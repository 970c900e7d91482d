package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
)

// Bury implements archive.DeadLetters.
func (s *Store) Bury(ctx context.Context, letters ...archive.DeadLetter) error {
	if s.readOnly {
		return fault.New(fault.Permission, "archive.Bury", s.path, errors.New("the archive is open for reading only"))
	}
	return s.tx(ctx, "Bury", func(tx *sql.Tx) error {
		for _, d := range letters {
			d = d.Prepared(time.Now())
			_, err := tx.ExecContext(ctx, `INSERT INTO letter (id, origin, line, kind, reason, outlet, title, url, raw, size, at, times)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, at = excluded.at, times = times + excluded.times`,
				d.ID, clean(d.Origin), d.Line, clean(d.Kind), clean(d.Reason), clean(d.Outlet), clean(d.Title), clean(d.URL),
				append([]byte{}, d.Raw...), d.Size, d.At.UnixMilli(), d.Times)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// clean makes text of what a refused item called its outlet or title.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
}

const letterColumns = "id, origin, line, kind, reason, outlet, title, url, size, at, times"

func letterInto(d *archive.DeadLetter, at *int64) []any {
	return []any{&d.ID, &d.Origin, &d.Line, &d.Kind, &d.Reason, &d.Outlet, &d.Title, &d.URL, &d.Size, at, &d.Times}
}

// Letters implements archive.DeadLetters.
func (s *Store) Letters(ctx context.Context, limit, offset int) (archive.Page[archive.DeadLetter], error) {
	var page archive.Page[archive.DeadLetter]
	if err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM letter").Scan(&page.Total); err != nil {
		return page, s.fault("Letters", err)
	}
	limit, offset = archive.Clamp(limit, offset)
	rows, err := s.read.QueryContext(ctx, "SELECT "+letterColumns+" FROM letter ORDER BY at DESC, id LIMIT ? OFFSET ?", limit, offset)
	if err != nil {
		return page, s.fault("Letters", err)
	}
	defer rows.Close()
	for rows.Next() {
		var d archive.DeadLetter
		var at int64
		if err := rows.Scan(letterInto(&d, &at)...); err != nil {
			return page, s.fault("Letters", err)
		}
		d.At = time.UnixMilli(at).UTC()
		page.Items = append(page.Items, d)
	}
	return page, s.fault("Letters", rows.Err())
}

// Letter implements archive.DeadLetters.
func (s *Store) Letter(ctx context.Context, id string) (*archive.DeadLetter, error) {
	var d archive.DeadLetter
	var at int64
	err := s.read.QueryRowContext(ctx, "SELECT "+letterColumns+", raw FROM letter WHERE id = ?", id).Scan(append(letterInto(&d, &at), &d.Raw)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fault.New(fault.NotFound, "archive.Letter", id, errors.New("no dead letter has this id"))
	}
	d.At = time.UnixMilli(at).UTC()
	return &d, s.fault("Letter", err)
}

// Forget implements archive.DeadLetters.
func (s *Store) Forget(ctx context.Context, ids ...string) (int, error) {
	total := 0
	err := s.tx(ctx, "Forget", func(tx *sql.Tx) error {
		if len(ids) == 0 {
			res, err := tx.ExecContext(ctx, "DELETE FROM letter")
			return count(res, err, &total)
		}
		for _, id := range ids {
			res, err := tx.ExecContext(ctx, "DELETE FROM letter WHERE id = ?", id)
			if err := count(res, err, &total); err != nil {
				return err
			}
		}
		return nil
	})
	return total, err
}

func count(res sql.Result, err error, total *int) error {
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	*total += int(n)
	return err
}
