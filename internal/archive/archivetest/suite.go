// Package archivetest is the suite that every back end of the archive must
// pass. A back end joins with a few lines:
//
//	func TestArchive(t *testing.T) {
//		archivetest.Run(t, func(t *testing.T) archive.Archive { return memory.New() })
//	}
//
// The suite looks most closely at what stores disagree on: collation, time
// zones, empty and absent values, large values, order, and doing things twice.
package archivetest

import (
	"testing"

	"sitrep/internal/archive"
)

// Open gives an empty archive; the suite closes it.
type Open func(t *testing.T) archive.Archive

// Run runs the whole suite.
func Run(t *testing.T, open Open) {
	cases := []struct {
		name string
		run  func(*testing.T, archive.Archive)
	}{
		{"add and get back", addAndGet},
		{"add twice", addTwice},
		{"all or nothing", allOrNothing},
		{"refused for good", refusedForGood},
		{"versions", versions},
		{"versions of no address", versionsWithoutAddress},
		{"replace", replaced},
		{"known", known},
		{"order of lists", order},
		{"collation", collation},
		{"pages", pages},
		{"days", days},
		{"time zones", timeZones},
		{"empty and absent", emptyAndAbsent},
		{"large values", largeValues},
		{"strange text", strangeText},
		{"outlets", outlets},
		{"walk", walk},
		{"statements", statements},
		{"speakers", speakers},
		{"records", records},
		{"search reports", searchReports},
		{"search statements", searchStatements},
		{"search never fails", searchNeverFails},
		{"dead letters", deadLetters},
		{"health", health},
		{"many at once", manyAtOnce},
		{"line maps", lineMaps},
		{"line maps of one day", lineMapsTaken},
		{"nothing kept", nothingKept},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := open(t)
			defer func() {
				if err := a.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
				if err := a.Close(); err != nil {
					t.Errorf("Close again: %v", err)
				}
			}()
			c.run(t, a)
		})
	}
}
