// Package line tells where control of ground divides, how long that line is and
// what moved: it reads control maps, repairs or refuses what is not valid in
// them, tells the front line apart from coast and border, finds the ground that
// changed hands between two days, and holds the claims of reports against it.
//
// Every figure names its map's source and day and the tolerance it was found
// with. Maps of two sources stand side by side and are never averaged; a day
// without a map is a gap and never interpolated. The maps show ground held, not
// troops, and nothing finer is offered. docs/line.md has every definition.
package line

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"

	"sitrep/internal/earth"
)

// ID names one map by its content, e.g. "m-5f1c0a9b2e44".
type ID string

// Kind tells what a map shows.
type Kind string

// The kinds of map.
const (
	Ground Kind = "area"  // the ground that a side holds
	Traced Kind = "front" // the front line alone, as its source drew it
)

// Map is what one source shows for one day.
type Map struct {
	ID     ID     `json:"id"`
	Source string `json:"source"`
	// Day is YYYY-MM-DD; DayFrom tells whether it came from "given", "property"
	// or "file name".
	Day     string `json:"day"`
	DayFrom string `json:"day_from,omitempty"`
	// Holder is who holds the area, as a PLOVER code or a name; empty where the
	// map does not say.
	Holder string `json:"holder,omitempty"`
	Kind   Kind   `json:"kind"`
	File   string `json:"file,omitempty"`
	// Area is the ground held, valid and without overlaps; outer rings run
	// counter-clockwise. It is empty for a Traced map.
	Area earth.Area `json:"-"`
	// Lines are the drawn lines of a Traced map.
	Lines []earth.Path `json:"-"`
	// Notes tell what was repaired or left out, in words.
	Notes []string `json:"notes,omitempty"`
	// Sample marks a map made by the project for trying things out.
	Sample bool `json:"sample,omitempty"`
}

// NewID derives a map's id from all that makes it what it is.
func (m *Map) newID() ID {
	h := sha256.New()
	for _, s := range []string{m.Source, m.Day, m.Holder, string(m.Kind)} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	var b [16]byte
	point := func(p earth.Point) {
		binary.LittleEndian.PutUint64(b[:], math.Float64bits(p.Lon))
		binary.LittleEndian.PutUint64(b[8:], math.Float64bits(p.Lat))
		h.Write(b[:])
	}
	for _, poly := range m.Area {
		for _, r := range poly {
			h.Write([]byte{1})
			for _, p := range r {
				point(p)
			}
		}
	}
	for _, path := range m.Lines {
		h.Write([]byte{2})
		for _, p := range path {
			point(p)
		}
	}
	return ID("m-" + hex.EncodeToString(h.Sum(nil)[:6]))
}

// SquareKM gives the area of the ground held in square kilometres on the
// ellipsoid.
func (m *Map) SquareKM() float64 { return earth.WGS84().AreaOf(m.Area) / 1e6 }
