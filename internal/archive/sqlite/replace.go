package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

// Replace implements archive.Adder.
func (s *Store) Replace(ctx context.Context, readings ...*record.Reading) error {
	packed, err := s.pack(readings)
	if err != nil {
		return err
	}
	return s.tx(ctx, "Replace", func(tx *sql.Tx) error {
		w, err := newWriter(ctx, tx)
		if err != nil {
			return err
		}
		defer w.close()
		for i, r := range readings {
			if err := replace(ctx, tx, w, r, packed[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func replace(ctx context.Context, tx *sql.Tx, w *writer, r *record.Reading, packed []byte) error {
	var n int64
	sum := archive.Summarise(r, w.now)
	err := tx.QueryRowContext(ctx, "SELECT n, latest FROM report WHERE id = ?", string(r.Report.ID)).Scan(&n, &sum.Latest)
	if errors.Is(err, sql.ErrNoRows) {
		return notKept("archive.Replace", r.Report.ID)
	}
	if err != nil {
		return err
	}
	// An external-content index must be told the old words to forget them.
	for _, q := range []string{
		"INSERT INTO body_words (body_words, rowid, title, text) SELECT 'delete', n, title, text FROM body WHERE n = ?",
		"INSERT INTO statement_words (statement_words, rowid, content, source) SELECT 'delete', n, content, source FROM statement WHERE report = ?",
		"DELETE FROM body WHERE n = ?",
		"DELETE FROM statement WHERE report = ?",
		"DELETE FROM found WHERE report = ?",
	} {
		if _, err := tx.ExecContext(ctx, q, n); err != nil {
			return err
		}
	}
	report, counts, err := columns(&sum)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE report SET day = ?, bytes = ?, report = ?, counts = ? WHERE n = ?",
		sum.Day, sum.Bytes, report, counts, n); err != nil {
		return err
	}
	return w.records(ctx, n, r, &sum, packed)
}

func notKept(op string, id record.ReportID) error {
	return fault.New(fault.NotFound, op, "report "+string(id), errors.New("no report of this archive has this id"))
}
