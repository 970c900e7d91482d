package main

import (
	"fmt"
	"os"

	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/internal/score"
)

// pairModel trains the model of pairs of parties from a TSV of marked sentences,
// measures it by five-fold cross-validation, and writes one trained on all.
func pairModel(f flags) error {
	reader, err := reading.New(reading.Options{Language: en.Language()})
	if err != nil {
		return err
	}
	school, err := reader.School(en.Language())
	if err != nil {
		return err
	}
	data, err := os.ReadFile(f.data)
	if err != nil {
		return err
	}
	pairs, err := score.ReadMarkedPairs(string(data))
	if err != nil {
		return err
	}
	for _, p := range pairs {
		doc, given := reader.Ground(p.Text)
		if !school.Add(doc, given, p.Source, p.Target, p.Root, 1) {
			fmt.Fprintln(os.Stderr, "passed over:", p.ID)
		}
	}
	passes := 16
	set(&passes, f.epochs, 0)
	var told, right []string
	for fold := range 5 {
		model, err := school.Train(func(i int) bool { return i%5 == fold }, passes, nil)
		if err != nil {
			return err
		}
		for i := fold; i < school.Len(); i += 5 {
			a, b := school.Grade(model, i)
			told, right = append(told, a), append(right, b)
		}
	}
	fmt.Fprintln(os.Stderr, "five-fold:", score.PairMetrics(told, right))
	out, err := os.Create(f.out)
	if err != nil {
		return err
	}
	if _, err := school.Train(nil, passes, out); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
