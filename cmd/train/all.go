package main

import (
	"fmt"
	"os"
	"path/filepath"

	"sitrep/internal/tag"
)

// all makes sentences.bin, words.bin, syntax.bin, names.bin and mentions.bin as
// they are shipped, and the table of lemmas where --wordnet names WordNet's dictionary. --data is
// the folder that holds parse/ and names/, --vectors the file of vectors, --out
// the folder of the models. Steps that are done are not done again; what lies
// between them is kept in --work.
func all(f flags) error {
	if f.vectorFile == "" || f.work == "" {
		return fmt.Errorf("give --vectors and --work")
	}
	if err := os.MkdirAll(f.work, 0o755); err != nil {
		return err
	}
	steps := f.syntaxSteps()
	steps = append(steps, f.nameSteps()...)
	if f.wordnet != "" {
		steps = append(steps, step{lemmas, flags{data: filepath.Join(f.data, "parse"), wordnet: f.wordnet, out: filepath.Join(f.out, "..", "tables", "lemmas.tsv")}})
	}
	for _, s := range steps {
		done := f.at(filepath.Base(s.with.out) + ".done")
		if _, err := os.Stat(done); err == nil {
			continue
		}
		fmt.Fprintf(os.Stderr, "%s\n", s.with.out)
		if err := s.run(s.with); err != nil {
			return fmt.Errorf("%s: %w", s.with.out, err)
		}
		if err := os.WriteFile(done, nil, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// step is one training with its flags.
type step struct {
	run  func(flags) error
	with flags
}

// at is the path of a file that lies between the steps.
func (f flags) at(name string) string { return filepath.Join(f.work, name) }

// rawPaths are the texts without trees or names of their own on which teachers are
// asked.
func (f flags) rawPaths() []string {
	var out []string
	for _, p := range []string{"attribution/polnear/train/text", "times/wikiwars/tml", "events/plv_train.tsv", "events/gpt_synthetic_events_2023-10-19_19.csv"} {
		out = append(out, filepath.Join(f.data, p))
	}
	return out
}

// syntaxSteps make words.bin, sentences.bin and syntax.bin: a base trained for a
// short time gives the shipped network its first weights, and two teachers, wider
// and slower, what they know.
func (f flags) syntaxSteps() []step {
	trees := filepath.Join(f.data, "parse")
	vectors := filepath.Join(f.out, "words.bin")
	base := flags{data: trees, words: vectors, out: f.at("base.bin"), checkpoint: f.at("base.ckpt"), epochs: 8, drop: 0.2, seed: 1, teach: -1}
	steps := []step{
		{sentences, flags{data: trees, out: filepath.Join(f.out, "sentences.bin")}},
		{words, flags{data: f.vectorFile, out: vectors, most: 150000}},
		{syntaxModel, base},
	}
	taught := flags{data: trees, words: vectors, out: f.at("taught.bin"), checkpoint: f.at("taught.ckpt"), epochs: 12, rate: 1e-3, drop: 0.2, seed: 21,
		start: base.checkpoint, teach: -1, texts: f.rawPaths(), raw: 12000}
	for seed := uint64(11); seed <= 12; seed++ {
		t := flags{data: trees, words: vectors, out: f.at(fmt.Sprintf("teacher%d.bin", seed)), checkpoint: f.at(fmt.Sprintf("teacher%d.ckpt", seed)),
			epochs: 15, seed: seed, width: 160, layers: "ccgcgc", hidden: 256, down: 128, drop: 0.3, teach: -1}
		steps = append(steps, step{syntaxModel, t})
		taught.teachers = append(taught.teachers, t.checkpoint)
	}
	final := taught
	final.out, final.checkpoint, final.start = filepath.Join(f.out, "syntax.bin"), f.at("syntax.ckpt"), taught.checkpoint
	final.epochs, final.rate, final.seed, final.grammar, final.raw = 4, 5e-4, 31, 1500, 6000
	return append(steps, step{syntaxModel, taught}, step{syntaxModel, final})
}

// nameSteps make names.bin, and mentions.bin for full mentions.
func (f flags) nameSteps() []step {
	one := flags{data: f.data, marks: f.marks, words: filepath.Join(f.out, "words.bin"), syntax: filepath.Join(f.out, "syntax.bin"), drop: -1, seed: 3}
	full := one
	one.out, full.out, full.full = filepath.Join(f.out, tag.NamesFile), filepath.Join(f.out, tag.MentionsFile), true
	return []step{{namesModel, one}, {namesModel, full}}
}
