package line

import (
	"errors"
	"fmt"
	"math"

	"github.com/peterstace/simplefeatures/geom"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
)

// The overlay library is silently wrong on invalid input. So everything that goes
// in has been validated by valid, every result is checked by areas, and a panic
// inside it becomes an error.

func lineString(r earth.Ring) geom.LineString {
	xy := make([]float64, 0, 2*len(r)+2)
	for _, p := range r {
		xy = append(xy, p.Lon, p.Lat)
	}
	if len(r) > 0 {
		xy = append(xy, r[0].Lon, r[0].Lat)
	}
	return geom.NewLineString(geom.NewSequence(xy, geom.DimXY))
}

func polygon(p earth.Polygon) geom.Polygon {
	rings := make([]geom.LineString, len(p))
	for i, r := range p {
		rings[i] = lineString(r)
	}
	return geom.NewPolygon(rings)
}

func multi(a earth.Area) geom.MultiPolygon {
	polys := make([]geom.Polygon, len(a))
	for i, p := range a {
		polys[i] = polygon(p)
	}
	return geom.NewMultiPolygon(polys)
}

// valid tells what is wrong with an area, or nil.
func valid(a earth.Area) (err error) {
	defer rescue(&err)
	if err := multi(a).Validate(); err != nil {
		return err
	}
	if err := nested(a); err != nil {
		return err
	}
	return crowded(a)
}

// rescue turns a panic inside the library into an error.
func rescue(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("the overlay broke down: %v", r)
	}
}

// back turns a result of the overlay into an area: polygons only, outer rings
// counter-clockwise, without slivers below a square metre.
func back(g geom.Geometry) earth.Area {
	var out earth.Area
	switch g.Type() {
	case geom.TypePolygon:
		out = appendPolygon(out, g.MustAsPolygon())
	case geom.TypeMultiPolygon:
		m := g.MustAsMultiPolygon()
		for i := range m.NumPolygons() {
			out = appendPolygon(out, m.PolygonN(i))
		}
	case geom.TypeGeometryCollection:
		c := g.MustAsGeometryCollection()
		for i := range c.NumGeometries() {
			out = append(out, back(c.GeometryN(i))...)
		}
	}
	return out
}

// sliver is the area in square metres below which a polygon is taken for an
// artefact of rounding. Control maps are drawn to about 100 m.
const sliver = 1

func appendPolygon(out earth.Area, p geom.Polygon) earth.Area {
	if p.IsEmpty() {
		return out
	}
	poly := earth.Polygon{ring(p.ExteriorRing())}
	for i := range p.NumInteriorRings() {
		poly = append(poly, ring(p.InteriorRingN(i)))
	}
	f := earth.WGS84().Flat(poly[0][0])
	if math.Abs(planar(f, poly[0])) < sliver {
		return out
	}
	return append(out, orient(poly))
}

// ring gives a closed line's points without the closing one.
func ring(l geom.LineString) earth.Ring {
	s := l.Coordinates()
	r := make(earth.Ring, 0, s.Length())
	for i := range s.Length() {
		xy := s.GetXY(i)
		r = append(r, earth.Point{Lon: xy.X, Lat: xy.Y})
	}
	if n := len(r); n > 1 && r[0] == r[n-1] {
		r = r[:n-1]
	}
	return r
}

// planar gives the signed area of a ring in a plane, in square metres.
func planar(f earth.Flat, r earth.Ring) float64 {
	var s float64
	for i, p := range r {
		x1, y1 := f.XY(p)
		x2, y2 := f.XY(r[(i+1)%len(r)])
		s += x1*y2 - x2*y1
	}
	return s / 2
}

// orient makes the outer ring run counter-clockwise and the holes clockwise, as
// RFC 7946 asks.
func orient(p earth.Polygon) earth.Polygon {
	for i, r := range p {
		f := earth.WGS84().Flat(r[0])
		if (planar(f, r) > 0) != (i == 0) {
			for a, b := 0, len(r)-1; a < b; a, b = a+1, b-1 {
				r[a], r[b] = r[b], r[a]
			}
		}
	}
	return p
}

// operation is one of the library's overlays.
type operation func(a, b geom.Geometry) (geom.Geometry, error)

// overlay runs an operation on two valid areas.
func overlay(op operation, a, b earth.Area) (out earth.Area, err error) {
	defer rescue(&err)
	g, err := op(multi(a).AsGeometry(), multi(b).AsGeometry())
	if err != nil {
		return nil, err
	}
	return back(g), nil
}

// union joins areas that may overlap one another; each must be valid by itself.
func union(parts []earth.Area) (out earth.Area, err error) {
	defer rescue(&err)
	geoms := make([]geom.Geometry, len(parts))
	for i, p := range parts {
		geoms[i] = multi(p).AsGeometry()
	}
	g, err := geom.UnionMany(geoms)
	if err != nil {
		return nil, err
	}
	return back(g), nil
}

// Difference gives the ground in a and not in b, and the ground in both, both
// valid. The two are checked against the area of a, within 0.001 % of it or
// 0.01 km², whichever is less, and by a point inside each piece; what fails a
// check is not returned.
func Difference(a, b earth.Area) (minus, both earth.Area, err error) {
	if len(a) == 0 || len(b) == 0 {
		return a, nil, nil
	}
	for attempt := range 3 {
		// A second try rounds to 1e-9 degrees (0.1 mm), a third to 1e-7 (1 cm),
		// which takes away near-coincident edges.
		pa, pb := a, b
		if attempt > 0 {
			if pa, pb, err = rounded(a, b, [3]float64{0, 1e9, 1e7}[attempt]); err != nil {
				continue
			}
		}
		if len(pa) == 0 || len(pb) == 0 {
			return pa, nil, nil
		}
		if minus, err = overlay(geom.Difference, pa, pb); err != nil {
			continue
		}
		if both, err = overlay(geom.Intersection, pa, pb); err != nil {
			continue
		}
		if err = verify(pa, pb, minus, both); err == nil {
			return minus, both, nil
		}
	}
	return nil, nil, fault.New(fault.Broken, "line.Difference", "overlay", err).
		Hinted("the two maps cannot be told apart reliably; simplify one of them and add it anew")
}

// balance checks area(A−B) + area(A∩B) = area(A).
func balance(a, minus, both earth.Area) error {
	e := earth.WGS84()
	whole, parts := e.StraightAreaOf(a), e.StraightAreaOf(minus)+e.StraightAreaOf(both)
	if off := math.Abs(whole - parts); off > min(1e4, 1e-5*whole)+sliver*float64(8+len(minus)+len(both)) {
		return fmt.Errorf("the parts have %.3f km², the whole %.3f km²", parts/1e6, whole/1e6)
	}
	return nil
}

// rounded gives both areas with coordinates rounded to 1/scale degree, made valid
// anew.
func rounded(a, b earth.Area, scale float64) (earth.Area, earth.Area, error) {
	var out [2]earth.Area
	for i, in := range []earth.Area{a, b} {
		var polys []earth.Polygon
		for _, p := range in {
			q := make(earth.Polygon, 0, len(p))
			for _, r := range p {
				s := make(earth.Ring, len(r))
				for k, pt := range r {
					s[k] = earth.Point{Lon: math.Round(pt.Lon*scale) / scale, Lat: math.Round(pt.Lat*scale) / scale}
				}
				q = append(q, s)
			}
			polys = append(polys, q)
		}
		made, _, err := repair(polys)
		if err != nil && !errors.Is(err, errFlat) {
			return nil, nil, err
		}
		out[i] = made
	}
	return out[0], out[1], nil
}
