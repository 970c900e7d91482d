// Package ingest brings reports in: it opens files, folders and streams, cuts
// them into single reports, has them read, and puts the readings into the
// archive. What is refused is kept as a dead letter and never stops the rest.
package ingest

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/record"
)

// Item is one report as it came in, or why it could not be taken.
type Item struct {
	Input  reading.Input
	Origin Origin
	// Err is why the item is refused, nil when it can be read. Its Item names the
	// origin.
	Err error
	// Raw is what came in, for the dead letter of a refused item; it may be cut.
	Raw  []byte
	Size int64 // bytes of what came in, when Raw was cut
	// Read is how many bytes of the files had been read when the item came.
	Read int64
}

// Origin tells where an item came from.
type Origin struct {
	Name string `json:"name"`           // path, or "standard input"
	Line int    `json:"line,omitempty"` // in a file of many reports, from 1
}

// String gives the origin as a person would name it.
func (o Origin) String() string {
	if o.Line > 0 {
		return fmt.Sprintf("%s, line %d", o.Name, o.Line)
	}
	return o.Name
}

// Defaults are what is known of reports that do not tell it themselves.
type Defaults struct {
	Outlet, Title, URL string
	Published          record.Date
}

// Limits of what is taken in. They keep one bad file from taking all memory.
const (
	// MaxText is the longest text of a report. The longest book has a twentieth
	// of it to a chapter; what is longer is no report.
	MaxText = 8 << 20
	// MaxInput is the longest file or line that one report is taken from: a page
	// with its mark-up, a line of JSON with its escapes.
	MaxInput = 32 << 20
)

// earliest is the first year a report may be of.
const earliest = 1900

// Check tells why an item cannot be a report, or nil. now is the present day:
// a report may be of the next day, since it may come from the east.
func Check(in *reading.Input, now time.Time) error {
	switch {
	case strings.TrimSpace(in.Text) == "":
		return refuse(fault.Invalid, "it has no text", "give it a text, or leave it out")
	case len(in.Text) > MaxText:
		return refuse(fault.TooLarge, fmt.Sprintf("its text has %d MB, and the most is %d MB", len(in.Text)>>20, MaxText>>20), "cut it into its reports")
	case !utf8.ValidString(in.Text):
		return refuse(fault.Invalid, "its text is not valid UTF-8", "save it in UTF-8")
	case strings.IndexByte(in.Text, 0) >= 0:
		return refuse(fault.Invalid, "its text holds NUL bytes, so it is not text", "export it as text or HTML first")
	}
	return CheckDate(in.Published, now)
}

// CheckDate tells why a day of publication cannot be, or nil; empty is fine.
func CheckDate(d record.Date, now time.Time) error {
	if d == "" {
		return nil
	}
	s := string(d)
	for _, layout := range []string{time.DateOnly, "2006-01", "2006", "2006-01-02T15:04", "2006-01-02T15:04:05"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		switch {
		case t.Year() < earliest:
			return refuse(fault.Invalid, fmt.Sprintf("its day of publication %s lies before %d", s, earliest), "correct the date")
		case t.After(now.AddDate(0, 0, 2)):
			return refuse(fault.Invalid, fmt.Sprintf("its day of publication %s lies in the future", s), "correct the date")
		}
		return nil
	}
	return refuse(fault.Invalid, fmt.Sprintf("its day of publication %q is not a date", s), "write it as 2023-09-14, 2023-09 or 2023")
}

func refuse(kind fault.Kind, why, hint string) *fault.Error {
	return fault.New(kind, "ingest", "", errors.New(why)).Hinted(hint)
}

// named gives err with the origin as its item.
func named(o Origin, err error) error {
	var e *fault.Error
	if errors.As(err, &e) {
		c := *e
		c.Item = o.String()
		return &c
	}
	return fault.New(fault.Invalid, "ingest", o.String(), err)
}

// refused gives a refused item.
func refused(o Origin, raw []byte, size int64, err error) Item {
	return Item{Origin: o, Raw: raw, Size: size, Err: named(o, err)}
}
