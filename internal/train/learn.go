package train

import (
	"math"
	"math/rand/v2"

	"sitrep/internal/neural"
	"sitrep/internal/parse"
)

// explore is the chance that a step follows the network rather than the tree.
const explore = 0.5

// teachers are networks whose judgement is learned beside the gold trees.
type teachers struct {
	nets   []*syntaxNet
	passes []syntaxPass
	weight float32 // of the teachers; the trees have the rest
}

// learn adds the gradients of a batch to g and gives the loss by token.
func (p *syntaxPass) learn(net *syntaxNet, batch []*tree, items [][]neural.Item, g *grads, rng *rand.Rand, wander bool, t *teachers) (loss float64) {
	p.encode(net, items, rng)
	if t != nil {
		for i := range t.nets {
			t.passes[i].encode(t.nets[i], items, nil)
		}
	}
	tokens := 0
	for i := range batch {
		tokens += len(batch[i].items)
	}
	scale := float32(1) / float32(tokens)
	dtags, loss := p.learnTags(batch, scale, t)
	ok := make([]bool, parse.Actions(len(net.meta.Labels)))
	for len(p.states) < len(batch) {
		p.states = append(p.states, parse.State{})
	}
	for i, s := range batch {
		t := t
		if s.made {
			t = nil
		}
		st := &p.states[i]
		st.Reset(len(s.items), len(net.meta.Labels), net.root)
		for !st.Done() {
			shift, left, right := st.Can()
			if shift && !left && !right {
				st.Do(parse.Shift)
				continue
			}
			if !s.raw {
				st.Cheapest(s.head, s.label, ok)
			}
			y := p.score(i, st, rng)
			if s.raw {
				a, l := p.follow(i, st, y, scale, rng, wander, t)
				loss += l
				st.Do(a)
				continue
			}
			a, l := p.step(i, st, y, ok, scale, rng, wander, t)
			loss += l
			st.Do(a)
		}
	}
	p.back(g, dtags)
	return loss / float64(tokens)
}

// chances turns scores into the chances of what may be done in a state.
func chances(st *parse.State, y []float32) {
	for a := range y {
		if !st.Legal(parse.Action(a)) {
			y[a] = -1e30
		}
	}
	softmax(y)
}

// step turns the scores y of a step into their gradient and chooses what to do.
func (p *syntaxPass) step(i int, st *parse.State, y []float32, ok []bool, scale float32, rng *rand.Rand, wander bool, t *teachers) (parse.Action, float64) {
	chances(st, y)
	var good float32
	for a, v := range y {
		if ok[a] {
			good += v
		}
	}
	good = max(good, 1e-9)
	best, top := parse.Action(0), float32(-1)
	for a, v := range y {
		if ok[a] && v > top {
			best, top = parse.Action(a), v
		}
	}
	if wander && rng.Float64() < explore {
		best = sample(y, rng)
	}
	loss := -math.Log(float64(good))
	want := make([]float32, len(y)) // what the scores should have been
	for a, v := range y {
		if ok[a] {
			want[a] = v / good
		}
	}
	if t != nil {
		t.mix(i, st, want)
	}
	for a := range y {
		y[a] = scale * (y[a] - want[a])
	}
	return best, loss
}

// follow is step for a sentence without a tree: the teachers alone say what the
// scores should have been.
func (p *syntaxPass) follow(i int, st *parse.State, y []float32, scale float32, rng *rand.Rand, wander bool, t *teachers) (parse.Action, float64) {
	chances(st, y)
	want := make([]float32, len(y))
	t.add(i, st, want, 1)
	best := 0
	var loss float64
	for a, v := range want {
		if v > want[best] {
			best = a
		}
		if v > 0 {
			loss -= float64(v) * math.Log(max(float64(y[a]), 1e-9))
		}
	}
	next := parse.Action(best)
	if wander && rng.Float64() < explore {
		next = sample(y, rng)
	}
	for a := range y {
		y[a] = scale * (y[a] - want[a])
	}
	return next, loss
}

// mix blends the teachers' chances into want.
func (t *teachers) mix(i int, st *parse.State, want []float32) {
	for a := range want {
		want[a] *= 1 - t.weight
	}
	t.add(i, st, want, t.weight)
}

// add adds the teachers' chances to want, weight in all.
func (t *teachers) add(i int, st *parse.State, want []float32, weight float32) {
	share := weight / float32(len(t.nets))
	for k := range t.nets {
		y := t.passes[k].score(i, st, nil)
		chances(st, y)
		for a, v := range y {
			want[a] += share * v
		}
	}
}

func sample(chances []float32, rng *rand.Rand) parse.Action {
	r := rng.Float32()
	last := 0
	for a, v := range chances {
		if v > 0 {
			last = a
		}
		if r -= v; r < 0 && v > 0 {
			return parse.Action(a)
		}
	}
	return parse.Action(last)
}

// learnTags gives the gradient of the tags' scores.
func (p *syntaxPass) learnTags(batch []*tree, scale float32, t *teachers) (dy []float32, loss float64) {
	net := p.net
	k, real := net.tags.out, len(net.meta.Tags)
	dy = make([]float32, p.n*k)
	net.tags.forward(p.n, p.out, net.meta.Plan.Width, dy)
	var soft [][]float32
	if t != nil {
		for j := range t.nets {
			y := make([]float32, p.n*k)
			t.nets[j].tags.forward(p.n, t.passes[j].out, t.nets[j].meta.Plan.Width, y)
			soft = append(soft, y)
		}
	}
	clear(dy[:k])
	for i, s := range batch {
		// What gold and teachers weigh together is 1.
		share := float32(0)
		switch {
		case s.raw:
			share = 1
		case t != nil && !s.made:
			share = t.weight
		}
		for j := range s.items {
			r := p.start[i] + j
			y := dy[r*k : r*k+real]
			clear(dy[r*k+real : (r+1)*k])
			softmax(y)
			if !s.raw {
				loss -= math.Log(max(float64(y[s.tags[j]]), 1e-9))
			}
			for a := range y {
				y[a] *= scale
			}
			if !s.raw {
				y[s.tags[j]] -= scale * (1 - share)
			}
			if share == 0 {
				continue
			}
			for _, z := range soft {
				z := z[r*k : r*k+real]
				softmax(z)
				for a, v := range z {
					y[a] -= scale * share / float32(len(soft)) * v
				}
			}
		}
		end := p.start[i] + p.size[i]
		clear(dy[end*k : (end+1)*k])
	}
	return dy, loss
}
