package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"

	"sitrep/internal/archive"
	"sitrep/internal/export"
	"sitrep/internal/fault"
	"sitrep/record"
)

// exportCommand is `sitrep export`.
type exportCommand struct {
	archiveFlag
	Format string   `enum:"plover,csv,gdelt" default:"plover" help:"plover (JSON Lines), csv (for spreadsheets) or gdelt (columns of GDELT event files)."`
	Outlet string   `help:"Only this outlet's reports."`
	From   string   `help:"Only reports from this day on, YYYY-MM-DD." placeholder:"DAY"`
	To     string   `help:"Only reports up to this day, YYYY-MM-DD." placeholder:"DAY"`
	Out    string   `short:"o" type:"path" help:"Write to this file, not to standard output." placeholder:"FILE"`
	Files  []string `arg:"" optional:"" help:"Readings as 'sitrep read --format json' prints them, instead of the archive; - is standard input."`
}

// Run writes the events of the archive, or of readings in files.
func (c *exportCommand) Run(ctx context.Context, s Streams) (err error) {
	out := s.Out
	if c.Out != "" {
		f, err := os.Create(c.Out)
		if err != nil {
			return fault.New(fault.Permission, "cli.export", c.Out, err).Hinted("choose a file that can be written")
		}
		defer func() {
			if cerr := f.Close(); err == nil && cerr != nil {
				err = fault.New(fault.Full, "cli.export", c.Out, cerr)
			}
		}()
		out = f
	}
	readings := readingsIn(c.Files, s.In)
	if len(c.Files) == 0 {
		a, _, err := c.openAny(ctx)
		if err != nil {
			return err
		}
		defer a.Close()
		readings = a.Readings(ctx, archive.Query{Outlet: c.Outlet, From: c.From, To: c.To})
	}
	n, err := export.Write(out, c.Format, readings)
	if err == nil && c.Out != "" {
		fmt.Fprintf(s.Err, "%d events written to %s\n", n, c.Out)
	}
	return err
}

// readingsIn reads readings from files of JSON Lines.
func readingsIn(files []string, in io.Reader) iter.Seq2[*record.Reading, error] {
	return func(yield func(*record.Reading, error) bool) {
		for _, name := range files {
			from := in
			if name != "-" {
				f, err := os.Open(name)
				if err != nil {
					yield(nil, fault.New(fault.NotFound, "cli.export", name, err).Hinted("check the name of the file"))
					return
				}
				defer f.Close()
				from = f
			}
			sc := bufio.NewScanner(from)
			sc.Buffer(make([]byte, 0, 1<<20), 256<<20)
			for sc.Scan() {
				var r record.Reading
				if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
					yield(nil, fault.New(fault.Invalid, "cli.export", name, err).Hinted("give lines as sitrep read --format json prints them"))
					return
				}
				if !yield(&r, nil) {
					return
				}
			}
			if err := sc.Err(); err != nil {
				yield(nil, fault.New(fault.Invalid, "cli.export", name, err))
				return
			}
		}
	}
}
