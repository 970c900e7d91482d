// Package syntax holds the shapes of tokens, sentences and trees, and no
// algorithms: tokenisers, taggers and parsers fill them, extractors read them.
// Every shape keeps byte offsets into the untouched text of the report.
package syntax

import "sitrep/record"

// Document is a report's text with all that the language stages found in it.
type Document struct {
	Text      string
	Sentences []Sentence
	// Quotes are the stretches between paired quotation marks, in text order,
	// nested ones after those that hold them. They may run over sentences.
	Quotes []Quote
}

// Quote is a stretch between quotation marks; Start and End include the marks.
type Quote struct {
	Start, End int
	Depth      int  // 0 for an outer quote
	Open       bool // the closing mark was missing; End is the paragraph's
}

// Kind tells what sort of line a sentence is.
type Kind uint8

// The kinds of sentence.
const (
	Prose       Kind = iota
	Headline         // a title or a heading without a full stop
	Dateline         // "KYIV, Dec. 23 (Wire) —" when it stands alone
	Byline           // "By …"
	Bullet           // an item of a list
	Boilerplate      // navigation, credits, appeals: read by no extractor
)

// Sentence is one sentence: its extent, its tokens and its names.
type Sentence struct {
	ID         string // of a treebank's sentence; empty elsewhere
	Start, End int    // byte offsets, without surrounding space
	Paragraph  int    // index of the paragraph, counted from 0
	Kind       Kind
	Tokens     []Token
	Names      []Name
	// Body is the index of the first token after a dateline that opens the
	// sentence ("KYIV, Dec. 23 (Wire) — "), 0 where there is none.
	Body int
	// State is what the tagger's network knows of each token in its context, the
	// same number of values a token; later networks read it. Nil where no tagger
	// has been.
	State []int16
}

// Span cuts the stretch from token i up to, not including, token j.
func (s *Sentence) Span(text string, i, j int) record.Span {
	return record.Cut(text, s.Tokens[i].Start, s.Tokens[j-1].End)
}

// Name is a proper name: the tokens [Start, End) and what they name.
type Name struct {
	Start, End int
	Kind       NameKind
}

// NameKind tells what a name names.
type NameKind uint8

// The kinds of name.
const (
	NoName NameKind = iota
	PersonName
	OrganisationName
	LocationName
	NationalityName // "Russian", "Ukrainians"
	OtherName
)

// Token is one syntactic word.
type Token struct {
	Start, End int    // byte offsets
	Text       string // the text between them
	Lemma      string
	UPOS       UPOS
	XPOS       string // Penn tag
	Feats      Feats
	// Head is the index of the governing token in the sentence, or -1 for the
	// root. Before parsing it is NoHead.
	Head int
	Rel  string // universal relation, "nsubj:pass"
	// SpaceAfter is true when white space (or the end of the text) follows.
	SpaceAfter bool
}

// NoHead marks a token that has not been parsed.
const NoHead = -2

// Parsed reports whether the sentence has a tree.
func (s *Sentence) Parsed() bool { return len(s.Tokens) > 0 && s.Tokens[0].Head != NoHead }
