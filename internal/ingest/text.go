package ingest

import (
	"fmt"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/page"
	"sitrep/internal/reading"
	"sitrep/record"
)

func tooLarge(what string) error {
	return refuse(fault.TooLarge, fmt.Sprintf("%s has more than %d MB", what, MaxInput>>20), "cut it into its reports")
}

// text takes a report from plain text, as it stands.
func (s *Source) text(name string, raw []byte) Item {
	o := Origin{Name: name}
	text, _, err := page.Decode(raw, page.Hints{Encoding: s.Encoding})
	if err != nil {
		return refused(o, raw, 0, err)
	}
	return Item{Origin: o, Raw: raw, Input: s.with(reading.Input{Text: text})}
}

// html takes a report from a page.
func (s *Source) html(name string, raw []byte) Item {
	o := Origin{Name: name}
	a, err := page.Extract(raw, page.Hints{Encoding: s.Encoding, HTML: true}, s.Defaults.URL)
	if err != nil {
		return refused(o, raw, 0, err)
	}
	in := reading.Input{Text: a.Text, Title: a.Title, Outlet: a.Outlet, URL: a.URL}
	if a.Published != "" && s.Defaults.Published == "" && CheckDate(a.Published, s.Now) == nil {
		in.Published, in.PublishedBasis = a.Published, record.Page
	}
	// What the person says goes before what a page says of itself.
	over(&in.Outlet, s.Defaults.Outlet)
	over(&in.Title, s.Defaults.Title)
	over(&in.URL, s.Defaults.URL)
	return Item{Origin: o, Raw: raw, Input: s.with(in)}
}

func over(to *string, chosen string) {
	if chosen != "" {
		*to = chosen
	}
}

// with fills in what a report did not tell.
func (s *Source) with(in reading.Input) reading.Input {
	for _, f := range []struct {
		to   *string
		from string
	}{{&in.Outlet, s.Defaults.Outlet}, {&in.Title, s.Defaults.Title}, {&in.URL, s.Defaults.URL}} {
		*f.to = strings.TrimSpace(*f.to)
		if *f.to == "" {
			*f.to = f.from
		}
	}
	if in.Published == "" {
		in.Published = s.Defaults.Published
	}
	return in
}
