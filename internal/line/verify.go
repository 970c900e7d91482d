package line

import (
	"fmt"
	"slices"

	"sitrep/internal/earth"
)

// verify checks what an overlay gave: the areas add up, no part is larger than
// what it is part of, and each piece lies where it must, by a point inside it.
func verify(a, b, minus, both earth.Area) error {
	if err := balance(a, minus, both); err != nil {
		return err
	}
	e := earth.WGS84()
	if got, most := e.StraightAreaOf(both), e.StraightAreaOf(b); got > most*(1+1e-5)+sliver*float64(8+len(both)) {
		return fmt.Errorf("%.3f km² in both, but %.3f km² in the second", got/1e6, most/1e6)
	}
	ina, inb := earth.NewWithin(a), earth.NewWithin(b)
	if err := spots(minus, ina, inb, false); err != nil {
		return err
	}
	return spots(both, ina, inb, true)
}

// spots checks one point inside each piece: it must lie in a, and in b where want
// says so.
func spots(pieces earth.Area, a, b *earth.Within, want bool) error {
	for _, p := range pieces {
		at, wide := inside(p)
		if wide < 1e-6 { // a decimetre: rounding may decide
			continue
		}
		if !a.Holds(at) || b.Holds(at) != want {
			return fmt.Errorf("a piece at %s does not lie where it must", show(at))
		}
	}
	return nil
}

// nested tells where a hole lies outside its polygon, in another hole, or a
// polygon within another. The library's own check misses rings that touch at a
// point.
func nested(a earth.Area) error {
	boxes := make([]earth.Box, len(a))
	for i, p := range a {
		boxes[i] = p[0].Box()
		for j, hole := range p[1:] {
			at, _ := inside(earth.Polygon{hole})
			if !p[0].Holds(at) {
				return fmt.Errorf("a hole at %s lies outside its ring", show(at))
			}
			for k, other := range p[1:] {
				if k != j && other.Holds(at) {
					return fmt.Errorf("a hole at %s lies in another hole", show(at))
				}
			}
		}
	}
	for i, p := range a {
		at, _ := inside(p)
		for j := range a {
			if j != i && boxes[j].Holds(at) && (earth.Area{a[j]}).Holds(at) {
				return fmt.Errorf("a polygon at %s lies within another", show(at))
			}
		}
	}
	return nil
}

// inside gives a point inside a polygon, and how wide in degrees the polygon is
// there: the middle of the widest stretch along the middle of the tallest gap
// between the latitudes of its points.
func inside(p earth.Polygon) (earth.Point, float64) {
	var lats []float64
	for _, r := range p {
		for _, q := range r {
			lats = append(lats, q.Lat)
		}
	}
	slices.Sort(lats)
	lat, tall := 0.0, 0.0
	for i := 1; i < len(lats); i++ {
		if d := lats[i] - lats[i-1]; d > tall {
			lat, tall = lats[i-1]+d/2, d
		}
	}
	var cross []float64
	for _, r := range p {
		for i, u := range r {
			v := r[(i+1)%len(r)]
			if (u.Lat > lat) != (v.Lat > lat) {
				cross = append(cross, u.Lon+(v.Lon-u.Lon)*(lat-u.Lat)/(v.Lat-u.Lat))
			}
		}
	}
	slices.Sort(cross)
	best, wide := earth.Point{}, 0.0
	for i := 1; i < len(cross); i += 2 {
		if d := cross[i] - cross[i-1]; d > wide {
			best, wide = earth.Point{Lon: cross[i-1] + d/2, Lat: lat}, d
		}
	}
	return best, min(wide, tall)
}
