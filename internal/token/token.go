// Package token turns text into paragraphs, sentences, quotes and tokens with
// exact offsets: every byte that is not white space or a control character
// belongs to exactly one token, and a token is a stretch of the text as it
// stands. docs/language.md tells the rules.
package token

import (
	"sync"

	"sitrep/internal/lang"
	"sitrep/internal/syntax"
)

// Tokenizer cuts text. It is safe for use by several goroutines at once.
type Tokenizer struct {
	words     *lexicon
	lines     *lineTable
	split     *splitter // nil where the language has no model
	languages *languages
	scratch   sync.Pool // *workspace
}

// workspace is what one call needs besides its result.
type workspace struct {
	pieces []piece
	paras  []paragraph
	opens  []open
}

// New builds a tokenizer from a language's tables.
func New(l lang.Language) (*Tokenizer, error) {
	words, err := newLexicon(l)
	if err != nil {
		return nil, err
	}
	lines, err := newLineTable(l)
	if err != nil {
		return nil, err
	}
	split, err := newSplitter(l)
	if err != nil {
		return nil, err
	}
	tongues, err := newLanguages(l)
	if err != nil {
		return nil, err
	}
	t := &Tokenizer{words: words, lines: lines, split: split, languages: tongues}
	t.scratch.New = func() any { return new(workspace) }
	return t, nil
}

// Document cuts text into sentences and tokens. Tags are not set and every head
// is syntax.NoHead. Cost and memory are linear in the text, whatever it holds.
func (t *Tokenizer) Document(text string) *syntax.Document {
	w := t.scratch.Get().(*workspace)
	defer t.scratch.Put(w)
	w.pieces, w.paras = w.pieces[:0], appendParagraphs(w.paras[:0], text)
	for i := range w.paras {
		p := &w.paras[i]
		p.first = len(w.pieces)
		w.pieces = t.words.scan(w.pieces, text, p.start, p.end)
		p.last = len(w.pieces)
		if pieces := w.pieces[p.first:p.last]; t.split != nil && len(pieces) > 0 {
			t.split.markEnds(t.words, text, pieces)
		} else {
			t.words.markEnds(text, pieces)
		}
		cutLong(text, w.pieces[p.first:p.last])
	}
	doc := &syntax.Document{Text: text}
	doc.Quotes = appendQuotes(nil, text, w)
	t.fill(doc, w)
	t.markKinds(doc)
	return doc
}

// fill makes the document's sentences and tokens from the pieces.
func (t *Tokenizer) fill(doc *syntax.Document, w *workspace) {
	if len(w.pieces) == 0 {
		return
	}
	tokens := make([]syntax.Token, len(w.pieces))
	ends := 0
	for i, p := range w.pieces {
		start, end := int(p.start), int(p.end)
		tokens[i] = syntax.Token{
			Start: start, End: end, Text: doc.Text[start:end],
			Head: syntax.NoHead, SpaceAfter: p.flags&spaceAfter != 0,
		}
		if p.flags&endsSentence != 0 {
			ends++
		}
	}
	doc.Sentences = make([]syntax.Sentence, 0, ends)
	for n, p := range w.paras {
		from := p.first
		for i := p.first; i < p.last; i++ {
			if w.pieces[i].flags&endsSentence == 0 {
				continue
			}
			doc.Sentences = append(doc.Sentences, syntax.Sentence{
				Start: tokens[from].Start, End: tokens[i].End, Paragraph: n, Tokens: tokens[from : i+1 : i+1],
			})
			from = i + 1
		}
	}
}
