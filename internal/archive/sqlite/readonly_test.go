package sqlite_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sitrep/internal/archive"
	"sitrep/internal/archive/sqlite"
	"sitrep/internal/fault"
)

// TestReadOnly lets a process that may not write open an archive: to be read it
// can, to be written it is refused. The superuser may write everywhere, so the
// test starts itself again as nobody.
func TestReadOnly(t *testing.T) {
	if path := os.Getenv("SITREP_TEST_READONLY"); path != "" {
		readOnly(t, path)
		return
	}
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED, NOT TESTED: permissions of folders work otherwise here")
	}
	path := some(t, 3)
	for dir := filepath.Dir(path); dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(path), 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Dir(path), 0o755) // so that it can be removed
	if os.Geteuid() != 0 {
		readOnly(t, path)
		return
	}
	// The test's own program may lie where nobody may go.
	self := filepath.Join(t.TempDir(), "self")
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(self, program, 0o755); err != nil {
		t.Fatal(err)
	}
	for dir := filepath.Dir(self); dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		os.Chmod(dir, 0o755)
	}
	cmd := exec.Command(self, "-test.run=^TestReadOnly$", "-test.v")
	cmd.Dir = filepath.Dir(path)
	cmd.Env = append(os.Environ(), "SITREP_TEST_READONLY="+path)
	asNobody(cmd)
	out, err := cmd.CombinedOutput()
	if errors.Is(err, os.ErrPermission) {
		t.Skipf("SKIPPED, NOT TESTED: this machine does not let a test run as nobody: %v", err)
	}
	if err != nil || !strings.Contains(string(out), "PASS: TestReadOnly") {
		t.Errorf("%v\n%s", err, out)
	}
}

func readOnly(t *testing.T, path string) {
	if os.Geteuid() == 0 {
		t.Fatal("still the superuser")
	}
	refused(t, path, sqlite.Options{}, fault.Permission)
	refused(t, path, sqlite.Options{Create: true}, fault.Permission)
	refused(t, filepath.Join(filepath.Dir(path), "new.sitrep"), sqlite.Options{Create: true}, fault.Permission)
	s := open(t, path, sqlite.Options{ReadOnly: true})
	defer s.Close()
	h, err := s.Health(t.Context(), true)
	if err != nil || h.Reports != 3 || !h.ReadOnly || len(h.Problems) > 0 {
		t.Errorf("health: %+v, %v", h, err)
	}
	if p, err := s.SearchReports(t.Context(), archive.SearchQuery{Words: "harbour"}); err != nil || p.Total != 3 {
		t.Errorf("search: %d, %v", p.Total, err)
	}
	_, err = s.Add(t.Context(), reading(9))
	if fault.KindOf(err) != fault.Permission {
		t.Errorf("Add: %v", err)
	}
	if err := s.Bury(t.Context(), archive.DeadLetter{}); fault.KindOf(err) != fault.Permission {
		t.Errorf("Bury: %v", err)
	}
	if _, err := s.Forget(t.Context()); fault.KindOf(err) != fault.Permission {
		t.Errorf("Forget: %v", err)
	}
	fmt.Println("as user", os.Geteuid())
}
