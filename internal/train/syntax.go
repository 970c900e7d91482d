package train

import (
	"math/rand/v2"

	"sitrep/internal/neural"
	"sitrep/internal/parse"
	"sitrep/internal/tag"
)

// syntaxNet is the network of tags and trees, with the way back.
type syntaxNet struct {
	*params
	meta  tag.Meta
	root  int
	enc   *encoder
	tags  *linear
	down  *linear
	slots *linear
	none  *param
	rooty *param // the root's part in the hidden layer
	marks *param
	out   *linear
	drop  float64 // of the hidden layer
}

func newSyntaxNet(meta tag.Meta, voc vocabulary, v *neural.Vectors, seed uint64) *syntaxNet {
	n := &syntaxNet{params: newParams(seed), meta: meta}
	for i, l := range meta.Labels {
		if l == parse.RootLabel {
			n.root = i
		}
	}
	d, h := meta.Plan.Width, meta.Hidden
	n.enc = n.encoder("syntax", meta.Plan, v, voc)
	n.tags = n.linear("tags", d, neural.Pad(len(meta.Tags)))
	n.down = n.linear("down", d, meta.Down)
	n.slots = n.linear("slots", meta.Down, parse.Slots*h)
	n.none = n.add("none", 1, parse.Slots*h, 0.1, false)
	n.rooty = n.add("root", 1, parse.Slots*h, 0.1, false)
	n.marks = n.add("marks", parse.MarkRows(len(meta.Labels)), h, 0.1, false)
	n.out = n.linear("actions", h, neural.Pad(parse.Actions(len(meta.Labels))))
	n.turn()
	return n
}

func (n *syntaxNet) linears() []*linear {
	return append(n.enc.linears(), n.tags, n.down, n.slots, n.out)
}

func (n *syntaxNet) turn() {
	for _, l := range n.linears() {
		l.turn()
	}
}

// syntaxPass is a batch on its way through a syntaxNet.
type syntaxPass struct {
	pass
	net    *syntaxNet
	narrow []float32 // rectified
	parts  []float32
	dparts []float32

	states []parse.State
	hidden []float32 // a row a step, rectified
	scores []float32 // a row a step: scores, then their gradient
	slots  [][parse.Slots]int32
	rows   [][parse.Marks]int32
	of     []int32 // the sentence of a step
}

// encode runs the network up to each token's part in the hidden layer.
func (p *syntaxPass) encode(net *syntaxNet, batch [][]neural.Item, rng *rand.Rand) {
	p.net = net
	p.forward(net.enc, batch, rng)
	d := net.meta.Plan.Width
	p.narrow = grow(p.narrow, p.n*net.meta.Down)
	net.down.forward(p.n, p.out, d, p.narrow)
	neural.Rectify(p.narrow)
	p.parts = grow(p.parts, p.n*net.slots.out)
	net.slots.forward(p.n, p.narrow, net.meta.Down, p.parts)
	p.hidden, p.scores, p.slots, p.rows, p.of = p.hidden[:0], p.scores[:0], p.slots[:0], p.rows[:0], p.of[:0]
}

// score appends a step for sentence i in state st and gives its scores.
func (p *syntaxPass) score(i int, st *parse.State, rng *rand.Rand) []float32 {
	h, k, at := p.net.meta.Hidden, p.net.out.out, len(p.of)
	p.of = append(p.of, int32(i))
	p.slots = append(p.slots, [parse.Slots]int32{})
	p.rows = append(p.rows, [parse.Marks]int32{})
	p.hidden = append(p.hidden, make([]float32, h)...)
	p.scores = append(p.scores, make([]float32, k)...)
	st.Features(&p.slots[at], &p.rows[at])
	hid := p.hidden[at*h:]
	for s, t := range p.slots[at] {
		neural.AddRow(hid, p.part(p.parts, p.net.none.w, p.net.rooty.w, i, t)[s*h:(s+1)*h])
	}
	for _, m := range p.rows[at] {
		neural.AddRow(hid, p.net.marks.w[int(m)*h:(int(m)+1)*h])
	}
	neural.Rectify(hid)
	if rng != nil {
		drop(rng, hid, p.net.drop)
	}
	y := p.scores[at*k:]
	p.net.out.forward(1, hid, h, y)
	real := parse.Actions(len(p.net.meta.Labels))
	clear(y[real:])
	return y[:real]
}

// part is the row of token t of sentence i: of the tokens, or of what stands for
// no token or for the root.
func (p *syntaxPass) part(tokens, none, root []float32, i int, t int32) []float32 {
	w := p.net.slots.out
	switch {
	case t < 0:
		return none
	case int(t) == p.size[i]:
		return root
	}
	r := p.start[i] + int(t)
	return tokens[r*w : (r+1)*w]
}

// back runs the way back; p.scores holds the gradients of the steps' scores, and
// dtags those of the tags' scores.
func (p *syntaxPass) back(g *grads, dtags []float32) {
	n, net, h := p.n, p.net, p.net.meta.Hidden
	steps := len(p.of)
	dh := make([]float32, steps*h)
	net.out.backward(g, steps, p.hidden, h, p.scores, dh, h)
	p.dparts = grow(p.dparts, n*net.slots.out)
	keep := float32(1)
	if net.drop > 0 {
		keep = float32(1 / (1 - net.drop))
	}
	gnone, groot, gmarks := g.of(net.none), g.of(net.rooty), g.of(net.marks)
	for at := range steps {
		d := dh[at*h : (at+1)*h]
		for j, v := range p.hidden[at*h : (at+1)*h] {
			if v > 0 {
				d[j] *= keep
			} else {
				d[j] = 0
			}
		}
		for s, t := range p.slots[at] {
			neural.AddRow(p.part(p.dparts, gnone, groot, int(p.of[at]), t)[s*h:(s+1)*h], d)
		}
		for _, m := range p.rows[at] {
			neural.AddRow(gmarks[int(m)*h:(int(m)+1)*h], d)
		}
	}
	dn := make([]float32, n*net.meta.Down)
	net.slots.backward(g, n, p.narrow, net.meta.Down, p.dparts, dn, net.meta.Down)
	for j, v := range p.narrow {
		if v <= 0 {
			dn[j] = 0
		}
	}
	d := net.meta.Plan.Width
	dout := make([]float32, n*d)
	net.down.backward(g, n, p.out, d, dn, dout, d)
	net.tags.backward(g, n, p.out, d, dtags, dout, d)
	p.backward(g, dout)
}
