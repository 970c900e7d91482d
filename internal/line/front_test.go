package line

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep/internal/earth"
	"sitrep/internal/gold"
	"sitrep/internal/outline"
)

func load(t testing.TB, file string) Map {
	t.Helper()
	f := filepath.Join(gold.Path(t, "line"), file)
	data, err := os.ReadFile(f)
	if err != nil {
		t.Fatal(err)
	}
	maps, err := Read(f, data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return maps[0]
}

func TestProbe(t *testing.T) {
	l, _ := outline.Ukraine()
	for _, tol := range []float64{3, 4, 5, 6, 7} {
		b := NewBoundary(l, tol)
		for _, n := range []string{"deepstatemap_data_20240708.geojson", "deepstatemap_data_20250906.geojson", "deepstatemap_data_20260817.geojson"} {
			m := load(t, n)
			s := time.Now()
			f := b.front(m.Area)
			d := time.Since(s)
			t.Log(tol, m.Day, m.SquareKM(), len(f), lengths(f), d)
		}
	}
	b := NewBoundary(l, 5)
	var sb strings.Builder
	m := load(t, "deepstatemap_data_20260817.geojson")
	e := earth.WGS84().Flat(earth.Point{Lon: 36, Lat: 48})
	fmt.Fprintf(&sb, `<svg xmlns="http://www.w3.org/2000/svg" width="1800" height="1700" viewBox="-300000 -310000 650000 620000">`)
	draw := func(p earth.Path, col string, w int) {
		sb.WriteString(`<path fill="none" stroke="` + col + `" stroke-width="` + fmt.Sprint(w) + `" d="M`)
		for _, q := range p {
			x, y := e.XY(q)
			fmt.Fprintf(&sb, "%.0f %.0f ", x, -y)
		}
		sb.WriteString(`"/>`)
	}
	for _, p := range l.Outline() {
		draw(p, "#888", 600)
	}
	for _, p := range m.Area.Paths() {
		draw(p, "#00c", 900)
	}
	for _, p := range b.front(m.Area) {
		draw(p, "#e00", 2000)
	}
	sb.WriteString("</svg>")
	os.WriteFile("/work/tmp/line/front.svg", []byte(sb.String()), 0o644)
}
