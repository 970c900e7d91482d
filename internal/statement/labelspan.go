package statement

import "sitrep/internal/syntax"

// aim is a cue whose source and content are looked for.
type aim struct {
	*marks
	cue   stretch
	head  int
	above []int    // the cue's head and all that govern it, nearest first
	level []int    // level[i]: how many steps above the cue's head token i's branch is joined
	top   []int    // the highest token of i's branch that does not govern the cue
	side  []uint32 // before, in or after the cue
	taken []bool   // tokens of other cues
}

func (m *marks) aimAt(c stretch, taken []bool) *aim {
	n := len(m.Tokens)
	a := &aim{marks: m, cue: c, head: m.spanHead(c), taken: taken}
	rank := make([]int, n)
	for i := range rank {
		rank[i] = -1
	}
	for h := a.head; h >= 0 && len(a.above) <= n; h = m.Tokens[h].Head {
		rank[h] = len(a.above)
		a.above = append(a.above, h)
	}
	ints := make([]int, 2*n)
	a.level, a.top = ints[:n], ints[n:]
	a.side = make([]uint32, n)
	for i := range n {
		t := i
		for steps := 0; rank[t] < 0 && m.Tokens[t].Head >= 0 && rank[m.Tokens[t].Head] < 0 && steps < n; steps++ {
			t = m.Tokens[t].Head
		}
		a.top[i] = t
		switch {
		case rank[t] >= 0:
			a.level[i] = rank[t]
		case m.Tokens[t].Head >= 0:
			a.level[i] = rank[m.Tokens[t].Head]
		}
		switch {
		case i < c.from:
			a.side[i] = 1
		case i >= c.to:
			a.side[i] = 3
		default:
			a.side[i] = 2
		}
	}
	return a
}

// spanHead gives the token of a stretch whose head lies outside it.
func (m *marks) spanHead(c stretch) int {
	best := c.from
	for i := c.from; i < c.to; i++ {
		if h := m.Tokens[i].Head; h < 0 || !c.has(h) {
			switch m.Tokens[i].UPOS {
			case syntax.VERB, syntax.NOUN, syntax.ADJ:
				return i
			}
			if m.Tokens[best].Head >= 0 && c.has(m.Tokens[best].Head) {
				best = i
			}
		}
	}
	return best
}

func (a *aim) features(l *lattice) {
	n := len(a.Tokens)
	l.size(n, spanLabels)
	for i := range n {
		l.feats[i] = a.token(l.feats[i], i)
		if i == 0 {
			continue
		}
		if a.top[i] == a.top[i-1] {
			l.move[i] = append(l.move[i], 1)
		}
		if a.Tokens[i].UPOS == syntax.PUNCT {
			l.move[i] = append(l.move[i], 2)
		}
		if a.Tokens[i-1].UPOS == syntax.PUNCT {
			l.move[i] = append(l.move[i], 3)
		}
		if a.quote[i] != a.quote[i-1] {
			l.move[i] = append(l.move[i], 4)
		}
		if a.side[i] != a.side[i-1] || a.taken[i] != a.taken[i-1] {
			l.move[i] = append(l.move[i], 5)
		}
	}
}

