package main

import (
	"fmt"
	"os"
	"path/filepath"

	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/internal/statement"
	"sitrep/internal/train"
)

// attributionNet trains the network that marks cues, with sources and contents
// beside them; train attribution takes it in.
func attributionNet(f flags) error {
	v, err := f.vectors()
	if err != nil {
		return err
	}
	reader, err := reading.New(reading.Options{Language: en.Language()})
	if err != nil {
		return err
	}
	school, err := statement.NewSchool(en.Language())
	if err != nil {
		return err
	}
	lessons, err := attributionLessons(reader, filepath.Join(f.data, "train"))
	if err != nil {
		return err
	}
	for _, l := range lessons {
		school.Add(l)
	}
	items, labels := school.NetExamples()
	examples := make([]train.Example, len(items))
	for i := range items {
		examples[i] = train.Example{Items: items[i], Labels: labels[i]}
	}
	o := train.DefaultLabeller()
	o.Plan.Extra, o.Plan.Width, o.Plan.Layers, o.Least = 1<<14, 96, "cgc", 4
	o.Log, o.Seed = os.Stderr, f.seed
	set(&o.Epochs, f.epochs, 0)
	set(&o.Plan.Width, f.width, 0)
	set(&o.Plan.Layers, f.layers, "")
	set(&o.Rate, f.rate, 0)
	set(&o.Drop, f.drop, -1)
	fmt.Fprintf(os.Stderr, "%d sentences\n", len(examples))
	b, err := train.Labeller("attribution", examples, v, o)
	if err != nil {
		return err
	}
	return os.WriteFile(f.out, b, 0o644)
}
