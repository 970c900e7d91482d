package memory_test

import (
	"testing"

	"sitrep/internal/archive"
	"sitrep/internal/archive/archivetest"
	"sitrep/internal/archive/memory"
)

func TestArchive(t *testing.T) {
	archivetest.Run(t, func(*testing.T) archive.Archive { return memory.New() })
}
