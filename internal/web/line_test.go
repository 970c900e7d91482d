package web_test

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sitrep/internal/archive/memory"
	"sitrep/internal/line"
	"sitrep/internal/outline"
	"sitrep/internal/web"
	"sitrep/record"
)

// lineSite serves the sample's sketched maps and one report with a claim.
func lineSite(t *testing.T, tiles web.Tiles, maps ...string) http.Handler {
	t.Helper()
	store := memory.New()
	l, err := outline.Ukraine()
	if err != nil {
		t.Fatal(err)
	}
	atlas := line.NewAtlas(line.Settings{Store: store, Boundary: line.NewBoundary(l, line.Tolerance), Sectors: line.NewSectors(l)})
	for _, f := range maps {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		read, err := line.Read(f, data, line.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := atlas.Add(context.Background(), read, false); err != nil {
			t.Fatal(err)
		}
	}
	lat, lon := 48.6, 38.0
	r := &record.Reading{Text: "Of Bree <it> is said that nothing moved.", Report: record.Report{ID: "r-1", Outlet: "Bree Post", Published: record.Published{Value: "2023-06-06"}},
		Places: []record.Place{{ID: "p-1", Name: "Bree <b>", Lat: &lat, Lon: &lon, Precision: 2, Feature: "P.PPL"}},
		Line:   []record.LineClaim{{ID: "l-1", Span: record.Span{Start: 13, End: 39, Text: "is said that nothing moved"}, Claim: "unchanged", Since: "2022-11"}}}
	if _, err := store.Add(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	s, err := web.New(web.Options{Archive: store, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Line: atlas, Tiles: tiles})
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler()
}

func sketches(t *testing.T) []string {
	t.Helper()
	files, _ := filepath.Glob("../../corpus/sample/line/*.geojson")
	if len(files) < 4 {
		t.Fatalf("%d sample maps", len(files))
	}
	return files
}

func see(h http.Handler, path string, accept ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	for _, a := range accept {
		r.Header.Set("Accept-Encoding", a)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestLinePage(t *testing.T) {
	h := lineSite(t, web.Tiles{}, sketches(t)...)
	for path, want := range map[string][]string{
		"/line": {"2023-12-20", "They are no source", "By oblast", "Donetsk", "Ground held", "A lower bound", `id="front"`, "is said that nothing moved", "/reports/r-1#l-1",
			"no more than 2 % of the area", "Farthest advance", `<option selected>2023-06-05</option>`},
		"/line?on=2023-06-06&since=2022-11-14":      {"1 day older than the day asked for", "Bree &lt;b&gt;", "km from the line", "Since 2022-11-14"},
		"/line?on=2023-03-01":                       {"no map for 2023-03-01 or the 7 days before it", "nearest before is of 2022-11-14"},
		"/line?on=2023-12-20&since=2021-01-01":      {"no map for 2021-01-01"},
		"/line/part?on=2023-06-05&since=2022-11-14": {`id="changed"`, `data-gained="M`, "Since 2022-11-14"},
	} {
		w := see(h, path)
		if w.Code != 200 {
			t.Errorf("%s: %d", path, w.Code)
		}
		body := w.Body.String()
		for _, s := range want {
			if !strings.Contains(body, s) {
				t.Errorf("%s lacks %q", path, s)
			}
		}
		if m := regexp.MustCompile(`(?i) style=|<script>|onclick=|Bree <b>`).FindString(body); m != "" {
			t.Errorf("%s has %q", path, m)
		}
	}
}

// TestLineInReports: a report's claims and places tell what the maps say.
func TestLineInReports(t *testing.T) {
	body := see(lineSite(t, web.Tiles{}, sketches(t)...), "/reports/r-1").Body.String()
	for _, s := range []string{"maps: agrees", "of the area changed hands", "map of 2023-06-05", "in the ground held by RUS"} {
		if !strings.Contains(body, s) {
			t.Errorf("the report lacks %q", s)
		}
	}
}

func TestLinePageProblems(t *testing.T) {
	h := lineSite(t, web.Tiles{}, sketches(t)...)
	for path, want := range map[string]string{"/line?on=soon": "write the day as YYYY-MM-DD", "/line?series=none": "not found"} {
		if w := see(h, path); w.Code != 400 || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if w := see(lineSite(t, web.Tiles{}), "/line"); w.Code != 200 || !strings.Contains(w.Body.String(), "sitrep line add") {
		t.Errorf("without maps: %d", w.Code)
	}
	if w := see(lineSite(t, web.Tiles{}), "/line/data"); w.Code != 404 {
		t.Errorf("data without maps: %d", w.Code)
	}
}

func TestLineData(t *testing.T) {
	h := lineSite(t, web.Tiles{}, sketches(t)...)
	w := see(h, "/line/data", "gzip")
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	var d struct {
		Days, Ground, Front []string
		Area                []float64
	}
	if err := json.NewDecoder(z).Decode(&d); err != nil || len(d.Days) != 4 || len(d.Ground) != 4 || len(d.Front) != 4 || d.Area[0] < 1e5 {
		t.Errorf("%v %+v", err, d.Days)
	}
}

// TestTiles: only where an address of tiles was set may a page fetch pictures
// from there, and from nowhere else.
func TestTiles(t *testing.T) {
	for address, want := range map[string]string{
		"": "img-src 'self' data:;", "https://tiles.example.org/{z}/{x}/{y}.png": "img-src 'self' data: https://tiles.example.org;",
		"javascript:alert(1)": "img-src 'self' data:;", "https://a b;script-src *": "img-src 'self' data:;",
	} {
		w := see(lineSite(t, web.Tiles{Address: address}, sketches(t)...), "/line")
		if p := w.Header().Get("Content-Security-Policy"); !strings.Contains(p, want) {
			t.Errorf("%q: %s", address, p)
		}
	}
}
