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

// Division is what facts/divisions.tsv says of a first division: its middle, where
// HasPoint, and its name, where that is not empty.
type Division struct {
	Lat, Lon float64
	HasPoint bool
	Name     string
}

// Divisions gives the rows of facts/divisions.tsv by GeoNames's codes ("UA.05").
func Divisions() (map[string]Division, error) {
	data, err := facts.ReadFile("facts/divisions.tsv")
	if err != nil {
		return nil, fault.New(fault.NotFound, "gazetteer.Divisions", "divisions.tsv", err)
	}
	rows, err := lang.ParseTable("divisions.tsv", data, 3)
	if err != nil {
		return nil, err
	}
	divisions := map[string]Division{}
	for _, r := range rows {
		d := Division{Name: r.Field(3)}
		if r.Field(1) != "-" {
			if d.Lat, d.Lon, d.HasPoint = point(r.Field(1), r.Field(2)); !d.HasPoint {
				return nil, fault.New(fault.Invalid, "gazetteer.Divisions", "divisions.tsv, line "+strconv.Itoa(r.Line), nil)
			}
		}
		divisions[r.Field(0)] = d
	}
	return divisions, nil
}

func point(a, b string) (lat, lon float64, ok bool) {
	lat, err := strconv.ParseFloat(a, 64)
	lon, err2 := strconv.ParseFloat(b, 64)
	return lat, lon, err == nil && err2 == nil && onEarth(lat, lon)
}
