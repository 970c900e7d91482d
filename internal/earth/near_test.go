package earth_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"sitrep/internal/earth"
)

// TestNearest holds the distance to a line against a dense walk along it.
func TestNearest(t *testing.T) {
	e := earth.WGS84()
	r := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		var path earth.Path
		for range 12 {
			path = append(path, earth.Point{Lon: 33 + 6*r.Float64(), Lat: 46 + 4*r.Float64()})
		}
		p := earth.Point{Lon: 30 + 12*r.Float64(), Lat: 44 + 8*r.Float64()}
		want := math.Inf(1)
		for i := 1; i < len(path); i++ {
			for s := 0.0; s <= 1; s += 1. / 4000 {
				want = min(want, e.Distance(p, earth.Between(path[i-1], path[i], s)))
			}
		}
		if _, got := e.Nearest(p, []earth.Path{path}); math.Abs(got-want) > 20+want*1e-5 {
			t.Errorf("%v: %f m, want %f", p, got, want)
		}
	}
	if _, d := e.Nearest(earth.Point{}, nil); !math.IsInf(d, 1) {
		t.Errorf("no line at all lies %f m away", d)
	}
}

func TestHolds(t *testing.T) {
	square := func(w, s, e, n float64) earth.Ring {
		return earth.Ring{{Lon: w, Lat: s}, {Lon: e, Lat: s}, {Lon: e, Lat: n}, {Lon: w, Lat: n}}
	}
	a := earth.Area{{square(0, 0, 10, 10), square(4, 4, 6, 6)}, {square(20, 0, 30, 10)}}
	for _, c := range []struct {
		lon, lat float64
		want     bool
	}{{1, 1, true}, {5, 5, false}, {15, 5, false}, {25, 5, true}, {-1, 5, false}, {5, 11, false}} {
		if got := a.Holds(earth.Point{Lon: c.lon, Lat: c.lat}); got != c.want {
			t.Errorf("%v: %v", c, got)
		}
	}
}

func BenchmarkNearest(b *testing.B) {
	e := earth.WGS84()
	r := rand.New(rand.NewPCG(1, 2))
	path := make(earth.Path, 3000)
	for i := range path {
		path[i] = earth.Point{Lon: 33 + 6*float64(i)/3000 + r.Float64()/100, Lat: 47 + r.Float64()/100}
	}
	b.ReportAllocs()
	for b.Loop() {
		e.Nearest(earth.Point{Lon: 36, Lat: 48}, []earth.Path{path})
	}
}

// TestIndexes holds the grid and the bands against the plain ways.
func TestIndexes(t *testing.T) {
	e := earth.WGS84()
	r := rand.New(rand.NewPCG(3, 4))
	ring := make(earth.Ring, 200)
	for i := range ring {
		q := 1 + r.Float64()/20 // edges below about 10 km: longer ones bend in the plane
		ring[i] = earth.Point{Lon: 35 + q*math.Cos(float64(i)*math.Pi/100), Lat: 48 + q*math.Sin(float64(i)*math.Pi/100)}
	}
	area := earth.Area{{ring}}
	grid, within := e.NewGrid(area.Paths(), 0.1), earth.NewWithin(area)
	for range 500 {
		p := earth.Point{Lon: 31 + 8*r.Float64(), Lat: 44 + 8*r.Float64()}
		if got, want := within.Holds(p), area.Holds(p); got != want {
			t.Fatalf("%v: %v, want %v", p, got, want)
		}
		_, want := e.Nearest(p, area.Paths())
		_, got, ok := grid.Near(p, 1e6)
		if !ok || math.Abs(got-want) > 1+want*2e-3 {
			t.Fatalf("%v: %f m (%v), want %f", p, got, ok, want)
		}
		if _, _, ok := grid.Near(p, want*0.98); ok {
			t.Fatalf("%v: found below the limit", p)
		}
	}
	if _, _, ok := e.NewGrid(nil, 0.1).Near(earth.Point{}, 1e9); ok {
		t.Error("an empty grid found something")
	}
	if _, _, ok := grid.Near(earth.Point{Lon: -170, Lat: -80}, 1000); ok {
		t.Error("the far side of the earth is near")
	}
}
