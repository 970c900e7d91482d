package score

import (
	"encoding/json"
	"math"
	"slices"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/gazetteer"
	"sitrep/internal/place"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
	"sitrep/internal/token"
	"sitrep/record"
)

// PlacesTask measures the finding of names and the resolving of them, by itself and
// after finding. Gold is LGL or GeoVirus XML or a folder of brat files; the files of
// the war in Ukraine (UCDP events as JSON Lines, humanitarian corridors as CSV) have
// measures of their own, see placesUkraine.
func PlacesTask(a Args) (Metrics, error) {
	if strings.HasSuffix(a.Gold, ".jsonl") || strings.HasSuffix(a.Gold, ".csv") {
		return placesUkraine(a)
	}
	docs, err := readPlaceGold(a.Gold)
	if err != nil {
		return nil, err
	}
	m, err := newPlaceMeasure(a)
	if err != nil {
		return nil, err
	}
	for i := range docs {
		if err := m.doc(&docs[i]); err != nil {
			return nil, err
		}
	}
	return m.metrics(), nil
}

// placeMeasure adds up over documents.
type placeMeasure struct {
	args                             Args
	cut                              func(string) *syntax.Document
	places                           *place.Extractor
	points                           map[int]gazetteer.Place // by GeoNames id
	gold, predicted, strict, overlap int
	placed, near, endToEnd, resolved int
	country, countries               int
	admin1, admins                   int
	errors                           []float64
	logs                             float64
}

// farthest is half the way round the earth, km: the error of no answer.
const farthest = 20039.0

// within161 is the usual bound of right: 100 miles.
const within161 = 161.0

func newPlaceMeasure(a Args) (*placeMeasure, error) {
	if a.Gazetteer == nil {
		return nil, fault.New(fault.Invalid, "score.places", "gazetteer", nil)
	}
	m := &placeMeasure{args: a, points: map[int]gazetteer.Place{}}
	cut, err := token.New(a.Language)
	if err != nil {
		return nil, err
	}
	m.cut = cut.Document
	if a.Reader != nil {
		m.cut = func(text string) *syntax.Document { // with tags and names, as in a reading
			doc := a.Reader.Cut(text)
			a.Reader.Names(doc, tag.Bare)
			return doc
		}
	}
	if m.places, err = place.New(a.Language, a.Gazetteer); err != nil {
		return nil, err
	}
	for i := range a.Gazetteer.Len() {
		if p := a.Gazetteer.At(gazetteer.Index(i)); p.ID != 0 {
			m.points[p.ID] = p
		}
	}
	return m, nil
}

// doc measures one document.
func (m *placeMeasure) doc(d *placeDoc) error {
	doc := m.cut(d.text)
	var found []record.Place
	for _, p := range m.places.All(doc, nil) {
		if p.Rule == "place/relative" || p.Rule == "place/people" && !d.peoples || p.Rule == "place/street" && !d.streets || d.ignores(p.Span) {
			continue
		}
		found = append(found, p)
	}
	m.predicted += len(found)
	m.gold += len(d.names)
	used := make([]bool, len(found))
	spans := make([]record.Span, len(d.names))
	for i, g := range d.names {
		spans[i] = record.Cut(d.text, g.start, g.end)
	}
	given := m.places.Resolve(doc, nil, spans)
	for i := range d.names {
		g := &d.names[i]
		if p, ok := m.points[g.id]; ok && !g.placed {
			g.lat, g.lon, g.placed = p.Lat, p.Lon, true
		}
		at := match(found, used, spans[i])
		if at >= 0 {
			used[at] = true
			m.overlap++
			if found[at].Span == spans[i] {
				m.strict++
			}
		}
		if g.placed {
			m.resolve(g, &given[i])
			if at >= 0 && errorKM(g, &found[at]) <= within161 {
				m.endToEnd++
			}
		}
	}
	return m.write(d, found, given)
}

// match finds the unused prediction that is the span, or else one that overlaps.
func match(found []record.Place, used []bool, span record.Span) int {
	best := -1
	for k := range found {
		if used[k] || !found[k].Span.Overlaps(span) {
			continue
		}
		if found[k].Span == span {
			return k
		}
		if best < 0 {
			best = k
		}
	}
	return best
}

func (d *placeDoc) ignores(s record.Span) bool {
	for _, i := range d.ignored {
		if s.Start < i[1] && i[0] < s.End {
			return true
		}
	}
	return false
}

