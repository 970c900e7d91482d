package line

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"

	"sitrep/internal/earth"
)

// IsDay tells whether s is a day as YYYY-MM-DD.
func IsDay(s string) bool { _, ok := parseDay(s); return ok }

// Shown is the line of one series on a day: its state, or the gap in words.
type Shown struct {
	Source string `json:"source"`
	Holder string `json:"holder,omitempty"`
	Kind   Kind   `json:"kind"`
	Asked  string `json:"asked,omitempty"`
	Days   int    `json:"days_older"`
	State  *State `json:"state,omitempty"`
	Gap    string `json:"gap,omitempty"`
}

// On gives the line on a day, each series by itself; an empty day means the newest
// map of each.
func (a *Atlas) On(ctx context.Context, day string, f Filter) ([]Shown, error) {
	picks, err := a.Picks(ctx, day, f)
	if err != nil {
		return nil, err
	}
	out := make([]Shown, len(picks))
	for i, p := range picks {
		out[i] = Shown{Source: p.Source, Holder: p.Holder, Kind: p.Kind, Asked: p.Asked, Days: p.Days}
		if p.Map == nil {
			out[i].Gap = p.Gap(a.s.MaxGap)
			continue
		}
		if out[i].State, err = a.State(ctx, p.Map.ID); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// CollectShown puts the line of a day into GeoJSON.
func CollectShown(shown []Shown) *Collection {
	var features []Feature
	var gaps []string
	box := earth.EmptyBox()
	for _, s := range shown {
		if s.State == nil {
			gaps = append(gaps, s.Source+": "+s.Gap)
			continue
		}
		features = append(features, s.State.Features(s.Asked, s.Days)...)
		box = box.Join(s.State.Map.Box())
	}
	c := Collect(features, box)
	c.Gaps = gaps
	return c
}

// CollectChanges puts changes into GeoJSON.
func CollectChanges(changes []*Change, sectors [][]Sector, gaps []string) *Collection {
	var features []Feature
	box := earth.EmptyBox()
	for _, c := range changes {
		features = append(features, c.Features()...)
		box = box.Join(c.Box())
	}
	c := Collect(features, box)
	c.Gaps, c.Changes, c.Sectors = gaps, changes, sectors
	return c
}

// WriteShown writes the line of a day as CSV: a row for each series, or for each
// sector of each.
func WriteShown(w io.Writer, shown []Shown) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"source", "holder", "kind", "asked", "day", "days_older", "sector", "area_km2",
		"front_km_ruler_0.1", "front_km_ruler_1", "front_km_ruler_10", "boundary", "tolerance_km", "map", "gap"})
	for _, s := range shown {
		head := []string{s.Source, s.Holder, string(s.Kind), s.Asked}
		if s.State == nil {
			_ = out.Write(append(head, "", "", "", "", "", "", "", "", "", "", s.Gap))
			continue
		}
		head = append(head, s.State.Day, strconv.Itoa(s.Days))
		tail := []string{s.State.Boundary, plain(s.State.Tolerance), string(s.State.ID), ""}
		row := append(append([]string(nil), head...), "", plain(s.State.AreaKM2))
		for _, l := range s.State.Lengths {
			row = append(row, plain(l.KM))
		}
		_ = out.Write(append(row, tail...))
		for _, x := range s.State.Sectors {
			row := append(append([]string(nil), head...), x.Name, "", "", plain(x.KM), "")
			_ = out.Write(append(row, tail...))
		}
	}
	out.Flush()
	return out.Error()
}
