package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"sitrep/internal/earth"
	"sitrep/internal/line"
	"sitrep/internal/outline"
)

// sketch makes control maps for trying out from lines drawn by hand: each is
// closed around the east and the south and cut to the country's outline.
func sketch(file, out string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, row := range strings.Split(string(text), "\n") {
		day, points, ok := strings.Cut(row, "\t")
		if !ok || strings.HasPrefix(row, "#") {
			continue
		}
		ring := earth.Ring{{Lon: 42, Lat: 51}}
		for _, s := range strings.Fields(points) {
			var p earth.Point
			if _, err := fmt.Sscanf(s, "%f,%f", &p.Lon, &p.Lat); err != nil {
				return fmt.Errorf("%s: %s: %w", day, s, err)
			}
			ring = append(ring, p)
		}
		ring = append(ring, earth.Point{Lon: 31, Lat: 43}, earth.Point{Lon: 42, Lat: 43})
		if err := draw(day, ring, out); err != nil {
			return fmt.Errorf("%s: %w", day, err)
		}
	}
	return nil
}

// draw cuts one sketch to the outline and writes it.
func draw(day string, ring earth.Ring, out string) error {
	l, err := outline.Ukraine()
	if err != nil {
		return err
	}
	var parts earth.Area
	for _, u := range l.Units {
		_, both, err := line.Difference(u.Area, earth.Area{{ring}})
		if err != nil {
			return err
		}
		parts = append(parts, both...)
	}
	// Reading joins the divisions; then the coast is drawn more coarsely.
	maps, err := read(day, parts)
	if err != nil {
		return err
	}
	var coarse earth.Area
	for _, poly := range maps[0].Area {
		if earth.WGS84().PolygonArea(poly) < 5e6 {
			continue // islets of less than 5 km²
		}
		coarse = append(coarse, earth.Polygon{halves(poly[0])})
	}
	if maps, err = read(day, coarse); err != nil {
		return err
	}
	text := encode(day, maps[0].Area)
	name := filepath.Join(out, "sketch_"+day+".geojson")
	fmt.Printf("%s: %d points, %.0f km²\n", name, maps[0].Area.Points(), maps[0].SquareKM())
	return os.WriteFile(name, text, 0o644)
}

// halves simplifies a ring to 1 km from two points of it that are far apart.
func halves(r earth.Ring) earth.Ring {
	closed := r.Closed()
	n := len(closed) / 2
	out := append(earth.Path(nil), line.Simplify(closed[:n+1], 1)...)
	out = append(out, line.Simplify(closed[n:], 1)[1:]...)
	return earth.Ring(out[:len(out)-1])
}

func read(day string, a earth.Area) ([]line.Map, error) {
	return line.Read("sketch.geojson", encode(day, a), line.Options{})
}

// encode writes a map with three decimals, about 100 m.
func encode(day string, a earth.Area) []byte {
	var polys [][][][2]float64
	for _, poly := range a {
		var rings [][][2]float64
		for _, r := range poly {
			var pts [][2]float64
			for _, p := range r.Closed() {
				pts = append(pts, [2]float64{math.Round(p.Lon*1000) / 1000, math.Round(p.Lat*1000) / 1000})
			}
			rings = append(rings, pts)
		}
		polys = append(polys, rings)
	}
	b, _ := json.Marshal(map[string]any{"type": "Feature",
		"properties": map[string]any{"date": day, "source": "Sketch for trying out", "holder": "RUS", "sample": true},
		"geometry":   map[string]any{"type": "MultiPolygon", "coordinates": polys}}) // numbers and strings: cannot fail
	return append(b, '\n')
}
