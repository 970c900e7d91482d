// Package event finds who did what to whom in a report, in PLOVER types, and what
// a report says about the ground.
//
// Knowledge stands in two tables: verbs by the frame they stand in, and classes
// of nouns. The code walks the tree of each sentence: it finds a predicate's
// subject through passives, relative clauses, control, raising and conjunctions,
// lets an operator ("refused to", "promised to") change what its complement
// means, and declines where nothing in the sentence ties actor, verb and
// recipient together. Hypotheticals, purposes and attempts are no events.
package event

import (
	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Extractor finds events. It is safe for use by several goroutines at once.
type Extractor struct {
	verbs   map[string][]int // lemma of a verb's first word to frames
	frames  []frame
	classes map[string]classSet // words and two-word phrases to their classes
	names   []string            // the classes' names
	deeds   map[string]deed     // nouns that tell a deed
	pairs   *Pairs              // nil where there is no model
	prefix  map[string]bool     // first words of two-word phrases of classes
}

// New builds an extractor from a language's tables.
func New(l lang.Language, words *neural.Vectors) (*Extractor, error) {
	x := &Extractor{verbs: map[string][]int{}, classes: map[string]classSet{}, prefix: map[string]bool{}, deeds: map[string]deed{}}
	if err := x.loadClasses(l); err != nil {
		return nil, err
	}
	if err := x.loadNouns(l); err != nil {
		return nil, err
	}
	if err := x.loadVerbs(l); err != nil {
		return nil, err
	}
	return x, x.loadPairs(l, words)
}

// Given is what the stages before have found in a report.
type Given struct {
	Actors     []record.Actor
	Places     []record.Place
	Times      []record.Time
	Figures    []record.Figure
	Statements []record.Statement
}

// Extract gives the events of a document, and its claims about the ground, in
// text order.
func (x *Extractor) Extract(doc *syntax.Document, report *record.Report, given Given) ([]record.Event, []record.LineClaim) {
	r := &run{x: x, doc: doc, report: report, given: given}
	if r.report == nil {
		r.report = &record.Report{}
	}
	r.index()
	r.home = r.homeCountry()
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Kind == syntax.Boilerplate || s.Kind == syntax.Byline || !s.Parsed() {
			continue
		}
		r.enter(i)
		before := len(r.events)
		r.sentence()
		if len(r.events) == before {
			r.guess()
		}
		r.ground()
	}
	return r.settle(), r.lines
}
