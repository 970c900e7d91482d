package line

import (
	"math"
	"slices"

	"sitrep/internal/earth"
)

// direct turns each edge so that the inside lies to its left. The side is found
// by counting the other edges on the way out, at the edge's middle.
func direct(edges []edge) []edge {
	out := make([]edge, len(edges))
	rows, columns := newBands(edges, true), newBands(edges, false)
	for i, e := range edges {
		steep := math.Abs(e.b.Lat-e.a.Lat) >= math.Abs(e.b.Lon-e.a.Lon)
		m := earth.Between(e.a, e.b, 0.5)
		near := columns.at(m.Lon)
		if steep {
			near = rows.at(m.Lat)
		}
		count := 0
		for _, j := range near {
			if int(j) != i && before(edges[j], m, steep) {
				count++
			}
		}
		// An odd count: the inside lies west of a steep edge, south of a flat one.
		odd := count%2 == 1
		west := e
		if steep {
			if e.a.Lat > e.b.Lat {
				west = edge{e.b, e.a}
			} // now northward: its left is west
		} else if e.a.Lon < e.b.Lon {
			west = edge{e.b, e.a} // now westward: its left is south
		}
		if !odd {
			west = edge{west.b, west.a}
		}
		out[i] = west
	}
	return out
}

// bands finds the edges that cross a latitude, or a longitude, without looking at
// all of them.
type bands struct {
	low, size float64
	list      [][]int32
}

func newBands(edges []edge, rows bool) bands {
	span := func(e edge) (float64, float64) {
		if rows {
			return min(e.a.Lat, e.b.Lat), max(e.a.Lat, e.b.Lat)
		}
		return min(e.a.Lon, e.b.Lon), max(e.a.Lon, e.b.Lon)
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, e := range edges {
		l, h := span(e)
		low, high = min(low, l), max(high, h)
	}
	n := min(2048, 1+len(edges)/8)
	b := bands{low, max((high-low)/float64(n), 1e-12), make([][]int32, n+1)}
	for i, e := range edges {
		l, h := span(e)
		for k := b.band(l); k <= b.band(h); k++ {
			b.list[k] = append(b.list[k], int32(i))
		}
	}
	return b
}

func (b *bands) band(x float64) int {
	return max(0, min(len(b.list)-1, int((x-b.low)/b.size)))
}

func (b *bands) at(x float64) []int32 { return b.list[b.band(x)] }

// before tells whether f crosses the way west of m (steep) or south of it.
func before(f edge, m earth.Point, steep bool) bool {
	if steep {
		return (f.a.Lat > m.Lat) != (f.b.Lat > m.Lat) &&
			(f.b.Lon-f.a.Lon)*(m.Lat-f.a.Lat)/(f.b.Lat-f.a.Lat)+f.a.Lon < m.Lon
	}
	return (f.a.Lon > m.Lon) != (f.b.Lon > m.Lon) &&
		(f.b.Lat-f.a.Lat)*(m.Lon-f.a.Lon)/(f.b.Lon-f.a.Lon)+f.a.Lat < m.Lat
}

// trace walks directed edges to simple rings. Where several leave a point it
// takes the next one clockwise from the way it came, which stays along the same
// piece of ground; a walk that meets itself is cut into rings there.
func trace(edges []edge) []earth.Ring {
	from := map[earth.Point][]int{}
	for i, e := range edges {
		from[e.a] = append(from[e.a], i)
	}
	used := make([]bool, len(edges))
	var rings []earth.Ring
	for i := range edges {
		if used[i] {
			continue
		}
		var walk earth.Ring
		at := map[earth.Point]int{}
		for k := i; k >= 0 && !used[k]; {
			used[k] = true
			e := edges[k]
			if j, ok := at[e.a]; ok { // been here: cut the loop off
				rings = append(rings, slices.Clone(walk[j:]))
				for _, p := range walk[j:] {
					delete(at, p)
				}
				walk = walk[:j]
			}
			at[e.a] = len(walk)
			walk = append(walk, e.a)
			k = clockwise(edges, from[e.b], used, e)
		}
		if len(walk) > 2 {
			rings = append(rings, walk)
		}
	}
	return rings
}

// clockwise picks the unused edge that comes first clockwise from the way back.
func clockwise(edges []edge, choice []int, used []bool, came edge) int {
	best, turn := -1, math.Inf(1)
	back := math.Atan2(came.a.Lat-came.b.Lat, came.a.Lon-came.b.Lon)
	for _, k := range choice {
		if used[k] {
			continue
		}
		e := edges[k]
		t := math.Mod(back-math.Atan2(e.b.Lat-e.a.Lat, e.b.Lon-e.a.Lon)+4*math.Pi, 2*math.Pi)
		if t == 0 {
			t = 2 * math.Pi
		}
		if t < turn {
			best, turn = k, t
		}
	}
	return best
}

// assemble puts holes (clockwise rings) into the smallest outer ring around them.
func assemble(rings []earth.Ring) earth.Area {
	var out earth.Area
	var sizes []float64
	var holes []earth.Ring
	for _, r := range rings {
		if len(r) < 3 {
			continue
		}
		switch a := planar(earth.WGS84().Flat(r[0]), r); {
		case a >= sliver:
			out = append(out, earth.Polygon{r})
			sizes = append(sizes, a)
		case a <= -sliver:
			holes = append(holes, r)
		}
	}
	for _, h := range holes {
		m := earth.Between(h[0], h[1], 0.5)
		best := -1
		for i, p := range out {
			if p[0].Holds(m) && (best < 0 || sizes[i] < sizes[best]) {
				best = i
			}
		}
		if best >= 0 {
			out[best] = append(out[best], h)
		}
	}
	return out
}
