package cli

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"sitrep/internal/archive/sqlite"
	"sitrep/internal/fault"
	"sitrep/internal/gazetteer"
	"sitrep/internal/ingest"
	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/internal/score"
)

// scoreCommand is `sitrep score`.
type scoreCommand struct {
	Task        string `arg:"" help:"What to measure: parse, names, attribution, quotes, reading, times, figures, places, events, actors, coreference."`
	Gold        string `required:"" type:"path" help:"File or folder of gold data." placeholder:"PATH"`
	Data        string `type:"path" help:"Folder of data that marks in the gold point into (corpus/names, corpus/sentences)." placeholder:"DIR"`
	Predictions string `type:"path" help:"Also write what was predicted to this file." placeholder:"FILE"`
	Raw         bool   `help:"parse: start from text, not from gold tokens."`
	Limit       int    `help:"add: take only so many reports." placeholder:"N"`
}

// Run measures and prints one JSON object on one line.
func (c *scoreCommand) Run(s Streams) (err error) {
	task, ok := score.Tasks()[c.Task]
	if !ok {
		names := slices.Sorted(maps.Keys(score.Tasks()))
		return fault.New(fault.Usage, "cli.score", c.Task, nil).Hinted("the tasks are " + strings.Join(names, ", "))
	}
	if _, err := os.Stat(c.Gold); err != nil {
		return fault.New(fault.NotFound, "cli.score", c.Gold, nil).Hinted("check the path given with --gold")
	}
	args := score.Args{Gold: c.Gold, Data: c.Data, Raw: c.Raw, Language: en.Language(), Store: newStore, Limit: c.Limit}
	// What a user added is left out, so that the same gold gives the same figures anywhere.
	if args.Gazetteer, err = gazetteer.World(); err != nil {
		return err
	}
	if args.Reader, err = reading.New(reading.Options{Language: args.Language, Gazetteer: args.Gazetteer}); err != nil {
		return err
	}
	if c.Predictions != "" {
		f, err := os.Create(c.Predictions)
		if err != nil {
			return fault.New(fault.Permission, "cli.score", c.Predictions, err).Hinted("choose a file that can be written")
		}
		defer f.Close()
		args.Predictions = f
	}
	m, err := task(args)
	if err != nil {
		return err
	}
	return json.NewEncoder(s.Out).Encode(m)
}

// newStore makes the archive that adding is measured with.
func newStore(ctx context.Context, path string) (ingest.Store, io.Closer, error) {
	s, err := sqlite.Open(ctx, path, sqlite.Options{Create: true})
	return s, s, err
}
