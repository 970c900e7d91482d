package cli

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/story"
)

// trendDays is how far back from the newest report trends are counted, and
// trendAge how long a count is shown before it is made again.
const (
	trendDays = 14
	trendAge  = 5 * time.Minute
)

// trends gives a function that counts what most outlets write about, and keeps
// the count for a while: a new one is made behind the pages, not before them.
func trends(a archive.Archive, log *slog.Logger) func(context.Context) *story.Trends {
	var (
		mu      sync.Mutex // guards all below
		kept    *story.Trends
		at      time.Time
		running bool
	)
	return func(ctx context.Context) *story.Trends {
		mu.Lock()
		defer mu.Unlock()
		if !running && time.Since(at) > trendAge {
			running = true
			go func() {
				t, err := countTrends(context.WithoutCancel(ctx), a)
				mu.Lock()
				defer mu.Unlock()
				running, at = false, time.Now()
				if err != nil {
					log.Error("trends not counted", "err", err)
					return
				}
				kept = t
			}()
		}
		return kept
	}
}

// countTrends walks over the reports of the last days that the archive holds.
func countTrends(ctx context.Context, a archive.Archive) (*story.Trends, error) {
	newest, err := a.List(ctx, archive.Query{Limit: 1})
	if err != nil {
		return nil, err
	}
	t := story.NewTrends()
	if len(newest.Items) == 0 {
		return t, nil
	}
	var q archive.Query
	t.Window = "all reports"
	if last, err := time.Parse(time.DateOnly, newest.Items[0].Day); err == nil && newest.Total > 200 {
		q.From = last.AddDate(0, 0, -trendDays).Format(time.DateOnly)
		t.Window = fmt.Sprintf("the reports since %s", q.From)
	}
	for r, err := range a.Readings(ctx, q) {
		if err != nil {
			return nil, err
		}
		t.Add(r, archive.Day(r.Report.Published))
	}
	return t, nil
}
