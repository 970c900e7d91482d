package line

import (
	"math"

	"sitrep/internal/earth"
)

// pieceKM is the length that edges are cut to before each piece is told to be
// front or not.
const pieceKM = 1.0

// front gives the stretches of an area's edge that are front line: where the
// ground beyond is the country's and not held by the same side. A piece farther
// than the tolerance from coast and border is front where it lies in the country.
// A piece nearer is front only where ground of the country lies a tolerance
// beyond it, which tells a pocket at the border from the border itself.
func (b *Boundary) front(a earth.Area) []earth.Path {
	var out []earth.Path
	held := earth.NewWithin(a)
	for _, poly := range a {
		for i, r := range poly {
			pts := cutEdges(r)
			is := make([]bool, len(pts))
			near := make([]bool, len(pts))
			for k, p := range pts {
				is[k], near[k] = b.isFront(p, pts[(k+1)%len(pts)], held, i > 0)
			}
			b.settle(pts, is, near)
			out = append(out, runs(pts, is)...)
		}
	}
	return out
}

// cutEdges gives the ring's points with more put in, so that no edge is longer
// than pieceKM.
func cutEdges(r earth.Ring) []earth.Point {
	e := earth.WGS84()
	var out []earth.Point
	for i, p := range r {
		q := r[(i+1)%len(r)]
		f := e.Flat(p)
		x, y := f.XY(q)
		n := int(math.Ceil(math.Hypot(x, y) / 1000 / pieceKM))
		out = append(out, p)
		for k := 1; k < n; k++ {
			out = append(out, earth.Between(p, q, float64(k)/float64(n)))
		}
	}
	return out
}

// fan are the directions, in degrees from straight outward, in which the ground
// beyond is probed; more than half of them must find the country's ground.
var fan = [...]float64{-60, -30, 0, 30, 60}

// isFront judges the piece from p to q; near tells that it lies within the
// tolerance of the boundary. Held ground lies to the left of outer rings, which
// run counter-clockwise, and of holes, which run clockwise.
func (b *Boundary) isFront(p, q earth.Point, held *earth.Within, hole bool) (is, near bool) {
	m := earth.Between(p, q, 0.5)
	if b == nil {
		return true, false
	}
	if _, _, near = b.grid.Near(m, b.Tolerance*1000); !near {
		return b.within == nil || b.within.Holds(m), false
	}
	if b.within == nil {
		return false, true
	}
	f := earth.WGS84().Flat(m)
	x1, y1 := f.XY(p)
	x2, y2 := f.XY(q)
	length := math.Hypot(x2-x1, y2-y1)
	if length == 0 {
		return false, true
	}
	ox, oy := (y2-y1)/length, -(x2-x1)/length // to the right: outward
	found := 0
	for _, deg := range fan {
		s, c := math.Sincos(deg * math.Pi / 180)
		t := f.Point((ox*c-oy*s)*b.Tolerance*1000, (ox*s+oy*c)*b.Tolerance*1000)
		if b.within.Holds(t) && !held.Holds(t) {
			found++
		}
	}
	return 2*found > len(fan), true
}

// settle takes short doubtful runs for what lies on both sides of them: near the
// boundary a front shorter than the tolerance between coast and coast is coast,
// and a coast shorter than the tolerance between front and front is front.
func (b *Boundary) settle(pts []earth.Point, is, near []bool) {
	if b == nil {
		return
	}
	for _, want := range []bool{true, false} { // first join fronts, then drop lonely ones
		eachRun(is, func(from, n int) {
			if is[from] == want || n == len(is) {
				return
			}
			var km float64
			for k := range n {
				i := (from + k) % len(pts)
				if !near[i] {
					return
				}
				km += earth.WGS84().Distance(pts[i], pts[(i+1)%len(pts)]) / 1000
			}
			if km < b.Tolerance {
				for k := range n {
					is[(from+k)%len(pts)] = want
				}
			}
		})
	}
}

// eachRun gives each stretch of equal values round the ring.
func eachRun(is []bool, yield func(from, n int)) {
	start := -1
	for i := range is {
		if is[i] != is[(i+len(is)-1)%len(is)] {
			start = i
			break
		}
	}
	if start < 0 {
		yield(0, len(is))
		return
	}
	before := append([]bool(nil), is...) // yield may change values
	for k := 0; k < len(is); {
		from, n := (start+k)%len(is), 0
		for k+n < len(is) && before[(from+n)%len(is)] == before[from] {
			n++
		}
		yield(from, n)
		k += n
	}
}

// runs gives the front stretches as paths.
func runs(pts []earth.Point, is []bool) []earth.Path {
	var out []earth.Path
	eachRun(is, func(from, n int) {
		if !is[from] {
			return
		}
		path := make(earth.Path, 0, n+1)
		for k := range n + 1 {
			path = append(path, pts[(from+k)%len(pts)])
		}
		out = append(out, path)
	})
	return out
}
