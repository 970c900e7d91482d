package earth

import "math"

// Geodesic is the shortest way between two points.
type Geodesic struct {
	Length float64 // metres
	// Azimuth1 and Azimuth2 are the forward azimuths at either end, in degrees
	// clockwise from north.
	Azimuth1, Azimuth2 float64
	// Under is the area between the geodesic and the equator in square metres,
	// positive for a line going east in the north: the paper's S12.
	Under float64
}

// end is one end of a geodesic on the auxiliary sphere: sine and cosine of the
// reduced latitude, and the paper's factor w (equation 45) there.
type end struct{ sb, cb, w float64 }

func (e *Ellipsoid) end(lat float64) end {
	s, c := sincos(lat)
	s, c = unit(e.f1*s, c)
	c = max(tiny, c)
	return end{s, c, math.Sqrt(1 + e.ep2*s*s)}
}

// course is a direction as sine and cosine of its azimuth.
type course struct{ s, c float64 }

// Distance gives the length of the geodesic between two points.
func (e *Ellipsoid) Distance(p, q Point) float64 { return e.Inverse(p, q).Length }

// Inverse solves the inverse problem: the geodesic between two points. Points
// that are not Valid give NaN.
func (e *Ellipsoid) Inverse(p, q Point) Geodesic {
	if !p.Valid() || !q.Valid() {
		return Geodesic{math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	}
	// Turn and swap so that 0 ≤ λ12 ≤ 180, φ1 ≤ 0 and |φ2| ≤ |φ1|.
	lon, rest := between(p.Lon, q.Lon)
	east := math.Copysign(1, lon)
	lon, rest = east*lon, east*rest
	lat1, lat2, swap := p.Lat, q.Lat, 1.0
	if math.Abs(lat1) < math.Abs(lat2) {
		lat1, lat2, swap = lat2, lat1, -1
		east = -east
	}
	north := math.Copysign(1, -lat1)
	lat1, lat2 = lat1*north, lat2*north
	t := task{e: e, p1: e.end(lat1), p2: e.end(lat2), lam: (lon + rest) * math.Pi / 180, lon: lon}
	t.slam, t.clam = sincos(lon)
	if lon > 90 { // the rounding error matters near 180
		s, c := sincos((180 - lon) - rest)
		t.slam, t.clam = s, -c
	}
	t.settle()
	s, a1, a2 := t.solve(lat1)
	under := e.under(t.p1, t.p2, a1, a2, t.somg12, t.domg12, t.omega)
	under *= swap * east * north
	if swap < 0 {
		a1, a2 = a2, a1
		under += 0
	}
	a1 = course{a1.s * swap * east, a1.c * swap * north}
	a2 = course{a2.s * swap * east, a2.c * swap * north}
	return Geodesic{Length: s + 0, Azimuth1: degrees(a1.s, a1.c), Azimuth2: degrees(a2.s, a2.c), Under: under}
}

// task is one inverse problem in canonical form.
type task struct {
	e          *Ellipsoid
	p1, p2     end
	lam, lon   float64 // λ12 in radians and degrees
	slam, clam float64
	// The longitude on the auxiliary sphere, where it is known: omega tells.
	omega          bool
	somg12, domg12 float64
}

// settle makes |β1| = |β2| exact when rounding left them an ulp apart, so that
// symmetric lines come out symmetric.
func (t *task) settle() {
	if t.p1.cb < -t.p1.sb {
		if t.p2.cb == t.p1.cb {
			t.p2.sb = math.Copysign(t.p1.sb, t.p2.sb)
			t.p2.w = t.p1.w
		}
	} else if math.Abs(t.p2.sb) == -t.p1.sb {
		t.p2.cb, t.p2.w = t.p1.cb, t.p1.w
	}
}

// solve gives length and the two courses.
func (t *task) solve(lat1 float64) (s float64, a1, a2 course) {
	e := t.e
	if lat1 == -90 || t.slam == 0 {
		if s, a1, a2, ok := t.meridian(); ok {
			return s, a1, a2
		}
	}
	if t.p1.sb == 0 && (e.f <= 0 || t.lon <= (1-e.f)*180) {
		t.omega = true // on the equator, ω12 = λ12 / (1 − f)
		so, co := math.Sincos(t.lam / e.f1)
		t.somg12, t.domg12 = so, 1+co
		return e.a * t.lam, course{1, 0}, course{1, 0}
	}
	a1, a2, sig12, w := t.start()
	if sig12 >= 0 { // short enough for a sphere
		so, co := math.Sincos(t.lam / (e.f1 * w))
		t.omega, t.somg12, t.domg12 = true, so, 1+co
		return sig12 * e.b * w, a1, a2
	}
	return t.newton(a1)
}

// meridian tries the line along the meridian; it is the shortest unless the ends
// are nearly opposite on an oblate body.
func (t *task) meridian() (s float64, a1, a2 course, ok bool) {
	a1, a2 = course{t.slam, t.clam}, course{0, 1}
	s1, c1 := t.p1.sb, a1.c*t.p1.cb
	s2, c2 := t.p2.sb, a2.c*t.p2.cb
	sig := math.Atan2(max(0, c1*s2-s1*c2), c1*c2+s1*s2)
	s, m := t.e.lengths(t.e.n, sig, s1, c1, t.p1.w, s2, c2, t.p2.w)
	if sig >= 1 && m < 0 {
		return 0, a1, a2, false
	}
	if sig < 3*tiny {
		s = 0
	}
	return s * t.e.b, a1, a2, true
}

// lengths gives distance and reduced length in units of the polar axis;
// equations 7, 38 and 40.
func (e *Ellipsoid) lengths(eps, sig, s1, c1v, w1, s2, c2v, w2 float64) (s, m float64) {
	a, b := seriesA1(eps), seriesA2(eps)
	ca, cb := in(&c1, eps), in(&c2, eps)
	i1 := a * (sig + sines(&ca, s2, c2v) - sines(&ca, s1, c1v))
	j := i1 - b*(sig+sines(&cb, s2, c2v)-sines(&cb, s1, c1v))
	return i1, w2*(c1v*s2) - w1*(s1*c2v) - c1v*c2v*j
}
