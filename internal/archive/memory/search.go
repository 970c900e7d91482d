package memory

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sitrep/internal/archive"
)

// word is a word of a text: folded, and where it stands.
type word struct {
	text       string
	start, end int
}

// fold gives a word without case and accents.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// words cuts a text as archive.Terms cuts what was typed.
func words(text string) []word {
	var list []word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			list = append(list, word{fold(text[start:end]), start, end})
		}
		start = -1
	}
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			flush(i)
		} else if start < 0 {
			start = i
		}
	}
	flush(len(text))
	return list
}

// find gives the stretches of text, as indexes of its words, that a term means.
func find(ws []word, t archive.Term) (hits [][2]int) {
	for i := 0; i+len(t.Words) <= len(ws); i++ {
		if at(ws[i:], t) {
			hits = append(hits, [2]int{i, i + len(t.Words)})
		}
	}
	return hits
}

func at(ws []word, t archive.Term) bool {
	for j, w := range t.Words {
		w = fold(w)
		if ws[j].text != w && !(t.Prefix && j == len(t.Words)-1 && strings.HasPrefix(ws[j].text, w)) {
			return false
		}
	}
	return true
}

// field is a text that is searched, with the weight of a hit in it.
type field struct {
	text   string
	weight int
}

// match tells how well the fields match, 0 for not at all, and gives a snippet
// of the first field that does.
func match(terms []archive.Term, fields ...field) (score int, snippet []archive.Piece) {
	found := make([]bool, len(terms))
	var ws []word
	var hits [][2]int
	text := ""
	for i, f := range fields {
		these := words(f.text)
		var at [][2]int
		for j, t := range terms {
			h := find(these, t)
			found[j] = found[j] || len(h) > 0
			if !t.Not {
				at = append(at, h...)
				score += f.weight * len(h)
			}
		}
		if i == 0 || len(hits) == 0 && len(at) > 0 {
			text, ws, hits = f.text, these, at
		}
	}
	for j, t := range terms {
		if found[j] == t.Not {
			return 0, nil
		}
	}
	return score, cut(text, ws, hits)
}

// around is how many words a snippet shows before the first hit and in all.
const before, inAll = 6, 24

func cut(text string, ws []word, hits [][2]int) []archive.Piece {
	if len(ws) == 0 {
		return nil
	}
	slices.SortFunc(hits, func(a, b [2]int) int { return a[0] - b[0] })
	first := 0
	if len(hits) > 0 {
		first = max(0, hits[0][0]-before)
	}
	last := min(len(ws), first+inAll)
	from, to := ws[first].start, ws[last-1].end
	var list []archive.Piece
	if first > 0 {
		list = append(list, archive.Piece{Text: "…"})
	}
	for _, h := range hits {
		s, e := ws[h[0]].start, ws[h[1]-1].end
		if s < from || e > to {
			continue
		}
		if s > from {
			list = append(list, archive.Piece{Text: text[from:s]})
		}
		list = append(list, archive.Piece{Text: text[s:e], Match: true})
		from = e
	}
	if from < to {
		list = append(list, archive.Piece{Text: text[from:to]})
	}
	if last < len(ws) {
		list = append(list, archive.Piece{Text: "…"})
	}
	return list
}

// scored is a hit with its score and its place in the order of adding.
type scored[T any] struct {
	score, n int
	hit      T
}

func best[T any](list []scored[T], limit, offset int) archive.Page[T] {
	slices.SortStableFunc(list, func(a, b scored[T]) int { return cmp.Or(b.score-a.score, b.n-a.n) })
	var hits []T
	for _, s := range list {
		hits = append(hits, s.hit)
	}
	return page(hits, limit, offset)
}

// SearchReports implements archive.Search.
func (s *Store) SearchReports(_ context.Context, q archive.SearchQuery) (archive.Page[archive.ReportHit], error) {
	terms := archive.Terms(q.Words)
	if !archive.Findable(terms) {
		return archive.Page[archive.ReportHit]{}, nil
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	var list []scored[archive.ReportHit]
	for _, k := range s.chosen(archive.Query{Outlet: q.Outlet, From: q.From, To: q.To}) {
		if score, snippet := match(terms, field{k.text, 1}, field{k.sum.Title, 10}); score > 0 {
			list = append(list, scored[archive.ReportHit]{score, k.n, archive.ReportHit{Report: k.sum, Snippet: snippet}})
		}
	}
	return best(list, q.Limit, q.Offset), nil
}

// SearchStatements implements archive.Search.
func (s *Store) SearchStatements(_ context.Context, q archive.SearchQuery) (archive.Page[archive.StatementHit], error) {
	terms := archive.Terms(q.Words)
	if !archive.Findable(terms) {
		return archive.Page[archive.StatementHit]{}, nil
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	var list []scored[archive.StatementHit]
	for _, k := range s.chosen(archive.Query{Outlet: q.Outlet, From: q.From, To: q.To}) {
		r, err := k.open()
		if err != nil {
			return archive.Page[archive.StatementHit]{}, err
		}
		for i := range r.Statements {
			content, source := archive.Words(&r.Statements[i])
			if score, snippet := match(terms, field{content, 1}, field{source, 1}); score > 0 {
				said := archive.Said{Statement: r.Statements[i], Report: k.sum}
				list = append(list, scored[archive.StatementHit]{score, k.n, archive.StatementHit{Said: said, Snippet: snippet}})
			}
		}
	}
	return best(list, q.Limit, q.Offset), nil
}
