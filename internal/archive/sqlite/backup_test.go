package sqlite_test

import (
	"os"
	"path/filepath"
	"testing"

	"sitrep/internal/archive/sqlite"
	"sitrep/internal/fault"
)

func reports(t *testing.T, path string) int {
	t.Helper()
	s := open(t, path, sqlite.Options{})
	defer s.Close()
	h, err := s.Health(t.Context(), true)
	if err != nil || len(h.Problems) > 0 {
		t.Fatalf("health: %+v, %v", h, err)
	}
	return h.Reports
}

func TestBackup(t *testing.T) {
	path := some(t, 20)
	s := open(t, path, sqlite.Options{})
	defer s.Close()
	backup := filepath.Join(t.TempDir(), "backup.sitrep")
	done := make(chan error)
	go func() { // adding goes on meanwhile
		for i := 100; i < 120; i++ {
			if _, err := s.Add(t.Context(), reading(i)); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if n := reports(t, backup); n < 20 || n > 40 {
		t.Errorf("the backup holds %d reports", n)
	}
	if err := s.Backup(t.Context(), backup); fault.KindOf(err) != fault.Exists {
		t.Errorf("over a file that is there: %v", err)
	}
	if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "no", "folder", "b")); err == nil {
		t.Error("into a folder that is not there")
	}
}

func TestRestore(t *testing.T) {
	backup, path := some(t, 5), some(t, 9)
	if _, err := sqlite.Restore(t.Context(), backup, path, false); fault.KindOf(err) != fault.Exists {
		t.Errorf("without force: %v", err)
	}
	s := open(t, path, sqlite.Options{})
	if _, err := s.Add(t.Context(), reading(77)); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Restore(t.Context(), backup, path, true); fault.KindOf(err) != fault.Busy {
		t.Errorf("while it is open: %v", err)
	}
	s.Close()
	kept, err := sqlite.Restore(t.Context(), backup, path, true)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := reports(t, path), reports(t, kept); a != 5 || b != 10 {
		t.Errorf("restored %d reports, kept %d", a, b)
	}
	fresh := filepath.Join(t.TempDir(), "deep", "er", "archive.sitrep")
	if _, err := sqlite.Restore(t.Context(), backup, fresh, false); err != nil || reports(t, fresh) != 5 {
		t.Errorf("where there was none: %v", err)
	}

	// A damaged archive may be replaced; a damaged backup replaces nothing.
	write(t, path, "damaged")
	if _, err := sqlite.Restore(t.Context(), backup, path, true); err != nil || reports(t, path) != 5 {
		t.Errorf("over a damaged archive: %v", err)
	}
	data, _ := os.ReadFile(backup)
	for i := len(data) / 2; i < len(data)/2+4096; i++ {
		data[i] = 0x5a
	}
	write(t, backup, string(data))
	if _, err := sqlite.Restore(t.Context(), backup, path, true); err == nil {
		t.Error("a damaged backup was restored")
	}
	if reports(t, path) != 5 {
		t.Error("the archive was lost")
	}
	if _, err := sqlite.Restore(t.Context(), path, path, true); fault.KindOf(err) != fault.Usage {
		t.Errorf("from itself: %v", err)
	}
	left, _ := filepath.Glob(path + "*restored*")
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
