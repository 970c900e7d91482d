package place_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"sitrep/internal/gazetteer"
	"sitrep/internal/gold"
	"sitrep/internal/lang/en"
	"sitrep/internal/place"
	"sitrep/internal/syntax"
	"sitrep/internal/token"
)

// world opens the bundled gazetteer.
func world(tb testing.TB) *place.Extractor {
	tb.Helper()
	g, err := gazetteer.World()
	if err != nil {
		tb.Fatal(err)
	}
	e, err := place.New(en.Language(), g)
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

// articles calls f with every n-th article of the corpus of 2022.
func articles(tb testing.TB, n, most int, f func(*syntax.Document)) {
	tb.Helper()
	file, err := os.Open(gold.Path(tb, "reports", "ukraine-2022.jsonl.gz"))
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		tb.Fatal(err)
	}
	tok, err := token.New(en.Language())
	if err != nil {
		tb.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 16<<20)
	for i := 0; sc.Scan() && most > 0; i++ {
		var a struct {
			Text string `json:"text"`
		}
		if i%n != 0 || json.Unmarshal(sc.Bytes(), &a) != nil {
			continue
		}
		most--
		f(tok.Document(a.Text))
	}
}

// TestCorpus: nothing panics, every span holds its text, no point is 0,0 or off
// the earth, and every point has a precision and a reason. SITREP_WHOLE=1 reads every
// article, else every twentieth is read.
func TestCorpus(t *testing.T) {
	e := world(t)
	n := 20
	if os.Getenv("SITREP_WHOLE") != "" {
		n = 1
	}
	found, placed := 0, 0
	articles(t, n, 1<<30, func(d *syntax.Document) {
		for _, p := range e.All(d, nil) {
			found++
			if d.Text[p.Span.Start:p.Span.End] != p.Span.Text {
				t.Fatalf("span %+v does not hold its text", p.Span)
			}
			if p.Lat == nil {
				continue
			}
			placed++
			if *p.Lat == 0 && *p.Lon == 0 || *p.Lat < -90 || *p.Lat > 90 || *p.Lon < -180 || *p.Lon > 180 || p.Precision <= 0 || p.Why == "" {
				t.Fatalf("%+v at %v,%v", p, *p.Lat, *p.Lon)
			}
		}
	})
	t.Logf("%d places, %d with a point", found, placed)
}

// FuzzExtract: whatever the text, nothing panics, places stand in text order, spans hold
// their text, and a point is on earth, not 0,0, and has a precision and a reason.
func FuzzExtract(f *testing.F) {
	for _, s := range []string{"Shells hit Lypovets, Kharkiv Oblast, 20 km south of Zorivka.", "PARIS, Ky. — A", "'s - . St. 's Republic", "Ґ\xff É, Ё", "5 km north of of of"} {
		f.Add(s)
	}
	e := world(f)
	tok, err := token.New(en.Language())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, p := range e.All(tok.Document(text), nil) {
			if p.Span.Start < last || p.Span.End > len(text) || text[p.Span.Start:p.Span.End] != p.Span.Text || p.Why == "" {
				t.Fatalf("%+v", p)
			}
			last = p.Span.Start
			if p.Lat != nil && (*p.Lat == 0 && *p.Lon == 0 || *p.Lat < -90 || *p.Lat > 90 || *p.Lon < -180 || *p.Lon > 180 || !(p.Precision > 0)) {
				t.Fatalf("%+v at %v,%v", p, *p.Lat, *p.Lon)
			}
		}
	})
}

// BenchmarkExtract reads articles that are cut already; the metric is tokens a
// second on one core.
func BenchmarkExtract(b *testing.B) {
	e := world(b)
	var docs []*syntax.Document
	tokens := 0
	articles(b, 60, 100, func(d *syntax.Document) {
		docs = append(docs, d)
		for i := range d.Sentences {
			tokens += len(d.Sentences[i].Tokens)
		}
	})
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, d := range docs {
			e.Extract(d, nil)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
