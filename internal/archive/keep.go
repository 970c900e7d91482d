package archive

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"sitrep/internal/fault"
	"sitrep/record"
)

// Keepable tells why a reading can never be kept, or nil. Every back end asks it
// before it stores anything.
func Keepable(r *record.Reading) error {
	bad := func(why string) error {
		item := "a report without an id"
		if r != nil && r.Report.ID != "" {
			item = "report " + string(r.Report.ID)
		}
		return fault.New(fault.Invalid, "archive.Add", item, errors.New(why))
	}
	switch {
	case r == nil || r.Report.ID == "":
		return bad("it has no id")
	case !utf8.ValidString(r.Text):
		return bad("its text is not valid UTF-8")
	case strings.IndexByte(r.Text, 0) >= 0:
		return bad("its text holds a NUL byte, so it is not text")
	}
	for _, s := range []string{r.Report.URL, r.Report.Outlet, r.Report.Title} {
		if !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
			return bad("its address, outlet or title is not valid text")
		}
	}
	return nil
}

// Summarise gives the summary of a reading as the first version of its report.
func Summarise(r *record.Reading, added time.Time) Summary {
	return Summary{
		Report: r.Report, Day: Day(r.Report.Published), Added: added.UTC().Truncate(time.Millisecond),
		Bytes: len(r.Text), Version: 1, Latest: true,
		Counts: Counts{
			Sentences: len(r.Sentences), Actors: len(r.Actors), Statements: len(r.Statements),
			Positions: len(r.Positions), Figures: len(r.Figures), Events: len(r.Events),
			Places: len(r.Places), Times: len(r.Times), Line: len(r.Line), Conflicts: len(r.Conflicts),
		},
	}
}

// Words gives what of a statement is searched: its content in one line, and its
// source as it stands and by name.
func Words(s *record.Statement) (content, source string) {
	var b strings.Builder
	for i, c := range s.Content {
		if i > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(c.Text)
	}
	source = s.Source.Text
	if s.Source.Name != "" && s.Source.Name != source {
		source = strings.TrimSpace(source + " · " + s.Source.Name)
	}
	return b.String(), source
}

// Clamp gives limit and offset as a Query means them.
func Clamp(limit, offset int) (int, int) {
	if limit <= 0 {
		limit = DefaultLimit
	}
	return min(limit, MaxLimit), max(offset, 0)
}
