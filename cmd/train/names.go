package main

import (
	"os"
	"path/filepath"

	"sitrep/internal/gazetteer"
	"sitrep/internal/lang/en"
	"sitrep/internal/neural"
	"sitrep/internal/tag"
	"sitrep/internal/token"
	"sitrep/internal/train"
)

// namesModel trains names. --data is the folder that holds parse/ and names/.
func namesModel(f flags) error {
	v, err := f.vectors()
	if err != nil {
		return err
	}
	l := en.Language()
	t, err := f.tagger(v)
	if err != nil {
		return err
	}
	places, err := gazetteer.World()
	if err != nil {
		return err
	}
	known, err := tag.NewKnown(l, places)
	if err != nil {
		return err
	}
	tokens, err := token.New(l)
	if err != nil {
		return err
	}
	o := train.DefaultNames()
	o.Log, o.Seed, o.Hold = os.Stderr, f.seed, f.hold
	o.Re3d, o.IOB = filepath.Join(f.data, "names", "re3d"), filepath.Join(f.data, "names", "uner")
	if f.full {
		o.Style = tag.Full
	}
	o.Marks, o.Data = f.marks, f.data
	set(&o.Epochs, f.epochs, 0)
	set(&o.Plan.Width, f.width, 0)
	set(&o.Plan.Layers, f.layers, "")
	set(&o.Rate, f.rate, 0)
	set(&o.Drop, f.drop, -1)
	b, err := train.Names(t, v, known, tokens, o)
	if err != nil {
		return err
	}
	return os.WriteFile(f.out, b, 0o644)
}

// tagger opens the tagger of --syntax, or that of the language as it stands.
func (f flags) tagger(v *neural.Vectors) (*tag.Tagger, error) {
	if f.syntax == "" {
		return tag.New(en.Language())
	}
	b, err := os.ReadFile(f.syntax)
	if err != nil {
		return nil, err
	}
	file, err := neural.Open(b)
	if err != nil {
		return nil, err
	}
	return tag.Open(file, v)
}
