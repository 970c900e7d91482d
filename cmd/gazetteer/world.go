package main

import (
	"encoding/json"
	"math"
	"os"
	"strings"

	"sitrep/internal/gazetteer"
)

type opener func(name string) (*os.File, error)

// world is the gazetteer in the making.
type world struct {
	entries []gazetteer.Entry
	lists   gazetteer.Lists
	near    map[string][]int // folded name and country → settlements
}

func fold(name string) string { return string(gazetteer.Fold(nil, name)) }

// add takes a settlement in, and makes it findable for known.
func (w *world) add(e gazetteer.Entry) {
	n := len(w.entries)
	w.entries = append(w.entries, e)
	w.index(n, e.Name)
	for _, o := range e.Others {
		w.index(n, o)
	}
}

func (w *world) index(n int, name string) {
	k := fold(name) + "/" + w.entries[n].Country
	w.near[k] = append(w.near[k], n)
}

// known finds a settlement of that name within km of a point, or -1.
func (w *world) known(name, country string, lat, lon, km float64) int {
	best, at := km, -1
	for _, n := range w.near[fold(name)+"/"+country] {
		if d := distance(lat, lon, w.entries[n].Lat, w.entries[n].Lon); d <= best {
			best, at = d, n
		}
	}
	return at
}

// distance is the great-circle distance in km.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dLat, dLon := (lat2-lat1)*rad, (lon2-lon1)*rad
	a := math.Pow(math.Sin(dLat/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(a)))
}

func decode(open opener, name string, into any) error {
	f, err := open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return json.NewDecoder(f).Decode(into)
}

// bare takes the word for the kind of division off a name: "Province of Bulacan"
// and "Luhansk Raion" are also called Bulacan and Luhansk. It gives "" where
// there is none.
func bare(name string) string {
	for _, p := range []string{"Province of ", "Provincia de ", "Provincia di ", "Provincia del ", "County ", "Departamento de ",
		"Departamento del ", "Département de ", "Département du ", "Département de la ", "State of ", "Estado de ", "Republic of ",
		"Respublika ", "Region of ", "Département des ", "Muḩāfaz̧at ", "Municipality of ", "Wilaya de ", "Wilaya d’", "Powiat "} {
		if rest, ok := strings.CutPrefix(name, p); ok && len(rest) > 2 {
			return rest
		}
	}
	for _, s := range []string{" Oblast'", " Oblast", " District", " County", " Parish", " Province", " Raion", " Rayon", " Governorate",
		" Department", " Municipality", " Region", " Regency", " Prefecture", " State", " Sheng", " Ken", " Division", " Krai", " Kray",
		" Okrug", " Republic", " Township", " Census Area", " Borough", " Voivodeship", " Metropolitan City", " Autonomous Region"} {
		if rest, ok := strings.CutSuffix(name, s); ok && len(rest) > 2 {
			return rest
		}
	}
	return ""
}
