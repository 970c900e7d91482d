package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

// Report implements archive.Reports.
func (s *Store) Report(ctx context.Context, id record.ReportID) (*record.Reading, error) {
	var text string
	var packed []byte
	err := s.read.QueryRowContext(ctx, "SELECT b.text, b.reading FROM report r JOIN body b ON b.n = r.n WHERE r.id = ?", string(id)).
		Scan(&text, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, notKept("archive.Report", id)
	}
	if err != nil {
		return nil, s.fault("Report", err)
	}
	r, err := unpack(packed, text)
	return r, s.damaged("Report", err)
}

// damaged tells failures to decode from others.
func (s *Store) damaged(op string, err error) error {
	if errors.Is(err, errDamaged) {
		return fault.New(fault.Broken, "archive."+op, s.path, err).Hinted("restore the newest backup with sitrep restore")
	}
	return s.fault(op, err)
}

// Summary implements archive.Reports.
func (s *Store) Summary(ctx context.Context, id record.ReportID) (*archive.Summary, error) {
	list, err := s.summaries(ctx, "Summary", "FROM report r WHERE r.id = ?", string(id))
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, notKept("archive.Summary", id)
	}
	return &list[0], nil
}

// summaries gives the summaries of a query that begins at FROM.
func (s *Store) summaries(ctx context.Context, op, from string, args ...any) ([]archive.Summary, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT "+summaryColumns+" "+from, args...)
	if err != nil {
		return nil, s.fault(op, err)
	}
	defer rows.Close()
	var list []archive.Summary
	for rows.Next() {
		var row summaryRow
		if err := rows.Scan(row.into()...); err != nil {
			return nil, s.fault(op, err)
		}
		sum, err := row.summary()
		if err != nil {
			return nil, s.damaged(op, err)
		}
		list = append(list, sum)
	}
	return list, s.fault(op, rows.Err())
}

// clause is a WHERE clause in the making.
type clause struct {
	sql  string
	args []any
}

func (c *clause) and(sql string, args ...any) {
	if c.sql == "" {
		c.sql = " WHERE " + sql
	} else {
		c.sql += " AND " + sql
	}
	c.args = append(c.args, args...)
}

// within asks for the days and the outlet of table r.
func (c *clause) within(outlet, from, to string) {
	if outlet != "" {
		c.and("r.outlet = ?", outlet)
	}
	if from != "" {
		c.and("r.day >= ?", from)
	}
	if to != "" {
		c.and("r.day <= ?", to)
	}
	if from != "" || to != "" {
		c.and("r.day <> ''")
	}
}

func where(q archive.Query) *clause {
	c := &clause{}
	if !q.Superseded {
		c.and("r.latest = 1")
	}
	c.within(q.Outlet, q.From, q.To)
	return c
}

// List implements archive.Reports.
func (s *Store) List(ctx context.Context, q archive.Query) (archive.Page[archive.Summary], error) {
	var page archive.Page[archive.Summary]
	c := where(q)
	if err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM report r"+c.sql, c.args...).Scan(&page.Total); err != nil {
		return page, s.fault("List", err)
	}
	limit, offset := archive.Clamp(q.Limit, q.Offset)
	var err error
	page.Items, err = s.summaries(ctx, "List", "FROM report r"+c.sql+" ORDER BY r.day DESC, r.n DESC LIMIT ? OFFSET ?",
		append(c.args, limit, offset)...)
	return page, err
}

// Versions implements archive.Reports.
func (s *Store) Versions(ctx context.Context, id record.ReportID) ([]archive.Summary, error) {
	list, err := s.summaries(ctx, "Versions", `FROM report r WHERE r.id = ?1
		OR r.url = (SELECT url FROM report WHERE id = ?1 AND url <> '') ORDER BY r.version`, string(id))
	if err == nil && len(list) == 0 {
		return nil, notKept("archive.Versions", id)
	}
	return list, err
}

// VersionsAt implements archive.Reports.
func (s *Store) VersionsAt(ctx context.Context, url string) ([]archive.Summary, error) {
	return s.summaries(ctx, "VersionsAt", "FROM report r WHERE r.url = ? AND r.url <> '' ORDER BY r.version", url)
}

// Outlets implements archive.Reports.
func (s *Store) Outlets(ctx context.Context) ([]archive.Outlet, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT outlet, count(*), coalesce(min(nullif(day, '')), ''), max(day)
		FROM report WHERE latest = 1 GROUP BY outlet ORDER BY 2 DESC, 1`)
	if err != nil {
		return nil, s.fault("Outlets", err)
	}
	defer rows.Close()
	var list []archive.Outlet
	for rows.Next() {
		var o archive.Outlet
		if err := rows.Scan(&o.Name, &o.Reports, &o.First, &o.Last); err != nil {
			return nil, s.fault("Outlets", err)
		}
		list = append(list, o)
	}
	return list, s.fault("Outlets", rows.Err())
}

// chunk is how many readings Readings takes from the file at once: few enough to
// stay small in memory, and no read transaction is held while the caller works,
// which would keep the log of changes from being folded in.
const chunk = 32

// Readings implements archive.Reports.
func (s *Store) Readings(ctx context.Context, q archive.Query) iter.Seq2[*record.Reading, error] {
	return func(yield func(*record.Reading, error) bool) {
		for last := int64(0); ; {
			list, n, err := s.readingsAfter(ctx, q, last)
			for _, r := range list {
				if !yield(r, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, s.damaged("Readings", err))
				return
			}
			if len(list) < chunk {
				return
			}
			last = n
		}
	}
}

func (s *Store) readingsAfter(ctx context.Context, q archive.Query, last int64) (list []*record.Reading, n int64, err error) {
	c := where(q)
	c.and("r.n > ?", last)
	rows, err := s.read.QueryContext(ctx, "SELECT r.n, b.text, b.reading FROM report r CROSS JOIN body b ON b.n = r.n"+c.sql+
		" ORDER BY r.n LIMIT ?", append(c.args, chunk)...)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		var packed []byte
		if err := rows.Scan(&n, &text, &packed); err != nil {
			return list, n, err
		}
		r, err := unpack(packed, text)
		if err != nil {
			return list, n, err
		}
		list = append(list, r)
	}
	return list, n, rows.Err()
}
