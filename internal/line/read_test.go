package line

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sitrep/internal/earth"
	"sitrep/internal/gold"
)

// TestAreasAgainstPlanimeter holds every map of the measuring data against
// GeographicLib's Planimeter, where that is installed.
func TestAreasAgainstPlanimeter(t *testing.T) {
	tool, err := exec.LookPath("Planimeter")
	if err != nil {
		t.Skip("SKIPPED, NOT TESTED: no Planimeter; apt-get install geographiclib-tools")
	}
	files, _ := filepath.Glob(filepath.Join(gold.Path(t, "line"), "deepstate*.geojson"))
	if len(files) < 10 {
		t.Fatalf("%d files", len(files))
	}
	worst := 0.0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		maps, err := Read(f, data, Options{})
		if err != nil || len(maps) != 1 {
			t.Fatalf("%s: %d maps, %v", f, len(maps), err)
		}
		if len(maps[0].Notes) > 0 {
			t.Logf("%s: %v", maps[0].Day, maps[0].Notes)
		}
		var want float64
		for _, p := range maps[0].Area {
			for _, r := range p {
				want += planimeter(t, tool, r)
			}
		}
		got := maps[0].SquareKM()
		worst = max(worst, math.Abs(got-want/1e6)/got)
	}
	t.Logf("%d files, worst %.2g", len(files), worst)
	if worst > 1e-9 {
		t.Errorf("worst relative difference %g", worst)
	}
}

func planimeter(t *testing.T, tool string, r earth.Ring) float64 {
	var b strings.Builder
	for _, p := range r {
		b.WriteString(strconv.FormatFloat(p.Lat, 'f', -1, 64) + " " + strconv.FormatFloat(p.Lon, 'f', -1, 64) + "\n")
	}
	c := exec.Command(tool, "-p", "6")
	c.Stdin = strings.NewReader(b.String())
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	a, err := strconv.ParseFloat(strings.Fields(string(out))[2], 64)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
