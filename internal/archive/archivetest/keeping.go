package archivetest

import (
	"bytes"
	"fmt"
	"sync"
	"testing"
	"time"

	"sitrep/internal/archive"
)

func deadLetters(t *testing.T, a archive.Archive) {
	ctx := t.Context()
	at := time.Date(2023, 9, 14, 12, 0, 0, 123456789, time.FixedZone("EET", 2*3600))
	first := archive.DeadLetter{Origin: "reports.jsonl", Line: 3, Kind: "not valid", Reason: "line 3 is broken", Outlet: "Gaz\xffette", Raw: []byte{0, 0xff, 'x'}, At: at}
	second := archive.DeadLetter{Origin: "big.txt", Kind: "too large", Reason: "too large", Raw: bytes.Repeat([]byte("y"), archive.MaxRaw+5), Size: 1 << 40, At: at.Add(time.Hour)}
	if err := a.Bury(ctx, first, second); err != nil {
		t.Fatal(err)
	}
	p, err := a.Letters(ctx, 0, 0)
	if err != nil || p.Total != 2 || p.Items[0].Origin != "big.txt" {
		t.Fatalf("letters: %+v, %v", p, err)
	}
	got := p.Items[1]
	if got.ID == "" || got.Line != 3 || got.Reason != first.Reason || got.Times != 1 || got.Raw != nil || got.Size != 3 {
		t.Errorf("letter: %+v", got)
	}
	if want := at.UTC().Truncate(time.Millisecond); !got.At.Equal(want) || got.At.Location() != time.UTC {
		t.Errorf("time is %v, want %v", got.At, want)
	}
	whole, err := a.Letter(ctx, got.ID)
	if err != nil || !bytes.Equal(whole.Raw, first.Raw) {
		t.Errorf("raw is %q, %v", whole.Raw, err)
	}
	big, err := a.Letter(ctx, p.Items[0].ID)
	if err != nil || len(big.Raw) != archive.MaxRaw || big.Size != 1<<40 {
		t.Errorf("large raw: %d bytes of %d, %v", len(big.Raw), big.Size, err)
	}

	first.Reason, first.At = "still broken", at.Add(2*time.Hour)
	if err := a.Bury(ctx, first); err != nil {
		t.Fatal(err)
	}
	p, _ = a.Letters(ctx, 1, 0)
	if p.Total != 2 || len(p.Items) != 1 || p.Items[0].Times != 2 || p.Items[0].Reason != "still broken" {
		t.Errorf("buried twice: %+v", p)
	}
	if n, err := a.Forget(ctx, got.ID, "d-none"); err != nil || n != 1 {
		t.Errorf("Forget one: %d, %v", n, err)
	}
	if n, err := a.Forget(ctx); err != nil || n != 1 {
		t.Errorf("Forget all: %d, %v", n, err)
	}
}

func health(t *testing.T, a archive.Archive) {
	fill(t, a)
	add(t, a, Reading("Gazette", "https://example.org/1", "2023-09-13", "Talks", "Ada Vale said that she was misquoted."))
	if err := a.Bury(t.Context(), archive.DeadLetter{Origin: "x", Reason: "y"}); err != nil {
		t.Fatal(err)
	}
	for _, deep := range []bool{false, true} {
		h, err := a.Health(t.Context(), deep)
		if err != nil {
			t.Fatal(err)
		}
		if h.Backend == "" || h.Engine == "" || h.Schema < 1 || h.Reports != 4 || h.Superseded != 1 || h.Statements != 5 || h.DeadLetters != 1 || h.Bytes <= 0 || h.ReadOnly || h.Deep != deep || len(h.Problems) > 0 {
			t.Errorf("health: %+v", h)
		}
	}
}

func manyAtOnce(t *testing.T, a archive.Archive) {
	const writers, each = 4, 12
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := range each {
				// Every report is added by two writers.
				r := Reading("Gazette", fmt.Sprintf("https://example.org/%d/%d", w/2, i), "2023", "x", fmt.Sprintf("Ada Vale said that %d of %d fell.", i, w/2))
				if _, err := a.Add(t.Context(), r); err != nil {
					t.Errorf("Add: %v", err)
				}
				if _, err := a.List(t.Context(), archive.Query{}); err != nil {
					t.Errorf("List: %v", err)
				}
				if _, err := a.SearchStatements(t.Context(), archive.SearchQuery{Words: "fell"}); err != nil {
					t.Errorf("Search: %v", err)
				}
			}
		})
	}
	wg.Wait()
	if p := list(t, a, archive.Query{}); p.Total != writers/2*each {
		t.Errorf("%d reports, want %d", p.Total, writers/2*each)
	}
}
