package ingest_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep/internal/fault"
	"sitrep/internal/ingest"
)

// FuzzItems: whatever is piped in, every item is either a report that can be
// kept (its text valid, not empty, without NUL, under the limit; its day a day)
// or is refused with one sentence that names where it came from; lines come in
// order, and there are no more items than lines.
func FuzzItems(f *testing.F) {
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte(`{"text":"A text."}` + "\n" + `{"text":"Another."}`))
	w.Close()
	for _, s := range []string{"", "A text.", `{"text":"A text.","date":"2022-02-01"}`, "{\"text\":\"a\"}\n{\"te\n\n{}", "<html><p>Page", "\xff\xfea\x00", "\x1f\x8b", z.String(), z.String()[:30],
		"{\"text\":\"\\u0000\"}", "{\"text\":\"\\ud800\"}", "\ufeff{\"text\":\"x\"}", "%PDF-1.4", `{"text":"x","date":"W"}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := &ingest.Source{Paths: []string{ingest.Pipe}, In: bytes.NewReader(data), Now: now}
		n, last := 0, 0
		for it := range s.Items(context.Background()) {
			n++
			if it.Origin.Line < last {
				t.Errorf("line %d after line %d", it.Origin.Line, last)
			}
			last = it.Origin.Line
			if it.Err != nil {
				msg := it.Err.Error()
				if !strings.HasPrefix(msg, it.Origin.String()) || strings.ContainsAny(msg, "\n\r") || fault.KindOf(it.Err) == fault.Usage {
					t.Errorf("refusal %q of %s", msg, it.Origin)
				}
				continue
			}
			in := it.Input
			if strings.TrimSpace(in.Text) == "" || !utf8.ValidString(in.Text) || strings.Contains(in.Text, "\x00") || len(in.Text) > ingest.MaxText {
				t.Errorf("text %.80q", in.Text)
			}
			if err := ingest.CheckDate(in.Published, now); err != nil {
				t.Errorf("day %q: %v", in.Published, err)
			}
		}
		if n == 0 && len(bytes.TrimSpace(data)) > 0 {
			t.Logf("nothing came of %.80q", data) // blank lines inside a compressed file
		}
	})
}

// FuzzDay: a date that is read is one that Check takes for a date, and reads the
// same again.
func FuzzDay(f *testing.F) {
	for _, s := range []string{"", "2022", "2022-02", "2022-02-01", "2022-02-01T10:00:00Z", "Tue, 01 Feb 2022 23:30:00 GMT", "1 Feb 2022", "20220201", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ingest.Day(s)
		if err != nil {
			return
		}
		again, err := ingest.Day(string(d))
		if err != nil || again != d {
			t.Errorf("%q gives %q, which gives %q, %v", s, d, again, err)
		}
	})
}
