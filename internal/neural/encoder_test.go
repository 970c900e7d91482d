package neural

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// made gives an encoder with weights drawn at random.
func made(tb testing.TB, p Plan, v *Vectors) *Encoder {
	tb.Helper()
	r := rand.New(rand.NewPCG(11, 12))
	var b Builder
	d := p.Width
	linear := func(name string, in, out int) {
		b.AddRounded(name, out, in, numbers(r, in*out))
		b.AddFloats(name+".bias", numbers(r, out))
	}
	norm := func(name string) {
		b.AddFloats(name+".gain", numbers(r, d))
		b.AddFloats(name+".bias", numbers(r, d))
	}
	known := []uint64{LowerHash([]byte("mip")), FormHash("Mip")}
	b.AddHashes("x.known", known)
	b.AddRounded("x.rows", 1+len(known)+p.Buckets, d, numbers(r, (1+len(known)+p.Buckets)*d))
	if p.Extra > 0 {
		b.AddRounded("x.extra", p.Extra, d, numbers(r, p.Extra*d))
	}
	if p.Vector > 0 {
		linear("x.vector", p.Vector, d)
	}
	if p.State > 0 {
		linear("x.state", p.State, d)
	}
	norm("x.first")
	for i, k := range p.Layers {
		at := fmt.Sprintf("x.layer%d", i)
		if k == 'g' {
			linear(at, d, 2*d)
		} else {
			linear(at, 3*d, d)
		}
		norm(at + ".norm")
	}
	var buf bytes.Buffer
	if err := b.Write(&buf, nil); err != nil {
		tb.Fatal(err)
	}
	f, err := Open(buf.Bytes())
	if err != nil {
		tb.Fatal(err)
	}
	e, err := OpenEncoder(f, "x", p, v)
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

// plain gives the same encoder without vectors.
func plain(e *Encoder, f func(l *Linear) *Linear) *Encoder {
	c := &Encoder{Plan: e.Plan, lexicon: e.lexicon, vectors: e.vectors, rows: e.rows, extra: e.extra, first: e.first, layers: slices.Clone(e.layers)}
	if e.vector != nil {
		c.vector = f(e.vector)
	}
	if e.state != nil {
		c.state = f(e.state)
	}
	for i := range c.layers {
		c.layers[i].w = f(c.layers[i].w)
	}
	return c
}

// unpack turns the packed weights of a Linear back into lanes.
func unpack(l *Linear) *Linear {
	if l.packed == nil {
		return l
	}
	w := make([]int8, l.in*l.out)
	for o := range l.out {
		for i := range l.in {
			w[o*l.in+i] = int8(l.packed[(o/16)*16*l.in+(i/2)*32+(o%16)*2+i%2])
		}
	}
	n := newLinear(l.in, l.out, w, make([]float32, l.out), l.bias, false)
	n.scale = l.scale
	return n
}

func sentence(r *rand.Rand, n int) (items []Item) {
	words := []string{"mip", "Mip", "zorb", "the", "1,200", "Ünlü", "U.S.", "", "x-y"}
	for i := range n {
		it := Item{Form: words[r.IntN(len(words))]}
		if i == 0 {
			it.Extra = []uint64{1}
		}
		items = append(items, it)
	}
	return items
}

// Both kinds of kernel, and kept sums, give the same states to the last bit.
func TestEncodersAgree(t *testing.T) {
	v := NewVectors([]uint64{LowerHash([]byte("mip")), LowerHash([]byte("the"))}, 4, []byte{1, 2, 3, 250, 100, 7, 0, 255})
	for _, p := range []Plan{{Width: 32, Layers: "ccgcg", Buckets: 64, Extra: 8, Vector: 4}, {Width: 16, Layers: "gc", Buckets: 16, Extra: 8}} {
		e := made(t, p, v)
		c := plain(e, unpack)
		r := rand.New(rand.NewPCG(1, 9))
		for range 20 {
			items := sentence(r, 1+r.IntN(40))
			if a, b := e.Encode(nil, items), c.Encode(nil, items); !slices.Equal(a, b) {
				t.Fatalf("%+v: states differ", p)
			}
		}
	}
}

// A sentence's states do not depend on what was read before it, and their cost
// is linear: a long sentence is read in pieces.
func TestEncodePieces(t *testing.T) {
	e := made(t, Plan{Width: 16, Layers: "cg", Buckets: 32, Extra: 8}, nil)
	r := rand.New(rand.NewPCG(1, 9))
	items := sentence(r, 3*Longest+5)
	all := e.Encode(nil, items)
	if len(all) != len(items)*16 {
		t.Fatalf("%d numbers for %d tokens", len(all), len(items))
	}
	if last := e.Encode(nil, items[3*Longest:]); !slices.Equal(last, all[3*Longest*16:]) {
		t.Error("a piece read alone has other states")
	}
}

func FuzzEncode(f *testing.F) {
	e := made(f, Plan{Width: 16, Layers: "cg", Buckets: 32, Extra: 8}, nil)
	f.Add("mip the zorb", uint64(3))
	f.Add("\xff\xfe \x00 \u202e Ünlü", uint64(0))
	f.Fuzz(func(t *testing.T, s string, x uint64) {
		var items []Item
		for _, w := range strings.Split(s, " ") {
			items = append(items, Item{Form: w, Extra: []uint64{x}})
		}
		if got := e.Encode(nil, items); len(got) != 16*len(items) {
			t.Fatalf("%d numbers for %d tokens", len(got), len(items))
		}
	})
}

func FuzzOpen(f *testing.F) {
	var b Builder
	b.AddFloats("a", []float32{1, 2})
	b.AddHashes("b", []uint64{3})
	var buf bytes.Buffer
	if err := b.Write(&buf, map[string]int{"x": 1}); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		file.Floats("a")
		file.Hashes("b")
		file.Table("c", 4)
		file.Linear("d", 4, 16)
		OpenVectors(file)
	})
}
