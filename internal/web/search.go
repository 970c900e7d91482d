package web

import (
	"net/http"
	"strings"

	"sitrep/internal/archive"
)

// searchBody is what the search page shows.
type searchBody struct {
	Query      string
	In         string // "statements" or "reports"
	Statements int    // how many statements match
	Reports    int
	Hits       []hit
	Pager      pager
}

// hit is a report or a statement that was found.
type hit struct {
	Report, Statement, Title, Outlet, Day, Source string
	Snippet                                       []archive.Piece
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	body := searchBody{Query: strings.TrimSpace(r.URL.Query().Get("q")), In: r.URL.Query().Get("in")}
	f := frame{Title: "Search", Active: "search", Query: body.Query}
	if body.Query != "" {
		if err := s.find(r, &body); err != nil {
			s.problem(w, r, err)
			return
		}
	}
	f.Body = body
	s.render(w, r, http.StatusOK, "search", f)
}

// find looks in reports and in statements: both are counted, and those asked for
// are listed.
func (s *Server) find(r *http.Request, body *searchBody) error {
	if body.In != "statements" {
		body.In = "reports"
	}
	from := offset(r)
	q := archive.SearchQuery{Words: body.Query, Limit: perPage, Offset: from}
	rq, sq := q, q
	if body.In == "reports" {
		sq.Limit, sq.Offset = 1, 0
	} else {
		rq.Limit, rq.Offset = 1, 0
	}
	reports, err := s.o.Archive.SearchReports(r.Context(), rq)
	if err != nil {
		return err
	}
	statements, err := s.o.Archive.SearchStatements(r.Context(), sq)
	if err != nil {
		return err
	}
	body.Reports, body.Statements = reports.Total, statements.Total
	if body.In == "reports" {
		for _, h := range reports.Items {
			body.Hits = append(body.Hits, hit{Report: string(h.Report.ID), Title: h.Report.Title, Outlet: h.Report.Outlet, Day: h.Report.Day, Snippet: h.Snippet})
		}
	} else {
		for _, h := range statements.Items {
			body.Hits = append(body.Hits, hit{Report: string(h.Report.ID), Statement: string(h.Statement.ID), Title: h.Report.Title,
				Outlet: h.Report.Outlet, Day: h.Report.Day, Source: s.words.source(h.Statement.Source), Snippet: h.Snippet})
		}
	}
	total := body.Reports
	if body.In == "statements" {
		total = body.Statements
	}
	body.Pager = newPager(r, from, len(body.Hits), total)
	return nil
}
