package line

import (
	"math"

	"github.com/peterstace/simplefeatures/geom"

	"sitrep/internal/earth"
	"sitrep/internal/outline"
)

// Sectors splits lines and areas by division, such as by oblast.
type Sectors struct {
	Name  string
	units []sectorUnit
}

type sectorUnit struct {
	code, name string
	area       earth.Area
	box        earth.Box
	within     *earth.Within
	edges      *earth.Grid
}

// NewSectors indexes the units of a layer.
func NewSectors(l *outline.Layer) *Sectors {
	s := &Sectors{Name: l.Name + " (" + l.Scale + ")"}
	for _, u := range l.Units {
		s.units = append(s.units, sectorUnit{u.Code, u.Name, u.Area, u.Area.Box(), earth.NewWithin(u.Area), earth.WGS84().NewGrid(u.Area.Paths(), cell)})
	}
	return s
}

// Elsewhere is the sector of what lies in no unit: ground that a map draws beyond
// the coast or the border of the layer.
const Elsewhere = "outside all sectors"

// Sector is one division's share.
type Sector struct {
	Code      string  `json:"code,omitempty"`
	Name      string  `json:"name"`
	KM        float64 `json:"front_km"`
	GainedKM2 float64 `json:"gained_km2"`
	LostKM2   float64 `json:"lost_km2"`
	AreaKM2   float64 `json:"area_km2,omitempty"` // held, where asked for
}

// tally sums up by unit; the last place is Elsewhere.
type tally []float64

func (s *Sectors) tally() tally { return make(tally, len(s.units)+1) }

// find gives the unit that holds p, or the nearest within Tolerance; len(units)
// where there is none.
func (s *Sectors) find(p earth.Point) int {
	for i, u := range s.units {
		if u.within.Holds(p) {
			return i
		}
	}
	best, at := Tolerance*1000, len(s.units)
	for i, u := range s.units {
		if !u.box.Grow(0.2).Holds(p) {
			continue
		}
		if _, d, ok := u.edges.Near(p, best); ok {
			best, at = d, i
		}
	}
	return at
}

// stepKM is the length of the pieces by which a front is given to sectors.
const stepKM = 0.25

// lengths splits front lines, generalised at Ruler, by unit, in kilometres.
func (s *Sectors) lengths(front []earth.Path) tally {
	out := s.tally()
	e := earth.WGS84()
	for _, path := range front {
		g := generalise(path, Ruler)
		for i := 1; i < len(g); i++ {
			km := e.Distance(g[i-1], g[i]) / 1000
			n := int(math.Ceil(km / stepKM))
			for k := range n {
				out[s.find(earth.Between(g[i-1], g[i], (float64(k)+0.5)/float64(n)))] += km / float64(n)
			}
		}
	}
	return out
}

// areas splits patches by unit, in square kilometres. What a map draws beyond the
// layer's edge counts to the unit that has most of the patch, else to the nearest
// within Tolerance.
func (s *Sectors) areas(patches []Patch) tally {
	out := s.tally()
	e := earth.WGS84()
	for _, patch := range patches {
		rest := patch.KM2
		box := patch.Polygon[0].Box()
		most, share := -1, 0.0
		for i, u := range s.units {
			if !u.box.Meets(box) {
				continue
			}
			part := earth.Area{patch.Polygon}
			if !u.whole(patch.Polygon[0]) {
				var err error
				if part, err = overlay(geom.Intersection, part, clip(u.area, box)); err != nil {
					continue // stays in the rest
				}
			}
			km2 := min(e.AreaOf(part)/1e6, rest)
			if km2 > share {
				most, share = i, km2
			}
			out[i] += km2
			if rest -= km2; rest < 1e-6 {
				break
			}
		}
		if most < 0 {
			most = s.find(patch.Polygon[0][0])
		}
		out[most] += max(0, rest)
	}
	return out
}

// whole tells whether a ring certainly lies in the unit: all points do, and no
// edge of the unit comes near.
func (u *sectorUnit) whole(r earth.Ring) bool {
	for _, p := range cutEdges(r) {
		if !u.within.Holds(p) {
			return false
		}
		if _, _, near := u.edges.Near(p, pieceKM*1000); near {
			return false
		}
	}
	// An enclave of another unit inside the ring would have edges there.
	return true
}

// clip keeps the polygons of an area that meet a box.
func clip(a earth.Area, box earth.Box) earth.Area {
	var out earth.Area
	for _, p := range a {
		if p[0].Box().Meets(box) {
			out = append(out, p)
		}
	}
	return out
}

// trifle is the figure in km or km² below which a sector is not listed.
const trifle = 0.01

// list makes the sectors in which anything is, by the layer's order.
func (s *Sectors) list(km, gained, lost, area tally) []Sector {
	at := func(t tally, i int) float64 {
		if t == nil || t[i] < trifle {
			return 0
		}
		return t[i]
	}
	var out []Sector
	for i := range len(s.units) + 1 {
		x := Sector{Name: Elsewhere, KM: at(km, i), GainedKM2: at(gained, i), LostKM2: at(lost, i), AreaKM2: at(area, i)}
		if max(x.KM, x.GainedKM2, x.LostKM2, x.AreaKM2) < trifle {
			continue
		}
		if i < len(s.units) {
			x.Code, x.Name = s.units[i].code, s.units[i].name
		}
		out = append(out, x)
	}
	return out
}
