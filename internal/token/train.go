package token

import (
	"encoding/binary"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
)

// Example is a text with the offsets at which its sentences end.
type Example struct {
	Text string
	Ends []int
}

// sample is one candidate with its answer.
type sample struct {
	features []uint32
	ends     bool
}

// TrainSentences fits the model of sentence ends by logistic regression and
// writes it. The same examples give the same file.
func TrainSentences(w io.Writer, l lang.Language, examples []Example) error {
	l.Models = nil // the model in use has no say
	t, err := New(l)
	if err != nil {
		return err
	}
	var samples []sample
	for _, e := range examples {
		samples = t.samples(samples, e)
	}
	if len(samples) == 0 {
		return fault.New(fault.Invalid, "token.TrainSentences", "examples", nil).Hinted("give at least one text with sentences")
	}
	keys := numbered(samples)
	weights := fit(samples, len(keys))
	// large weights are cut, so that small ones keep their shades
	most := 0.0
	for _, x := range weights {
		most = max(most, math.Abs(x))
	}
	scale := 127 / min(most, 2.5)
	out := []byte(splitterHead)
	for i, key := range keys {
		if v := int8(math.Round(max(-127, min(127, weights[i]*scale)))); v != 0 {
			out = append(binary.LittleEndian.AppendUint32(out, key), byte(v))
		}
	}
	_, err = w.Write(out)
	return err
}

// common is how often a feature must be seen to be learned.
const common = 5

// numbered replaces the features' hashes by numbers, drops those that are rare,
// and gives the hashes in order.
func numbered(samples []sample) []uint32 {
	seen := map[uint32]int{}
	for _, s := range samples {
		for _, h := range s.features {
			seen[h]++
		}
	}
	var keys []uint32
	for h, n := range seen {
		if n >= common {
			keys = append(keys, h)
		}
	}
	slices.Sort(keys)
	ids := make(map[uint32]uint32, len(keys))
	for i, h := range keys {
		ids[h] = uint32(i)
	}
	for i := range samples {
		kept := samples[i].features[:0]
		for _, h := range samples[i].features {
			if id, ok := ids[h]; ok {
				kept = append(kept, id)
			}
		}
		samples[i].features = kept
	}
	return keys
}

// samples appends the candidates of a text.
func (t *Tokenizer) samples(list []sample, e Example) []sample {
	ends := make(map[int]bool, len(e.Ends))
	for _, n := range e.Ends {
		ends[n] = true
	}
	for _, para := range appendParagraphs(nil, e.Text) {
		p := t.words.scan(nil, e.Text, para.start, para.end)
		if len(p) == 0 {
			continue
		}
		style, from := paragraphStyle(e.Text, p), 0
		for i := 0; ; {
			for k := from; k < i; k++ { // ends that are no candidates begin sentences too
				if ends[int(p[k].end)] {
					from = k + 1
				}
			}
			c, ok := nextCandidate(e.Text, p, from, i)
			if !ok {
				break
			}
			var f [mostFeatures]uint32
			n := features(e.Text, p, c, style, &f)
			s := sample{features: append([]uint32(nil), f[:n]...), ends: ends[int(p[c.end].end)]}
			if _, sure := certain(t.words, e.Text, p, c, style); !sure {
				list = append(list, s)
			}
			i = c.end + 1
			if s.ends {
				from = i
			}
		}
	}
	return list
}

// Settings of the regression: AdaGrad with a little decay towards zero.
const (
	epochs = 12
	rate   = 0.1
	decay  = 1e-6
)

// fit gives the n weights of a logistic regression.
func fit(samples []sample, n int) []float64 {
	w, g := make([]float64, n), make([]float64, n)
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(7, 11))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			s := &samples[k]
			sum := 0.0
			for _, h := range s.features {
				sum += w[h]
			}
			err := 1 / (1 + math.Exp(-sum))
			if s.ends {
				err--
			}
			for _, h := range s.features {
				d := err + decay*w[h]*float64(len(samples))
				g[h] += d * d
				w[h] -= rate * d / math.Sqrt(g[h]+1e-8)
			}
		}
	}
	return w
}
