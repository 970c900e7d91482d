package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
)

const lineMaps = `
CREATE TABLE line_map (                    -- control maps; see internal/line
	id TEXT PRIMARY KEY,
	day TEXT NOT NULL, source TEXT NOT NULL, holder TEXT NOT NULL, kind TEXT NOT NULL,
	day_from TEXT NOT NULL, file TEXT NOT NULL,
	notes TEXT NOT NULL,                   -- JSON list of sentences
	sample INTEGER NOT NULL,
	shape BLOB NOT NULL,
	UNIQUE (day, source, holder, kind)
) STRICT;
`

const mapColumns = "id, day, source, holder, kind, day_from, file, notes, sample"

// AddMaps implements archive.LineMaps.
func (s *Store) AddMaps(ctx context.Context, maps []archive.LineMap, replace bool) (added int, err error) {
	if s.readOnly {
		return 0, fault.New(fault.Permission, "archive.AddMaps", s.path, errors.New("the archive is open for reading only"))
	}
	err = s.tx(ctx, "AddMaps", func(tx *sql.Tx) error {
		for i := range maps {
			new, err := addMap(ctx, tx, &maps[i], replace)
			if err != nil {
				return err
			}
			if new {
				added++
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

func addMap(ctx context.Context, tx *sql.Tx, m *archive.LineMap, replace bool) (bool, error) {
	var old string
	err := tx.QueryRowContext(ctx, "SELECT id FROM line_map WHERE day = ? AND source = ? AND holder = ? AND kind = ?", m.Day, m.Source, m.Holder, m.Kind).Scan(&old)
	switch {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return false, err
	case old == m.ID:
		return false, nil
	case !replace:
		return false, archive.MapTaken(m)
	default:
		if _, err := tx.ExecContext(ctx, "DELETE FROM line_map WHERE id = ?", old); err != nil {
			return false, err
		}
	}
	notes, err := json.Marshal(m.Notes)
	if err != nil {
		return false, err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO line_map ("+mapColumns+", shape) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		m.ID, m.Day, m.Source, m.Holder, m.Kind, m.DayFrom, m.File, string(notes), m.Sample, append([]byte{}, m.Shape...))
	return err == nil, err
}

// scanMap reads mapColumns and what else is asked for.
func scanMap(scan func(...any) error, more ...any) (m archive.LineMap, err error) {
	var notes string
	if err = scan(append([]any{&m.ID, &m.Day, &m.Source, &m.Holder, &m.Kind, &m.DayFrom, &m.File, &notes, &m.Sample}, more...)...); err != nil {
		return m, err
	}
	if err := json.Unmarshal([]byte(notes), &m.Notes); err != nil {
		return m, errors.Join(errDamaged, err)
	}
	return m, nil
}

// Maps implements archive.LineMaps.
func (s *Store) Maps(ctx context.Context) ([]archive.LineMap, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT "+mapColumns+" FROM line_map ORDER BY day, source, holder, kind")
	if err != nil {
		return nil, s.fault("Maps", err)
	}
	defer rows.Close()
	var all []archive.LineMap
	for rows.Next() {
		m, err := scanMap(rows.Scan)
		if err != nil {
			return nil, s.fault("Maps", err)
		}
		all = append(all, m)
	}
	return all, s.fault("Maps", rows.Err())
}

// Map implements archive.LineMaps.
func (s *Store) Map(ctx context.Context, id string) (archive.LineMap, error) {
	var shape []byte
	m, err := scanMap(s.read.QueryRowContext(ctx, "SELECT "+mapColumns+", shape FROM line_map WHERE id = ?", id).Scan, &shape)
	if errors.Is(err, sql.ErrNoRows) {
		return m, archive.NoMap(id)
	}
	m.Shape = shape
	return m, s.fault("Map", err)
}
