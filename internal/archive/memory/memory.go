// Package memory keeps an archive in memory: for tests, and as the plainest
// telling of what the contract means. Nothing is kept on disk.
package memory

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

// Store is an archive in memory. Make it with New.
type Store struct {
	mu      sync.RWMutex // guards all below
	reports []*kept      // in the order of adding
	byID    map[record.ReportID]*kept
	byURL   map[string][]*kept // versions, first to last
	letters map[string]archive.DeadLetter
	maps    map[string]archive.LineMap // by slot
}

// kept is one report. The reading stands as JSON, so that nobody can change
// what is kept through a pointer.
type kept struct {
	n       int
	sum     archive.Summary
	text    string
	reading []byte
}

var _ archive.Archive = (*Store)(nil)

// New gives an empty archive.
func New() *Store {
	return &Store{byID: map[record.ReportID]*kept{}, byURL: map[string][]*kept{}, letters: map[string]archive.DeadLetter{}}
}

// Close implements archive.Archive.
func (s *Store) Close() error { return nil }

// Add implements archive.Adder.
func (s *Store) Add(ctx context.Context, readings ...*record.Reading) ([]archive.Outcome, error) {
	packed, err := pack(ctx, readings)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	out := make([]archive.Outcome, len(readings))
	for i, r := range readings {
		out[i] = s.add(r, packed[i], now)
	}
	return out, nil
}

func pack(ctx context.Context, readings []*record.Reading) ([][]byte, error) {
	packed := make([][]byte, len(readings))
	for i, r := range readings {
		if err := archive.Keepable(r); err != nil {
			return nil, err
		}
		var err error
		if packed[i], err = json.Marshal(r); err != nil {
			return nil, fault.New(fault.Invalid, "archive.Add", string(r.Report.ID), err)
		}
	}
	return packed, ctx.Err()
}

func (s *Store) add(r *record.Reading, packed []byte, now time.Time) archive.Outcome {
	if k := s.keptAs(archive.KeyOf(&r.Report)); k != nil {
		return archive.Outcome{Report: k.sum.ID, Status: archive.Known}
	}
	out := archive.Outcome{Report: r.Report.ID, Status: archive.Added}
	k := &kept{n: len(s.reports) + 1, sum: archive.Summarise(r, now), text: r.Text, reading: packed}
	if url := r.Report.URL; url != "" {
		if older := s.byURL[url]; len(older) > 0 {
			last := older[len(older)-1]
			last.sum.Latest = false
			out.Status, out.Corrects, k.sum.Version = archive.Corrected, last.sum.ID, last.sum.Version+1
		}
		s.byURL[url] = append(s.byURL[url], k)
	}
	s.reports = append(s.reports, k)
	s.byID[r.Report.ID] = k
	return out
}

func (s *Store) keptAs(key archive.Key) *kept {
	if k := s.byID[key.ID]; k != nil {
		return k
	}
	if key.URL == "" {
		return nil
	}
	for _, k := range s.byURL[key.URL] {
		if k.sum.SHA256 == key.SHA256 {
			return k
		}
	}
	return nil
}

// Replace implements archive.Adder.
func (s *Store) Replace(ctx context.Context, readings ...*record.Reading) error {
	packed, err := pack(ctx, readings)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range readings {
		if s.byID[r.Report.ID] == nil {
			return notKept("archive.Replace", r.Report.ID)
		}
	}
	for i, r := range readings {
		k := s.byID[r.Report.ID]
		sum := archive.Summarise(r, k.sum.Added)
		sum.Version, sum.Latest = k.sum.Version, k.sum.Latest
		k.sum, k.text, k.reading = sum, r.Text, packed[i]
	}
	return nil
}

// Known implements archive.Adder.
func (s *Store) Known(_ context.Context, reports ...archive.Key) ([]bool, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	known := make([]bool, len(reports))
	for i, k := range reports {
		known[i] = s.keptAs(k) != nil
	}
	return known, nil
}

// Health implements archive.Doctor.
func (s *Store) Health(_ context.Context, deep bool) (*archive.Health, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	h := &archive.Health{Backend: "memory", Engine: "memory", Schema: 1, Deep: deep, Reports: len(s.reports), DeadLetters: len(s.letters)}
	for _, k := range s.reports {
		h.Statements += k.sum.Counts.Statements
		h.Bytes += int64(len(k.reading))
		if !k.sum.Latest {
			h.Superseded++
		}
	}
	return h, nil
}

// Bury implements archive.DeadLetters.
func (s *Store) Bury(_ context.Context, letters ...archive.DeadLetter) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, d := range letters {
		d = d.Prepared(time.Now())
		d.Raw = slices.Clone(d.Raw)
		if old, ok := s.letters[d.ID]; ok {
			old.Kind, old.Reason, old.At, old.Times = d.Kind, d.Reason, d.At, old.Times+d.Times
			d = old
		}
		s.letters[d.ID] = d
	}
	return nil
}

// Letters implements archive.DeadLetters.
func (s *Store) Letters(_ context.Context, limit, offset int) (archive.Page[archive.DeadLetter], error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var all []archive.DeadLetter
	for _, d := range s.letters {
		d.Raw = nil
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b archive.DeadLetter) int {
		return cmp.Or(b.At.Compare(a.At), strings.Compare(a.ID, b.ID))
	})
	return page(all, limit, offset), nil
}

// Letter implements archive.DeadLetters.
func (s *Store) Letter(_ context.Context, id string) (*archive.DeadLetter, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	d, ok := s.letters[id]
	if !ok {
		return nil, fault.New(fault.NotFound, "archive.Letter", id, errors.New("no dead letter has this id"))
	}
	d.Raw = slices.Clone(d.Raw)
	return &d, nil
}

// Forget implements archive.DeadLetters.
func (s *Store) Forget(_ context.Context, ids ...string) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before := len(s.letters)
	if len(ids) == 0 {
		clear(s.letters)
	}
	for _, id := range ids {
		delete(s.letters, id)
	}
	return before - len(s.letters), nil
}

// page cuts the part that was asked for.
func page[T any](all []T, limit, offset int) archive.Page[T] {
	limit, offset = archive.Clamp(limit, offset)
	offset = min(offset, len(all))
	return archive.Page[T]{Items: all[offset:min(offset+limit, len(all))], Total: len(all)}
}

func notKept(op string, id record.ReportID) error {
	return fault.New(fault.NotFound, op, "report "+string(id), errors.New("no report of this archive has this id"))
}
