package outline

import (
	"bytes"
	"testing"

	"sitrep/internal/earth"
)

func TestUkraine(t *testing.T) {
	l, err := Ukraine()
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Units) != 27 || l.Source == "" || l.Licence == "" {
		t.Errorf("%d units, source %q, licence %q", len(l.Units), l.Source, l.Licence)
	}
	e := earth.WGS84()
	if km2 := e.AreaOf(l.Area()) / 1e6; km2 < 595e3 || km2 > 608e3 {
		t.Errorf("Ukraine has %.0f km²", km2)
	}
	// The outer border and the coast together are about 6,500 km at this scale;
	// with the borders between divisions left in it would be more than twice that.
	var km float64
	for _, p := range l.Outline() {
		km += e.LengthOf(p) / 1000
	}
	if km < 5500 || km > 9000 {
		t.Errorf("the outline has %.0f km", km)
	}
	for _, c := range []struct {
		lon, lat float64
		want     string
	}{{37.8, 48.0, "Donetsk"}, {34.1, 44.95, "Crimea"}, {30.52, 50.45, "Kyiv city"}, {32.6, 46.64, "Kherson"}, {33.55, 44.58, "Sevastopol"}} {
		got := ""
		for _, u := range l.Units {
			if u.Area.Holds(earth.Point{Lon: c.lon, Lat: c.lat}) {
				got += u.Name
			}
		}
		if got != c.want {
			t.Errorf("%v lies in %q, want %q", c, got, c.want)
		}
	}
}

func TestWorld(t *testing.T) {
	l, err := World()
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Units) < 200 {
		t.Errorf("%d countries", len(l.Units))
	}
	if !l.Area().Holds(earth.Point{Lon: 2, Lat: 47}) {
		t.Error("no ground in the middle of France")
	}
}

func TestPackAndBack(t *testing.T) {
	ring := earth.Ring{{Lon: -1, Lat: 2}, {Lon: 3.5, Lat: 2}, {Lon: 3.5, Lat: -4.25}}
	l := &Layer{Name: "n", Source: "s", Licence: "l", Scale: "1:1", Units: []Unit{{"A", "Aland", earth.Area{{ring}}}, {"B", "Beland", nil}}}
	var b bytes.Buffer
	if err := Pack(&b, l, 100); err != nil {
		t.Fatal(err)
	}
	got, err := unpack("test", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got.Units[0].Area[0][0][2] != ring[2] || got.Units[1].Name != "Beland" || got.Licence != "l" {
		t.Errorf("%+v", got)
	}
}

// FuzzUnpack: damaged files give an error, never a panic.
func FuzzUnpack(f *testing.F) {
	f.Add(ukraine[:100])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := unpack("fuzz", b)
		if (l == nil) == (err == nil) {
			t.Fatal("neither a layer nor an error")
		}
	})
}
