package line

import (
	"math"
	"strings"
	"testing"

	"sitrep/internal/earth"
)

// at makes a ring from pairs of numbers, in hundredths of a degree from 30, 48.
func at(xy ...float64) earth.Ring {
	var r earth.Ring
	for i := 0; i+1 < len(xy); i += 2 {
		r = append(r, earth.Point{Lon: 30 + xy[i]/100, Lat: 48 + xy[i+1]/100})
	}
	return r
}

// unit is the area of the square with corners 0,0 and 1,1 in those coordinates.
func unitArea() float64 { return earth.WGS84().RingArea(at(0, 0, 1, 0, 1, 1, 0, 1)) }

func TestRepair(t *testing.T) {
	square := at(0, 0, 10, 0, 10, 10, 0, 10)
	for _, c := range []struct {
		name  string
		polys []earth.Polygon
		units float64 // area in unit squares
		note  string
	}{
		{"as it should be", []earth.Polygon{{square}}, 100, ""},
		{"clockwise", []earth.Polygon{{at(0, 0, 0, 10, 10, 10, 10, 0)}}, 100, ""},
		{"closed", []earth.Polygon{{at(0, 0, 10, 0, 10, 10, 0, 10, 0, 0)}}, 100, ""},
		{"with a hole", []earth.Polygon{{square, at(2, 2, 4, 2, 4, 4, 2, 4)}}, 96, ""},
		{"repeated points", []earth.Polygon{{at(0, 0, 0, 0, 10, 0, 10, 10, 10, 10, 10, 10, 0, 10)}}, 100, "repeated points dropped: 3"},
		{"a spike", []earth.Polygon{{at(0, 0, 10, 0, 10, 10, 20, 20, 10, 10, 0, 10)}}, 100, "spikes dropped: 1"},
		{"a spike at the start", []earth.Polygon{{at(-5, -5, 0, 0, 10, 0, 10, 10, 0, 10, 0, 0)}}, 100, "spikes dropped: 1"},
		{"a spike along an edge", []earth.Polygon{{at(0, 0, 15, 0, 10, 0, 10, 10, 0, 10)}}, 100, "rebuilt"},
		{"a bow-tie", []earth.Polygon{{at(0, 0, 10, 10, 10, 0, 0, 10)}}, 50, "rebuilt"},
		{"two lobes that touch at a point", []earth.Polygon{{at(0, 0, 5, 5, 10, 0, 10, 10, 5, 5, 0, 10)}}, 50, "rebuilt"},
		{"a hole that the ring itself makes", []earth.Polygon{{at(0, 0, 10, 0, 10, 10, 0, 10, 0, 0, 2, 2, 2, 4, 4, 4, 4, 2, 2, 2)}}, 96, "rebuilt"},
		{"a hole that touches", []earth.Polygon{{square, at(0, 0, 4, 2, 2, 4)}}, 94, ""},
		{"a hole that crosses the ring", []earth.Polygon{{square, at(8, 2, 12, 2, 12, 4, 8, 4)}}, 100, "rebuilt"},
		{"a hole walked twice", []earth.Polygon{{square, at(2, 2, 4, 2, 4, 4, 2, 4), at(2, 2, 4, 2, 4, 4, 2, 4)}}, 100, "rebuilt"},
		{"two that overlap", []earth.Polygon{{square}, {at(5, 0, 15, 0, 15, 10, 5, 10)}}, 150, "joined"},
		{"two that share an edge", []earth.Polygon{{square}, {at(10, 0, 20, 0, 20, 10, 10, 10)}}, 200, "joined"},
		{"the same twice", []earth.Polygon{{square}, {square}}, 100, "joined"},
		{"one in the hole of the other", []earth.Polygon{{square, at(2, 2, 8, 2, 8, 8, 2, 8)}, {at(4, 4, 6, 4, 6, 6, 4, 6)}}, 68, ""},
		{"an empty ring beside", []earth.Polygon{{square}, {at(1, 1, 1, 1)}, {at(1, 1, 2, 2)}}, 100, "without an area"},
	} {
		area, notes, err := repair(c.polys)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := earth.WGS84().AreaOf(area) / unitArea()
		said := strings.Join(notes, "; ")
		if math.Abs(got-c.units) > 0.002*c.units || !strings.Contains(said, c.note) || c.note == "" && said != "" {
			t.Errorf("%s: %.3f squares, want %.0f; notes %q, want %q", c.name, got, c.units, said, c.note)
		}
	}
}

