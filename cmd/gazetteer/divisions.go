package main

import (
	"encoding/json"
	"math"
	"strings"

	"sitrep/internal/gazetteer"
)

type feature struct {
	Geometry *struct {
		Type        string
		Coordinates json.RawMessage
	}
	Properties struct {
		Name      string  `json:"name"`
		Alt       string  `json:"name_alt"`
		English   string  `json:"name_en"`
		Ukrainian string  `json:"name_uk"`
		Russian   string  `json:"name_ru"`
		GNName    string  `json:"gn_name"`
		GNID      int     `json:"gn_id"`
		Code      string  `json:"gn_a1_code"`
		Level     int     `json:"gn_level"`
		Country   string  `json:"iso_a2"`
		Type      string  `json:"type_en"`
		Lat       float64 `json:"latitude"`
		Lon       float64 `json:"longitude"`
	}
}

// naturalEarth reads the divisions of the world with their outlines.
func (w *world) naturalEarth(open opener) error {
	var all struct{ Features []feature }
	if err := decode(open, divisions, &all); err != nil {
		return err
	}
	facts, err := gazetteer.Divisions()
	if err != nil {
		return err
	}
	for i := range all.Features {
		f := &all.Features[i]
		p := &f.Properties
		country, code, ok := strings.Cut(p.Code, ".")
		if p.Name == "" || p.Lat == 0 && p.Lon == 0 || len(p.Country) != 2 || p.Country == "-1" {
			continue
		}
		if !ok || country != p.Country {
			country, code = p.Country, ""
		}
		e := gazetteer.Entry{ID: max(0, p.GNID), Name: p.English, Lat: p.Lat, Lon: p.Lon, Country: country, Division: code,
			Feature: "A.ADM1", Precision: f.radius(), Slavic: country == "UA" || country == "RU" || country == "BY"}
		if p.Level != 1 || country == "GB" {
			e.Feature, e.Division, e.Second = "A.ADM2", "", ""
		}
		if e.Name == "" {
			e.Name = p.Name
		}
		if d := facts[p.Code]; e.Feature == "A.ADM1" {
			if d.HasPoint {
				e.Lat, e.Lon = d.Lat, d.Lon
			}
			if d.Name != "" {
				p.Alt += "|" + e.Name
				e.Name = d.Name
			}
		}
		names := append(strings.Split(p.Alt, "|"), p.Name, p.GNName)
		if e.Slavic {
			names = append(names, p.Ukrainian, p.Russian)
		}
		e.Others = divisionNames(e.Name, names)
		w.entries = append(w.entries, e)
		if e.Feature == "A.ADM1" && code != "" && w.lists.Divisions[p.Code] == "" {
			w.lists.Divisions[p.Code] = e.Name
		}
	}
	return nil
}

// divisionNames keeps names of at least four letters, and each also without
// the word for its kind.
func divisionNames(main string, names []string) []string {
	seen := map[string]bool{fold(main): true}
	var kept []string
	keep := func(n string) {
		n = strings.TrimSpace(n)
		if len(n) < 4 || strings.Contains(n, ".") || seen[fold(n)] {
			return
		}
		seen[fold(n)] = true
		kept = append(kept, n)
	}
	for _, n := range append(names, main) {
		keep(n)
		keep(bare(n))
	}
	return kept
}

// radius is that of a circle as large as the outline.
func (f *feature) radius() float64 {
	if f.Geometry == nil {
		return 100
	}
	var polygons [][][][]float64
	if f.Geometry.Type == "Polygon" {
		var one [][][]float64
		if json.Unmarshal(f.Geometry.Coordinates, &one) == nil {
			polygons = append(polygons, one)
		}
	} else if json.Unmarshal(f.Geometry.Coordinates, &polygons) != nil {
		return 100
	}
	area := 0.0
	for _, p := range polygons {
		for i, ring := range p {
			a, _, _ := ringArea(ring)
			if i > 0 {
				a = -a
			}
			area += a
		}
	}
	return max(1, math.Round(math.Sqrt(math.Abs(area)/math.Pi)))
}

// ringArea gives a ring's area in km² and its centroid, on a cylinder that keeps
// areas: good enough for a radius of two figures.
func ringArea(ring [][]float64) (area, lat, lon float64) {
	const rad = math.Pi / 180
	var a, x, y float64
	for i := range ring {
		p, q := ring[i], ring[(i+1)%len(ring)]
		x1, y1, x2, y2 := p[0]*rad, math.Sin(p[1]*rad), q[0]*rad, math.Sin(q[1]*rad)
		c := x1*y2 - x2*y1
		a, x, y = a+c, x+(x1+x2)*c, y+(y1+y2)*c
	}
	if a == 0 {
		return 0, ring[0][1], ring[0][0]
	}
	return math.Abs(a) / 2 * 6371 * 6371, math.Asin(max(-1, min(1, y/(3*a)))) / rad, x / (3 * a) / rad
}
