package cli

import (
	"fmt"
	"runtime"

	"sitrep/internal/fault"
	"sitrep/internal/gazetteer"
	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/internal/score"
)

// scorecardCommand is `sitrep scorecard`.
type scorecardCommand struct {
	Data  string `required:"" type:"existingdir" help:"Folder of the measuring data." placeholder:"DIR"`
	Limit int    `help:"Take in only so many reports when adding is measured." default:"1000" placeholder:"N"`
}

// Run measures all rows and prints them as Markdown.
func (c *scorecardCommand) Run(s Streams) error {
	places, err := gazetteer.World()
	if err != nil {
		return err
	}
	reader, err := reading.New(reading.Options{Language: en.Language(), Gazetteer: places})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.Out, `# Scorecard

Made by `+"`make scorecard`"+`; anyone can run it again. Every rate is a fraction from 0 to 1.
Speeds depend on the machine (here %d cores, %s/%s) and its load: compare ratios, not seconds.
The data is not part of the project; where a set was seen while the rules were made, the
document of the stage says so.
`, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
	if err := score.Card(s.Out, c.Data, score.Rows(), score.Args{Language: en.Language(), Reader: reader, Gazetteer: places, Store: newStore, Limit: c.Limit}); err != nil {
		return fault.New(fault.Other, "cli.scorecard", "standard output", err)
	}
	return nil
}
