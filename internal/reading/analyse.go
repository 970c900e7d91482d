package reading

import (
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// Analyse cuts a text and gives it tags and trees, and nothing else: what
// `sitrep read --format conllu` and `sitrep score parse --raw` show.
func (r *Reader) Analyse(text string) *syntax.Document {
	doc := r.tokens.Document(text)
	r.Annotate(doc)
	return doc
}

// Cut cuts a text into sentences and tokens and does no more.
func (r *Reader) Cut(text string) *syntax.Document { return r.tokens.Document(text) }

// Annotate gives tags and trees to sentences that are cut into tokens already.
func (r *Reader) Annotate(doc *syntax.Document) {
	r.tagger.Tag(doc)
	r.parser.Parse(doc)
	tag.Agree(doc)
}

// Names finds the names in sentences that are cut into tokens: it tags those
// that are not tagged yet.
func (r *Reader) Names(doc *syntax.Document, style tag.Style) {
	for i := range doc.Sentences {
		if s := &doc.Sentences[i]; s.State == nil && len(s.Tokens) > 0 {
			r.tagger.Tag(&syntax.Document{Text: doc.Text, Sentences: doc.Sentences[i : i+1]})
		}
	}
	n := r.namer
	if style == tag.Full {
		if m, err := r.mentions(); err == nil { // a language need not have this model
			n = m
		}
	}
	n.Style(doc, style)
}
