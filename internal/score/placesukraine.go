package score

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/gazetteer"
	"sitrep/internal/place"
	"sitrep/record"
)

// precise is the precision in km that a settlement's point must have, and the
// bound of right for it.
const precise = 10.0

// sameSettlement is the distance in km within which two places of one name in one division are
// taken for the same.
const sameSettlement = 25.0

// namedSettlement is a settlement of Ukraine that a file of events names, with
// its point there.
type namedSettlement struct {
	name, division string
	lat, lon       float64
}

// placesUkraine measures the resolving of settlements of Ukraine: each distinct
// name with its first division, as "NAME, DIVISION, Ukraine". A settlement is listed
// when the gazetteer has one of that name in that division, with a point of 10 km or
// better that lies within 25 km of the file's: farther off it is another of the many
// that share a name. within_10km is the share of the listed ones that are resolved
// within 10 km of the file's point, within_10km_all that of all, and wrong the share of
// all that got a point of 10 km or better farther away than that.
func placesUkraine(a Args) (Metrics, error) {
	list, err := readSettlements(a.Gold)
	if err != nil {
		return nil, err
	}
	m, err := newPlaceMeasure(a)
	if err != nil {
		return nil, err
	}
	listed, right, answered, all := 0, 0, 0, 0
	for i := range list {
		s := &list[i]
		text := "The village of " + s.name + ", " + s.division + ", Ukraine, was hit."
		doc := m.cut(text)
		at := len("The village of ")
		div := at + len(s.name) + 2
		spans := []record.Span{record.Cut(text, at, at+len(s.name)), record.Cut(text, div, div+len(s.division)),
			record.Cut(text, div+len(s.division)+2, div+len(s.division)+9)}
		got := m.places.Resolve(doc, nil, spans)
		p := &got[0]
		ok := p.Lat != nil && p.Precision <= precise
		near := ok && place.Distance(s.lat, s.lon, *p.Lat, *p.Lon) <= precise
		if ok {
			answered++
		}
		if near {
			all++
		}
		if m.lists(s, got[1].Admin1) {
			listed++
			if near {
				right++
			}
		}
		if a.Predictions != nil {
			line := placePrediction{Document: s.name + ", " + s.division, Given: true, Place: *p, Gold: &[2]float64{s.lat, s.lon}}
			if err := json.NewEncoder(a.Predictions).Encode(line); err != nil {
				return nil, err
			}
		}
	}
	return Metrics{"settlements": len(list), "listed": ratio(listed, len(list)), "answered": ratio(answered, len(list)),
		"within_10km": ratio(right, listed), "within_10km_all": ratio(all, len(list)), "wrong": ratio(answered-all, len(list))}, nil
}

// lists tells whether the gazetteer has a precise settlement of that name, under any
// romanisation, in that first division of Ukraine.
func (m *placeMeasure) lists(s *namedSettlement, division string) bool {
	g := m.args.Gazetteer
	key := gazetteer.Fold(nil, s.name)
	for _, k := range [][]byte{key, gazetteer.Skeleton([]byte{1}, key)} {
		hits, _ := g.Lookup(k, nil)
		for _, h := range hits {
			p := g.At(h.Place)
			if p.Country == "UA" && p.Class() == 'P' && p.Precision <= precise && division != "" && g.DivisionName(p.Division) == division &&
				place.Distance(s.lat, s.lon, p.Lat, p.Lon) <= sameSettlement {
				return true
			}
		}
	}
	return false
}

// readSettlements reads UCDP events (JSON Lines) or humanitarian corridors (CSV).
// Of UCDP only events at a known place count (precision 1) that is a settlement.
func readSettlements(path string) ([]namedSettlement, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.places", path, err)
	}
	defer f.Close()
	seen := map[string]bool{}
	var list []namedSettlement
	add := func(name, division, lat, lon string) {
		s := namedSettlement{name: strings.TrimSpace(name), division: strings.TrimSpace(division)}
		var err, err2 error
		s.lat, err = strconv.ParseFloat(lat, 64)
		s.lon, err2 = strconv.ParseFloat(lon, 64)
		if !strings.Contains(strings.ToLower(s.division), "oblast") && !strings.Contains(strings.ToLower(s.division), "city") {
			s.division += " Oblast"
		}
		key := s.name + "/" + s.division
		if err == nil && err2 == nil && s.name != "" && s.division != " Oblast" && !seen[key] {
			seen[key] = true
			list = append(list, s)
		}
	}
	if strings.HasSuffix(path, ".csv") {
		err = readCorridors(f, add)
	} else {
		err = readUCDP(f, add)
	}
	if err != nil {
		return nil, fault.New(fault.Invalid, "score.places", path, err)
	}
	return list, nil
}

func readUCDP(r io.Reader, add func(name, division, lat, lon string)) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		var e struct {
			Where string `json:"where"`
			Prec  string `json:"where_prec"`
			Adm1  string `json:"adm1"`
			Lat   string `json:"lat"`
			Lon   string `json:"lon"`
		}
		if err := json.Unmarshal(sc.Bytes(), &e); err != nil {
			return err
		}
		for _, kind := range []string{" town", " village", " city"} {
			if name, ok := strings.CutSuffix(e.Where, kind); ok && e.Prec == "1" {
				add(name, e.Adm1, e.Lat, e.Lon)
			}
		}
	}
	return sc.Err()
}

func readCorridors(r io.Reader, add func(name, division, lat, lon string)) error {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	rows.LazyQuotes = true
	head, err := rows.Read()
	if err != nil {
		return err
	}
	col := map[string]int{}
	for i, h := range head {
		col[strings.TrimPrefix(h, "\ufeff")] = i
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		get := func(name string) string {
			if i, ok := col[name]; ok && i < len(row) {
				return row[i]
			}
			return ""
		}
		for _, end := range []string{"from", "to"} {
			if get(end+"_country_code") == "UA" {
				add(get(end+"_name"), get(end+"_adm1_name"), get(end+"_latitude"), get(end+"_longitude"))
			}
		}
	}
}
