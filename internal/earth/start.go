package earth

import "math"

// start gives a first course for Newton's method, or the whole answer (sig12 ≥ 0
// and the factor w of the sphere used) for lines short enough: sections 3 and 5.
func (t *task) start() (a1, a2 course, sig12, w float64) {
	e, p1, p2 := t.e, t.p1, t.p2
	sdiff, cdiff := p2.sb*p1.cb-p2.cb*p1.sb, p2.cb*p1.cb+p2.sb*p1.sb
	ssum := p2.sb*p1.cb + p2.cb*p1.sb
	near := cdiff >= 0 && sdiff < 0.5 && p2.cb*t.lam < 0.5
	so, co := t.slam, t.clam
	if near {
		m := (p1.sb + p2.sb) * (p1.sb + p2.sb)
		m /= m + (p1.cb+p2.cb)*(p1.cb+p2.cb)
		w = math.Sqrt(1 + e.ep2*m)
		so, co = math.Sincos(t.lam / (e.f1 * w))
	}
	a1 = course{p2.cb * so, 0}
	if co >= 0 {
		a1.c = sdiff + p2.cb*p1.sb*so*so/(1+co)
	} else {
		a1.c = ssum - p2.cb*p1.sb*so*so/(1-co)
	}
	ss, cs := math.Hypot(a1.s, a1.c), p1.sb*p2.sb+p1.cb*p2.cb*co
	switch {
	case near && ss < e.short:
		a2 = course{p1.cb * so, 0}
		if co >= 0 {
			a2.c = sdiff - p1.cb*p2.sb*so*so/(1+co)
		} else {
			a2.c = sdiff - p1.cb*p2.sb*(1-co)
		}
		if ss == 0 { // the ends coincide
			return course{0, 1}, course{0, 1}, 0, w
		}
		a1.s, a1.c = unit(a1.s, a1.c)
		a2.s, a2.c = unit(a2.s, a2.c)
		return a1, a2, math.Atan2(ss, cs), w
	case cs >= 0 || ss >= 6*e.n*math.Pi*p1.cb*p1.cb:
		// the sphere's course is near enough
	default:
		a1 = t.antipodal(ssum)
	}
	if a1.s > 0 {
		a1.s, a1.c = unit(a1.s, a1.c)
	} else {
		a1 = course{1, 0}
	}
	return a1, course{}, -1, w
}

// antipodal gives the course for nearly opposite ends from the astroid that
// their caustic is; equations 51 to 57.
func (t *task) antipodal(ssum float64) course {
	e, p1, p2 := t.e, t.p1, t.p2
	k2 := p1.sb * p1.sb * e.ep2
	lamScale := e.f * p1.cb * e.seriesA3(k2/(2*(1+math.Sqrt(1+k2))+k2)) * math.Pi
	x := math.Atan2(-t.slam, -t.clam) / lamScale
	y := ssum / (lamScale * p1.cb)
	if y > -fine && x > -1-1000*coarse {
		s := min(1, -x)
		return course{s, -math.Sqrt(1 - s*s)}
	}
	k := astroid(x, y)
	so, co := math.Sincos(lamScale * -x * k / (1 + k))
	co = -co
	return course{p2.cb * so, ssum - p2.cb*p1.sb*so*so/(1-co)}
}

// astroid gives the positive root k of k⁴+2k³−(x²+y²−1)k²−2y²k−y² = 0;
// equation 55 and its solution in the paper's appendix.
func astroid(x, y float64) float64 {
	p, q := x*x, y*y
	r := (p + q - 1) / 6
	if q == 0 && r <= 0 {
		return 0
	}
	s, r3 := p*q/4, r*r*r
	u := r
	if disc := s * (s + 2*r3); disc >= 0 {
		t3 := s + r3
		t3 += math.Copysign(math.Sqrt(disc), t3)
		if c := math.Cbrt(t3); c != 0 {
			u += c + r*r/c
		}
	} else {
		u += 2 * r * math.Cos(math.Atan2(math.Sqrt(-disc), -(s+r3))/3)
	}
	v := math.Sqrt(u*u + q)
	uv := u + v
	if u < 0 {
		uv = q / (v - u)
	}
	w := (uv - q) / (2 * v)
	return uv / (math.Sqrt(uv+w*w) + w)
}
