package gazetteer

import (
	"bufio"
	"io"
	"math"
	"strconv"
	"strings"

	"sitrep/internal/fault"
)

// Radii in km of a point that is only the middle of something around it.
const (
	hromadaKM = 10
	raionKM   = 25
	oblastKM  = 80
)

// column is a column of a table of settlements, found by the header.
type column int

const (
	colName column = iota
	colOther
	colOblast
	colRaion
	colHromada
	colLat
	colLon
	colSource
	colPrecision
	colPopulation
	colCountry
)

// columnNames are the words that a header may use, the surest first. A header is
// matched in lower case without its underscores and hyphens.
var columnNames = []struct {
	is    column
	words []string
}{
	{colLat, []string{"lat", "latitude", "y", "широта"}},
	{colLon, []string{"lon", "lng", "long", "longitude", "x", "довгота"}},
	{colSource, []string{"coordsource", "coordssource", "coordinatesource", "coordinatessource", "source", "geosource", "pointsource", "latlonsource", "how"}},
	{colPrecision, []string{"precision", "precisionkm", "radius", "radiuskm", "accuracykm"}},
	{colPopulation, []string{"population", "pop"}},
	{colCountry, []string{"country", "countrycode", "iso2"}},
	{colOblast, []string{"oblast", "oblasten", "oblastname", "region", "admin1", "adm1", "область", "oblastuk", "oblastua"}},
	{colRaion, []string{"raion", "raionen", "rayon", "district", "admin2", "adm2", "район", "raionuk", "raionua"}},
	{colHromada, []string{"hromada", "hromadaen", "community", "admin3", "adm3", "громада", "hromadauk", "hromadaua"}},
	{colName, []string{"nameen", "english", "name", "settlement", "settlementen", "en", "nameenglish", "ennname"}},
	{colOther, []string{"nameuk", "nameua", "ukrainian", "uk", "ua", "nameru", "russian", "ru", "altnames", "alternatenames", "oldname", "oldnames", "formername", "settlementuk", "settlementua", "nameukrainian", "назва"}},
}

// ReadSettlements reads a table of settlements: a first line of column names,
// then one settlement a line, parted by tabs (or commas, where the header has no tab).
// It needs a name, a latitude and a longitude; oblast, raion, hromada, other names,
// population, precision and the source of the coordinates are taken where there are
// such columns, in any order. A source that speaks of a hromada, a raion, an oblast or a
// centroid makes the point that coarse. base is the gazetteer that knows the first
// divisions by name. Rows without a point are left out and counted.
func ReadSettlements(r io.Reader, base *Gazetteer) (entries []Entry, skipped int, err error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), 4<<20)
	var cols map[column][]int
	sep := "\t"
	divisions := map[string]string{}
	for sc.Scan() {
		line := strings.TrimPrefix(strings.TrimRight(sc.Text(), "\r"), "\ufeff")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if cols == nil {
			if !strings.Contains(line, sep) {
				sep = ","
			}
			if cols = header(strings.Split(line, sep)); cols[colName] == nil && cols[colOther] == nil || cols[colLat] == nil || cols[colLon] == nil {
				return nil, 0, fault.New(fault.Invalid, "gazetteer.ReadSettlements", "table of settlements", nil).
					Hinted("the first line must name its columns, name, lat and lon among them")
			}
			continue
		}
		e, ok := settlement(strings.Split(line, sep), cols)
		if !ok {
			skipped++
			continue
		}
		e.Division = base.divisionOf(e.Country, e.Division, divisions)
		entries = append(entries, e)
	}
	if err := sc.Err(); err != nil {
		return nil, skipped, fault.New(fault.Invalid, "gazetteer.ReadSettlements", "table of settlements", err)
	}
	if len(entries) == 0 {
		return nil, skipped, fault.New(fault.Invalid, "gazetteer.ReadSettlements", "table of settlements", nil).
			Hinted("no line has a name and a point")
	}
	return entries, skipped, nil
}

func header(fields []string) map[column][]int {
	cols := map[column][]int{}
	for i, f := range fields {
		f = strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "", "\"", "", ".", "").Replace(f))
		for _, c := range columnNames {
			for _, w := range c.words {
				if f == w {
					cols[c.is] = append(cols[c.is], i)
				}
			}
		}
	}
	return cols
}

func settlement(fields []string, cols map[column][]int) (Entry, bool) {
	get := func(c column) string {
		for _, i := range cols[c] {
			if i < len(fields) && strings.TrimSpace(fields[i]) != "" {
				return strings.Trim(strings.TrimSpace(fields[i]), "\"")
			}
		}
		return ""
	}
	lat, lon, ok := point(get(colLat), get(colLon))
	e := Entry{Lat: lat, Lon: lon, Country: "UA", Division: get(colOblast), Second: get(colRaion), Feature: "P.PPL", Precision: 1.5}
	if c := strings.ToUpper(get(colCountry)); len(c) == 2 {
		e.Country = c
	}
	e.Slavic = slavic(e.Country)
	var names []string
	for _, c := range []column{colName, colOther} {
		for _, i := range cols[c] {
			if i < len(fields) {
				for _, n := range strings.FieldsFunc(fields[i], func(r rune) bool { return r == '|' || r == ';' || sepInName(r) }) {
					if n = strings.Trim(strings.TrimSpace(n), "\""); n != "" {
						names = append(names, n)
					}
				}
			}
		}
	}
	if !ok || len(names) == 0 {
		return e, false
	}
	e.Name, e.Others = names[0], names[1:]
	e.Population, _ = strconv.Atoi(get(colPopulation))
	switch source := strings.ToLower(get(colSource)); {
	case strings.Contains(source, "oblast"), strings.Contains(source, "област"):
		e.Precision = oblastKM
	case strings.Contains(source, "raion"), strings.Contains(source, "rayon"), strings.Contains(source, "район"), strings.Contains(source, "district"):
		e.Precision = raionKM
	case strings.Contains(source, "hromada"), strings.Contains(source, "громад"), strings.Contains(source, "centroid"), strings.Contains(source, "community"):
		e.Precision = hromadaKM
	}
	if km, err := strconv.ParseFloat(get(colPrecision), 64); err == nil && km > 0 && !math.IsInf(km, 0) {
		e.Precision = max(e.Precision, min(km, 1000))
	}
	return e, true
}

func sepInName(r rune) bool { return r == '/' }

// divisionOf finds the code of a first division by its name, in either script,
// with or without the word for its kind.
func (g *Gazetteer) divisionOf(country, name string, known map[string]string) string {
	if name == "" || g == nil {
		return ""
	}
	k := country + "/" + name
	if code, ok := known[k]; ok {
		return code
	}
	short := name
	for _, cut := range []string{" oblast", " Oblast", " область", " region", " Region"} {
		short = strings.TrimSuffix(short, cut)
	}
	code := ""
	for _, n := range []string{name, short, short + " Oblast"} {
		folded := Fold(nil, n)
		for _, key := range [][]byte{folded, Skeleton([]byte{1}, folded)} {
			hits, _ := g.Lookup(key, nil)
			for _, h := range hits {
				if p := g.At(h.Place); code == "" && p.Feature == "A.ADM1" && p.Country == country {
					_, code, _ = strings.Cut(g.DivisionCode(p.Division), ".")
				}
			}
		}
	}
	known[k] = code
	return code
}
