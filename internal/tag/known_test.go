package tag

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
	"sitrep/internal/syntax"
)

// inventedTables name nobody and nothing that exists.
var inventedTables = fstest.MapFS{
	"countries.tsv":   {Data: []byte("DOR\tDornia\tKingdom of Dornia\tDornian;Upper Dornian\tVelk\nKAR\tKarst\t\tKarst\tOldgate\n")},
	"peoples.tsv":     {Data: []byte("Marsh Folker\nOld-Dornian\n")},
	"bodies.tsv":      {Data: []byte("DOR GOV\tbody\tGranary Board of Dornia\tGB\n")},
	"people.tsv":      {Data: []byte("Ada Korn\tA. Korn\n")},
	"known-names.tsv": {Data: []byte("# a comment\ncompany\tKorn & Sons;Velk's Best\ninstitution\tVelk Gazette\ngiven\tAda\nfamily\tKorn\n")},
}

func invented(t *testing.T) *Known {
	t.Helper()
	k, err := NewKnown(lang.Language{Code: "en", Tables: inventedTables}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestKnownNames(t *testing.T) {
	k := invented(t)
	short := []struct {
		flag uint16
		name string
	}{{country, "country"}, {seat, "seat"}, {people, "people"}, {body, "body"}, {person, "person"}, {given, "given"}, {family, "family"}, {company, "company"}}
	for in, want := range map[string]string{
		"the Kingdom of Dornia fell":        "Kingdom of Dornia/country",
		"Dornia fell":                       "Dornia/country",
		"dornia fell":                       "",
		"in Velk today":                     "Velk/seat",
		"the Velk Gazette said":             "Velk Gazette/body", // the longest name wins
		"the Granary Board of Dornia met":   "Granary Board of Dornia/body",
		"the Granary Board of Karst met":    "Karst/country+people",
		"two Upper Dornians left":           "Upper Dornians/people",
		"a Dornian left":                    "Dornian/people",
		"three Marsh Folkers and a Dornian": "Marsh Folkers/people, Dornian/people",
		"an Old - Dornian song":             "Old - Dornian/people", // as the tokeniser parts it
		"at Velk 's Best":                   "Velk 's Best/company",
		"Ada Korn left":                     "Ada Korn/person",
		"Ada and Korn left":                 "Ada/given, Korn/family",
		"Korn & Sons closed":                "Korn & Sons/company",
		"Karst Dornia":                      "Karst/country+people, Dornia/country",
	} {
		d := words(in)
		s := &d.Sentences[0]
		flags := k.mark(nil, s)
		var got []string
		for i := 0; i < len(flags); i++ {
			if flags[i] == 0 {
				continue
			}
			if flags[i]&opening == 0 {
				t.Errorf("%s: token %d goes on from nothing", in, i)
			}
			end := i + 1
			for end < len(flags) && flags[end] == flags[i]&^opening {
				end++
			}
			var kinds []string
			for _, f := range short {
				if flags[i]&f.flag != 0 {
					kinds = append(kinds, f.name)
				}
			}
			got = append(got, s.Span(d.Text, i, end).Text+"/"+strings.Join(kinds, "+"))
			i = end - 1
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %s, want %s", in, strings.Join(got, ", "), want)
		}
	}
}

func TestKnownNamesOfWrongTables(t *testing.T) {
	for name, row := range map[string]string{
		"known-names.tsv": "brand\tKorn & Sons\n",
		"countries.tsv":   "DOR\n",
	} {
		tables := fstest.MapFS{}
		for k, v := range inventedTables {
			tables[k] = v
		}
		tables[name] = &fstest.MapFile{Data: []byte(row)}
		if _, err := NewKnown(lang.Language{Tables: tables}, nil); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"bodies.tsv", "people.tsv", "known-names.tsv"} { // a language need not have them
		tables := fstest.MapFS{}
		for k, v := range inventedTables {
			if k != name {
				tables[k] = v
			}
		}
		if _, err := NewKnown(lang.Language{Tables: tables}, nil); err != nil {
			t.Errorf("without %s: %v", name, err)
		}
	}
}

func TestKnownPlaces(t *testing.T) {
	town := func(name, feature string, people int) gazetteer.Entry {
		return gazetteer.Entry{Name: name, Lat: 1, Lon: 1, Country: "US", Feature: feature, Population: people, Precision: 2}
	}
	data, err := gazetteer.Pack([]gazetteer.Entry{
		town("Velk", "P.PPL", 500), town("Velk on the Ostrel", "P.PPL", 2_000_000), town("Karstmouth", "P.PPL", 40_000),
		town("Dornia", "A.ADM1", 9_000), town("Ostrel River", "H.STM", 0), town("Mill Bridge", "S.BDG", 0),
	}, gazetteer.Lists{Alpha3: map[string]string{"US": "USA"}})
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"in Velk today":                "0 3 0",
		"in velk today":                "0 0 0",
		"near Velk on the Ostrel":      "0 9 8 8 8", // the longest name
		"Velk on the hill":             "3 0 0 0",
		"Karstmouth in Dornia":         "5 0 15",
		"the Ostrel River":             "0 17 16",
		"at Mill Bridge , Velk Velk":   "0 19 18 0 3 3",
		"VELK ON THE OSTREL is no sea": "9 8 8 8 0 0 0",
		"":                             "",
	} {
		var n NameItems
		n.markPlaces(g, &words(in).Sentences[0])
		if got := strings.Trim(fmt.Sprint(n.places), "[]"); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
		n.markPlaces(nil, &words(in).Sentences[0])
		for _, p := range n.places {
			if p != 0 {
				t.Errorf("%s: a place without a gazetteer", in)
			}
		}
	}
}

func TestPeoplesOfSeveralWords(t *testing.T) {
	k := invented(t)
	for in, want := range map[string]string{
		"two Upper Dornians left":             "1-3",
		"Marsh Folkers and Upper Dornians":    "0-2 3-5",
		"a Marsh Folker Dornian song":         "1-3 3-4",
		"an Old - Dornian song":               "1-4",
		"Marsh birds and Upper Dornia Dornia": "",
	} {
		n := NameItems{}
		s := &words(in).Sentences[0]
		n.flags = k.mark(nil, s)
		var got []string
		for _, m := range n.nationality(nil, 0, len(s.Tokens)) {
			if m.Kind != syntax.NationalityName {
				t.Errorf("%s: kind %v", in, m.Kind)
			}
			got = append(got, fmt.Sprintf("%d-%d", m.Start, m.End))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", in, got, want)
		}
	}
	n := NameItems{flags: k.mark(nil, &words("Dornian Karst Dornia").Sentences[0])}
	if !n.allPeople(0, 1) || n.allPeople(1, 2) || n.allPeople(0, 3) {
		t.Error("a country that its people is named like is no people")
	}
}