func (a *aim) token(f []uint32, i int) []uint32 {
	add := func(parts ...uint32) { f = append(f, mix(spanBits, parts...)) }
	c, t := a.head, a.top[i]
	lv := uint32(min(a.level[i], 4))
	onPath := uint32(0)
	if t == c || a.Tokens[t].Head < 0 {
		onPath = 1
	}
	for x, h := range a.above {
		if x < 5 && h == t {
			onPath = uint32(2 + x)
		}
	}
	lem, tag, rel, side := a.lem, a.tag, a.rel, a.side[i]
	first, last := uint32(0), uint32(0)
	if i == a.from[t] {
		first = 1
	}
	if i == a.to[t]-1 {
		last = 1
	}
	edge := first | last<<1
	crel, ccl, cup := rel[c], a.class[c], a.up[c]
	branch := mix(31, rel[t], lv, side, onPath)
	d := bucket(i - c)
	q := uint32(a.quote[i]) | uint32(a.quote[c])<<2
	other := uint32(0)
	if a.taken[i] {
		other = 1
	}
	add(1)
	add(2, side, other)
	add(3, d)
	add(4, branch)
	add(5, branch, edge)
	add(6, branch, lem[c])
	add(7, branch, ccl)
	add(8, branch, edge, ccl)
	add(9, branch, edge, cup, crel)
	add(10, branch, a.clu[c])
	add(11, branch, a.frame(c))
	add(12, branch, tag[i], edge)
	add(13, branch, lem[i])
	add(14, branch, at(tag, i-1), tag[i])
	add(15, branch, tag[i], at(tag, i+1))
	add(16, side, lem[i], ccl)
	add(17, side, at(lem, i-1), lem[i])
	add(18, side, lem[i], at(lem, i+1))
	add(19, side, q, a.up[i])
	add(20, branch, q)
	add(21, q, edge, branch, ccl)
	add(22, d, tag[i], cup)
	add(23, side, tag[i], at(tag, i-1), at(tag, i+1))
	add(24, a.up[i], a.up[t], branch)
	add(25, side, crel, a.tag[c], branch)
	if h := a.Tokens[i].Head; h >= 0 {
		add(26, branch, rel[i], rel[h])
		add(27, side, rel[i], lem[h])
	}
	f = a.hanging(f, i, branch)
	return a.beyond(f, i, branch, edge, q)
}

// hanging adds the branch of the branch: what hangs on the source or the content.
func (a *aim) hanging(f []uint32, i int, branch uint32) []uint32 {
	t := a.top[i]
	if i == t {
		return f
	}
	add := func(parts ...uint32) { f = append(f, mix(spanBits, parts...)) }
	lem, tag, rel, ccl := a.lem, a.tag, a.rel, a.class[a.head]
	s := i
	for a.Tokens[s].Head != t && a.Tokens[s].Head >= 0 {
		s = a.Tokens[s].Head
	}
	e2 := uint32(0)
	if i == a.from[s] {
		e2 = 1
	}
	if i == a.to[s]-1 {
		e2 |= 2
	}
	after := uint32(0)
	if s > t {
		after = 1
	}
	add(30, branch, rel[s], after)
	add(31, branch, rel[s], after, e2)
	add(32, branch, rel[s], after, e2, at(tag, a.from[s]-1))
	add(33, branch, rel[s], after, at(lem, a.from[s]), ccl)
	add(34, a.up[t], rel[s], after, e2, bucket(a.to[s]-a.from[s]))
	return f
}

// beyond adds what stands between the token and the cue, and the cue's own words.
func (a *aim) beyond(f []uint32, i int, branch, edge, q uint32) []uint32 {
	add := func(parts ...uint32) { f = append(f, mix(spanBits, parts...)) }
	c, side := a.head, a.side[i]
	lem, tag := a.lem, a.tag
	first, last := edge&1, edge>>1
	// What stands between token and cue.
	commas, marks, verbs, cues := a.between(i)
	add(40, side, commas, marks)
	add(41, side, verbs, cues)
	add(42, side, commas, verbs, cues, a.up[i])
	add(43, branch, commas, cues)
	add(44, branch, marks, q)
	if k := a.kid(c, "obl", "obl:agent"); k >= 0 && a.caseOf(k) == "by" {
		add(45, branch, edge)
	}
	add(46, a.tag[c], branch, edge)
	add(47, at(lem, a.cue.to), branch)
	add(48, at(lem, a.cue.from-1), branch)
	add(49, lem[a.cue.from], lem[a.cue.to-1], branch)
	add(50, at(tag, i+1), at(tag, i+2), side)
	add(51, at(tag, i-1), at(tag, i-2), side)
	add(52, branch, first, at(lem, i-1))
	add(53, branch, last, at(lem, i+1))
	return f
}

// between counts, roughly, what stands between a token and the cue.
func (a *aim) between(i int) (commas, marks, verbs, cues uint32) {
	lo, hi := i+1, a.cue.from
	if i >= a.cue.to {
		lo, hi = a.cue.to, i
	}
	for j := lo; j < hi; j++ {
		switch {
		case a.Tokens[j].Text == ",":
			commas = min(commas+1, 2)
		case a.quote[j]&2 != 0:
			marks = min(marks+1, 3)
		case a.Tokens[j].UPOS == syntax.VERB:
			verbs = min(verbs+1, 2)
		}
		if a.taken[j] {
			cues = 1
		}
	}
	return
}
