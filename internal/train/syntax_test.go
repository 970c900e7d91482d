package train

import (
	"bytes"
	"io"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"sitrep/internal/neural"
	"sitrep/internal/parse"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// A tiny network learns the invented language, gives the same bytes twice and
// after a break, and teaches another.
func TestSyntaxLearns(t *testing.T) {
	docs := []*syntax.Document{invented(rand.New(rand.NewPCG(1, 1)), 200)}
	held := invented(rand.New(rand.NewPCG(2, 2)), 50)
	o := tiny()
	o.Log = io.Discard
	o.Checkpoint = filepath.Join(t.TempDir(), "c")
	first, err := Syntax(docs, nil, nil, tinyVectors(), o)
	if err != nil {
		t.Fatal(err)
	}
	again := o
	again.Checkpoint = filepath.Join(t.TempDir(), "c")
	if err := breakOff(docs, again); err != nil {
		t.Fatal(err)
	}
	second, err := Syntax(docs, nil, nil, tinyVectors(), again)
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("another model after a break (%v)", err)
	}
	if a := accuracy(t, first, held); a.LAS < 0.95 || a.UPOS < 0.95 {
		t.Errorf("it reads the invented language with %v", a)
	}
	pupil := o
	pupil.Checkpoint, pupil.Teachers, pupil.Seed = "", []string{o.Checkpoint}, 5
	taught, err := Syntax(docs, nil, nil, tinyVectors(), pupil)
	if err != nil {
		t.Fatal(err)
	}
	if a := accuracy(t, taught, held); a.LAS < 0.95 {
		t.Errorf("the pupil reads with %v", a)
	}
}

// A network that sees few trees learns the language from raw sentences that a
// teacher reads.
func TestSyntaxLearnsFromRawText(t *testing.T) {
	docs := []*syntax.Document{invented(rand.New(rand.NewPCG(1, 1)), 200)}
	held := invented(rand.New(rand.NewPCG(2, 2)), 50)
	raw := invented(rand.New(rand.NewPCG(3, 3)), 200)
	for i := range raw.Sentences {
		for j := range raw.Sentences[i].Tokens {
			raw.Sentences[i].Tokens[j] = syntax.Token{Text: raw.Sentences[i].Tokens[j].Text, Head: -1}
		}
	}
	o := tiny()
	o.Log = io.Discard
	o.Checkpoint = filepath.Join(t.TempDir(), "c")
	if _, err := Syntax(docs, nil, nil, tinyVectors(), o); err != nil {
		t.Fatal(err)
	}
	o.Teachers, o.Checkpoint, o.Seed, o.Raw, o.TeachWeight = []string{o.Checkpoint}, "", 7, 200, 1
	b, err := Syntax(docs, nil, []*syntax.Document{raw}, tinyVectors(), o)
	if err != nil {
		t.Fatal(err)
	}
	if a := accuracy(t, b, held); a.LAS < 0.95 {
		t.Errorf("it reads the invented language with %v", a)
	}
}

// breakOff trains two epochs and leaves the checkpoint.
func breakOff(docs []*syntax.Document, o SyntaxOptions) error {
	net, all := o.net(docs, tinyVectors())
	run := &syntaxRun{net: net, o: o}
	for i := range run.shards {
		run.shards[i] = &shard{grads: net.newGrads()}
	}
	for epoch := range 2 {
		run.epoch(epoch, all)
	}
	return net.store(o.Checkpoint, o.key(), 1)
}

func accuracy(t *testing.T, model []byte, gold *syntax.Document) Accuracy {
	t.Helper()
	f, err := neural.Open(model)
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := tag.Open(f, tinyVectors())
	if err != nil {
		t.Fatal(err)
	}
	parser, err := parse.Open(f, tagger)
	if err != nil {
		t.Fatal(err)
	}
	doc := &syntax.Document{}
	for _, s := range gold.Sentences {
		s.Tokens = append([]syntax.Token(nil), s.Tokens...)
		doc.Sentences = append(doc.Sentences, s)
	}
	tagger.Tag(doc)
	parser.Parse(doc)
	return Compare(gold, doc)
}
