package line

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"sitrep/internal/archive"
	"sitrep/internal/earth"
	"sitrep/internal/fault"
)

// MaxGap is how many days old the newest map before a day may be to stand for
// that day, unless the asker says otherwise. Beyond, the day is a gap.
const MaxGap = 7

// Settings are what an Atlas is made with.
type Settings struct {
	Store    Store
	Boundary *Boundary // nil: the whole edge counts as front
	Sectors  *Sectors  // nil: no sectors
	MaxGap   int       // 0 means MaxGap; negative means the very day only
}

// Atlas answers questions from the maps of a store. It may be used by several
// goroutines at once and remembers what it has measured.
type Atlas struct {
	s      Settings
	mu     sync.Mutex
	maps   map[ID]*Map
	found  map[ID]*State
	order  []ID              // of maps, oldest use first
	change map[[2]ID]*Change // the last few
}

// NewAtlas makes an atlas.
func NewAtlas(s Settings) *Atlas {
	if s.MaxGap == 0 {
		s.MaxGap = MaxGap
	}
	return &Atlas{s: s, maps: map[ID]*Map{}, found: map[ID]*State{}, change: map[[2]ID]*Change{}}
}

// keepMaps bounds how many maps stay in memory: 512 of about 3,000 points take
// 25 MB.
const keepMaps = 512

// Add keeps maps in one step, all or none, and gives how many were new.
func (a *Atlas) Add(ctx context.Context, maps []Map, replace bool) (int, error) {
	kept := make([]archive.LineMap, len(maps))
	for i := range maps {
		kept[i] = maps[i].keep()
	}
	return a.s.Store.AddMaps(ctx, kept, replace)
}

// Boundary gives the boundary that fronts are told apart from, or nil.
func (a *Atlas) Boundary() *Boundary { return a.s.Boundary }

// List gives all maps without their shapes, by day.
func (a *Atlas) List(ctx context.Context) ([]*Map, error) {
	kept, err := a.s.Store.Maps(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*Map, len(kept))
	for i := range kept {
		out[i] = head(&kept[i])
	}
	return out, nil
}

// Map gives a map with its shapes, which must not be changed.
func (a *Atlas) Map(ctx context.Context, id ID) (*Map, error) {
	a.mu.Lock()
	m := a.maps[id]
	a.mu.Unlock()
	if m != nil {
		return m, nil
	}
	kept, err := a.s.Store.Map(ctx, string(id))
	if err != nil {
		return nil, err
	}
	if m, err = open(&kept); err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.maps[id] == nil {
		a.order = append(a.order, id)
	}
	a.maps[id] = m
	if len(a.order) > keepMaps {
		delete(a.maps, a.order[0])
		delete(a.found, a.order[0])
		a.order = a.order[1:]
	}
	return m, nil
}

// State is the line as one map shows it.
type State struct {
	*Map
	AreaKM2 float64 `json:"area_km2,omitempty"`
	// Lengths are the front line's, by ruler.
	Lengths [len(Rulers)]Length `json:"front_km"`
	// Spacing is the mean distance between the points that draw the front. From
	// Coarse on, lengths are no more than lower bounds.
	Spacing float64 `json:"spacing_km,omitempty"`
	// Boundary and Tolerance tell what was taken for coast and border.
	Boundary  string  `json:"boundary,omitempty"`
	Tolerance float64 `json:"tolerance_km,omitempty"`
	// Sectors are there when they were asked for.
	Sectors []Sector `json:"sectors,omitempty"`

	Front []earth.Path `json:"-"`
}

// KM gives the length at the ruler that single figures are told at.
func (s *State) KM() float64 {
	for _, l := range s.Lengths {
		if l.Ruler == Ruler {
			return l.KM
		}
	}
	return 0
}

// Rough tells whether the line is drawn so coarsely that its length is no more
// than a lower bound.
func (s *State) Rough() bool { return s.Spacing > Coarse }

// State measures one map.
func (a *Atlas) State(ctx context.Context, id ID) (*State, error) {
	a.mu.Lock()
	s := a.found[id]
	a.mu.Unlock()
	if s != nil {
		return s, nil
	}
	m, err := a.Map(ctx, id)
	if err != nil {
		return nil, err
	}
	s = &State{Map: m, AreaKM2: m.SquareKM(), Front: m.Lines}
	if m.Kind == Ground {
		var b *Boundary
		if a.s.Boundary.covers(m.Area.Box()) {
			b = a.s.Boundary
			s.Boundary, s.Tolerance = b.Name, b.Tolerance
		}
		s.Front = b.front(m.Area)
	}
	s.Lengths, s.Spacing = lengths(s.Front), spacing(s.Front)
	a.mu.Lock()
	a.found[id] = s
	a.mu.Unlock()
	return s, nil
}

// States measures many maps, on all cores, in their order.
func (a *Atlas) States(ctx context.Context, ids []ID) ([]*State, error) {
	out := make([]*State, len(ids))
	errs := make([]error, len(ids))
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				out[i], errs[i] = a.State(ctx, ids[i])
			}
		})
	}
	for i := range ids {
		next <- i
	}
	close(next)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// BySector gives a state with its sectors; they are "unknown" without a layer.
func (a *Atlas) BySector(s *State) *State {
	if a.s.Sectors == nil {
		return s
	}
	t := *s
	t.Sectors = a.s.Sectors.list(a.s.Sectors.lengths(s.Front), nil, nil, nil)
	return &t
}

// Change compares two maps; the answer must not be changed.
func (a *Atlas) Change(ctx context.Context, from, to ID) (*Change, error) {
	key := [2]ID{from, to}
	a.mu.Lock()
	c := a.change[key]
	a.mu.Unlock()
	if c != nil {
		return c, nil
	}
	before, err := a.State(ctx, from)
	if err != nil {
		return nil, err
	}
	after, err := a.State(ctx, to)
	if err != nil {
		return nil, err
	}
	var b *Boundary
	if a.s.Boundary.covers(before.Area.Box()) {
		b = a.s.Boundary
	}
	if c, err = compare(drawn{before.Map, before.Front}, drawn{after.Map, after.Front}, b); err != nil {
		return nil, fmt.Errorf("%s to %s: %w", before.Day, after.Day, err)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.change) >= keepMaps {
		clear(a.change)
	}
	a.change[key] = c
	return c, nil
}

// ChangeSectors splits a change by sector, with the front's length on the later
// day.
func (a *Atlas) ChangeSectors(ctx context.Context, c *Change) ([]Sector, error) {
	if a.s.Sectors == nil {
		return nil, fault.New(fault.NotFound, "line.ChangeSectors", "sectors", nil).Hinted("give a layer of divisions with --sectors FILE")
	}
	s, err := a.State(ctx, c.ToMap)
	if err != nil {
		return nil, err
	}
	t := a.s.Sectors
	return t.list(t.lengths(s.Front), t.areas(c.Gained), t.areas(c.Lost), nil), nil
}

// Warm measures every map, so that the first question is answered at once. It
// gives up quietly when ctx ends.
func (a *Atlas) Warm(ctx context.Context) error {
	maps, err := a.List(ctx)
	if err != nil {
		return err
	}
	for _, m := range maps[max(0, len(maps)-keepMaps):] {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if _, err := a.State(ctx, m.ID); err != nil {
			return err
		}
	}
	return nil
}
