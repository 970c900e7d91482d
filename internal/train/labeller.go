package train

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"sitrep/internal/neural"
)

// Example is a sequence with its gold labels.
type Example struct {
	Items  []neural.Item
	Labels []string
}

// LabellerOptions choose how a labeller is trained.
type LabellerOptions struct {
	Plan     neural.Plan // Vector is set from the words given
	Epochs   int
	Batch    int // sequences
	Rate     float64
	Drop     float64 // share of the encoder's numbers dropped
	WordDrop float64 // how readily rare words are taken for unknown ones
	Least    int     // how often a word must be seen to get a row of its own
	Seed     uint64
	Log      io.Writer // progress; nil for none
	// Report is called after every third epoch and after the last with the model
	// so far.
	Report func(epoch int, l *neural.Labeller)
}

// DefaultLabeller suits some thousand sentences.
func DefaultLabeller() LabellerOptions {
	return LabellerOptions{
		Plan:   neural.Plan{Width: 96, Layers: "cgc", Buckets: 1 << 13},
		Epochs: 12, Batch: 16, Rate: 2e-3, Drop: 0.3, WordDrop: 0.5, Least: 2, Seed: 1,
	}
}

type labellerNet struct {
	*params
	name        string
	enc         *encoder
	labels      names
	scores      *linear
	move, start *param
}

// Labeller trains a neural.Labeller on the examples and gives the bytes of a
// model file that neural.OpenLabeller opens under the name. words are pretrained
// vectors, nil for none. The same examples and options give the same bytes.
func Labeller(name string, examples []Example, words *neural.Vectors, o LabellerOptions) ([]byte, error) {
	if len(examples) == 0 {
		return nil, fmt.Errorf("no examples")
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
	net, gold := newLabellerNet(name, examples, words, o)
	run := &labellerRun{net: net, examples: examples, gold: gold}
	for i := range run.shards {
		run.shards[i] = &labellerShard{grads: net.newGrads(), field: net.field()}
	}
	for epoch := range o.Epochs {
		began := time.Now()
		rng := rand.New(rand.NewPCG(o.Seed, uint64(epoch)+1))
		order := rng.Perm(len(examples))
		var mean float64
		for b := 0; b < len(order); b += o.Batch {
			part := order[b:min(b+o.Batch, len(order))]
			mean += run.batch(part, rng) * float64(len(part)) / float64(len(order))
			done := (float64(epoch) + float64(b)/float64(len(order))) / float64(o.Epochs)
			net.update(run.shards[0].grads, o.Rate*(1-done))
			net.turn()
		}
		fmt.Fprintf(o.Log, "epoch %d: loss %.4f, %s\n", epoch, mean, time.Since(began).Round(time.Second/10))
		if o.Report != nil && (epoch%3 == 2 || epoch == o.Epochs-1) {
			l, err := net.open(words)
			if err != nil {
				return nil, err
			}
			o.Report(epoch, l)
		}
	}
	return net.bytes()
}

func newLabellerNet(name string, examples []Example, words *neural.Vectors, o LabellerOptions) (*labellerNet, [][]int) {
	net := &labellerNet{params: newParams(o.Seed), name: name}
	items, gold := make([][]neural.Item, len(examples)), make([][]int, len(examples))
	net.labels.number("O", true)
	for i, e := range examples {
		items[i] = e.Items
		for _, l := range e.Labels {
			gold[i] = append(gold[i], net.labels.number(l, true))
		}
	}
	if words != nil {
		o.Plan.Vector = words.Dims()
	}
	net.enc = net.encoder(name, o.Plan, words, countWords(items, o.Least))
	net.enc.inputDrop, net.enc.layerDrop, net.enc.wordDrop = o.Drop, o.Drop, o.WordDrop
	k := len(net.labels.list)
	net.scores = net.linear(name+".scores", o.Plan.Width, neural.Pad(k))
	net.move, net.start = net.add(name+".move", k, k, 0, false), net.add(name+".start", 1, k, 0, false)
	neural.Constrain(net.labels.list, net.move.w, net.start.w)
	net.turn()
	return net, gold
}

func (n *labellerNet) turn() {
	for _, l := range append(n.enc.linears(), n.scores) {
		l.turn()
	}
}

func (n *labellerNet) bytes() ([]byte, error) {
	var b neural.Builder
	n.enc.save(&b)
	addLinear(&b, n.scores)
	b.AddFloats(n.move.name, n.move.w)
	b.AddFloats(n.start.name, n.start.w)
	var buf bytes.Buffer
	err := b.Write(&buf, map[string]neural.LabellerMeta{n.name: {Plan: n.enc.plan, Labels: n.labels.list}})
	return buf.Bytes(), err
}

func (n *labellerNet) open(words *neural.Vectors) (*neural.Labeller, error) {
	b, err := n.bytes()
	if err != nil {
		return nil, err
	}
	f, err := neural.Open(b)
	if err != nil {
		return nil, err
	}
	return neural.OpenLabeller(f, n.name, words)
}
