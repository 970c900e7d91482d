package sqlite

import (
	"context"
	"database/sql"
	"fmt"
)

// migration is one step of the schema. Steps are never changed once released:
// a mistake is mended by a further step.
type migration struct {
	why string // why it was needed, for people
	sql string
	run func(context.Context, *sql.Tx) error // what SQL cannot do; may be nil
}

// migrations is the way from an empty file to the present schema; the n-th step
// leads to version n. testdata/ keeps a dump of every older version.
func migrations() []migration {
	return []migration{
		{why: "the first schema: reports with their versions, statements, search, dead letters", sql: first},
		{why: "ledgers ask for figures, positions and events of all reports, which took unpacking every reading", sql: second, run: fillFound},
		{why: "control maps of the line", sql: lineMaps},
	}
}

// Schema is the version of the schema that this package writes.
func Schema() int { return len(migrations()) }

const first = `
CREATE TABLE report (
	n INTEGER PRIMARY KEY,             -- order of adding
	id TEXT NOT NULL UNIQUE,           -- record.ReportID
	url TEXT NOT NULL, outlet TEXT NOT NULL,
	sha256 TEXT NOT NULL,              -- of the text
	day TEXT NOT NULL,                 -- archive.Day; '' when unknown
	added INTEGER NOT NULL,            -- Unix milliseconds
	version INTEGER NOT NULL, latest INTEGER NOT NULL,
	bytes INTEGER NOT NULL,
	report TEXT NOT NULL,              -- JSON of record.Report
	counts TEXT NOT NULL               -- JSON of archive.Counts
) STRICT;
CREATE INDEX report_newest ON report (latest, day, n);
CREATE INDEX report_outlet ON report (outlet, latest, day, n);
CREATE INDEX report_url ON report (url, version) WHERE url <> '';

CREATE TABLE body (                        -- apart from report, which lists walk through
	n INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
	title TEXT NOT NULL, text TEXT NOT NULL,
	reading BLOB NOT NULL                  -- deflated JSON of record.Reading without its text
) STRICT;
CREATE VIRTUAL TABLE body_words USING fts5 (title, text, content='body', content_rowid='n',
	tokenize="porter unicode61 remove_diacritics 2");

CREATE TABLE statement (
	n INTEGER PRIMARY KEY,
	report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
	place INTEGER NOT NULL,            -- index in the reading
	id TEXT NOT NULL,
	latest INTEGER NOT NULL, day TEXT NOT NULL, -- of the report, for the indexes
	actor TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL,
	kind TEXT NOT NULL, role TEXT NOT NULL, channel TEXT NOT NULL,
	content TEXT NOT NULL, source TEXT NOT NULL, -- what is searched
	statement TEXT NOT NULL            -- JSON of record.Statement
) STRICT;
CREATE INDEX statement_report ON statement (report, place);
CREATE INDEX statement_actor ON statement (actor, latest, day);
CREATE INDEX statement_newest ON statement (latest, day, report, place);
CREATE VIRTUAL TABLE statement_words USING fts5 (content, source, content='statement', content_rowid='n',
	tokenize="porter unicode61 remove_diacritics 2");

CREATE TABLE letter (                      -- what was refused
	id TEXT PRIMARY KEY,
	origin TEXT NOT NULL, line INTEGER NOT NULL,
	kind TEXT NOT NULL, reason TEXT NOT NULL,
	outlet TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
	raw BLOB NOT NULL, size INTEGER NOT NULL,
	at INTEGER NOT NULL, times INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_at ON letter (at);
`

const second = `
CREATE TABLE found (                       -- records of several kinds, see archive.Rows
	report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
	place INTEGER NOT NULL,            -- order within the reading
	kind TEXT NOT NULL,                -- archive.RecordKind
	id TEXT NOT NULL,
	what TEXT NOT NULL, actor TEXT NOT NULL, statement TEXT NOT NULL,
	latest INTEGER NOT NULL, day TEXT NOT NULL, -- of the report, for the index
	record TEXT NOT NULL,              -- JSON
	PRIMARY KEY (report, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX found_newest ON found (kind, latest, day, report, place);
CREATE INDEX found_what ON found (kind, what, latest, day, report, place);
CREATE INDEX found_actor ON found (kind, actor, latest, day, report, place) WHERE actor <> '';
`

// migrate brings the schema from one version to the present, in one
// transaction: it is done wholly or not at all.
func (s *Store) migrate(ctx context.Context, from int) error {
	return s.tx(ctx, "migrate", func(tx *sql.Tx) error {
		// Another process may have migrated while this one waited for the lock.
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&from); err != nil {
			return err
		}
		for i, m := range migrations() {
			if i < from {
				continue
			}
			if _, err := tx.ExecContext(ctx, m.sql); err != nil {
				return fmt.Errorf("migration to schema %d (%s): %w", i+1, m.why, err)
			}
			if m.run == nil {
				continue
			}
			if err := m.run(ctx, tx); err != nil {
				return fmt.Errorf("migration to schema %d (%s): %w", i+1, m.why, err)
			}
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", appID, Schema()))
		return err
	})
}

// tx runs f in one transaction of the writing connection.
func (s *Store) tx(ctx context.Context, op string, f func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.fault(op, err)
	}
	if err := f(tx); err != nil {
		tx.Rollback() // the first failure is the one to tell
		return s.fault(op, err)
	}
	return s.fault(op, tx.Commit())
}
