package score

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/internal/ingest"
	"sitrep/record"
)

// AddTask measures taking reports into an archive on disk: all of it, the
// storing alone, and going over reports that are known already. It reads at
// most Args.Limit reports.
//
// Keys: reports, refused, seconds, reports_per_second, mb_per_second (of text),
// storing_reports_per_second (time in the archive alone), known_per_second,
// peak_rss_mb, archive_mb, bytes_per_byte (archive to text).
func AddTask(a Args) (Metrics, error) {
	if a.Store == nil {
		return nil, fault.New(fault.Usage, "score.add", "", errors.New("no archive was given to measure"))
	}
	dir, err := os.MkdirTemp("", "sitrep-score-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "archive.sitrep")
	ctx := context.Background()
	store, closer, err := a.Store(ctx, path)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	timed := &timedStore{Store: store}
	m := Metrics{}
	bytes, err := addAll(ctx, a, timed, m)
	if err != nil {
		return nil, err
	}
	m["mb_per_second"] = float64(bytes) / 1e6 / m["seconds"].(float64)
	m["storing_reports_per_second"] = float64(m["reports"].(int)) / timed.spent.Seconds()
	again := Metrics{}
	if _, err := addAll(ctx, a, store, again); err != nil {
		return nil, err
	}
	m["known_per_second"] = again["reports_per_second"]
	m["peak_rss_mb"] = peak()
	if err := closer.Close(); err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && bytes > 0 {
		m["archive_mb"] = float64(info.Size()) / 1e6
		m["bytes_per_byte"] = float64(info.Size()) / float64(bytes)
	}
	return m, nil
}

// addAll adds the reports of the gold file and tells how many bytes of text they
// had.
func addAll(ctx context.Context, a Args, store ingest.Store, m Metrics) (bytes int, err error) {
	src := &ingest.Source{Paths: []string{a.Gold}}
	reports, refused := 0, 0
	adder := &ingest.Adder{Store: store, Read: a.Reader.Read, Done: func(r ingest.Result) {
		bytes += r.Bytes
		if reports++; r.Status == ingest.Refused {
			refused++
		}
	}}
	start := time.Now()
	err = adder.Run(ctx, func(yield func(ingest.Item) bool) {
		n := 0
		for it := range src.Items(ctx) {
			if n++; a.Limit > 0 && n > a.Limit || !yield(it) {
				return
			}
		}
	})
	seconds := time.Since(start).Seconds()
	m["reports"], m["refused"], m["seconds"], m["reports_per_second"] = reports, refused, seconds, float64(reports)/seconds
	return bytes, err
}

// timedStore adds up the time spent in Add.
type timedStore struct {
	ingest.Store
	spent time.Duration
}

func (s *timedStore) Add(ctx context.Context, rs ...*record.Reading) ([]archive.Outcome, error) {
	start := time.Now()
	defer func() { s.spent += time.Since(start) }()
	return s.Store.Add(ctx, rs...)
}

// OpenStore makes an archive at a path, for measuring.
type OpenStore func(ctx context.Context, path string) (ingest.Store, io.Closer, error)

// peak gives the most memory that the process has held, in megabytes: what
// Linux tells of it, or else what the runtime took from the system.
func peak() float64 {
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		for line := range strings.Lines(string(status)) {
			if f := strings.Fields(line); len(f) == 3 && f[0] == "VmHWM:" {
				if kb, err := strconv.ParseFloat(f[1], 64); err == nil {
					return kb * 1024 / 1e6
				}
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.Sys) / 1e6
}
