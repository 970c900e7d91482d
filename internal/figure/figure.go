// Package figure finds numbers with what they count: measure, population, bound,
// unit, period, status, side and parts. A number inside a date, a name, a score or
// a page reference is none. Bounds stay bounds, and a number whose measure is not
// told has none.
//
// Grammar stands here, words in the tables figures.tsv, sides.tsv and units.tsv.
package figure

import (
	"sync"

	"sitrep/internal/lang"
	"sitrep/internal/number"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Extractor finds figures. It is safe for use by several goroutines at once.
type Extractor struct {
	terms   map[string]*term
	units   map[string]unitSize
	numbers *number.Reader
	scratch sync.Pool // *line
}

// New builds an extractor from a language's tables.
func New(l lang.Language) (*Extractor, error) {
	x := &Extractor{}
	if err := x.load(l); err != nil {
		return nil, err
	}
	var err error
	if x.numbers, err = number.New(l); err != nil {
		return nil, err
	}
	x.scratch.New = func() any { return &line{} }
	return x, nil
}

// Result is what was found in a report.
type Result struct {
	Figures []record.Figure
	// Conflicts are sums whose parts do not add up and restatements in another
	// unit that do not agree.
	Conflicts []record.Conflict
}

// Extract finds the document's figures in text order. times and places are those
// of the document, in text order; either may be nil.
func (x *Extractor) Extract(doc *syntax.Document, report *record.Report, times []record.Time, places []record.Place) Result {
	l := x.scratch.Get().(*line)
	defer x.scratch.Put(l)
	var out Result
	l.index, l.sent = -1, nil
	begin := beginning(x, doc, times, l)
	var last carry
	k := 0
	for n := range doc.Sentences {
		s := &doc.Sentences[n]
		for k < len(times) && times[k].Span.End <= s.Start {
			k++
		}
		end := k
		for end < len(times) && times[end].Span.Start < s.End {
			end++
		}
		if s.Kind == syntax.Boilerplate || len(s.Tokens) == 0 || !hasNumber(x, doc.Text, s) {
			continue
		}
		l.load(x, doc.Text, s, n)
		l.mark(times[k:end])
		l.read(begin, report, &last)
		l.emit(report, places, &out)
	}
	return out
}

// hasNumber is a cheap look whether a sentence can hold a figure at all.
func hasNumber(x *Extractor, text string, s *syntax.Sentence) bool {
	for i := range s.Tokens {
		t := s.Tokens[i].Text
		if t == "" {
			continue
		}
		if c := t[0]; c >= '0' && c <= '9' || c == '$' || c >= 0x80 || c == '\'' {
			return true
		}
		if x.opens(t) {
			return true
		}
	}
	return false
}

// opens reports whether a number may begin with a word of the text.
func (x *Extractor) opens(t string) bool {
	var buf [16]byte
	n := 0
	for i := 0; i < len(t) && i < len(buf); i++ {
		c := t[i]
		if c == '-' {
			break
		}
		if c >= '0' && c <= '9' {
			return true
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[n] = c
		n++
	}
	switch string(buf[:n]) {
	case "no", "none", "nobody", "zero", "doubled", "tripled", "halved":
		return true
	}
	return x.numbers.OpensBytes(buf[:n])
}
