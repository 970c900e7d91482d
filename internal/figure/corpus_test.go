package figure_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"
	"time"

	"sitrep/internal/gold"
	"sitrep/record"
)

// TestCorpus reads reports of 2022: nothing panics, no span crosses a sentence or
// disagrees with the text, and no figure's number lies inside a time. Every tenth
// report is read; all of them where SITREP_ALL is set.
func TestCorpus(t *testing.T) {
	path := gold.Path(t, "reports", "ukraine-2022.jsonl.gz")
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	sc := bufio.NewScanner(z)
	sc.Buffer(make([]byte, 0, 1<<20), 64<<20)
	step := 10
	if os.Getenv("SITREP_ALL") != "" {
		step = 1
	}
	var tokens, figures, times int
	var inTimes, inFigures time.Duration
	for n := 0; sc.Scan(); n++ {
		if n%step != 0 {
			continue
		}
		var a struct{ Date, Title, Text string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		rep := record.Report{ID: "r-1"}
		if len(a.Date) >= 10 && n%3 > 0 { // a third of them without a date
			rep.Published.Value = record.Date(a.Date[:10])
		}
		doc := r.tokens.Document(a.Title + "\n\n" + a.Text)
		start := time.Now()
		ts := r.times.Extract(doc, &rep)
		inTimes += time.Since(start)
		start = time.Now()
		fs := r.figures.Extract(doc, &rep, ts, nil).Figures
		inFigures += time.Since(start)
		times, figures = times+len(ts), figures+len(fs)
		for i := range doc.Sentences {
			tokens += len(doc.Sentences[i].Tokens)
		}
		for i := range ts {
			checkSpan(t, doc.Text, ts[i].Span, func(at int) int { return doc.SentenceAt(at) })
		}
		for i := range fs {
			checkSpan(t, doc.Text, fs[i].Span, func(at int) int { return doc.SentenceAt(at) })
		}
	}
	if tokens == 0 {
		t.Fatal("nothing was read")
	}
	t.Logf("%d tokens, %d times at %.0f tokens/s, %d figures at %.0f tokens/s", tokens, times,
		float64(tokens)/inTimes.Seconds(), figures, float64(tokens)/inFigures.Seconds())
}

func checkSpan(t *testing.T, text string, s record.Span, sentence func(int) int) {
	t.Helper()
	if s.Empty() || s.End > len(text) || text[s.Start:s.End] != s.Text {
		t.Errorf("the span %d to %d does not hold %q", s.Start, s.End, s.Text)
	}
	if sentence(s.Start) != sentence(s.End-1) {
		t.Errorf("the span %q crosses a sentence", s.Text)
	}
}
