package earth

import "math"

// Grid finds the segments near a point without looking at all of them. It is
// made once and may be used by several goroutines at once.
type Grid struct {
	e          *Ellipsoid
	box        Box
	size       float64 // of a cell, in degrees
	cols, rows int
	first      []int32 // index into list of each cell's first entry
	list       []int32 // segments by cell
	segs       [][2]Point
}

// NewGrid puts the segments of all paths into cells of a size in degrees.
func (e *Ellipsoid) NewGrid(paths []Path, size float64) *Grid {
	g := &Grid{e: e, box: EmptyBox(), size: size}
	for _, path := range paths {
		for i, p := range path {
			g.box = g.box.Add(p)
			if i > 0 {
				g.segs = append(g.segs, [2]Point{path[i-1], p})
			}
		}
	}
	if len(g.segs) == 0 {
		return g
	}
	g.cols = int((g.box.East-g.box.West)/size) + 1
	g.rows = int((g.box.North-g.box.South)/size) + 1
	g.first = make([]int32, g.cols*g.rows+1)
	g.cells(func(cell, _ int) { g.first[cell+1]++ })
	for i := 1; i < len(g.first); i++ {
		g.first[i] += g.first[i-1]
	}
	g.list = make([]int32, g.first[len(g.first)-1])
	next := append([]int32(nil), g.first...)
	g.cells(func(cell, seg int) {
		g.list[next[cell]] = int32(seg)
		next[cell]++
	})
	return g
}

// cells gives each cell that a segment's extent touches.
func (g *Grid) cells(yield func(cell, seg int)) {
	for i, s := range g.segs {
		b := EmptyBox().Add(s[0]).Add(s[1])
		c1, r1 := g.cell(Point{b.West, b.South})
		c2, r2 := g.cell(Point{b.East, b.North})
		for r := max(0, r1); r <= min(r2, g.rows-1); r++ {
			for c := max(0, c1); c <= min(c2, g.cols-1); c++ {
				yield(r*g.cols+c, i)
			}
		}
	}
}

// reach bounds a cell number, so that a point far off does not overflow.
const reach = 1 << 20

func (g *Grid) cell(p Point) (col, row int) {
	c := math.Floor((p.Lon - g.box.West) / g.size)
	r := math.Floor((p.Lat - g.box.South) / g.size)
	return int(max(-reach, min(reach, c))), int(max(-reach, min(reach, r)))
}

// Near gives the distance in metres from p to the nearest segment where that is
// below limit, and whether it is. The distance is taken in a plane, so that it is
// right to 0.1 % below 100 km.
func (g *Grid) Near(p Point, limit float64) (Point, float64, bool) {
	if len(g.segs) == 0 {
		return Point{}, 0, false
	}
	f := g.e.Flat(p)
	step := g.size * min(f.mx, f.my) // metres certain to be covered by each ring of cells
	col, row := g.cell(p)
	best, at := limit*limit, Point{}
	found := false
	for ring := 0; ring == 0 || float64(ring-1)*step < math.Sqrt(best); ring++ {
		if ring > g.cols+g.rows && outside(col, g.cols, ring) && outside(row, g.rows, ring) {
			break
		}
		g.ring(col, row, ring, func(i int32) {
			s := g.segs[i]
			x1, y1 := f.bent(s[0])
			x2, y2 := f.bent(s[1])
			if d2, share := foot(x1, y1, x2, y2); d2 < best {
				best, at, found = d2, Between(s[0], s[1], share), true
			}
		})
	}
	return at, math.Sqrt(best), found
}

func outside(at, n, ring int) bool { return at-ring < 0 && at+ring >= n }

// ring gives the segments of the cells at a distance of n cells.
func (g *Grid) ring(col, row, n int, yield func(seg int32)) {
	visit := func(c, r int) {
		if c < 0 || r < 0 || c >= g.cols || r >= g.rows {
			return
		}
		cell := r*g.cols + c
		for _, i := range g.list[g.first[cell]:g.first[cell+1]] {
			yield(i)
		}
	}
	for r := max(0, row-n); r <= min(g.rows-1, row+n); r++ {
		if r == row-n || r == row+n {
			for c := max(0, col-n); c <= min(g.cols-1, col+n); c++ {
				visit(c, r)
			}
			continue
		}
		visit(col-n, r)
		visit(col+n, r)
	}
}

// Within is an area indexed by bands of latitude, for asking often whether it
// holds a point.
type Within struct {
	box   Box
	size  float64
	bands [][][2]Point
}

// NewWithin indexes an area whose polygons do not overlap.
func NewWithin(a Area) *Within {
	w := &Within{box: a.Box()}
	if w.box.Empty() {
		return w
	}
	n := min(4096, 1+a.Points()/8)
	w.size = max((w.box.North-w.box.South)/float64(n), 1e-9)
	w.bands = make([][][2]Point, n+1)
	for _, poly := range a {
		for _, r := range poly {
			for i, p := range r {
				q := r[(i+1)%len(r)]
				lo, hi := w.band(min(p.Lat, q.Lat)), w.band(max(p.Lat, q.Lat))
				for b := lo; b <= hi; b++ {
					w.bands[b] = append(w.bands[b], [2]Point{p, q})
				}
			}
		}
	}
	return w
}

func (w *Within) band(lat float64) int {
	return max(0, min(len(w.bands)-1, int((lat-w.box.South)/w.size)))
}

// Holds tells whether p lies in the area.
func (w *Within) Holds(p Point) bool {
	if len(w.bands) == 0 || !w.box.Holds(p) {
		return false
	}
	in := false
	for _, s := range w.bands[w.band(p.Lat)] {
		a, b := s[0], s[1]
		if (a.Lat > p.Lat) != (b.Lat > p.Lat) && p.Lon < (b.Lon-a.Lon)*(p.Lat-a.Lat)/(b.Lat-a.Lat)+a.Lon {
			in = !in
		}
	}
	return in
}
