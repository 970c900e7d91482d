package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"sitrep/internal/actor"
	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/internal/lang/en"
	"sitrep/internal/settings"
)

// actorsCommand is `sitrep actors`.
type actorsCommand struct {
	Add  actorsAdd  `cmd:"" help:"Make more people and bodies known; your table wins over the bundled ones."`
	List actorsList `cmd:"" default:"1" help:"Show which tables of actors of your own are in use."`
}

type actorsAdd struct {
	archiveFlag
	File string `arg:"" type:"existingfile" help:"A table: code, kind, name, other names (;), seats (;), adjectives (;), parted by tabs."`
}

// Run checks the table and puts it beside the archive, where every command finds
// it. Adding a file of the same name again replaces the first.
func (c *actorsAdd) Run(s Streams) error {
	set, err := c.settings()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(c.File)
	if err != nil {
		return fault.New(fault.Permission, "cli.actors", c.File, err)
	}
	rows, err := lang.ParseTable(c.File, data, 3)
	if err != nil {
		return err
	}
	if _, err := actor.New(en.Language(), rows); err != nil {
		return err
	}
	dir := actorsFolder(set)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fault.New(fault.Permission, "cli.actors", dir, err).Hinted("choose another archive with --archive")
	}
	whole := filepath.Join(dir, filepath.Base(c.File))
	if filepath.Ext(whole) != ".tsv" {
		whole += ".tsv"
	}
	if err := os.WriteFile(whole+".new", data, 0o644); err != nil {
		return fault.New(fault.Full, "cli.actors", whole, err)
	}
	if err := os.Rename(whole+".new", whole); err != nil {
		return fault.New(fault.Permission, "cli.actors", whole, err)
	}
	fmt.Fprintf(s.Out, "%d actors added in %s\n", len(rows), whole)
	return nil
}

type actorsList struct {
	archiveFlag
}

// Run lists the user's tables.
func (c *actorsList) Run(s Streams) error {
	set, err := c.settings()
	if err != nil {
		return err
	}
	files := actorFiles(set)
	for _, f := range files {
		fmt.Fprintln(s.Out, f)
	}
	if len(files) == 0 {
		fmt.Fprintln(s.Out, "no tables of your own; sitrep actors add FILE adds one")
	}
	return nil
}

// actorsFolder is where added tables lie: beside the archive.
func actorsFolder(set *settings.Settings) string {
	return filepath.Join(filepath.Dir(set.Archive), "actors")
}

func actorFiles(set *settings.Settings) []string {
	files, err := filepath.Glob(filepath.Join(actorsFolder(set), "*.tsv"))
	if err != nil {
		return nil
	}
	slices.Sort(files)
	return files
}

// openActors gives the rows of the tables that the user added.
func openActors() ([]lang.Row, error) {
	set, err := settings.Load(os.LookupEnv)
	if err != nil {
		return nil, err
	}
	var rows []lang.Row
	for _, f := range actorFiles(set) {
		data, err := os.ReadFile(f)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fault.New(fault.Permission, "cli.actors", f, err)
		}
		more, err := lang.ParseTable(f, data, 3)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	return rows, nil
}
