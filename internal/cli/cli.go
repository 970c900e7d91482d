// Package cli is the command line: one file a subcommand. It is the only
// package that names concrete stores, queues and languages.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/alecthomas/kong"

	"sitrep/internal/fault"
)

// Streams are what a command reads from and writes to.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// commands is the whole command line.
type commands struct {
	Read      readCommand      `cmd:"" help:"Show who said what in reports, without keeping anything."`
	Add       addCommand       `cmd:"" help:"Keep reports, so that they can be searched and compared."`
	Serve     serveCommand     `cmd:"" help:"Show the archive as pages in a browser, and to programs."`
	Gazetteer gazetteerCommand `cmd:"" help:"Make more places known, or show which are."`
	Backup    backupCommand    `cmd:"" help:"Copy the archive to a safe place, also while it is in use."`
	Restore   restoreCommand   `cmd:"" help:"Put a backup in the archive's place."`
	Line      lineCommand      `cmd:"" help:"Show where the line runs, how long it is and what moved, from control maps."`
	Doctor    doctorCommand    `cmd:"" help:"Show whether all is well, and which reports were refused."`
	Actors    actorsCommand    `cmd:"" help:"Make more people and bodies known, or show which tables are in use."`
	Export    exportCommand    `cmd:"" help:"Write the events out for other programs."`
	Score     scoreCommand     `cmd:"" help:"Measure how well sitrep reads, against gold data."`
	Scorecard scorecardCommand `cmd:"" help:"Measure everything that is published and print it as Markdown." hidden:""`
}

const about = `sitrep reads what is reported about a war and keeps a record in which nothing
stands without the one who said it.

Exit codes: 0 done; 1 failed; 2 wrong use; 3 input not valid; 4 not found;
5 access refused; 6 no room left; 7 in use; 8 written by a newer version;
9 damaged; 10 some reports were refused.`

// Run runs one command line and returns the exit code.
func Run(ctx context.Context, args []string, s Streams) int {
	var c commands
	exited := -1
	parser, err := kong.New(&c, kong.Name("sitrep"), kong.Description(about), kong.UsageOnError(),
		kong.Writers(s.Out, s.Err), kong.Exit(func(code int) { exited = code }),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(s))
	if err != nil {
		fmt.Fprintln(s.Err, "sitrep:", err)
		return 1
	}
	k, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintln(s.Err, "sitrep:", err)
		return exitCode(fault.New(fault.Usage, "cli.Run", "", err))
	}
	if err := k.Run(); err != nil {
		fmt.Fprintln(s.Err, "sitrep:", err)
		return exitCode(err)
	}
	return 0
}

// errRefused is returned by commands that did their work but refused some input.
var errRefused = errors.New("some reports were refused; sitrep doctor lists them")

// exitCode gives the exit code of an error: the one place where kinds become
// codes.
func exitCode(err error) int {
	if errors.Is(err, errRefused) || errors.Is(err, errNotRead) || errors.Is(err, errMapsRefused) {
		return 10
	}
	switch fault.KindOf(err) {
	case fault.Usage:
		return 2
	case fault.Invalid, fault.TooLarge:
		return 3
	case fault.NotFound:
		return 4
	case fault.Permission:
		return 5
	case fault.Full:
		return 6
	case fault.Busy, fault.Exists:
		return 7
	case fault.Newer:
		return 8
	case fault.Broken:
		return 9
	}
	return 1
}
