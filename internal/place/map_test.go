package place_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"sitrep/internal/place"
	"sitrep/record"
)

func at(name string, lat, lon, km float64) *record.Place {
	return &record.Place{ID: "p-1", Name: name, Lat: &lat, Lon: &lon, Precision: km}
}

// TestMap: every map is well-formed, small, and holds no script; a country has no
// dot that would claim a point.
func TestMap(t *testing.T) {
	for _, p := range []*record.Place{
		at("Zorivka", 48.5, 37.9, 2), at("Land <of> \"Q\" & co", 49, 32, 440), at("Isle", -18, 179.9, 90), at("Far North", 89.9, -179, 5), at("Wide", 60, 100, 2330),
	} {
		svg := place.Map(p)
		if len(svg) > 120_000 || strings.Contains(svg, "<script") || strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
			t.Errorf("%s: a map of %d bytes", p.Name, len(svg))
		}
		d := xml.NewDecoder(strings.NewReader(svg))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", p.Name, err)
			}
		}
	}
	if n := strings.Count(place.Map(at("Ukraine", 49, 32, 440)), "<circle"); n != 1 {
		t.Errorf("a country is drawn with %d circles; the disc alone tells no point", n)
	}
	if n := strings.Count(place.Map(at("Zorivka", 48.5, 37.9, 2)), "<circle"); n != 2 {
		t.Errorf("a village is drawn with %d circles", n)
	}
	if place.Map(nil) != "" || place.Map(&record.Place{Name: "nowhere"}) != "" {
		t.Error("a map was drawn of a place without a point")
	}
}

func FuzzMap(f *testing.F) {
	f.Add(48.5, 37.9, 2.0)
	f.Add(-90.0, 180.0, 1e9)
	// Every point on earth and every precision gives a map of numbers.
	f.Fuzz(func(t *testing.T, lat, lon, km float64) {
		if !(math.Abs(lat) <= 90 && math.Abs(lon) <= 180 && km > 0 && km < 1e6) {
			return
		}
		if svg := place.Map(at("x", lat, lon, km)); strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") || !strings.HasSuffix(svg, "</svg>") {
			t.Errorf("%v %v %v: %s", lat, lon, km, svg)
		}
	})
}
