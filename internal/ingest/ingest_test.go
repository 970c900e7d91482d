package ingest_test

import (
	"strings"
	"testing"
	"time"

	"sitrep/internal/archive/archivetest"
	"sitrep/internal/ingest"
	"sitrep/internal/reading"
	"sitrep/record"
)

// now is the day of the tests.
var now = time.Date(2023, 12, 26, 12, 0, 0, 0, time.UTC)

// from gives a source of one piped-in stream.
func from(text string) *ingest.Source {
	return &ingest.Source{Paths: []string{ingest.Pipe}, In: strings.NewReader(text), Now: now}
}

func all(t *testing.T, s *ingest.Source) (items []ingest.Item) {
	t.Helper()
	for it := range s.Items(t.Context()) {
		items = append(items, it)
	}
	return items
}

func read(in reading.Input) *record.Reading {
	r := archivetest.Reading(in.Outlet, in.URL, string(in.Published), in.Title, in.Text)
	if strings.Contains(in.Text, "PANIC") {
		panic("on purpose")
	}
	return r
}
