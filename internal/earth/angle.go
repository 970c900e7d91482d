package earth

import "math"

// sincos gives sine and cosine of an angle in degrees, exact at multiples of 90.
func sincos(deg float64) (s, c float64) {
	r := math.Remainder(deg, 360)
	q := math.Round(r / 90)
	s, c = math.Sincos((r - 90*q) * (math.Pi / 180))
	switch int(q) & 3 {
	case 1:
		s, c = c, -s
	case 2:
		s, c = -s, -c
	case 3:
		s, c = -c, s
	}
	return s + 0, c + 0 // no negative zero
}

// degrees gives the angle of a sine and a cosine in degrees.
func degrees(s, c float64) float64 { return math.Atan2(s, c) * (180 / math.Pi) }

// unit scales a sine and a cosine to a point of the unit circle.
func unit(s, c float64) (float64, float64) {
	h := math.Hypot(s, c)
	return s / h, c / h
}

// between gives the angle from x to y in degrees, from −180 to 180, and what
// rounding left out of it.
func between(x, y float64) (d, rest float64) {
	d, rest = sum(math.Remainder(-x, 360), math.Remainder(y, 360))
	d, rest = sum(math.Remainder(d, 360), rest)
	if d == 0 || math.Abs(d) == 180 {
		d = math.Copysign(d, y-x)
		if rest != 0 {
			d = math.Copysign(d, -rest)
		}
	}
	return d, rest
}

// sum gives u+v and its rounding error (Knuth's two-sum).
func sum(u, v float64) (s, rest float64) {
	s = u + v
	up := s - v
	vpp := s - up
	return s, -((up - u) + (vpp - v))
}
