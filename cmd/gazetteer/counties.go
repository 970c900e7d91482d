package main

import (
	"encoding/json"
	"math"
	"strings"

	"sitrep/internal/gazetteer"
)

// topology is the part of TopoJSON that county outlines use.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Counties struct {
			Geometries []struct {
				ID         string
				Type       string
				Arcs       json.RawMessage
				Properties struct{ Name string }
			}
		}
	}
}

// stateOf gives the state's postal code for the FIPS code that county ids begin with.
var stateOf = func() map[string]string {
	list := strings.Fields("01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME " +
		"24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN " +
		"48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY")
	m := make(map[string]string, len(list))
	for _, s := range list {
		m[s[:2]] = s[2:]
	}
	return m
}()

// counties reads the outlines of the counties of the United States and takes
// their centroids.
func (w *world) counties(open opener) error {
	var t topology
	if err := decode(open, counties, &t); err != nil {
		return err
	}
	arcs := make([][][]float64, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y float64
		for _, d := range arc {
			x, y = x+d[0], y+d[1]
			arcs[i] = append(arcs[i], []float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
	}
	for _, g := range t.Objects.Counties.Geometries {
		if len(g.ID) != 5 || stateOf[g.ID[:2]] == "" || g.Properties.Name == "" || g.ID[:2] == "51" && g.ID[2:] >= "510" || g.ID[:2] == "11" {
			continue // independent cities and the capital's district are settlements
		}
		var polygons [][][]int
		if g.Type == "Polygon" {
			var one [][]int
			if json.Unmarshal(g.Arcs, &one) == nil {
				polygons = append(polygons, one)
			}
		} else if json.Unmarshal(g.Arcs, &polygons) != nil {
			continue
		}
		area, lat, lon := centroid(polygons, arcs)
		name := g.Properties.Name + " " + map[string]string{"22": "Parish", "02": "Borough"}[g.ID[:2]]
		if strings.HasSuffix(name, " ") {
			name += "County"
		}
		w.entries = append(w.entries, gazetteer.Entry{Name: name, Others: []string{g.Properties.Name}, Lat: lat, Lon: lon, Country: "US",
			Division: stateOf[g.ID[:2]], Second: g.ID[2:], Feature: "A.ADM2", Precision: max(1, math.Round(math.Sqrt(area/math.Pi)))})
	}
	return nil
}

func centroid(polygons [][][]int, arcs [][][]float64) (area, lat, lon float64) {
	for _, p := range polygons {
		if len(p) == 0 {
			continue
		}
		var ring [][]float64
		for _, a := range p[0] {
			part := arcs[max(a, ^a)]
			if a < 0 {
				for i := len(part) - 1; i >= 0; i-- {
					ring = append(ring, part[i])
				}
			} else {
				ring = append(ring, part...)
			}
		}
		a, la, lo := ringArea(ring)
		area, lat, lon = area+a, lat+a*la, lon+a*lo
	}
	return area, lat / area, lon / area
}
