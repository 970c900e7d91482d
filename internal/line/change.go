package line

import (
	"github.com/peterstace/simplefeatures/geom"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
)

// Change is the ground that changed hands between two maps of one source. Seen
// from the holder of the area: gained is ground held on the later day only, lost
// ground held on the earlier day only.
type Change struct {
	Source string `json:"source"`
	Holder string `json:"holder,omitempty"`
	From   string `json:"from"` // day of the earlier map
	To     string `json:"to"`   // day of the later map
	// FromMap and ToMap are the ids of the maps.
	FromMap ID `json:"from_map"`
	ToMap   ID `json:"to_map"`

	BeforeKM2 float64 `json:"area_before_km2"`
	AfterKM2  float64 `json:"area_after_km2"`
	GainedKM2 float64 `json:"gained_km2"`
	LostKM2   float64 `json:"lost_km2"`
	NetKM2    float64 `json:"net_km2"` // after less before
	// RedrawnKM2 is the part of gained and lost together that lies along coast or
	// border and touches neither day's front: the source drew that edge anew, and
	// nobody moved.
	RedrawnKM2 float64 `json:"redrawn_km2"`
	// ResidualKM2 is gained less lost less net: what the overlay and the rounding
	// left unexplained.
	ResidualKM2 float64 `json:"residual_km2"`
	// Share is the ground that changed hands, either way and without what was
	// redrawn, as a fraction of the area before.
	Share float64 `json:"share_changed"`
	// Advance is the farthest that ground gained lies from the line before, and
	// Retreat the same of ground lost that adjoins it. Ground lost elsewhere, such
	// as an enclave or a lake drawn into held ground, counts by its area only.
	Advance Reach `json:"advance"`
	Retreat Reach `json:"retreat"`

	Gained []Patch `json:"-"`
	Lost   []Patch `json:"-"`
}

// Patch is one piece of ground that changed hands.
type Patch struct {
	Polygon earth.Polygon
	KM2     float64
	Redrawn bool  // see Change.RedrawnKM2
	Reach   Reach // how far it lies from the line before; none for ground lost behind the line
}

// Reach is a distance and where it is reached; zero where there is none.
type Reach struct {
	KM float64 `json:"km"`
	// At is longitude and latitude.
	At *[2]float64 `json:"at,omitempty"`
}

// drawn is a map with the front line found in it.
type drawn struct {
	*Map
	front []earth.Path
}

// compare finds what changed between two maps of ground.
func compare(a, b drawn, boundary *Boundary) (*Change, error) {
	if a.Kind != Ground || b.Kind != Ground {
		return nil, fault.New(fault.Invalid, "line.compare", string(b.ID), nil).
			Hinted("only maps of ground held can be compared, not lines alone")
	}
	lost, both, err := Difference(a.Area, b.Area)
	if err != nil {
		return nil, err
	}
	gained, err := gainedOver(a.Area, b.Area, both)
	if err != nil {
		return nil, err
	}
	e := earth.WGS84()
	c := &Change{Source: b.Source, Holder: b.Holder, From: a.Day, To: b.Day, FromMap: a.ID, ToMap: b.ID,
		BeforeKM2: e.AreaOf(a.Area) / 1e6, AfterKM2: e.AreaOf(b.Area) / 1e6}
	m := newMeter(a, b, boundary)
	c.Gained, c.GainedKM2, c.Advance = m.patches(gained, m.gain)
	c.Lost, c.LostKM2, c.Retreat = m.patches(lost, m.loss)
	c.RedrawnKM2 = m.redrawn
	c.NetKM2 = c.AfterKM2 - c.BeforeKM2
	c.ResidualKM2 = c.GainedKM2 - c.LostKM2 - c.NetKM2
	if c.BeforeKM2 > 0 {
		c.Share = (c.GainedKM2 + c.LostKM2 - c.RedrawnKM2) / c.BeforeKM2
	}
	return c, nil
}

// gainedOver gives the ground in b and not in a; the ground in both is known
// already, so that one overlay less is needed.
func gainedOver(a, b, both earth.Area) (earth.Area, error) {
	if len(a) == 0 {
		return b, nil
	}
	gained, err := overlay(geom.Difference, b, a)
	if err == nil {
		if err = verify(b, a, gained, both); err == nil {
			return gained, nil
		}
	}
	gained, _, err = Difference(b, a) // with its further attempts
	return gained, err
}

// Compare finds what changed between two maps of ground. The front lines of both
// are found on the way; an Atlas remembers them.
func Compare(a, b *Map, boundary *Boundary) (*Change, error) {
	if !boundary.covers(a.Area.Box()) {
		boundary = nil
	}
	return compare(drawn{a, boundary.front(a.Area)}, drawn{b, boundary.front(b.Area)}, boundary)
}
