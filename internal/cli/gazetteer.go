package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/gazetteer"
	"sitrep/internal/settings"
)

// gazetteerCommand is `sitrep gazetteer`.
type gazetteerCommand struct {
	Add  gazetteerAdd  `cmd:"" help:"Make more places known: a country's file from GeoNames, or a table of settlements."`
	List gazetteerList `cmd:"" default:"1" help:"Show which files of places are in use."`
}

type gazetteerAdd struct {
	archiveFlag
	File string `arg:"" type:"existingfile" help:"UA.txt or UA.zip from GeoNames, or a table with a line of column names (name, lat, lon, oblast, …)."`
}

// Run reads the file, packs what is new and puts it beside the archive, where every
// command finds it. Adding a file of the same name again replaces the first.
func (c *gazetteerAdd) Run(s Streams) error {
	set, err := c.settings()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(c.File)
	if err != nil {
		return fault.New(fault.Permission, "cli.gazetteer", c.File, err)
	}
	base, err := gazetteer.World()
	if err != nil {
		return err
	}
	entries, skipped, err := gazetteer.Read(c.File, data, base)
	if err != nil {
		return err
	}
	packed, n, err := gazetteer.Added(entries, base)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(c.File), filepath.Ext(c.File)) + ".gaz"
	if n > 0 {
		dir := placesFolder(set)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return fault.New(fault.Permission, "cli.gazetteer", dir, err).Hinted("choose another archive with --archive")
		}
		whole := filepath.Join(dir, name)
		if err := os.WriteFile(whole+".new", packed, 0o644); err != nil {
			return fault.New(fault.Full, "cli.gazetteer", whole, err)
		}
		if err := os.Rename(whole+".new", whole); err != nil {
			return fault.New(fault.Permission, "cli.gazetteer", whole, err)
		}
	}
	fmt.Fprintf(s.Out, "%d places read, %d of them new or with new names, %d lines left out\n", len(entries), n, skipped)
	return nil
}

type gazetteerList struct {
	archiveFlag
}

// Run lists the bundled file and the added ones.
func (c *gazetteerList) Run(s Streams) error {
	set, err := c.settings()
	if err != nil {
		return err
	}
	world, err := gazetteer.World()
	if err != nil {
		return err
	}
	fmt.Fprintln(s.Out, "bundled:", world.Describe())
	for _, f := range addedFiles(set) {
		g, err := openAdded(f)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.Out, "%s: %s\n", f, g.Describe())
	}
	return nil
}

// placesFolder is where added places lie: beside the archive.
func placesFolder(set *settings.Settings) string {
	return filepath.Join(filepath.Dir(set.Archive), "places")
}

func addedFiles(set *settings.Settings) []string {
	files, err := filepath.Glob(filepath.Join(placesFolder(set), "*.gaz"))
	if err != nil {
		return nil
	}
	slices.Sort(files)
	return files
}

func openAdded(file string) (*gazetteer.Gazetteer, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fault.New(fault.Permission, "cli.gazetteer", file, err)
	}
	g, err := gazetteer.Open(string(data))
	if err != nil {
		var f *fault.Error
		if errors.As(err, &f) {
			f.Item = file
		}
		return nil, err
	}
	return g, nil
}

// openGazetteer gives the bundled gazetteer joined with what the user added.
func openGazetteer() (*gazetteer.Gazetteer, error) {
	world, err := gazetteer.World()
	if err != nil {
		return nil, err
	}
	set, err := settings.Load(os.LookupEnv)
	if err != nil {
		return nil, err
	}
	var added []*gazetteer.Gazetteer
	for _, f := range addedFiles(set) {
		g, err := openAdded(f)
		if err != nil {
			return nil, err
		}
		added = append(added, g)
	}
	if len(added) == 0 {
		return world, nil
	}
	return world.Join(added...), nil
}
