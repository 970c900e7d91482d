package reading

import "sitrep/internal/syntax"

// Analyse cuts a text and gives it tags and trees, and nothing else: what
// `sitrep read --format conllu` and `sitrep score parse --raw` show.
func (r *Reader) Analyse(text string) *syntax.Document {
	doc := r.tokens.Document(text)
	r.Annotate(doc)
	return doc
}

// Annotate gives tags and trees to sentences that are cut into tokens already.
func (r *Reader) Annotate(doc *syntax.Document) {
	r.tagger.Tag(doc)
	r.parser.Parse(doc)
}
