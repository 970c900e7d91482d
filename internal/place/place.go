// Package place finds the places that a report names and resolves them to points
// of the gazetteer. Finding reads tokens, their capitals and, where they are
// there, tags and names; resolving weighs each candidate by what stands beside the
// name ("Paris, Texas"), by the other places of the report and by its size. What
// cannot be told apart gets no point. docs/places.md tells the rules.
package place

import (
	"sync"

	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Extractor finds and resolves places. It is safe for use by several goroutines
// at once.
type Extractor struct {
	gaz     *gazetteer.Gazetteer
	words   *words
	scratch sync.Pool // *work
}

// New builds an extractor from a language's tables.
func New(l lang.Language, g *gazetteer.Gazetteer) (*Extractor, error) {
	w, err := newWords(l, g)
	if err != nil {
		return nil, err
	}
	e := &Extractor{gaz: g, words: w}
	e.scratch.New = func() any { return new(work) }
	return e, nil
}

// Extract gives the places of a report in text order. Adjectives of nations
// ("Russian") are used as context but are no places.
func (e *Extractor) Extract(doc *syntax.Document, report *record.Report) []record.Place {
	return e.extract(doc, report, false)
}

// All is Extract with adjectives and names of peoples too, each with the
// place it points to: some gold data mark them.
func (e *Extractor) All(doc *syntax.Document, report *record.Report) []record.Place {
	return e.extract(doc, report, true)
}

func (e *Extractor) extract(doc *syntax.Document, report *record.Report, peoples bool) []record.Place {
	w := e.scratch.Get().(*work)
	defer e.scratch.Put(w)
	w.reset(e, doc)
	w.find()
	w.resolve()
	return w.records(report, peoples)
}

// Resolve resolves names that are given, each a stretch of the document's text, and
// gives a place for each in the same order: it measures resolving by itself.
func (e *Extractor) Resolve(doc *syntax.Document, report *record.Report, names []record.Span) []record.Place {
	w := e.scratch.Get().(*work)
	defer e.scratch.Put(w)
	w.reset(e, doc)
	order := w.given(names)
	w.resolve()
	places := w.all(report)
	out := make([]record.Place, len(names))
	for i := range names {
		if at := order[i]; at >= 0 {
			out[i] = places[at]
		} else {
			out[i] = record.Place{Span: names[i], Why: "not in the gazetteer", Rule: ruleUnknown}
		}
	}
	return out
}
