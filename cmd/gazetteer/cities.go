package main

import (
	"bufio"
	"strconv"
	"strings"

	"sitrep/internal/gazetteer"
)

// cities500 reads the GeoNames dump, which has ids and other names.
func (w *world) cities500(open opener) error {
	f, err := open(cities500)
	if err != nil {
		return err
	}
	defer f.Close()
	entries, _, err := gazetteer.ReadGeoNames(f)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Population == 0 && strings.HasPrefix(e.Feature, "P.PPLX") {
			continue
		}
		w.add(e)
	}
	return nil
}

// citiesJSON reads the newer list, which has more places but neither ids nor
// other names. Points are strings there.
func (w *world) citiesJSON(open opener) error {
	var cities []struct{ Name, Lat, Lng, Country, Admin1, Admin2 string }
	if err := decode(open, citiesJSON, &cities); err != nil {
		return err
	}
	for _, c := range cities {
		lat, err := strconv.ParseFloat(c.Lat, 64)
		lon, err2 := strconv.ParseFloat(c.Lng, 64)
		if err != nil || err2 != nil || lat == 0 && lon == 0 || w.known(c.Name, c.Country, lat, lon, 10) >= 0 {
			continue
		}
		w.add(gazetteer.Entry{Name: c.Name, Lat: lat, Lon: lon, Country: c.Country, Division: c.Admin1, Second: c.Admin2,
			Feature: "P.PPL", Precision: 2, Slavic: c.Country == "UA" || c.Country == "RU" || c.Country == "BY"})
	}
	return nil
}

// facts takes the project's own tables in. A settlement that the cities have
// under one of its names lends its other names to that place.
func (w *world) facts(opener) error {
	entries, lists, err := gazetteer.FactEntries()
	if err != nil {
		return err
	}
	w.lists = lists
	for _, e := range entries {
		at := -1
		if e.Feature == "P.PPL" {
			for _, n := range append([]string{e.Name}, e.Others...) {
				if at < 0 {
					at = w.known(n, e.Country, e.Lat, e.Lon, 25)
				}
			}
		}
		switch {
		case at >= 0:
			old := &w.entries[at]
			old.Others = append(append(old.Others, e.Others...), old.Name)
			old.Name = e.Name
			old.Population = max(old.Population, e.Population)
		case e.Feature == "P.PPL":
			w.add(e)
		default:
			w.entries = append(w.entries, e)
		}
	}
	return nil
}

// postal reads GeoNames's postal codes of the United States, whose places are
// often too small for the other lists.
func (w *world) postal(open opener) error {
	f, err := open(postal)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		r := strings.Split(sc.Text(), "\t")
		if len(r) < 11 || strings.ContainsAny(r[2], "0123456789(") || r[4] == "" {
			continue
		}
		lat, err := strconv.ParseFloat(r[9], 64)
		lon, err2 := strconv.ParseFloat(r[10], 64)
		if err != nil || err2 != nil || lat == 0 && lon == 0 || w.known(r[2], "US", lat, lon, 40) >= 0 {
			continue
		}
		w.add(gazetteer.Entry{Name: r[2], Lat: lat, Lon: lon, Country: "US", Division: r[4], Second: r[6], Feature: "P.PPL", Precision: 8})
	}
	return sc.Err()
}
