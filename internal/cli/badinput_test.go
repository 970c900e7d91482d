package cli

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep/internal/archive/sqlite"
)

// sitrep runs a command line in this process.
func sitrep(t *testing.T, in string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Run(t.Context(), args, Streams{In: strings.NewReader(in), Out: &o, Err: &e})
	return code, o.String(), e.String()
}

// home keeps tests from the person's own settings and archive.
func home(t *testing.T) (dir, path string) {
	t.Helper()
	dir = t.TempDir()
	path = filepath.Join(dir, "archive.sitrep")
	for _, v := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"} {
		t.Setenv(v, dir)
	}
	t.Setenv("SITREP_SETTINGS", "")
	t.Setenv("SITREP_ARCHIVE", path)
	return dir, path
}

// hundred writes a file of 100 MB of text without line breaks.
func hundred(t *testing.T, path, opening string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	fmt.Fprint(f, opening)
	part := strings.Repeat("The harbour of Eastmere is open. ", 1<<15)
	for n := 0; n < 100<<20; n += len(part) {
		if _, err := f.WriteString(part); err != nil {
			t.Fatal(err)
		}
	}
}

const good = "Ada Vale said on Monday that the harbour is open again after the storm."

func TestBadInput(t *testing.T) {
	dir, _ := home(t)
	next := time.Now().AddDate(0, 1, 0).Format(time.DateOnly)
	for _, c := range []struct {
		name, content string
		code          int
		says          string // about what is wrong
		hint          string
	}{
		{"absent.txt", "\x00absent", 4, "no such file", "check the name"},
		{"empty.txt", "", 3, "empty", "check that it was saved"},
		{"empty.jsonl", "", 3, "empty", "check that it was saved"},
		{"blank.txt", " \n\t\n", 3, "no text", "leave it out"},
		{"binary.txt", "text\x00\x01\x02\x03", 3, "NUL", "export it as text"},
		{"paper.txt", "%PDF-1.7 ...", 3, "PDF", "export it as text"},
		{"encoding.txt", "\x81\x8d\x8f\x90\x9d\x81\x8d", 3, "encoding", "UTF-8"},
		{"encoding.jsonl", "{\"text\":\"caf\xe9\"}", 3, "line 1: the line is not valid UTF-8", "save the file in UTF-8"},
		{"large.txt", "\x00large", 3, "more than 32 MB", "cut it into its reports"},
		{"large.jsonl", "\x00large", 3, "more than 32 MB", "cut it into its reports"},
		{"long.txt", strings.Repeat("a ", 5<<20), 3, "most is 8 MB", "cut it into its reports"},
		{"page.html", "<html><body><nav><a href=/>Home</a></nav></body></html>", 3, "no article", "its text alone"},
		{"broken.jsonl", `{"text":"It was`, 3, "line 1: the line is no JSON after byte", "mend the line"},
		{"fields.jsonl", `{"title":"x","date":"2022-02-01"}`, 3, `no field "text"`, "docs/ingest.md"},
		{"kind.jsonl", `{"text":["a"]}`, 3, `"text" is an array`, "docs/ingest.md"},
		{"future.jsonl", `{"text":"It was.","date":"` + next + `"}`, 3, "in the future", "correct the date"},
		{"old.jsonl", `{"text":"It was.","date":"1899-12-31"}`, 3, "before 1900", "correct the date"},
		{"nodate.jsonl", `{"text":"It was.","date":"soon"}`, 3, "cannot be read", "2023-09-14"},
		{"cut.jsonl.gz", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xabV*I\xad(Q\xb2R", 3, "damaged or cut off", "fetch the file again"},
		{"nogzip.txt.gz", "\x1f\x8bxx", 3, "damaged", "fetch the file again"},
	} {
		path := filepath.Join(dir, c.name)
		switch c.content {
		case "\x00absent":
		case "\x00large":
			hundred(t, path, map[bool]string{true: `{"text":"`, false: ""}[strings.HasSuffix(c.name, "jsonl")])
		default:
			if err := os.WriteFile(path, []byte(c.content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		code, out, errs := sitrep(t, "", "read", "--format", "json", path)
		if code != c.code || out != "" {
			t.Errorf("read %s: code %d, want %d; it printed %.80q", c.name, code, c.code, out)
		}
		for _, want := range []string{path, c.says, c.hint} {
			if !strings.Contains(errs, want) || strings.Count(errs, "\n") != 1 {
				t.Errorf("read %s: want one line with %q, got %q", c.name, want, errs)
			}
		}
		// Beside a good one: the good one is kept, the bad one is a dead letter.
		fine := filepath.Join(dir, "fine.txt")
		os.WriteFile(fine, []byte(good), 0o644)
		code, out, _ = sitrep(t, "", "add", path, fine)
		if code != 10 || !strings.Contains(out, c.says) || !strings.Contains(out, path) {
			t.Errorf("add %s: code %d, want 10: %s", c.name, code, out)
		}
		os.Remove(path)
	}
	code, out, _ := sitrep(t, "", "doctor", "--limit", "100")
	if code != 0 || !strings.Contains(out, "1 report, 0 of them") || !strings.Contains(out, "refused   19 reports") || !strings.Contains(out, "broken.jsonl, line 1: the line is no JSON") {
		t.Errorf("doctor: code %d: %s", code, out)
	}
}

func TestBrokenInTheMiddle(t *testing.T) {
	_, path := home(t)
	lines := `{"text":"First said so."}` + "\n" + `{"text":"Sec` + "\n" + `{"text":"Third said so."}` + "\n"
	code, out, _ := sitrep(t, lines, "add", "-")
	if code != 10 || !strings.Contains(out, "2 added, 0 known already, 1 refused") || !strings.Contains(out, "standard input, line 2") {
		t.Errorf("code %d: %s", code, out)
	}
	code, out, _ = sitrep(t, lines, "add", "-")
	if code != 10 || !strings.Contains(out, "0 added, 2 known already, 1 refused") {
		t.Errorf("again: code %d: %s", code, out)
	}
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	letters, err := s.Letters(t.Context(), 0, 0)
	s.Close()
	if err != nil || letters.Total != 1 || letters.Items[0].Times != 2 {
		t.Fatalf("letters: %+v, %v", letters, err)
	}
	code, out, _ = sitrep(t, "", "doctor", "--letter", letters.Items[0].ID)
	if code != 0 || out != "{\"text\":\"Sec\n" {
		t.Errorf("letter: code %d, %q", code, out)
	}
	if code, out, _ = sitrep(t, "", "doctor", "--forget", "all"); code != 0 || !strings.Contains(out, "1 refused report removed") {
		t.Errorf("forget: code %d: %s", code, out)
	}
	code, out, errs := sitrep(t, lines, "read", "--format", "json", "-")
	if code != 10 || strings.Count(out, "\n") != 2 || !strings.Contains(errs, "line 2") {
		t.Errorf("read: code %d, %d lines, %q", code, strings.Count(out, "\n"), errs)
	}
}

func TestBadArchive(t *testing.T) {
	dir, path := home(t)
	text := filepath.Join(dir, "notes.txt")
	os.WriteFile(text, []byte("These are notes."), 0o644)
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"doctor"}, 4, "there is no archive here; make one with sitrep add"},
		{[]string{"add", "--archive", text, "-"}, 3, "not an archive of sitrep; name another with --archive"},
		{[]string{"add", "--archive", dir, "-"}, 3, "an archive is one file"},
		{[]string{"serve", "--archive", text}, 3, "not an archive of sitrep"},
		{[]string{"backup", filepath.Join(dir, "b")}, 4, "there is no archive here"},
		{[]string{"restore", text}, 3, "not an archive of sitrep"},
		{[]string{"restore", filepath.Join(dir, "absent")}, 4, "no archive here"},
		{[]string{"add", "--published", "2999-01-01", "-"}, 2, "write a day that has been"},
		{[]string{"add", "--encoding", "nonsense", "-"}, 10, ""},
		{[]string{"read", "--nonsense"}, 2, "unknown flag"},
	} {
		code, out, errs := sitrep(t, good, c.args...)
		if code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("%v: code %d, want %d: %s%s", c.args, code, c.code, out, errs)
		}
	}
	if _, err := os.Stat(path); err == nil {
		os.Remove(path)
	}
	t.Setenv("SITREP_SETTINGS", text)
	if code, _, errs := sitrep(t, good, "add", "-"); code != 3 || !strings.Contains(errs, text) {
		t.Errorf("settings that are none: code %d: %s", code, errs)
	}
}

func TestPortInUse(t *testing.T) {
	_, path := home(t)
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	code, _, errs := sitrep(t, "", "serve", "--addr", l.Addr().String())
	if code != 7 || !strings.Contains(errs, l.Addr().String()) || !strings.Contains(errs, "--addr") {
		t.Errorf("code %d: %s", code, errs)
	}
}

// TestExitCodesInHelp holds the list of exit codes in the help against the code.
func TestExitCodesInHelp(t *testing.T) {
	code, out, _ := sitrep(t, "", "--help")
	if code != 0 {
		t.Fatalf("code %d", code)
	}
	for i := range 11 {
		if !strings.Contains(strings.Join(strings.Fields(out), " "), fmt.Sprintf("%d ", i)) {
			t.Errorf("the help does not list code %d", i)
		}
	}
}

func TestAddFolderAndBack(t *testing.T) {
	dir, path := home(t)
	in := filepath.Join(dir, "in", "deeper")
	if err := os.MkdirAll(in, 0o755); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(in, "one.txt"), []byte(good), 0o644)
	os.WriteFile(filepath.Join(in, "two.jsonl"), []byte(`{"text":"Bo Reed denied it.","url":"https://example.org/2","outlet":"Herald","date":"2023-09-14"}`), 0o644)
	os.WriteFile(filepath.Join(in, "picture.png"), []byte("\x89PNG"), 0o644)
	os.WriteFile(filepath.Join(in, ".hidden.txt"), []byte("hidden"), 0o644)
	code, out, errs := sitrep(t, "", "add", filepath.Join(dir, "in"), "--outlet", "Gazette")
	if code != 0 || !strings.Contains(out, "2 added") || !strings.Contains(out, "1 file left out") {
		t.Fatalf("code %d: %s%s", code, out, errs)
	}
	os.WriteFile(filepath.Join(in, "two.jsonl"), []byte(`{"text":"Bo Reed did not deny it.","url":"https://example.org/2","outlet":"Herald","date":"2023-09-14"}`), 0o644)
	if code, out, _ = sitrep(t, "", "add", filepath.Join(dir, "in"), "--outlet", "Gazette"); code != 0 || !strings.Contains(out, "1 added, 1 known already, 0 refused; 1 of the added correct") {
		t.Errorf("again: code %d: %s", code, out)
	}
	if code, out, _ = sitrep(t, "", "add", "--again", filepath.Join(dir, "in"), "--outlet", "Gazette"); code != 0 || !strings.Contains(out, "2 read anew") {
		t.Errorf("read anew: code %d: %s", code, out)
	}
	backup := filepath.Join(dir, "backup.sitrep")
	if code, out, errs = sitrep(t, "", "backup", backup); code != 0 || !strings.Contains(out, "was checked") {
		t.Errorf("backup: code %d: %s%s", code, out, errs)
	}
	if code, _, errs = sitrep(t, "", "restore", backup); code != 7 || !strings.Contains(errs, "--force") {
		t.Errorf("restore: code %d: %s", code, errs)
	}
	os.Remove(path)
	if code, out, errs = sitrep(t, "", "restore", backup); code != 0 || !strings.Contains(out, "3 reports again") {
		t.Errorf("restore: code %d: %s%s", code, out, errs)
	}
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if v, err := s.VersionsAt(t.Context(), "https://example.org/2"); err != nil || len(v) != 2 {
		t.Errorf("versions: %+v, %v", v, err)
	}
	if o, err := s.Outlets(t.Context()); err != nil || len(o) != 2 || o[0].Name != "Gazette" {
		t.Errorf("outlets: %+v, %v", o, err)
	}
}
