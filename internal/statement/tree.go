package statement

import (
	"sitrep/internal/lang"
	"sitrep/internal/syntax"
)

// Tree is a sentence's tree with the questions that rules ask of it: for stages
// that read stances off the same trees.
type Tree struct{ v *view }

// Trees answers questions about trees with a language's words.
type Trees struct{ t *tables }

// NewTrees opens the tables that finding subjects needs.
func NewTrees(l lang.Language) (*Trees, error) {
	t, err := load(l)
	return &Trees{t}, err
}

// Tree prepares sentence i of a document.
func (t *Trees) Tree(doc *syntax.Document, i int) Tree {
	return Tree{t.t.mend(newView(doc.Text, i, &doc.Sentences[i]))}
}

// Subject gives the head of who does or is what token i says, through
// coordination, control and relative clauses; -1 when nobody does.
func (t *Trees) Subject(tree Tree, i int) int {
	f := &finder{tables: t.t, v: tree.v}
	if f.passive(i) {
		for _, k := range tree.v.kids(i) {
			if tree.v.rel(k) == "obl" && tree.v.caseOf(k) == "by" {
				return k
			}
		}
		return -1
	}
	return f.subject(i, 0)
}

// Light gives the verb that only carries noun i ("expressed willingness"), or -1.
func (t *Trees) Light(tree Tree, i int) int {
	f := &finder{tables: t.t, v: tree.v}
	if l := f.light(i); l >= 0 {
		return l
	}
	return -1
}

// Kids are the tokens that token i governs, in text order.
func (t Tree) Kids(i int) []int { return t.v.kids(i) }

// Kid is the first child of i with one of the relations, or -1.
func (t Tree) Kid(i int, rels ...string) int { return t.v.kid(i, rels...) }

// Whole is the extent of i's subtree in tokens.
func (t Tree) Whole(i int) (from, to int) { return t.v.from[i], t.v.to[i] }

// Lemma is the lower-cased lemma of token i.
func (t Tree) Lemma(i int) string { return t.v.lemma(i) }

// Rel is token i's relation without its subtype.
func (t Tree) Rel(i int) string { return t.v.rel(i) }

// Case is the preposition or mark of the phrase of i, lower-cased.
func (t Tree) Case(i int) string { return t.v.caseOf(i) }

// Negated reports whether token i carries a negation of its own.
func (t Tree) Negated(i int) bool { return t.v.negated(i) }

// Is reports whether token i is one of words, in any case.
func (t Tree) Is(i int, words ...string) bool { return t.v.is(i, words...) }

// Sentence is the sentence with its tree as mended.
func (t Tree) Sentence() *syntax.Sentence { return t.v.Sentence }
