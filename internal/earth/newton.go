package earth

import "math"

// rounds bounds the iterations; the bracket is halved wherever Newton's step
// leaves it, so that it always ends.
const (
	newtonRounds = 20
	rounds       = newtonRounds + 53 + 10
)

// arc is the geodesic that leaves the first end on some course: where it meets
// the second end's latitude.
type arc struct {
	a2             course
	sig12          float64
	s1, c1, s2, c2 float64 // of σ at either end
	eps            float64
	domg12         float64 // λ12 − ω12
	miss, slope    float64 // λ12(α1) − λ12, and its derivative
}

// newton finds the course whose arc meets the second end; section 4.
func (t *task) newton(a1 course) (length float64, out, in course) {
	lo, hi := course{tiny, 1}, course{tiny, -1}
	var r arc
	done, halved := false, false
	for i := range rounds {
		r = t.arc(a1, i < newtonRounds)
		tol := epsilon
		if done {
			tol *= 8
		}
		if halved || !(math.Abs(r.miss) >= tol) || i == rounds-1 {
			break
		}
		if r.miss > 0 && (i >= newtonRounds || a1.c/a1.s > hi.c/hi.s) {
			hi = a1
		} else if r.miss < 0 && (i >= newtonRounds || a1.c/a1.s < lo.c/lo.s) {
			lo = a1
		}
		if next, ok := step(a1, r, i); ok {
			a1, done = next, math.Abs(r.miss) <= 16*epsilon
			continue
		}
		a1.s, a1.c = unit((lo.s+hi.s)/2, (lo.c+hi.c)/2)
		done = false
		halved = math.Abs(lo.s-a1.s)+(lo.c-a1.c) < epsilon || math.Abs(a1.s-hi.s)+(a1.c-hi.c) < epsilon
	}
	s, _ := t.e.lengths(r.eps, r.sig12, r.s1, r.c1, t.p1.w, r.s2, r.c2, t.p2.w)
	sd, cd := math.Sincos(r.domg12)
	so := t.slam*cd - t.clam*sd
	co := t.clam*cd + t.slam*sd
	t.omega, t.somg12, t.domg12 = true, so, 1+co
	return s * t.e.b, a1, r.a2
}

// step makes one step of Newton's method, or declines.
func step(a1 course, r arc, i int) (course, bool) {
	if i >= newtonRounds || r.slope <= 0 {
		return a1, false
	}
	d := -r.miss / r.slope
	if math.Abs(d) >= math.Pi {
		return a1, false
	}
	sd, cd := math.Sincos(d)
	s := a1.s*cd + a1.c*sd
	if s <= 0 {
		return a1, false
	}
	s, c := unit(s, a1.c*cd-a1.s*sd)
	return course{s, c}, true
}

// arc follows the geodesic that leaves the first end on course a1.
func (t *task) arc(a1 course, slope bool) (r arc) {
	e, p1, p2 := t.e, t.p1, t.p2
	if p1.sb == 0 && a1.c == 0 {
		a1.c = -tiny // break the tie of an equatorial line
	}
	s0, c0 := a1.s*p1.cb, math.Hypot(a1.c, a1.s*p1.sb)
	r.s1, r.c1 = p1.sb, a1.c*p1.cb
	so1, co1 := s0*p1.sb, r.c1
	r.s1, r.c1 = unit(r.s1, r.c1)
	r.a2 = course{a1.s, math.Abs(a1.c)}
	if p2.cb != p1.cb {
		r.a2.s = s0 / p2.cb
	}
	if p2.cb != p1.cb || math.Abs(p2.sb) != -p1.sb {
		d := (p1.sb - p2.sb) * (p1.sb + p2.sb)
		if p1.cb < -p1.sb {
			d = (p2.cb - p1.cb) * (p1.cb + p2.cb)
		}
		r.a2.c = math.Sqrt(a1.c*p1.cb*a1.c*p1.cb+d) / p2.cb
	}
	r.s2, r.c2 = p2.sb, r.a2.c*p2.cb
	so2, co2 := s0*p2.sb, r.c2
	r.s2, r.c2 = unit(r.s2, r.c2)
	r.sig12 = math.Atan2(max(0, r.c1*r.s2-r.s1*r.c2), r.c1*r.c2+r.s1*r.s2)
	so1, co1 = unit(so1, co1)
	so2, co2 = unit(so2, co2)
	so, co := max(0, co1*so2-so1*co2), co1*co2+so1*so2
	eta := math.Atan2(so*t.clam-co*t.slam, co*t.clam+so*t.slam)
	k2 := c0 * c0 * e.ep2
	r.eps = k2 / (2*(1+math.Sqrt(1+k2)) + k2)
	c := e.seriesC3(r.eps)
	b := sines(&c, r.s2, r.c2) - sines(&c, r.s1, r.c1)
	r.domg12 = -e.f * e.seriesA3(r.eps) * s0 * (r.sig12 + b)
	r.miss = eta + r.domg12
	if slope {
		if r.a2.c == 0 {
			r.slope = -2 * e.f1 * p1.w / p1.sb
		} else {
			_, m := e.lengths(r.eps, r.sig12, r.s1, r.c1, p1.w, r.s2, r.c2, p2.w)
			r.slope = m * e.f1 / (r.a2.c * p2.cb)
		}
	}
	return r
}
