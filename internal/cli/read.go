package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/internal/syntax"
)

// readCommand is `sitrep read`.
type readCommand struct {
	inputFlags
	Format string `enum:"text,json,table,conllu" default:"text" help:"text, json (one report to a line), table or conllu (the parse itself)."`
	Trees  bool   `help:"With --format text: also draw the tree of each sentence."`
}

// errNotRead is returned when some of several reports were refused; each was
// told as it came.
var errNotRead = errors.New("some reports were refused, as told above; the others were read")

// Run reads each report and prints its record. A refused one does not stop the
// others.
func (c *readCommand) Run(ctx context.Context, s Streams) error {
	reader, err := newReader()
	if err != nil {
		return err
	}
	src, err := c.source(s)
	if err != nil {
		return err
	}
	show := c.printer(s, reader)
	read, refused := 0, 0
	var first error // told by the caller when it is alone, so that its exit code counts
	for it := range src.Items(ctx) {
		switch {
		case it.Err == nil:
			read++
			if err := show(it.Input); err != nil {
				return fault.New(fault.Other, "cli.read", "standard output", err)
			}
		case first == nil:
			first = it.Err
			refused++
		default:
			refused++
			fmt.Fprintln(s.Err, "sitrep:", it.Err)
		}
	}
	switch {
	case ctx.Err() != nil:
		return errors.New("stopped; what was read before was printed")
	case refused == 0:
		return nil
	case refused == 1 && read == 0:
		return first
	}
	fmt.Fprintln(s.Err, "sitrep:", first)
	return errNotRead
}

// printer gives what prints one reading in the chosen format.
func (c *readCommand) printer(s Streams, reader *reading.Reader) func(reading.Input) error {
	colour := terminal(s.Out) && os.Getenv("NO_COLOR") == ""
	switch c.Format {
	case "text":
		return func(in reading.Input) error {
			viewText(s.Out, reader.Read(in), colour)
			var err error
			if c.Trees {
				err = viewTrees(s.Out, reader.Analyse(in.Text))
			}
			fmt.Fprintln(s.Out)
			return err
		}
	case "table":
		t := &viewTable{out: s.Out, aligned: terminal(s.Out)}
		return func(in reading.Input) error { return t.print(reader.Read(in)) }
	case "conllu":
		return func(in reading.Input) error { return syntax.WriteCoNLLU(s.Out, reader.Analyse(in.Text)) }
	}
	enc := json.NewEncoder(s.Out)
	enc.SetEscapeHTML(false)
	return func(in reading.Input) error { return enc.Encode(reader.Read(in)) }
}
