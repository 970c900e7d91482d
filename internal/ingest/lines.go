package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/record"
)

// line is a report as a line of JSON. Fields it does not know are left alone.
type line struct {
	Outlet    string  `json:"outlet"`
	Date      string  `json:"date"`
	Published string  `json:"published"` // the same as Date
	Title     string  `json:"title"`
	URL       string  `json:"url"`
	Text      *string `json:"text"`
	Sample    bool    `json:"sample"`
	// Report is how sitrep read prints it, so that its output can be added.
	Report *record.Report `json:"report"`
}

// own takes over what stands in the report's own object.
func (l *line) own() {
	r := l.Report
	if r == nil {
		return
	}
	if l.Date == "" && l.Published == "" && r.Published.Basis != record.Inferred {
		l.Date = string(r.Published.Value)
	}
	for _, f := range []struct {
		to   *string
		from string
	}{{&l.Outlet, r.Outlet}, {&l.Title, r.Title}, {&l.URL, r.URL}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	l.Sample = l.Sample || r.Sample
}

// lines takes a report from each line of a JSON Lines file and tells whether to
// go on.
func (s *Source) lines(ctx context.Context, name string, r *bufio.Reader, yield func(Item) bool) bool {
	for n := 1; ; n++ {
		o := Origin{Name: name, Line: n}
		raw, size, err := readLine(r)
		if err != nil && !errors.Is(err, io.EOF) { // the line was cut off
			return yield(refused(o, raw, 0, unpacking(err)))
		}
		if size > 0 && !empty(raw) {
			if !yield(s.checked(s.line(o, raw, size))) {
				return false
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			if n == 1 && empty(raw) {
				return yield(refused(Origin{Name: name}, nil, 0, refuse(fault.Invalid, "the file is empty", "check that it was saved")))
			}
			return true
		case ctx.Err() != nil:
			return false
		}
	}
}

// readLine reads up to the end of a line. Of a line over MaxInput it gives the
// beginning; size is the length of all of it, and all of it is passed.
func readLine(r *bufio.Reader) (raw []byte, size int64, err error) {
	for {
		part, err := r.ReadSlice('\n')
		size += int64(len(part))
		if room := MaxInput + 1 - len(raw); room > 0 {
			raw = append(raw, part[:min(room, len(part))]...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return raw, size, err
		}
	}
}

func empty(raw []byte) bool { return len(bytes.TrimSpace(raw)) == 0 }

// line takes a report from one line.
func (s *Source) line(o Origin, raw []byte, size int64) Item {
	if size > MaxInput {
		return refused(o, raw[:1<<20], size, tooLarge("the line"))
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if !utf8.Valid(raw) {
		return refused(o, raw, 0, refuse(fault.Invalid, "the line is not valid UTF-8", "save the file in UTF-8"))
	}
	var l line
	if err := json.Unmarshal(raw, &l); err != nil {
		return refused(o, raw, 0, broken(err))
	}
	l.own()
	date := l.Date
	if date == "" {
		date = l.Published
	}
	it := Item{Origin: o, Raw: raw}
	day, err := Day(date)
	if err == nil && l.Text == nil {
		err = refuse(fault.Invalid, `it has no field "text"`, "give each line at least a text; docs/ingest.md lists the fields")
	}
	if l.Text != nil {
		it.Input.Text = *l.Text
	}
	it.Input = s.with(reading.Input{Text: it.Input.Text, Outlet: l.Outlet, Title: l.Title, URL: l.URL, Published: day, Sample: l.Sample})
	if err != nil {
		it.Err = named(o, err)
	}
	return it
}

// broken tells what is wrong with a line of JSON, in words.
func broken(err error) error {
	var syntax *json.SyntaxError
	var typed *json.UnmarshalTypeError
	const hint = "mend the line or leave it out; docs/ingest.md lists the fields"
	switch {
	case errors.As(err, &syntax):
		return refuse(fault.Invalid, fmt.Sprintf("the line is no JSON after byte %d", syntax.Offset), hint)
	case errors.As(err, &typed) && typed.Field != "":
		return refuse(fault.Invalid, fmt.Sprintf("the field %q is %s", typed.Field, kindOfJSON(typed.Value)), hint)
	case errors.As(err, &typed):
		return refuse(fault.Invalid, fmt.Sprintf("the line is %s, not an object", kindOfJSON(typed.Value)), hint)
	}
	return refuse(fault.Invalid, "the line is no JSON", hint)
}

// kindOfJSON names a value of JSON with its article; the decoder adds the digits
// of some numbers.
func kindOfJSON(value string) string {
	kind, _, _ := strings.Cut(value, " ")
	switch kind {
	case "array", "object":
		return "an " + kind
	case "bool":
		return "true or false"
	}
	return "a " + kind
}

// Day gives a date of publication as a record.Date: a time is cut to its day as
// it stands there, since that is the day its readers had; less than a day is
// kept as it is.
func Day(written string) (record.Date, error) {
	w := strings.TrimSpace(written)
	if w == "" {
		return "", nil
	}
	for _, layout := range []string{"2006-01", "2006"} {
		if _, err := time.Parse(layout, w); err == nil {
			return record.Date(w), nil
		}
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339, time.DateTime, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04Z07:00",
		"2006-01-02T15:04:05-0700", "2006-01-02 15:04:05-07:00", "20060102", time.RFC1123, time.RFC1123Z, "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "2 January 2006"} {
		if t, err := time.Parse(layout, w); err == nil {
			return record.Date(t.Format(time.DateOnly)), nil
		}
	}
	return "", refuse(fault.Invalid, fmt.Sprintf("its date %.40q cannot be read", w), "write it as 2023-09-14, 2023-09 or 2023")
}
