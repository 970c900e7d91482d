package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGazetteerAdd: what a person adds is known to the next command.
func TestGazetteerAdd(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("SITREP_ARCHIVE", filepath.Join(dir, "archive.sitrep"))
	table := filepath.Join(dir, "mine.tsv")
	if err := os.WriteFile(table, []byte("name_en\tname_uk\toblast\tlat\tlon\tsource\nQorvynka\tКорвинка\tDonetsk Oblast\t48.4\t37.4\thromada centroid\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(in string, args ...string) (int, string) {
		var out, errs bytes.Buffer
		code := Run(context.Background(), args, Streams{In: strings.NewReader(in), Out: &out, Err: &errs})
		return code, out.String() + errs.String()
	}
	text := "Shells hit the village of Qorvynka at noon."
	if code, out := run(text, "read", "--format", "json"); code != 0 || !strings.Contains(out, "not in the gazetteer") {
		t.Errorf("before: exit %d, %s", code, out)
	}
	if code, out := run("", "gazetteer", "add", table); code != 0 || !strings.Contains(out, "1 places read") {
		t.Fatalf("add: exit %d, %s", code, out)
	}
	if code, out := run(text, "read", "--format", "json"); code != 0 || !strings.Contains(out, `"lat":48.4`) || !strings.Contains(out, `"precision":10,`) || !strings.Contains(out, `"admin1":"Donetsk Oblast"`) {
		t.Errorf("after: exit %d, %s", code, out)
	}
	if code, out := run("", "gazetteer"); code != 0 || !strings.Contains(out, "bundled") || !strings.Contains(out, "mine.gaz") {
		t.Errorf("list: exit %d, %s", code, out)
	}
	bad := filepath.Join(dir, "bad.tsv")
	if err := os.WriteFile(bad, []byte("hello\nworld\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out := run("", "gazetteer", "add", bad); code != 3 || !strings.Contains(out, "name its columns") {
		t.Errorf("a text that is no table: exit %d, %s", code, out)
	}
}
