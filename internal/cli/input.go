package cli

import (
	"time"

	"sitrep/internal/fault"
	"sitrep/internal/ingest"
	"sitrep/record"
)

// inputFlags say what comes in, for commands to embed.
type inputFlags struct {
	Paths     []string `arg:"" optional:"" name:"path" help:"Text, HTML or JSON Lines files, also compressed with gzip, and folders of them; - or nothing is standard input."`
	Published string   `help:"Day of publication of reports that do not tell it: 2023-09-14, 2023-09 or 2023." placeholder:"DAY"`
	Outlet    string   `help:"Who published reports that do not tell it." placeholder:"NAME"`
	Title     string   `help:"Title of reports that do not tell it."`
	URL       string   `name:"url" help:"Address of a report that does not tell it."`
	Encoding  string   `help:"Encoding of files that do not tell it, such as windows-1251; else it is found out." placeholder:"NAME"`
}

// source gives where the reports come from.
func (f *inputFlags) source(s Streams) (*ingest.Source, error) {
	now := time.Now()
	if err := ingest.CheckDate(record.Date(f.Published), now); err != nil {
		return nil, fault.New(fault.Usage, "cli", "--published "+f.Published, nil).Hinted("write a day that has been, as 2023-09-14, 2023-09 or 2023")
	}
	paths := f.Paths
	if len(paths) == 0 {
		if terminal(s.In) {
			return nil, fault.New(fault.Usage, "cli", "no file was named and nothing is piped in", nil).Hinted("name a file, or - to type a text and end it with Ctrl-D")
		}
		paths = []string{ingest.Pipe}
	}
	return &ingest.Source{Paths: paths, In: s.In, Encoding: f.Encoding, Now: now,
		Defaults: ingest.Defaults{Outlet: f.Outlet, Title: f.Title, URL: f.URL, Published: record.Date(f.Published)}}, nil
}
