package line

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
)

// MaxFile is the size in bytes above which a map is refused.
const MaxFile = 64 << 20

// Options tell what a file does not say itself. What is given here goes before
// what the file says.
type Options struct {
	Day    string // YYYY-MM-DD
	Source string
	Holder string
}

// draft gathers the features of one map.
type draft struct {
	key           [3]string // source, day, holder
	dayFrom       string
	polys         []earth.Polygon
	lines         []earth.Path
	third, sample bool
	open, points  int
	firstFeature  int
	shapeless     int
	featureOfPoly []int
}

// Read reads a GeoJSON file of control maps: one map for each source, day and
// holder that its features name. It gives all maps or, with the file, the feature
// and the reason, none.
func Read(name string, data []byte, o Options) ([]Map, error) {
	base := filepath.Base(name)
	refuse := func(where string, err error) error {
		return fault.New(fault.Invalid, "line.Read", strings.TrimSuffix(base+", "+where, ", "), err)
	}
	if len(data) > MaxFile {
		return nil, fault.New(fault.TooLarge, "line.Read", base, nil).Hinted(fmt.Sprintf("a map may have %d MB", MaxFile>>20))
	}
	if o.Day != "" {
		if _, ok := parseDay(o.Day); !ok {
			return nil, fault.New(fault.Usage, "line.Read", o.Day, nil).Hinted("write the day as YYYY-MM-DD")
		}
	}
	var top object
	if err := json.Unmarshal(trimBOM(data), &top); err != nil {
		return nil, refuse("", fmt.Errorf("not GeoJSON: %w", err))
	}
	if err := checkCRS(top.CRS); err != nil {
		return nil, refuse("", err)
	}
	features := []json.RawMessage{trimBOM(data)}
	if top.Type == "FeatureCollection" {
		features = top.Features
	}
	r := reader{base: base, name: top.Name, options: o, outer: top.Properties}
	for i, raw := range features {
		if err := r.feature(i+1, raw); err != nil {
			return nil, refuse(fmt.Sprintf("feature %d", i+1), err)
		}
	}
	var maps []Map
	for _, d := range r.drafts {
		made, err := d.maps(base)
		if err != nil {
			return nil, refuse(fmt.Sprintf("feature %d", d.firstFeature), err)
		}
		maps = append(maps, made...)
	}
	if len(maps) == 0 {
		return nil, refuse("", errors.New("no polygon and no line in it"))
	}
	return maps, nil
}

func trimBOM(b []byte) []byte {
	return []byte(strings.TrimPrefix(string(b), "\ufeff"))
}

// reader sorts the features of one file into drafts.
type reader struct {
	base, name string
	options    Options
	outer      map[string]json.RawMessage // properties of the whole file
	drafts     []*draft
}

func (r *reader) feature(number int, raw json.RawMessage) error {
	var f object
	if err := json.Unmarshal(raw, &f); err != nil {
		return err
	}
	geometry := &raw
	if f.Type == "Feature" {
		geometry = f.Geometry
	}
	day, from, err := r.day(f.Properties)
	if err != nil {
		return err
	}
	d := r.draft([3]string{r.source(f.Properties), day, r.holder(f.Properties)}, from, number)
	if geometry == nil || string(*geometry) == "null" {
		d.shapeless++
		return nil
	}
	var s shapes
	if err := s.shape(*geometry, 0); err != nil {
		return err
	}
	for _, p := range s.polys {
		for i, ring := range p {
			if err := checkPoints(ring); err != nil {
				return fmt.Errorf("ring %d: %w", i+1, err)
			}
		}
		d.featureOfPoly = append(d.featureOfPoly, number)
	}
	d.polys = append(d.polys, s.polys...)
	d.lines = append(d.lines, s.lines...)
	d.third = d.third || s.third
	d.sample = d.sample || string(f.Properties["sample"]) == "true"
	d.open, d.points = d.open+s.open, d.points+s.points
	return nil
}

func (r *reader) draft(key [3]string, from string, number int) *draft {
	for _, d := range r.drafts {
		if d.key == key {
			return d
		}
	}
	d := &draft{key: key, dayFrom: from, firstFeature: number}
	r.drafts = append(r.drafts, d)
	return d
}

// day finds the day: as given, from the feature, from the file's properties, from
// the name in the file, from the file's name.
func (r *reader) day(props map[string]json.RawMessage) (day, from string, err error) {
	if r.options.Day != "" {
		return r.options.Day, "given", nil
	}
	for _, p := range []map[string]json.RawMessage{props, r.outer} {
		if s := property(p, dayKeys); s != "" {
			if d, ok := propertyDay(s); ok {
				return d, "property", nil
			}
		}
	}
	for _, s := range []string{r.base, r.name} {
		if d, ok := findDay(s); ok {
			return d, "file name", nil
		}
	}
	return "", "", errors.New("no day: neither a property nor the file's name tells it, so give it with --date YYYY-MM-DD")
}

var dated = regexp.MustCompile(`[-_. ]*\d{4}[-_.]?\d{2}[-_.]?\d{2}[-_. ]*|[-_. ]*\d{2}[-_.]?\d{2}[-_.]?\d{4}[-_. ]*`)

// source finds who made the map; the file's name without its day when nothing
// says so.
func (r *reader) source(props map[string]json.RawMessage) string {
	if r.options.Source != "" {
		return r.options.Source
	}
	for _, p := range []map[string]json.RawMessage{props, r.outer} {
		if s := property(p, sourceKeys); s != "" {
			return s
		}
	}
	stem := strings.TrimSuffix(r.base, filepath.Ext(r.base))
	if s := strings.Trim(dated.ReplaceAllString(stem, " "), " -_."); s != "" {
		return s
	}
	return stem
}

func (r *reader) holder(props map[string]json.RawMessage) string {
	if r.options.Holder != "" {
		return r.options.Holder
	}
	for _, p := range []map[string]json.RawMessage{props, r.outer} {
		if s := property(p, holderKeys); s != "" {
			return s
		}
	}
	return ""
}

// maps makes the draft's map of ground, its map of lines, or both.
func (d *draft) maps(base string) ([]Map, error) {
	m := Map{Source: d.key[0], Day: d.key[1], Holder: d.key[2], DayFrom: d.dayFrom, File: base, Sample: d.sample}
	if d.third {
		m.Notes = append(m.Notes, "third coordinates dropped")
	}
	if d.open > 0 {
		m.Notes = append(m.Notes, fmt.Sprintf("rings closed: %d", d.open))
	}
	if d.points > 0 {
		m.Notes = append(m.Notes, fmt.Sprintf("points left out: %d (only ground held is kept, no positions)", d.points))
	}
	if d.shapeless > 0 {
		m.Notes = append(m.Notes, fmt.Sprintf("features without a shape left out: %d", d.shapeless))
	}
	var out []Map
	if len(d.polys) > 0 {
		area, notes, err := repair(d.polys)
		if err != nil {
			return nil, err
		}
		g := m
		g.Kind, g.Area, g.Notes = Ground, area, append(append([]string(nil), m.Notes...), notes...)
		g.ID = g.newID()
		out = append(out, g)
	}
	if len(d.lines) > 0 {
		l := m
		l.Kind, l.Lines = Traced, d.lines
		l.ID = l.newID()
		out = append(out, l)
	}
	return out, nil
}
