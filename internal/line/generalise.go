package line

import (
	"math"

	"sitrep/internal/earth"
)

// Rulers are the generalisations in kilometres at which lengths are told; a
// front, like a coast, grows as the ruler shrinks.
var Rulers = [...]float64{0.1, 1, 10}

// Ruler is the generalisation at which a single figure is told, in kilometres.
const Ruler = 1.0

// generalise drops the points of a path that lie within a tolerance of the line
// without them (Douglas and Peucker 1973). The ends stay.
func generalise(path earth.Path, km float64) earth.Path {
	if len(path) < 3 {
		return path
	}
	keep := make([]bool, len(path))
	keep[0], keep[len(path)-1] = true, true
	flat := earth.WGS84().Flat(path[len(path)/2])
	xs, ys := make([]float64, len(path)), make([]float64, len(path))
	for i, p := range path {
		xs[i], ys[i] = flat.XY(p)
	}
	limit := km * 1000 * km * 1000
	type span struct{ a, b int }
	stack := []span{{0, len(path) - 1}}
	for len(stack) > 0 {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		far, at := limit, -1
		for i := s.a + 1; i < s.b; i++ {
			if d := offset(xs, ys, i, s.a, s.b); d > far {
				far, at = d, i
			}
		}
		if at >= 0 {
			keep[at] = true
			stack = append(stack, span{s.a, at}, span{at, s.b})
		}
	}
	var out earth.Path
	for i, p := range path {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

// offset gives the square of the distance of point i from the segment a–b.
func offset(xs, ys []float64, i, a, b int) float64 {
	x, y := xs[i]-xs[a], ys[i]-ys[a]
	dx, dy := xs[b]-xs[a], ys[b]-ys[a]
	if n := dx*dx + dy*dy; n > 0 {
		t := math.Min(1, math.Max(0, (x*dx+y*dy)/n))
		x, y = x-t*dx, y-t*dy
	}
	return x*x + y*y
}

// Length is a front line's length in kilometres by ruler.
type Length struct {
	Ruler float64 `json:"ruler_km"`
	KM    float64 `json:"km"`
}

// lengths measures paths with every ruler.
func lengths(paths []earth.Path) [len(Rulers)]Length {
	var out [len(Rulers)]Length
	e := earth.WGS84()
	for i, ruler := range Rulers {
		out[i].Ruler = ruler
		for _, p := range paths {
			out[i].KM += e.LengthOf(generalise(p, ruler)) / 1000
		}
	}
	return out
}

// Coarse is the spacing in kilometres from which on a line is drawn too coarsely
// for its length to be more than a lower bound: five times the ruler that single
// figures are told at.
const Coarse = 5 * Ruler

// spacing gives the mean distance in kilometres between the points with which
// paths are drawn; points on a straight line between others (within 10 m) do not
// count.
func spacing(paths []earth.Path) float64 {
	var km float64
	pieces := 0
	for _, p := range paths {
		g := generalise(p, 0.01)
		km += earth.WGS84().LengthOf(g) / 1000
		pieces += len(g) - 1
	}
	if pieces == 0 {
		return 0
	}
	return km / float64(pieces)
}

// Simplify drops the points of a path that lie within a tolerance in kilometres of
// the line without them, for drawing.
func Simplify(path earth.Path, km float64) earth.Path { return generalise(path, km) }
