package neural

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
)

// A model file is: magic, length of the header (4 bytes), header (JSON), data.
// Numbers are little-endian.
const magic = "sitrep-model-1\n"

type tensor struct {
	Name string `json:"name"`
	Kind string `json:"kind"` // i8: bytes and one f32 a row; f32; u64
	Rows int    `json:"rows"`
	Cols int    `json:"cols"`
	At   int    `json:"at"`
}

func (t tensor) size() int {
	switch t.Kind {
	case "i8":
		return t.Rows*t.Cols + 4*t.Rows
	case "f32":
		return 4 * t.Rows * t.Cols
	case "u64":
		return 8 * t.Rows * t.Cols
	}
	return -1
}

type header struct {
	Meta    json.RawMessage `json:"meta"`
	Tensors []tensor        `json:"tensors"`
}

// File is an opened model file.
type File struct {
	head header
	data []byte
}

// Open reads a model file from memory and checks its frame.
func Open(b []byte) (*File, error) {
	if len(b) < len(magic)+4 || string(b[:len(magic)]) != magic {
		return nil, fmt.Errorf("not a model file")
	}
	b = b[len(magic):]
	n := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; n > len(b) {
		return nil, fmt.Errorf("model file is cut short")
	}
	f := &File{data: b[n:]}
	if err := json.Unmarshal(b[:n], &f.head); err != nil {
		return nil, fmt.Errorf("header of model file: %w", err)
	}
	for _, t := range f.head.Tensors {
		if t.size() < 0 || t.Rows < 0 || t.Cols < 0 || t.At < 0 || t.At > len(f.data) || t.size() > len(f.data)-t.At {
			return nil, fmt.Errorf("tensor %s lies outside the model file", t.Name)
		}
	}
	return f, nil
}

// Meta reads what the file says of itself.
func (f *File) Meta(v any) error { return json.Unmarshal(f.head.Meta, v) }

func (f *File) find(name, kind string) (tensor, []byte, error) {
	for _, t := range f.head.Tensors {
		if t.Name == name && t.Kind == kind {
			return t, f.data[t.At : t.At+t.size()], nil
		}
	}
	return tensor{}, nil, fmt.Errorf("model file has no %s tensor %s", kind, name)
}

// Floats gives the numbers of a tensor.
func (f *File) Floats(name string) ([]float32, error) {
	_, b, err := f.find(name, "f32")
	return floats(b), err
}

func floats(b []byte) []float32 {
	v := make([]float32, len(b)/4)
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return v
}

// Hashes gives the numbers of a tensor of hashes.
func (f *File) Hashes(name string) ([]uint64, error) {
	_, b, err := f.find(name, "u64")
	v := make([]uint64, len(b)/8)
	for i := range v {
		v[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return v, err
}

// Table gives a tensor as an embedding table, a view of the file.
func (f *File) Table(name string, cols int) (Table, error) {
	t, b, err := f.find(name, "i8")
	if err == nil && t.Cols != cols {
		err = fmt.Errorf("tensor %s is %d wide, not %d", name, t.Cols, cols)
	}
	if err != nil {
		return Table{}, err
	}
	return Table{width: t.Cols, data: b[:t.Rows*t.Cols], scale: floats(b[t.Rows*t.Cols:])}, nil
}

// Linear gives the tensors name and name.bias as a Linear of in to out.
func (f *File) Linear(name string, in, out int) (*Linear, error) {
	t, b, err := f.find(name, "i8")
	if err != nil {
		return nil, err
	}
	bias, err := f.Floats(name + ".bias")
	if err != nil {
		return nil, err
	}
	if t.Rows != out || t.Cols != in || len(bias) != out || in%4 != 0 || in > MaxInput || out%16 != 0 {
		return nil, fmt.Errorf("tensor %s is %d×%d, not %d×%d", name, t.Rows, t.Cols, out, in)
	}
	w := make([]int8, in*out)
	for i := range w {
		w[i] = int8(b[i])
	}
	return NewLinear(in, out, w, floats(b[in*out:]), bias), nil
}

// Norm gives the tensors name.gain and name.bias as a Norm of the given width.
func (f *File) Norm(name string, width int) (n Norm, err error) {
	if n.gain, err = f.Floats(name + ".gain"); err != nil {
		return n, err
	}
	if n.bias, err = f.Floats(name + ".bias"); err != nil {
		return n, err
	}
	if len(n.gain) != width || len(n.bias) != width {
		err = fmt.Errorf("norm %s is not %d wide", name, width)
	}
	return n, err
}

// Builder makes a model file.
type Builder struct {
	head header
	data bytes.Buffer
}

func (b *Builder) add(name, kind string, rows, cols int) {
	for b.data.Len()%8 != 0 {
		b.data.WriteByte(0)
	}
	b.head.Tensors = append(b.head.Tensors, tensor{Name: name, Kind: kind, Rows: rows, Cols: cols, At: b.data.Len()})
}

func (b *Builder) floats(v []float32) {
	for _, x := range v {
		b.data.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(x)))
	}
}

// AddFloats adds numbers as they are.
func (b *Builder) AddFloats(name string, v []float32) {
	b.add(name, "f32", 1, len(v))
	b.floats(v)
}

// AddHashes adds hashes.
func (b *Builder) AddHashes(name string, v []uint64) {
	b.add(name, "u64", 1, len(v))
	for _, x := range v {
		b.data.Write(binary.LittleEndian.AppendUint64(nil, x))
	}
}

// AddBytes adds rows of 8-bit numbers that have no scales of their own.
func (b *Builder) AddBytes(name string, rows, cols int, v []int8) {
	b.add(name, "i8", rows, cols)
	for _, x := range v {
		b.data.WriteByte(byte(x))
	}
	b.floats(make([]float32, rows))
}

// AddRounded adds rows of numbers rounded to 8 bits.
func (b *Builder) AddRounded(name string, rows, cols int, w []float32) {
	b.add(name, "i8", rows, cols)
	q, scale := Quantise(rows, cols, w)
	for _, x := range q {
		b.data.WriteByte(byte(x))
	}
	b.floats(scale)
}

// Write ends the file with what it says of itself.
func (b *Builder) Write(w io.Writer, meta any) error {
	var err error
	if b.head.Meta, err = json.Marshal(meta); err != nil {
		return err
	}
	head, err := json.Marshal(b.head)
	if err != nil {
		return err
	}
	for _, part := range [][]byte{[]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(head))), head, b.data.Bytes()} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}
