package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/internal/cli"
)

// lineRun runs one command line over an archive of its own.
func lineRun(t *testing.T, archive string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	args = append(args, "--archive", archive)
	code = cli.Run(t.Context(), args, cli.Streams{In: strings.NewReader(""), Out: &o, Err: &e})
	return code, o.String(), e.String()
}

func TestLineCommands(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "a.sitrep")
	const maps = "../../corpus/sample/line"
	for _, c := range []struct {
		args []string
		code int
		want string // in either output
	}{
		{[]string{"line", "show"}, 4, "there is no archive"},
		{[]string{"line", "add", maps, "--date", "yesterday"}, 2, "YYYY-MM-DD"},
		{[]string{"line", "add", "nowhere"}, 4, "nowhere"},
		{[]string{"line", "add", maps}, 0, "4 added, 0 known already, 0 refused"},
		{[]string{"line", "add", maps + "/*_2023-*.geojson"}, 0, "0 added, 2 known already"},
		{[]string{"line", "add", "../outline/data"}, 4, "no GeoJSON file"},
		{[]string{"line", "add", "line.go", maps}, 10, "1 refused"},
		{[]string{"line", "add", "line.go"}, 3, "not GeoJSON"},
		{[]string{"line", "show"}, 0, "map of 2023-12-20"},
		{[]string{"line", "show", "--on", "2023-12-22", "--by", "sector"}, 0, "2 days older"},
		{[]string{"line", "show", "--on", "2022-12-22"}, 0, "no map for 2022-12-22"},
		{[]string{"line", "show", "--on", "22 December"}, 2, "YYYY-MM-DD"},
		{[]string{"line", "show", "--gap", "60", "--on", "2022-12-22"}, 0, "map of 2022-11-14"},
		{[]string{"line", "show", "--format", "csv"}, 0, "source,holder,kind"},
		{[]string{"line", "show", "--tolerance", "0"}, 2, "above 0"},
		{[]string{"line", "changes", "--since", "2022-11-14"}, 0, "gained"},
		{[]string{"line", "changes", "--since", "2022-11-14", "--by", "sector", "--format", "csv"}, 0, "Donetsk"},
		{[]string{"line", "changes"}, 2, "--since"},
		{[]string{"line", "at", "48", "37.8", "--on", "2023-12-20"}, 0, "held by RUS"},
		{[]string{"line", "at", "50.45", "30.5", "--on", "2023-12-20"}, 0, "not held by RUS"},
		{[]string{"line", "at", "95", "30.5"}, 2, "latitude"},
		{[]string{"line", "check"}, 0, "no claim about the line"},
		{[]string{"line", "show", "--boundary", "line.go"}, 3, "not GeoJSON"},
		{[]string{"line", "show", "--boundary", maps + "/sketch_2023-12-20.geojson"}, 0, "sketch_2023-12-20.geojson"},
	} {
		code, out, errs := lineRun(t, archive, c.args...)
		if code != c.code || !strings.Contains(out+errs, c.want) {
			t.Errorf("%v: %d, want %d and %q\n%s%s", c.args, code, c.code, c.want, out, errs)
		}
	}
}

func TestLineJSON(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "a.sitrep")
	if code, out, errs := lineRun(t, archive, "line", "add", "--json", "../../corpus/sample/line"); code != 0 || strings.Count(out, `"status":"added"`) != 4 {
		t.Fatalf("%d %s %s", code, out, errs)
	}
	for _, format := range []string{"json", "geojson"} {
		for _, args := range [][]string{{"line", "show", "--format", format}, {"line", "changes", "--since", "2022-11-14", "--format", format}} {
			code, out, errs := lineRun(t, archive, args...)
			if code != 0 || !json.Valid([]byte(out)) {
				t.Errorf("%v: %d %s", args, code, errs)
			}
		}
	}
}

// TestLineAddWhole: of a file with one bad feature nothing is added.
func TestLineAddWhole(t *testing.T) {
	dir := t.TempDir()
	bad := `{"type":"FeatureCollection","features":[
		{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,48],[31,48],[31,49],[30,48]]]}},
		{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,148],[31,148],[31,149],[30,148]]]}}]}`
	file := filepath.Join(dir, "map_2030-05-01.geojson")
	if err := os.WriteFile(file, []byte(bad), 0o600); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(dir, "a.sitrep")
	code, out, errs := lineRun(t, archive, "line", "add", file)
	if code != 3 || !strings.Contains(errs, "map_2030-05-01.geojson, feature 2") {
		t.Errorf("%d %s %s", code, out, errs)
	}
	if code, _, errs := lineRun(t, archive, "line", "show"); code != 4 {
		t.Errorf("half was added: %d %s", code, errs)
	}
}
