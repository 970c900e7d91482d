package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"sitrep/internal/fault"
	"sitrep/record"
)

// readCommand is `sitrep read`.
type readCommand struct {
	inputFlags
	Format string `enum:"text,json,table,conllu" default:"text" help:"text, json (one report to a line), table or conllu."`
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
	read, refused := 0, 0
	var first error // told by the caller when it is alone, so that its exit code counts
	for it := range src.Items(ctx) {
		switch {
		case it.Err == nil:
			read++
			if err := c.print(s.Out, reader.Read(it.Input)); err != nil {
				return err
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
	case refused == 0:
		return ctx.Err()
	case refused == 1 && read == 0:
		return first
	}
	fmt.Fprintln(s.Err, "sitrep:", first)
	return errNotRead
}

// print prints one reading.
func (c *readCommand) print(w io.Writer, out *record.Reading) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return fault.New(fault.Other, "cli.read", "standard output", err)
	}
	return nil
}
