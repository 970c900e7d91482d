package api

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"math"
	"net/http"
	"strconv"
	"strings"

	"sitrep/internal/archive"
	"sitrep/internal/earth"
	"sitrep/internal/fault"
	"sitrep/internal/line"
	"sitrep/record"
)

// lineAPI answers below /api/v1/line.
type lineAPI struct {
	API
	atlas *line.Atlas
}

// NewLine builds the handler of /api/v1/line: GeoJSON after RFC 7946, or CSV with
// format=csv or where the client asks for text/csv.
func NewLine(atlas *line.Atlas, a Archive, log *slog.Logger) http.Handler {
	s := &lineAPI{API{archive: a, log: log}, atlas}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v1/line", s.on)
	mux.HandleFunc("GET /api/v1/line/changes", s.changes)
	mux.HandleFunc("GET /api/v1/line/maps", s.maps)
	mux.HandleFunc("GET /api/v1/line/at", s.at)
	mux.HandleFunc("GET /api/v1/line/claims", s.claims)
	mux.HandleFunc("/api/v1/line/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, fault.New(fault.NotFound, "api", r.URL.Path, nil).Hinted("/api/v1/openapi.json lists the addresses"))
	})
	return mux
}

func lineFilter(r *http.Request) line.Filter {
	return line.Filter{Source: r.FormValue("source"), Holder: r.FormValue("holder")}
}

// day reads a day of the query; empty is allowed where the caller says so.
func day(r *http.Request, name string, optional bool) (string, error) {
	d := r.FormValue(name)
	if line.IsDay(d) || d == "" && optional {
		return d, nil
	}
	return "", fault.New(fault.Invalid, "api", name+"="+d, nil).Hinted("write the day as YYYY-MM-DD")
}

// format picks how to answer: "geojson", "json" or "csv".
func format(r *http.Request) (string, error) {
	switch f := r.FormValue("format"); f {
	case "geojson", "json", "csv":
		return f, nil
	case "":
		if strings.Contains(r.Header.Get("Accept"), "text/csv") {
			return "csv", nil
		}
		return "geojson", nil
	default:
		return "", fault.New(fault.Invalid, "api", "format="+f, nil).Hinted("geojson, json or csv")
	}
}

// send writes what was made, under its media type.
func (s *lineAPI) send(w http.ResponseWriter, r *http.Request, media, name string, b []byte, err error) {
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", media)
	if name != "" {
		w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	}
	_, _ = w.Write(b) // the client went away: nothing to do
}

const csvMedia, geoMedia = "text/csv; charset=utf-8; header=present", "application/geo+json"

func (s *lineAPI) sendGeo(w http.ResponseWriter, r *http.Request, c *line.Collection) {
	b, err := json.Marshal(c)
	s.send(w, r, geoMedia, "", append(b, '\n'), err)
}

func (s *lineAPI) on(w http.ResponseWriter, r *http.Request) {
	on, err := day(r, "on", true)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	f, err := format(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	shown, err := s.atlas.On(r.Context(), on, lineFilter(r))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if r.FormValue("by") == "sector" {
		for i := range shown {
			if shown[i].State != nil {
				shown[i].State = s.atlas.BySector(shown[i].State)
			}
		}
	}
	switch f {
	case "csv":
		var b bytes.Buffer
		err := line.WriteShown(&b, shown)
		s.send(w, r, csvMedia, "line.csv", b.Bytes(), err)
	case "json":
		s.answer(w, r, shown, nil)
	default:
		s.sendGeo(w, r, line.CollectShown(shown))
	}
}

func (s *lineAPI) changes(w http.ResponseWriter, r *http.Request) {
	since, err := day(r, "since", false)
	until, err2 := day(r, "until", true)
	f, err3 := format(r)
	for _, e := range []error{err, err2, err3} {
		if e != nil {
			s.fail(w, r, e)
			return
		}
	}
	changes, gaps, err := s.atlas.Since(r.Context(), since, until, lineFilter(r))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	var sectors [][]line.Sector
	if r.FormValue("by") == "sector" {
		for _, c := range changes {
			list, err := s.atlas.ChangeSectors(r.Context(), c)
			if err != nil {
				s.fail(w, r, err)
				return
			}
			sectors = append(sectors, list)
		}
	}
	switch f {
	case "csv":
		var b bytes.Buffer
		err := line.WriteChanges(&b, changes, sectors)
		s.send(w, r, csvMedia, "changes.csv", b.Bytes(), err)
	case "json":
		s.answer(w, r, map[string]any{"changes": changes, "sectors": sectors, "gaps": gaps}, nil)
	default:
		s.sendGeo(w, r, line.CollectChanges(changes, sectors, gaps))
	}
}

func (s *lineAPI) maps(w http.ResponseWriter, r *http.Request) {
	list, err := s.atlas.List(r.Context())
	s.answer(w, r, list, err)
}

func (s *lineAPI) at(w http.ResponseWriter, r *http.Request) {
	on, err := day(r, "on", true)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	lat, err1 := strconv.ParseFloat(r.FormValue("lat"), 64)
	lon, err2 := strconv.ParseFloat(r.FormValue("lon"), 64)
	if err1 != nil || err2 != nil || math.IsNaN(lat+lon) || !(earth.Point{Lon: lon, Lat: lat}).Valid() {
		s.fail(w, r, fault.New(fault.Invalid, "api", "lat="+r.FormValue("lat")+" lon="+r.FormValue("lon"), nil).Hinted("give both in degrees"))
		return
	}
	found, gaps, err := s.atlas.At(r.Context(), lon, lat, on, lineFilter(r))
	s.answer(w, r, map[string]any{"at": found, "gaps": gaps}, err)
}

// claims checks the claims of one report, or of the newest reports.
func (s *lineAPI) claims(w http.ResponseWriter, r *http.Request) {
	out := []line.Checked{}
	if id := r.FormValue("report"); id != "" {
		reading, err := s.archive.Report(r.Context(), record.ReportID(id))
		if err == nil {
			out, err = s.atlas.Check(r.Context(), reading, line.DefaultRules())
		}
		s.answer(w, r, out, err)
		return
	}
	// Only reports whose summary counts a claim are unpacked.
	q := archive.Query{From: r.FormValue("from"), To: r.FormValue("to"), Limit: archive.MaxLimit}
	for {
		page, err := s.archive.List(r.Context(), q)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		for _, sum := range page.Items {
			if sum.Counts.Line == 0 {
				continue
			}
			reading, err := s.archive.Report(r.Context(), sum.ID)
			if err == nil {
				var checked []line.Checked
				checked, err = s.atlas.Check(r.Context(), reading, line.DefaultRules())
				out = append(out, checked...)
			}
			if err != nil {
				s.fail(w, r, err)
				return
			}
		}
		q.Offset += len(page.Items)
		if len(page.Items) == 0 || q.Offset >= page.Total || len(out) >= archive.MaxLimit {
			break
		}
	}
	s.answer(w, r, out, nil)
}
