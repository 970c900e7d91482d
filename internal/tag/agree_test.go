package tag

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

func TestNamesAgree(t *testing.T) {
	d := words("Ada Korn spoke and Korn left")
	one := d.Sentences[0]
	two := one
	one.Names = []syntax.Name{{Start: 0, End: 2, Kind: syntax.PersonName}}
	one.Tokens[4].UPOS = syntax.PROPN
	d.Sentences = []syntax.Sentence{one, two}
	new(Namer).agree(d)
	want := syntax.Name{Start: 4, End: 5, Kind: syntax.PersonName}
	if got := d.Sentences[0].Names; len(got) != 2 || got[1] != want {
		t.Errorf("got %v", got)
	}
	if got := d.Sentences[1].Names; len(got) != 1 || got[0] != want {
		t.Errorf("got %v", got)
	}
}

// lone gives a document of sentences "Velk stood .", in which Velk was taken for
// the kinds given.
func lone(kinds ...syntax.NameKind) *syntax.Document {
	d := &syntax.Document{}
	for _, k := range kinds {
		s := words("Velk stood .").Sentences[0]
		s.Names = []syntax.Name{{Start: 0, End: 1, Kind: k}}
		d.Sentences = append(d.Sentences, s)
	}
	return d
}

func TestKindsAgree(t *testing.T) {
	const P, O, L, N = syntax.PersonName, syntax.OrganisationName, syntax.LocationName, syntax.NationalityName
	for _, c := range []struct {
		kinds []syntax.NameKind
		first syntax.NameKind
	}{
		{[]syntax.NameKind{O, L, L, L}, L},
		{[]syntax.NameKind{O, L, L}, O}, // not by far
		{[]syntax.NameKind{O, P, P, P, L, L, L}, P},
		{[]syntax.NameKind{N, L, L, L}, N}, // a people's name is its own
		{[]syntax.NameKind{O}, O},
	} {
		d := lone(c.kinds...)
		new(Namer).agree(d)
		if got := d.Sentences[0].Names[0].Kind; got != c.first {
			t.Errorf("%v: the first is %v, want %v", c.kinds, got, c.first)
		}
	}
}

func TestNamesAgreeWithinEightySentences(t *testing.T) {
	kinds := make([]syntax.NameKind, 2*together)
	for i := range kinds {
		kinds[i] = syntax.LocationName
	}
	kinds[0] = syntax.OrganisationName // one against 79
	for i := together; i < 2*together; i++ {
		kinds[i] = syntax.PersonName // another text's
	}
	d := lone(kinds...)
	new(Namer).agree(d)
	for i := range d.Sentences {
		want := syntax.LocationName
		if i >= together {
			want = syntax.PersonName
		}
		if got := d.Sentences[i].Names[0].Kind; got != want {
			t.Fatalf("sentence %d: %v, want %v", i, got, want)
		}
	}
}

func TestSurnames(t *testing.T) {
	for in, want := range map[string]string{
		"Korn left":               "0-1",
		"Korn and Korn left":      "0-1 2-3",
		"Ostrel Korn left":        "0-2", // covered
		"the korn grew":           "",
		"the Korn-like man":       "",
		"Lee left":                "", // too short to tell
		"from Velk to Korn , far": "1-2 3-4",
	} {
		s := words(in).Sentences[0]
		for i := range s.Tokens {
			s.Tokens[i].UPOS = syntax.PROPN
		}
		if strings.HasPrefix(in, "Ostrel") {
			s.Names = []syntax.Name{{Start: 0, End: 2, Kind: syntax.LocationName}}
		}
		if strings.HasPrefix(in, "from") {
			s.Names = []syntax.Name{{Start: 1, End: 2, Kind: syntax.LocationName}}
		}
		full := words("Ada Korn and Bo Lee").Sentences[0]
		full.Names = []syntax.Name{{Start: 0, End: 2, Kind: syntax.PersonName}, {Start: 3, End: 5, Kind: syntax.PersonName}}
		sentences := []syntax.Sentence{full, s}
		agree(sentences)
		if got := spans(&sentences[1]); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// spans shows where a sentence's names stand.
func spans(s *syntax.Sentence) string {
	var got []string
	for _, n := range s.Names {
		got = append(got, fmt.Sprintf("%d-%d", n.Start, n.End))
	}
	return strings.Join(got, " ")
}

func TestJoinPlaces(t *testing.T) {
	countries := &Known{names: map[uint64]uint16{neural.HashFrom(0, "Arnor"): country}}
	for in, want := range map[string]string{
		"at Velk , Dornia on Friday":          "1-4",
		"in Velk , Dornia , Karst and Arnor":  "1-2 3-4 5-6 7-8",
		"in Velk , Dornia and Karst":          "1-2 3-4 5-6",
		"at Velk , Dornia , they met":         "1-4",
		"from Velk to Dornia , Karst , later": "1-2 3-6",
		"in Arnor , Velk on Friday":           "1-2 3-4", // a country holds no country
		"at Velk , Arnor on Friday":           "1-4",
		"at Velk Dornia":                      "1-2 2-3",
		"at Velk ; Dornia":                    "1-2 3-4",
		"at Velk ,":                           "1-2",
		"":                                    "",
	} {
		s := words(in).Sentences[0]
		for i, k := range s.Tokens {
			if strings.Contains("Velk Dornia Karst Arnor", k.Text) {
				s.Names = append(s.Names, syntax.Name{Start: i, End: i + 1, Kind: syntax.LocationName})
			}
		}
		(&Namer{known: countries}).joinPlaces(&s)
		if got := spans(&s); got != want {
			t.Errorf("%s: %v, want %s", in, got, want)
		}
	}
}
