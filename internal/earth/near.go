package earth

import "math"

// Flat is a plane touching the ellipsoid at a latitude: metres east and north of
// a point. Within 100 km its distances are right to about 0.1 %, so it serves to
// choose and to compare; what is reported is measured on the ellipsoid.
type Flat struct {
	at     Point
	mx, my float64 // metres in a degree of longitude and of latitude
}

// Flat gives the plane at p.
func (e *Ellipsoid) Flat(p Point) Flat {
	s, c := sincos(p.Lat)
	w := math.Sqrt(1 - e.e2*s*s)
	const rad = math.Pi / 180
	return Flat{p, max(e.a/w*c*rad, 1), e.a * (1 - e.e2) / (w * w * w) * rad}
}

// XY gives a point's place in the plane.
func (f Flat) XY(p Point) (x, y float64) {
	return math.Remainder(p.Lon-f.at.Lon, 360) * f.mx, (p.Lat - f.at.Lat) * f.my
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
// the plane and measured on the ellipsoid.
func (e *Ellipsoid) Nearest(p Point, paths []Path) (Point, float64) {
	f := e.Flat(p)
	best := math.Inf(1)
	for _, path := range paths {
		best = min(best, f.nearest(path))
	}
	// The plane stretches what is far away: measure all that come close.
	limit := best*math.Sqrt(best)/3000 + best + 10
	limit = min(limit, 2*best+10)
	at, metres := Point{}, math.Inf(1)
	for _, path := range paths {
		for i := range path {
			j := min(i+1, len(path)-1)
			x1, y1 := f.XY(path[i])
			x2, y2 := f.XY(path[j])
			d2, share := foot(x1, y1, x2, y2)
			if d := math.Sqrt(d2); d > limit || d > metres*1.05+10 && best < 2e5 {
				continue
			}
			if q, d := e.onSegment(p, path[i], path[j], share); d < metres {
				at, metres = q, d
			}
		}
	}
	return at, metres
}

// nearest gives the least planar distance from the plane's origin to a path.
func (f Flat) nearest(path Path) float64 {
	best := math.Inf(1)
	for i := range path {
		j := min(i+1, len(path)-1)
		x1, y1 := f.XY(path[i])
		x2, y2 := f.XY(path[j])
		d2, _ := foot(x1, y1, x2, y2)
		best = min(best, d2)
	}
	return math.Sqrt(best)
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
