package earth

import "math"

// Flat is a plane touching the ellipsoid at a latitude: metres east and north of
// a point. It serves to choose and to compare; what is reported is measured on
// the ellipsoid.
type Flat struct {
	at     Point
	mx, my float64 // metres in a degree of longitude and of latitude
	bend   float64 // change of mx halfway to a place one degree further north
}

// Flat gives the plane at p.
func (e *Ellipsoid) Flat(p Point) Flat {
	s, c := sincos(p.Lat)
	w := math.Sqrt(1 - e.e2*s*s)
	const rad = math.Pi / 180
	return Flat{p, max(e.a/w*c*rad, 1), e.a * (1 - e.e2) / (w * w * w) * rad, -e.a / w * s * rad * rad / 2}
}

// XY gives a point's place in the plane.
func (f Flat) XY(p Point) (x, y float64) {
	return turn(p.Lon-f.at.Lon) * f.mx, (p.Lat - f.at.Lat) * f.my
}

// bent gives a place whose distance from the origin is right to about 0.05 %
// within 300 km: it takes the metres in a degree of longitude halfway.
func (f Flat) bent(p Point) (x, y float64) {
	d := p.Lat - f.at.Lat
	return turn(p.Lon-f.at.Lon) * (f.mx + f.bend*d), d * f.my
}

// turn gives a difference of longitudes as the shorter way round.
func turn(d float64) float64 {
	switch {
	case d > 180:
		return d - 360
	case d < -180:
		return d + 360
	}
	return d
}

// Point gives the point at a place in the plane.
func (f Flat) Point(x, y float64) Point {
	return Point{f.at.Lon + x/f.mx, f.at.Lat + y/f.my}
}

// Between gives the point a share of the way from p to q.
func Between(p, q Point, share float64) Point {
	return Point{p.Lon + (q.Lon-p.Lon)*share, p.Lat + (q.Lat-p.Lat)*share}
}

// foot gives the square of the distance from the origin to the segment, and
// which share of the segment lies before the nearest point.
func foot(x1, y1, x2, y2 float64) (d2, share float64) {
	dx, dy := x2-x1, y2-y1
	if n := dx*dx + dy*dy; n > 0 {
		share = min(1, max(0, -(x1*dx+y1*dy)/n))
	}
	x, y := x1+share*dx, y1+share*dy
	return x*x + y*y, share
}

// Nearest finds the point of the paths that lies nearest to p, and its distance
// in metres; infinity where there is no path. The nearest segments are chosen in
// a plane and measured on the ellipsoid.
func (e *Ellipsoid) Nearest(p Point, paths []Path) (Point, float64) {
	f := e.Flat(p)
	best := math.Inf(1)
	f.each(paths, func(_, _ Point, d2, _ float64) { best = min(best, d2) })
	limit := math.Sqrt(best)*1.002 + 1
	if limit > 1e6 { // too far for a plane: look at every segment
		limit = math.Inf(1)
	}
	limit *= limit
	at, metres := Point{}, math.Inf(1)
	f.each(paths, func(a, b Point, d2, share float64) {
		if d2 > limit {
			return
		}
		q := Between(a, b, share)
		if d := e.Distance(p, q); d > metres*1.001 {
			return
		}
		if q, d := e.onSegment(p, a, b, share); d < metres {
			at, metres = q, d
		}
	})
	return at, metres
}

// each gives every segment with the square of its distance from the plane's
// origin and the share of it before the nearest point.
func (f Flat) each(paths []Path, yield func(a, b Point, d2, share float64)) {
	for _, path := range paths {
		var x1, y1 float64
		for i, q := range path {
			x2, y2 := f.bent(q)
			a := q
			if i == 0 {
				x1, y1 = x2, y2
			} else {
				a = path[i-1]
			}
			d2, share := foot(x1, y1, x2, y2)
			if i > 0 || len(path) == 1 {
				yield(a, q, d2, share)
			}
			x1, y1 = x2, y2
		}
	}
}

// onSegment refines the nearest point of one segment by a search around the
// planar answer.
func (e *Ellipsoid) onSegment(p, a, b Point, share float64) (Point, float64) {
	at := Between(a, b, share)
	d := e.Distance(p, at)
	if a == b {
		return at, d
	}
	for step := 0.25; step > 1e-4; step /= 2 {
		for _, s := range [2]float64{max(0, share-step), min(1, share+step)} {
			q := Between(a, b, s)
			if dq := e.Distance(p, q); dq < d {
				at, d, share = q, dq, s
			}
		}
	}
	return at, d
}

// Closed gives the ring as a path that returns to its start.
func (r Ring) Closed() Path {
	if len(r) == 0 {
		return nil
	}
	return append(append(make(Path, 0, len(r)+1), r...), r[0])
}

// Paths gives all rings of the area as closed paths.
func (a Area) Paths() []Path {
	var out []Path
	for _, poly := range a {
		for _, r := range poly {
			out = append(out, r.Closed())
		}
	}
	return out
}

// Holds tells whether p lies within the ring, by the even-odd rule; a point on
// the ring itself may come out either way.
func (r Ring) Holds(p Point) bool {
	in := false
	for i, j := 0, len(r)-1; i < len(r); j, i = i, i+1 {
		a, b := r[i], r[j]
		if (a.Lat > p.Lat) != (b.Lat > p.Lat) && p.Lon < (b.Lon-a.Lon)*(p.Lat-a.Lat)/(b.Lat-a.Lat)+a.Lon {
			in = !in
		}
	}
	return in
}

// Holds tells whether p lies in the area.
func (a Area) Holds(p Point) bool {
	for _, poly := range a {
		in := false
		for i, r := range poly {
			if !r.Box().Holds(p) {
				if i == 0 {
					break
				}
				continue
			}
			if r.Holds(p) {
				in = !in
			} else if i == 0 {
				break
			}
		}
		if in {
			return true
		}
	}
	return false
}
