package line

import (
	"fmt"
	"math"

	"sitrep/internal/earth"
)

// clean drops what adds nothing to a ring: repeated points, spikes (out and back
// on the same way) and the closing point. It gives nil when no ring is left, and
// counts what was dropped.
func clean(r earth.Ring) (out earth.Ring, repeated, spikes int) {
	out = make(earth.Ring, 0, len(r))
	for _, p := range r {
		out = append(out, p)
		for changed := true; changed; {
			changed = false
			n := len(out)
			switch {
			case n >= 2 && out[n-1] == out[n-2]:
				out, changed = out[:n-1], true
				repeated++
			case n >= 3 && out[n-1] == out[n-3]:
				out, changed = out[:n-2], true
				spikes++
			}
		}
	}
	for len(out) > 1 {
		n := len(out)
		switch {
		case out[0] == out[n-1]: // the closing point, which GeoJSON asks for
			out = out[:n-1]
		case n > 2 && out[1] == out[n-1]:
			out, spikes = out[1:n-1], spikes+1
		case n > 2 && out[0] == out[n-2]:
			out, spikes = out[:n-2], spikes+1
		default:
			if n < 3 {
				return nil, repeated, spikes
			}
			return out, repeated, spikes
		}
	}
	return nil, repeated, spikes
}

// checkPoints refuses points that cannot be repaired: out of range, not a number,
// or jumping across the antimeridian.
func checkPoints(pts []earth.Point) error {
	for i, p := range pts {
		switch {
		case math.IsNaN(p.Lon) || math.IsNaN(p.Lat):
			return fmt.Errorf("point %d is not a number", i+1)
		case !p.Valid() && math.Abs(p.Lat) > 90 && math.Abs(p.Lon) <= 90:
			return fmt.Errorf("point %d, %s, has a latitude beyond 90: GeoJSON puts longitude first", i+1, show(p))
		case !p.Valid():
			return fmt.Errorf("point %d, %s, does not lie on the earth", i+1, show(p))
		case i > 0 && math.Abs(p.Lon-pts[i-1].Lon) > 180:
			return fmt.Errorf("point %d, %s, jumps across the 180th meridian: cut the ring there (RFC 7946, 3.1.9)", i+1, show(p))
		}
	}
	return nil
}

// show gives a point as people write it, latitude first, so that it can be found
// on a map.
func show(p earth.Point) string {
	ns, ew := 'N', 'E'
	if p.Lat < 0 {
		ns = 'S'
	}
	if p.Lon < 0 {
		ew = 'W'
	}
	return fmt.Sprintf("%.5f°%c %.5f°%c", math.Abs(p.Lat), ns, math.Abs(p.Lon), ew)
}
