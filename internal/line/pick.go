package line

import (
	"context"
	"slices"
	"strings"
)

// Filter chooses among series; empty fields choose all.
type Filter struct {
	Source string
	Holder string
}

// Pick is the map of one series that stands for a day. A series is what one
// source shows of one holder in one kind of map.
type Pick struct {
	Source string `json:"source"`
	Holder string `json:"holder,omitempty"`
	Kind   Kind   `json:"kind"`
	// Asked is the day asked for; Map the newest map on it or before, nil where
	// that is too old or there is none: then the day is a gap.
	Asked string `json:"asked"`
	Map   *Map   `json:"map,omitempty"`
	// Days is how much older than the day asked for the map is.
	Days int `json:"days_older"`
	// Before and After are the days of the nearest maps on either side of a gap,
	// empty where there is none.
	Before string `json:"nearest_before,omitempty"`
	After  string `json:"nearest_after,omitempty"`
}

// series is the maps of one source, holder and kind, by day.
type series struct {
	source, holder string
	kind           Kind
	maps           []*Map
}

// serieses sorts all maps into series, by source, holder and kind.
func (a *Atlas) serieses(ctx context.Context, f Filter) ([]series, error) {
	maps, err := a.List(ctx)
	if err != nil {
		return nil, err
	}
	var out []series
	for _, m := range maps {
		if f.Source != "" && !strings.EqualFold(m.Source, f.Source) || f.Holder != "" && !strings.EqualFold(m.Holder, f.Holder) {
			continue
		}
		i := slices.IndexFunc(out, func(s series) bool { return s.source == m.Source && s.holder == m.Holder && s.kind == m.Kind })
		if i < 0 {
			i = len(out)
			out = append(out, series{source: m.Source, holder: m.Holder, kind: m.Kind})
		}
		out[i].maps = append(out[i].maps, m)
	}
	for _, s := range out {
		slices.SortFunc(s.maps, func(x, y *Map) int { return strings.Compare(x.Day, y.Day) })
	}
	slices.SortFunc(out, func(x, y series) int {
		return strings.Compare(x.source+"\x00"+x.holder+"\x00"+string(x.kind), y.source+"\x00"+y.holder+"\x00"+string(y.kind))
	})
	return out, nil
}

// on picks the map that stands for a day; an empty day means the newest.
func (s *series) on(day string, maxGap int) Pick {
	p := Pick{Source: s.source, Holder: s.holder, Kind: s.kind, Asked: day}
	for _, m := range s.maps {
		if day == "" || m.Day <= day {
			p.Map, p.Before = m, m.Day
		} else if p.After == "" {
			p.After = m.Day
		}
	}
	if p.Map == nil || day == "" {
		return p
	}
	if p.Days = DaysBetween(p.Map.Day, day); p.Days > max(0, maxGap) {
		p.Map = nil
	}
	return p
}

// after picks the first map on a day or within maxGap days after it, or nil.
func (s *series) after(day string, maxGap int) *Map {
	for _, m := range s.maps {
		if m.Day >= day {
			if DaysBetween(day, m.Day) > max(0, maxGap) {
				return nil
			}
			return m
		}
	}
	return nil
}

// Picks gives, for each series, the map that stands for a day, side by side.
func (a *Atlas) Picks(ctx context.Context, day string, f Filter) ([]Pick, error) {
	all, err := a.serieses(ctx, f)
	if err != nil {
		return nil, err
	}
	out := make([]Pick, len(all))
	for i := range all {
		out[i] = all[i].on(day, a.s.MaxGap)
	}
	return out, nil
}

// Since gives the change of each series of ground from one day to another; an
// empty to means the newest map. gaps tells, in words, which series could not be
// compared and why.
func (a *Atlas) Since(ctx context.Context, from, to string, f Filter) (changes []*Change, gaps []string, err error) {
	all, err := a.serieses(ctx, f)
	if err != nil {
		return nil, nil, err
	}
	for _, s := range all {
		if s.kind != Ground {
			continue
		}
		before, after := s.on(from, a.s.MaxGap), s.on(to, a.s.MaxGap)
		if why := gap(before, after, a.s.MaxGap); why != "" {
			gaps = append(gaps, s.source+": "+why)
			continue
		}
		c, err := a.Change(ctx, before.Map.ID, after.Map.ID)
		if err != nil {
			return nil, nil, err
		}
		changes = append(changes, c)
	}
	return changes, gaps, nil
}

// gap says why two picks cannot be compared, or nothing.
func gap(before, after Pick, maxGap int) string {
	for _, p := range []Pick{before, after} {
		if p.Map == nil {
			return p.Gap(maxGap)
		}
	}
	if before.Map.ID == after.Map.ID {
		return "the same map, of " + before.Map.Day + ", stands for both days"
	}
	return ""
}

// Series is what one source shows of one holder in one kind of map.
type Series struct {
	Source string `json:"source"`
	Holder string `json:"holder,omitempty"`
	Kind   Kind   `json:"kind"`
	Maps   []*Map `json:"maps"` // by day, without shapes
}

// Series lists all series, by source, holder and kind.
func (a *Atlas) Series(ctx context.Context, f Filter) ([]Series, error) {
	all, err := a.serieses(ctx, f)
	out := make([]Series, len(all))
	for i, s := range all {
		out[i] = Series{Source: s.source, Holder: s.holder, Kind: s.kind, Maps: s.maps}
	}
	return out, err
}

// Stands picks the map of a series that stands for a day.
func (a *Atlas) Stands(s Series, day string) Pick {
	in := series{source: s.Source, holder: s.Holder, kind: s.Kind, maps: s.Maps}
	return in.on(day, a.s.MaxGap)
}

// MaxGap is how many days old a map may be to stand for a day.
func (a *Atlas) MaxGap() int { return a.s.MaxGap }
