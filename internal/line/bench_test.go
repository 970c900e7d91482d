package line

import (
	"os"
	"path/filepath"
	"testing"

	"sitrep/internal/gold"
	"sitrep/internal/outline"
)

// pair gives two real maps of about 3,000 points, some weeks apart.
func pair(b *testing.B) (*Map, *Map, *Boundary) {
	b.Helper()
	var maps []Map
	for _, day := range []string{"20250906", "20251004"} {
		f := filepath.Join(gold.Path(b, "line"), "deepstatemap_data_"+day+".geojson")
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		m, err := Read(f, data, Options{})
		if err != nil {
			b.Fatal(err)
		}
		maps = append(maps, m[0])
	}
	l, err := outline.Ukraine()
	if err != nil {
		b.Fatal(err)
	}
	return &maps[0], &maps[1], NewBoundary(l, Tolerance)
}

func BenchmarkCompare(b *testing.B) {
	x, y, boundary := pair(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compare(x, y, boundary); err != nil {
			b.Fatal(err)
		}
	}
}
