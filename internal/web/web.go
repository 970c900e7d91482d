// Package web serves sitrep's pages: HTML made on the server, readable without
// scripts, with nothing fetched from elsewhere. Every page can be linked to and
// printed, and leads back to the report's own words.
package web

import (
	"context"
	"log/slog"
	"net/http"
	"sync"

	"sitrep/internal/archive"
	"sitrep/internal/glossary"
	"sitrep/internal/line"
	"sitrep/internal/story"
	"sitrep/record"
)

// Archive is what the pages need of an archive.
type Archive interface {
	archive.Reports
	archive.Search
}

// Options are what a Server is built with.
type Options struct {
	Archive Archive
	Log     *slog.Logger
	// Trends gives what most outlets write about at present; nil shows none.
	Trends func(context.Context) *story.Trends
	// PlaceMap draws a small map of a place as SVG without scripts and styles of
	// its own; nil draws none.
	PlaceMap func(*record.Place) string
	// API answers under /api/; nil leaves it out.
	API http.Handler
	// Line measures control maps; nil leaves the page of the line out.
	Line *line.Atlas
	// Tiles are drawn beneath the line.
	Tiles Tiles
}

// Server answers requests for pages.
type Server struct {
	o      Options
	words  words
	assets assets
	pages  pages
	bases  sync.Map // drawn base maps by projection
}

// New builds a server.
func New(o Options) (*Server, error) {
	s := &Server{o: o, words: words{glossary.New()}, assets: bundled()}
	var err error
	s.pages, err = parsePages(s)
	return s, err
}

// Handler gives all addresses of the site: the one list of routes.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("GET /reports/{id}", s.report)
	mux.HandleFunc("GET /reports/{id}/places/{place}", s.placeMap)
	mux.HandleFunc("GET /search", s.search)
	mux.HandleFunc("GET /sources", s.sources)
	mux.HandleFunc("GET /about", s.about)
	mux.HandleFunc("GET /assets/", s.asset)
	if s.o.Line != nil {
		s.lineRoutes(mux)
	}
	if s.o.API != nil {
		mux.Handle("GET /api/", s.o.API)
	}
	mux.HandleFunc("GET /", s.missing)
	return http.NewCrossOriginProtection().Handler(s.secure(mux))
}

// secure sets the headers that keep pages to themselves: no content from
// elsewhere but map tiles that were asked for, no inline scripts or styles, no
// framing.
func (s *Server) secure(next http.Handler) http.Handler {
	images := "'self' data:"
	if host := s.o.Tiles.host(); host != "" {
		images += " " + host
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src "+images+"; "+
			"font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}
