package web

import (
	"bytes"
	"embed"
	"html/template"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/line"
)

//go:embed templates/*.html
var templates embed.FS

// pages are the parsed templates by page name.
type pages map[string]*template.Template

// frame is what every page shares.
type frame struct {
	Title  string
	Active string // which entry of the menu is lit
	Query  string // what stands in the search field
	CSS    string // addresses of the bundled assets, "" without them
	JS     string
	Line   bool // whether there are pages of the line
	Body   any
}

func parsePages(s *Server) (pages, error) {
	all := pages{}
	for _, name := range []string{"home", "report", "search", "sources", "about", "problem", "line"} {
		t, err := template.New("layout.html").Funcs(s.functions()).ParseFS(templates, "templates/layout.html", "templates/parts.html", "templates/"+name+".html")
		if err != nil {
			return nil, fault.New(fault.Other, "web.parsePages", name, err)
		}
		all[name] = t
	}
	return all, nil
}

func (s *Server) functions() template.FuncMap {
	return template.FuncMap{
		"short":   s.words.g.Short,
		"long":    s.words.g.Long,
		"number":  func(n int) string { return number(float64(n)) },
		"plural":  plural,
		"slug":    slug,
		"has":     slices.Contains[[]string],
		"km":      line.Number,
		"percent": share,
		"abs":     math.Abs,
		"deref":   func(x *float64) float64 { return *x },
	}
}

// plural picks the word for a count: plural 1 "report" "reports".
func plural(n int, one, many string) string {
	if n == 1 {
		return number(float64(n)) + " " + one
	}
	return number(float64(n)) + " " + many
}

// render writes a page. It is rendered whole before a byte is sent, so that a
// fault in a template never leaves half a page.
func (s *Server) render(w http.ResponseWriter, r *http.Request, status int, page string, f frame) {
	f.CSS, f.JS, f.Line = s.assets.address["app.css"], s.assets.address["app.js"], s.o.Line != nil
	var b bytes.Buffer
	if err := s.pages[page].Execute(&b, f); err != nil {
		s.o.Log.Error("page not rendered", "page", page, "err", err)
		http.Error(w, "This page could not be made. The log of the server says why.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = b.WriteTo(w) // the reader went away: nothing to do
}

// renderPart writes one part of a page without the layout, for scripts.
func (s *Server) renderPart(w http.ResponseWriter, page, part string, body any) {
	var b bytes.Buffer
	if err := s.pages[page].ExecuteTemplate(&b, part, body); err != nil {
		s.o.Log.Error("part of a page not rendered", "page", page, "part", part, "err", err)
		http.Error(w, "This part could not be made. The log of the server says why.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = b.WriteTo(w) // the reader went away: nothing to do
}

// share writes a fraction as a percentage of two significant digits.
func share(x float64) string {
	if x != 0 && math.Abs(x) < 0.0005 {
		return "less than 0.1 %"
	}
	s := strconv.FormatFloat(x*100, 'f', 1, 64)
	return strings.TrimSuffix(s, ".0") + " %"
}

// problem shows what went wrong in one sentence, and what to do.
func (s *Server) problem(w http.ResponseWriter, r *http.Request, err error) {
	status, text := http.StatusInternalServerError, "The archive could not be read. The log of the server says why."
	if fault.KindOf(err) == fault.NotFound {
		status, text = http.StatusNotFound, "There is no such report in this archive."
	} else {
		s.o.Log.Error("request failed", "path", r.URL.Path, "err", err)
	}
	s.render(w, r, status, "problem", frame{Title: "Not found", Body: text})
}

func (s *Server) missing(w http.ResponseWriter, r *http.Request) {
	s.render(w, r, http.StatusNotFound, "problem", frame{Title: "Not found", Body: "There is no page at this address."})
}
