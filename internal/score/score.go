// Package score measures a reading against gold data. One file a task; each
// task returns a flat map of metrics that `sitrep score TASK` prints as one JSON
// object on one line. Every rate is a fraction from 0 to 1. docs/scorecard.md is
// made from these by one command.
package score

import (
	"io"

	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
	"sitrep/internal/reading"
)

// Metrics are a task's results by key.
type Metrics map[string]any

// Args are what a task is given.
type Args struct {
	Gold string // path of a file or folder of gold data
	Data string // folder of data that marks in Gold point into; most golds need none
	// Predictions receives what was predicted, so that an outside scorer can
	// check it; nil when nobody asked.
	Predictions io.Writer
	Raw         bool // parse: start from text rather than from gold tokens
	// Language and Reader are what is measured.
	Language lang.Language
	Reader   *reading.Reader
	// Gazetteer is what places are resolved with; only the task "places" needs it.
	Gazetteer *gazetteer.Gazetteer
	// Store makes the archive that the task "add" measures.
	Store OpenStore
	// Limit is the most reports the task "add" takes; 0 is all.
	Limit int
}

// Task measures one kind of reading.
type Task func(Args) (Metrics, error)

// Tasks lists the tasks by the name that `sitrep score` takes.
func Tasks() map[string]Task {
	return map[string]Task{
		"parse":       ParseTask,
		"times":       TimesTask,
		"figures":     FiguresTask,
		"attribution": AttributionTask,
		"quotes":      QuotesTask,
		"reading":     ReadingTask,
		"tags":        TagsTask,
		"sentences":   SentencesTask,
		"places":      PlacesTask,
		"actors":      ActorsTask,
		"events":      EventsTask,
		"names":       NamesTask,
		"coreference": CoreferenceTask,
		"pages":       PagesTask,
		"add":         AddTask,
		"line":        LineTask,
	}
}
