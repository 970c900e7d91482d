package train

import (
	"math/rand/v2"

	"sitrep/internal/syntax"
)

// Grammar makes sentences of reported speech with their trees: constructions that
// news is full of and that the treebanks, made from web text, show too seldom
// (relative clauses about what was said, sources with qualifications, speech
// behind participles). The words are invented or common; the trees follow UD.
func Grammar(seed uint64, n int) *syntax.Document {
	g := &grammar{rand.New(rand.NewPCG(seed, 0x96a))}
	doc := &syntax.Document{}
	for range n {
		p := g.sentence()
		p.toks[p.root].Head, p.toks[p.root].Rel = -1, "root"
		p.toks[0].Text = upperFirst(p.toks[0].Text)
		doc.Sentences = append(doc.Sentences, syntax.Sentence{Tokens: p.toks})
	}
	return doc
}

// made are the sentences of Grammar in the numbers of a network; one with a tag or
// relation that the treebanks lack is left out.
func (n *syntaxNet) made(o SyntaxOptions) (out []tree) {
	if o.Grammar == 0 {
		return nil
	}
	tags, labels := listed(n.meta.Tags), listed(n.meta.Labels)
	for _, t := range trees([]*syntax.Document{Grammar(o.Seed, o.Grammar)}, tags, labels) {
		fits := true
		for i := range t.tags {
			fits = fits && t.tags[i] < len(n.meta.Tags) && int(t.label[i]) < len(n.meta.Labels)
		}
		if t.made = true; fits {
			out = append(out, t)
		}
	}
	return out
}

func listed(list []string) *names {
	n := &names{list: append([]string(nil), list...), at: map[string]int{}}
	for i, s := range list {
		n.at[s] = i
	}
	return n
}

// piece is a stretch of tokens that hang from one of them.
type piece struct {
	toks []syntax.Token
	root int
}

type grammar struct{ *rand.Rand }

func word(form, xpos string, u syntax.UPOS) piece {
	return piece{toks: []syntax.Token{{Text: form, UPOS: u, XPOS: xpos, Head: -1, SpaceAfter: true}}}
}

// hang joins pieces in their order; rels tells how each hangs from the one whose
// relation is "".
func hang(rels []string, parts ...piece) piece {
	var out piece
	roots := make([]int, len(parts))
	for i, p := range parts {
		base := len(out.toks)
		roots[i] = base + p.root
		for _, t := range p.toks {
			if t.Head >= 0 {
				t.Head += base
			}
			out.toks = append(out.toks, t)
		}
		if rels[i] == "" {
			out.root = roots[i]
		}
	}
	for i, r := range rels {
		if r != "" {
			out.toks[roots[i]].Head, out.toks[roots[i]].Rel = out.root, r
		}
	}
	return out
}

func (g *grammar) one(list ...string) string { return list[g.IntN(len(list))] }

func comma() piece { return word(",", ",", syntax.PUNCT) }
func stop() piece  { return word(".", ".", syntax.PUNCT) }

func (g *grammar) person() piece {
	first := word(g.one("Anna", "Peter", "Olena", "Karim", "Tarvo", "Senda", "John", "Mira", "Viktor", "Leyla"), "NNP", syntax.PROPN)
	if g.IntN(4) == 0 {
		return first
	}
	return hang([]string{"", "flat"}, first, word(g.one("Dorn", "Velsko", "Haddad", "Marrin", "Petrenko", "Ostrel", "Quill", "Sanders", "Ruiz"), "NNP", syntax.PROPN))
}

func (g *grammar) place() piece {
	return word(g.one("Dornia", "Kyiv", "Geneva", "Karst", "Moscow", "Arnel", "Berlin", "Tovar"), "NNP", syntax.PROPN)
}

func (g *grammar) thing() piece {
	return hang([]string{"det", ""}, word(g.one("the", "the", "a", "this"), "DT", syntax.DET),
		word(g.one("council", "ministry", "deal", "bridge", "government", "army", "plan", "decision", "offer", "city", "report"), "NN", syntax.NOUN))
}

