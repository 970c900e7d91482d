package earth_test

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"sitrep/internal/earth"
)

// lines gives the lines of a file of testdata without its comments.
func lines(t testing.TB, name string) []string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if l := s.Text(); !strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		t.Fatalf("%s holds no case", name)
	}
	return out
}

// TestAgainstGeodSolve holds both geodesic problems and the area under a line
// against GeographicLib's GeodSolve.
func TestAgainstGeodSolve(t *testing.T) {
	for _, c := range []struct {
		file   string
		e      *earth.Ellipsoid
		metres float64 // tolerance
		area   float64 // tolerance in square metres
	}{
		{"wgs84.txt", earth.WGS84(), 1e-7, 5}, // near antipodes the course, and so the area, is ill-conditioned
		{"flat150.txt", earth.NewEllipsoid(6400000, 1./150), 1e-6, 100},
	} {
		var worst, worstArea, worstDirect float64
		for _, l := range lines(t, c.file) {
			var p, q earth.Point
			var azi1, azi2, s, skip, under float64
			if _, err := fmt.Sscan(l, &p.Lat, &p.Lon, &azi1, &q.Lat, &q.Lon, &azi2, &s, &skip, &skip, &skip, &skip, &under); err != nil {
				t.Fatalf("%s: %v", l, err)
			}
			g := c.e.Inverse(p, q)
			d, da := math.Abs(g.Length-s), math.Abs(g.Under-under)
			if !(d <= c.metres) {
				t.Errorf("%s: %v to %v: %.9f m, want %.9f", c.file, p, q, g.Length, s)
			}
			ambiguous := math.Abs(math.Abs(p.Lon-q.Lon)-180) < 1e-9 // either way round is shortest
			if !ambiguous && !(da <= c.area) {
				t.Errorf("%s: %v to %v: area %.3f, want %.3f (%v %v)", c.file, p, q, g.Under, under, g, azi1)
			}
			worst = max(worst, d)
			if !ambiguous {
				worstArea = max(worstArea, da)
			}
			end := c.e.Direct(p, g.Azimuth1, g.Length)
			miss := c.e.Distance(end, q)
			if !(miss <= 2*c.metres) {
				t.Errorf("%s: %v to %v: direct misses by %g m", c.file, p, q, miss)
			}
			worstDirect = max(worstDirect, miss)
		}
		t.Logf("%s: worst error %.2g m, %.2g m² under a line, direct %.2g m", c.file, worst, worstArea, worstDirect)
	}
}

// TestAgainstPlanimeter holds rings against GeographicLib's Planimeter.
func TestAgainstPlanimeter(t *testing.T) {
	e := earth.WGS84()
	var ring earth.Ring
	rings, worst := 0, 0.0
	for _, l := range lines(t, "planimeter.txt") {
		if rest, ok := strings.CutPrefix(l, "end "); ok {
			var n, perimeter, area float64
			fmt.Sscan(rest, &n, &perimeter, &area)
			got := e.RingArea(ring)
			if math.Abs(got-area) > 0.5 || math.Abs(e.Perimeter(ring)-perimeter) > 1e-4 {
				t.Errorf("ring of %v points: %.3f m² and %.5f m, want %.3f and %.5f", n, got, e.Perimeter(ring), area, perimeter)
			}
			worst = max(worst, math.Abs(got-area)/math.Abs(area))
			rings, ring = rings+1, nil
			continue
		}
		var p earth.Point
		if _, err := fmt.Sscan(l, &p.Lat, &p.Lon); err == nil {
			ring = append(ring, p)
		}
	}
	if rings < 10 {
		t.Fatalf("%d rings read", rings)
	}
	t.Logf("%d rings, worst relative error %.2g", rings, worst)
}

func TestRingAreaSigns(t *testing.T) {
	e := earth.WGS84()
	square := earth.Ring{{Lon: 30, Lat: 48}, {Lon: 31, Lat: 48}, {Lon: 31, Lat: 49}, {Lon: 30, Lat: 49}}
	back := earth.Ring{square[3], square[2], square[1], square[0]}
	if a, b := e.RingArea(square), e.RingArea(back); a <= 0 || math.Abs(a+b) > 1e-3 {
		t.Errorf("areas %f and %f", a, b)
	}
	cap := earth.Ring{{Lon: 0, Lat: 80}, {Lon: 90, Lat: 80}, {Lon: 180, Lat: 80}, {Lon: -90, Lat: 80}}
	if a := e.RingArea(cap); a < 1e12 || a > 5e12 {
		t.Errorf("a polar cap has %g m²", a)
	}
	if a := e.RingArea(earth.Ring{{Lon: 1, Lat: 1}, {Lon: 1, Lat: 1}, {Lon: 1, Lat: 1}}); a != 0 {
		t.Errorf("a point has %g m²", a)
	}
}

func TestInvalidPoints(t *testing.T) {
	if d := earth.WGS84().Distance(earth.Point{Lat: 91}, earth.Point{}); !math.IsNaN(d) {
		t.Errorf("distance %f", d)
	}
}

// FuzzInverse: going a geodesic's length on its course ends where it should,
// and the way back is as long.
func FuzzInverse(f *testing.F) {
	f.Add(48.0, 37.0, 48.5, 37.5)
	f.Add(0.0, 0.0, 0.3, 179.8)
	f.Add(-90.0, 5.0, 90.0, 5.0)
	f.Fuzz(func(t *testing.T, lat1, lon1, lat2, lon2 float64) {
		p, q := earth.Point{Lon: lon1, Lat: lat1}, earth.Point{Lon: lon2, Lat: lat2}
		if !p.Valid() || !q.Valid() {
			return
		}
		e := earth.WGS84()
		g, back := e.Inverse(p, q), e.Inverse(q, p)
		if math.Abs(g.Length-back.Length) > 1e-6 || g.Length < 0 || g.Length > 20003932 {
			t.Fatalf("%v to %v: %f there, %f back", p, q, g.Length, back.Length)
		}
		if miss := e.Distance(e.Direct(p, g.Azimuth1, g.Length), q); !(miss < 1e-5) {
			t.Fatalf("%v to %v: direct misses by %g m", p, q, miss)
		}
	})
}

func BenchmarkInverse(b *testing.B) {
	e := earth.WGS84()
	b.ReportAllocs()
	for b.Loop() {
		e.Inverse(earth.Point{Lon: 37.1, Lat: 48.2}, earth.Point{Lon: 37.12, Lat: 48.21})
	}
}

// TestStraightArea: on a belt of meridians and parallels the area is known, and
// with short edges straight and geodesic areas agree.
func TestStraightArea(t *testing.T) {
	e := earth.WGS84()
	cap := earth.Ring{{Lon: -90, Lat: 0}, {Lon: 0, Lat: 0}, {Lon: 90, Lat: 0}, {Lon: 90, Lat: 90}, {Lon: 0, Lat: 90}, {Lon: -90, Lat: 90}}
	if got := e.StraightArea(cap) * 4 / e.SurfaceArea(); math.Abs(got-1) > 2e-3 { // one edge spans 90°, which is coarse
		t.Errorf("a quarter of the earth is %f of it", got)
	}
	var ring earth.Ring
	for i := range 5000 {
		a := float64(i) * math.Pi / 2500
		ring = append(ring, earth.Point{Lon: 36 + 3*math.Cos(a), Lat: 48 + 2*math.Sin(a)})
	}
	if s, g := e.StraightArea(ring), e.RingArea(ring); math.Abs(s/g-1) > 1e-6 {
		t.Errorf("straight %f, geodesic %f", s, g)
	}
}
