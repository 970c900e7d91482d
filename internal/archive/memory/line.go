package memory

import (
	"context"
	"slices"
	"strings"

	"sitrep/internal/archive"
)

// AddMaps implements archive.LineMaps.
func (s *Store) AddMaps(_ context.Context, maps []archive.LineMap, replace bool) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	after := make(map[string]archive.LineMap, len(s.maps)+len(maps)) // by slot
	for slot, m := range s.maps {
		after[slot] = m
	}
	added := 0
	for _, m := range maps {
		old, taken := after[m.Slot()]
		switch {
		case taken && old.ID == m.ID:
			continue
		case taken && !replace:
			return 0, archive.MapTaken(&m)
		}
		m.Notes, m.Shape = slices.Clone(m.Notes), slices.Clone(m.Shape)
		after[m.Slot()] = m
		added++
	}
	s.maps = after
	return added, nil
}

// Maps implements archive.LineMaps.
func (s *Store) Maps(context.Context) ([]archive.LineMap, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var all []archive.LineMap
	for _, m := range s.maps {
		m.Notes, m.Shape = slices.Clone(m.Notes), nil
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b archive.LineMap) int { return strings.Compare(a.Slot(), b.Slot()) })
	return all, nil
}

// Map implements archive.LineMaps.
func (s *Store) Map(_ context.Context, id string) (archive.LineMap, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, m := range s.maps {
		if m.ID == id {
			m.Notes, m.Shape = slices.Clone(m.Notes), slices.Clone(m.Shape)
			return m, nil
		}
	}
	return archive.LineMap{}, archive.NoMap(id)
}
