package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"sitrep/internal/earth"
	"sitrep/internal/outline"
)

// topology is the part of TopoJSON that world-atlas uses: arcs in steps, joined
// by number to rings; ^n is arc n backwards.
type topology struct {
	Transform struct {
		Scale     [2]float64 `json:"scale"`
		Translate [2]float64 `json:"translate"`
	} `json:"transform"`
	Arcs    [][][2]float64 `json:"arcs"`
	Objects struct {
		Countries struct {
			Geometries []struct {
				Type       string          `json:"type"`
				ID         string          `json:"id"`
				Arcs       json.RawMessage `json:"arcs"`
				Properties struct {
					Name string `json:"name"`
				} `json:"properties"`
			} `json:"geometries"`
		} `json:"countries"`
	} `json:"objects"`
}

func countries(file string) (*outline.Layer, error) {
	var t topology
	if err := load(file, &t); err != nil {
		return nil, err
	}
	l := &outline.Layer{Name: "World, countries", Scale: "1:50 m", Licence: "public domain",
		Source: "Natural Earth 1:50 m, admin 0, from the npm package world-atlas 2.0.2 (ISC), countries-50m.json"}
	for _, g := range t.Objects.Countries.Geometries {
		var many [][][]int
		var err error
		switch g.Type {
		case "Polygon":
			many = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &many[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &many)
		default:
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.Properties.Name, err)
		}
		u := outline.Unit{Code: g.ID, Name: g.Properties.Name}
		for _, p := range many {
			var poly earth.Polygon
			for _, ring := range p {
				poly = append(poly, t.ring(ring))
			}
			u.Area = append(u.Area, poly)
		}
		l.Units = append(l.Units, u)
	}
	return l, nil
}

func (t *topology) ring(arcs []int) earth.Ring {
	var all [][2]float64
	for _, n := range arcs {
		back := n < 0
		if back {
			n = ^n
		}
		var x, y float64
		var pts [][2]float64
		for _, s := range t.Arcs[n] {
			x, y = x+s[0], y+s[1]
			pts = append(pts, [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		if back {
			slices.Reverse(pts)
		}
		all = append(all, pts...)
	}
	return open(all)
}
