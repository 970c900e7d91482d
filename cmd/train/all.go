package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// all makes sentences.bin, words.bin, syntax.bin and names.bin as they are shipped,
// and the table of lemmas where --wordnet names WordNet's dictionary. --data is
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
	at := func(name string) string { return filepath.Join(f.work, name) }
	trees := filepath.Join(f.data, "parse")
	vectors := filepath.Join(f.out, "words.bin")
	// base is trained for a short time and gives the shipped network its first
	// weights; teacher is wider, slower and better.
	base := flags{data: trees, words: vectors, out: at("base.bin"), checkpoint: at("base.ckpt"), epochs: 8, drop: 0.2, seed: 1, teach: -1}
	teacher := flags{data: trees, words: vectors, out: at("teacher.bin"), checkpoint: at("teacher.ckpt"), epochs: 15, seed: 11,
		width: 160, layers: "ccgcgc", hidden: 256, down: 128, drop: 0.3, teach: -1}
	taught := flags{data: trees, words: vectors, out: at("taught.bin"), checkpoint: at("taught.ckpt"), epochs: 12, rate: 1e-3, drop: 0.2, seed: 21,
		start: base.checkpoint, teachers: []string{teacher.checkpoint}, teach: -1}
	final := taught
	final.out, final.checkpoint, final.start = filepath.Join(f.out, "syntax.bin"), at("syntax.ckpt"), taught.checkpoint
	final.epochs, final.rate, final.seed, final.grammar = 4, 5e-4, 31, 1500
	type step struct {
		run  func(flags) error
		with flags
	}
	steps := []step{
		{sentences, flags{data: trees, out: filepath.Join(f.out, "sentences.bin")}},
		{words, flags{data: f.vectorFile, out: vectors, most: 150000}},
		{syntaxModel, base},
		{syntaxModel, teacher},
		{syntaxModel, taught},
		{syntaxModel, final},
		{namesModel, flags{data: f.data, words: vectors, syntax: final.out, out: filepath.Join(f.out, "names.bin"), seed: 2, drop: -1}},
	}
	if f.wordnet != "" {
		steps = append(steps, step{lemmas, flags{data: trees, wordnet: f.wordnet, out: filepath.Join(f.out, "..", "tables", "lemmas.tsv")}})
	}
	for _, s := range steps {
		done := at(filepath.Base(s.with.out) + ".done")
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
