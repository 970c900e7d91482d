package tag

import "sitrep/internal/syntax"

// Agree completes the features of a document's sentences from their trees: a
// finite verb takes person and number of its subject, "you" and "it" their case,
// and the tree tells imperatives, gerunds and passives better than the words
// beside do. Sentences without a tree are left alone. Cost is linear.
func Agree(doc *syntax.Document) {
	var g grown
	for i := range doc.Sentences {
		if s := &doc.Sentences[i]; s.Parsed() {
			g.open(s)
			g.agree()
		}
	}
}

// grown is a sentence with its tree turned round: the first token that each one
// governs, and the next one with the same governor; -1 for none.
type grown struct {
	*syntax.Sentence
	first, next []int32
}

func (s *grown) open(of *syntax.Sentence) {
	n := len(of.Tokens)
	s.Sentence, s.first, s.next = of, s.first[:0], s.next[:0]
	for range n {
		s.first, s.next = append(s.first, -1), append(s.next, -1)
	}
	for i := n - 1; i >= 0; i-- {
		if h := of.Tokens[i].Head; h >= 0 && h < n {
			s.next[i], s.first[h] = s.first[h], int32(i)
		}
	}
}

// most is how many tokens that one governs are looked at; no clause has more
// that matter, and the bound keeps broken trees from costing their square.
const most = 64

func (s *grown) agree() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch {
		case t.XPOS == "PRP" && t.UPOS == syntax.PRON:
			t.Feats |= caseOf(t)
		case t.XPOS == "VBP" || t.XPOS == "VBD":
			agreeWith(s, i)
		case t.UPOS != syntax.VERB:
		case t.XPOS == "VB":
			t.Feats = syntax.Infinitive
			if commands(s, i) {
				t.Feats = syntax.Imperative | syntax.Finite
			}
		case t.XPOS == "VBG":
			t.Feats = syntax.Present | syntax.Participle
			if nounLike(s, i, 0) {
				t.Feats = syntax.Gerund
			}
		case t.XPOS == "VBN":
			t.Feats &^= syntax.Passive
			if !perfectIn(s, i, 0) {
				t.Feats |= syntax.Passive
			}
		}
	}
}

// caseOf gives the case of a pronoun whose form does not tell it.
func caseOf(t *syntax.Token) syntax.Feats {
	if t.Feats&(syntax.Subjective|syntax.Objective|syntax.Possessive|syntax.Reflexive) != 0 {
		return 0
	}
	switch syntax.Universal(t.Rel) {
	case "nsubj", "expl", "root", "vocative":
		return syntax.Subjective
	case "obj", "iobj", "obl", "nmod":
		return syntax.Objective
	}
	return 0
}

// children calls do with each token that i governs, until it says no.
func children(s *grown, i int, do func(c *syntax.Token) bool) {
	for k, n := s.first[i], 0; k >= 0 && n < most; k, n = s.next[k], n+1 {
		if !do(&s.Tokens[k]) {
			return
		}
	}
}

// auxiliaries tells of the verb at i whether it has an auxiliary, and whether
// that is a form of "have" or of "be".
func auxiliaries(s *grown, i int) (any, have, be bool) {
	children(s, i, func(c *syntax.Token) bool {
		if syntax.Universal(c.Rel) == "aux" {
			any = true
			have = have || c.Lemma == "have"
			be = be || c.Lemma == "be" || c.Lemma == "get"
		}
		return true
	})
	return any, have, be
}

// subjectOf gives the index of the subject of the verb or auxiliary at i, -1
// where it has none; a verb that is joined to another shares its subject.
func subjectOf(s *grown, i int) int {
	for step := 0; i >= 0 && step < 8; step++ {
		subject := -1
		for k, n := s.first[i], 0; k >= 0 && n < most; k, n = s.next[k], n+1 {
			switch syntax.Universal(s.Tokens[k].Rel) {
			case "nsubj", "csubj":
				return int(k)
			case "expl":
				subject = int(k)
			}
		}
		if subject >= 0 {
			return subject
		}
		switch syntax.Universal(s.Tokens[i].Rel) {
		case "aux", "cop", "conj":
			i = s.Tokens[i].Head
		default:
			return -1
		}
	}
	return -1
}

