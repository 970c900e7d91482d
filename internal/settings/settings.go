// Package settings gathers what the person chose, from flags, the environment
// and the settings file, into one plain struct. A flag goes before the
// environment, the environment before the file, the file before the default.
package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/BurntSushi/toml"

	"sitrep/internal/fault"
)

// Settings are what can be chosen. The names in the file are those of the tags.
type Settings struct {
	// Archive is the path of the archive.
	Archive string `toml:"archive"`
	// Workers is how many reports are read at once; 0 means one a processor.
	Workers int `toml:"workers"`
	// Address is where sitrep serve listens, "127.0.0.1:8700".
	Address string `toml:"address"`
	// LineBoundary and LineSectors are GeoJSON files used in place of the bundled
	// outlines; see sitrep line show --help.
	LineBoundary string `toml:"line_boundary"`
	LineSectors  string `toml:"line_sectors"`
	// Tiles is the address of raster map tiles, with {z}, {x} and {y}, to be drawn
	// beneath the line; TilesCredit names who made them. Without it nothing is
	// fetched from elsewhere.
	Tiles       string `toml:"tiles"`
	TilesCredit string `toml:"tiles_credit"`

	// File is the settings file that was read, empty when there is none.
	File string `toml:"-"`
}

// The environment's variables.
const (
	ArchiveVariable = "SITREP_ARCHIVE"
	FileVariable    = "SITREP_SETTINGS"
	AddressVariable = "SITREP_ADDRESS"
)

// Environment looks a variable up, as os.LookupEnv does.
type Environment func(string) (string, bool)

// Load gives the settings of the environment, the settings file and the
// defaults. A settings file that is named by SITREP_SETTINGS must exist; the one
// in the user's folder may be missing. A name in it that is not known is Invalid,
// so that a slip of the pen does not pass for a choice.
func Load(env Environment) (*Settings, error) {
	s := &Settings{Address: "127.0.0.1:8700"}
	file, named := env(FileVariable)
	if !named || file == "" {
		named = false
		if dir, err := os.UserConfigDir(); err == nil {
			file = filepath.Join(dir, "sitrep", "settings.toml")
		}
	}
	if file != "" {
		if err := s.read(file, named); err != nil {
			return nil, err
		}
	}
	if v, ok := env(ArchiveVariable); ok && v != "" {
		s.Archive = v
	}
	if v, ok := env(AddressVariable); ok && v != "" {
		s.Address = v
	}
	if s.Archive == "" {
		s.Archive = filepath.Join(dataDir(env), "archive.sitrep")
	}
	return s, nil
}

func (s *Settings) read(file string, named bool) error {
	data, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		if !named {
			return nil
		}
		return fault.New(fault.NotFound, "settings.Load", file, errors.New("there is no such settings file")).
			Hinted("correct " + FileVariable + " or unset it")
	}
	if err != nil {
		return fault.New(fault.Permission, "settings.Load", file, err).Hinted("ask for access to the settings file")
	}
	if err := s.Parse(file, string(data)); err != nil {
		return err
	}
	s.File = file
	return nil
}

// Parse takes over what stands in a settings file. Relative paths are meant
// from the file's folder.
func (s *Settings) Parse(file, text string) error {
	meta, err := toml.Decode(text, s)
	if err != nil {
		return fault.New(fault.Invalid, "settings.Parse", file, plain(err)).Hinted("mend that line; docs/settings.md shows the file")
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return fault.New(fault.Invalid, "settings.Parse", file, fmt.Errorf("no setting is called %q", unknown[0].String())).
			Hinted("the settings are archive, workers, address, line_boundary, line_sectors, tiles and tiles_credit")
	}
	if s.Workers < 0 {
		return fault.New(fault.Invalid, "settings.Parse", file, errors.New("workers is below 0")).Hinted("leave it out for one a processor")
	}
	for key, path := range map[string]*string{"archive": &s.Archive, "line_boundary": &s.LineBoundary, "line_sectors": &s.LineSectors} {
		if meta.IsDefined(key) && !filepath.IsAbs(*path) {
			*path = filepath.Join(filepath.Dir(file), *path)
		}
	}
	return nil
}

// plain puts an error of the decoder on one line.
func plain(err error) error {
	return errors.New(strings.Join(strings.Fields(err.Error()), " "))
}

// dataDir gives the folder in which the user's data lies on this system.
func dataDir(env Environment) string {
	get := func(name string) string { v, _ := env(name); return v }
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	switch runtime.GOOS {
	case "windows":
		if d := get("LocalAppData"); d != "" {
			return filepath.Join(d, "sitrep")
		}
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "sitrep")
	}
	// The XDG base directory specification; a relative path is to be ignored.
	if d := get("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return filepath.Join(d, "sitrep")
	}
	return filepath.Join(home, ".local", "share", "sitrep")
}
