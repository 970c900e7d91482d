package event

import (
	"io"
	"math"
	"math/rand"
	"slices"

	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// School trains the model of pairs.
type School struct {
	x       *Extractor
	vectors *neural.Vectors
	lessons []lesson
}

// lesson is one pair with its root.
type lesson struct {
	f      traits
	dense  []float32
	root   int
	weight float32
}

// NewSchool opens a school.
func NewSchool(x *Extractor, v *neural.Vectors) *School { return &School{x: x, vectors: v} }

// Add takes a pair with its root; it reports whether the pair could be read.
func (s *School) Add(doc *syntax.Document, given Given, source, target record.Span, root string, weight float64) bool {
	f, ok := s.x.pair(doc, given, source, target)
	n := rootNumber(root)
	if !ok || n < 0 {
		return false
	}
	slices.Sort(f.on)
	f.on = slices.Compact(f.on)
	s.lessons = append(s.lessons, lesson{f, dense(&f, s.vectors), n, float32(weight)})
	return true
}

// Len is the number of lessons.
func (s *School) Len() int { return len(s.lessons) }

// Train learns from all lessons but those that skip names, and returns the model.
func (s *School) Train(skip func(i int) bool, passes int, w io.Writer) (*Pairs, error) {
	hashes := s.features(skip)
	index := neural.NewIndex(hashes)
	d := 0
	if s.vectors != nil {
		d = slots * s.vectors.Dims()
	}
	c := len(roots)
	sparse, dens := make([]float32, len(hashes)*c), make([]float32, d*c)
	// Adagrad with a little decay: features are many and rare.
	gs, gd := make([]float32, len(sparse)), make([]float32, len(dens))
	rng := rand.New(rand.NewSource(1))
	order := []int{}
	for i := range s.lessons {
		if skip == nil || !skip(i) {
			order = append(order, i)
		}
	}
	const rate, decay = 0.06, 0.003
	score := make([]float32, c)
	// The mean of the later passes steadies what the order of lessons leaves to chance.
	meanSparse, meanDense := make([]float32, len(sparse)), make([]float32, len(dens))
	for pass := range passes {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l := &s.lessons[i]
			clear(score)
			rows := make([]int, 0, len(l.f.on))
			for _, h := range l.f.on {
				if n := index.Find(h); n >= 0 {
					rows = append(rows, n)
					for k := range score {
						score[k] += sparse[n*c+k]
					}
				}
			}
			for n, v := range l.dense {
				if v != 0 {
					for k := range score {
						score[k] += dens[n*c+k] * v
					}
				}
			}
			softmax(score)
			score[l.root]--
			for _, n := range rows {
				for k := range score {
					at := n*c + k
					g := score[k]*l.weight + decay*sparse[at]
					gs[at] += g * g
					sparse[at] -= rate * g / (float32(math.Sqrt(float64(gs[at]))) + 1e-3)
				}
			}
			for n, v := range l.dense {
				if v == 0 {
					continue
				}
				for k := range score {
					at := n*c + k
					g := score[k]*v*l.weight + decay*dens[at]
					gd[at] += g * g
					dens[at] -= rate * g / (float32(math.Sqrt(float64(gd[at]))) + 1e-3)
				}
			}
		}
		if 2*pass >= passes {
			add(meanSparse, sparse)
			add(meanDense, dens)
		}
	}
	p := &Pairs{x: s.x, vectors: s.vectors, index: index}
	p.sparse, p.scale[0] = rounded(meanSparse)
	p.dense, p.scale[1] = rounded(meanDense)
	n := float32(passes - (passes+1)/2)
	p.scale[0], p.scale[1] = p.scale[0]/n, p.scale[1]/n
	if w == nil {
		return p, nil
	}
	return p, p.write(w, hashes)
}

// Grade tells how a model does on lesson i: the root told and the right one.
func (s *School) Grade(p *Pairs, i int) (told, right string) {
	return p.tell(&s.lessons[i].f).Root, roots[s.lessons[i].root]
}

// features gives the features that at least two lessons have, in a fixed order.
func (s *School) features(skip func(i int) bool) []uint64 {
	seen := map[uint64]int{}
	for i := range s.lessons {
		if skip == nil || !skip(i) {
			for _, h := range s.lessons[i].f.on {
				seen[h]++
			}
		}
	}
	var out []uint64
	for h, n := range seen {
		if n >= 2 {
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return out
}

func add(sum, x []float32) {
	for i, v := range x {
		sum[i] += v
	}
}

func softmax(x []float32) {
	top := slices.Max(x)
	var sum float32
	for i := range x {
		x[i] = float32(math.Exp(float64(x[i] - top)))
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

// rounded gives weights as 8-bit steps and the size of a step.
func rounded(w []float32) ([]int8, float32) {
	var top float32
	for _, x := range w {
		top = max(top, float32(math.Abs(float64(x))))
	}
	if top == 0 {
		top = 1
	}
	step := top / 127
	out := make([]int8, len(w))
	for i, x := range w {
		out[i] = int8(math.Round(float64(x / step)))
	}
	return out, step
}
