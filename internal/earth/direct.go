package earth

import "math"

// Direct gives the point that lies metres away from p on a course, in degrees
// clockwise from north: the direct problem.
func (e *Ellipsoid) Direct(p Point, azimuth, metres float64) Point {
	p1 := e.end(p.Lat)
	s, c := sincos(azimuth)
	s0, c0 := s*p1.cb, math.Hypot(c, s*p1.sb)
	s1, c1v := p1.sb, c*p1.cb
	so1, co1 := s0*p1.sb, c1v
	if p1.sb == 0 && c == 0 {
		c1v, co1 = 1, 1
	}
	s1, c1v = unit(s1, c1v)
	k2 := c0 * c0 * e.ep2
	eps := k2 / (2*(1+math.Sqrt(1+k2)) + k2)
	a := seriesA1(eps)
	cs := in(&c1, eps)
	b1 := sines(&cs, s1, c1v)
	sb, cb := math.Sincos(b1)
	tau := metres / (e.b * a)
	st, ct := math.Sincos(tau)
	// τ1 = σ1 + B1; σ2 comes from τ2 = τ1 + τ by the reverted series.
	t1s, t1c := s1*cb+c1v*sb, c1v*cb-s1*sb
	t2s, t2c := t1s*ct+t1c*st, t1c*ct-t1s*st
	cp := in(&c1p, eps)
	sig := tau + sines(&cp, t2s, t2c) + b1
	ss, cc := math.Sincos(sig)
	s2, c2v := s1*cc+c1v*ss, c1v*cc-s1*ss
	lat := degrees(e.sinLat(c0*s2, math.Hypot(s0, c0*c2v)))
	so2, co2 := s0*s2, c2v
	turn := math.Copysign(1, s0)
	omg := turn * (sig - (math.Atan2(s2, c2v) - math.Atan2(s1, c1v)) + (math.Atan2(turn*so2, co2) - math.Atan2(turn*so1, co1)))
	c3v := e.seriesC3(eps)
	lam := omg - e.f*e.seriesA3(eps)*s0*(sig+sines(&c3v, s2, c2v)-sines(&c3v, s1, c1v))
	return Point{Lon: math.Remainder(p.Lon+lam*180/math.Pi, 360), Lat: lat}
}

// sinLat turns a reduced latitude into a latitude, as sine and cosine unscaled.
func (e *Ellipsoid) sinLat(sb, cb float64) (float64, float64) { return sb, e.f1 * cb }
