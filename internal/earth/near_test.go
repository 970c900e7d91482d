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
