package main

import (
	"fmt"
	"os"
	"path/filepath"

	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/internal/score"
	"sitrep/internal/statement"
	"sitrep/internal/syntax"
)

// attribution trains the model that marks sources, cues and contents from a
// folder that holds train/ (and dev/, to set its confidence) in the layout of
// PolNeAR. The trees are those of the models in use.
func attribution(f flags) error {
	reader, err := reading.New(reading.Options{Language: en.Language()})
	if err != nil {
		return err
	}
	school, err := statement.NewSchool(en.Language())
	if err != nil {
		return err
	}
	if f.words != "" {
		v, err := f.vectors()
		if err != nil {
			return err
		}
		school.Vectors = v
	}
	lessons, err := attributionLessons(reader, filepath.Join(f.data, "train"))
	if err != nil {
		return err
	}
	for _, l := range lessons {
		school.Add(l)
	}
	passes := 8
	set(&passes, f.epochs, 0)
	if len(f.teachers) > 0 {
		if school.Net, err = os.ReadFile(f.teachers[0]); err != nil {
			return err
		}
	}
	model, err := school.Train(passes, int64(f.seed), func(name string, pass int, loss float64) {
		fmt.Fprintf(os.Stderr, "%s, pass %d: loss %.4f\n", name, pass, loss)
	})
	if err != nil {
		return err
	}
	if dev, err := attributionLessons(reader, filepath.Join(f.data, "dev")); err == nil {
		model.Calibrate(dev)
	}
	out, err := os.Create(f.out)
	if err != nil {
		return err
	}
	if err := model.Write(out); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

func attributionLessons(r *reading.Reader, dir string) ([]statement.Lesson, error) {
	texts, err := score.ReadPolNeAR(dir)
	if err != nil {
		return nil, err
	}
	docs := map[string]*syntax.Document{}
	var out []statement.Lesson
	for _, t := range texts {
		doc := docs[t.Text]
		if doc == nil {
			doc = r.Analyse(t.Text)
			docs[t.Text] = doc
		}
		l := statement.Lesson{Doc: doc}
		for _, g := range t.Gold {
			l.Taught = append(l.Taught, statement.Taught(g))
		}
		out = append(out, l)
	}
	return out, nil
}
