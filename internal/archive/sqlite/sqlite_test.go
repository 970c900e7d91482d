package sqlite_test

import (
	"path/filepath"
	"testing"

	"sitrep/internal/archive"
	"sitrep/internal/archive/archivetest"
	"sitrep/internal/archive/sqlite"
)

func TestArchive(t *testing.T) {
	archivetest.Run(t, func(t *testing.T) archive.Archive {
		return open(t, filepath.Join(t.TempDir(), "a folder", "arch%20ive?x=#1.sitrep"), sqlite.Options{Create: true})
	})
}

func open(t *testing.T, path string, o sqlite.Options) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
