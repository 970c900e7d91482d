package cli

import (
	"context"
	"os"

	"sitrep/internal/archive/sqlite"
	"sitrep/internal/fault"
	"sitrep/internal/line"
	"sitrep/internal/outline"
	"sitrep/internal/settings"
)

// lineCommand is `sitrep line`.
type lineCommand struct {
	Add     lineAddCommand     `cmd:"" help:"Keep control maps, so that the line can be measured and compared."`
	Show    lineShowCommand    `cmd:"" help:"Show where the line ran on a day, how long it was and how much ground was held."`
	Changes lineChangesCommand `cmd:"" help:"Show what ground changed hands between two days."`
	Check   lineCheckCommand   `cmd:"" help:"Hold what reports claim about the line against the maps."`
	At      lineAtCommand      `cmd:"" help:"Show on which side of the line a place lay on a day, and how far from it."`
}

// lineFlags are shared by the commands that measure.
type lineFlags struct {
	archiveFlag
	Boundary  string  `help:"GeoJSON of the country's ground, or of its coast and border; else the settings file, or the bundled outline of Ukraine." type:"path" placeholder:"FILE"`
	Sectors   string  `help:"GeoJSON of the divisions to split by; else the settings file, or the bundled oblasts of Ukraine." type:"path" placeholder:"FILE"`
	Tolerance float64 `help:"How near in km to coast or border an edge is taken for it." default:"5" placeholder:"KM"`
	Gap       int     `help:"How many days old a map may be to stand for a day." default:"7" placeholder:"DAYS"`
}

// sourceFlags choose among sources.
type sourceFlags struct {
	Source string `help:"Only maps of this source." placeholder:"NAME"`
	Holder string `help:"Only ground held by this side." placeholder:"WHO"`
}

func (f *sourceFlags) filter() line.Filter { return line.Filter{Source: f.Source, Holder: f.Holder} }

// atlas opens the archive and what is needed to measure its maps.
func (f *lineFlags) atlas(ctx context.Context) (*line.Atlas, *sqlite.Store, error) {
	a, set, err := f.openAny(ctx)
	if err != nil {
		return nil, nil, err
	}
	atlas, err := newAtlas(a, set, f)
	if err != nil {
		a.Close()
		return nil, nil, err
	}
	return atlas, a, nil
}

// newAtlas makes an atlas over a store; flags go before settings, settings before
// the bundled outlines.
func newAtlas(store line.Store, set *settings.Settings, f *lineFlags) (*line.Atlas, error) {
	if f.Tolerance <= 0 || f.Tolerance > 100 {
		return nil, fault.New(fault.Usage, "cli.line", "--tolerance", nil).Hinted("give a distance above 0 and up to 100 km")
	}
	s := line.Settings{Store: store, MaxGap: f.Gap}
	if f.Gap == 0 {
		s.MaxGap = -1 // the very day only
	}
	bundled, err := outline.Ukraine()
	if err != nil {
		return nil, err
	}
	s.Boundary, s.Sectors = line.NewBoundary(bundled, f.Tolerance), line.NewSectors(bundled)
	if file := first(f.Boundary, set.LineBoundary); file != "" {
		data, err := readNamed(file)
		if err != nil {
			return nil, err
		}
		if s.Boundary, err = line.ReadBoundary(file, data, f.Tolerance); err != nil {
			return nil, err
		}
	}
	if file := first(f.Sectors, set.LineSectors); file != "" {
		data, err := readNamed(file)
		if err != nil {
			return nil, err
		}
		layer, _, err := line.ReadLayer(file, data)
		if err != nil {
			return nil, err
		}
		s.Sectors = line.NewSectors(layer)
	}
	return line.NewAtlas(s), nil
}

func first(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}

// readNamed reads a file that the person named.
func readNamed(file string) ([]byte, error) {
	data, err := os.ReadFile(file)
	switch {
	case os.IsNotExist(err):
		return nil, fault.New(fault.NotFound, "cli.line", file, nil).Hinted("check the name of the file")
	case err != nil:
		return nil, fault.New(fault.Permission, "cli.line", file, err).Hinted("ask for access to the file")
	}
	return data, nil
}

// checkDay refuses a day that is not written as YYYY-MM-DD.
func checkDay(flag, day string) error {
	if day == "" || line.IsDay(day) {
		return nil
	}
	return fault.New(fault.Usage, "cli.line", flag+" "+day, nil).Hinted("write the day as YYYY-MM-DD")
}
