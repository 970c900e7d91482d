package memory

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sitrep/internal/archive"
	"sitrep/record"
)

func wanted(q *archive.StatementQuery, s *record.Statement) bool {
	return (q.Actor == "" || s.Source.Actor == q.Actor) && (q.Kind == "" || s.Source.Kind == q.Kind) &&
		(q.Role == "" || s.Role == q.Role) && (q.Channel == "" || s.Channel == q.Channel)
}

// Statements implements archive.Statements.
func (s *Store) Statements(_ context.Context, q archive.StatementQuery) (archive.Page[archive.Said], error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := s.chosen(archive.Query{Outlet: q.Outlet, From: q.From, To: q.To})
	newest(list)
	var all []archive.Said
	for _, k := range list {
		if q.Report != "" && k.sum.ID != q.Report {
			continue
		}
		r, err := k.open()
		if err != nil {
			return archive.Page[archive.Said]{}, err
		}
		for i := range r.Statements {
			if wanted(&q, &r.Statements[i]) {
				all = append(all, archive.Said{Statement: r.Statements[i], Report: k.sum})
			}
		}
	}
	return page(all, q.Limit, q.Offset), nil
}

// Speakers implements archive.Statements.
func (s *Store) Speakers(_ context.Context, limit int) ([]archive.Speaker, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	by := map[record.ActorID]*archive.Speaker{}
	for _, k := range s.chosen(archive.Query{}) {
		r, err := k.open()
		if err != nil {
			return nil, err
		}
		here := map[record.ActorID]bool{}
		for i := range r.Statements {
			src := &r.Statements[i].Source
			if src.Actor == "" {
				continue
			}
			p := by[src.Actor]
			if p == nil {
				p = &archive.Speaker{Actor: src.Actor}
				by[src.Actor] = p
			}
			p.Name, p.Code = max(p.Name, src.Name), max(p.Code, src.Code)
			p.Statements++
			if !here[src.Actor] {
				here[src.Actor] = true
				p.Reports++
			}
		}
	}
	var all []archive.Speaker
	for _, p := range by {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b archive.Speaker) int {
		return cmp.Or(b.Statements-a.Statements, strings.Compare(string(a.Actor), string(b.Actor)))
	})
	return page(all, limit, 0).Items, nil
}
