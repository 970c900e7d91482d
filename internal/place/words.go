package place

import (
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
)

// class is a set of what a word may be, in bits.
type class uint32

const (
	title class = 1 << iota
	org
	street
	facility
	inside
	before
	notPlace
	given
	kind
	direction
	unit
	speak
	qualifier
	bodyOf
	feature
	office
	after
	local
	settlement
	state
	body
	language
)

var classNames = map[string]class{"title": title, "org": org, "street": street, "facility": facility, "inside": inside,
	"before": before, "notplace": notPlace, "kind": kind, "direction": direction, "unit": unit, "speak": speak,
	"qualifier": qualifier, "bodyof": bodyOf, "feature": feature, "office": office, "after": after, "local": local, "settlement": settlement,
	"state": state, "body": body, "language": language}

// words are the language's tables, ready for look-up.
type words struct {
	class    map[string]class
	number   map[string]float64         // degrees of a direction, km of a unit
	features map[string][]string        // of a kind word
	common   map[string]int             // lower-case word → how common
	people   map[string][]gazetteer.Hit // folded adjective or people
	abbr     map[string]abbreviation    // as it stands
	special  map[string]bool            // first words of people and abbr, folded
	home     map[string][]homeCue       // words that tell a report's country
}

type abbreviation struct {
	hits  []gazetteer.Hit
	comma bool
}

func newWords(l lang.Language, g *gazetteer.Gazetteer) (*words, error) {
	w := &words{class: map[string]class{}, number: map[string]float64{}, features: map[string][]string{}, common: map[string]int{},
		people: map[string][]gazetteer.Hit{}, abbr: map[string]abbreviation{}, special: map[string]bool{}, home: map[string][]homeCue{}}
	for _, t := range []struct {
		name string
		want int
		read func(lang.Row, *gazetteer.Gazetteer) bool
	}{
		{"place-words.tsv", 2, w.classRow},
		{"place-given.tsv", 1, w.givenRow},
		{"place-common.tsv", 2, w.commonRow},
		{"place-demonyms.tsv", 2, w.peopleRow},
		{"place-abbreviations.tsv", 3, w.abbrRow},
		{"place-home.tsv", 3, w.homeRow},
	} {
		rows, err := l.Table(t.name, t.want)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if !t.read(r, g) {
				return nil, fault.New(fault.Invalid, "place.New", t.name+", line "+strconv.Itoa(r.Line), nil)
			}
		}
	}
	return w, nil
}

func (w *words) classRow(r lang.Row, _ *gazetteer.Gazetteer) bool {
	c, ok := classNames[r.Field(0)]
	for _, word := range strings.Fields(r.Field(1)) {
		word, value, _ := strings.Cut(word, "=")
		word = strings.ReplaceAll(word, "_", " ")
		w.class[word] |= c
		switch c {
		case kind:
			w.features[word] = strings.Split(value, ",")
		case direction, unit:
			n, err := strconv.ParseFloat(value, 64)
			ok = ok && err == nil
			w.number[word] = n
		}
	}
	return ok
}

func (w *words) givenRow(r lang.Row, _ *gazetteer.Gazetteer) bool {
	for _, word := range strings.Fields(r.Field(0)) {
		w.class[word] |= given
	}
	return true
}

func (w *words) commonRow(r lang.Row, _ *gazetteer.Gazetteer) bool {
	n, err := strconv.Atoi(r.Field(1))
	w.common[r.Field(0)] = n
	return err == nil
}

// main gives the most important place whose main name this is, else the most
// important of the name; none is no mistake, since a gazetteer may lack it.
func main(g *gazetteer.Gazetteer, name string) []gazetteer.Hit {
	hits, _ := g.Lookup(gazetteer.Fold(nil, name), nil)
	for _, h := range hits {
		if !h.Alt {
			return []gazetteer.Hit{h}
		}
	}
	return hits[:min(1, len(hits))]
}

func (w *words) peopleRow(r lang.Row, g *gazetteer.Gazetteer) bool {
	hits := main(g, r.Field(0))
	if len(hits) == 0 {
		return true
	}
	for _, p := range strings.Split(r.Field(1), "|") {
		k := string(gazetteer.Fold(nil, p))
		w.people[k] = hits
		if !strings.HasSuffix(k, "s") && !strings.HasSuffix(k, "ese") && !strings.HasSuffix(k, "sh") && !strings.HasSuffix(k, "ch") {
			w.people[k+"s"] = hits
		}
		first, _, _ := strings.Cut(k, " ")
		w.special[first] = true
	}
	return true
}

func (w *words) abbrRow(r lang.Row, g *gazetteer.Gazetteer) bool {
	var hits []gazetteer.Hit
	target := r.Field(1)
	if name, ok := strings.CutPrefix(target, "="); ok {
		hits = main(g, name)
	} else {
		hits = g.DivisionPlace(target)
	}
	if len(hits) > 0 {
		w.abbr[r.Field(0)] = abbreviation{hits, r.Field(2) == "comma"}
		first, _, _ := strings.Cut(string(gazetteer.Fold(nil, r.Field(0))), " ")
		w.special[first] = true
	}
	return true
}
