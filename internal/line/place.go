package line

import (
	"context"
	"math"

	"sitrep/internal/earth"
)

// Standing is where a point lies on one map.
type Standing struct {
	Source string `json:"source"`
	Holder string `json:"holder,omitempty"`
	Day    string `json:"day"`
	Map    ID     `json:"map"`
	// Held tells whether the point lies in the ground that the map shows as held.
	Held bool `json:"held"`
	// KM is the distance to the front line in kilometres, and Nearest the
	// longitude and latitude of its nearest point; both are absent where the map
	// has no front line.
	KM      *float64    `json:"km_from_line,omitempty"`
	Nearest *[2]float64 `json:"nearest,omitempty"`
}

// At tells for a place and a day, by each source with a map of ground for it, on
// which side the place lies and how far from the line. Sources whose maps are too
// old give a gap in words.
func (a *Atlas) At(ctx context.Context, lon, lat float64, day string, f Filter) (out []Standing, gaps []string, err error) {
	picks, err := a.Picks(ctx, day, f)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range picks {
		if p.Kind != Ground {
			continue
		}
		if p.Map == nil {
			gaps = append(gaps, p.Source+": "+p.Gap(a.s.MaxGap))
			continue
		}
		s, err := a.at(ctx, p.Map.ID, earth.Point{Lon: lon, Lat: lat})
		if err != nil {
			return nil, nil, err
		}
		out = append(out, s)
	}
	return out, gaps, nil
}

// at places a point on one map.
func (a *Atlas) at(ctx context.Context, id ID, p earth.Point) (Standing, error) {
	state, err := a.State(ctx, id)
	if err != nil {
		return Standing{}, err
	}
	s := Standing{Source: state.Source, Holder: state.Holder, Day: state.Day, Map: state.ID, Held: state.Area.Holds(p)}
	near, metres := earth.WGS84().Nearest(p, state.Front)
	if math.IsInf(metres, 1) {
		return s, nil
	}
	km := metres / 1000
	s.KM, s.Nearest = &km, &[2]float64{near.Lon, near.Lat}
	return s, nil
}
