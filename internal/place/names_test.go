package place_test

import (
	"strings"
	"testing"

	"sitrep/internal/syntax"
)

var nameKinds = map[string]syntax.NameKind{"PER": syntax.PersonName, "ORG": syntax.OrganisationName, "LOC": syntax.LocationName, "OTH": syntax.OtherName}

// named cuts a text whose names are marked, "[PER Ada Quellin] spoke", and gives
// the document as the names model would leave it.
func named(t testing.TB, marked string) *syntax.Document {
	t.Helper()
	type mark struct {
		start, end int
		kind       syntax.NameKind
	}
	var text strings.Builder
	var marks []mark
	for {
		before, rest, ok := strings.Cut(marked, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		m := mark{start: text.Len(), kind: nameKinds[name[:3]]}
		text.WriteString(name[4:])
		m.end = text.Len()
		marks, marked = append(marks, m), after
	}
	doc := cut(t, text.String())
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for _, m := range marks {
			if s.Start <= m.start && m.end <= s.End {
				s.Names = append(s.Names, syntax.Name{Start: s.TokenAt(m.start), End: s.TokenAt(m.end-1) + 1, Kind: m.kind})
			}
		}
	}
	return doc
}

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
		for _, p := range e.Extract(named(t, in), nil) {
			got = append(got, p.Span.Text)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}
