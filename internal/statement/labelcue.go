package statement

import "sitrep/internal/syntax"

const (
	cueLabels  = 3
	cueBits    = 18
	cueMoves   = 4
	spanLabels = 5
	spanBits   = 19
	spanMoves  = 6
)

// cueFeatures fills a lattice with the features by which cues are found.
func (m *marks) cueFeatures(l *lattice) {
	n := len(m.Tokens)
	l.size(n, cueLabels)
	for i := range n {
		l.feats[i] = m.cueToken(l.feats[i], i)
		if i > 0 {
			if m.Tokens[i].Head == i-1 || m.Tokens[i-1].Head == i {
				l.move[i] = append(l.move[i], 1)
			}
			if m.quote[i] != m.quote[i-1] {
				l.move[i] = append(l.move[i], 2)
			}
			if m.Tokens[i].UPOS == syntax.AUX || m.Tokens[i-1].UPOS == syntax.AUX {
				l.move[i] = append(l.move[i], 3)
			}
		}
	}
}

func (m *marks) cueToken(f []uint32, i int) []uint32 {
	add := func(parts ...uint32) { f = append(f, mix(cueBits, parts...)) }
	lem, tag, rel := m.lem, m.tag, m.rel
	q := uint32(m.quote[i])
	add(1)
	add(2, m.form[i])
	add(3, lem[i], m.up[i])
	add(4, tag[i])
	add(5, rel[i], m.up[i])
	add(6, m.class[i], m.up[i])
	add(7, at(lem, i-1))
	add(8, at(lem, i+1))
	add(9, at(lem, i-2))
	add(10, at(lem, i+2))
	add(11, at(tag, i-1), tag[i])
	add(12, tag[i], at(tag, i+1))
	add(13, at(tag, i-1), tag[i], at(tag, i+1))
	add(14, at(lem, i-1), lem[i])
	add(15, lem[i], at(lem, i+1))
	add(16, at(tag, i-2), at(tag, i-1))
	add(17, at(tag, i+1), at(tag, i+2))
	add(18, q, m.class[i])
	add(19, lem[i], rel[i])
	add(20, m.clu[i], m.up[i])
	add(21, m.clu[i], rel[i])
	add(22, at(m.clu, i-1), m.clu[i])
	add(23, m.clu[i], at(m.clu, i+1))
	suffix := m.Tokens[i].Text
	if len(suffix) > 3 {
		suffix = suffix[len(suffix)-3:]
	}
	add(24, hash(suffix))
	if i < 2 && m.index == 0 {
		add(25)
	}
	h := m.Tokens[i].Head
	if h >= 0 {
		add(30, rel[i], lem[h])
		add(31, rel[i], m.class[h], bucket(i-h))
		add(32, rel[i], m.clu[h])
		add(33, m.form[i], m.class[h], bucket(i-h))
		add(34, rel[i], rel[h], m.up[h])
		add(35, lem[i], m.tag[h], bucket(i-h))
		add(36, rel[i], m.frame(h), m.class[h])
		add(37, m.class[i], rel[i], m.up[h])
	} else {
		add(38, m.class[i])
	}
	return m.cueTree(f, i)
}

// cueTree adds what the token governs and what stands near it.
func (m *marks) cueTree(f []uint32, i int) []uint32 {
	add := func(parts ...uint32) { f = append(f, mix(cueBits, parts...)) }
	lem, rel := m.lem, m.rel
	fr := m.frame(i)
	add(40, fr, m.up[i])
	add(41, fr, m.class[i])
	add(42, fr, lem[i])
	add(43, fr, m.clu[i])
	add(44, rel[i], fr, m.class[i])
	// Quotation marks near by.
	left, right := m.nearQuote(i, -1), m.nearQuote(i, 1)
	add(45, left, m.class[i])
	add(46, right, m.class[i])
	add(47, left, right, m.up[i])
	if s := m.kid(i, "nsubj", "nsubj:pass"); s >= 0 {
		add(50, m.up[s], m.class[i])
		add(51, lem[s], m.class[i])
		add(52, m.clu[s], m.clu[i])
		add(53, bucket(s-i), m.class[i], m.up[s])
	}
	for _, k := range m.kids(i) {
		if r := m.Tokens[k].Rel; r == "ccomp" || r == "xcomp" || r == "acl" || r == "obl" || r == "obj" || r == "nmod" || r == "advcl" {
			c := uint32(0)
			if mk := m.kid(k, "mark", "case"); mk >= 0 {
				c = lem[mk]
			}
			add(55, rel[k], c, m.class[i])
			add(56, rel[k], c, lem[i])
			if r == "obj" {
				add(57, lem[k], lem[i])
				add(58, m.clu[k], m.clu[i])
			}
		}
		if r := m.Tokens[k].Rel; r == "advmod" || r == "aux" || r == "compound:prt" {
			add(59, rel[k], lem[k], m.class[i])
		}
	}
	return f
}

// frame sums up what a token governs.
func (m *marks) frame(i int) uint32 {
	var b uint32
	for _, k := range m.kids(i) {
		switch m.Tokens[k].Rel {
		case "nsubj":
			b |= 1
			if k > i {
				b |= 512
			}
		case "nsubj:pass":
			b |= 2
		case "ccomp":
			b |= 4
			if k < i {
				b |= 1024
			}
		case "xcomp":
			b |= 8
		case "obj":
			b |= 16
		case "obl", "obl:agent":
			b |= 32
		case "acl", "acl:relcl":
			b |= 64
		case "parataxis":
			b |= 128
		case "nmod", "nmod:poss":
			b |= 256
		case "cop":
			b |= 2048
		}
	}
	return b + 1
}

// nearQuote tells how near the next quotation mark is on one side.
func (m *marks) nearQuote(i, step int) uint32 {
	for d := 1; d <= 4; d++ {
		j := i + d*step
		if j < 0 || j >= len(m.Tokens) {
			break
		}
		if m.quote[j]&2 != 0 {
			return uint32(d)
		}
	}
	return 9
}
