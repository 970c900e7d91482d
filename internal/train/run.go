package train

import (
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"time"

	"sitrep/internal/neural"
	"sitrep/internal/parse"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// SyntaxOptions choose how tags and trees are trained.
type SyntaxOptions struct {
	Plan         neural.Plan
	Down, Hidden int
	Epochs       int
	Batch        int // sentences
	Rate         float64
	Drop         float64
	Seed         uint64
	Checkpoint   string   // file; empty for none
	Teachers     []string // checkpoints of networks to learn from
	TeachWeight  float64
	Grammar      int    // how many made sentences of reported speech to add
	Raw          int    // how many sentences of raw text to read with the teachers in each epoch
	Start        string // checkpoint to take the first weights from, of a network of the same shape
	Log          io.Writer
}

// DefaultSyntax are the options that the shipped model was trained with.
func DefaultSyntax() SyntaxOptions {
	return SyntaxOptions{
		Plan: neural.Plan{Width: 128, Layers: "ccgcg", Buckets: 1 << 15, Extra: 64},
		Down: 64, Hidden: 128, Epochs: 15, Batch: 24, Rate: 2e-3, Drop: 0.2, Seed: 1, TeachWeight: 0.7,
	}
}

func (o SyntaxOptions) key() string {
	key := fmt.Sprintf("syntax %+v %d %d %d %d %g %g %d", o.Plan, o.Down, o.Hidden, o.Epochs, o.Batch, o.Rate, o.Drop, o.Seed)
	if len(o.Teachers) > 0 || o.Start != "" {
		key += fmt.Sprintf(" grammar %d from %s, taught by %v with %g", o.Grammar, filepath.Base(o.Start), o.Teachers, o.TeachWeight)
	}
	if o.Raw > 0 {
		key += fmt.Sprintf(" on %d raw sentences", o.Raw)
	}
	return key
}

// net makes the untrained network for the sentences.
func (o SyntaxOptions) net(docs []*syntax.Document, words *neural.Vectors) (*syntaxNet, []tree) {
	var tags, labels names
	all := trees(docs, &tags, &labels)
	forms := make([][]neural.Item, len(all))
	for i := range all {
		forms[i] = all[i].items
	}
	if words != nil {
		o.Plan.Vector = words.Dims()
	}
	meta := tag.Meta{Plan: o.Plan, Tags: tags.list, Labels: labels.list, Down: o.Down, Hidden: o.Hidden}
	n := newSyntaxNet(meta, countWords(forms, 2), words, o.Seed)
	n.drop, n.enc.inputDrop, n.enc.layerDrop, n.enc.wordDrop = o.Drop, o.Drop, o.Drop, 0.5
	return n, all
}

// Syntax trains tags and trees on the documents and gives the model's bytes. Of
// raw, documents without trees, the judgement of the teachers is learned.
func Syntax(docs, dev, raw []*syntax.Document, words *neural.Vectors, o SyntaxOptions) ([]byte, error) {
	net, all := o.net(docs, words)
	all = append(all, net.made(o)...)
	if o.Start != "" {
		if err := net.begin(o.Start); err != nil {
			return nil, err
		}
	}
	first := 0
	if o.Checkpoint != "" {
		var err error
		if first, err = net.restore(o.Checkpoint, o.key()); err != nil {
			return nil, err
		}
		if err = o.storeOptions(); err != nil {
			return nil, err
		}
	}
	net.turn()
	run := &syntaxRun{net: net, o: o}
	if o.Raw > 0 && len(o.Teachers) > 0 {
		run.raw = untaught(raw)
	}
	for i := range run.shards {
		run.shards[i] = &shard{grads: net.newGrads()}
		if err := run.shards[i].teach(docs, words, o); err != nil {
			return nil, err
		}
	}
	fmt.Fprintf(o.Log, "%d sentences and %d raw, %d tags, %d relations, %d words\n", len(all), len(run.raw), len(net.meta.Tags), len(net.meta.Labels), len(net.enc.known))
	for epoch := first; epoch < o.Epochs; epoch++ {
		began := time.Now()
		loss := run.epoch(epoch, all)
		fmt.Fprintf(o.Log, "epoch %d: loss %.4f, %s\n", epoch, loss, time.Since(began).Round(time.Second))
		if o.Checkpoint != "" {
			if err := net.store(o.Checkpoint, o.key(), epoch); err != nil {
				return nil, err
			}
		}
		if epoch%3 == 2 || epoch == o.Epochs-1 {
			if err := net.report(dev, words, o.Log); err != nil {
				return nil, err
			}
		}
	}
	return net.bytes()
}

// shard is one half of each batch: a batch is always halved, so that one core
// and two give the same sums.
type shard struct {
	pass    syntaxPass
	grads   *grads
	masters *teachers
	loss    float64
}

type syntaxRun struct {
	net    *syntaxNet
	o      SyntaxOptions
	shards [2]*shard
	raw    []tree
}

// today gives the sentences of one epoch: all that have trees, and as many raw
// ones as are asked for.
func (r *syntaxRun) today(all []tree, rng *rand.Rand) []tree {
	if len(r.raw) == 0 {
		return all
	}
	all = append([]tree(nil), all...)
	for _, k := range rng.Perm(len(r.raw))[:min(r.o.Raw, len(r.raw))] {
		all = append(all, r.raw[k])
	}
	return all
}

func (r *syntaxRun) epoch(epoch int, all []tree) (mean float64) {
	rng := rand.New(rand.NewPCG(r.o.Seed, uint64(epoch)+1))
	all = r.today(all, rng)
	order := rng.Perm(len(all))
	batches := (len(all) + r.o.Batch - 1) / r.o.Batch
	for b := range batches {
		part := order[b*r.o.Batch : min((b+1)*r.o.Batch, len(all))]
		half := (len(part) + 1) / 2
		seeds := [2]uint64{rng.Uint64(), rng.Uint64()}
		var wait sync.WaitGroup
		for i, mine := range [2][]int{part[:half], part[half:]} {
			wait.Go(func() { r.shard(i, mine, all, seeds[i], epoch >= 2) })
		}
		wait.Wait()
		s := r.shards
		s[0].grads.merge(r.net.params, s[1].grads)
		done := (float64(epoch) + float64(b)/float64(batches)) / float64(r.o.Epochs)
		r.net.update(s[0].grads, r.o.Rate*(1-done))
		r.net.turn()
		mean += (s[0].loss + s[1].loss) / 2 / float64(batches)
	}
	return mean
}

func (r *syntaxRun) shard(i int, mine []int, all []tree, seed uint64, wander bool) {
	s := r.shards[i]
	s.loss = 0
	if len(mine) == 0 {
		return
	}
	rng := rand.New(rand.NewPCG(seed, uint64(i)))
	batch, items := make([]*tree, len(mine)), make([][]neural.Item, len(mine))
	for j, k := range mine {
		batch[j] = &all[k]
		items[j] = all[k].disguise(rng.Float64())
	}
	s.loss = s.pass.learn(r.net, batch, items, s.grads, rng, wander, s.masters)
}

// teach opens the networks to learn from.
func (s *shard) teach(docs []*syntax.Document, words *neural.Vectors, o SyntaxOptions) error {
	if len(o.Teachers) == 0 {
		return nil
	}
	s.masters = &teachers{weight: float32(o.TeachWeight), passes: make([]syntaxPass, len(o.Teachers))}
	for _, path := range o.Teachers {
		net, err := openTeacher(path, docs, words)
		if err != nil {
			return err
		}
		s.masters.nets = append(s.masters.nets, net)
	}
	return nil
}

// report prints scores on each of the held-out documents, with the rounded
// model as it will be shipped.
func (n *syntaxNet) report(dev []*syntax.Document, words *neural.Vectors, log io.Writer) error {
	b, err := n.bytes()
	if err != nil {
		return err
	}
	f, err := neural.Open(b)
	if err != nil {
		return err
	}
	t, err := tag.Open(f, words)
	if err != nil {
		return err
	}
	p, err := parse.Open(f, t)
	if err != nil {
		return err
	}
	for i, gold := range dev {
		doc := &syntax.Document{Text: gold.Text}
		tokens := 0
		for _, s := range gold.Sentences {
			s.Tokens = append([]syntax.Token(nil), s.Tokens...)
			tokens += len(s.Tokens)
			doc.Sentences = append(doc.Sentences, s)
		}
		began := time.Now()
		t.Tag(doc)
		p.Parse(doc)
		rate := float64(tokens) / time.Since(began).Seconds()
		fmt.Fprintf(log, "  dev %d: %s, %.0f tokens/s, %.1f MB\n", i, Compare(gold, doc), rate, float64(len(b))/1e6)
	}
	return nil
}
