package line

import (
	"strings"
	"testing"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
)

const (
	box    = `[[30,48],[30.1,48],[30.1,48.1],[30,48.1],[30,48]]`
	boxZ   = `[[30,48,7],[30.1,48,7],[30.1,48.1,7],[30,48.1,7],[30,48,7]]`
	other  = `[[31,48],[31.1,48],[31.1,48.1],[31,48.1],[31,48]]`
	noRing = `[[30,48],[30,48]]`
)

func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`
}

func feature(props, kind, coordinates string) string {
	return `{"type":"Feature","properties":` + props + `,"geometry":{"type":"` + kind + `","coordinates":` + coordinates + `}}`
}

// TestFormats reads what control maps are published as. want lists the maps as
// "source day holder kind polygons".
func TestFormats(t *testing.T) {
	for _, c := range []struct{ name, file, text, want, note string }{
		{"a bare polygon", "a_20300501.geojson", `{"type":"Polygon","coordinates":[` + box + `]}`, "a 2030-05-01  area 1", ""},
		{"a byte order mark", "a_20300501.geojson", "\ufeff" + `{"type":"Polygon","coordinates":[` + box + `]}`, "a 2030-05-01  area 1", ""},
		{"a feature", "2030-05-01.json", feature(`{}`, "Polygon", `[`+box+`]`), "2030-05-01 2030-05-01  area 1", ""},
		{"third coordinates", "a_20300501.geojson", feature(`null`, "Polygon", `[`+boxZ+`]`), "a 2030-05-01  area 1", "third coordinates dropped"},
		{"several polygons", "front-01052030.geojson", feature(`{}`, "MultiPolygon", `[[`+box+`],[`+other+`]]`), "front 2030-05-01  area 2", ""},
		{"a geometry collection", "a_20300501.geojson", `{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[` + box + `]},{"type":"GeometryCollection","geometries":[{"type":"MultiPolygon","coordinates":[[` + other + `]]}]}]}`, "a 2030-05-01  area 2", ""},
		{"a feature's geometry collection", "a_20300501.geojson", `{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[` + box + `]}]}}`, "a 2030-05-01  area 1", ""},
		{"a line", "a_20300501.geojson", feature(`{}`, "LineString", `[[30,48],[30.1,48]]`), "a 2030-05-01  front 0", ""},
		{"lines and ground", "a_20300501.geojson", collection(feature(`{}`, "MultiLineString", `[[[30,48],[30.1,48]]]`), feature(`{}`, "Polygon", `[`+box+`]`)), "a 2030-05-01  area 1; a 2030-05-01  front 0", ""},
		{"points", "a_20300501.geojson", collection(feature(`{}`, "Point", `[30,48]`), feature(`{}`, "Polygon", `[`+box+`]`)), "a 2030-05-01  area 1", "points left out: 1"},
		{"two days in one file", "a.geojson", collection(feature(`{"date":"2030-05-01"}`, "Polygon", `[`+box+`]`), feature(`{"date":"2030-05-02T10:00:00Z"}`, "Polygon", `[`+other+`]`)), "a 2030-05-01  area 1; a 2030-05-02  area 1", ""},
		{"two sources in one file", "a_20300501.geojson", collection(feature(`{"source":"Ash"}`, "Polygon", `[`+box+`]`), feature(`{"Source":"Birch","held_by":"BOR"}`, "Polygon", `[`+other+`]`)), "Ash 2030-05-01  area 1; Birch 2030-05-01 BOR area 1", ""},
		{"seconds since 1970", "a.geojson", feature(`{"timestamp":1904083200}`, "Polygon", `[`+box+`]`), "a 2030-05-04  area 1", ""},
		{"a day as a number", "a.geojson", feature(`{"date":20300504}`, "Polygon", `[`+box+`]`), "a 2030-05-04  area 1", ""},
		{"properties of the file", "a.geojson", `{"type":"FeatureCollection","properties":{"date":"2030-05-01","holder":"ASH"},"features":[` + feature(`{}`, "Polygon", `[`+box+`]`) + `]}`, "a 2030-05-01 ASH area 1", ""},
		{"no shape", "a_20300501.geojson", collection(`{"type":"Feature","properties":{},"geometry":null}`, feature(`{}`, "Polygon", `[`+box+`]`)), "a 2030-05-01  area 1", "without a shape left out: 1"},
		{"an open ring", "a_20300501.geojson", feature(`{}`, "Polygon", `[[[30,48],[30.1,48],[30.1,48.1]]]`), "a 2030-05-01  area 1", "rings closed: 1"},
		{"the system named", "a_20300501.geojson", `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[` + feature(`{}`, "Polygon", `[`+box+`]`) + `]}`, "a 2030-05-01  area 1", ""},
	} {
		maps, err := Read(c.file, []byte(c.text), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got, notes []string
		for _, m := range maps {
			got = append(got, strings.Join([]string{m.Source, m.Day, m.Holder, string(m.Kind), string(rune('0' + len(m.Area)))}, " "))
			notes = append(notes, m.Notes...)
		}
		if s := strings.Join(got, "; "); s != c.want || !strings.Contains(strings.Join(notes, "; "), c.note) {
			t.Errorf("%s: %q %q, want %q %q", c.name, s, notes, c.want, c.note)
		}
	}
}

// TestRefused: what cannot be read is refused whole, with file, feature, reason.
func TestRefused(t *testing.T) {
	good := feature(`{}`, "Polygon", `[`+box+`]`)
	for _, c := range []struct{ name, file, text, want string }{
		{"not JSON", "a_20300501.geojson", `{"type":`, "a_20300501.geojson: not GeoJSON"},
		{"not GeoJSON", "a_20300501.geojson", `{"a":1}`, "without a type"},
		{"a list", "a_20300501.geojson", `[1,2]`, "not GeoJSON"},
		{"no day", "a.geojson", good, "a.geojson, feature 1: no day"},
		{"a bad feature among good ones", "a_20300501.geojson", collection(good, feature(`{}`, "Polygon", `[[[30,48],[30.1]]]`)), "feature 2: ring 1: point 2 has 1 coordinates"},
		{"latitude first", "a_20300501.geojson", collection(good, feature(`{}`, "Polygon", `[[[48,130],[49,130],[49,131],[48,130]]]`)), "longitude first"},
		{"another type", "a_20300501.geojson", feature(`{}`, "Circle", `[1]`), `type "Circle" is not known`},
		{"no coordinates", "a_20300501.geojson", `{"type":"Polygon"}`, "without coordinates"},
		{"words for numbers", "a_20300501.geojson", feature(`{}`, "Polygon", `[[["30","48"]]]`), "feature 1: Polygon"},
		{"another system", "a_20300501.geojson", `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[` + good + `]}`, "another system"},
		{"only points", "a_20300501.geojson", feature(`{}`, "Point", `[30,48]`), "no polygon and no line"},
		{"nothing", "a_20300501.geojson", collection(), "no polygon and no line"},
		{"no area", "a_20300501.geojson", feature(`{}`, "Polygon", `[`+noRing+`]`), "no polygon with an area"},
	} {
		maps, err := Read(c.file, []byte(c.text), Options{})
		if err == nil || len(maps) > 0 || !strings.Contains(err.Error(), c.want) || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v, %v, want %q", c.name, maps, err, c.want)
		}
	}
	if _, err := Read("a.geojson", []byte(good), Options{Day: "1 May"}); fault.KindOf(err) != fault.Usage {
		t.Errorf("a day in words: %v", err)
	}
}

func TestOrientation(t *testing.T) {
	for _, ring := range []string{box, `[[30,48],[30,48.1],[30.1,48.1],[30.1,48],[30,48]]`} {
		maps, err := Read("a_20300501.geojson", []byte(feature(`{}`, "Polygon", `[`+ring+`]`)), Options{})
		if err != nil || earth.WGS84().RingArea(maps[0].Area[0][0]) <= 0 {
			t.Errorf("%s: %v, %v", ring, maps, err)
		}
	}
}

func TestFindDay(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"map_20240708", "2024-07-08"}, {"map-2024-07-08.geojson", "2024-07-08"}, {"frontline_28092022", "2022-09-28"}, {"28.09.2022", "2022-09-28"},
		{"2024-07-08T10:00:00Z", "2024-07-08"}, {"map_2024_07_08_v2", "2024-07-08"}, {"20240230", ""}, {"v12345678", ""}, {"map", ""}, {"120240708", ""}, {"07/08/2024", ""},
	} {
		if got, _ := findDay(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.in, got, c.want)
		}
	}
}

// FuzzRead: any bytes give maps or an error, never both, and maps are valid.
func FuzzRead(f *testing.F) {
	f.Add([]byte(collection(feature(`{"date":"2030-05-01"}`, "Polygon", `[`+box+`]`))))
	f.Add([]byte(`{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,4]]}]}`))
	f.Add([]byte(`{"type":"Polygon","coordinates":[[[0,0],[1e308,0],[0,1e-308]]]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		maps, err := Read("a_20300501.geojson", b, Options{})
		if (err == nil) == (len(maps) == 0) {
			t.Fatalf("%d maps and %v", len(maps), err)
		}
		for _, m := range maps {
			if m.Kind == Ground && valid(m.Area) != nil {
				t.Fatal("not valid")
			}
		}
	})
}
