package web

import (
	"math"
	"strconv"

	"sitrep/internal/earth"
)

// projection draws in Web Mercator, which map tiles use too. A unit is 100 m at
// the equator; x grows eastward and y southward from the view's corner.
type projection struct {
	west, north float64 // the corner in units
	w, h        int
}

// unitsPerRadian is the sphere's radius of Web Mercator in units.
const unitsPerRadian = 6378137.0 / 100

func mercator(p earth.Point) (x, y float64) {
	lat := max(-85, min(85, p.Lat)) * math.Pi / 180
	return p.Lon * math.Pi / 180 * unitsPerRadian, -math.Asinh(math.Tan(lat)) * unitsPerRadian
}

// project makes the projection that shows a box, widened to at least the ratio of
// width to height.
func project(b earth.Box, ratio float64) projection {
	x1, y1 := mercator(earth.Point{Lon: b.West, Lat: b.North})
	x2, y2 := mercator(earth.Point{Lon: b.East, Lat: b.South})
	if w, want := x2-x1, (y2-y1)*ratio; w < want {
		x1, x2 = x1-(want-w)/2, x2+(want-w)/2
	}
	return projection{x1, y1, int(math.Ceil(x2 - x1)), int(math.Ceil(y2 - y1))}
}

func (p projection) xy(q earth.Point) (x, y int) {
	fx, fy := mercator(q)
	return int(math.Round(fx - p.west)), int(math.Round(fy - p.north))
}

// box gives the view in degrees.
func (p projection) box() earth.Box {
	back := func(y float64) float64 { return math.Atan(math.Sinh(-y/unitsPerRadian)) * 180 / math.Pi }
	deg := 180 / math.Pi / unitsPerRadian
	return earth.Box{West: p.west * deg, East: (p.west + float64(p.w)) * deg, North: back(p.north), South: back(p.north + float64(p.h))}
}

// appendPath writes points as a path in steps, leaving out those that fall on
// the one before.
func (p projection) appendPath(b []byte, pts []earth.Point, closed bool) []byte {
	if len(pts) < 2 {
		return b
	}
	x, y := p.xy(pts[0])
	b = strconv.AppendInt(append(b, 'M'), int64(x), 10)
	b = strconv.AppendInt(append(b, ' '), int64(y), 10)
	first := true
	for _, q := range pts[1:] {
		nx, ny := p.xy(q)
		if nx == x && ny == y {
			continue
		}
		if first {
			b = append(b, 'l')
		}
		b = appendStep(b, nx-x, first)
		b = appendStep(b, ny-y, false)
		x, y, first = nx, ny, false
	}
	if closed {
		b = append(b, 'z')
	}
	return b
}

// appendStep writes a number; a minus sign parts it from the one before.
func appendStep(b []byte, n int, first bool) []byte {
	if !first && n >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func (p projection) area(a earth.Area) string {
	var b []byte
	for _, poly := range a {
		for _, r := range poly {
			b = p.appendPath(b, r, true)
		}
	}
	return string(b)
}

func (p projection) paths(ps []earth.Path) string {
	var b []byte
	for _, path := range ps {
		b = p.appendPath(b, path, false)
	}
	return string(b)
}
