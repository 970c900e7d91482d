package statement

import (
	"strings"

	"sitrep/internal/syntax"
)

// marks are the numbers that stand for a token's words in the model's features,
// computed once for a sentence.
type marks struct {
	*view
	lem, form, tag, rel, up, clu []uint32
	quote                        []uint8  // 1 inside a quotation, 2 a mark of one
	class                        []uint32 // hash of what the cue table knows of the lemma, 0 for nothing
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// mix joins numbers to the row of a table with 1<<bits rows.
func mix(bits uint, parts ...uint32) uint32 {
	h := uint32(0x9e3779b9)
	for _, p := range parts {
		h ^= p
		h *= 0x85ebca6b
		h ^= h >> 13
	}
	h *= 0xc2b2ae35
	h ^= h >> 16
	return h & (1<<bits - 1)
}

// marksOf prepares a sentence. quotes are those of the document.
func (t *tables) marksOf(v *view, quotes []syntax.Quote) *marks {
	n := len(v.Tokens)
	buf := make([]uint32, 7*n)
	m := &marks{view: v, quote: make([]uint8, n)}
	m.lem, m.form, m.tag, m.rel, m.up, m.class, m.clu = buf[:n], buf[n:2*n], buf[2*n:3*n], buf[3*n:4*n], buf[4*n:5*n], buf[5*n:6*n], buf[6*n:]
	for i := range v.Tokens {
		tok := &v.Tokens[i]
		lemma := v.lemma(i)
		m.lem[i] = hash(lemma)
		m.form[i] = hash(strings.ToLower(tok.Text))
		m.tag[i] = hash(tok.XPOS)
		m.rel[i] = hash(tok.Rel)
		m.up[i] = uint32(tok.UPOS) + 1
		var c *cue
		switch tok.UPOS {
		case syntax.VERB, syntax.AUX:
			c = t.verbs[lemma]
		case syntax.NOUN:
			c = t.nouns[lemma]
		case syntax.ADJ:
			c = t.adjectives[lemma]
		}
		if c != nil && c.learnt != "=" {
			m.class[i] = hash(c.class + c.learnt)
		}
		m.clu[i] = t.clusters.of(lemma)
	}
	m.markQuotes(quotes)
	return m
}

func (m *marks) markQuotes(quotes []syntax.Quote) {
	for _, q := range quotes {
		if q.Depth > 0 || q.End <= m.Start || q.Start >= m.End {
			continue
		}
		for i := m.TokenAt(q.Start); i < len(m.Tokens) && m.Tokens[i].Start < q.End; i++ {
			m.quote[i] = 1
		}
	}
	for i := range m.Tokens {
		if quoteMark(m.Tokens[i].Text) {
			m.quote[i] |= 2
		}
	}
}

// at gives x[i], or a number that stands for the edge of the sentence.
func at(x []uint32, i int) uint32 {
	if i < 0 {
		return 11
	}
	if i >= len(x) {
		return 13
	}
	return x[i]
}

// bucket shortens a distance.
func bucket(d int) uint32 {
	switch {
	case d < 0:
		return 100 + bucket(-d)
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}
