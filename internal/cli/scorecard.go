package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/score"
)

// scorecardCommand is `sitrep scorecard`.
type scorecardCommand struct {
	Data string `required:"" type:"existingdir" help:"Folder of the measuring data." placeholder:"DIR"`
}

// Run measures all rows and prints them as Markdown. Each row is measured by a
// process of its own, so that none sees the memory of another.
func (c *scorecardCommand) Run(ctx context.Context, s Streams) error {
	self, err := os.Executable()
	if err != nil {
		return fault.New(fault.Other, "cli.scorecard", "sitrep", err)
	}
	fmt.Fprintf(s.Out, `# Scorecard

Made by `+"`make scorecard`"+`; anyone can run it again. Every rate is a fraction from 0 to 1.
Speeds depend on the machine (here %d cores, %s/%s) and its load: compare ratios, not seconds.
The data is not part of the project; where a set was seen while the rules were made, the
document of the stage says so.
`, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
	measure := func(row score.Row) (score.Metrics, error) {
		gold := filepath.Join(c.Data, row.Gold)
		if row.Own {
			gold = row.Gold
		}
		args := []string{"score", row.Task, "--gold", gold, "--data", c.Data}
		if row.Raw {
			args = append(args, "--raw")
		}
		var out, problem bytes.Buffer
		cmd := exec.CommandContext(ctx, self, args...)
		cmd.Stdout, cmd.Stderr = &out, &problem
		if err := cmd.Run(); err != nil {
			return nil, errors.New(strings.TrimSpace(problem.String()))
		}
		m := score.Metrics{}
		return m, json.Unmarshal(out.Bytes(), &m)
	}
	if err := score.Card(s.Out, score.Rows(), measure); err != nil {
		return fault.New(fault.Other, "cli.scorecard", "standard output", err)
	}
	return nil
}
