package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// invented gives sentences of invented words whose tags and trees follow from
// the words, so that a tiny network can learn them in a second.
func invented(r *rand.Rand, n int) *syntax.Document {
	nouns, verbs, dets := []string{"zorb", "Kelva", "mip", "trondo"}, []string{"glorbed", "vanded", "skrits"}, []string{"lo", "un"}
	doc := &syntax.Document{}
	for range n {
		var s syntax.Sentence
		add := func(w string, u syntax.UPOS, x string, head int, rel string) {
			s.Tokens = append(s.Tokens, syntax.Token{Text: w, UPOS: u, XPOS: x, Head: head, Rel: rel, SpaceAfter: true})
		}
		phrase := func(verb int, rel string) int {
			if r.IntN(2) == 0 {
				add(dets[r.IntN(2)], syntax.DET, "DT", len(s.Tokens)+1, "det")
			}
			add(nouns[r.IntN(4)], syntax.NOUN, "NN", verb, rel)
			return len(s.Tokens) - 1
		}
		subject := phrase(-1, "nsubj")
		verb := len(s.Tokens)
		s.Tokens[subject].Head = verb
		add(verbs[r.IntN(3)], syntax.VERB, "VBD", -1, "root")
		phrase(verb, "obj")
		add(".", syntax.PUNCT, ".", verb, "punct")
		doc.Sentences = append(doc.Sentences, s)
	}
	return doc
}

func tiny() SyntaxOptions {
	o := DefaultSyntax()
	o.Plan.Width, o.Plan.Layers, o.Plan.Buckets = 16, "cg", 64
	o.Down, o.Hidden, o.Epochs, o.Batch, o.Drop = 16, 16, 6, 8, 0
	o.Rate = 1e-2
	return o
}

func tinyVectors() *neural.Vectors {
	hashes, data := []uint64{}, []byte{}
	for i, w := range []string{"zorb", "kelva", "glorbed", "."} {
		hashes = append(hashes, neural.LowerHash([]byte(w)))
		for j := range 4 {
			data = append(data, byte(int8(20*i-13*j)))
		}
	}
	return neural.NewVectors(hashes, 4, data)
}

// The gradients agree with differences of the loss, for every kind of weight.
func TestGradients(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	docs := []*syntax.Document{invented(r, 4)}
	net, all := tiny().net(docs, tinyVectors())
	var batch []*tree
	var items [][]neural.Item
	for i := range all {
		batch, items = append(batch, &all[i]), append(items, all[i].items)
	}
	net.enc.wordDrop = 0
	loss := func(g *grads) float64 {
		net.turn()
		var p syntaxPass
		rng := rand.New(rand.NewPCG(1, 1))
		return p.learn(net, batch, items, g, rng, false, nil)
	}
	g := net.newGrads()
	loss(g)
	scratch := net.newGrads()
	for _, p := range net.list {
		var sum, dot float64
		dir := make([]float32, len(p.w)) // a random direction, along the gradient's signs
		for i := range dir {
			if v := g.of(p)[i]; v != 0 {
				dir[i] = float32(math.Copysign(r.Float64(), float64(v)))
			}
			dot += float64(dir[i]) * float64(g.of(p)[i])
			sum += float64(dir[i]) * float64(dir[i])
		}
		if sum == 0 {
			continue
		}
		eps := float32(2e-3 / math.Sqrt(sum))
		move := func(k float32) float64 {
			for i := range p.w {
				p.w[i] += k * eps * dir[i]
			}
			l := loss(scratch)
			for i := range p.w {
				p.w[i] -= k * eps * dir[i]
			}
			return l
		}
		got := (move(1) - move(-1)) / float64(2*eps)
		if math.Abs(got-dot) > 0.05*math.Abs(dot)+2e-3 {
			t.Errorf("%s: slope %.5f, gradient %.5f", p.name, got, dot)
		} else {
			t.Logf("%s: slope %.5f, gradient %.5f", p.name, got, dot)
		}
	}
}
