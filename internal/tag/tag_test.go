package tag

import (
	"os"
	"strings"
	"testing"

	"sitrep/internal/lang"
	"sitrep/internal/syntax"
)

func english() lang.Language {
	return lang.Language{Code: "en", Tables: os.DirFS("../lang/en/tables"), Models: os.DirFS("../lang/en/models")}
}

func models(tb testing.TB) (*Tagger, *Namer) {
	tb.Helper()
	t, err := New(english())
	if err != nil {
		tb.Fatal(err)
	}
	n, err := NewNamer(t, english(), nil, NamesFile)
	if err != nil {
		tb.Fatal(err)
	}
	return t, n
}

// words makes a document of one sentence from words parted by spaces.
func words(s string) *syntax.Document {
	var sent syntax.Sentence
	at := 0
	for _, w := range strings.Fields(s) {
		at += strings.Index(s[at:], w)
		sent.Tokens = append(sent.Tokens, syntax.Token{Start: at, End: at + len(w), Text: w, Head: syntax.NoHead, SpaceAfter: true})
		at += len(w)
	}
	return &syntax.Document{Text: s, Sentences: []syntax.Sentence{sent}}
}

func TestTags(t *testing.T) {
	tagger, _ := models(t)
	for in, want := range map[string]string{
		"The envoy met the minister on Friday .": "DT NN VBD DT NN IN NNP .",
		"Troops have been shelling two towns .":  "NNS VBP VBN VBG CD NNS .",
	} {
		d := words(in)
		tagger.Tag(d)
		var got []string
		for _, k := range d.Sentences[0].Tokens {
			got = append(got, k.XPOS)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", in, strings.Join(got, " "), want)
		}
	}
}

func TestNames(t *testing.T) {
	tagger, namer := models(t)
	kinds := map[syntax.NameKind]string{syntax.PersonName: "person", syntax.OrganisationName: "organisation", syntax.LocationName: "place", syntax.NationalityName: "people", syntax.OtherName: "other"}
	for in, want := range map[string]string{
		"President Ada Korn flew to Berlin in two days .":               "person:Ada Korn place:Berlin",
		"Russian troops left the city , the Ministry of Defense said .": "people:Russian organisation:Ministry of Defense",
		"The Kurds and the South Koreans talked .":                      "people:Kurds people:South Koreans",
		"he left the house .":                                           "",
	} {
		d := words(in)
		tagger.Tag(d)
		namer.Names(d)
		var got []string
		s := &d.Sentences[0]
		for _, n := range s.Names {
			got = append(got, kinds[n.Kind]+":"+s.Span(d.Text, n.Start, n.End).Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s\n got %s\nwant %s", in, strings.Join(got, " "), want)
		}
	}
}

func FuzzNames(f *testing.F) {
	tagger, namer := models(f)
	f.Add("Ada Korn \xff \x00 of Velk")
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		d := words(s)
		tagger.Tag(d)
		for _, style := range []Style{Bare, Full} {
			namer.Style(d, style)
			for _, n := range d.Sentences[0].Names {
				if n.Start >= n.End || n.End > len(d.Sentences[0].Tokens) || n.Kind == syntax.NoName {
					t.Fatalf("name %+v", n)
				}
			}
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		models(b)
	}
}

func BenchmarkNames(b *testing.B) {
	tagger, namer := models(b)
	d := words("Officials in Dornia said on Friday that the convoy had reached the northern town of Velk , where 300 people were waiting for food and medicine .")
	tagger.Tag(d)
	b.ReportAllocs()
	for b.Loop() {
		namer.Names(d)
	}
	b.ReportMetric(float64(len(d.Sentences[0].Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
