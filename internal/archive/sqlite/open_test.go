package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/archive/archivetest"
	"sitrep/internal/archive/sqlite"
	"sitrep/internal/fault"
	"sitrep/record"
)

// refused opens what must be refused, and holds the error to be one sentence
// that names the file and says what to do.
func refused(t *testing.T, path string, o sqlite.Options, kind fault.Kind) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, o)
	if err == nil {
		s.Close()
		t.Fatalf("%s was opened", path)
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind != kind || f.Item != path || f.Hint == "" || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %q of kind %v, want kind %v", err, fault.KindOf(err), kind)
	}
}

func write(t *testing.T, path, content string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// some makes an archive with n reports and gives its path.
func some(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "archive.sitrep")
	s := open(t, path, sqlite.Options{Create: true})
	for i := range n {
		if _, err := s.Add(t.Context(), reading(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func reading(i int) *record.Reading {
	return archivetest.Reading("Gazette", fmt.Sprintf("https://example.org/%d", i), "2023-09-14", fmt.Sprint("Title ", i),
		fmt.Sprintf("Ada Vale said that %d ships came in. %s", i, strings.Repeat("The harbour is open. ", 20)))
}

func TestNoArchive(t *testing.T) {
	dir := t.TempDir()
	for _, o := range []sqlite.Options{{}, {Create: true}, {ReadOnly: true}} {
		refused(t, dir, o, fault.Invalid)
		text := write(t, filepath.Join(dir, "notes.txt"), "These are notes, and no archive.")
		refused(t, text, o, fault.Invalid)
		if got, _ := os.ReadFile(text); string(got) != "These are notes, and no archive." {
			t.Errorf("the file was changed: %q", got)
		}
		refused(t, write(t, filepath.Join(dir, "short"), "SQLite"), o, fault.Invalid)
	}
	refused(t, filepath.Join(dir, "absent"), sqlite.Options{}, fault.NotFound)
	refused(t, filepath.Join(dir, "absent"), sqlite.Options{ReadOnly: true, Create: true}, fault.NotFound)
	empty := write(t, filepath.Join(dir, "empty"), "")
	refused(t, empty, sqlite.Options{}, fault.Invalid)
	open(t, empty, sqlite.Options{Create: true}).Close() // an empty file may become one

	other := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE song (title TEXT)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	before, _ := os.ReadFile(other)
	refused(t, other, sqlite.Options{Create: true}, fault.Invalid)
	if after, _ := os.ReadFile(other); !bytes.Equal(before, after) {
		t.Error("another program's database was changed")
	}
}

func script(t *testing.T, path string, q string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(q); err != nil {
		t.Fatal(err)
	}
}

func TestNewerSchema(t *testing.T) {
	path := some(t, 1)
	script(t, path, "PRAGMA user_version = 99")
	refused(t, path, sqlite.Options{}, fault.Newer)
	refused(t, path, sqlite.Options{ReadOnly: true}, fault.Newer)
}

// TestOldSchemas opens a dump of every older schema, and finds in it all that
// was put there.
func TestOldSchemas(t *testing.T) {
	dumps, err := filepath.Glob("testdata/schema-*.sql")
	if err != nil || len(dumps) < sqlite.Schema()-1 {
		t.Fatalf("%d dumps of %d older schemas: keep one of each", len(dumps), sqlite.Schema()-1)
	}
	for _, dump := range dumps {
		t.Run(filepath.Base(dump), func(t *testing.T) {
			text, err := os.ReadFile(dump)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "old.sitrep")
			script(t, path, string(text))
			refused(t, path, sqlite.Options{ReadOnly: true}, fault.Permission)
			s := open(t, path, sqlite.Options{})
			defer s.Close()
			old(t, s)
		})
	}
}

// old checks the content of the dumps.
func old(t *testing.T, s *sqlite.Store) {
	h, err := s.Health(t.Context(), true)
	if err != nil || h.Schema != sqlite.Schema() || h.Reports != 3 || h.Superseded != 1 || h.Statements != 4 || h.DeadLetters != 1 || len(h.Problems) > 0 {
		t.Fatalf("health: %+v, %v", h, err)
	}
	f, err := s.Figures(t.Context(), archive.RecordQuery{What: "killed"})
	if err != nil || f.Total != 2 || f.Items[0].Report.Title != "Storm, corrected" || *f.Items[0].Record.Value != 11 || f.Items[0].Statement == nil {
		t.Errorf("figures: %+v, %v", f, err)
	}
	p, err := s.Positions(t.Context(), archive.RecordQuery{Actor: "ada-vale"})
	if err != nil || p.Total != 2 {
		t.Errorf("positions: %+v, %v", p, err)
	}
	hits, err := s.SearchStatements(t.Context(), archive.SearchQuery{Words: "zurich"})
	if err != nil || hits.Total != 1 {
		t.Errorf("search: %+v, %v", hits, err)
	}
	v, err := s.VersionsAt(t.Context(), "https://gazette.example.org/1")
	if err != nil || len(v) != 2 || !v[1].Latest {
		t.Errorf("versions: %+v, %v", v, err)
	}
}

func TestDamaged(t *testing.T) {
	path := some(t, 50)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for at := 4096; at+4096 <= len(whole); at += 4096 {
		broken := bytes.Clone(whole)
		copy(broken[at:at+4096], bytes.Repeat([]byte{0x5a}, 4096))
		write(t, path, string(broken))
		s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
		if err != nil {
			if fault.KindOf(err) != fault.Broken {
				t.Errorf("page %d: %v", at/4096, err)
			}
			found++
			continue
		}
		h, err := s.Health(t.Context(), true)
		if err != nil && fault.KindOf(err) != fault.Broken {
			t.Errorf("page %d: %v", at/4096, err)
		}
		if err != nil || len(h.Problems) > 0 {
			found++
		}
		s.Close()
	}
	if pages := len(whole)/4096 - 1; found != pages {
		t.Errorf("%d of %d damaged pages were noticed", found, pages)
	}
	write(t, path, string(whole[:len(whole)/2]))
	if s, err := sqlite.Open(t.Context(), path, sqlite.Options{}); err == nil {
		if h, err := s.Health(t.Context(), true); err == nil && len(h.Problems) == 0 {
			t.Error("an archive that was cut off passed for whole")
		}
		s.Close()
	}
}

func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.sitrep")
	s := open(t, path, sqlite.Limited(sqlite.Options{Create: true}, 80, 0))
	n := 0
	var err error
	for ; n < 1000 && err == nil; n++ {
		_, err = s.Add(t.Context(), reading(n))
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind != fault.Full || f.Hint == "" {
		t.Fatalf("after %d reports: %v", n, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path, sqlite.Options{})
	defer s.Close()
	h, err := s.Health(t.Context(), true)
	if err != nil || h.Reports != n-1 || len(h.Problems) > 0 {
		t.Errorf("%d reports were acknowledged; health %+v, %v", n-1, h, err)
	}
}

func TestBusy(t *testing.T) {
	path := some(t, 1)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	s := open(t, path, sqlite.Limited(sqlite.Options{}, 0, 50*time.Millisecond))
	defer s.Close()
	_, err = s.Add(t.Context(), reading(2))
	if fault.KindOf(err) != fault.Busy {
		t.Errorf("Add beside another's transaction: %v", err)
	}
	if p, err := s.List(t.Context(), archive.Query{}); err != nil || p.Total != 1 {
		t.Errorf("reading beside another's transaction: %d, %v", p.Total, err)
	}
	if _, err := conn.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), reading(2)); err != nil {
		t.Errorf("Add afterwards: %v", err)
	}
}
