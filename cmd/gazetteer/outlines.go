package main

import (
	"encoding/binary"
	"encoding/json"
	"math"

	"sitrep/internal/gazetteer"
)

// worldOutlines is TopoJSON of all countries at 1:50 million.
const worldOutlines = "world-atlas-2.0.2/package/countries-50m.json"

// outlines packs what small maps are drawn with: the land of all countries, and the
// first divisions of Ukraine as lines; gazetteer.Outlines tells the format.
func outlines(open opener) ([]byte, error) {
	var t struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]float64
		Objects   struct {
			Countries struct {
				Geometries []struct {
					Type string
					Arcs json.RawMessage
				}
			}
		}
	}
	if err := decode(open, worldOutlines, &t); err != nil {
		return nil, err
	}
	arcs := make([][][]float64, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y float64
		for _, d := range arc {
			x, y = x+d[0], y+d[1]
			arcs[i] = append(arcs[i], []float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
	}
	var land, lines [][][]float64
	for _, g := range t.Objects.Countries.Geometries {
		for _, p := range polygonsOf(g.Type, g.Arcs) {
			for _, ring := range p {
				land = append(land, simplify(unwrap(join(ring, arcs)), 0.03))
			}
		}
	}
	var all struct{ Features []feature }
	if err := decode(open, divisions, &all); err != nil {
		return nil, err
	}
	for i := range all.Features {
		f := &all.Features[i]
		if f.Properties.Country != "UA" && f.Properties.Name != "Crimea" && f.Properties.Name != "Sevastopol" || f.Geometry == nil {
			continue
		}
		var polygons [][][][]float64
		if f.Geometry.Type == "Polygon" {
			var one [][][]float64
			if json.Unmarshal(f.Geometry.Coordinates, &one) == nil {
				polygons = append(polygons, one)
			}
		} else if err := json.Unmarshal(f.Geometry.Coordinates, &polygons); err != nil {
			return nil, err
		}
		for _, p := range polygons {
			for _, ring := range p {
				lines = append(lines, simplify(ring, 0.02))
			}
		}
	}
	return append(packRings(land), packRings(lines)...), nil
}

func polygonsOf(kind string, raw json.RawMessage) [][][]int {
	var polygons [][][]int
	if kind == "Polygon" {
		var one [][]int
		if json.Unmarshal(raw, &one) == nil {
			polygons = append(polygons, one)
		}
	} else if json.Unmarshal(raw, &polygons) != nil {
		return nil
	}
	return polygons
}

// join puts the arcs of a ring together.
func join(ring []int, arcs [][][]float64) [][]float64 {
	var out [][]float64
	for _, a := range ring {
		part := arcs[max(a, ^a)]
		if a < 0 {
			for i := len(part) - 1; i >= 0; i-- {
				out = append(out, part[i])
			}
		} else {
			out = append(out, part...)
		}
	}
	return out
}

// unwrap lets a ring that crosses the far side of the earth run on beyond 180
// degrees instead of jumping back.
func unwrap(ring [][]float64) [][]float64 {
	out := make([][]float64, len(ring))
	turn := 0.0
	for i, p := range ring {
		if i > 0 {
			switch d := p[0] - ring[i-1][0]; {
			case d > 180:
				turn -= 360
			case d < -180:
				turn += 360
			}
		}
		out[i] = []float64{p[0] + turn, p[1]}
	}
	return out
}

// simplify drops points that lie within a tolerance, in degrees, of the line
// between those that stay (Douglas and Peucker).
func simplify(ring [][]float64, tolerance float64) [][]float64 {
	if len(ring) < 4 {
		return ring
	}
	far, at := 0.0, 0
	for i := 1; i < len(ring)-1; i++ {
		if d := offLine(ring[i], ring[0], ring[len(ring)-1]); d > far {
			far, at = d, i
		}
	}
	if far <= tolerance {
		return [][]float64{ring[0], ring[len(ring)-1]}
	}
	head := simplify(ring[:at+1], tolerance)
	return append(head[:len(head)-1:len(head)-1], simplify(ring[at:], tolerance)...)
}

func offLine(p, a, b []float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	length := math.Hypot(dx, dy)
	if length == 0 {
		return math.Hypot(p[0]-a[0], p[1]-a[1])
	}
	return math.Abs(dx*(p[1]-a[1])-dy*(p[0]-a[0])) / length
}

func packRings(rings [][][]float64) []byte {
	var kept [][][]float64
	for _, r := range rings {
		if len(r) >= 4 {
			kept = append(kept, r)
		}
	}
	b := binary.AppendUvarint(nil, uint64(len(kept)))
	for _, r := range kept {
		b = binary.AppendUvarint(b, uint64(len(r)))
		var x, y int64
		for _, p := range r {
			px, py := int64(math.Round(p[0]*gazetteer.OutlineGrid)), int64(math.Round(p[1]*gazetteer.OutlineGrid))
			b = binary.AppendVarint(binary.AppendVarint(b, px-x), py-y)
			x, y = px, py
		}
	}
	return b
}
