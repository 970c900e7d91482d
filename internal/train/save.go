package train

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"os"

	"sitrep/internal/neural"
)

// addLinear rounds a linear layer into a model file, turned to a row an output.
func addLinear(b *neural.Builder, l *linear) {
	l.turn()
	b.AddRounded(l.w.name, l.out, l.in, l.wt)
	b.AddFloats(l.b.name, l.b.w)
}

func addNorm(b *neural.Builder, n *norm) {
	b.AddFloats(n.gain.name, n.gain.w)
	b.AddFloats(n.bias.name, n.bias.w)
}

func (e *encoder) save(b *neural.Builder) {
	b.AddHashes(e.name+".known", e.known)
	b.AddRounded(e.rows.name, e.rows.rows, e.rows.cols, e.rows.w)
	if e.extra != nil {
		b.AddRounded(e.extra.name, e.extra.rows, e.extra.cols, e.extra.w)
	}
	for _, l := range e.linears() {
		addLinear(b, l)
	}
	addNorm(b, e.first)
	for _, l := range e.layers {
		addNorm(b, l.norm)
	}
}

func (n *syntaxNet) bytes() ([]byte, error) {
	var b neural.Builder
	n.enc.save(&b)
	for _, l := range []*linear{n.tags, n.down, n.slots, n.out} {
		addLinear(&b, l)
	}
	for _, p := range []*param{n.none, n.rooty, n.marks} {
		b.AddFloats(p.name, p.w)
	}
	var buf bytes.Buffer
	err := b.Write(&buf, n.meta)
	return buf.Bytes(), err
}

// checkpoint is all that a run needs to go on: chance is drawn anew from seed
// and epoch, so a run that was broken off gives the same model.
type checkpoint struct {
	Key     string // what is trained; another run's checkpoint is not taken
	Epoch   int
	Step    int
	W, M, V [][]float32
}

func (p *params) store(path, key string, epoch int) error {
	c := checkpoint{Key: key, Epoch: epoch, Step: p.step}
	for _, q := range p.list {
		c.W, c.M, c.V = append(c.W, q.w), append(c.M, q.m), append(c.V, q.v)
	}
	f, err := os.Create(path + ".new")
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(c); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// restore goes on from a checkpoint and gives the next epoch; 0 without one.
func (p *params) restore(path, key string) (int, error) {
	c, err := openCheckpoint(path)
	if os.IsNotExist(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if c.Key != key {
		return 0, fmt.Errorf("%s is of another training; remove it to begin anew", path)
	}
	if err := p.take(c, path); err != nil {
		return 0, err
	}
	for i, q := range p.list {
		copy(q.m, c.M[i])
		copy(q.v, c.V[i])
	}
	p.step = c.Step
	return c.Epoch + 1, nil
}

// begin takes the weights alone from a checkpoint.
func (p *params) begin(path string) error {
	c, err := openCheckpoint(path)
	if err != nil {
		return err
	}
	return p.take(c, path)
}

func (p *params) take(c *checkpoint, path string) error {
	if len(c.W) != len(p.list) {
		return fmt.Errorf("%s is of another shape", path)
	}
	for i, q := range p.list {
		if len(c.W[i]) != len(q.w) {
			return fmt.Errorf("%s is of another shape", path)
		}
		copy(q.w, c.W[i])
	}
	return nil
}

func openCheckpoint(path string) (*checkpoint, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var c checkpoint
	if err := gob.NewDecoder(f).Decode(&c); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &c, nil
}
