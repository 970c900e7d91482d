package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/archive/sqlite"
	"sitrep/internal/ingest"
	"sitrep/internal/reading"
	"sitrep/record"
)

// addCommand is `sitrep add`.
type addCommand struct {
	inputFlags
	archiveFlag
	Again   bool `help:"Read reports anew that are kept already."`
	Workers int  `help:"How many reports to read at once; 0 is one a processor." placeholder:"N"`
	JSON    bool `name:"json" help:"Print what became of each report as a line of JSON once it is stored, and the sums as the last line."`

	// read takes the reader's place in tests; nil means the reader.
	read func(reading.Input) *record.Reading
}

// Run reads reports into the archive.
func (c *addCommand) Run(ctx context.Context, s Streams) error {
	src, err := c.source(s)
	if err != nil {
		return err
	}
	a, set, err := c.open(ctx, sqlite.Options{Create: true})
	if err != nil {
		return err
	}
	defer a.Close()
	if c.read == nil {
		reader, err := newReader()
		if err != nil {
			return err
		}
		c.read = reader.Read
	}
	if c.Workers == 0 {
		c.Workers = set.Workers
	}
	sums := &tally{Archive: set.Archive, start: time.Now()}
	show := newProgress(c.JSON, s, src, sums)
	adder := &ingest.Adder{Store: a, Read: c.read, Workers: c.Workers, Again: c.Again, Done: func(r ingest.Result) {
		sums.count(r)
		show.done(r)
	}}
	err = adder.Run(ctx, src.Items(ctx))
	show.end()
	sums.Skipped = src.Skipped()
	sums.finish()
	if c.JSON {
		json.NewEncoder(s.Out).Encode(map[string]any{"sums": sums})
	} else {
		sums.print(s.Out)
	}
	if ingest.Stopped(err) {
		return fmt.Errorf("stopped; what was added so far is kept")
	}
	if err == nil && sums.Refused > 0 {
		return errRefused
	}
	return err
}

// tally adds up what became of the reports.
type tally struct {
	Archive   string  `json:"archive"`
	Added     int     `json:"added"`
	Corrected int     `json:"corrected"`
	Known     int     `json:"known"`
	Reread    int     `json:"reread"`
	Refused   int     `json:"refused"`
	Unread    int     `json:"unread"`  // kept, but nothing was extracted
	Skipped   int     `json:"skipped"` // files of folders that hold no reports by their names
	Bytes     int64   `json:"bytes"`   // of the texts
	Seconds   float64 `json:"seconds"`
	PerSecond float64 `json:"reports_per_second"`
	MBPerSec  float64 `json:"mb_per_second"`

	start         time.Time
	seen, refused atomic.Int64    // for the progress bar, which draws beside
	reasons       []ingest.Result // the first refusals, to be shown
}

// shown is how many refusals are listed at the end; sitrep doctor has them all.
const shown = 10

func (t *tally) count(r ingest.Result) {
	t.Bytes += int64(r.Bytes)
	t.seen.Add(1)
	switch r.Status {
	case archive.Added:
		t.Added++
	case archive.Corrected:
		t.Corrected++
	case archive.Known:
		t.Known++
	case ingest.Reread:
		t.Reread++
	case ingest.Refused:
		t.Refused++
		t.refused.Add(1)
		if len(t.reasons) < shown {
			t.reasons = append(t.reasons, r)
		}
	}
	if r.Unread != "" {
		t.Unread++
	}
}

// all is how many items there were.
func (t *tally) all() int { return t.Added + t.Corrected + t.Known + t.Reread + t.Refused }

func (t *tally) finish() {
	t.Seconds = time.Since(t.start).Seconds()
	if t.Seconds > 0 {
		t.PerSecond = float64(t.all()) / t.Seconds
		t.MBPerSec = float64(t.Bytes) / 1e6 / t.Seconds
	}
}

func (t *tally) print(w io.Writer) {
	fmt.Fprintf(w, "%d added, %d known already, %d refused", t.Added+t.Corrected, t.Known, t.Refused)
	if t.Corrected > 0 {
		fmt.Fprintf(w, "; %d of the added correct a kept one", t.Corrected)
	}
	if t.Reread > 0 {
		fmt.Fprintf(w, "; %d read anew", t.Reread)
	}
	if t.Unread > 0 {
		fmt.Fprintf(w, "; %d kept but not read, being in another language or too short", t.Unread)
	}
	if t.Skipped > 0 {
		fmt.Fprintf(w, "; %s left out by name", many(t.Skipped, "file"))
	}
	fmt.Fprintf(w, "\nin %.1f s: %.0f reports/s, %.1f MB/s, into %s\n", t.Seconds, t.PerSecond, t.MBPerSec, t.Archive)
	for _, r := range t.reasons {
		fmt.Fprintln(w, "refused:", r.Reason)
	}
	if n := t.Refused - len(t.reasons); n > 0 {
		fmt.Fprintf(w, "and %d more: sitrep doctor lists all that was refused\n", n)
	}
}
