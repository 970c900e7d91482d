package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

// Add implements archive.Adder.
func (s *Store) Add(ctx context.Context, readings ...*record.Reading) ([]archive.Outcome, error) {
	packed, err := s.pack(readings)
	if err != nil {
		return nil, err
	}
	out := make([]archive.Outcome, len(readings))
	err = s.tx(ctx, "Add", func(tx *sql.Tx) error {
		w, err := newWriter(ctx, tx)
		if err != nil {
			return err
		}
		defer w.close()
		for i, r := range readings {
			if out[i], err = w.add(ctx, r, packed[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// pack checks and compresses readings before the transaction begins, so that
// the lock is held no longer than needed.
func (s *Store) pack(readings []*record.Reading) ([][]byte, error) {
	if s.readOnly {
		return nil, fault.New(fault.Permission, "archive.Add", s.path, errors.New("the archive is open for reading only"))
	}
	p, err := newPacker()
	if err != nil {
		return nil, err
	}
	packed := make([][]byte, len(readings))
	for i, r := range readings {
		if err := archive.Keepable(r); err != nil {
			return nil, err
		}
		if packed[i], err = p.pack(r); err != nil {
			return nil, fault.New(fault.Invalid, "archive.Add", "report "+string(r.Report.ID), err)
		}
	}
	return packed, nil
}

// writer holds the prepared statements of one transaction that adds.
type writer struct {
	now                                                   time.Time
	known, sameText, last, older, oldStatements, oldFound *sql.Stmt
	report, body, bodyWords, statement, stmntWords, found *sql.Stmt
	all                                                   []*sql.Stmt
}

func newWriter(ctx context.Context, tx *sql.Tx) (*writer, error) {
	w := &writer{now: time.Now().UTC().Truncate(time.Millisecond)}
	for _, p := range []struct {
		to  **sql.Stmt
		sql string
	}{
		{&w.known, "SELECT id FROM report WHERE id = ?"},
		{&w.sameText, "SELECT id FROM report WHERE url = ? AND url <> '' AND sha256 = ?"},
		{&w.last, "SELECT id, version FROM report WHERE url = ? AND url <> '' ORDER BY version DESC LIMIT 1"},
		{&w.older, "UPDATE report SET latest = 0 WHERE url = ? AND url <> ''"},
		{&w.oldStatements, "UPDATE statement SET latest = 0 WHERE report IN (SELECT n FROM report WHERE url = ? AND url <> '')"},
		{&w.oldFound, "UPDATE found SET latest = 0 WHERE report IN (SELECT n FROM report WHERE url = ? AND url <> '')"},
		{&w.found, insertFound},
		{&w.report, `INSERT INTO report (id, url, outlet, sha256, day, added, version, latest, bytes, report, counts)
			VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`},
		{&w.body, "INSERT INTO body (n, title, text, reading) VALUES (?, ?, ?, ?)"},
		{&w.bodyWords, "INSERT INTO body_words (rowid, title, text) VALUES (?, ?, ?)"},
		{&w.statement, `INSERT INTO statement (report, place, id, latest, day, actor, name, code, kind, role, channel, content, source, statement)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`},
		{&w.stmntWords, "INSERT INTO statement_words (rowid, content, source) VALUES (?, ?, ?)"},
	} {
		st, err := tx.PrepareContext(ctx, p.sql)
		if err != nil {
			w.close()
			return nil, err
		}
		*p.to = st
		w.all = append(w.all, st)
	}
	return w, nil
}

func (w *writer) close() {
	for _, st := range w.all {
		st.Close()
	}
}

// keptAs gives the id under which a report is kept already, "" when it is not.
func (w *writer) keptAs(ctx context.Context, k archive.Key) (id record.ReportID, err error) {
	err = w.known.QueryRowContext(ctx, string(k.ID)).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = w.sameText.QueryRowContext(ctx, k.URL, k.SHA256).Scan(&id)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return id, err
}

func (w *writer) add(ctx context.Context, r *record.Reading, packed []byte) (archive.Outcome, error) {
	var none archive.Outcome
	id, err := w.keptAs(ctx, archive.KeyOf(&r.Report))
	if err != nil {
		return none, err
	}
	if id != "" {
		return archive.Outcome{Report: id, Status: archive.Known}, nil
	}
	out := archive.Outcome{Report: r.Report.ID, Status: archive.Added}
	sum := archive.Summarise(r, w.now)
	var version int
	switch err := w.last.QueryRowContext(ctx, r.Report.URL).Scan(&out.Corrects, &version); {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return none, err
	default:
		out.Status, sum.Version = archive.Corrected, version+1
		for _, st := range []*sql.Stmt{w.oldStatements, w.oldFound, w.older} {
			if _, err := st.ExecContext(ctx, r.Report.URL); err != nil {
				return none, err
			}
		}
	}
	report, counts, err := columns(&sum)
	if err != nil {
		return none, err
	}
	res, err := w.report.ExecContext(ctx, string(r.Report.ID), r.Report.URL, r.Report.Outlet, r.Report.SHA256,
		sum.Day, sum.Added.UnixMilli(), sum.Version, sum.Bytes, report, counts)
	if err != nil {
		return none, err
	}
	n, err := res.LastInsertId()
	if err != nil {
		return none, err
	}
	return out, w.records(ctx, n, r, &sum, packed)
}

// records writes what hangs from a report: its body, statements and other records.
func (w *writer) records(ctx context.Context, n int64, r *record.Reading, sum *archive.Summary, packed []byte) error {
	if _, err := w.body.ExecContext(ctx, n, r.Report.Title, r.Text, packed); err != nil {
		return err
	}
	if _, err := w.bodyWords.ExecContext(ctx, n, r.Report.Title, r.Text); err != nil {
		return err
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		js, err := json.Marshal(s)
		if err != nil {
			return err
		}
		content, source := archive.Words(s)
		res, err := w.statement.ExecContext(ctx, n, i, string(s.ID), sum.Latest, sum.Day, string(s.Source.Actor), s.Source.Name,
			s.Source.Code, string(s.Source.Kind), string(s.Role), string(s.Channel), content, source, string(js))
		if err != nil {
			return err
		}
		sn, err := res.LastInsertId()
		if err != nil {
			return err
		}
		if _, err := w.stmntWords.ExecContext(ctx, sn, content, source); err != nil {
			return err
		}
	}
	return putFound(ctx, w.found, n, r, sum.Latest, sum.Day)
}

// Known implements archive.Adder.
func (s *Store) Known(ctx context.Context, reports ...archive.Key) ([]bool, error) {
	known := make([]bool, len(reports))
	st, err := s.read.PrepareContext(ctx, `SELECT EXISTS (SELECT 1 FROM report WHERE id = ?1)
		OR EXISTS (SELECT 1 FROM report WHERE url = ?2 AND url <> '' AND sha256 = ?3)`)
	if err != nil {
		return nil, s.fault("Known", err)
	}
	defer st.Close()
	for i, k := range reports {
		if err := st.QueryRowContext(ctx, string(k.ID), k.URL, k.SHA256).Scan(&known[i]); err != nil {
			return nil, s.fault("Known", err)
		}
	}
	return known, nil
}
