package earth

import (
	"math"
	"sync"
)

// Ellipsoid is an ellipsoid of revolution with what its geodesics need. It is
// made once and may be used by several goroutines at once.
type Ellipsoid struct {
	a, f  float64 // equatorial radius in metres, flattening
	b     float64 // polar semi-axis
	f1    float64 // 1 − f
	e2    float64 // squared eccentricity
	ep2   float64 // squared second eccentricity
	n     float64 // third flattening
	c2    float64 // squared authalic radius
	short float64 // arcs below this are solved on a sphere without iterating

	a3 [order]float64        // coefficients of A3 by powers of ε, n folded in
	c3 [order][order]float64 // of C3[l]
	c4 [order][order]float64 // of C4[l]
}

// WGS84 gives the ellipsoid of GPS and of GeoJSON (RFC 7946).
func WGS84() *Ellipsoid { return wgs84() }

var wgs84 = sync.OnceValue(func() *Ellipsoid { return NewEllipsoid(6378137, 1/298.257223563) })

// NewEllipsoid makes an ellipsoid from its equatorial radius in metres and its
// flattening, from 0 to about 0.02: beyond, the series lose accuracy.
func NewEllipsoid(a, f float64) *Ellipsoid {
	e := &Ellipsoid{a: a, f: f, f1: 1 - f, b: a * (1 - f), e2: f * (2 - f), n: f / (2 - f)}
	e.ep2 = e.e2 / (e.f1 * e.f1)
	authalic := 1.0
	if e.e2 > 0 {
		authalic = math.Atanh(math.Sqrt(e.e2)) / math.Sqrt(e.e2)
	}
	e.c2 = (a*a + e.b*e.b*authalic) / 2
	e.short = 0.1 * math.Sqrt(epsilon) / math.Sqrt(max(0.001, f)*min(1, 1-f/2)/2)
	e.fold()
	return e
}

// SurfaceArea gives the area of the whole ellipsoid.
func (e *Ellipsoid) SurfaceArea() float64 { return 4 * math.Pi * e.c2 }

const (
	epsilon = 0x1p-52                // distance from 1 to the next float64
	tiny    = 0x1p-511               // its square is the smallest normal float64
	fine    = 200 * epsilon          // tolerance of the antipodal start
	coarse  = 1.4901161193847656e-08 // square root of epsilon
)