// agreeWith gives the finite verb at i person and number of its subject.
func agreeWith(s *grown, i int) {
	const persons, numbers = syntax.First | syntax.Second | syntax.Third, syntax.Singular | syntax.Plural
	t := &s.Tokens[i]
	switch t.Text {
	case "am", "'m", "’m", "Am":
		t.Feats |= syntax.First | syntax.Singular
		return
	}
	k := subjectOf(s, i)
	if k < 0 {
		return
	}
	subject := &s.Tokens[k]
	if subject.Lemma == "that" || subject.Lemma == "which" || subject.Lemma == "who" {
		if h := s.Tokens[k].Head; h >= 0 && syntax.Universal(s.Tokens[h].Rel) == "acl" && s.Tokens[h].Head >= 0 {
			k = s.Tokens[h].Head // the noun that the clause is about
			subject = &s.Tokens[k]
		}
	}
	f := subject.Feats & (persons | numbers)
	if f&persons == 0 {
		f |= syntax.Third
	}
	joined := false
	children(s, k, func(c *syntax.Token) bool {
		joined = joined || c.Rel == "conj"
		return !joined
	})
	switch {
	case joined, t.Text == "are" && f&syntax.Third != 0:
		f = f&^syntax.Singular | syntax.Plural
	case f&numbers == 0 && f&syntax.Second != 0:
		f |= syntax.Singular
	case t.XPOS == "VBP" && f&syntax.Third != 0:
		f = f&^syntax.Singular | syntax.Plural // he goes, they go
	case f&numbers == 0:
		f |= syntax.Singular
	}
	if t.Text == "were" && f&syntax.Third != 0 {
		f = f&^syntax.Singular | syntax.Plural
	}
	t.Feats = t.Feats&^(persons|numbers) | f
}

// commands reports whether the base form at i is an imperative: it is a main
// clause, or joined to one, and has neither subject nor auxiliary nor "to".
func commands(s *grown, i int) bool {
	for step := 0; step < 8; step++ {
		bare := true
		children(s, i, func(c *syntax.Token) bool {
			switch syntax.Universal(c.Rel) {
			case "nsubj", "csubj", "mark":
				bare = false
			case "aux":
				bare = bare && c.Lemma == "do" && c.XPOS == "VB"
			}
			return bare
		})
		if !bare || s.Tokens[i].XPOS != "VB" {
			return false
		}
		switch syntax.Universal(s.Tokens[i].Rel) {
		case "root", "parataxis":
			return true
		case "conj":
			i = s.Tokens[i].Head
		default:
			return false
		}
	}
	return false
}

// nounLike reports whether the -ing form at i is a gerund as UD English EWT has
// it: without an auxiliary, and a complement, an attribute or a subject.
func nounLike(s *grown, i, step int) bool {
	if any, _, _ := auxiliaries(s, i); any {
		return false
	}
	switch syntax.Universal(s.Tokens[i].Rel) {
	case "xcomp", "acl", "amod", "csubj", "ccomp", "obj", "compound", "nsubj", "obl", "nmod":
		return true
	case "conj":
		if h := s.Tokens[i].Head; step < 8 && h >= 0 && s.Tokens[h].XPOS == "VBG" {
			return nounLike(s, h, step+1)
		}
	}
	return false
}

// perfectIn reports whether the participle at i is one of the perfect: "have"
// without "be", its own or that of the verb it is joined to.
func perfectIn(s *grown, i, step int) bool {
	any, have, be := auxiliaries(s, i)
	if any || step >= 8 {
		return have && !be
	}
	if h := s.Tokens[i].Head; s.Tokens[i].Rel == "conj" && h >= 0 && s.Tokens[h].XPOS == "VBN" {
		return perfectIn(s, h, step+1)
	}
	return false
}
