package archive

import (
	"context"
	"errors"
	"strings"

	"sitrep/internal/fault"
)

// LineMaps keeps control maps: what a source shows, for a day, of the ground that
// a side holds. What the maps mean is the business of internal/line; an archive
// keeps their shapes as packed bytes.
type LineMaps interface {
	// AddMaps keeps maps in one transaction, all or none, and tells how many were
	// added. A map kept already, by its id, is passed over. Where another map of
	// the same source, day, holder and kind is kept it gives Exists, or with
	// replace puts the new map in its place.
	AddMaps(ctx context.Context, maps []LineMap, replace bool) (int, error)

	// Maps lists all maps without their shapes, by day, source, holder and kind.
	Maps(ctx context.Context) ([]LineMap, error)

	// Map gives one map with its shape. NotFound when the id is not kept.
	Map(ctx context.Context, id string) (LineMap, error)
}

// LineMap is one control map as it is kept.
type LineMap struct {
	ID     string // "m-" and hex digits
	Source string
	Day    string // YYYY-MM-DD
	// DayFrom tells how the day is known: "given", "property" or "file name".
	DayFrom string
	Holder  string // who holds the ground; "" where the map does not say
	Kind    string // "area" or "front"
	File    string // the file's name, without its folder
	Notes   []string
	Sample  bool
	Shape   []byte // packed by internal/line; nil in lists
}

// Slot is what only one kept map may have, in the order of lists.
func (m *LineMap) Slot() string {
	return strings.Join([]string{m.Day, m.Source, m.Holder, m.Kind}, "\x00")
}

// MapTaken is the failure of AddMaps where another map stands in the slot.
func MapTaken(m *LineMap) error {
	return fault.New(fault.Exists, "archive.AddMaps", m.File, errors.New("another map by "+m.Source+" for "+m.Day+" is kept already")).
		Hinted("--replace puts this one in its place")
}

// NoMap is the failure of Map for an id that is not kept.
func NoMap(id string) error {
	return fault.New(fault.NotFound, "archive.Map", "map "+id, errors.New("no map of this archive has this id"))
}
