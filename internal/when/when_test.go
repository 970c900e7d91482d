package when_test

import (
	"strings"
	"testing"

	"sitrep/internal/lang/en"
	"sitrep/internal/token"
	"sitrep/internal/when"
	"sitrep/record"
)

// reader reads times with the real tokeniser; tags are absent, as in quick mode.
type reader struct {
	tokens *token.Tokenizer
	times  *when.Extractor
}

func newReader(tb testing.TB) reader {
	tb.Helper()
	tk, err := token.New(en.Language())
	if err != nil {
		tb.Fatal(err)
	}
	x, err := when.New(en.Language())
	if err != nil {
		tb.Fatal(err)
	}
	return reader{tk, x}
}

func (r reader) read(text string, published record.Date) ([]record.Time, record.Report) {
	rep := record.Report{ID: "r-1"}
	rep.Published.Value = published
	return r.times.Extract(r.tokens.Document(text), &rep), rep
}

// brief writes times as "span=value"; a bound or an open end follows in brackets.
func brief(list []record.Time) string {
	var out []string
	for _, t := range list {
		out = append(out, t.Span.Text+"="+t.Value)
	}
	return strings.Join(out, "; ")
}
