package train

import (
	"math/rand/v2"
	"testing"

	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// BenchmarkLearn is one batch of 24 invented sentences through the network of
// the shipped size, there and back, with the step.
func BenchmarkLearn(b *testing.B) {
	o := DefaultSyntax()
	docs := []*syntax.Document{invented(rand.New(rand.NewPCG(1, 2)), 100)}
	net, all := o.net(docs, nil)
	g := net.newGrads()
	rng := rand.New(rand.NewPCG(1, 1))
	var p syntaxPass
	var batch []*tree
	var items [][]neural.Item
	tokens := 0
	for i := range 24 {
		batch, items = append(batch, &all[4*i]), append(items, all[4*i].items)
		tokens += len(all[4*i].items)
	}
	b.ReportAllocs()
	for b.Loop() {
		p.learn(net, batch, items, g, rng, true, nil)
		net.update(g, 1e-3)
		net.turn()
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
