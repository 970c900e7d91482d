package cli

import (
	"bufio"
	"io"
	"strings"

	"sitrep/internal/syntax"
)

// deepest is how far a tree is drawn into the depth; below it words follow on
// the same level.
const deepest = 40

// viewTrees draws the tree of each sentence: a word under the one that governs
// it, with its relation, tags and lemma.
func viewTrees(w io.Writer, doc *syntax.Document) error {
	b := bufio.NewWriter(w)
	for n := range doc.Sentences {
		s := &doc.Sentences[n]
		b.WriteString("\n" + strings.Map(plain, oneLine(doc.Text[s.Start:s.End])) + "\n")
		t := tree{b: b, s: s, under: make([][]int, len(s.Tokens))}
		for i := range s.Tokens {
			if h := s.Tokens[i].Head; h >= 0 && h < len(s.Tokens) {
				t.under[h] = append(t.under[h], i)
			}
		}
		for i := range s.Tokens {
			if h := s.Tokens[i].Head; h < 0 || h >= len(s.Tokens) {
				t.draw(i, "", "", 0)
			}
		}
	}
	return b.Flush()
}

type tree struct {
	b     *bufio.Writer
	s     *syntax.Sentence
	under [][]int
}

// draw draws token i and what it governs; lead stands before its own line and
// rest before the lines below.
func (t *tree) draw(i int, lead, rest string, depth int) {
	tok := &t.s.Tokens[i]
	rel := tok.Rel
	if rel == "" {
		rel = "–"
	}
	t.b.WriteString(lead + strings.Map(plain, tok.Text) + "  " + words(rel, tok.UPOS.String(), tok.XPOS))
	if tok.Lemma != "" && tok.Lemma != tok.Text {
		t.b.WriteString(" ‹" + strings.Map(plain, tok.Lemma) + "›")
	}
	t.b.WriteByte('\n')
	for k, child := range t.under[i] {
		switch {
		case depth >= deepest:
			t.draw(child, rest, rest, depth+1)
		case k == len(t.under[i])-1:
			t.draw(child, rest+"└─ ", rest+"   ", depth+1)
		default:
			t.draw(child, rest+"├─ ", rest+"│  ", depth+1)
		}
	}
}
