package reading

import (
	"sitrep/internal/event"
	"sitrep/internal/lang"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Pairs opens the model that tells what one party of a sentence does to another.
func (r *Reader) Pairs(l lang.Language) (*event.Pairs, error) {
	return event.OpenPairs(r.events, l, r.tagger.Words())
}

// School opens a school that teaches that model.
func (r *Reader) School(l lang.Language) (*event.School, error) {
	return event.NewSchool(r.events, r.tagger.Words()), nil
}

// Ground gives what the model of pairs reads: a text's trees, and all that the
// stages before events find in it.
func (r *Reader) Ground(text string) (*syntax.Document, event.Given) {
	d := &draft{in: Input{Text: text}, out: &record.Reading{Text: text}}
	for _, s := range r.stages {
		if s.name == "events" {
			break
		}
		s.run(d)
	}
	return d.doc, event.Given{Actors: d.out.Actors, Places: d.out.Places, Times: d.out.Times, Figures: d.out.Figures, Statements: d.out.Statements}
}
