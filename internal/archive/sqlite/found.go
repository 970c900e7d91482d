package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"

	"sitrep/internal/archive"
	"sitrep/record"
)

// insertFound is the statement that putFound needs.
const insertFound = `INSERT INTO found (report, place, kind, id, what, actor, statement, latest, day, record)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// putFound writes the records of a reading that are asked for across reports.
func putFound(ctx context.Context, insert *sql.Stmt, n int64, r *record.Reading, latest bool, day string) error {
	for i, row := range archive.Rows(r) {
		js, err := json.Marshal(row.Record)
		if err != nil {
			return err
		}
		if _, err := insert.ExecContext(ctx, n, i, string(row.Kind), string(row.ID), row.What, string(row.Actor), string(row.Statement),
			latest, day, string(js)); err != nil {
			return err
		}
	}
	return nil
}

// fillFound fills the table found from the readings that are kept.
func fillFound(ctx context.Context, tx *sql.Tx) error {
	insert, err := tx.PrepareContext(ctx, insertFound)
	if err != nil {
		return err
	}
	defer insert.Close()
	for last := int64(0); ; {
		err := fillNext(ctx, tx, insert, &last)
		if err == sql.ErrNoRows {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func fillNext(ctx context.Context, tx *sql.Tx, insert *sql.Stmt, last *int64) error {
	var latest bool
	var day, text string
	var packed []byte
	err := tx.QueryRowContext(ctx, `SELECT r.n, r.latest, r.day, b.text, b.reading FROM report r JOIN body b ON b.n = r.n
		WHERE r.n > ? ORDER BY r.n LIMIT 1`, *last).Scan(last, &latest, &day, &text, &packed)
	if err != nil {
		return err
	}
	r, err := unpack(packed, text)
	if err != nil {
		return err
	}
	return putFound(ctx, insert, *last, r, latest, day)
}
