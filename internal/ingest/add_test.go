package ingest_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/archive/memory"
	"sitrep/internal/fault"
	"sitrep/internal/ingest"
	"sitrep/record"
)

func run(t *testing.T, a *ingest.Adder, text string) (results []ingest.Result, err error) {
	t.Helper()
	a.Read = read
	a.Done = func(r ingest.Result) { results = append(results, r) }
	err = a.Run(t.Context(), from(text).Items(t.Context()))
	return results, err
}

func statuses(rs []ingest.Result) string {
	var all []string
	for _, r := range rs {
		all = append(all, string(r.Status))
	}
	return strings.Join(all, " ")
}

func TestAdd(t *testing.T) {
	m := memory.New()
	input := `{"text":"One.","url":"https://example.org/1"}
{"text":"Two.","url":"https://example.org/2"}
broken
{"text":"PANIC"}
{"text":"One, corrected.","url":"https://example.org/1"}
{"text":"One.","url":"https://example.org/1"}
`
	got, err := run(t, &ingest.Adder{Store: m, Workers: 3}, input)
	if want := "added added refused refused corrected known"; err != nil || statuses(got) != want {
		t.Fatalf("%s, %v; want %s", statuses(got), err, want)
	}
	if got[4].Corrects != got[0].Report {
		t.Errorf("correction of %s, want of %s", got[4].Corrects, got[0].Report)
	}
	letters, _ := m.Letters(t.Context(), 0, 0)
	if letters.Total != 2 {
		t.Fatalf("%d dead letters", letters.Total)
	}
	for _, d := range letters.Items {
		whole, _ := m.Letter(t.Context(), d.ID)
		if len(whole.Raw) == 0 || d.Line == 0 || strings.Contains(d.Reason, "line ") && strings.HasPrefix(d.Reason, "standard input") {
			t.Errorf("letter: %+v", whole)
		}
	}
	got, err = run(t, &ingest.Adder{Store: m}, input)
	if want := "known known refused refused known known"; err != nil || statuses(got) != want {
		t.Errorf("again: %s, %v; want %s", statuses(got), err, want)
	}
	got, err = run(t, &ingest.Adder{Store: m, Again: true}, input)
	if want := "reread reread refused refused reread reread"; err != nil || statuses(got) != want {
		t.Errorf("read anew: %s, %v; want %s", statuses(got), err, want)
	}
}

func many(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"text\":\"Report %d.\"}\n", i)
	}
	return b.String()
}

func TestOrderIsKept(t *testing.T) {
	m := memory.New()
	got, err := run(t, &ingest.Adder{Store: m, Workers: 8}, many(500))
	if err != nil || len(got) != 500 {
		t.Fatalf("%d results, %v", len(got), err)
	}
	for i, r := range got {
		if r.Origin.Line != i+1 {
			t.Fatalf("result %d is of line %d", i, r.Origin.Line)
		}
	}
	n := 0
	for r, err := range m.Readings(t.Context(), archive.Query{}) {
		if want := fmt.Sprintf("Report %d.", n); err != nil || r.Text != want {
			t.Fatalf("reading %d is %q", n, r.Text)
		}
		n++
	}
}

// failing is an archive whose disk is full after some reports, or that refuses
// some for good.
type failing struct {
	*memory.Store
	room int
}

func (f *failing) Add(ctx context.Context, rs ...*record.Reading) ([]archive.Outcome, error) {
	for _, r := range rs {
		if strings.Contains(r.Text, "Report 7.") {
			return nil, fault.New(fault.Invalid, "archive.Add", "x", errors.New("never this one"))
		}
	}
	if f.room -= len(rs); f.room < 0 {
		return nil, fault.New(fault.Full, "archive.Add", "x", nil)
	}
	return f.Store.Add(ctx, rs...)
}

func TestOneRefusedByTheArchive(t *testing.T) {
	f := &failing{memory.New(), 1000}
	got, err := run(t, &ingest.Adder{Store: f, Workers: 2}, many(40))
	if err != nil || len(got) != 40 || strings.Count(statuses(got), "added") != 39 || got[7].Status != ingest.Refused {
		t.Errorf("%s, %v", statuses(got), err)
	}
}

func TestFullDisk(t *testing.T) {
	f := &failing{memory.New(), 100}
	got, err := run(t, &ingest.Adder{Store: f, Workers: 2}, strings.ReplaceAll(many(500), "Report 7.", "Report seven."))
	if fault.KindOf(err) != fault.Full {
		t.Fatalf("error %v", err)
	}
	h, _ := f.Health(t.Context(), false)
	if len(got) != h.Reports || h.Reports > 100 {
		t.Errorf("%d acknowledged, %d kept", len(got), h.Reports)
	}
}

func TestStop(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	m := memory.New()
	n := 0
	a := &ingest.Adder{Store: m, Read: read, Workers: 2, Done: func(ingest.Result) {
		if n++; n == 50 {
			cancel()
		}
	}}
	err := a.Run(ctx, from(many(5000)).Items(ctx))
	h, _ := m.Health(t.Context(), false)
	if !ingest.Stopped(err) || h.Reports != n || n >= 5000 {
		t.Errorf("error %v; %d acknowledged, %d kept", err, n, h.Reports)
	}
}

// TestStopWhileWaiting: nothing comes in any more, and the person asks to stop.
func TestStopWhileWaiting(t *testing.T) {
	in, out := io.Pipe()
	defer out.Close()
	ctx, cancel := context.WithCancel(t.Context())
	m := memory.New()
	src := &ingest.Source{Paths: []string{ingest.Pipe}, In: in, Now: now}
	a := &ingest.Adder{Store: m, Read: read, Done: func(ingest.Result) { cancel() }}
	go out.Write([]byte(`{"text":"One."}` + "\n" + `{"text":"Tw`))
	err := a.Run(ctx, src.Items(ctx))
	h, _ := m.Health(t.Context(), false)
	if !ingest.Stopped(err) || h.Reports != 1 || h.DeadLetters != 0 {
		t.Errorf("error %v; health %+v", err, h)
	}
}

// TestReadStops: reading from a pipe ends when it is asked to.
func TestReadStops(t *testing.T) {
	in, out := io.Pipe()
	defer out.Close()
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	for it := range (&ingest.Source{Paths: []string{ingest.Pipe}, In: in, Now: now}).Items(ctx) {
		t.Errorf("an item of nothing: %+v", it)
	}
}
