// Package train trains the networks of internal/neural: backpropagation by hand,
// Adam, fixed seeds, a fixed order of sums. The same data gives the same model,
// bit by bit, on the same machine.
package train

import (
	"math"
	"math/rand/v2"

	"sitrep/internal/neural"
)

// param is a matrix of weights with what Adam keeps of it.
type param struct {
	name       string
	rows, cols int
	sparse     bool // few rows change in a batch
	w, m, v    []float32
	id         int
}

// params are all weights of a network.
type params struct {
	list []*param
	rng  *rand.Rand
	step int
}

func newParams(seed uint64) *params {
	return &params{rng: rand.New(rand.NewPCG(seed, 0x51712e9))}
}

// add makes a matrix with weights drawn evenly from ±bound.
func (p *params) add(name string, rows, cols int, bound float64, sparse bool) *param {
	q := &param{name: name, rows: rows, cols: cols, sparse: sparse, id: len(p.list)}
	n := rows * cols
	q.w, q.m, q.v = make([]float32, n), make([]float32, n), make([]float32, n)
	for i := range q.w {
		q.w[i] = float32((2*p.rng.Float64() - 1) * bound)
	}
	p.list = append(p.list, q)
	return q
}

// grads are the gradients of one shard of a batch.
type grads struct {
	g       [][]float32
	touched [][]uint32 // rows of sparse matrices
	mark    [][]bool
}

func (p *params) newGrads() *grads {
	g := &grads{}
	for _, q := range p.list {
		g.g = append(g.g, make([]float32, len(q.w)))
		var mark []bool
		if q.sparse {
			mark = make([]bool, q.rows)
		}
		g.mark = append(g.mark, mark)
		g.touched = append(g.touched, nil)
	}
	return g
}

func (g *grads) of(p *param) []float32 { return g.g[p.id] }

// row gives the gradient of one row of a sparse matrix and notes it.
func (g *grads) row(p *param, r uint32) []float32 {
	if !g.mark[p.id][r] {
		g.mark[p.id][r] = true
		g.touched[p.id] = append(g.touched[p.id], r)
	}
	return g.g[p.id][int(r)*p.cols : (int(r)+1)*p.cols]
}

// merge adds the gradients of b to those of g and clears b.
func (g *grads) merge(p *params, b *grads) {
	for _, q := range p.list {
		if !q.sparse {
			neural.AddRow(g.g[q.id], b.g[q.id])
			clear(b.g[q.id])
			continue
		}
		for _, r := range b.touched[q.id] {
			from := b.row(q, r)
			neural.AddRow(g.row(q, r), from)
			clear(from)
			b.mark[q.id][r] = false
		}
		b.touched[q.id] = b.touched[q.id][:0]
	}
}

const (
	beta1, beta2 = 0.9, 0.98
	epsilon      = 1e-8
)

// update is one step of Adam; it clears the gradients.
func (p *params) update(g *grads, rate float64) {
	p.step++
	t := float64(p.step)
	fix1, fix2 := 1-math.Pow(beta1, t), math.Sqrt(1-math.Pow(beta2, t))
	o := &neural.Adam{Beta1: beta1, Rest1: 1 - beta1, Beta2: beta2, Rest2: 1 - beta2,
		Step: float32(rate * fix2 / fix1), Epsilon: float32(epsilon * fix2)}
	for _, q := range p.list {
		if !q.sparse {
			o.Update(q.w, g.g[q.id], q.m, q.v)
			continue
		}
		for _, r := range g.touched[q.id] {
			a, b := int(r)*q.cols, (int(r)+1)*q.cols
			o.Update(q.w[a:b], g.g[q.id][a:b], q.m[a:b], q.v[a:b])
			g.mark[q.id][r] = false
		}
		g.touched[q.id] = g.touched[q.id][:0]
	}
}
