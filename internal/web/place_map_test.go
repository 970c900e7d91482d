package web_test

import (
	"strings"
	"testing"

	"sitrep/internal/web"
	"sitrep/record"
)

func TestDrawPlace(t *testing.T) {
	lat, lon := 48.6, 38.0
	got := web.DrawPlace(&record.Place{Name: `A "town" <b>`, Lat: &lat, Lon: &lon, Precision: 3})
	if !strings.HasPrefix(got, "<svg") || strings.Contains(got, "<b>") || strings.Contains(got, "style=") || len(got) > 30000 {
		t.Errorf("%d bytes: %.200s", len(got), got)
	}
	for _, p := range []*record.Place{nil, {Name: "Nowhere"}, {Lat: &lat, Lon: &lon, Precision: 400}} {
		if got := web.DrawPlace(p); got != "" {
			t.Errorf("%+v is drawn", p)
		}
	}
}

func BenchmarkDrawPlace(b *testing.B) {
	lat, lon := 48.6, 38.0
	b.ReportAllocs()
	for b.Loop() {
		web.DrawPlace(&record.Place{Lat: &lat, Lon: &lon})
	}
}
