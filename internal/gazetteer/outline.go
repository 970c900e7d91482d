package gazetteer

import (
	_ "embed"
	"encoding/binary"
	"sync"
)

//go:embed outlines.bin
var outlines []byte

// OutlineGrid is how many steps of the outlines' grid a degree has.
const OutlineGrid = 100

// Ring is a closed line of points, longitude and latitude in degrees by turns, with
// the box that holds it.
type Ring struct {
	Points                   []float32
	West, South, East, North float32
}

// Outlines gives the coarse outlines of the world's countries and, as lines, those
// of Ukraine's first divisions: enough for a small map that tells a reader where
// roughly a place lies. They are Natural Earth's, made by cmd/gazetteer: two lists, each
// a uvarint count of rings; each ring a uvarint count of points; each point two varints,
// the steps from the point before it in hundredths of a degree.
var Outlines = sync.OnceValues(func() (land, lines []Ring) {
	b := outlines
	land, b = readRings(b)
	lines, _ = readRings(b)
	return land, lines
})

func readRings(b []byte) ([]Ring, []byte) {
	n, used := binary.Uvarint(b)
	if used <= 0 || n > uint64(len(b)) {
		return nil, nil
	}
	b = b[used:]
	rings := make([]Ring, 0, n)
	for range n {
		count, used := binary.Uvarint(b)
		if used <= 0 || count > uint64(len(b)) {
			return rings, nil
		}
		b = b[used:]
		r := Ring{Points: make([]float32, 0, 2*count), West: 999, South: 999, East: -999, North: -999}
		var x, y int64
		for range count {
			dx, i := binary.Varint(b)
			if i <= 0 {
				return rings, nil
			}
			dy, j := binary.Varint(b[i:])
			if j <= 0 {
				return rings, nil
			}
			b = b[i+j:]
			x, y = x+dx, y+dy
			lon, lat := float32(x)/OutlineGrid, float32(y)/OutlineGrid
			r.Points = append(r.Points, lon, lat)
			r.West, r.East, r.South, r.North = min(r.West, lon), max(r.East, lon), min(r.South, lat), max(r.North, lat)
		}
		rings = append(rings, r)
	}
	return rings, b
}
