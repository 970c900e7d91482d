// Package gold finds the data that sitrep is measured with, for tests, and makes
// documents whose names are marked by hand. The data is no part of the project: a
// test that needs it skips, loudly, where it is not.
package gold

import (
	"os"
	"path/filepath"
	"testing"
)

// Path gives the path of a file or folder of the measuring data, or skips the
// test with a reason. The data's folder is named by SITREP_DATA, or is the
// shared/data beside the project.
func Path(tb testing.TB, parts ...string) string {
	tb.Helper()
	dir := os.Getenv("SITREP_DATA")
	if dir == "" {
		dir = beside()
	}
	p := filepath.Join(append([]string{dir}, parts...)...)
	if dir == "" {
		tb.Skipf("SKIPPED, NOT TESTED: no measuring data; set SITREP_DATA to the folder that holds %s", filepath.Join(parts...))
	}
	if _, err := os.Stat(p); err != nil {
		tb.Skipf("SKIPPED, NOT TESTED: the measuring data lacks %s", p)
	}
	return p
}

// beside looks for shared/data next to each folder above the working one.
func beside() string {
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		p := filepath.Join(filepath.Dir(dir), "shared", "data")
		if _, err := os.Stat(p); err == nil {
			return p
		}
		dir = filepath.Dir(dir)
	}
	return ""
}
