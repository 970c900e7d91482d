package memory

import (
	"cmp"
	"context"
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

func (k *kept) open() (*record.Reading, error) {
	r := &record.Reading{}
	if err := json.Unmarshal(k.reading, r); err != nil {
		return nil, fault.New(fault.Broken, "archive.Report", string(k.sum.ID), err)
	}
	return r, nil
}

// Report implements archive.Reports.
func (s *Store) Report(_ context.Context, id record.ReportID) (*record.Reading, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	k := s.byID[id]
	if k == nil {
		return nil, notKept("archive.Report", id)
	}
	return k.open()
}

// Summary implements archive.Reports.
func (s *Store) Summary(_ context.Context, id record.ReportID) (*archive.Summary, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	k := s.byID[id]
	if k == nil {
		return nil, notKept("archive.Summary", id)
	}
	sum := k.sum
	return &sum, nil
}

func within(sum *archive.Summary, outlet, from, to string) bool {
	switch {
	case outlet != "" && sum.Outlet != outlet,
		(from != "" || to != "") && sum.Day == "",
		from != "" && sum.Day < from,
		to != "" && sum.Day > to:
		return false
	}
	return true
}

// chosen gives the reports of a query, in the order of adding.
func (s *Store) chosen(q archive.Query) []*kept {
	var list []*kept
	for _, k := range s.reports {
		if (q.Superseded || k.sum.Latest) && within(&k.sum, q.Outlet, q.From, q.To) {
			list = append(list, k)
		}
	}
	return list
}

// newest sorts as List promises.
func newest(list []*kept) {
	slices.SortFunc(list, func(a, b *kept) int {
		return cmp.Or(strings.Compare(b.sum.Day, a.sum.Day), b.n-a.n)
	})
}

func summaries(list []*kept) []archive.Summary {
	var sums []archive.Summary
	for _, k := range list {
		sums = append(sums, k.sum)
	}
	return sums
}

// List implements archive.Reports.
func (s *Store) List(_ context.Context, q archive.Query) (archive.Page[archive.Summary], error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := s.chosen(q)
	newest(list)
	return page(summaries(list), q.Limit, q.Offset), nil
}

// Versions implements archive.Reports.
func (s *Store) Versions(_ context.Context, id record.ReportID) ([]archive.Summary, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	k := s.byID[id]
	switch {
	case k == nil:
		return nil, notKept("archive.Versions", id)
	case k.sum.URL == "":
		return summaries([]*kept{k}), nil
	}
	return summaries(s.byURL[k.sum.URL]), nil
}

// VersionsAt implements archive.Reports.
func (s *Store) VersionsAt(_ context.Context, url string) ([]archive.Summary, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return summaries(s.byURL[url]), nil
}

// Outlets implements archive.Reports.
func (s *Store) Outlets(context.Context) ([]archive.Outlet, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	by := map[string]*archive.Outlet{}
	for _, k := range s.chosen(archive.Query{}) {
		o := by[k.sum.Outlet]
		if o == nil {
			o = &archive.Outlet{Name: k.sum.Outlet}
			by[o.Name] = o
		}
		o.Reports++
		if d := k.sum.Day; d != "" {
			if o.First == "" || d < o.First {
				o.First = d
			}
			o.Last = max(o.Last, d)
		}
	}
	var list []archive.Outlet
	for _, o := range by {
		list = append(list, *o)
	}
	slices.SortFunc(list, func(a, b archive.Outlet) int {
		return cmp.Or(b.Reports-a.Reports, strings.Compare(a.Name, b.Name))
	})
	return list, nil
}

// Readings implements archive.Reports.
func (s *Store) Readings(ctx context.Context, q archive.Query) iter.Seq2[*record.Reading, error] {
	return func(yield func(*record.Reading, error) bool) {
		s.mu.RLock()
		list := s.chosen(q)
		s.mu.RUnlock()
		for _, k := range list {
			s.mu.RLock()
			r, err := k.open()
			s.mu.RUnlock()
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}
