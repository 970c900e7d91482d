package line

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"sitrep/internal/earth"
)

// rebuildLimit bounds the edges of a polygon that is rebuilt, cut where they
// cross.
const rebuildLimit = 200000

const (
	// grain is how near in degrees a point lies to an edge for it to count as
	// lying on it: a millimetre on the ground. The overlay library loses rings
	// where a point all but touches an edge, so such polygons are rebuilt too.
	grain = 1e-8
	// perDegree is the grid that a rebuilt polygon's points are rounded to; to
	// divide by it gives the same float64 each time.
	perDegree = 1e9
)

// rebuild makes a valid area of a polygon whose rings cross or touch themselves
// or one another, by the even-odd rule: ground is inside when a way out of it
// crosses the rings an odd number of times. Edges are split where they meet,
// edges walked twice cancel, and what is left bounds the inside.
func rebuild(p earth.Polygon) (earth.Area, error) {
	var edges []edge
	for _, r := range p {
		for i, a := range r {
			edges = append(edges, edge{round(a), round(r[(i+1)%len(r)])})
		}
	}
	var done bool
	for range 8 {
		if len(edges) > rebuildLimit {
			return nil, fmt.Errorf("it has more than %d edges, or crosses itself too often to be rebuilt", rebuildLimit)
		}
		edges = cancel(edges)
		if edges, done = split(edges); done {
			break
		}
	}
	if !done {
		return nil, errors.New("edges run too close together to be told apart")
	}
	area := assemble(trace(direct(cancel(edges))))
	if err := valid(area); err != nil {
		return nil, err
	}
	return area, nil
}

// crowded tells where a point of an area all but touches one of its edges.
func crowded(a earth.Area) error {
	edges := make([]edge, 0, a.Points())
	a.Edges(func(p, q earth.Point) { edges = append(edges, edge{p, q}) })
	n := len(edges)
	if edges = cancel(edges); len(edges) < n {
		return errors.New("an edge is walked twice")
	}
	if cut, done := split(edges); !done {
		was := map[edge]bool{}
		for _, e := range edges {
			was[e] = true
		}
		for _, e := range cut {
			if !was[e] {
				return fmt.Errorf("a ring touches an edge near %s", show(e.b))
			}
		}
	}
	return nil
}

type edge struct{ a, b earth.Point }

func round(p earth.Point) earth.Point {
	return earth.Point{Lon: math.Round(p.Lon*perDegree) / perDegree, Lat: math.Round(p.Lat*perDegree) / perDegree}
}

func less(p, q earth.Point) bool { return p.Lon < q.Lon || p.Lon == q.Lon && p.Lat < q.Lat }

// cancel drops edges of no length and every pair of equal edges, either way
// round; the edges come out sorted, each from its lesser end.
func cancel(edges []edge) []edge {
	for i, e := range edges {
		if less(e.b, e.a) {
			edges[i] = edge{e.b, e.a}
		}
	}
	slices.SortFunc(edges, func(e, f edge) int {
		switch {
		case e == f:
			return 0
		case less(e.a, f.a) || e.a == f.a && less(e.b, f.b):
			return -1
		}
		return 1
	})
	out := edges[:0]
	for _, e := range edges {
		switch {
		case e.a == e.b:
		case len(out) > 0 && out[len(out)-1] == e:
			out = out[:len(out)-1]
		default:
			out = append(out, e)
		}
	}
	return out
}

// split cuts sorted edges where they meet; done when nothing was cut.
func split(edges []edge) (out []edge, done bool) {
	cuts := make([][]earth.Point, len(edges))
	done = true
	total := len(edges)
	cut := func(i int, p earth.Point) {
		if p != edges[i].a && p != edges[i].b {
			cuts[i] = append(cuts[i], p)
			total++
			done = false
		}
	}
	var active []int
	for i, e := range edges {
		if total > rebuildLimit && !done {
			break // too many already: rebuild gives up, and crowded knows enough
		}
		kept := active[:0]
		for _, j := range active {
			if edges[j].b.Lon < e.a.Lon-2*grain {
				continue
			}
			kept = append(kept, j)
			meet(e, edges[j], func(p earth.Point) { cut(i, p); cut(j, p) })
		}
		active = append(kept, i)
	}
	if done {
		return edges, true
	}
	for i, e := range edges {
		at := cuts[i]
		if len(at) == 0 {
			out = append(out, e)
			continue
		}
		dx, dy := e.b.Lon-e.a.Lon, e.b.Lat-e.a.Lat
		slices.SortFunc(at, func(p, q earth.Point) int {
			d := (p.Lon-q.Lon)*dx + (p.Lat-q.Lat)*dy
			return map[bool]int{true: -1, false: 1}[d < 0]
		})
		from := e.a
		for _, p := range append(at, e.b) {
			out = append(out, edge{from, p})
			from = p
		}
	}
	return out, false
}

// meet gives the points where two edges must be cut.
func meet(e, f edge, cut func(earth.Point)) {
	if min(e.a.Lat, e.b.Lat) > max(f.a.Lat, f.b.Lat)+2*grain || min(f.a.Lat, f.b.Lat) > max(e.a.Lat, e.b.Lat)+2*grain {
		return
	}
	touched := false
	for _, p := range []earth.Point{f.a, f.b} {
		if onEdge(p, e) {
			cut(p)
			touched = true
		}
	}
	for _, p := range []earth.Point{e.a, e.b} {
		if onEdge(p, f) {
			cut(p)
			touched = true
		}
	}
	if touched {
		return
	}
	d := (e.b.Lon-e.a.Lon)*(f.b.Lat-f.a.Lat) - (e.b.Lat-e.a.Lat)*(f.b.Lon-f.a.Lon)
	if d == 0 {
		return
	}
	s := ((f.a.Lon-e.a.Lon)*(f.b.Lat-f.a.Lat) - (f.a.Lat-e.a.Lat)*(f.b.Lon-f.a.Lon)) / d
	t := ((f.a.Lon-e.a.Lon)*(e.b.Lat-e.a.Lat) - (f.a.Lat-e.a.Lat)*(e.b.Lon-e.a.Lon)) / d
	if s > 0 && s < 1 && t > 0 && t < 1 {
		cut(round(earth.Between(e.a, e.b, s)))
	}
}

// onEdge tells whether p lies within the grain of an edge's inside.
func onEdge(p earth.Point, e edge) bool {
	if p == e.a || p == e.b {
		return false
	}
	dx, dy := e.b.Lon-e.a.Lon, e.b.Lat-e.a.Lat
	n := dx*dx + dy*dy
	s := ((p.Lon-e.a.Lon)*dx + (p.Lat-e.a.Lat)*dy) / n
	if s <= 0 || s >= 1 {
		return false
	}
	q := earth.Between(e.a, e.b, s)
	return math.Hypot(p.Lon-q.Lon, p.Lat-q.Lat) <= grain
}
