package gazetteer

import (
	"bufio"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"

	"sitrep/internal/fault"
)

// ReadGeoNames reads a GeoNames dump (the tab-separated table of 19 columns that
// a country's file, cities500.txt and their like have). Lines that are not rows of
// it are left out and counted; a file without any row is refused.
func ReadGeoNames(r io.Reader) (entries []Entry, skipped int, err error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), 4<<20)
	for sc.Scan() {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		if e, ok := geoNamesRow(sc.Text()); ok {
			entries = append(entries, e)
		} else {
			skipped++
		}
	}
	if err := sc.Err(); err != nil {
		return nil, skipped, fault.New(fault.Invalid, "gazetteer.ReadGeoNames", "dump", err)
	}
	if len(entries) == 0 {
		return nil, skipped, fault.New(fault.Invalid, "gazetteer.ReadGeoNames", "dump", nil).
			Hinted("give a country's file from GeoNames, such as UA.txt or UA.zip")
	}
	return entries, skipped, nil
}

func geoNamesRow(line string) (Entry, bool) {
	f := strings.Split(strings.TrimRight(line, "\r"), "\t")
	if len(f) < 15 {
		return Entry{}, false
	}
	id, err0 := strconv.Atoi(f[0])
	lat, err1 := strconv.ParseFloat(f[4], 64)
	lon, err2 := strconv.ParseFloat(f[5], 64)
	if err0 != nil || err1 != nil || err2 != nil || id <= 0 || id > math.MaxUint32 || f[1] == "" || !onEarth(lat, lon) || len(f[6]) != 1 || !kept(f[6], f[7]) {
		return Entry{}, false
	}
	pop, _ := strconv.Atoi(f[14])
	e := Entry{
		ID: id, Name: f[1], Lat: lat, Lon: lon, Country: f[8], Division: f[10], Second: f[11],
		Feature: f[6] + "." + f[7], Population: max(0, pop), Slavic: slavic(f[8]),
	}
	if len(e.Country) != 2 {
		e.Country = ""
	}
	if e.Division == "00" {
		e.Division = ""
	}
	e.Precision = radius(e.Feature, e.Population)
	e.Others = otherNames(e.Country, f[1], append(strings.Split(f[3], ","), f[2]))
	return e, true
}

// kept tells which features reports name as places. Spots and roads are left out
// but for those that wars are fought over.
func kept(class, code string) bool {
	switch class {
	case "P", "A", "H", "L", "T":
		return code != "PPLH" && code != "PPLQ" && code != "ADMDH"
	case "S":
		switch code {
		case "AIRP", "AIRB", "AIRF", "DAM", "PS", "PSN", "PSH", "INSM", "NAVB", "PRT", "RSTN", "BDG", "CMPRF", "MNQ", "FRMT":
			return true
		}
	}
	return false
}

// radius is within what distance of its point a place of a feature is meant.
// A settlement's follows from its population at 5,000 people to the square
// kilometre; an area's without a known extent is a coarse guess of its kind.
func radius(feature string, population int) float64 {
	switch {
	case strings.HasPrefix(feature, "P."):
		return math.Round(10*max(1, math.Sqrt(float64(population)/5000/math.Pi))) / 10
	case feature == "A.PCLI":
		return 400
	case feature == "A.ADM1":
		return 100
	case feature == "A.ADM2":
		return 30
	case strings.HasPrefix(feature, "A."):
		return 15
	case strings.HasPrefix(feature, "S."), feature == "T.MT", feature == "T.HLL":
		return 2
	case strings.HasPrefix(feature, "H.STM"):
		return 50
	}
	return 20
}

// otherNames keeps the names that can stand in English text, or in Cyrillic for
// the countries that write so: no codes, no other scripts, no copies.
func otherNames(country, main string, names []string) []string {
	seen := map[string]bool{string(Fold(nil, main)): true}
	var kept []string
	for _, n := range names {
		n = strings.TrimSpace(n)
		if len(n) < 4 || !readable(n, slavic(country)) {
			continue
		}
		k := string(Fold(nil, n))
		if len(k) < 3 || seen[k] {
			continue
		}
		seen[k] = true
		kept = append(kept, n)
	}
	return kept
}

func readable(name string, cyrillic bool) bool {
	lower := false
	for _, r := range name {
		switch {
		case r >= '0' && r <= '9' || r == '(' || r == '/' || r == ';':
			return false
		case r < 0x250 || r >= 0x1E00 && r < 0x1F00 || r >= 0x2010 && r < 0x2020 || r == 'ʼ' || r == 'ʹ':
			lower = lower || unicode.IsLower(r)
		case cyrillic && r >= 0x400 && r < 0x500:
			lower = lower || unicode.IsLower(r)
		default:
			return false
		}
	}
	return lower
}

// slavic tells the countries whose names come in many romanisations.
func slavic(country string) bool { return country == "UA" || country == "RU" || country == "BY" }

// onEarth refuses points that cannot be, and 0,0, which stands for unknown in
// many tables and is open sea.
func onEarth(lat, lon float64) bool {
	return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 && (lat != 0 || lon != 0)
}
