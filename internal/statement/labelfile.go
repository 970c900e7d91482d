package statement

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/tag"
)

// modelName is the labeller's file among a language's models.
const modelName = "attribution.bin"

const modelMagic = "sitrep attribution 1\n"

// OpenLabeller opens the trained labeller of a language.
func OpenLabeller(l lang.Language) (*Labeller, error) {
	t, err := load(l)
	if err != nil {
		return nil, err
	}
	v, err := tag.OpenWords(l)
	if err != nil {
		return nil, err
	}
	return openLabeller(l, t, v)
}

func openLabeller(l lang.Language, t *tables, v *neural.Vectors) (*Labeller, error) {
	data, err := l.Model(modelName)
	if err != nil {
		return nil, fault.New(fault.NotFound, "statement.OpenLabeller", modelName, err).Hinted("train it: go run ./cmd/train attribution")
	}
	return decodeLabeller(t, data, v)
}

func decodeLabeller(t *tables, data []byte, v *neural.Vectors) (*Labeller, error) {
	bad := func(err error) (*Labeller, error) {
		return nil, fault.New(fault.Broken, "statement.OpenLabeller", modelName, err).Hinted("train it again: go run ./cmd/train attribution")
	}
	if !bytes.HasPrefix(data, []byte(modelMagic)) {
		return bad(fmt.Errorf("not a model of attribution"))
	}
	z, err := gzip.NewReader(bytes.NewReader(data[len(modelMagic):]))
	if err != nil {
		return bad(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		return bad(err)
	}
	r := &reader{raw: raw}
	m := &Labeller{tables: t}
	m.scale = [2]float64{float64(r.float()), float64(r.float())}
	n := int(r.word())
	words := make(map[string]uint32, min(n, 1<<20))
	for range n {
		if r.broken {
			break
		}
		w := r.text()
		words[w] = r.word()
	}
	with := *t
	with.clusters = clusters{byWord: words}
	m.tables = &with
	m.cues, m.spans, m.loose = r.crf(), r.crf(), r.crf()
	n = int(r.word())
	if m.netBytes = r.take(n); r.broken {
		return bad(fmt.Errorf("cut short"))
	}
	if n == 0 || v == nil {
		return m, nil
	}
	f, err := neural.Open(m.netBytes)
	if err != nil {
		return bad(err)
	}
	if m.net, err = neural.OpenLabeller(f, netName, v); err != nil {
		return bad(err)
	}
	return m, nil
}

// netName is the network's name in its own file.
const netName = "attribution"

// Write writes the model: weights rounded to 8 bits with a scale for each row.
func (m *Labeller) Write(w io.Writer) error {
	if _, err := io.WriteString(w, modelMagic); err != nil {
		return err
	}
	z, _ := gzip.NewWriterLevel(w, gzip.BestCompression)
	var b []byte
	b = putFloat(b, float32(m.scale[0]))
	b = putFloat(b, float32(m.scale[1]))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.clusters.byWord)))
	for _, word := range m.clusters.sorted() {
		b = append(b, byte(len(word)))
		b = append(b, word...)
		b = binary.LittleEndian.AppendUint32(b, m.clusters.byWord[word])
	}
	for i, c := range [...]*crf{m.cues, m.spans, m.loose} {
		b = appendCRF(b, c, pruned[i])
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.netBytes)))
	b = append(b, m.netBytes...)
	if _, err := z.Write(b); err != nil {
		return err
	}
	return z.Close()
}

func putFloat(b []byte, f float32) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
}

// pruned is the share of a table's largest weight below which a row is not worth
// its bytes, for the fields of cues, spans and loose contents: the file falls to a
// third and no score moves by more than a few thousandths.
var pruned = [3]float32{0.08, 0.12, 0.08}

// appendCRF writes the rows that hold anything: the gap since the last such row,
// a scale as an exponent of 2^(1/8), and the weights.
func appendCRF(b []byte, c *crf, pruned float32) []byte {
	b = append(b, byte(c.labels), byte(c.bits), byte(c.moves))
	for _, t := range c.trans {
		b = putFloat(b, t)
	}
	last, least := 0, float32(0)
	for _, x := range c.w {
		least = max(least, pruned*x, -pruned*x)
	}
	for row := range 1 << c.bits {
		w := c.w[row*c.labels : (row+1)*c.labels]
		top := float32(0)
		for _, x := range w {
			top = max(top, x, -x)
		}
		if top <= least {
			continue
		}
		e := int(math.Ceil(math.Log2(float64(top)) * 8))
		scale := float32(math.Pow(2, float64(e)/8)) / 127
		b = binary.AppendUvarint(b, uint64(row-last+1))
		b = append(b, byte(int8(e)))
		for _, x := range w {
			b = append(b, byte(int8(math.Round(float64(x/scale)))))
		}
		last = row
	}
	return binary.AppendUvarint(b, 0)
}

type reader struct {
	raw    []byte
	at     int
	broken bool
}

func (r *reader) take(n int) []byte {
	if r.broken || n < 0 || r.at+n > len(r.raw) {
		r.broken = true
		return make([]byte, max(n&0xff, 0)+8)
	}
	r.at += n
	return r.raw[r.at-n : r.at]
}

func (r *reader) word() uint32   { return binary.LittleEndian.Uint32(r.take(4)) }
func (r *reader) float() float32 { return math.Float32frombits(r.word()) }
func (r *reader) text() string   { return string(r.take(int(r.take(1)[0]))) }

func (r *reader) crf() *crf {
	h := r.take(3)
	labels, bits, moves := int(h[0]), uint(h[1]), int(h[2])
	if r.broken || labels > 16 || bits > 22 || moves > 16 {
		r.broken = true
		return nil
	}
	c := newCRF(labels, bits, moves)
	for i := range c.trans {
		c.trans[i] = r.float()
	}
	row := 0
	for !r.broken {
		gap, n := binary.Uvarint(r.raw[min(r.at, len(r.raw)):])
		if n <= 0 {
			r.broken = true
			break
		}
		r.at += n
		if gap == 0 {
			break
		}
		row += int(gap) - 1
		if row >= 1<<bits {
			r.broken = true
			break
		}
		scale := float32(math.Pow(2, float64(int8(r.take(1)[0]))/8)) / 127
		for y, q := range r.take(labels)[:labels] {
			c.w[row*labels+y] = float32(int8(q)) * scale
		}
	}
	return c
}
