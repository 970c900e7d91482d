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
	gold     [][]int // labels of each example
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
	var gold [][]int
	for _, i := range part {
		if len(r.examples[i].Items) > 0 {
			items, gold = append(items, r.examples[i].Items), append(gold, r.gold[i])
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
	for i := range gold {
		at := p.start[i]
		s.loss += s.field.learn(y[at*wide:(at+p.size[i])*wide], wide, gold[i], scale, s.grads.of(n.move), s.grads.of(n.start))
	}
	dout := make([]float32, p.n*d)
	n.scores.backward(s.grads, p.n, p.out, d, y, dout, d)
	p.backward(s.grads, dout)
}
