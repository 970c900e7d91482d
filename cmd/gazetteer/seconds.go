package main

import (
	"math"
	"slices"
	"strings"

	"sitrep/internal/gazetteer"
)

type division struct{ Code, Name string }

// group is the settlements of one division.
type group struct {
	lat, lon float64
	members  []int
}

// seconds adds second divisions, and the first ones that Natural Earth lacks.
// These lists have no points: a division's is the middle of its settlements, and
// its radius reaches the farthest of them.
func (w *world) seconds(open opener) error {
	groups := map[string]*group{}
	have := map[string]bool{}
	for i := range w.entries {
		e := &w.entries[i]
		if e.Feature == "A.ADM1" {
			have[e.Country+"."+e.Division] = true
		}
		if e.Country == "" || e.Division == "" || !strings.HasPrefix(e.Feature, "P.") {
			continue
		}
		keys := []string{e.Country + "." + e.Division}
		if e.Second != "" {
			keys = append(keys, keys[0]+"."+e.Second)
		}
		for _, k := range keys {
			g := groups[k]
			if g == nil {
				g = &group{}
				groups[k] = g
			}
			g.lat, g.lon, g.members = g.lat+e.Lat, g.lon+e.Lon, append(g.members, i)
		}
	}
	var firsts, seconds []division
	if err := decode(open, admin1JSON, &firsts); err != nil {
		return err
	}
	if err := decode(open, admin2JSON, &seconds); err != nil {
		return err
	}
	named, err := gazetteer.Divisions()
	if err != nil {
		return err
	}
	for _, f := range firsts {
		if n := named[f.Code].Name; n != "" {
			f.Name = n
		}
		if w.lists.Divisions[f.Code] == "" {
			w.lists.Divisions[f.Code] = f.Name
		}
		if g := groups[f.Code]; g != nil && !have[f.Code] {
			w.division(f, g, "A.ADM1")
		}
	}
	for _, s := range seconds {
		if g := groups[s.Code]; g != nil && !strings.HasPrefix(s.Code, "US.") && !w.municipality(s, g) {
			w.division(s, g, "A.ADM2")
		}
	}
	return nil
}

// municipality tells a division that only repeats the settlement it is named for.
func (w *world) municipality(s division, g *group) bool {
	if slices.Contains([]string{"UA", "GB", "IE", "PH", "SY", "IQ", "RU"}, s.Code[:2]) {
		return false
	}
	if len(g.members) == 1 {
		return true
	}
	for _, n := range []string{s.Name, bare(s.Name)} {
		if n != "" && w.known(n, s.Code[:2], g.lat/float64(len(g.members)), g.lon/float64(len(g.members)), 30) >= 0 {
			return true
		}
	}
	return false
}

func (w *world) division(d division, g *group, feature string) {
	part := strings.Split(d.Code, ".")
	n := float64(len(g.members))
	e := gazetteer.Entry{Name: d.Name, Lat: g.lat / n, Lon: g.lon / n, Country: part[0], Division: part[1], Feature: feature, Precision: 5,
		Others: divisionNames(d.Name, nil), Slavic: part[0] == "UA"}
	if len(part) > 2 {
		e.Second = part[2]
	}
	for _, m := range g.members {
		e.Precision = max(e.Precision, math.Round(distance(e.Lat, e.Lon, w.entries[m].Lat, w.entries[m].Lon)))
	}
	e.Precision = min(e.Precision, 300)
	w.entries = append(w.entries, e)
}

// people gives divisions the sum of their settlements' population: how often a
// division is named goes with it.
func (w *world) people() {
	sums := map[string]int{}
	for i := range w.entries {
		e := &w.entries[i]
		if strings.HasPrefix(e.Feature, "P.") && e.Feature != "P.PPLX" && e.Division != "" {
			sums[e.Country+"."+e.Division] += e.Population
			if e.Second != "" {
				sums[e.Country+"."+e.Division+"."+e.Second] += e.Population
			}
		}
	}
	for i := range w.entries {
		e := &w.entries[i]
		switch e.Feature {
		case "A.ADM1":
			e.Population = max(e.Population, sums[e.Country+"."+e.Division])
		case "A.ADM2":
			e.Population = max(e.Population, sums[e.Country+"."+e.Division+"."+e.Second])
		}
	}
}

// nameDivisions gives the divisions of the United Kingdom that the features
// name their English names.
func (w *world) nameDivisions() {
	for i := range w.entries {
		e := &w.entries[i]
		if e.Feature == "A.ADM1" && e.Division != "" && e.Country == "GB" {
			w.lists.Divisions[e.Country+"."+e.Division] = e.Name
		}
	}
}
