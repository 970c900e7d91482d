package line

import (
	"encoding/binary"
	"io"
	"math"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
)

// A shape is kept as varints: the version 1, the number of polygons, for each the
// number of its rings, for each the number of its points and the points as signed
// steps in units of 1e-9 degree; then the number of lines and their points alike.
const shapeVersion = 1

// encodeShape packs a map's area and lines.
func encodeShape(a earth.Area, lines []earth.Path) []byte {
	w := shapeWriter{b: binary.AppendUvarint(nil, shapeVersion)}
	w.count(len(a))
	for _, poly := range a {
		w.count(len(poly))
		for _, r := range poly {
			w.points(r)
		}
	}
	w.count(len(lines))
	for _, p := range lines {
		w.points(p)
	}
	return w.b
}

type shapeWriter struct {
	b    []byte
	x, y int64
}

func (w *shapeWriter) count(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }

func (w *shapeWriter) points(pts []earth.Point) {
	w.count(len(pts))
	for _, p := range pts {
		x, y := int64(math.Round(p.Lon*perDegree)), int64(math.Round(p.Lat*perDegree))
		w.b = binary.AppendVarint(w.b, x-w.x)
		w.b = binary.AppendVarint(w.b, y-w.y)
		w.x, w.y = x, y
	}
}

// decodeShape reads what encodeShape packed.
func decodeShape(b []byte) (earth.Area, []earth.Path, error) {
	r := shapeReader{b: b}
	if version := r.count(); version != shapeVersion {
		return nil, nil, fault.New(fault.Broken, "line.decodeShape", "the shape of a map", nil).
			Hinted("add the map again with --replace")
	}
	var area earth.Area
	for range r.count() {
		var poly earth.Polygon
		for range r.count() {
			poly = append(poly, r.points())
		}
		area = append(area, poly)
	}
	var lines []earth.Path
	for range r.count() {
		lines = append(lines, r.points())
	}
	if r.short {
		return nil, nil, fault.New(fault.Broken, "line.decodeShape", "the shape of a map", io.ErrUnexpectedEOF).
			Hinted("add the map again with --replace")
	}
	return area, lines, nil
}

type shapeReader struct {
	b     []byte
	x, y  int64
	short bool
}

func (r *shapeReader) count() int {
	v, k := binary.Uvarint(r.b)
	if k <= 0 || v > uint64(len(r.b)) {
		r.short, r.b = true, nil
		return 0
	}
	r.b = r.b[k:]
	return int(v)
}

func (r *shapeReader) points() []earth.Point {
	out := make([]earth.Point, r.count())
	for i := range out {
		for _, at := range []*int64{&r.x, &r.y} {
			v, k := binary.Varint(r.b)
			if k <= 0 {
				r.short, r.b = true, nil
				return nil
			}
			r.b = r.b[k:]
			*at += v
		}
		out[i] = earth.Point{Lon: float64(r.x) / perDegree, Lat: float64(r.y) / perDegree}
	}
	return out
}
