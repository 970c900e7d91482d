// Package sqlite keeps an archive in one SQLite file: the embedded default. It
// needs no server and no cgo.
//
// One connection writes; a few others read beside it and see the last commit.
// The file is in WAL mode with synchronous=FULL, so that what Add has returned
// survives a kill and a loss of power. Texts stand in the table body as they
// are, readings beside them as JSON without the text, compressed; what is asked
// for across reports stands in columns of its own.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	driver "modernc.org/sqlite"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
)

// appID marks the file as an archive of sitrep: "STRP" (PRAGMA application_id).
const appID = 0x53545250

// Options say how an archive is opened.
type Options struct {
	// Create makes the archive when there is none.
	Create bool
	// ReadOnly opens it for reading only, whether or not the file could be
	// written. Nothing is migrated then.
	ReadOnly bool

	older    bool // an older schema is fine, since nothing but a copy is wanted
	maxPages int  // tests: the most pages the file may have
	// wait is how long to wait for another process's transaction; 0 means
	// busyWait.
	wait time.Duration
}

// Store is an archive in a SQLite file.
type Store struct {
	path        string
	readOnly    bool
	write, read *sql.DB // the same when readOnly
	close       sync.Once
	closed      error
}

var _ archive.Archive = (*Store)(nil)

// Open opens the archive at path. It refuses what is no archive, what a newer
// sitrep has written, and what is damaged; an older one is migrated unless it is
// opened for reading only.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	fresh, err := look(path, o)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, readOnly: o.ReadOnly}
	if s.write, err = sql.Open("sqlite", dsn(path, o)); err != nil {
		return nil, s.fault("Open", err)
	}
	s.write.SetMaxOpenConns(1)
	s.write.SetMaxIdleConns(1)
	s.read = s.write
	if err := s.prepare(ctx, fresh, o); err != nil {
		s.Close()
		return nil, err
	}
	if o.ReadOnly {
		s.write.SetMaxOpenConns(readers)
		s.write.SetMaxIdleConns(readers)
		return s, nil
	}
	// Only now: it writes to the file, which had to be known for an archive.
	if _, err := s.write.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		s.Close()
		return nil, s.fault("Open", err)
	}
	if s.read, err = sql.Open("sqlite", dsn(path, o)+"&_pragma=query_only(1)"); err != nil {
		s.Close()
		return nil, s.fault("Open", err)
	}
	s.read.SetMaxOpenConns(readers)
	s.read.SetMaxIdleConns(readers)
	return s, nil
}

// readers is how many connections read at once: more would only wait for the
// processor, and each holds a cache of 2 MB.
const readers = 4

// busyWait is longer than any transaction of sitrep takes: a batch of reports, or
// a migration of some ten thousand.
const busyWait = 15 * time.Second

// dsn gives the driver's name for the file and how it is opened.
func dsn(path string, o Options) string {
	// A transaction that will write says so at its start: two that begin by
	// reading could never both go on.
	wait := o.wait
	if wait == 0 {
		wait = busyWait
	}
	q := "?_txlock=immediate&_pragma=busy_timeout(" + strconv.Itoa(int(wait.Milliseconds())) + ")&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)"
	switch {
	case o.ReadOnly && !writableDir(path) && !exists(path+"-wal"):
		// No other file can be made beside it, so nobody can be writing.
		q += "&mode=ro&immutable=1"
	case o.ReadOnly:
		q += "&mode=ro"
	case o.Create:
		q += "&mode=rwc"
	default:
		q += "&mode=rw"
	}
	if o.maxPages > 0 {
		q += "&_pragma=max_page_count(" + strconv.Itoa(o.maxPages) + ")"
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if path[0] != '/' {
		path = "/" + path // a Windows drive
	}
	return (&url.URL{Scheme: "file", Path: path}).String() + q
}

// prepare makes or checks the schema of the opened file.
func (s *Store) prepare(ctx context.Context, fresh bool, o Options) error {
	var id, version int
	if err := s.write.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return s.fault("Open", err)
	}
	if err := s.write.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return s.fault("Open", err)
	}
	var tables int
	if err := s.write.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return s.fault("Open", err)
	}
	// An empty database without a mark is one whose making was cut off.
	empty := id == 0 && version == 0 && tables == 0
	switch {
	case id != appID && !empty || empty && !fresh && !o.Create:
		return notArchive(s.path)
	case version > Schema():
		return fault.New(fault.Newer, "archive.Open", s.path,
			errors.New("this archive has schema "+strconv.Itoa(version)+", this sitrep knows "+strconv.Itoa(Schema()))).
			Hinted("open it with the newer sitrep that wrote it, or restore a backup from before")
	case version == Schema() || o.older:
		return nil
	case o.ReadOnly:
		return fault.New(fault.Permission, "archive.Open", s.path,
			errors.New("it was written by an older sitrep and must be migrated first, which needs write access")).
			Hinted("run sitrep doctor once as somebody who may write it")
	}
	return s.migrate(ctx, version)
}

// Close implements archive.Archive.
func (s *Store) Close() error {
	s.close.Do(func() {
		var err error
		if s.read != nil && s.read != s.write {
			err = s.read.Close()
		}
		s.closed = errors.Join(err, s.write.Close())
	})
	return s.closed
}

// fault turns a failure of SQLite into one of sitrep's.
func (s *Store) fault(op string, err error) error {
	var known *fault.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fault.New(fault.Other, "archive."+op, s.path, err)
	}
	kind, hint := fault.Other, ""
	var e *driver.Error
	if errors.As(err, &e) {
		kind, hint = kindOf(e.Code())
	}
	if errors.Is(err, os.ErrPermission) {
		kind, hint = fault.Permission, "choose a place that can be written with --archive"
	}
	return fault.New(kind, "archive."+op, s.path, err).Hinted(hint)
}

// Primary result codes of SQLite (sqlite.org/rescode.html).
const (
	codePerm, codeBusy, codeLocked, codeReadOnly, codeIOErr     = 3, 5, 6, 8, 10
	codeCorrupt, codeFull, codeCantOpen, codeTooBig, codeNotADB = 11, 13, 14, 18, 26
	codeIOErrWrite                                              = 10 | 3<<8
)

func kindOf(code int) (fault.Kind, string) {
	switch code & 0xff {
	case codeBusy, codeLocked:
		return fault.Busy, "another process writes to this archive; wait for it to end, or choose another with --archive"
	case codeReadOnly, codePerm, codeCantOpen:
		return fault.Permission, "choose an archive that can be written with --archive, or ask for access to this one"
	case codeFull:
		return fault.Full, "make room on the disk and run the command again; what was added so far is kept"
	case codeIOErr:
		if code == codeIOErrWrite {
			return fault.Full, "make room on the disk and run the command again; what was added so far is kept"
		}
		return fault.Other, "the disk could not be read or written; look at the system's log"
	case codeCorrupt, codeNotADB:
		return fault.Broken, "restore the newest backup with sitrep restore"
	case codeTooBig:
		return fault.TooLarge, "cut the report into parts"
	}
	return fault.Other, ""
}
