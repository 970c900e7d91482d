package event

import (
	"io"
	"math"
	"slices"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// PairFile is the name of the model's file.
const PairFile = "events.bin"

// Pairs tells what one party of a sentence does to another: a linear model over
// the tree between them. It is safe for use by several goroutines at once.
type Pairs struct {
	x       *Extractor
	vectors *neural.Vectors
	index   *neural.Index
	sparse  []int8 // a row of len(roots) for each feature
	dense   []int8 // a row for each number of each slot's vector
	scale   [2]float32
}

// Pair is what a model tells of two parties.
type Pair struct {
	Root       string // one of 15 PLOVER roots; YIELD stands for CONCEDE and RETREAT
	Confidence float64
}

type pairMeta struct {
	Sparse, Dense float32 // steps of the weights
}

// OpenPairs opens a language's model of pairs.
func OpenPairs(x *Extractor, l lang.Language, v *neural.Vectors) (*Pairs, error) {
	b, err := l.Model(PairFile)
	if err != nil {
		return nil, fault.New(fault.NotFound, "event.OpenPairs", PairFile, err).Hinted("train it with the train command; docs/models.md says how")
	}
	f, err := neural.Open(b)
	if err != nil {
		return nil, fault.New(fault.Invalid, "event.OpenPairs", PairFile, err)
	}
	return readPairs(x, f, v)
}

// loadPairs opens the model where the language has one and there are words for it.
func (x *Extractor) loadPairs(l lang.Language, words *neural.Vectors) (err error) {
	x.pairs, err = OpenPairs(x, l, words)
	if words == nil || fault.KindOf(err) == fault.NotFound {
		return nil
	}
	return err
}

// Pairs gives the extractor's model of pairs, nil where it has none.
func (x *Extractor) Pairs() *Pairs { return x.pairs }

func readPairs(x *Extractor, f *neural.File, v *neural.Vectors) (*Pairs, error) {
	p := &Pairs{x: x, vectors: v}
	var m pairMeta
	if err := f.Meta(&m); err != nil {
		return nil, fault.New(fault.Invalid, "event.OpenPairs", PairFile, err)
	}
	hashes, err := f.Hashes("features")
	if err != nil {
		return nil, fault.New(fault.Invalid, "event.OpenPairs", PairFile, err)
	}
	p.index = neural.NewIndex(hashes)
	p.scale = [2]float32{m.Sparse, m.Dense}
	if p.sparse, err = f.Bytes("sparse", len(roots)); err == nil {
		p.dense, err = f.Bytes("dense", len(roots))
	}
	if err != nil {
		return nil, fault.New(fault.Invalid, "event.OpenPairs", PairFile, err)
	}
	return p, nil
}

// Tell says what source does to target in a document. ok is false where the two
// do not stand in a sentence with a tree.
func (p *Pairs) Tell(doc *syntax.Document, given Given, source, target record.Span) (Pair, bool) {
	f, ok := p.x.pair(doc, given, source, target)
	if !ok {
		return Pair{}, false
	}
	return p.tell(&f), true
}

func (p *Pairs) tell(f *traits) Pair {
	var score [len(roots)]float32
	for _, h := range f.on {
		if n := p.index.Find(h); n >= 0 {
			for i, w := range p.sparse[n*len(roots) : (n+1)*len(roots)] {
				score[i] += float32(w) * p.scale[0]
			}
		}
	}
	for n, v := range dense(f, p.vectors) {
		if v != 0 {
			for i, w := range p.dense[n*len(roots) : (n+1)*len(roots)] {
				score[i] += float32(w) * p.scale[1] * v
			}
		}
	}
	best, sum := 0, 0.0
	for i := range score {
		if score[i] > score[best] {
			best = i
		}
	}
	for i := range score {
		sum += math.Exp(float64(score[i] - score[best]))
	}
	return Pair{Root: roots[best], Confidence: 1 / sum}
}

// dense gives the mean vector of each slot's words, each of length one at most.
func dense(f *traits, v *neural.Vectors) []float32 {
	if v == nil {
		return nil
	}
	d := v.Dims()
	out := make([]float32, slots*d)
	q := make([]int16, d)
	for s, words := range f.words {
		row := out[s*d : (s+1)*d]
		n := 0
		for _, w := range words {
			if v.Find(neural.Hash(w), q) {
				n++
				for i, x := range q {
					row[i] += float32(x)
				}
			}
		}
		if n == 0 {
			continue
		}
		var sum float32
		for _, x := range row {
			sum += x * x
		}
		if sum > 0 {
			norm := 1 / float32(math.Sqrt(float64(sum)))
			for i := range row {
				row[i] *= norm
			}
		}
	}
	return out
}

// Write stores the model.
func (p *Pairs) write(w io.Writer, hashes []uint64) error {
	var b neural.Builder
	b.AddHashes("features", hashes)
	b.AddBytes("sparse", len(hashes), len(roots), p.sparse)
	b.AddBytes("dense", len(p.dense)/len(roots), len(roots), p.dense)
	return b.Write(w, pairMeta{p.scale[0], p.scale[1]})
}

// rootNumber gives the number of a root, -1 for none; CONCEDE and RETREAT are
// YIELD.
func rootNumber(name string) int {
	if name == "CONCEDE" || name == "RETREAT" {
		name = "YIELD"
	}
	return slices.Index(roots[:], name)
}
