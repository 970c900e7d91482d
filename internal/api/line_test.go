package api_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/internal/api"
	"sitrep/internal/archive/memory"
	"sitrep/internal/line"
	"sitrep/internal/outline"
	"sitrep/record"
)

// lineSite answers over the sample's sketched maps and one report.
func lineSite(t *testing.T) http.Handler {
	t.Helper()
	store := memory.New()
	l, err := outline.Ukraine()
	if err != nil {
		t.Fatal(err)
	}
	atlas := line.NewAtlas(line.Settings{Store: store, Boundary: line.NewBoundary(l, line.Tolerance), Sectors: line.NewSectors(l)})
	files, _ := filepath.Glob("../../corpus/sample/line/*.geojson")
	if len(files) < 4 {
		t.Fatalf("%d sample maps", len(files))
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		maps, err := line.Read(f, data, line.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := atlas.Add(context.Background(), maps, false); err != nil {
			t.Fatal(err)
		}
	}
	km := 900.0
	r := &record.Reading{Text: "A line of 900 km.", Report: record.Report{ID: "r-1", Published: record.Published{Value: "2023-12-21"}},
		Line: []record.LineClaim{{ID: "l-1", Span: record.Span{Start: 2, End: 16, Text: "line of 900 km"}, Claim: "length", Value: &km, Unit: "km", Bound: "less_than"}}}
	if _, err := store.Add(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	return api.New(store, log, api.NewLine(atlas, store, log))
}

func ask(t *testing.T, h http.Handler, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w
}

func TestLineGeoJSON(t *testing.T) {
	h := lineSite(t)
	for path, features := range map[string]int{
		"/api/v1/line": 2, "/api/v1/line?on=2023-12-24&by=sector": 2, "/api/v1/line?on=2024-06-01": 0,
		"/api/v1/line/changes?since=2023-06-05": -1, "/api/v1/line/changes?since=2022-11-14&until=2023-06-05&by=sector": -1,
	} {
		w := ask(t, h, path)
		var c struct {
			Type     string
			CRS      any
			BBox     []float64
			Gaps     []string
			Features []struct {
				Type       string
				Properties map[string]any
				Geometry   struct {
					Type        string
					Coordinates json.RawMessage
				}
			}
		}
		if err := json.Unmarshal(w.Body.Bytes(), &c); err != nil || w.Code != 200 || w.Header().Get("Content-Type") != "application/geo+json" {
			t.Fatalf("%s: %d %v %s", path, w.Code, err, w.Body)
		}
		if c.Type != "FeatureCollection" || c.CRS != nil || c.Features == nil || features >= 0 && len(c.Features) != features || features < 0 && len(c.Features) == 0 {
			t.Errorf("%s: %s with %d features, want %d", path, c.Type, len(c.Features), features)
		}
		if len(c.Features) == 0 {
			if len(c.Gaps) != 1 || !strings.Contains(c.Gaps[0], "2023-12-20") {
				t.Errorf("%s: gaps %v", path, c.Gaps)
			}
			continue
		}
		if len(c.BBox) != 4 || c.BBox[0] >= c.BBox[2] {
			t.Errorf("%s: bbox %v", path, c.BBox)
		}
		for _, f := range c.Features {
			if f.Properties["source"] != "Sketch for trying out" || f.Type != "Feature" {
				t.Errorf("%s: %v", path, f.Properties)
			}
			if f.Geometry.Type == "Polygon" {
				checkRings(t, path, f.Geometry.Coordinates)
			}
		}
	}
}

// checkRings holds a polygon against RFC 7946: closed, outer ring
// counter-clockwise.
func checkRings(t *testing.T, path string, raw json.RawMessage) {
	t.Helper()
	var rings [][][2]float64
	if err := json.Unmarshal(raw, &rings); err != nil {
		t.Fatal(err)
	}
	for i, r := range rings {
		var area float64
		for k := 1; k < len(r); k++ {
			area += r[k-1][0]*r[k][1] - r[k][0]*r[k-1][1]
		}
		if len(r) < 4 || r[0] != r[len(r)-1] || (area > 0) != (i == 0) {
			t.Errorf("%s: ring %d of %d points, area %g", path, i, len(r), area)
		}
	}
}

func TestLineCSV(t *testing.T) {
	h := lineSite(t)
	for path, rows := range map[string]int{"/api/v1/line?format=csv": 2, "/api/v1/line?on=2024-06-01&format=csv": 2, "/api/v1/line/changes?since=2022-11-14&format=csv": 2} {
		w := ask(t, h, path)
		all, err := csv.NewReader(w.Body).ReadAll()
		if err != nil || len(all) != rows || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/csv") {
			t.Errorf("%s: %d rows, want %d, %v, %s", path, len(all), rows, err, w.Header())
		}
	}
}

func TestLineJSON(t *testing.T) {
	h := lineSite(t)
	for path, want := range map[string]string{
		"/api/v1/line?format=json":                         `"spacing_km"`,
		"/api/v1/line/maps":                                `"sample":true`,
		"/api/v1/line/at?lat=48&lon=37.8&on=2023-12-21":    `"held":true`,
		"/api/v1/line/at?lat=50.45&lon=30.5&on=2023-12-21": `"held":false`,
		"/api/v1/line/claims":                              `"verdict":"cannot tell"`,
		"/api/v1/line/claims?report=r-1":                   `lower bound`,
		"/api/v1/openapi.json":                             `/api/v1/line/changes`,
	} {
		if w := ask(t, h, path); w.Code != 200 || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}

func TestLineRefused(t *testing.T) {
	h := lineSite(t)
	for path, status := range map[string]int{
		"/api/v1/line?on=yesterday": 400, "/api/v1/line?format=xml": 400, "/api/v1/line/changes": 400, "/api/v1/line/changes?since=2023-02-30": 400,
		"/api/v1/line/at?lat=91&lon=0": 400, "/api/v1/line/at?lat=NaN&lon=0": 400, "/api/v1/line/nothing": 404, "/api/v1/line/claims?report=r-9": 404,
	} {
		if w := ask(t, h, path); w.Code != status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s, want %d", path, w.Code, w.Header().Get("Content-Type"), status)
		}
	}
}
