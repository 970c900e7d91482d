// Package actor finds who acts or speaks in a report: people, states, bodies,
// forces and groups, named or not, with all places of the text that mean them.
//
// Names come from tables (countries, bodies, people, and a user's own, which
// wins); unnamed actors ("two former Russian officials", "his troops") are built
// from nouns with a sector and the country told by an adjective, a possessive or
// an "of" phrase. The matching runs over the words of the text, not over tokens,
// so that it does not depend on how a tokeniser cuts "U.S." or "al-Assad". Tags
// and names of people are used where a document has them.
package actor

import (
	"sitrep/internal/lang"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Extractor finds actors. It is safe for use by several goroutines at once.
type Extractor struct {
	words   map[string]int32 // numbers of all words of the tables
	names   *trie            // named entries; values index into entries, with a form
	agents  *trie            // nouns that make unnamed actors; values index into nouns
	entries []entry          // what the tables name
	nouns   []noun
	surface []surface // what the values of names point to
	states  map[string]int
	byName  map[string]int // canonical and other names, lower case, to entries
	people  map[string]string
	titles  map[string]bool // words of titles
	sexes   *sexes
}

// New builds an extractor from a language's tables and users' own tables, which
// win over the language's: see Rows for their form.
func New(l lang.Language, user ...[]lang.Row) (*Extractor, error) {
	words := map[string]int32{}
	x := &Extractor{words: words, names: newTrie(words), agents: newTrie(words), states: map[string]int{}, byName: map[string]int{}, people: map[string]string{}, titles: map[string]bool{".": true, "mr.": true, "mr": true, "mrs.": true, "mrs": true, "ms.": true, "ms": true, "dr.": true}}
	for _, rows := range user {
		if err := x.addUser(rows); err != nil {
			return nil, err
		}
	}
	var err error
	if x.sexes, err = newSexes(l); err != nil {
		return nil, err
	}
	return x, x.load(l)
}

// Extract gives the actors of a document in the order of their first mention.
// The report's day chooses among a person's offices.
func (x *Extractor) Extract(doc *syntax.Document, report *record.Report) []record.Actor {
	r := &run{x: x, doc: doc, byID: map[record.ActorID]int{}, acronyms: map[string]int{}, families: map[string][]int{}, firsts: map[string][]int{}}
	if report != nil {
		r.day = report.Published.Value
		if r.day == "" {
			r.day = report.Published.From
		}
	}
	r.roles = make(map[string]int)
	for i := range doc.Sentences {
		if doc.Sentences[i].Kind == syntax.Boilerplate {
			continue
		}
		r.sentence(i)
	}
	return r.finish()
}
