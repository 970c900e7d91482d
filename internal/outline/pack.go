package outline

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"io"
	"math"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
)

// A packed layer is, gzipped: the line "sitrep outline 1", a line of JSON (head),
// and then for each unit the number of its polygons, for each polygon the number
// of its rings, for each ring the number of its points and the points as steps of
// longitude and latitude in units of 1/scale degree. All numbers are varints,
// steps are signed; the first point of a file is a step from 0, 0.
const magic = "sitrep outline 1\n"

type head struct {
	Name    string   `json:"name"`
	Source  string   `json:"source"`
	Licence string   `json:"licence"`
	Map     string   `json:"map_scale"`
	Scale   float64  `json:"units_per_degree"`
	Units   []naming `json:"units"`
}

type naming struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// Pack writes a layer, rounding coordinates to 1/scale degree.
func Pack(w io.Writer, l *Layer, scale float64) error {
	h := head{Name: l.Name, Source: l.Source, Licence: l.Licence, Map: l.Scale, Scale: scale}
	var b []byte
	var x, y int64
	for _, u := range l.Units {
		h.Units = append(h.Units, naming{u.Code, u.Name})
		b = binary.AppendUvarint(b, uint64(len(u.Area)))
		for _, poly := range u.Area {
			b = binary.AppendUvarint(b, uint64(len(poly)))
			for _, r := range poly {
				b = binary.AppendUvarint(b, uint64(len(r)))
				for _, p := range r {
					px, py := int64(math.Round(p.Lon*scale)), int64(math.Round(p.Lat*scale))
					b = binary.AppendVarint(b, px-x)
					b = binary.AppendVarint(b, py-y)
					x, y = px, py
				}
			}
		}
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	first, err := json.Marshal(h)
	if err != nil {
		return err
	}
	for _, part := range [][]byte{[]byte(magic), first, {'\n'}, b} {
		if _, err := z.Write(part); err != nil {
			return err
		}
	}
	return z.Close()
}

// unpack reads what Pack wrote. A file cut short or damaged gives an error.
func unpack(name string, packed []byte) (*Layer, error) {
	broken := func(err error) (*Layer, error) {
		return nil, fault.New(fault.Broken, "outline.unpack", name, err).Hinted("make it anew with go run ./cmd/outline")
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return broken(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		return broken(err)
	}
	rest, ok := bytes.CutPrefix(all, []byte(magic))
	if !ok {
		return broken(nil)
	}
	line, body, _ := bytes.Cut(rest, []byte{'\n'})
	var h head
	if err := json.Unmarshal(line, &h); err != nil {
		return broken(err)
	}
	l := &Layer{Name: h.Name, Source: h.Source, Licence: h.Licence, Scale: h.Map}
	r := numbers{b: body, scale: h.Scale}
	for _, u := range h.Units {
		l.Units = append(l.Units, Unit{Code: u.Code, Name: u.Name, Area: r.area()})
	}
	if r.short || !(h.Scale > 0) {
		return broken(io.ErrUnexpectedEOF)
	}
	return l, nil
}

// numbers reads varints and remembers whether they ran out.
type numbers struct {
	b     []byte
	x, y  int64
	scale float64
	short bool
}

func (n *numbers) count() int {
	v, k := binary.Uvarint(n.b)
	if k <= 0 || v > uint64(len(n.b)) {
		n.short, n.b = true, nil
		return 0
	}
	n.b = n.b[k:]
	return int(v)
}

func (n *numbers) step() int64 {
	v, k := binary.Varint(n.b)
	if k <= 0 {
		n.short, n.b = true, nil
		return 0
	}
	n.b = n.b[k:]
	return v
}

func (n *numbers) area() earth.Area {
	a := make(earth.Area, n.count())
	for i := range a {
		a[i] = make(earth.Polygon, n.count())
		for j := range a[i] {
			r := make(earth.Ring, n.count())
			for k := range r {
				n.x += n.step()
				n.y += n.step()
				r[k] = earth.Point{Lon: float64(n.x) / n.scale, Lat: float64(n.y) / n.scale}
			}
			a[i][j] = r
		}
	}
	return a
}
