package gazetteer

import (
	"embed"
	"math"
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
)

//go:embed facts/*.tsv
var facts embed.FS

// FactEntries gives the places of the project's own tables: countries, features
// and the supplement of settlements. Each table tells its columns and its source
// on top.
func FactEntries() ([]Entry, Lists, error) {
	lists := Lists{Alpha3: map[string]string{}, Divisions: map[string]string{}}
	var entries []Entry
	for _, t := range []struct {
		name string
		want int
		read func([]string) (Entry, bool)
	}{
		{"countries.tsv", 8, func(f []string) (Entry, bool) { lists.Alpha3[f[0]] = f[1]; return countryFact(f) }},
		{"features.tsv", 8, featureFact},
		{"settlements.tsv", 7, settlementFact},
	} {
		data, err := facts.ReadFile("facts/" + t.name)
		if err != nil {
			return nil, lists, fault.New(fault.NotFound, "gazetteer.FactEntries", t.name, err)
		}
		rows, err := lang.ParseTable(t.name, data, t.want)
		if err != nil {
			return nil, lists, err
		}
		for _, r := range rows {
			for i := range r.Fields {
				r.Fields[i] = r.Field(i)
			}
			e, ok := t.read(r.Fields)
			if !ok {
				return nil, lists, fault.New(fault.Invalid, "gazetteer.FactEntries", t.name+", line "+strconv.Itoa(r.Line), nil)
			}
			entries = append(entries, e)
		}
	}
	return entries, lists, nil
}

func countryFact(f []string) (Entry, bool) {
	id, err := strconv.Atoi(f[2])
	lat, lon, ok := point(f[3], f[4])
	area, err2 := strconv.ParseFloat(f[5], 64)
	names := strings.Split(f[6], "|")
	return Entry{
		ID: id, Name: names[0], Others: names[1:], Lat: lat, Lon: lon, Country: f[0], Feature: "A.PCLI",
		Precision: max(1, math.Round(math.Sqrt(area*1000/math.Pi))),
	}, ok && err == nil && err2 == nil
}

func featureFact(f []string) (Entry, bool) {
	id, err := strconv.Atoi(f[0])
	lat, lon, ok := point(f[2], f[3])
	km, err2 := strconv.ParseFloat(f[4], 64)
	names := strings.Split(f[7], "|")
	return Entry{
		ID: id, Name: names[0], Others: names[1:], Lat: lat, Lon: lon, Country: f[5], Division: f[6],
		Feature: f[1], Precision: km,
	}, ok && err == nil && err2 == nil && km > 0
}

// settlementFact reads: lat, lon, precision, country, division, population, names.
func settlementFact(f []string) (Entry, bool) {
	lat, lon, ok := point(f[0], f[1])
	km, err := strconv.ParseFloat(f[2], 64)
	pop, err2 := strconv.Atoi(f[5])
	names := strings.Split(f[6], "|")
	return Entry{
		Name: names[0], Others: names[1:], Lat: lat, Lon: lon, Country: f[3], Division: f[4], Feature: "P.PPL",
		Population: pop, Precision: km, Slavic: slavic(f[3]),
	}, ok && err == nil && err2 == nil && km > 0
}

// Middles gives the points of facts/divisions.tsv by the divisions' codes.
func Middles() (map[string][2]float64, error) {
	data, err := facts.ReadFile("facts/divisions.tsv")
	if err != nil {
		return nil, fault.New(fault.NotFound, "gazetteer.Middles", "divisions.tsv", err)
	}
	rows, err := lang.ParseTable("divisions.tsv", data, 3)
	if err != nil {
		return nil, err
	}
	points := map[string][2]float64{}
	for _, r := range rows {
		lat, lon, ok := point(r.Field(1), r.Field(2))
		if !ok {
			return nil, fault.New(fault.Invalid, "gazetteer.Middles", "divisions.tsv, line "+strconv.Itoa(r.Line), nil)
		}
		points[r.Field(0)] = [2]float64{lat, lon}
	}
	return points, nil
}

func point(a, b string) (lat, lon float64, ok bool) {
	lat, err := strconv.ParseFloat(a, 64)
	lon, err2 := strconv.ParseFloat(b, 64)
	return lat, lon, err == nil && err2 == nil && onEarth(lat, lon)
}
