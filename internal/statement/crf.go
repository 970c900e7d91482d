package statement

import (
	"math"
)

// crf is a linear-chain conditional random field over hashed features: the
// model behind the spans of sources, cues and contents. Lafferty, McCallum and
// Pereira (2001) describe the method.
type crf struct {
	labels int
	bits   uint // the table has 1<<bits rows of labels weights
	w      []float32
	moves  int       // kinds of transition
	trans  []float32 // moves × labels × labels, [kind][from][to]
	lean   float32   // taken off the score of "outside", so that more is found
}

func newCRF(labels int, bits uint, moves int) *crf {
	return &crf{labels: labels, bits: bits, w: make([]float32, labels<<bits), moves: moves, trans: make([]float32, moves*labels*labels)}
}

// lattice is one sequence with its features, and room for inference.
type lattice struct {
	n     int
	feats [][]uint32 // rows of the table, by token
	move  [][]uint8  // kinds of transition into each token; kind 0 is always on
	score []float32  // n × labels
	alpha []float32
	beta  []float32
	edge  []float32 // labels × labels of the current step
	logZ  float32
	back  []uint8
}

func (l *lattice) size(n, labels int) {
	l.n = n
	need := n * labels
	if cap(l.score) < need {
		l.score, l.alpha, l.beta, l.back = make([]float32, need), make([]float32, need), make([]float32, need), make([]uint8, need)
	}
	l.score, l.alpha, l.beta, l.back = l.score[:need], l.alpha[:need], l.beta[:need], l.back[:need]
	if cap(l.edge) < labels*labels {
		l.edge = make([]float32, labels*labels)
	}
	l.edge = l.edge[:labels*labels]
	for len(l.feats) < n {
		l.feats = append(l.feats, make([]uint32, 0, 96))
		l.move = append(l.move, make([]uint8, 0, 4))
	}
	for i := range n {
		l.feats[i], l.move[i] = l.feats[i][:0], l.move[i][:0]
	}
}

func (m *crf) scores(l *lattice) {
	k := m.labels
	for i := range l.n {
		s := l.score[i*k : i*k+k]
		clear(s)
		for _, f := range l.feats[i] {
			row := m.w[int(f)*k : int(f)*k+k]
			for y := range s {
				s[y] += row[y]
			}
		}
	}
}

// edges sums the transition weights into token i.
func (m *crf) edges(l *lattice, i int) []float32 {
	kk := m.labels * m.labels
	copy(l.edge, m.trans[:kk])
	for _, mv := range l.move[i] {
		for x, t := range m.trans[int(mv)*kk : int(mv)*kk+kk] {
			l.edge[x] += t
		}
	}
	return l.edge
}

// forbidden is the weight of an inside label after a label of another kind.
const forbidden = -1e4

// best gives the labels of highest score (Viterbi).
func (m *crf) best(l *lattice, out []uint8) []uint8 {
	m.scores(l)
	k := m.labels
	if l.n == 0 {
		return out[:0]
	}
	for i := 0; i < len(l.score); i += k {
		l.score[i] -= m.lean
	}
	cur := l.alpha
	for y := range k {
		cur[y] = l.score[y] + m.initial(y)
	}
	for i := 1; i < l.n; i++ {
		e := m.edges(l, i)
		for y := range k {
			b, at := float32(math.Inf(-1)), 0
			for p := range k {
				if s := cur[(i-1)*k+p] + e[p*k+y] + m.bar(p, y); s > b {
					b, at = s, p
				}
			}
			cur[i*k+y], l.back[i*k+y] = b+l.score[i*k+y], uint8(at)
		}
	}
	out = append(out[:0], make([]uint8, l.n)...)
	b := 0
	for y := 1; y < k; y++ {
		if cur[(l.n-1)*k+y] > cur[(l.n-1)*k+b] {
			b = y
		}
	}
	for i := l.n - 1; i >= 0; i-- {
		out[i] = uint8(b)
		b = int(l.back[i*k+b])
	}
	return out
}

// Labels come as 0 outside, then pairs of begin (odd) and inside (even).
func (m *crf) initial(y int) float32 {
	if y > 0 && y%2 == 0 {
		return forbidden
	}
	return 0
}

func (m *crf) bar(p, y int) float32 {
	if y > 0 && y%2 == 0 && p != y && p != y-1 {
		return forbidden
	}
	return 0
}

// sums fills alpha, beta and logZ.
func (m *crf) sums(l *lattice) {
	m.scores(l)
	k := m.labels
	for y := range k {
		l.alpha[y] = l.score[y] + m.initial(y)
	}
	var buf [16]float32
	for i := 1; i < l.n; i++ {
		e := m.edges(l, i)
		for y := range k {
			for p := range k {
				buf[p] = l.alpha[(i-1)*k+p] + e[p*k+y] + m.bar(p, y)
			}
			l.alpha[i*k+y] = logSum(buf[:k]) + l.score[i*k+y]
		}
	}
	last := (l.n - 1) * k
	l.logZ = logSum(l.alpha[last : last+k])
	clear(l.beta[last : last+k])
	for i := l.n - 2; i >= 0; i-- {
		e := m.edges(l, i+1)
		for p := range k {
			for y := range k {
				buf[y] = l.beta[(i+1)*k+y] + l.score[(i+1)*k+y] + e[p*k+y] + m.bar(p, y)
			}
			l.beta[i*k+p] = logSum(buf[:k])
		}
	}
}

func logSum(x []float32) float32 {
	mx := x[0]
	for _, v := range x[1:] {
		mx = max(mx, v)
	}
	var s float64
	for _, v := range x {
		if d := v - mx; d > -20 {
			s += math.Exp(float64(d))
		}
	}
	return mx + float32(math.Log(s))
}

// marginal is the probability of label y at token i; sums must have run.
func (m *crf) marginal(l *lattice, i, y int) float64 {
	k := m.labels
	return math.Exp(float64(l.alpha[i*k+y] + l.beta[i*k+y] - l.logZ))
}

// pathScore is the score of a labelling; minus logZ it is its log probability.
func (m *crf) pathScore(l *lattice, y []uint8) float32 {
	k := m.labels
	var s float32
	for i := range l.n {
		s += l.score[i*k+int(y[i])]
		if i > 0 {
			s += m.edges(l, i)[int(y[i-1])*k+int(y[i])]
		}
	}
	return s
}
