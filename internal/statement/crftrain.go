package statement

import "math"

// learner trains a crf by stochastic gradient ascent with a step per weight
// (AdaGrad; Duchi, Hazan and Singer 2011) and a pull towards zero.
type learner struct {
	*crf
	g, gt []float32 // sums of squared gradients
	rate  float32
	decay float32
}

func newLearner(m *crf, rate, decay float32) *learner {
	return &learner{crf: m, g: make([]float32, len(m.w)), gt: make([]float32, len(m.trans)), rate: rate, decay: decay}
}

// step learns from one sequence and gives its log loss before the step.
func (t *learner) step(l *lattice, gold []uint8) float64 {
	if l.n == 0 {
		return 0
	}
	t.sums(l)
	loss := float64(l.logZ - t.pathScore(l, gold))
	k := t.labels
	var grad [16]float32
	// Transitions first: they need the weights that sums used.
	edges := make([]float32, k*k)
	for i := 1; i < l.n; i++ {
		e := t.edges(l, i)
		for p := range k {
			for y := range k {
				lp := l.alpha[(i-1)*k+p] + e[p*k+y] + t.bar(p, y) + l.score[i*k+y] + l.beta[i*k+y] - l.logZ
				edges[p*k+y] = -expf(lp)
			}
		}
		edges[int(gold[i-1])*k+int(gold[i])]++
		t.pull(0, edges)
		for _, mv := range l.move[i] {
			t.pull(int(mv), edges)
		}
	}
	for i := range l.n {
		big := false
		for y := range k {
			grad[y] = -expf(l.alpha[i*k+y] + l.beta[i*k+y] - l.logZ)
			if uint8(y) == gold[i] {
				grad[y]++
			}
			big = big || grad[y] > 1e-3 || grad[y] < -1e-3
		}
		if !big {
			continue
		}
		for _, f := range l.feats[i] {
			at := int(f) * k
			for y := range k {
				d := grad[y] - t.decay*t.w[at+y]
				t.g[at+y] += d * d
				t.w[at+y] += t.rate * d / (1e-4 + sqrt32(t.g[at+y]))
			}
		}
	}
	return loss
}

func (t *learner) pull(kind int, edges []float32) {
	at := kind * len(edges)
	for x, d := range edges {
		if d > 1e-3 || d < -1e-3 {
			t.gt[at+x] += d * d
			t.trans[at+x] += t.rate * d / (1e-4 + sqrt32(t.gt[at+x]))
		}
	}
}

func expf(x float32) float32 {
	if x < -20 {
		return 0
	}
	return float32(math.Exp(float64(x)))
}

func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }
