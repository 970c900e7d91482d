package train

import (
	"fmt"
	"math/rand/v2"

	"sitrep/internal/neural"
)

// encoder is neural.Encoder with the way back.
type encoder struct {
	plan    neural.Plan
	name    string
	known   []uint64
	seen    []int // how often each known word was seen
	lexicon *neural.Lexicon
	vectors *neural.Vectors

	rows, extra   *param
	vector, state *linear
	first         *norm
	layers        []encoderLayer

	inputDrop, layerDrop, wordDrop float64
}

type encoderLayer struct {
	gate bool
	w    *linear
	norm *norm
}

// rate of the embeddings' first weights; a dozen of them are summed and normed.
const embedBound = 0.1

func (p *params) encoder(name string, plan neural.Plan, v *neural.Vectors, voc vocabulary) *encoder {
	d := plan.Width
	e := &encoder{plan: plan, name: name, known: voc.hashes, seen: voc.seen, vectors: v, lexicon: neural.NewLexicon(voc.hashes, plan.Buckets)}
	e.rows = p.add(name+".rows", e.lexicon.Rows(), d, embedBound, true)
	if plan.Extra > 0 {
		e.extra = p.add(name+".extra", plan.Extra, d, embedBound, true)
	}
	if plan.Vector > 0 {
		e.vector = p.linear(name+".vector", plan.Vector, d)
	}
	if plan.State > 0 {
		e.state = p.linear(name+".state", plan.State, d)
	}
	e.first = p.norm(name+".first", d)
	for i, kind := range plan.Layers {
		at := fmt.Sprintf("%s.layer%d", name, i)
		l := encoderLayer{gate: kind == 'g'}
		if l.gate {
			l.w = p.linear(at, d, 2*d)
		} else {
			l.w = p.linear(at, 3*d, d)
		}
		l.norm = p.norm(at+".norm", d)
		e.layers = append(e.layers, l)
	}
	return e
}

func (e *encoder) linears() []*linear {
	var out []*linear
	for _, l := range []*linear{e.vector, e.state} {
		if l != nil {
			out = append(out, l)
		}
	}
	for _, l := range e.layers {
		out = append(out, l.w)
	}
	return out
}

// pass is one batch on its way through an encoder. Sentences lie one after
// another with a row of zeros before, between and after them.
type pass struct {
	e     *encoder
	rng   *rand.Rand // nil: no dropping
	n     int        // rows, zeros included
	start []int      // first row of each sentence
	size  []int

	ids    [][]uint32 // rows of the table, by row of the batch
	extras [][]uint32
	vec    []float32
	st     []float32
	in     passNorm
	layer  []passLayer
	out    []float32 // n×width
	lower  []byte
}

type passNorm struct{ normed, over, y []float32 }

type passLayer struct {
	x []float32 // input, n×width
	y []float32 // conv: rectified output; gate: S-curves and held values
	passNorm
}

func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// forward encodes a batch.
func (p *pass) forward(e *encoder, batch [][]neural.Item, rng *rand.Rand) {
	p.e, p.rng = e, rng
	p.start, p.size = p.start[:0], p.size[:0]
	p.n = 1
	for _, s := range batch {
		p.start, p.size = append(p.start, p.n), append(p.size, len(s))
		p.n += len(s) + 1
	}
	d := e.plan.Width
	x := p.inputs(batch)
	p.in.y = grow(p.in.y, p.n*d)
	p.in.normed, p.in.over = grow(p.in.normed, p.n*d), grow(p.in.over, p.n)
	e.first.forward(p.n, x, p.in.normed, p.in.over, p.in.y)
	if rng != nil {
		drop(rng, p.in.y, e.inputDrop)
	}
	p.zero(p.in.y, d)
	if len(p.layer) != len(e.layers) {
		p.layer = make([]passLayer, len(e.layers))
	}
	x = p.in.y
	for i := range e.layers {
		x = p.through(&e.layers[i], &p.layer[i], x)
	}
	p.out = x
}

// zero clears the rows between sentences.
func (p *pass) zero(x []float32, d int) {
	clear(x[:d])
	for i, s := range p.start {
		end := s + p.size[i]
		clear(x[end*d : (end+1)*d])
	}
}

func (p *pass) through(l *encoderLayer, k *passLayer, x []float32) []float32 {
	d, n := p.e.plan.Width, p.n
	k.x = x
	k.y = grow(k.y, n*l.w.out)
	sum := make([]float32, n*d)
	copy(sum, x)
	if l.gate {
		l.w.forward(n, x, d, k.y)
		for i, s := range p.start {
			gates(p.size[i], d, k.y[s*2*d:], sum[s*d:])
		}
	} else {
		l.w.forward(n-2, x, d, k.y[d:]) // rows 1 to n-2 have neighbours
		neural.Rectify(k.y)
		if p.rng != nil {
			drop(p.rng, k.y, p.e.layerDrop)
		}
		neural.AddRow(sum, k.y)
	}
	k.normed, k.over = grow(k.normed, n*d), grow(k.over, n)
	k.passNorm.y = grow(k.passNorm.y, n*d)
	l.norm.forward(n, sum, k.normed, k.over, k.passNorm.y)
	p.zero(k.passNorm.y, d)
	return k.passNorm.y
}

// backward takes the gradient of out, which it destroys.
func (p *pass) backward(g *grads, dout []float32) {
	e, d, n := p.e, p.e.plan.Width, p.n
	for i := len(e.layers) - 1; i >= 0; i-- {
		l, k := &e.layers[i], &p.layer[i]
		p.zero(dout, d)
		l.norm.backward(g, n, k.normed, k.over, dout)
		if l.gate {
			dy := make([]float32, n*2*d)
			for i, s := range p.start {
				gatesBack(p.size[i], d, k.y[s*2*d:], dout[s*d:], dy[s*2*d:])
			}
			l.w.backward(g, n, k.x, d, dy, dout, d)
			continue
		}
		dy := make([]float32, n*d)
		keep := float32(1)
		if p.rng != nil && e.layerDrop > 0 {
			keep = float32(1 / (1 - e.layerDrop))
		}
		for j, v := range k.y {
			if v > 0 {
				dy[j] = dout[j] * keep
			}
		}
		l.w.backwardWindow(g, n-2, d, k.x, dy[d:], dout)
	}
	p.zero(dout, d)
	if p.rng != nil && e.inputDrop > 0 {
		keep := float32(1 / (1 - e.inputDrop))
		for j, v := range p.in.y {
			if v == 0 {
				dout[j] = 0
			} else {
				dout[j] *= keep
			}
		}
	}
	e.first.backward(g, n, p.in.normed, p.in.over, dout)
	p.zero(dout, d)
	p.inputsBack(g, dout)
}
