package earth

import "math"

// under gives the area between a geodesic and the equator; equations 58 to 62.
// so and d are sin ω12 and 1+cos ω12 where omega says that they are known.
func (e *Ellipsoid) under(p1, p2 end, a1, a2 course, so, d float64, omega bool) float64 {
	s0, c0 := a1.s*p1.cb, math.Hypot(a1.c, a1.s*p1.sb)
	var s float64
	if s0 != 0 && c0 != 0 {
		s1, c1v := unit(p1.sb, a1.c*p1.cb)
		s2, c2v := unit(p2.sb, a2.c*p2.cb)
		k2 := c0 * c0 * e.ep2
		c := e.seriesC4(k2 / (2*(1+math.Sqrt(1+k2)) + k2))
		s = e.a * e.a * c0 * s0 * e.e2 * (cosines(&c, s2, c2v) - cosines(&c, s1, c1v))
	}
	var turn float64
	if omega && d > 1-0.7071 && p2.sb-p1.sb < 1.75 {
		// Not too long a way: half-angle formula, free of cancellation.
		turn = 2 * math.Atan2(so*(p1.sb*(1+p2.cb)+p2.sb*(1+p1.cb)), d*(p1.sb*p2.sb+(1+p1.cb)*(1+p2.cb)))
	} else {
		st, ct := a2.s*a1.c-a2.c*a1.s, a2.c*a1.c+a2.s*a1.s
		if st == 0 && ct < 0 { // the longer half of a meridian
			st, ct = tiny*a1.c, -1
		}
		turn = math.Atan2(st, ct)
	}
	return s + e.c2*turn
}

// RingArea gives the area within a ring, positive when it runs counter-clockwise.
// A ring around a pole is measured as the smaller part.
func (e *Ellipsoid) RingArea(r Ring) float64 {
	if len(r) < 3 {
		return 0
	}
	var total, rest float64
	crossings := 0
	for i, p := range r {
		q := r[(i+1)%len(r)]
		if p == q {
			continue
		}
		u := e.Inverse(p, q).Under
		var err float64
		total, err = sum(total, u)
		rest += err
		crossings += transit(p.Lon, q.Lon)
	}
	total += rest
	whole := e.SurfaceArea()
	total = math.Remainder(total, whole)
	if crossings%2 != 0 { // the ring goes round a pole
		total += math.Copysign(whole/2, -total)
	}
	return -total // the sum is positive for a clockwise ring
}

// transit tells whether the way from one longitude to another crosses the prime
// meridian: 1 eastward, −1 westward.
func transit(x, y float64) int {
	d, _ := between(x, y)
	x, y = math.Remainder(x, 360), math.Remainder(y, 360)
	switch {
	case d > 0 && (x < 0 && y >= 0 || x > 0 && y == 0):
		return 1
	case d < 0 && x >= 0 && y < 0:
		return -1
	}
	return 0
}

// PolygonArea gives the area of a polygon's outer ring less its holes; the way
// the rings run does not matter.
func (e *Ellipsoid) PolygonArea(p Polygon) float64 {
	if len(p) == 0 {
		return 0
	}
	a := math.Abs(e.RingArea(p[0]))
	for _, hole := range p[1:] {
		a -= math.Abs(e.RingArea(hole))
	}
	return a
}

// AreaOf gives the area of all polygons together, in square metres.
func (e *Ellipsoid) AreaOf(a Area) float64 {
	var s float64
	for _, p := range a {
		s += e.PolygonArea(p)
	}
	return s
}

// Perimeter gives the length round a ring.
func (e *Ellipsoid) Perimeter(r Ring) float64 {
	if len(r) < 2 {
		return 0
	}
	return e.LengthOf(Path(r)) + e.Distance(r[len(r)-1], r[0])
}

// LengthOf gives the length of a path in metres.
func (e *Ellipsoid) LengthOf(p Path) float64 {
	var s float64
	for i := 1; i < len(p); i++ {
		s += e.Distance(p[i-1], p[i])
	}
	return s
}

// StraightArea gives the signed area within a ring whose edges are straight in
// longitude and latitude, as RFC 7946 has them, rather than geodesics. It adds up
// exactly where edges are split, so that parts can be checked against a whole;
// for edges of 1 km the two differ by a few square metres an edge.
func (e *Ellipsoid) StraightArea(r Ring) float64 {
	var s float64
	for i, p := range r {
		q := r[(i+1)%len(r)]
		// Three-point Gauss quadrature of q(φ) dλ along the edge.
		const x = 0.7745966692414834 // √(3/5)
		mid, half := (p.Lat+q.Lat)/2, (q.Lat-p.Lat)/2
		f := (5*e.belt(mid-x*half) + 8*e.belt(mid) + 5*e.belt(mid+x*half)) / 18
		s += f * math.Remainder(p.Lon-q.Lon, 360) * (math.Pi / 180)
	}
	return s
}

// belt gives the area between the equator and a latitude for one radian of
// longitude.
func (e *Ellipsoid) belt(lat float64) float64 {
	sl := math.Sin(lat * math.Pi / 180)
	ec := math.Sqrt(e.e2)
	t := sl
	if ec > 0 {
		t = math.Atanh(ec*sl) / ec
	}
	return e.b * e.b / 2 * (sl/(1-e.e2*sl*sl) + t)
}

// StraightAreaOf gives the area of all polygons together with straight edges.
func (e *Ellipsoid) StraightAreaOf(a Area) float64 {
	var s float64
	for _, p := range a {
		for i, r := range p {
			if v := math.Abs(e.StraightArea(r)); i == 0 {
				s += v
			} else {
				s -= v
			}
		}
	}
	return s
}