// resolve adds one given name's result up.
func (m *placeMeasure) resolve(g *placeGold, p *record.Place) {
	m.placed++
	km := errorKM(g, p)
	m.errors = append(m.errors, km)
	m.logs += math.Log1p(km) / math.Log1p(farthest)
	if km <= within161 {
		m.near++
	}
	if c, ok := m.points[g.countryID]; ok && c.Feature == "A.PCLI" {
		m.countries++
		if m.args.Gazetteer.Alpha3(c.Country) == p.Country {
			m.country++
		}
	}
	if g.admin1 != "" && !strings.HasPrefix(g.feature, "PCL") && g.feature != "CONT" {
		m.admins++
		if m.sameDivision(g.admin1, p.Admin1) {
			m.admin1++
		}
	}
}

// sameDivision tells whether two names are one first division's. Countries and
// continents lie in none and are not asked for it.
func (m *placeMeasure) sameDivision(a, b string) bool {
	if foldName(a) == foldName(b) {
		return true
	}
	hits, _ := m.args.Gazetteer.Lookup(gazetteer.Fold(nil, a), nil)
	for _, h := range hits {
		if p := m.args.Gazetteer.At(h.Place); b != "" && p.Feature == "A.ADM1" && m.args.Gazetteer.DivisionName(p.Division) == b {
			return true
		}
	}
	return false
}

func foldName(s string) string { return string(gazetteer.Fold(nil, s)) }

// errorKM is the distance of the answer from the gold point.
func errorKM(g *placeGold, p *record.Place) float64 {
	if p.Lat == nil || p.Lon == nil {
		return farthest
	}
	return place.Distance(g.lat, g.lon, *p.Lat, *p.Lon)
}

// metrics gives the keys that the design fixes. mean_km and median_km are over
// the names that got a point; auc is the area under the curve of the logarithm of
// the error, no answer counting as half the way round the earth: less is better.
func (m *placeMeasure) metrics() Metrics {
	out := Metrics{
		"find_strict_f1": f1(m.strict, m.predicted, m.gold), "find_overlap_f1": f1(m.overlap, m.predicted, m.gold),
		"names": m.gold, "placed": m.placed,
	}
	if m.predicted > 0 && m.gold > 0 {
		out["find_precision"], out["find_recall"] = ratio(m.overlap, m.predicted), ratio(m.overlap, m.gold)
	}
	if m.placed == 0 {
		return out
	}
	out["resolve_161km"], out["resolve_161km_end_to_end"] = ratio(m.near, m.placed), ratio(m.endToEnd, m.placed)
	out["auc"] = m.logs / float64(m.placed)
	if m.countries > 0 {
		out["country"] = ratio(m.country, m.countries)
	}
	if m.admins > 0 {
		out["admin1"] = ratio(m.admin1, m.admins)
	}
	answered := make([]float64, 0, len(m.errors))
	sum := 0.0
	for _, e := range m.errors {
		if e < farthest {
			answered = append(answered, e)
			sum += e
		}
	}
	if len(answered) > 0 {
		slices.Sort(answered)
		out["mean_km"], out["median_km"] = sum/float64(len(answered)), answered[len(answered)/2]
	}
	out["answered"] = ratio(len(answered), m.placed)
	return out
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func f1(right, predicted, gold int) float64 {
	if predicted+gold == 0 {
		return 0
	}
	return 2 * float64(right) / float64(predicted+gold)
}

// placePrediction is one line of the file of predictions. Given is true for a
// gold name that was resolved, false for one that was found.
type placePrediction struct {
	Document string       `json:"document"`
	Given    bool         `json:"given"`
	Place    record.Place `json:"place"`
	Gold     *[2]float64  `json:"gold,omitempty"`
}

func (m *placeMeasure) write(d *placeDoc, found, given []record.Place) error {
	if m.args.Predictions == nil {
		return nil
	}
	enc := json.NewEncoder(m.args.Predictions)
	for _, p := range found {
		if err := enc.Encode(placePrediction{Document: d.id, Place: p}); err != nil {
			return err
		}
	}
	for i, p := range given {
		line := placePrediction{Document: d.id, Given: true, Place: p}
		if d.names[i].placed {
			line.Gold = &[2]float64{d.names[i].lat, d.names[i].lon}
		}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
