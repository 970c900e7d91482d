package when_test

import (
	"strings"
	"testing"

	"sitrep/record"
)

// BenchmarkExtract reads a text of reports' sentences, tokens given; the house's
// bar for times, figures and places together is 60,000 tokens a second.
func BenchmarkExtract(b *testing.B) {
	r := newReader(b)
	var text strings.Builder
	for range 20 {
		for _, c := range cases {
			text.WriteString(c.text + " The column left the town and took the road along the river toward the hills. ")
		}
	}
	doc := r.tokens.Document(text.String())
	n := 0
	for i := range doc.Sentences {
		n += len(doc.Sentences[i].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		rep := record.Report{ID: "r-1"}
		rep.Published.Value = "2023-12-26"
		r.times.Extract(doc, &rep)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
