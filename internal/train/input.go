package train

import (
	"slices"

	"sitrep/internal/neural"
)

// vocabulary are the words that get rows of their own.
type vocabulary struct {
	hashes []uint64
	seen   []int
}

// countWords gives the words seen at least least times, in lower case and, where
// that differs, as written.
func countWords(sentences [][]neural.Item, least int) vocabulary {
	count := map[uint64]int{}
	var order []uint64
	var lower []byte
	note := func(h uint64) {
		if count[h] == 0 {
			order = append(order, h)
		}
		count[h]++
	}
	for _, s := range sentences {
		for _, it := range s {
			lower = neural.Lower(lower[:0], it.Form)
			note(neural.LowerHash(lower))
			if string(lower) != it.Form {
				note(neural.FormHash(it.Form))
			}
		}
	}
	slices.Sort(order)
	var v vocabulary
	for _, h := range order {
		if count[h] >= least {
			v.hashes = append(v.hashes, h)
			v.seen = append(v.seen, count[h])
		}
	}
	return v
}

// inputs sums what is known of each token, before the first norm.
func (p *pass) inputs(batch [][]neural.Item) []float32 {
	e, d := p.e, p.e.plan.Width
	x := make([]float32, p.n*d)
	p.ids, p.extras = slices.Grow(p.ids[:0], p.n)[:p.n], slices.Grow(p.extras[:0], p.n)[:p.n]
	for i := range p.ids {
		p.ids[i], p.extras[i] = p.ids[i][:0], p.extras[i][:0]
	}
	vec := make([]int16, e.plan.Vector)
	p.vec, p.st = grow(p.vec, p.n*e.plan.Vector), grow(p.st, p.n*e.plan.State)
	for b, s := range batch {
		for i := range s {
			p.token(p.start[b]+i, &s[i], vec)
		}
	}
	if e.vector != nil {
		e.vector.forward(p.n, p.vec, e.plan.Vector, x)
	}
	if e.state != nil {
		y := make([]float32, p.n*d)
		e.state.forward(p.n, p.st, e.plan.State, y)
		neural.AddRow(x, y)
	}
	for r := range p.n {
		row := x[r*d : (r+1)*d]
		for _, id := range p.ids[r] {
			neural.AddRow(row, e.rows.w[int(id)*d:(int(id)+1)*d])
		}
		for _, id := range p.extras[r] {
			neural.AddRow(row, e.extra.w[int(id)*d:(int(id)+1)*d])
		}
	}
	return x
}

func (p *pass) token(r int, it *neural.Item, vec []int16) {
	e := p.e
	p.lower = neural.Lower(p.lower[:0], it.Form)
	ids := e.lexicon.Features(p.ids[r][:0], it.Form, p.lower)
	if p.rng != nil && e.wordDrop > 0 {
		for i, id := range ids {
			// A rare word is now and then taken for an unknown one.
			if id > 0 && int(id) <= len(e.seen) && p.rng.Float64() < e.wordDrop/(e.wordDrop+float64(e.seen[id-1])) {
				ids[i] = 0
			}
		}
	}
	p.ids[r] = ids
	for _, h := range it.Extra {
		p.extras[r] = append(p.extras[r], uint32(neural.Mix(h)%uint64(e.plan.Extra)))
	}
	if e.vector != nil && e.vectors.Find(neural.LowerHash(p.lower), vec) {
		for j, v := range vec {
			p.vec[r*len(vec)+j] = float32(v) / neural.Fine
		}
	}
	for j, v := range it.State {
		p.st[r*e.plan.State+j] = float32(v) / neural.Fine
	}
}

func (p *pass) inputsBack(g *grads, dx []float32) {
	e, d := p.e, p.e.plan.Width
	if e.vector != nil {
		e.vector.weights(g, p.n, p.vec, e.plan.Vector, dx)
	}
	if e.state != nil {
		e.state.weights(g, p.n, p.st, e.plan.State, dx)
	}
	for r := range p.n {
		row := dx[r*d : (r+1)*d]
		for _, id := range p.ids[r] {
			neural.AddRow(g.row(e.rows, id), row)
		}
		for _, id := range p.extras[r] {
			neural.AddRow(g.row(e.extra, id), row)
		}
	}
}
