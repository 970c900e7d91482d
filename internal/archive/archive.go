// Package archive is the contract of the store that keeps readings: what each
// method promises, whatever stands behind it. Back ends live below it (memory,
// sqlite), and archivetest holds the suite that each of them must pass.
//
// The archive keeps every version of a report as it was read, never a bare fact:
// what goes across reports is computed from it and can be computed again.
//
// Rules that hold for all methods. Methods may be called by several goroutines
// at once. Errors are *fault.Error: Invalid for what could never be kept,
// NotFound, Broken for damaged storage, Full, Busy, Permission, Newer. "Nothing
// found" is an empty page, not an error, unless an id was asked for. Strings are
// compared byte by byte, so that every back end sorts alike. Times are in UTC,
// to the millisecond. What is returned is the caller's to change.
package archive

import (
	"context"
	"iter"
	"time"

	"sitrep/record"
)

// Archive is a whole store. It is made of small interfaces so that a part of the
// program can ask for no more than it needs.
type Archive interface {
	Adder
	Reports
	Statements
	Records
	Search
	DeadLetters
	LineMaps
	Doctor

	// Close frees what the archive holds. It may be called twice. Methods must
	// not be called after it.
	Close() error
}

// Adder takes readings in.
type Adder interface {
	// Add keeps the readings in one transaction, in their order: when it returns
	// without an error all of them are stored for good, and survive a kill of the
	// process and a loss of power; with an error none is, and the archive is as it
	// was.
	//
	// Adding what is kept already changes nothing: the outcome is Known. Kept
	// already means the same id, or the same address and the same text. A report
	// that has the address of a kept one but another text is a corrected version:
	// both are kept and linked (see Versions). A reading whose text is not valid
	// UTF-8, holds a NUL byte, or has no id is refused as Invalid.
	Add(ctx context.Context, readings ...*record.Reading) ([]Outcome, error)

	// Replace puts a new reading of kept reports in place of the old one, in one
	// transaction: same report, read again by other rules. Order, time of adding
	// and links to other versions stay. A report that is not kept is NotFound.
	Replace(ctx context.Context, readings ...*record.Reading) error

	// Known tells for each report, in order, whether Add would find it kept
	// already.
	Known(ctx context.Context, reports ...Key) ([]bool, error)
}

// Key is what tells whether a report is kept already.
type Key struct {
	ID     record.ReportID
	URL    string // empty when it has no address
	SHA256 string // of the text, as in record.Report
}

// KeyOf gives the key of a report.
func KeyOf(r *record.Report) Key { return Key{ID: r.ID, URL: r.URL, SHA256: r.SHA256} }

// Outcome is what became of one reading given to Add.
type Outcome struct {
	// Report is the id under which the report is kept. For a known report it is
	// the id it was first kept under.
	Report record.ReportID `json:"report"`
	Status Status          `json:"status"`
	// Corrects is the version that this one follows, for Status Corrected.
	Corrects record.ReportID `json:"corrects,omitempty"`
}

// Status tells what Add did.
type Status string

// The outcomes of Add.
const (
	Added     Status = "added"
	Known     Status = "known"     // kept already; nothing was changed
	Corrected Status = "corrected" // added as a further version of a kept report
)

// Reports gives what is kept, report by report.
type Reports interface {
	// Report gives the reading of one report, as it was added. NotFound when the
	// id is not kept.
	Report(ctx context.Context, id record.ReportID) (*record.Reading, error)

	// Summary gives the short form of one report. NotFound when it is not kept.
	Summary(ctx context.Context, id record.ReportID) (*Summary, error)

	// List gives summaries, newest day first; among those of one day the one that
	// was added last comes first; reports without a day come last.
	List(ctx context.Context, q Query) (Page[Summary], error)

	// Versions gives all versions of the report that id is one of, first to last;
	// one alone when it was never corrected. NotFound when id is not kept.
	Versions(ctx context.Context, id record.ReportID) ([]Summary, error)

	// VersionsAt gives all versions kept of an address, first to last; none when
	// the address is not kept or empty.
	VersionsAt(ctx context.Context, url string) ([]Summary, error)

	// Outlets counts the newest versions of all reports by outlet, most first,
	// then by name. Reports without an outlet are counted under "".
	Outlets(ctx context.Context) ([]Outlet, error)

	// Readings walks over the readings that q asks for, in the order of adding;
	// Limit and Offset are not regarded. It keeps no more than a few in memory.
	// What is added during the walk may or may not be seen. An error ends it.
	Readings(ctx context.Context, q Query) iter.Seq2[*record.Reading, error]
}

// Query chooses reports. The zero Query means the newest versions of all.
type Query struct {
	Outlet string // exactly this outlet; empty means any
	// From and To are days, "2023-09-14", both included; empty is open. Reports
	// without a day are left out when either is set. See Day.
	From, To string
	// Superseded also gives versions that have been corrected since.
	Superseded bool
	// Limit is the most items of a page: 0 means DefaultLimit, and more than
	// MaxLimit means MaxLimit. Offset is how many to leave out before.
	Limit, Offset int
}

// The sizes of a page.
const (
	DefaultLimit = 50
	MaxLimit     = 1000
)

// Page is a part of a longer list.
type Page[T any] struct {
	Items []T `json:"items"`
	Total int `json:"total"` // of the whole list
}

// Summary is a report without its text.
type Summary struct {
	record.Report
	// Day is the first day of the stretch in which the report was published,
	// "2023-09-01" for September 2023, empty when unknown. Lists go by it.
	Day   string    `json:"day,omitempty"`
	Added time.Time `json:"added"`
	Bytes int       `json:"bytes"` // length of the text
	// Version counts the versions of one address from 1; Latest is true for the
	// newest.
	Version int  `json:"version"`
	Latest  bool `json:"latest"`
	// Counts is what was found in the report.
	Counts Counts `json:"counts"`
}

// Counts is how many records of each kind a reading holds.
type Counts struct {
	Sentences  int `json:"sentences"`
	Actors     int `json:"actors"`
	Statements int `json:"statements"`
	Positions  int `json:"positions"`
	Figures    int `json:"figures"`
	Events     int `json:"events"`
	Places     int `json:"places"`
	Times      int `json:"times"`
	Line       int `json:"line"`
	Conflicts  int `json:"conflicts"`
}

// Outlet is how much is kept of one outlet.
type Outlet struct {
	Name    string `json:"name"`
	Reports int    `json:"reports"` // newest versions only
	// First and Last are the days of its oldest and newest report, empty when no
	// report of it has a day.
	First string `json:"first,omitempty"`
	Last  string `json:"last,omitempty"`
}