func TestPastRepair(t *testing.T) {
	for _, c := range []struct {
		name string
		poly earth.Polygon
		want string
	}{
		{"nothing", nil, "no polygon"},
		{"a line", earth.Polygon{at(0, 0, 10, 0)}, "no polygon"},
		{"there and back", earth.Polygon{at(0, 0, 10, 0, 20, 5, 10, 0)}, "no polygon"},
		{"latitude first", earth.Polygon{{{Lon: 48, Lat: 137}, {Lon: 49, Lat: 137}, {Lon: 49, Lat: 138}}}, "longitude first"},
		{"off the earth", earth.Polygon{{{Lon: 400, Lat: 13}, {Lon: 49, Lat: 17}, {Lon: 49, Lat: 18}}}, "not lie on the earth"},
		{"not a number", earth.Polygon{{{Lon: math.NaN(), Lat: 13}, {Lon: 49, Lat: 17}, {Lon: 49, Lat: 18}}}, "not a number"},
		{"round the back of the earth", earth.Polygon{{{Lon: 179, Lat: 13}, {Lon: -179, Lat: 13}, {Lon: -179, Lat: 18}}}, "180th meridian"},
	} {
		if _, _, err := repair([]earth.Polygon{c.poly}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// polygons reads coarse numbers, which make rings that cross, touch and repeat;
// 255 starts a ring, 254 a polygon.
func polygons(b []byte) []earth.Polygon {
	polys := []earth.Polygon{{nil}}
	for i := 0; i+1 < len(b); i += 2 {
		p := &polys[len(polys)-1]
		switch b[i] {
		case 255:
			*p = append(*p, nil)
			continue
		case 254:
			polys = append(polys, earth.Polygon{nil})
			continue
		}
		r := &(*p)[len(*p)-1]
		*r = append(*r, at(float64(b[i]%16)+float64(b[i]/16)/7e6, float64(b[i+1]%16)+float64(b[i+1]/16)/3)...)
	}
	return polys
}

// FuzzDifference: of two areas made of any rings the parts add up, or the overlay
// says that it cannot be trusted; it never panics.
func FuzzDifference(f *testing.F) {
	f.Add([]byte{0, 0, 9, 0, 9, 9, 0, 9}, []byte{4, 4, 12, 4, 12, 12, 4, 12})
	f.Add([]byte{0, 0, 9, 0, 9, 9, 0, 9}, []byte{0, 0, 9, 9, 9, 0, 0, 9})
	f.Add([]byte{0, 0, 9, 0, 9, 9, 0, 9, 255, 255, 2, 2, 4, 2, 4, 4}, []byte{16, 0, 25, 16, 25, 25, 16, 25})
	f.Fuzz(func(t *testing.T, x, y []byte) {
		if len(x) > 100 || len(y) > 100 {
			return
		}
		a, _, err1 := repair(polygons(x))
		b, _, err2 := repair(polygons(y))
		if err1 != nil || err2 != nil {
			return
		}
		e := earth.WGS84()
		minus, both, err := Difference(a, b)
		if err != nil {
			t.Logf("refused: %v", err)
			return
		}
		tolerance := 1e-5*e.StraightAreaOf(a) + 100
		if off := e.StraightAreaOf(minus) + e.StraightAreaOf(both) - e.StraightAreaOf(a); math.Abs(off) > tolerance {
			t.Fatalf("the parts differ from the whole by %f m²", off)
		}
		if in := e.StraightAreaOf(both); in > e.StraightAreaOf(b)+tolerance {
			t.Fatalf("%f m² in both, %f in the second", in, e.StraightAreaOf(b))
		}
	})
}

// FuzzRepair: whatever the rings, the result is refused or valid, its area is no
// more than the rings' extent, and taking it from itself leaves nothing.
func FuzzRepair(f *testing.F) {
	f.Add([]byte{0, 0, 9, 0, 9, 9, 0, 9})
	f.Add([]byte{0, 0, 9, 9, 9, 0, 0, 9})
	f.Add([]byte{0, 0, 4, 4, 9, 0, 9, 9, 4, 4, 0, 9})
	f.Add([]byte{1, 1, 1, 1, 1, 1, 255, 255, 2, 2, 5, 3, 255, 255})
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 120 {
			return
		}
		polys := polygons(b)
		area, _, err := repair(polys)
		if err != nil {
			return
		}
		if err := valid(area); err != nil {
			t.Fatalf("not valid: %v", err)
		}
		total := earth.WGS84().AreaOf(area) / unitArea()
		if total < 0 || total > 16*22 {
			t.Fatalf("%f squares", total)
		}
		minus, both, err := Difference(area, area)
		if err != nil {
			t.Fatal(err)
		}
		if left := earth.WGS84().StraightAreaOf(minus); left > 100 {
			t.Fatalf("%f m² left of nothing, %f in both", left, earth.WGS84().StraightAreaOf(both))
		}
	})
}
