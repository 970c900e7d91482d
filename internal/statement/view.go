package statement

import (
	"strings"

	"sitrep/internal/syntax"
)

// view is a sentence with what the rules ask of its tree again and again,
// computed once.
type view struct {
	*syntax.Sentence
	text     string
	index    int
	first    []int // first[i] is where token i's children begin in children
	children []int
	from, to []int // extent of each token's subtree
}

func newView(text string, index int, s *syntax.Sentence) *view {
	n := len(s.Tokens)
	v := &view{Sentence: s, text: text, index: index}
	buf := make([]int, 4*n+1)
	v.first, v.children, v.from, v.to = buf[:n+1], buf[n+1:2*n+1], buf[2*n+1:3*n+1], buf[3*n+1:]
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= 0 {
			v.first[h]++
		}
	}
	for i, sum := 0, 0; i <= n; i++ {
		if i < n {
			sum, v.first[i] = sum+v.first[i], sum
		} else {
			v.first[i] = sum
		}
	}
	fill := make([]int, n)
	for i := range s.Tokens {
		v.from[i], v.to[i] = i, i+1
		if h := s.Tokens[i].Head; h >= 0 {
			v.children[v.first[h]+fill[h]] = i
			fill[h]++
		}
	}
	for i := range s.Tokens {
		for h, steps := s.Tokens[i].Head, 0; h >= 0 && steps < n; h, steps = s.Tokens[h].Head, steps+1 {
			if v.from[h] <= i && i < v.to[h] {
				if i != v.from[h] && i != v.to[h]-1 {
					break
				}
				continue
			}
			v.from[h], v.to[h] = min(v.from[h], i), max(v.to[h], i+1)
		}
	}
	return v
}

// kids are the children of token i in text order.
func (v *view) kids(i int) []int { return v.children[v.first[i]:v.first[i+1]] }

// kid finds the first child of i with one of the relations, or -1.
func (v *view) kid(i int, rels ...string) int {
	for _, k := range v.kids(i) {
		for _, r := range rels {
			if v.Tokens[k].Rel == r {
				return k
			}
		}
	}
	return -1
}

// lemma is the lower-cased lemma of token i.
func (v *view) lemma(i int) string {
	t := &v.Tokens[i]
	if t.Lemma == "" {
		return strings.ToLower(t.Text)
	}
	return strings.ToLower(t.Lemma)
}

// is reports whether the text of token i is one of words, in any case.
func (v *view) is(i int, words ...string) bool {
	if i < 0 || i >= len(v.Tokens) {
		return false
	}
	for _, w := range words {
		if strings.EqualFold(v.Tokens[i].Text, w) {
			return true
		}
	}
	return false
}

// rel is token i's relation without its subtype.
func (v *view) rel(i int) string {
	r := syntax.Universal(v.Tokens[i].Rel)
	return r
}

// caseOf gives the preposition of a phrase: the lower-cased text of its first
// case or mark child, "" when it has none.
func (v *view) caseOf(i int) string {
	if k := v.kid(i, "case", "mark"); k >= 0 {
		return strings.ToLower(v.Tokens[k].Text)
	}
	return ""
}

// verbal reports whether token i is a verb, or a predicate with a copula.
func (v *view) verbal(i int) bool {
	return v.Tokens[i].UPOS == syntax.VERB || v.kid(i, "cop") >= 0
}

// clause climbs from i to the head of the clause it stands in, i included.
func (v *view) clause(i int) int {
	for steps := 0; i >= 0 && steps < len(v.Tokens); steps++ {
		if v.verbal(i) || v.Tokens[i].Head < 0 {
			return i
		}
		switch v.rel(i) {
		case "root", "ccomp", "advcl", "acl", "parataxis":
			return i
		}
		i = v.Tokens[i].Head
	}
	return i
}

// negated reports whether token i carries a negation of its own.
func (v *view) negated(i int) bool {
	for _, k := range v.kids(i) {
		if k < i+3 && v.negative(k) {
			return true
		}
	}
	return false
}

func (v *view) negative(k int) bool {
	if r := v.rel(k); r != "advmod" && r != "det" && r != "cc" {
		return false
	}
	switch strings.ToLower(v.Tokens[k].Text) {
	case "not", "n't", "n’t", "never", "no", "nor", "neither":
		return true
	}
	return false
}

// stretch is a run of tokens, half open.
type stretch struct{ from, to int }

func (s stretch) empty() bool          { return s.to <= s.from }
func (s stretch) has(i int) bool       { return s.from <= i && i < s.to }
func (v *view) whole(i int) stretch    { return stretch{v.from[i], v.to[i]} }
func (v *view) start(s stretch) int    { return v.Tokens[s.from].Start }
func (v *view) end(s stretch) int      { return v.Tokens[s.to-1].End }
func (v *view) words(s stretch) string { return v.text[v.start(s):v.end(s)] }

// trim drops what is no part of a content at either end: commas, dashes, full
// stops, and conjunctions left hanging. Quotation marks stay.
func (v *view) trim(s stretch) stretch {
	for !s.empty() && (v.loose(s.from) || s.to-s.from > 1 && v.Tokens[s.from].UPOS == syntax.CCONJ) {
		s.from++
	}
	for !s.empty() && (v.loose(s.to-1) || v.Tokens[s.to-1].UPOS == syntax.CCONJ) {
		s.to--
	}
	for !s.empty() && (v.Tokens[s.from].Text == "”" || v.Tokens[s.from].Text == "''" || v.Tokens[s.from].Text == "»") {
		s.from++ // a closing mark belongs to what stands before
	}
	return s
}

func (v *view) loose(i int) bool {
	switch v.Tokens[i].Text {
	case ",", ";", ":", ".", "–", "—", "-", "--", "…", "...", "?", "!":
		return true
	}
	return false
}

// cut removes hole from s and gives the pieces that are left.
func (v *view) cut(s, hole stretch) []stretch {
	var out []stretch
	for _, p := range [2]stretch{{s.from, min(s.to, hole.from)}, {max(s.from, hole.to), s.to}} {
		if p = v.trim(p); !p.empty() {
			out = append(out, p)
		}
	}
	return out
}
