package figure_test

import (
	"strconv"
	"strings"
	"testing"

	"sitrep/internal/figure"
	"sitrep/internal/lang/en"
	"sitrep/internal/token"
	"sitrep/internal/when"
	"sitrep/record"
)

type reader struct {
	tokens  *token.Tokenizer
	times   *when.Extractor
	figures *figure.Extractor
}

func newReader(tb testing.TB) reader {
	tb.Helper()
	var r reader
	var err error
	if r.tokens, err = token.New(en.Language()); err != nil {
		tb.Fatal(err)
	}
	if r.times, err = when.New(en.Language()); err != nil {
		tb.Fatal(err)
	}
	if r.figures, err = figure.New(en.Language()); err != nil {
		tb.Fatal(err)
	}
	return r
}

func (r reader) read(text string, published record.Date) figure.Result {
	rep := record.Report{ID: "r-1"}
	rep.Published.Value = published
	doc := r.tokens.Document(text)
	times := r.times.Extract(doc, &rep)
	return r.figures.Extract(doc, &rep, times, nil)
}

// brief writes a figure as "measure population bound value unit", leaving out what
// is plain: exact bounds, people.
func brief(list []record.Figure) string {
	var out []string
	for _, f := range list {
		var b []string
		add := func(s string) {
			if s != "" {
				b = append(b, s)
			}
		}
		add(f.Measure)
		add(f.Population)
		if f.Bound != "exact" {
			add(f.Bound)
		}
		if f.Value != nil {
			add(num(*f.Value))
		}
		if f.Low != nil {
			add(num(*f.Low) + ".." + num(*f.High))
		}
		if f.Unit != "people" {
			add(f.Unit)
		}
		if f.Kind == "change" || f.Kind == "rate" {
			add(f.Kind)
		}
		add(f.Direction)
		if f.Side != "" {
			add("of " + f.Side)
		}
		if f.Since != "" {
			add("since " + string(f.Since))
		}
		if f.AsOf != "" {
			add("as of " + string(f.AsOf))
		}
		if f.PartOf != "" {
			add("part")
		}
		out = append(out, strings.Join(b, " "))
	}
	return strings.Join(out, "; ")
}

func num(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
