package web

import (
	"io"
	"net/http"
	"strings"

	"sitrep/internal/archive"
	"sitrep/record"
)

// reportBody is what a report's page shows.
type reportBody struct {
	Report     record.Report
	Versions   []archive.Summary
	Paragraphs []paragraph
	Sections   []section
	Legend     []string
}

func (s *Server) report(w http.ResponseWriter, r *http.Request) {
	id := record.ReportID(r.PathValue("id"))
	reading, err := s.o.Archive.Report(r.Context(), id)
	if err != nil {
		s.problem(w, r, err)
		return
	}
	versions, err := s.o.Archive.Versions(r.Context(), id)
	if err != nil {
		s.problem(w, r, err)
		return
	}
	sections := s.words.sections(reading)
	if err := s.lineCards(r.Context(), reading, sections); err != nil {
		s.problem(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, "report", frame{Title: reading.Report.Title, Body: reportBody{
		Report: reading.Report, Versions: versions,
		Paragraphs: paragraphs(reading.Text, marksOf(reading)),
		Sections:   sections,
		Legend:     []string{"source", "cue", "content", "figure", "time", "place", "event", "line"},
	}})
}

// placeMap draws the small map of a place of a report as an image of its own: a
// report that names fifty places would otherwise carry the world's coasts fifty
// times.
func (s *Server) placeMap(w http.ResponseWriter, r *http.Request) {
	reading, err := s.o.Archive.Report(r.Context(), record.ReportID(r.PathValue("id")))
	if err != nil {
		s.problem(w, r, err)
		return
	}
	id, ok := strings.CutSuffix(r.PathValue("place"), ".svg")
	for i := range reading.Places {
		if p := &reading.Places[i]; ok && string(p.ID) == id && s.o.PlaceMap != nil {
			if svg := s.o.PlaceMap(p); svg != "" {
				w.Header().Set("Content-Type", types[".svg"])
				w.Header().Set("Cache-Control", "private, max-age=3600")
				_, _ = io.WriteString(w, svg) // the reader went away: nothing to do
				return
			}
		}
	}
	s.missing(w, r)
}
