package web

import (
	"html/template"
	"net/http"

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

// placeMap gives the small map of a place, or nothing. What draws it makes SVG
// from numbers alone, so it is safe to put into the page as it is.
func (s *Server) placeMap(p *record.Place) template.HTML {
	if s.o.PlaceMap == nil || p == nil {
		return ""
	}
	return template.HTML(s.o.PlaceMap(p))
}
