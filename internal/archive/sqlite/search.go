package sqlite

import (
	"context"
	"strings"

	"sitrep/internal/archive"
)

// Marks around what matched in a snippet; no text that is worth reading holds
// these control characters.
const (
	opening, closing = "\x01", "\x02"
	snippetWords     = "24"
)

// match gives terms in the query language of FTS5. Every word is quoted, so
// that nothing a person types is taken for an operator.
func match(terms []archive.Term) string {
	var must, not []string
	for _, t := range terms {
		part := `"` + strings.Join(t.Words, " ") + `"`
		if t.Prefix {
			part += " *"
		}
		if t.Not {
			not = append(not, part)
		} else {
			must = append(must, part)
		}
	}
	q := "(" + strings.Join(must, " AND ") + ")"
	for _, n := range not {
		q += " NOT " + n
	}
	return q
}

// SearchReports implements archive.Search.
func (s *Store) SearchReports(ctx context.Context, q archive.SearchQuery) (archive.Page[archive.ReportHit], error) {
	var page archive.Page[archive.ReportHit]
	terms := archive.Terms(q.Words)
	if !archive.Findable(terms) {
		return page, nil
	}
	c := &clause{}
	c.and("body_words MATCH ?", match(terms))
	c.and("r.latest = 1")
	c.within(q.Outlet, q.From, q.To)
	const from = " FROM body_words JOIN report r ON r.n = body_words.rowid"
	if err := s.read.QueryRowContext(ctx, "SELECT count(*)"+from+c.sql, c.args...).Scan(&page.Total); err != nil {
		return page, s.fault("SearchReports", err)
	}
	limit, offset := archive.Clamp(q.Limit, q.Offset)
	// A word of the title weighs as much as ten of the text.
	rows, err := s.read.QueryContext(ctx, "SELECT "+summaryColumns+", snippet(body_words, 1, '"+opening+"', '"+closing+"', '…', "+snippetWords+")"+
		from+c.sql+" ORDER BY bm25(body_words, 10.0, 1.0), r.n DESC LIMIT ? OFFSET ?", append(c.args, limit, offset)...)
	if err != nil {
		return page, s.fault("SearchReports", err)
	}
	defer rows.Close()
	for rows.Next() {
		var row summaryRow
		var snippet string
		if err := rows.Scan(append(row.into(), &snippet)...); err != nil {
			return page, s.fault("SearchReports", err)
		}
		sum, err := row.summary()
		if err != nil {
			return page, s.damaged("SearchReports", err)
		}
		page.Items = append(page.Items, archive.ReportHit{Report: sum, Snippet: pieces(snippet)})
	}
	return page, s.fault("SearchReports", rows.Err())
}

// SearchStatements implements archive.Search.
func (s *Store) SearchStatements(ctx context.Context, q archive.SearchQuery) (archive.Page[archive.StatementHit], error) {
	var page archive.Page[archive.StatementHit]
	terms := archive.Terms(q.Words)
	if !archive.Findable(terms) {
		return page, nil
	}
	c := &clause{}
	c.and("statement_words MATCH ?", match(terms))
	c.and("s.latest = 1")
	c.within(q.Outlet, q.From, q.To)
	const from = " FROM statement_words JOIN statement s ON s.n = statement_words.rowid JOIN report r ON r.n = s.report"
	if err := s.read.QueryRowContext(ctx, "SELECT count(*)"+from+c.sql, c.args...).Scan(&page.Total); err != nil {
		return page, s.fault("SearchStatements", err)
	}
	limit, offset := archive.Clamp(q.Limit, q.Offset)
	rows, err := s.read.QueryContext(ctx, "SELECT s.statement, "+summaryColumns+
		", snippet(statement_words, 0, '"+opening+"', '"+closing+"', '…', "+snippetWords+")"+
		", snippet(statement_words, 1, '"+opening+"', '"+closing+"', '…', "+snippetWords+")"+
		from+c.sql+" ORDER BY bm25(statement_words), s.n DESC LIMIT ? OFFSET ?", append(c.args, limit, offset)...)
	if err != nil {
		return page, s.fault("SearchStatements", err)
	}
	defer rows.Close()
	for rows.Next() {
		var content, source string
		said, err := scanSaid(rows, &content, &source)
		if err != nil {
			return page, s.damaged("SearchStatements", err)
		}
		if !strings.Contains(content, opening) && strings.Contains(source, opening) {
			content = source
		}
		page.Items = append(page.Items, archive.StatementHit{Said: said, Snippet: pieces(content)})
	}
	return page, s.fault("SearchStatements", rows.Err())
}

// pieces cuts a marked snippet.
func pieces(marked string) []archive.Piece {
	var list []archive.Piece
	for marked != "" {
		before, rest, found := strings.Cut(marked, opening)
		if before != "" {
			list = append(list, archive.Piece{Text: before})
		}
		if !found {
			break
		}
		var hit string
		hit, marked, _ = strings.Cut(rest, closing)
		list = append(list, archive.Piece{Text: hit, Match: true})
	}
	return list
}
