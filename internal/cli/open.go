package cli

import (
	"context"
	"os"

	"sitrep/internal/archive/sqlite"
	"sitrep/internal/fault"
	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/internal/settings"
)

// archiveFlag is the flag that names the archive, for commands to embed.
type archiveFlag struct {
	Archive string `help:"The archive; else SITREP_ARCHIVE, the settings file, or the user's data folder." type:"path" placeholder:"PATH"`
}

// settings gives the settings with the flag taken over.
func (f *archiveFlag) settings() (*settings.Settings, error) {
	s, err := settings.Load(os.LookupEnv)
	if err != nil {
		return nil, err
	}
	if f.Archive != "" {
		s.Archive = f.Archive
	}
	return s, nil
}

// open opens the archive that the flag and the settings name.
func (f *archiveFlag) open(ctx context.Context, o sqlite.Options) (*sqlite.Store, *settings.Settings, error) {
	s, err := f.settings()
	if err != nil {
		return nil, nil, err
	}
	a, err := sqlite.Open(ctx, s.Archive, o)
	return a, s, err
}

// openAny opens the archive to be written where that may be, since an older one
// has to be migrated, and else to be read.
func (f *archiveFlag) openAny(ctx context.Context) (*sqlite.Store, *settings.Settings, error) {
	a, s, err := f.open(ctx, sqlite.Options{})
	if fault.KindOf(err) == fault.Permission {
		a, s, err = f.open(ctx, sqlite.Options{ReadOnly: true})
	}
	return a, s, err
}

// newReader gives the reader that every command reads with.
func newReader() (*reading.Reader, error) {
	places, err := openGazetteer()
	if err != nil {
		return nil, err
	}
	own, err := openActors()
	if err != nil {
		return nil, err
	}
	return reading.New(reading.Options{Language: en.Language(), Gazetteer: places, Actors: own})
}

// terminal tells whether w is a screen that a person looks at.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}
