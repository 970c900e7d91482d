package line

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"strconv"

	"sitrep/internal/earth"
)

// Collection is a GeoJSON FeatureCollection after RFC 7946: WGS 84, outer rings
// counter-clockwise, no "crs".
type Collection struct {
	Type     string     `json:"type"`
	BBox     []float64  `json:"bbox,omitempty"`
	Features []Feature  `json:"features"`
	Gaps     []string   `json:"gaps,omitempty"`
	Changes  []*Change  `json:"changes,omitempty"`
	Sectors  [][]Sector `json:"sectors,omitempty"` // for each change
}

// Feature is a GeoJSON feature.
type Feature struct {
	Type       string          `json:"type"`
	ID         string          `json:"id,omitempty"`
	Geometry   json.RawMessage `json:"geometry"`
	Properties any             `json:"properties"`
}

// Features puts a map's ground and its front line as features of their own.
func (s *State) Features(asked string, daysOlder int) []Feature {
	p := stateProperties{Asked: asked, DaysOlder: daysOlder, Source: s.Source, Day: s.Day, Holder: s.Holder, Map: s.ID,
		Boundary: s.Boundary, Tolerance: s.Tolerance, Notes: s.Notes, Sample: s.Sample}
	var out []Feature
	if len(s.Area) > 0 {
		q := p
		q.Shows, q.AreaKM2 = "ground held", s.AreaKM2
		out = append(out, Feature{Type: "Feature", ID: string(s.ID) + "-ground", Geometry: geometry("MultiPolygon", appendArea(nil, s.Area)), Properties: q})
	}
	q := p
	q.Shows, q.FrontKM = "front line", s.Lengths[:]
	return append(out, Feature{Type: "Feature", ID: string(s.ID) + "-front", Geometry: geometry("MultiLineString", appendPaths(nil, s.Front)), Properties: q})
}

type stateProperties struct {
	Shows     string   `json:"shows"`
	Source    string   `json:"source"`
	Holder    string   `json:"holder,omitempty"`
	Day       string   `json:"day"`
	Asked     string   `json:"asked,omitempty"`
	DaysOlder int      `json:"days_older"`
	Map       ID       `json:"map"`
	AreaKM2   float64  `json:"area_km2,omitempty"`
	FrontKM   []Length `json:"front_km,omitempty"`
	Boundary  string   `json:"boundary,omitempty"`
	Tolerance float64  `json:"tolerance_km,omitempty"`
	Notes     []string `json:"notes,omitempty"`
	Sample    bool     `json:"sample,omitempty"`
}

type patchProperties struct {
	Change  string  `json:"change"` // "gained" or "lost", seen from the holder
	Source  string  `json:"source"`
	Holder  string  `json:"holder,omitempty"`
	From    string  `json:"from"`
	To      string  `json:"to"`
	KM2     float64 `json:"area_km2"`
	Reach   *Reach  `json:"reach,omitempty"`
	Redrawn bool    `json:"redrawn"`
}

// Features puts each piece of ground that changed hands as a feature.
func (c *Change) Features() []Feature {
	var out []Feature
	add := func(change string, patches []Patch) {
		for _, p := range patches {
			q := patchProperties{Change: change, Source: c.Source, Holder: c.Holder, From: c.From, To: c.To, KM2: p.KM2, Redrawn: p.Redrawn}
			if p.Reach.KM > 0 {
				q.Reach = &p.Reach
			}
			out = append(out, Feature{Type: "Feature", Geometry: geometry("Polygon", appendPolygonJSON(nil, p.Polygon)), Properties: q})
		}
	}
	add("gained", c.Gained)
	add("lost", c.Lost)
	return out
}

// Collect makes a collection with its bounding box.
func Collect(features []Feature, box earth.Box) *Collection {
	c := &Collection{Type: "FeatureCollection", Features: features}
	if features == nil {
		c.Features = []Feature{}
	}
	if !box.Empty() {
		c.BBox = []float64{box.West, box.South, box.East, box.North}
	}
	return c
}

// Box gives the extent of the ground that changed hands.
func (c *Change) Box() earth.Box {
	b := earth.EmptyBox()
	for _, ps := range [][]Patch{c.Gained, c.Lost} {
		for _, p := range ps {
			b = b.Join(p.Polygon[0].Box())
		}
	}
	return b
}

// Box gives the extent of the map.
func (m *Map) Box() earth.Box {
	b := m.Area.Box()
	for _, path := range m.Lines {
		for _, p := range path {
			b = b.Add(p)
		}
	}
	return b
}

func geometry(kind string, coordinates []byte) json.RawMessage {
	return append(append([]byte(`{"type":"`+kind+`","coordinates":`), coordinates...), '}')
}

func appendArea(b []byte, a earth.Area) []byte {
	return appendList(b, len(a), func(b []byte, i int) []byte { return appendPolygonJSON(b, a[i]) })
}

func appendPolygonJSON(b []byte, p earth.Polygon) []byte {
	return appendList(b, len(p), func(b []byte, i int) []byte { return appendPoints(b, p[i].Closed()) })
}

func appendPaths(b []byte, ps []earth.Path) []byte {
	return appendList(b, len(ps), func(b []byte, i int) []byte { return appendPoints(b, ps[i]) })
}

func appendPoints(b []byte, p earth.Path) []byte {
	return appendList(b, len(p), func(b []byte, i int) []byte {
		b = appendDegrees(append(b, '['), p[i].Lon)
		b = appendDegrees(append(b, ','), p[i].Lat)
		return append(b, ']')
	})
}

// appendDegrees writes seven decimals at most: a centimetre.
func appendDegrees(b []byte, x float64) []byte {
	return strconv.AppendFloat(b, math.Round(x*1e7)/1e7, 'f', -1, 64)
}

func appendList(b []byte, n int, item func([]byte, int) []byte) []byte {
	b = append(b, '[')
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(b, i)
	}
	return append(b, ']')
}

// WriteChanges writes changes as CSV: a row for each, or for each sector of each.
func WriteChanges(w io.Writer, changes []*Change, sectors [][]Sector) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"source", "holder", "from", "to", "sector", "gained_km2", "lost_km2", "net_km2", "redrawn_km2", "share_changed", "advance_km", "retreat_km", "front_km", "residual_km2"})
	for i, c := range changes {
		head := []string{c.Source, c.Holder, c.From, c.To}
		row := func(rest ...string) { _ = out.Write(append(append([]string(nil), head...), rest...)) }
		if sectors == nil {
			row("", plain(c.GainedKM2), plain(c.LostKM2), plain(c.NetKM2), plain(c.RedrawnKM2), strconv.FormatFloat(c.Share, 'g', 6, 64), plain(c.Advance.KM), plain(c.Retreat.KM), "", plain(c.ResidualKM2))
			continue
		}
		for _, s := range sectors[i] {
			row(s.Name, plain(s.GainedKM2), plain(s.LostKM2), plain(s.GainedKM2-s.LostKM2), "", "", "", "", plain(s.KM), "")
		}
	}
	out.Flush()
	return out.Error()
}

// plain writes a figure for machines: three decimals, no commas.
func plain(x float64) string { return strconv.FormatFloat(math.Round(x*1000)/1000, 'f', -1, 64) }
