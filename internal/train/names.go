package train

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/internal/neural"
	"sitrep/internal/score"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
	"sitrep/internal/token"
)

// NamesOptions choose what names are learned from. Empty folders are left out.
type NamesOptions struct {
	LabellerOptions
	Style tag.Style // Bare learns from bare names alone, Full from all that is marked
	Re3d  string    // folder of re3d's folders; one under a non-commercial licence is passed over
	IOB   string    // folder with *train*.iob2
	Marks string    // folder of files of marks; see score.MarkFile
	Data  string    // folder of data, which they point into
	// Hold keeps every fifth document of re3d, from the Hold-th on, to measure
	// with; 0 learns from all.
	Hold int
}

// DefaultNames are the options that the shipped model was trained with.
func DefaultNames() NamesOptions {
	o := NamesOptions{LabellerOptions: DefaultLabeller()}
	o.Plan = neural.Plan{Width: 96, Layers: "cgcg", Buckets: 1 << 13, Extra: 512}
	o.Drop = 0.4
	return o
}

// namesSet is what names are learned from, and measured on.
type namesSet struct {
	tagger *tag.Tagger
	known  *tag.Known
	tokens *token.Tokenizer

	examples []Example
	held     []heldTrees
	re3d     []score.Marked
}

// heldTrees are sentences with names, to measure on.
type heldTrees struct {
	set   string
	doc   *syntax.Document
	style tag.Style
}

// hold keeps a document with its names to measure on.
func (s *namesSet) hold(set string, doc *syntax.Document, names [][]syntax.Name, style tag.Style) {
	for i := range names {
		doc.Sentences[i].Names = names[i]
	}
	s.held = append(s.held, heldTrees{set, doc, style})
}

// Names trains the namer beside the tagger t and gives the model's bytes.
func Names(t *tag.Tagger, v *neural.Vectors, known *tag.Known, tokens *token.Tokenizer, o NamesOptions) ([]byte, error) {
	s := &namesSet{tagger: t, known: known, tokens: tokens}
	if o.Log == nil {
		o.Log = io.Discard
	}
	if err := s.load(o); err != nil {
		return nil, err
	}
	o.Plan.State = t.Width()
	fmt.Fprintf(o.Log, "%d sentences\n", len(s.examples))
	o.Report = func(_ int, l *neural.Labeller) { s.report(tag.BuildNamer(l, known), o.Log) }
	return Labeller(tag.NamesModel, s.examples, v, o.LabellerOptions)
}

func (s *namesSet) load(o NamesOptions) error {
	if o.IOB != "" {
		if err := s.loadIOB(o.IOB); err != nil {
			return err
		}
	}
	if o.Marks != "" {
		files, err := score.ReadMarks(o.Marks)
		if err != nil {
			return err
		}
		for i := range files {
			if o.Style == tag.Bare && files[i].Style != tag.Bare {
				continue
			}
			if err := s.takeMarks(&files[i], o.Data); err != nil {
				return err
			}
		}
	}
	if o.Re3d == "" || o.Style == tag.Bare {
		return nil
	}
	docs, err := score.ReadRe3d(o.Re3d)
	if err != nil {
		return err
	}
	n := 0
	for i := range docs {
		if ok, err := free(filepath.Join(o.Re3d, docs[i].Folder)); err != nil || !ok {
			continue
		}
		if n++; o.Hold > 0 && n%5 == o.Hold%5 {
			s.re3d = append(s.re3d, docs[i])
			continue
		}
		for range often {
			s.learnText(docs[i].Text, docs[i].Named(false), tag.Full)
		}
	}
	return nil
}

// often is how many times an epoch re3d is learned: it is small, and its habits are
// those that full mentions are asked for with.
const often = 3

// free tells whether a folder's licence allows any use.
func free(dir string) (bool, error) {
	b, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
	return !strings.Contains(strings.ReplaceAll(string(b), "-", ""), "NonCommercial"), err
}

