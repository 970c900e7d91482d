package line

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"sitrep/internal/fault"
)

// Kept is a map as a store keeps it: Map without its shapes, which stand packed
// in Shape.
type Kept struct {
	ID, Source, Day, Holder, Kind, File string
	Notes                               []string
	Sample                              bool
	Shape                               []byte // empty in lists
}

// Store keeps control maps. Methods may be called by several goroutines at once.
type Store interface {
	// AddMaps keeps maps in one transaction: all of them or none. Maps kept
	// already, by id, are passed over. Where another map of the same source, day,
	// holder and kind is kept it gives Exists, or with replace puts the new map in
	// its place. It gives the number of maps added.
	AddMaps(ctx context.Context, maps []Kept, replace bool) (int, error)

	// Maps lists all maps without their shapes, by day, source, holder and kind.
	Maps(ctx context.Context) ([]Kept, error)

	// Map gives one map with its shape. NotFound when the id is not kept.
	Map(ctx context.Context, id string) (Kept, error)
}

// Slot is what only one kept map may have: its source, day, holder and kind.
func (k *Kept) Slot() string {
	return strings.Join([]string{k.Day, k.Source, k.Holder, k.Kind}, "\x00")
}

// keep packs a map.
func (m *Map) keep() Kept {
	return Kept{ID: string(m.ID), Source: m.Source, Day: m.Day, Holder: m.Holder, Kind: string(m.Kind), File: m.File,
		Notes: m.Notes, Sample: m.Sample, Shape: encodeShape(m.Area, m.Lines)}
}

// open unpacks a kept map.
func (k *Kept) open() (*Map, error) {
	m := k.head()
	var err error
	m.Area, m.Lines, err = decodeShape(k.Shape)
	return m, err
}

// head is the map without its shapes.
func (k *Kept) head() *Map {
	return &Map{ID: ID(k.ID), Source: k.Source, Day: k.Day, Holder: k.Holder, Kind: Kind(k.Kind), File: k.File, Notes: k.Notes, Sample: k.Sample}
}

// Memory is a Store that keeps maps for the life of the process, for tests and
// for commands that are given files instead of an archive.
type Memory struct {
	mu   sync.RWMutex
	maps map[string]Kept // by id
}

// NewMemory makes an empty store.
func NewMemory() *Memory { return &Memory{maps: map[string]Kept{}} }

// AddMaps implements Store.
func (s *Memory) AddMaps(_ context.Context, maps []Kept, replace bool) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	slots := map[string]string{}
	for id, k := range s.maps {
		slots[k.Slot()] = id
	}
	var add []Kept
	for _, m := range maps {
		if _, known := s.maps[m.ID]; known {
			continue
		}
		if _, taken := slots[m.Slot()]; taken && !replace {
			return 0, ErrTaken(m)
		}
		add = append(add, m)
	}
	for _, m := range add {
		if old, taken := slots[m.Slot()]; taken {
			delete(s.maps, old)
		}
		slots[m.Slot()] = m.ID
		s.maps[m.ID] = m
	}
	return len(add), nil
}

// ErrTaken is what AddMaps gives where another map stands in the slot already.
func ErrTaken(m Kept) error {
	return fault.New(fault.Exists, "line.AddMaps", m.File, fmt.Errorf("another map by %s for %s is kept already", m.Source, m.Day)).
		Hinted("--replace puts this one in its place")
}

// Maps implements Store.
func (s *Memory) Maps(context.Context) ([]Kept, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var out []Kept
	for _, m := range s.maps {
		m.Shape = nil
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b Kept) int { return strings.Compare(a.Slot(), b.Slot()) })
	return out, nil
}

// Map implements Store.
func (s *Memory) Map(_ context.Context, id string) (Kept, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	m, ok := s.maps[id]
	if !ok {
		return Kept{}, fault.New(fault.NotFound, "line.Map", id, nil)
	}
	return m, nil
}
