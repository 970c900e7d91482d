package statement

import (
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// netFeature folds numbers into a hash under the number of their template.
func netFeature(template uint64, parts ...uint32) uint64 {
	h := 0x9e3779b97f4a7c15 * (template + 1)
	for _, p := range parts {
		h = (h ^ uint64(p)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return h
}

// netItems gives the tokens of a sentence as the network takes them: the words,
// and what tags, trees, quotation marks and the table of cues know of them.
func (m *marks) netItems() []neural.Item {
	n := len(m.Tokens)
	items := make([]neural.Item, n)
	const features = 18
	buf := make([]uint64, 0, features*n)
	opens, closes := m.edges()
	for i := range n {
		at := len(buf)
		h := m.Tokens[i].Head
		headLemma, headClass, headRel, headTag := uint32(1), uint32(0), uint32(1), uint32(1)
		if h >= 0 {
			headLemma, headClass, headRel, headTag = m.lem[h], m.class[h], m.rel[h], m.tag[h]
		}
		cueRel, cueClass, cueDist := m.nearCue(i)
		fr := m.frame(i)
		buf = append(buf,
			netFeature(1, m.tag[i]),
			netFeature(2, m.rel[i]),
			netFeature(3, m.rel[i], headRel, headTag),
			netFeature(4, m.class[i], uint32(m.up[i])),
			netFeature(5, m.class[i], fr),
			netFeature(6, m.rel[i], headClass, bucket(i-h)),
			netFeature(7, m.rel[i], headLemma),
			netFeature(8, m.lem[i]),
			netFeature(9, uint32(m.quote[i]), m.nearQuote(i, -1), m.nearQuote(i, 1)),
			netFeature(10, m.opened(opens[i])),
			netFeature(11, m.opened(closes[i])),
			netFeature(12, cueRel, cueClass),
			netFeature(13, cueRel, cueDist, uint32(m.quote[i])),
			netFeature(14, m.insideOf(i)),
			netFeature(15, m.opened(opens[i]), m.opened(closes[i])),
			netFeature(16, fr, m.rel[i]),
		)
		items[i] = neural.Item{Form: m.Tokens[i].Text, Extra: buf[at:len(buf):len(buf)]}
	}
	return items
}

// edges gives for every token the highest subtree that begins and the highest
// that ends there, -1 for none but its own.
func (m *marks) edges() (opens, closes []int) {
	n := len(m.Tokens)
	buf := make([]int, 2*n)
	opens, closes = buf[:n], buf[n:]
	for i := range n {
		opens[i], closes[i] = -1, -1
	}
	wide := func(t int) int { return m.to[t] - m.from[t] }
	for t := range n {
		if m.Tokens[t].Head < 0 || wide(t) < 2 {
			continue
		}
		if f := m.from[t]; opens[f] < 0 || wide(t) > wide(opens[f]) {
			opens[f] = t
		}
		if e := m.to[t] - 1; closes[e] < 0 || wide(t) > wide(closes[e]) {
			closes[e] = t
		}
	}
	return opens, closes
}

// opened describes a subtree: its relation and what it hangs from.
func (m *marks) opened(t int) uint32 {
	if t < 0 {
		return 3
	}
	h := m.Tokens[t].Head
	side := uint32(0)
	if t > h {
		side = 1
	}
	return uint32(netFeature(40, m.rel[t], m.class[h], m.up[h], side))
}

// nearCue finds the nearest governor that the table of cues knows, how the token
// hangs from it, and on which side.
func (m *marks) nearCue(i int) (rel, class, dist uint32) {
	top := i
	for h, steps := i, uint32(0); h >= 0 && steps < 12; steps++ {
		if h != i && m.class[h] != 0 && (m.Tokens[h].UPOS == syntax.VERB || m.Tokens[h].UPOS == syntax.NOUN || m.Tokens[h].UPOS == syntax.ADJ) {
			side := uint32(0)
			if i > h {
				side = 1
			}
			return uint32(netFeature(41, m.rel[top], side)), m.class[h], min(steps, 5)
		}
		top, h = h, m.Tokens[h].Head
	}
	return 5, 0, 9
}

// insideOf describes the clauses that a token stands in, from the top.
func (m *marks) insideOf(i int) uint32 {
	var path [3]uint32
	n := 0
	for h, steps := i, 0; h >= 0 && steps < 24; h, steps = m.Tokens[h].Head, steps+1 {
		switch r := syntax.Universal(m.Tokens[h].Rel); r {
		case "ccomp", "parataxis", "advcl", "acl", "nsubj", "xcomp":
			copy(path[1:], path[:2])
			path[0] = m.rel[h]
			n++
		}
	}
	return uint32(netFeature(42, path[0], path[1], path[2], uint32(min(n, 3))))
}

// NetExamples gives the lessons as the network takes them: each sentence's items
// and its labels, of nested attributions the outer one.
func (s *School) NetExamples() (items [][]neural.Item, labels [][]string) {
	for _, l := range s.lessons {
		for i := range l.Doc.Sentences {
			st := &l.Doc.Sentences[i]
			if len(st.Tokens) == 0 || !st.Parsed() {
				continue
			}
			m := s.t.marksOf(newView(l.Doc.Text, i, st), l.Doc.Quotes)
			items = append(items, m.netItems())
			labels = append(labels, m.flat(l.Taught))
		}
	}
	return items, labels
}

// flat gives one label to each token of a sentence of a lesson.
func (m *marks) flat(taught []Taught) []string {
	y := make([]string, len(m.Tokens))
	for i := range y {
		y[i] = "O"
	}
	var all []Labelled
	for _, t := range taught {
		l := Labelled{source: m.cover(t.Source), content: m.cover(t.Content)}
		if c := m.cover(t.Cue); len(c) > 0 {
			l.cue = c[0]
		}
		if !l.cue.empty() || len(l.content) > 0 {
			all = append(all, l)
		}
	}
	flatten(y, all)
	return y
}
