package line

import "sitrep/internal/archive"

// Store keeps control maps; every archive is one.
type Store = archive.LineMaps

// keep packs a map for a store.
func (m *Map) keep() archive.LineMap {
	return archive.LineMap{ID: string(m.ID), Source: m.Source, Day: m.Day, DayFrom: m.DayFrom, Holder: m.Holder,
		Kind: string(m.Kind), File: m.File, Notes: m.Notes, Sample: m.Sample, Shape: encodeShape(m.Area, m.Lines)}
}

// head is a kept map without its shapes.
func head(k *archive.LineMap) *Map {
	return &Map{ID: ID(k.ID), Source: k.Source, Day: k.Day, DayFrom: k.DayFrom, Holder: k.Holder, Kind: Kind(k.Kind),
		File: k.File, Notes: k.Notes, Sample: k.Sample}
}

// open unpacks a kept map.
func open(k *archive.LineMap) (*Map, error) {
	m := head(k)
	var err error
	m.Area, m.Lines, err = decodeShape(k.Shape)
	return m, err
}
