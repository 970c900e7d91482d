package sqlite

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"sitrep/internal/fault"
)

// magic opens every SQLite file (sqlite.org/fileformat2.html).
const magic = "SQLite format 3\x00"

// look looks at the path before SQLite does, so that each thing that can be
// wrong gets a sentence of its own. It tells whether the archive is to be made.
func look(path string, o Options) (fresh bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && o.Create && !o.ReadOnly:
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return false, fault.New(fault.Permission, "archive.Open", path, err).
				Hinted("choose a place that can be written with --archive")
		}
		return true, nil
	case errors.Is(err, os.ErrNotExist):
		return false, fault.New(fault.NotFound, "archive.Open", path, errors.New("there is no archive here")).
			Hinted("make one with sitrep add, or name another with --archive")
	case err != nil:
		return false, fault.New(fault.Permission, "archive.Open", path, err).Hinted("check the access to the folders above it")
	case !info.Mode().IsRegular():
		return false, fault.New(fault.Invalid, "archive.Open", path, errors.New("an archive is one file, and this is none")).
			Hinted("name a file with --archive")
	}
	f, err := os.Open(path)
	if err != nil {
		return false, fault.New(fault.Permission, "archive.Open", path, err).Hinted("ask for access to the file")
	}
	defer f.Close()
	head := make([]byte, len(magic))
	n, err := io.ReadFull(f, head)
	switch {
	case n == 0 && errors.Is(err, io.EOF):
		if o.Create && !o.ReadOnly {
			return true, nil
		}
		return false, notArchive(path)
	case string(head[:n]) != magic:
		return false, notArchive(path)
	}
	return false, nil
}

func notArchive(path string) error {
	return fault.New(fault.Invalid, "archive.Open", path, errors.New("this file is not an archive of sitrep")).
		Hinted("name another with --archive; the file was left as it is")
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// writableDir tells whether a file can be made beside path.
func writableDir(path string) bool {
	f, err := os.CreateTemp(filepath.Dir(path), ".sitrep-*")
	if err != nil {
		return false
	}
	f.Close()
	return os.Remove(f.Name()) == nil
}
