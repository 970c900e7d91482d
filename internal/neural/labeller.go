package neural

import (
	"fmt"
	"strings"
	"sync"
)

// Labeller gives each token of a sequence one label: an encoder, a score for
// each label, and a score for each pair of neighbours, searched by Viterbi's
// method. Labels like "B-X" and "I-X" are constrained: "I-X" follows only "B-X"
// or "I-X". It is read-only and may be shared.
//
//	l, err := neural.OpenLabeller(file, "names", vectors)
//	out := l.Label(nil, items) // items: one neural.Item a token
//	name := l.Labels()[out[0]]
//
// It is trained by train.Labeller from the same items and their labels.
type Labeller struct {
	encoder *Encoder
	labels  []string
	scores  *Linear
	move    []float32 // score of label b after a, at a*labels+b; low where forbidden
	start   []float32
	pool    sync.Pool
}

// LabellerMeta is what a labeller's file says of it.
type LabellerMeta struct {
	Plan   Plan     `json:"plan"`
	Labels []string `json:"labels"`
}

// Forbidden is the score of what must not be.
const Forbidden = -1e6

// Allowed tells whether label b may follow label a, "" being the start.
func Allowed(a, b string) bool {
	kind, inside := strings.CutPrefix(b, "I-")
	return !inside || a == "B-"+kind || a == b
}

// OpenLabeller builds the labeller that f holds under name.
func OpenLabeller(f *File, name string, vectors *Vectors) (*Labeller, error) {
	var all map[string]LabellerMeta
	if err := f.Meta(&all); err != nil {
		return nil, err
	}
	m, ok := all[name]
	if !ok || len(m.Labels) == 0 {
		return nil, fmt.Errorf("model file has no labeller %s", name)
	}
	l := &Labeller{labels: m.Labels}
	var err error
	if l.encoder, err = OpenEncoder(f, name, m.Plan, vectors); err != nil {
		return nil, err
	}
	n := len(m.Labels)
	if l.scores, err = f.Linear(name+".scores", m.Plan.Width, Pad(n)); err != nil {
		return nil, err
	}
	if l.move, err = f.Floats(name + ".move"); err != nil {
		return nil, err
	}
	if l.start, err = f.Floats(name + ".start"); err != nil {
		return nil, err
	}
	if len(l.move) != n*n || len(l.start) != n {
		return nil, fmt.Errorf("labeller %s: moves do not fit %d labels", name, n)
	}
	Constrain(l.labels, l.move, l.start)
	return l, nil
}

// Constrain writes Forbidden where a label may not follow.
func Constrain(labels []string, move, start []float32) {
	for b := range labels {
		if !Allowed("", labels[b]) {
			start[b] = Forbidden
		}
		for a := range labels {
			if !Allowed(labels[a], labels[b]) {
				move[a*len(labels)+b] = Forbidden
			}
		}
	}
}

// Pad rounds n up to a multiple of 16, the width that the kernels take.
func Pad(n int) int { return (n + 15) / 16 * 16 }

// Labels lists the labels that Label's numbers stand for.
func (l *Labeller) Labels() []string { return l.labels }

// Plan is the shape of the labeller's encoder.
func (l *Labeller) Plan() Plan { return l.encoder.Plan }

type search struct {
	state []int16
	score []float32
	from  []uint8
	best  [2][]float32
}

// Label appends the label of each item to dst. Cost and memory are linear in
// the items.
func (l *Labeller) Label(dst []int, items []Item) []int {
	if len(items) == 0 {
		return dst
	}
	s, ok := l.pool.Get().(*search)
	if !ok {
		s = &search{}
	}
	defer l.pool.Put(s)
	s.state = l.encoder.Encode(s.state[:0], items)
	n, k := len(items), len(l.labels)
	s.score = grow(s.score, n*l.scores.Out())
	l.scores.Apply(n, s.state, l.encoder.Plan.Width, s.score)
	s.from = grow(s.from, n*k)
	s.best[0], s.best[1] = grow(s.best[0], k), grow(s.best[1], k)
	for b := range k {
		s.best[0][b] = l.start[b] + s.score[b]
	}
	for i := 1; i < n; i++ {
		l.step(s.best[(i-1)%2], s.best[i%2], s.score[i*l.scores.Out():], s.from[i*k:(i+1)*k])
	}
	last := s.best[(n-1)%2]
	at := 0
	for b := range k {
		if last[b] > last[at] {
			at = b
		}
	}
	from := len(dst)
	dst = append(dst, make([]int, n)...)
	for i := n - 1; i >= 0; i-- {
		dst[from+i] = at
		at = int(s.from[i*k+at])
	}
	return dst
}

func (l *Labeller) step(before, now, score []float32, from []uint8) {
	k := len(l.labels)
	for b := range k {
		top, arg := before[0]+l.move[b], 0
		for a := 1; a < k; a++ {
			if v := before[a] + l.move[a*k+b]; v > top {
				top, arg = v, a
			}
		}
		now[b], from[b] = top+score[b], uint8(arg)
	}
	// Only differences count; a long sequence must not lose them to rounding.
	base := now[0]
	for b := range k {
		now[b] -= base
	}
}
