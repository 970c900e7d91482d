package line

import (
	"slices"

	"sitrep/internal/earth"
)

// farKM bounds the search for the line; no advance is told beyond it.
const farKM = 500.0

// touching is how near in metres ground that changed hands must come to a line to
// count as adjoining it.
const touching = 100.0

// meter measures how far patches of ground lie from the line before.
type meter struct {
	boundary      *Boundary
	held          *earth.Grid // all edges of the ground held before
	before, after *earth.Grid // the front lines
	redrawn       float64     // km² so far
}

func newMeter(a, b drawn, boundary *Boundary) *meter {
	e := earth.WGS84()
	return &meter{boundary: boundary, held: e.NewGrid(a.Area.Paths(), cell),
		before: e.NewGrid(a.front, cell), after: e.NewGrid(b.front, cell)}
}

// patches measures each polygon; the farthest reach of those not redrawn is the
// whole's.
func (m *meter) patches(a earth.Area, measure func([]earth.Point) Reach) (out []Patch, km2 float64, far Reach) {
	for _, poly := range a {
		p := Patch{Polygon: poly, KM2: earth.WGS84().PolygonArea(poly) / 1e6}
		km2 += p.KM2
		pts := cutEdges(poly[0])
		if p.Redrawn = m.isRedrawn(pts); p.Redrawn {
			m.redrawn += p.KM2
		} else if p.Reach = measure(pts); p.Reach.KM > far.KM {
			far = p.Reach
		}
		out = append(out, p)
	}
	return out, km2, far
}

// isRedrawn tells whether a patch lies along coast or border and touches neither
// front.
func (m *meter) isRedrawn(pts []earth.Point) bool {
	if m.boundary == nil {
		return false
	}
	for _, p := range pts {
		if _, _, near := m.boundary.grid.Near(p, m.boundary.Tolerance*1000); !near {
			return false
		}
		if touches(m.before, p) || touches(m.after, p) {
			return false
		}
	}
	return true
}

func touches(g *earth.Grid, p earth.Point) bool {
	_, _, ok := g.Near(p, touching)
	return ok
}

// gain gives the point of ground gained that lies farthest from the ground held
// before. For a pocket that does not adjoin it the border or the coast counts as
// well, for ground may be entered from there.
func (m *meter) gain(pts []earth.Point) (far Reach) {
	adjoins := slices.ContainsFunc(pts, func(p earth.Point) bool { return touches(m.held, p) })
	for _, p := range pts {
		_, d, ok := m.held.Near(p, farKM*1000)
		if !adjoins && m.boundary != nil {
			if _, db, near := m.boundary.grid.Near(p, farKM*1000); near && (!ok || db < d) {
				d, ok = db, true
			}
		}
		far.reach(p, d, ok)
	}
	return far
}

// loss gives the point of ground lost that lies farthest behind the front line
// before, where the ground adjoins it.
func (m *meter) loss(pts []earth.Point) (far Reach) {
	if !slices.ContainsFunc(pts, func(p earth.Point) bool { return touches(m.before, p) }) {
		return far
	}
	for _, p := range pts {
		_, d, ok := m.before.Near(p, farKM*1000)
		far.reach(p, d, ok)
	}
	return far
}

func (r *Reach) reach(p earth.Point, metres float64, ok bool) {
	if km := metres / 1000; ok && km > r.KM {
		r.KM, r.At = km, &[2]float64{p.Lon, p.Lat}
	}
}
