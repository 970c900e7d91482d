package train

import (
	"math/rand/v2"
	"sync"

	"sitrep/internal/neural"
)

// labellerRun is the training of a labeller. A batch is always halved, so that
// one core and two give the same sums.
type labellerRun struct {
	net      *labellerNet
	examples []Example
	wants    [][]float32 // of each example: the chances that its labels should have
	shards   [2]*labellerShard
}

type labellerShard struct {
	pass  pass
	grads *grads
	field *field
	loss  float64
}

func (n *labellerNet) field() *field {
	return &field{k: len(n.labels.list), move: n.move.w, start: n.start.w}
}

// wants gives the chances that the labels of the examples should have: those of
// the gold labels, mixed with the mean of the teachers'.
func (n *labellerNet) wants(examples []Example, o LabellerOptions) [][]float32 {
	k := len(n.labels.list)
	out := make([][]float32, len(examples))
	for i, e := range examples {
		q := make([]float32, len(e.Items)*k)
		weight := o.Teach
		if len(o.Teachers) == 0 {
			weight = 0
		}
		if len(e.Labels) == 0 {
			weight = 1
		}
		for j, l := range e.Labels {
			q[j*k+n.labels.number(l, false)] += float32(1 - weight)
		}
		if weight > 0 {
			for _, t := range o.Teachers {
				n.ask(t, e.Items, q, weight/float64(len(o.Teachers)))
			}
		}
		out[i] = q
	}
	return out
}

// ask adds a teacher's chances of the items' labels to q, times share.
func (n *labellerNet) ask(t *neural.Labeller, items []neural.Item, q []float32, share float64) {
	if len(items) == 0 {
		return
	}
	y, wide := t.Scores(nil, items)
	f := &field{k: len(t.Labels())}
	f.move, f.start = t.Moves()
	f.sum(y, wide, len(items))
	mine := make([]float32, len(items)*f.k)
	f.chances(mine, share)
	k := len(n.labels.list)
	for b, label := range t.Labels() {
		at := n.labels.number(label, false)
		if at < 0 {
			continue
		}
		for j := range items {
			q[j*k+at] += mine[j*f.k+b]
		}
	}
}

// batch adds the gradients of a batch to those of the first shard and gives the
// loss by token.
func (r *labellerRun) batch(part []int, rng *rand.Rand) float64 {
	half := (len(part) + 1) / 2
	seeds := [2]uint64{rng.Uint64(), rng.Uint64()}
	tokens := 0
	for _, i := range part {
		tokens += len(r.examples[i].Items)
	}
	if tokens == 0 {
		return 0
	}
	var wait sync.WaitGroup
	for i, mine := range [2][]int{part[:half], part[half:]} {
		wait.Go(func() { r.shards[i].learn(r, mine, 1/float32(tokens), rand.New(rand.NewPCG(seeds[i], uint64(i)))) })
	}
	wait.Wait()
	r.shards[0].grads.merge(r.net.params, r.shards[1].grads)
	return (r.shards[0].loss + r.shards[1].loss) / float64(tokens)
}

// learn sets the gradients of one half of a batch.
func (s *labellerShard) learn(r *labellerRun, part []int, scale float32, rng *rand.Rand) {
	s.loss = 0
	var items [][]neural.Item
	var wants [][]float32
	for _, i := range part {
		if len(r.examples[i].Items) > 0 {
			items, wants = append(items, r.examples[i].Items), append(wants, r.wants[i])
		}
	}
	if len(items) == 0 {
		return
	}
	n, p := r.net, &s.pass
	p.forward(n.enc, items, rng)
	d, wide := n.enc.plan.Width, n.scores.out
	y := make([]float32, p.n*wide)
	n.scores.forward(p.n, p.out, d, y)
	p.zero(y, wide)
	for i := range wants {
		at := p.start[i]
		s.loss += s.field.learn(y[at*wide:(at+p.size[i])*wide], wide, wants[i], scale, s.grads.of(n.move), s.grads.of(n.start))
	}
	dout := make([]float32, p.n*d)
	n.scores.backward(s.grads, p.n, p.out, d, y, dout, d)
	p.backward(s.grads, dout)
}
