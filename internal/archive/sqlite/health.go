package sqlite

import (
	"context"
	"fmt"
	"os"

	"sitrep/internal/archive"
)

// Health implements archive.Doctor.
func (s *Store) Health(ctx context.Context, deep bool) (*archive.Health, error) {
	h := &archive.Health{Backend: "sqlite", Path: s.path, Schema: Schema(), ReadOnly: s.readOnly, Deep: deep}
	err := s.read.QueryRowContext(ctx, `SELECT 'SQLite ' || sqlite_version(), (SELECT count(*) FROM report),
		(SELECT count(*) FROM report WHERE latest = 0), (SELECT count(*) FROM statement), (SELECT count(*) FROM letter)`).
		Scan(&h.Engine, &h.Reports, &h.Superseded, &h.Statements, &h.DeadLetters)
	if err != nil {
		return nil, s.fault("Health", err)
	}
	for _, name := range []string{s.path, s.path + "-wal"} {
		if info, err := os.Stat(name); err == nil {
			h.Bytes += info.Size()
		}
	}
	if !deep {
		return h, nil
	}
	for _, check := range []struct{ sql, says string }{
		{"SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok' LIMIT 20", "%s"},
		{"SELECT id FROM report WHERE n NOT IN (SELECT n FROM body) LIMIT 20", "report %s has no text"},
		{"SELECT n FROM body WHERE n NOT IN (SELECT n FROM report) LIMIT 20", "text %s belongs to no report"},
		{"SELECT id FROM statement WHERE report NOT IN (SELECT n FROM report) LIMIT 20", "statement %s belongs to no report"},
		{"SELECT r.id FROM report r WHERE json_extract(counts, '$.statements') <> (SELECT count(*) FROM statement s WHERE s.report = r.n) LIMIT 20",
			"report %s does not have all its statements"},
		{"SELECT f.id FROM found f JOIN report r ON r.n = f.report WHERE f.latest <> r.latest OR f.day <> r.day LIMIT 20",
			"record %s does not agree with its report on version or day"},
		{"SELECT url FROM report WHERE url <> '' GROUP BY url HAVING sum(latest) <> 1 LIMIT 20", "%s does not have just one newest version"},
	} {
		if err := s.problems(ctx, h, check.sql, check.says); err != nil {
			return nil, err
		}
	}
	return h, s.readable(ctx, h)
}

// problems adds a sentence for each row of a check.
func (s *Store) problems(ctx context.Context, h *archive.Health, sql, says string) error {
	rows, err := s.read.QueryContext(ctx, sql)
	if err != nil {
		h.Problems = append(h.Problems, err.Error())
		return nil // a check that cannot run is a finding
	}
	defer rows.Close()
	for rows.Next() {
		var what string
		if err := rows.Scan(&what); err != nil {
			return s.fault("Health", err)
		}
		h.Problems = append(h.Problems, fmt.Sprintf(says, what))
	}
	if err := rows.Err(); err != nil {
		h.Problems = append(h.Problems, err.Error())
	}
	return nil
}

// readable decodes every reading, which shows what no check of the file would.
func (s *Store) readable(ctx context.Context, h *archive.Health) error {
	for _, err := range s.Readings(ctx, archive.Query{Superseded: true}) {
		if err != nil {
			h.Problems = append(h.Problems, err.Error())
		}
	}
	return ctx.Err()
}
