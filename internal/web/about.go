package web

import (
	"net/http"

	"sitrep/internal/glossary"
)

type glossaryPart struct {
	Title   string
	Entries []glossary.Entry
}

func (s *Server) about(w http.ResponseWriter, r *http.Request) {
	var body []glossaryPart
	for _, g := range []struct{ group, title string }{{"mark", "Marks"}, {"source", "Sources"}, {"channel", "Channels"},
		{"modality", "How far it is told as a fact"}, {"role", "What a statement does"}, {"stance", "Stances"},
		{"bound", "Bounds"}, {"status", "How firm a figure is"}, {"event", "Events"}, {"claim", "Claims about the line"}} {
		body = append(body, glossaryPart{g.title, s.words.g.Group(g.group)})
	}
	s.render(w, r, http.StatusOK, "about", frame{Title: "How to read this", Active: "about", Body: body})
}

func (s *Server) sources(w http.ResponseWriter, r *http.Request) {
	outlets, err := s.o.Archive.Outlets(r.Context())
	if err != nil {
		s.problem(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, "sources", frame{Title: "Sources", Active: "sources", Body: outlets})
}