func (s *namesSet) loadIOB(dir string) error {
	files, _ := filepath.Glob(filepath.Join(dir, "*train*.iob2"))
	slices.Sort(files)
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		sentences, text, err := score.ReadIOB(f)
		f.Close()
		if err != nil {
			return err
		}
		doc := &syntax.Document{Text: text}
		var names [][]syntax.Name
		for i := range sentences {
			doc.Sentences = append(doc.Sentences, sentences[i].Sentence)
			names = append(names, score.Spans(sentences[i].Labels))
		}
		s.learn(doc, names, tag.Bare)
	}
	return nil
}

// learnText makes examples of a text with marked stretches.
func (s *namesSet) learnText(text string, marks []score.Mark, style tag.Style) {
	doc := s.tokens.Document(text)
	names := make([][]syntax.Name, len(doc.Sentences))
	for i := range doc.Sentences {
		sent := &doc.Sentences[i]
		for _, k := range marks {
			if k.Start < sent.Start || k.End > sent.End {
				continue
			}
			from, to := sent.TokenAt(k.Start), sent.TokenAt(k.End-1)+1
			if from < len(sent.Tokens) && from < to {
				names[i] = append(names[i], syntax.Name{Start: from, End: min(to, len(sent.Tokens)), Kind: k.Kind})
			}
		}
	}
	s.learn(doc, names, style)
}

// learn makes examples of a document, and of some of its sentences once more in
// capitals, in small letters or as headlines.
func (s *namesSet) learn(doc *syntax.Document, names [][]syntax.Name, style tag.Style) {
	s.examine(doc, names, style)
	var other syntax.Document
	var again [][]syntax.Name
	for i := range doc.Sentences {
		spell := respelt(i % respeltOf)
		if spell == nil {
			continue
		}
		sent := doc.Sentences[i]
		sent.Tokens = slices.Clone(sent.Tokens)
		for j := range sent.Tokens {
			sent.Tokens[j].Text = spell(sent.Tokens[j].Text)
		}
		other.Sentences, again = append(other.Sentences, sent), append(again, names[i])
	}
	s.examine(&other, again, style)
}

// respeltOf is the number of sentences of which respelt takes a few.
const respeltOf = 16

// respelt gives the spelling of the n-th of so many sentences, nil for its own.
func respelt(n int) func(string) string {
	switch n {
	case 3:
		return strings.ToUpper
	case 7:
		return title
	case 11:
		return strings.ToLower
	}
	return nil
}

// examine tags a document as it will be tagged and makes examples of it.
func (s *namesSet) examine(doc *syntax.Document, names [][]syntax.Name, style tag.Style) {
	s.tagger.Tag(doc)
	for i := range doc.Sentences {
		sent := &doc.Sentences[i]
		if len(sent.Tokens) == 0 || len(sent.Tokens) > longestTree {
			continue
		}
		var made tag.NameItems
		e := Example{Items: made.Of(sent, s.known, style), Labels: make([]string, len(sent.Tokens))}
		for j := range e.Labels {
			e.Labels[j] = "O"
		}
		for _, n := range names[i] {
			for j := n.Start; j < n.End; j++ {
				e.Labels[j] = "I-" + tag.NameLabels[n.Kind]
			}
			e.Labels[n.Start] = "B-" + tag.NameLabels[n.Kind]
		}
		s.examples = append(s.examples, e)
	}
}

// report measures a namer on what was held out.
func (s *namesSet) report(n *tag.Namer, log io.Writer) {
	for _, held := range s.held {
		gold := held.doc.Sentences
		doc := *held.doc
		doc.Sentences = slices.Clone(gold)
		s.tagger.Tag(&doc)
		n.Style(&doc, held.style)
		c := score.NewCounter()
		for i := range doc.Sentences {
			c.Tokens(gold[i].Names, doc.Sentences[i].Names)
		}
		fmt.Fprintf(log, "  %s: %s\n", held.set, c)
	}
	if len(s.re3d) == 0 {
		return
	}
	c := score.NewCounter()
	for i := range s.re3d {
		doc := s.tokens.Document(s.re3d[i].Text)
		s.tagger.Tag(doc)
		n.Style(doc, tag.Full)
		c.Text(&s.re3d[i], doc)
	}
	fmt.Fprintln(log, "  re3d held out:", c)
}
