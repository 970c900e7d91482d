package line

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sitrep/internal/earth"
)

// object is any GeoJSON object; which fields stand in it depends on its type.
type object struct {
	Type        string                     `json:"type"`
	Name        string                     `json:"name"`
	CRS         json.RawMessage            `json:"crs"`
	Features    []json.RawMessage          `json:"features"`
	Geometry    *json.RawMessage           `json:"geometry"`
	Properties  map[string]json.RawMessage `json:"properties"`
	Geometries  []json.RawMessage          `json:"geometries"`
	Coordinates json.RawMessage            `json:"coordinates"`
}

// shapes is what a geometry comes to: polygons, lines, and how many points were
// left out.
type shapes struct {
	polys  []earth.Polygon
	lines  []earth.Path
	points int
	third  bool // a third coordinate was dropped
	open   int  // rings that were not closed
}

// maxDepth bounds how deep geometry collections may be nested.
const maxDepth = 16

// shape reads one geometry into s.
func (s *shapes) shape(raw json.RawMessage, depth int) error {
	if depth > maxDepth {
		return errors.New("geometry collections nested too deep")
	}
	var o object
	if err := json.Unmarshal(raw, &o); err != nil {
		return fmt.Errorf("not a geometry: %w", err)
	}
	switch o.Type {
	case "Polygon":
		var rings [][]position
		return s.read(o, &rings, func() error { return s.polygon(rings) })
	case "MultiPolygon":
		var polys [][][]position
		return s.read(o, &polys, func() error {
			for _, p := range polys {
				if err := s.polygon(p); err != nil {
					return err
				}
			}
			return nil
		})
	case "LineString":
		var path []position
		return s.read(o, &path, func() error { return s.line(path) })
	case "MultiLineString":
		var paths [][]position
		return s.read(o, &paths, func() error {
			for _, p := range paths {
				if err := s.line(p); err != nil {
					return err
				}
			}
			return nil
		})
	case "GeometryCollection":
		for i, g := range o.Geometries {
			if err := s.shape(g, depth+1); err != nil {
				return fmt.Errorf("geometry %d: %w", i+1, err)
			}
		}
		return nil
	case "Point", "MultiPoint":
		s.points++
		return nil
	case "":
		return errors.New("a geometry without a type")
	}
	return fmt.Errorf("a geometry of type %q is not known", o.Type)
}

func (s *shapes) read(o object, into any, then func() error) error {
	if len(o.Coordinates) == 0 || bytes.Equal(o.Coordinates, []byte("null")) {
		return fmt.Errorf("%s without coordinates", o.Type)
	}
	if err := json.Unmarshal(o.Coordinates, into); err != nil {
		return fmt.Errorf("%s: %w", o.Type, err)
	}
	return then()
}

func (s *shapes) polygon(rings [][]position) error {
	var poly earth.Polygon
	for i, r := range rings {
		pts, err := s.positions(r)
		if err != nil {
			return fmt.Errorf("ring %d: %w", i+1, err)
		}
		if n := len(pts); n > 1 && pts[0] != pts[n-1] {
			s.open++
		}
		poly = append(poly, earth.Ring(pts))
	}
	if len(poly) > 0 {
		s.polys = append(s.polys, poly)
	}
	return nil
}

func (s *shapes) line(path []position) error {
	pts, err := s.positions(path)
	if err != nil {
		return err
	}
	if err := checkPoints(pts); err != nil {
		return err
	}
	var out earth.Path
	for _, p := range pts {
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	if len(out) > 1 {
		s.lines = append(s.lines, out)
	}
	return nil
}

// position is longitude, latitude and perhaps a height.
type position []float64

// positions gives points rounded to 1e-9 degrees (0.1 mm), as maps are kept.
func (s *shapes) positions(in []position) ([]earth.Point, error) {
	out := make([]earth.Point, len(in))
	for i, p := range in {
		if len(p) < 2 {
			return nil, fmt.Errorf("point %d has %d coordinates, not two", i+1, len(p))
		}
		s.third = s.third || len(p) > 2
		out[i] = round(earth.Point{Lon: p[0], Lat: p[1]})
	}
	return out, nil
}

// checkCRS refuses coordinates that are not longitude and latitude in WGS 84.
func checkCRS(raw json.RawMessage) error {
	if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
		return nil
	}
	s := strings.ToUpper(string(raw))
	if strings.Contains(s, "CRS84") || strings.Contains(s, "4326") {
		return nil
	}
	return fmt.Errorf("coordinates in another system than WGS 84 (%s): convert them first", strings.TrimSpace(string(raw)))
}
