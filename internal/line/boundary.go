package line

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
	"sitrep/internal/outline"
)

// Tolerance is the distance in kilometres within which a map's edge is taken for
// the coast or the border: the outlines of 1:10 m and the maps differ by up to
// that much. docs/line.md has the measurement.
const Tolerance = 5.0

// Boundary is the coast and the international border that the front is told apart
// from.
type Boundary struct {
	Name string
	// Tolerance in kilometres.
	Tolerance float64

	within *earth.Within // the country's ground; nil where only lines were given
	grid   *earth.Grid
	box    earth.Box
}

// cell is the size of the grids' cells in degrees, about 5 km.
const cell = 0.05

// NewBoundary makes a boundary from a layer: its outer edge, and its ground.
func NewBoundary(l *outline.Layer, tolerance float64) *Boundary {
	area := l.Area()
	return &Boundary{Name: l.Name + " (" + l.Scale + ")", Tolerance: tolerance, box: area.Box(),
		within: earth.NewWithin(area), grid: earth.WGS84().NewGrid(l.Outline(), cell)}
}

// covers tells whether the boundary has to do with an area at all.
func (b *Boundary) covers(a earth.Box) bool { return b != nil && b.box.Meets(a) }

// ReadLayer reads the user's own GeoJSON as a layer of units: polygons with a
// name each ("name", "NAME", "name_en", "shapeName", …). Lines are given apart.
func ReadLayer(name string, data []byte) (*outline.Layer, []earth.Path, error) {
	base := filepath.Base(name)
	refuse := func(err error) (*outline.Layer, []earth.Path, error) {
		return nil, nil, fault.New(fault.Invalid, "line.ReadLayer", base, err)
	}
	var top object
	if err := json.Unmarshal(trimBOM(data), &top); err != nil {
		return refuse(fmt.Errorf("not GeoJSON: %w", err))
	}
	if err := checkCRS(top.CRS); err != nil {
		return refuse(err)
	}
	features := top.Features
	if top.Type != "FeatureCollection" {
		features = []json.RawMessage{data}
	}
	l := &outline.Layer{Name: base, Source: base, Scale: "as given"}
	var lines []earth.Path
	for i, raw := range features {
		var f object
		if err := json.Unmarshal(raw, &f); err != nil {
			return refuse(fmt.Errorf("feature %d: %w", i+1, err))
		}
		geometry := &raw
		if f.Type == "Feature" {
			geometry = f.Geometry
		}
		if geometry == nil || string(*geometry) == "null" {
			continue
		}
		var s shapes
		if err := s.shape(*geometry, 0); err != nil {
			return refuse(fmt.Errorf("feature %d: %w", i+1, err))
		}
		lines = append(lines, s.lines...)
		if len(s.polys) == 0 {
			continue
		}
		area, _, err := repair(s.polys)
		if err != nil {
			return refuse(fmt.Errorf("feature %d: %w", i+1, err))
		}
		n := property(f.Properties, []string{"nameen", "name", "shapename", "name1", "admin"})
		if n == "" {
			n = fmt.Sprintf("unit %d", i+1)
		}
		l.Units = append(l.Units, outline.Unit{Code: property(f.Properties, []string{"iso31662", "code", "id"}), Name: n, Area: area})
	}
	if len(l.Units) == 0 && len(lines) == 0 {
		return refuse(errors.New("no polygon and no line in it"))
	}
	return l, lines, nil
}

// ReadBoundary makes a boundary from the user's own GeoJSON: the ground of a
// country as polygons, or its coast and border as lines.
func ReadBoundary(name string, data []byte, tolerance float64) (*Boundary, error) {
	l, lines, err := ReadLayer(name, data)
	if err != nil {
		return nil, err
	}
	if len(l.Units) > 0 {
		return NewBoundary(l, tolerance), nil
	}
	box := earth.EmptyBox()
	for _, path := range lines {
		for _, p := range path {
			box = box.Add(p)
		}
	}
	return &Boundary{Name: strings.TrimSuffix(l.Name, filepath.Ext(l.Name)) + " (lines)", Tolerance: tolerance,
		box: box, grid: earth.WGS84().NewGrid(lines, cell)}, nil
}
