package cli

import (
	"encoding/json"
	"io"
	"os"

	"sitrep/internal/fault"
	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/record"
)

// readCommand is `sitrep read`.
type readCommand struct {
	Files     []string `arg:"" optional:"" help:"Text files; - or nothing is standard input."`
	Published string   `help:"Day of publication, YYYY-MM-DD." placeholder:"DAY"`
	Outlet    string   `help:"Who published it."`
	Format    string   `enum:"text,json,table,conllu" default:"text" help:"text, json (one report to a line), table or conllu."`
}

// Run reads each file and prints its record.
func (c *readCommand) Run(s Streams) error {
	reader, err := reading.New(reading.Options{Language: en.Language()})
	if err != nil {
		return err
	}
	files := c.Files
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, f := range files {
		text, err := slurp(f, s.In)
		if err != nil {
			return err
		}
		out := reader.Read(reading.Input{Text: text, Outlet: c.Outlet, Published: record.Date(c.Published)})
		enc := json.NewEncoder(s.Out)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(out); err != nil {
			return fault.New(fault.Other, "cli.read", "standard output", err)
		}
	}
	return nil
}

func slurp(name string, in io.Reader) (string, error) {
	if name == "-" {
		b, err := io.ReadAll(in)
		return string(b), err
	}
	b, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		return "", fault.New(fault.NotFound, "cli.slurp", name, nil).Hinted("check the name of the file")
	}
	return string(b), err
}
