package sqlite_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/internal/archive/archivetest"
	"sitrep/internal/archive/sqlite"
	"sitrep/record"
)

// BenchmarkAdd adds batches of 32 reports of 3.5 kB with 25 statements each,
// which is what news articles come to.
func BenchmarkAdd(b *testing.B) {
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "archive.sitrep"), sqlite.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	body := strings.Repeat("Ada Vale said that the harbour of Eastmere is open again. The storm broke the outer wall, and nobody had seen the like of it. ", 25)
	b.ReportAllocs()
	b.SetBytes(int64(32 * len(body)))
	n := 0
	for b.Loop() {
		batch := make([]*record.Reading, 32)
		for i := range batch {
			n++
			batch[i] = archivetest.Reading("Gazette", fmt.Sprintf("https://example.org/%d", n), "2023-09-14", "A title", fmt.Sprintf("%s It is number %d.", body, n))
		}
		if _, err := s.Add(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "reports/s")
}
