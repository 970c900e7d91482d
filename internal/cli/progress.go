package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"sitrep/internal/ingest"
)

// progress shows how far long work has come.
type progress interface {
	done(ingest.Result) // after each item
	end()
}

// newProgress gives a bar on a terminal, lines of JSON for programs, and a plain
// line every few seconds elsewhere.
func newProgress(asJSON bool, s Streams, src *ingest.Source, sums *tally) progress {
	switch {
	case asJSON:
		return jsonLines{json.NewEncoder(s.Out)}
	case terminal(s.Err):
		return newBar(s.Err, src, sums)
	}
	return &plainLines{out: s.Err, src: src, sums: sums, next: time.Now().Add(plainEvery)}
}

// jsonLines prints each result once it is stored: a line is an acknowledgement.
type jsonLines struct{ enc *json.Encoder }

func (j jsonLines) done(r ingest.Result) { j.enc.Encode(r) }
func (j jsonLines) end()                 {}

// plainEvery is the time between two plain lines: a log should not fill up.
const plainEvery = 5 * time.Second

type plainLines struct {
	out  io.Writer
	src  *ingest.Source
	sums *tally
	next time.Time
}

func (p *plainLines) done(r ingest.Result) {
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(plainEvery)
	fmt.Fprintf(p.out, "%d reports%s, %d refused\n", p.sums.all(), percent(r.Read, p.src.Total()), p.sums.Refused)
}

func (p *plainLines) end() {}

// percent tells how much of the files is done, where that is known.
func percent(read, total int64) string {
	if total == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d %%)", min(100, read*100/total))
}

type bar struct {
	p   *mpb.Progress
	b   *mpb.Bar
	src *ingest.Source
}

func newBar(w io.Writer, src *ingest.Source, sums *tally) *bar {
	p := mpb.New(mpb.WithOutput(w), mpb.WithWidth(60), mpb.WithRefreshRate(150*time.Millisecond))
	start := time.Now()
	counts := func(decor.Statistics) string {
		n := sums.seen.Load()
		return fmt.Sprintf(" %d reports, %.0f/s, %d refused", n, float64(n)/max(time.Since(start).Seconds(), 0.1), sums.refused.Load())
	}
	b := p.AddBar(0, mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name("adding "), decor.Percentage()), mpb.AppendDecorators(decor.Any(counts)))
	return &bar{p, b, src}
}

func (b *bar) done(r ingest.Result) {
	if total := b.src.Total(); total > 0 {
		b.b.SetTotal(total, false)
		b.b.SetCurrent(min(r.Read, total))
	}
}

func (b *bar) end() {
	b.b.SetTotal(-1, true)
	b.p.Wait()
}
