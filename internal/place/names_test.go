package place_test

import (
	"strings"
	"testing"

	"sitrep/internal/gold"
	"sitrep/internal/syntax"
)

func TestNamesOfTheModel(t *testing.T) {
	for in, want := range map[string]string{
		// the names of bodies and things
		"The [ORG Black Sea Fleet] sailed.":                          "",
		"The [LOC Black Sea] froze.":                                 "Black Sea",
		"The [OTH Mosbury Conference] began.":                        "",
		"The [OTH Battle of Mosbury] began.":                         "Mosbury",
		"The [OTH Battle of the Donbas] began.":                      "Donbas",
		"The [ORG Hearth of Ukraine] met.":                           "Ukraine",
		"The [OTH Ukraine Compact] was signed.":                      "Ukraine",
		"The [ORG Mosbury Circle] won.":                              "Mosbury",
		"The [ORG Verdin Circle] won.":                               "",
		"[ORG Europe] agreed.":                                       "",
		"They fled to [LOC Europe].":                                 "Europe",
		"Sailors of the [OTH Lower Mosbury] left [LOC Quellin].":     "Lower Mosbury, Quellin",
		"Crews of the [OTH USS Lower Mosbury] left [LOC Quellin].":   "Quellin",
		"The sailors of [OTH Ostrel Zarivka] left for [LOC Verdin].": "Verdin",
		// persons
		"[PER Ada Mosbury] resigned. A rejoinder came from [PER Mosbury].": "",
		"[PER Mosbury Karr] resigned. We heard from [PER Mosbury].":        "",
		"[PER Ada Karr] resigned. We heard from [LOC Mosbury].":            "Mosbury",
		// a name that the model passes over
		"A Verdin smile pleased [PER Ada Karr].":                       "",
		"In Verdin a man greeted [PER Ada Karr].":                      "Verdin",
		"Troops took Mosbury.":                                         "Mosbury",
		"[LOC Verdin] said that it would not move, near Port Stellin.": "Verdin, Port Stellin",
	} {
		e, err := open()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range e.Extract(gold.Named(func(text string) *syntax.Document { return cut(t, text) }, in), nil) {
			got = append(got, p.Span.Text)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}
