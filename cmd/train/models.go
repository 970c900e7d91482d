package main

import (
	"os"

	"sitrep/internal/lang/en"
	"sitrep/internal/score"
	"sitrep/internal/syntax"
	"sitrep/internal/token"
	"sitrep/internal/train"
)

func words(f flags) error {
	in, err := os.Open(f.data)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(f.out)
	if err != nil {
		return err
	}
	if err := train.Words(in, out, f.most); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

func syntaxModel(f flags) error {
	v, err := f.vectors()
	if err != nil {
		return err
	}
	docs, err := train.Treebanks(f.data, "train")
	if err != nil {
		return err
	}
	dev, err := train.Treebanks(f.data, "dev")
	if err != nil {
		return err
	}
	o := train.DefaultSyntax()
	o.Log, o.Seed, o.Checkpoint, o.Teachers, o.Start = os.Stderr, f.seed, f.checkpoint, f.teachers, f.start
	o.Grammar, o.Raw = f.grammar, f.raw
	set(&o.Epochs, f.epochs, 0)
	set(&o.Plan.Width, f.width, 0)
	set(&o.Plan.Layers, f.layers, "")
	set(&o.Down, f.down, 0)
	set(&o.Hidden, f.hidden, 0)
	set(&o.Rate, f.rate, 0)
	set(&o.Drop, f.drop, -1)
	set(&o.TeachWeight, f.teach, -1)
	raw, err := rawTexts(f.texts)
	if err != nil {
		return err
	}
	b, err := train.Syntax(docs, dev, raw, v, o)
	if err != nil {
		return err
	}
	return os.WriteFile(f.out, b, 0o644)
}

// rawTexts cuts the texts of folders into sentences and words.
func rawTexts(dirs []string) ([]*syntax.Document, error) {
	if len(dirs) == 0 {
		return nil, nil
	}
	tokens, err := token.New(en.Language())
	if err != nil {
		return nil, err
	}
	var docs []*syntax.Document
	for _, dir := range dirs {
		texts, err := score.ReadTexts(dir)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			docs = append(docs, tokens.Document(t.Text))
		}
	}
	return docs, nil
}