func (g *grammar) group() piece {
	noun := word(g.one("officials", "diplomats", "officers", "residents", "analysts", "commanders", "aides", "envoys"), "NNS", syntax.NOUN)
	switch g.IntN(5) {
	case 0:
		return noun
	case 1:
		return hang([]string{"amod", ""}, word(g.one("senior", "former", "foreign", "local", "several", "Western"), "JJ", syntax.ADJ), noun)
	case 2:
		return hang([]string{"nummod", "amod", "amod", ""}, word(g.one("two", "three", "four", "five"), "CD", syntax.NUM),
			word("former", "JJ", syntax.ADJ), word(g.one("senior", "Russian", "American", "military"), "JJ", syntax.ADJ), noun)
	case 3:
		return hang([]string{"nummod", "amod", "", "amod"}, word(g.one("two", "three", "six"), "CD", syntax.NUM), word(g.one("former", "senior"), "JJ", syntax.ADJ), noun, g.near())
	}
	return hang([]string{"amod", "", "amod"}, word(g.one("several", "other", "many"), "JJ", syntax.ADJ), noun, g.near())
}

// near is "close to the council", "familiar with the talks".
func (g *grammar) near() piece {
	adj, adp := "close", "to"
	if g.IntN(2) == 0 {
		adj, adp = "familiar", "with"
	}
	return hang([]string{"", "obl"}, word(adj, "JJ", syntax.ADJ), hang([]string{"case", ""}, word(adp, "IN", syntax.ADP), g.thing()))
}

// groups are two groups, of which the first may be near to something.
func (g *grammar) groups() piece {
	a, b := g.group(), g.group()
	b = hang([]string{"cc", "amod", ""}, word("and", "CC", syntax.CCONJ), word("other", "JJ", syntax.ADJ), b)
	return hang([]string{"", "conj"}, a, b)
}

func (g *grammar) who() piece {
	switch g.IntN(4) {
	case 0, 1:
		return g.person()
	case 2:
		return g.group()
	}
	return g.thing()
}

func pronoun(form string) piece { return word(form, "PRP", syntax.PRON) }

// clause is what was said.
func (g *grammar) clause() piece {
	switch g.IntN(5) {
	case 0:
		be := word("was", "VBD", syntax.AUX)
		if g.IntN(2) == 0 {
			be = word("is", "VBZ", syntax.AUX)
		}
		return hang([]string{"nsubj", "cop", ""}, g.thing(), be, word(g.one("safe", "near", "open", "ready", "false"), "JJ", syntax.ADJ))
	case 1:
		return hang([]string{"nsubj", "aux", ""}, pronoun(g.one("he", "she", "they")), word(g.one("would", "could", "will"), "MD", syntax.AUX), word(g.one("stay", "leave", "fight", "return"), "VB", syntax.VERB))
	case 2:
		return hang([]string{"nsubj", "aux", "", "obj"}, pronoun(g.one("he", "she", "they")), word("had", "VBD", syntax.AUX), word(g.one("seen", "refused", "signed", "lost"), "VBN", syntax.VERB), g.thing())
	case 3:
		return hang([]string{"nsubj", "", "obj"}, g.who(), word(g.one("attacked", "rejected", "wanted", "took", "left"), "VBD", syntax.VERB), g.thing())
	}
	return hang([]string{"nsubj", "cop", "", "obl"}, pronoun(g.one("he", "she")), word("was", "VBD", syntax.AUX), word(g.one("open", "ready", "opposed"), "JJ", syntax.ADJ),
		hang([]string{"case", ""}, word("to", "IN", syntax.ADP), word(g.one("talks", "negotiations", "concessions"), "NNS", syntax.NOUN)))
}

// that is a clause, often with "that".
func (g *grammar) that() piece {
	if g.IntN(2) == 0 {
		return g.clause()
	}
	c := g.clause()
	c = hang([]string{"mark", ""}, word("that", "IN", syntax.SCONJ), c)
	return c
}

func (g *grammar) say() piece {
	return word(g.one("said", "said", "said", "warned", "announced", "claimed", "confirmed", "insisted"), "VBD", syntax.VERB)
}

func upperFirst(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}
