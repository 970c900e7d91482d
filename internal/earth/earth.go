// Package earth holds points and rings on the earth and measures them on the
// ellipsoid: geodesic distance, length and area.
//
// Coordinates are degrees of longitude and latitude in WGS 84, lengths metres and
// areas square metres, unless a name says otherwise. The solution of the geodesic
// problems and the area under a geodesic follow C. F. F. Karney, "Algorithms for
// geodesics", Journal of Geodesy 87 (2013); edges of rings are geodesics. The
// package imports only the standard library and keeps no state that changes.
package earth

import "math"

// Point is a place on the earth.
type Point struct{ Lon, Lat float64 }

// Valid tells whether the point has finite coordinates within their ranges.
func (p Point) Valid() bool {
	return math.Abs(p.Lon) <= 180 && math.Abs(p.Lat) <= 90 // false for NaN
}

// Ring is a closed ring; the first point is not repeated at the end.
type Ring []Point

// Polygon is an outer ring and the holes in it.
type Polygon []Ring

// Area is any number of polygons that do not overlap.
type Area []Polygon

// Path is an open line.
type Path []Point

// Box is a range of longitude and latitude.
type Box struct{ West, South, East, North float64 }

// EmptyBox is the box that holds nothing and grows by Add.
func EmptyBox() Box { return Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)} }

// Add gives the box grown to hold p.
func (b Box) Add(p Point) Box {
	return Box{min(b.West, p.Lon), min(b.South, p.Lat), max(b.East, p.Lon), max(b.North, p.Lat)}
}

// Join gives the box that holds both.
func (b Box) Join(c Box) Box {
	return Box{min(b.West, c.West), min(b.South, c.South), max(b.East, c.East), max(b.North, c.North)}
}

// Empty tells whether the box holds nothing.
func (b Box) Empty() bool { return b.West > b.East || b.South > b.North }

// Holds tells whether p lies in the box or on its edge.
func (b Box) Holds(p Point) bool {
	return p.Lon >= b.West && p.Lon <= b.East && p.Lat >= b.South && p.Lat <= b.North
}

// Meets tells whether the boxes share a point.
func (b Box) Meets(c Box) bool {
	return b.West <= c.East && c.West <= b.East && b.South <= c.North && c.South <= b.North
}

// Grow gives the box widened by a number of degrees on each side.
func (b Box) Grow(degrees float64) Box {
	return Box{b.West - degrees, b.South - degrees, b.East + degrees, b.North + degrees}
}

// Box gives the extent of the points.
func (r Ring) Box() Box {
	b := EmptyBox()
	for _, p := range r {
		b = b.Add(p)
	}
	return b
}

// Box gives the extent of the area's outer rings.
func (a Area) Box() Box {
	b := EmptyBox()
	for _, poly := range a {
		if len(poly) > 0 {
			b = b.Join(poly[0].Box())
		}
	}
	return b
}

// Points counts the vertices.
func (a Area) Points() int {
	n := 0
	for _, poly := range a {
		for _, r := range poly {
			n += len(r)
		}
	}
	return n
}

// Edges gives each edge of every ring once, in the ring's direction.
func (a Area) Edges(yield func(p, q Point)) {
	for _, poly := range a {
		for _, r := range poly {
			for i, p := range r {
				yield(p, r[(i+1)%len(r)])
			}
		}
	}
}
