package main

import (
	"os"

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
	o.Grammar = f.grammar
	set(&o.Epochs, f.epochs, 0)
	set(&o.Plan.Width, f.width, 0)
	set(&o.Plan.Layers, f.layers, "")
	set(&o.Down, f.down, 0)
	set(&o.Hidden, f.hidden, 0)
	set(&o.Rate, f.rate, 0)
	set(&o.Drop, f.drop, -1)
	set(&o.TeachWeight, f.teach, -1)
	b, err := train.Syntax(docs, dev, v, o)
	if err != nil {
		return err
	}
	return os.WriteFile(f.out, b, 0o644)
}
