package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"sitrep/internal/lang/en"
	"sitrep/internal/score"
	"sitrep/internal/tag"
	"sitrep/internal/token"
	"sitrep/internal/train"
)

// lemmas makes the table of lemmas from treebanks and WordNet.
func lemmas(f flags) error {
	docs, err := train.Treebanks(f.data, "train")
	if err != nil {
		return err
	}
	if len(docs) == 0 {
		return fmt.Errorf("%s holds no file *train*.conllu", f.data)
	}
	var b bytes.Buffer
	if err := tag.WriteLemmas(&b, docs, os.DirFS(f.wordnet)); err != nil {
		return err
	}
	return os.WriteFile(f.out, b.Bytes(), 0o644)
}

// sentences fits the model of where sentences end.
func sentences(f flags) error {
	files, err := filepath.Glob(filepath.Join(f.data, "*train*.conllu"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	var examples []token.Example
	for _, name := range files {
		text, ends, err := score.RawText(name)
		if err != nil {
			return err
		}
		examples = append(examples, token.Example{Text: text, Ends: ends})
	}
	var b bytes.Buffer
	if err := token.TrainSentences(&b, en.Language(), examples); err != nil {
		return err
	}
	return os.WriteFile(f.out, b.Bytes(), 0o644)
}
