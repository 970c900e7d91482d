package score

import (
	"strings"

	"sitrep/internal/syntax"
)

// counts are what an F-score is made of.
type counts struct{ gold, system, correct int }

// f1 is 2·correct/(gold+system), 1 where there is nothing on either side.
func (c counts) f1() float64 {
	if c.gold+c.system == 0 {
		return 1
	}
	return 2 * float64(c.correct) / float64(c.gold+c.system)
}

// analysis is one side of a comparison: words in text order. Offsets count the
// characters of the text that are no white space, so that two cuttings of the
// same text compare.
type analysis struct {
	sentences [][2]int
	tokens    [][2]int
	words     []word
}

// word is one syntactic word; head is an index into words, -1 for a root.
type word struct {
	syntax.Token
	span    [2]int // of the surface token
	several bool   // the surface token holds several words
	head    int
}

// parseCounts are the measures of the CoNLL 2018 shared task.
type parseCounts struct {
	tokens, sentences, words, upos, xpos, lemma, uas, las, clas counts
}

// content are the relations that CLAS counts.
var content = map[string]bool{"nsubj": true, "obj": true, "iobj": true, "csubj": true, "ccomp": true, "xcomp": true,
	"obl": true, "vocative": true, "expl": true, "dislocated": true, "advcl": true, "advmod": true, "discourse": true,
	"nmod": true, "appos": true, "nummod": true, "acl": true, "amod": true, "conj": true, "fixed": true, "flat": true,
	"compound": true, "list": true, "parataxis": true, "orphan": true, "goeswith": true, "reparandum": true,
	"root": true, "dep": true}

// compare measures system against gold after the definitions of the CoNLL 2018
// shared task: words are aligned where their surface tokens match, and within
// surface tokens of several words by the longest common subsequence of forms.
func compare(gold, system *analysis) parseCounts {
	var p parseCounts
	p.tokens = spanCounts(gold.tokens, system.tokens)
	p.sentences = spanCounts(gold.sentences, system.sentences)
	pairs, of := align(gold.words, system.words)
	all := counts{gold: len(gold.words), system: len(system.words)}
	p.words, p.upos, p.xpos, p.lemma, p.uas, p.las = all, all, all, all, all, all
	p.words.correct = len(pairs)
	for _, w := range gold.words {
		if content[syntax.Universal(w.Rel)] {
			p.clas.gold++
		}
	}
	for _, w := range system.words {
		if content[syntax.Universal(w.Rel)] {
			p.clas.system++
		}
	}
	for _, pr := range pairs {
		g, s := &gold.words[pr[0]], &system.words[pr[1]]
		p.upos.correct += same(g.UPOS == s.UPOS)
		p.xpos.correct += same(g.XPOS == s.XPOS)
		p.lemma.correct += same(g.Lemma == "_" || g.Lemma == s.Lemma)
		head := g.head < 0 && s.head == -1 || g.head >= 0 && s.head >= 0 && of[g.head] == s.head
		rel := syntax.Universal(g.Rel) == syntax.Universal(s.Rel)
		p.uas.correct += same(head)
		p.las.correct += same(head && rel)
		p.clas.correct += same(head && rel && content[syntax.Universal(g.Rel)])
	}
	return p
}

func same(b bool) int {
	if b {
		return 1
	}
	return 0
}

func spanCounts(gold, system [][2]int) counts {
	c := counts{gold: len(gold), system: len(system)}
	for g, s := 0, 0; g < len(gold) && s < len(system); {
		switch {
		case system[s][0] < gold[g][0]:
			s++
		case gold[g][0] < system[s][0]:
			g++
		default:
			c.correct += same(gold[g] == system[s])
			g, s = g+1, s+1
		}
	}
	return c
}

// align gives the pairs of words (gold, system) that are the same, and for each
// gold word the index of its partner, or -1.
func align(gold, system []word) (pairs [][2]int, of []int) {
	of = make([]int, len(gold))
	for i := range of {
		of[i] = -1
	}
	pair := func(g, s int) {
		pairs, of[g] = append(pairs, [2]int{g, s}), s
	}
	for g, s := 0, 0; g < len(gold) && s < len(system); {
		if gold[g].several || system[s].several {
			if (gold[g].several || gold[g].span[0] >= system[s].span[0]) && (system[s].several || system[s].span[0] >= gold[g].span[0]) {
				gEnd, sEnd := region(gold, system, g, s)
				lcs(gold, system, g, gEnd, s, sEnd, pair)
				g, s = gEnd, sEnd
				continue
			}
		}
		switch {
		case gold[g].span == system[s].span:
			pair(g, s)
			g, s = g+1, s+1
		case gold[g].span[0] <= system[s].span[0]:
			g++
		default:
			s++
		}
	}
	return pairs, of
}

// region gives the ends of the stretch of words around a surface token of
// several words in which alignment goes by forms.
func region(gold, system []word, g, s int) (int, int) {
	end := 0
	if gold[g].several {
		end = gold[g].span[1]
	}
	if system[s].several {
		end = max(end, system[s].span[1])
	}
	for {
		switch {
		case g < len(gold) && gold[g].span[0] < end:
			if gold[g].several {
				end = max(end, gold[g].span[1])
			}
			g++
		case s < len(system) && system[s].span[0] < end:
			if system[s].several {
				end = max(end, system[s].span[1])
			}
			s++
		default:
			return g, s
		}
	}
}

// lcs pairs the longest common subsequence of forms, without regard to case.
func lcs(gold, system []word, g0, g1, s0, s1 int, pair func(g, s int)) {
	n, m := g1-g0, s1-s0
	table := make([][]int, n+1)
	for i := range table {
		table[i] = make([]int, m+1)
	}
	equal := func(i, j int) bool { return strings.EqualFold(gold[g0+i].Text, system[s0+j].Text) }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			table[i][j] = max(table[i+1][j], table[i][j+1])
			if equal(i, j) {
				table[i][j] = max(table[i][j], table[i+1][j+1]+1)
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case equal(i, j):
			pair(g0+i, s0+j)
			i, j = i+1, j+1
		case table[i][j] == table[i+1][j]:
			i++
		default:
			j++
		}
	}
}
