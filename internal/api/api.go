// Package api answers programs in JSON under /api/v1. Every object leads back to
// the words of a report: records carry offsets, and reports their text.
package api

import (
	_ "embed"
	"encoding/json"
	"log/slog"
	"net/http"
	"strconv"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

// openapi describes the API in OpenAPI 3.1.
//
//go:embed openapi.json
var openapi []byte

// Archive is what the API needs of an archive.
type Archive interface {
	archive.Reports
	archive.Statements
	archive.Search
}

// API answers requests.
type API struct {
	archive Archive
	log     *slog.Logger
}

// New builds the API's handler. line answers /api/v1/line; nil leaves it out.
func New(a Archive, log *slog.Logger, line http.Handler) http.Handler {
	s := &API{archive: a, log: log}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v1/reports", s.reports)
	mux.HandleFunc("GET /api/v1/reports/{id}", s.report)
	mux.HandleFunc("GET /api/v1/reports/{id}/versions", s.versions)
	mux.HandleFunc("GET /api/v1/statements", s.statements)
	mux.HandleFunc("GET /api/v1/search/reports", s.searchReports)
	mux.HandleFunc("GET /api/v1/search/statements", s.searchStatements)
	mux.HandleFunc("GET /api/v1/outlets", s.outlets)
	mux.HandleFunc("GET /api/v1/openapi.json", s.describe)
	if line != nil {
		mux.Handle("GET /api/v1/line", line)
		mux.Handle("GET /api/v1/line/", line)
	}
	mux.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, fault.New(fault.NotFound, "api", r.URL.Path, nil).Hinted("/api/v1/openapi.json lists the addresses"))
	})
	return mux
}

func (s *API) describe(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(openapi) // the client went away: nothing to do
}

func (s *API) reports(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	page, err := s.archive.List(r.Context(), archive.Query{Outlet: v.Get("outlet"), From: v.Get("from"), To: v.Get("to"),
		Superseded: v.Get("superseded") == "true", Limit: whole(v.Get("limit")), Offset: whole(v.Get("offset"))})
	s.answer(w, r, page, err)
}

func (s *API) report(w http.ResponseWriter, r *http.Request) {
	reading, err := s.archive.Report(r.Context(), record.ReportID(r.PathValue("id")))
	s.answer(w, r, reading, err)
}

func (s *API) versions(w http.ResponseWriter, r *http.Request) {
	v, err := s.archive.Versions(r.Context(), record.ReportID(r.PathValue("id")))
	s.answer(w, r, v, err)
}

func (s *API) statements(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	page, err := s.archive.Statements(r.Context(), archive.StatementQuery{
		Actor: record.ActorID(v.Get("actor")), Report: record.ReportID(v.Get("report")), Outlet: v.Get("outlet"),
		Kind: record.SourceKind(v.Get("kind")), Role: record.Role(v.Get("role")), Channel: record.Channel(v.Get("channel")),
		From: v.Get("from"), To: v.Get("to"), Limit: whole(v.Get("limit")), Offset: whole(v.Get("offset"))})
	s.answer(w, r, page, err)
}

func searchQuery(r *http.Request) archive.SearchQuery {
	v := r.URL.Query()
	return archive.SearchQuery{Words: v.Get("q"), Outlet: v.Get("outlet"), From: v.Get("from"), To: v.Get("to"),
		Limit: whole(v.Get("limit")), Offset: whole(v.Get("offset"))}
}

func (s *API) searchReports(w http.ResponseWriter, r *http.Request) {
	page, err := s.archive.SearchReports(r.Context(), searchQuery(r))
	s.answer(w, r, page, err)
}

func (s *API) searchStatements(w http.ResponseWriter, r *http.Request) {
	page, err := s.archive.SearchStatements(r.Context(), searchQuery(r))
	s.answer(w, r, page, err)
}

func (s *API) outlets(w http.ResponseWriter, r *http.Request) {
	list, err := s.archive.Outlets(r.Context())
	s.answer(w, r, list, err)
}

// whole reads a whole number from 0; anything else is 0, which means the default.
func whole(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// answer writes a value as JSON, or the failure.
func (s *API) answer(w http.ResponseWriter, r *http.Request, v any, err error) {
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b, err := json.Marshal(v)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(append(b, '\n')) // the client went away: nothing to do
}

// problem is a failure after RFC 9457.
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
}

// fail writes a failure. Only failures that the client can mend are told in
// detail; the others go to the log.
func (s *API) fail(w http.ResponseWriter, r *http.Request, err error) {
	p := problem{Title: fault.KindOf(err).String(), Status: Status(err)}
	if p.Status < 500 {
		p.Detail = err.Error()
	} else {
		s.log.Error("request failed", "path", r.URL.Path, "err", err)
	}
	b, _ := json.Marshal(p) // strings and numbers: cannot fail
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_, _ = w.Write(append(b, '\n')) // the client went away: nothing to do
}

// Status gives the HTTP status of a failure: the one place where kinds become
// statuses.
func Status(err error) int {
	switch fault.KindOf(err) {
	case fault.NotFound:
		return http.StatusNotFound
	case fault.Invalid, fault.Usage:
		return http.StatusBadRequest
	case fault.TooLarge:
		return http.StatusRequestEntityTooLarge
	case fault.Permission:
		return http.StatusForbidden
	case fault.Exists:
		return http.StatusConflict
	case fault.Busy:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}
