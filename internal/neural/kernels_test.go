package neural

import (
	"math/rand/v2"
	"testing"
)

func numbers(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

// The vector kernel and the plain one give the same bits, whatever the shape.
func TestLinearKernelsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct{ n, in, out, row int }{{1, 4, 16, 4}, {3, 128, 48, 128}, {9, 384, 128, 128}, {33, 100, 32, 104}, {6, 512, 16, 512}} {
		w, bias, scale := make([]int8, c.in*c.out), numbers(r, c.out), numbers(r, c.out)
		for i := range w {
			w[i] = int8(r.IntN(255) - 127)
		}
		x := make([]int16, c.n*c.row+c.in)
		for i := range x {
			x[i] = int16(r.IntN(1<<16) - 1<<15)
		}
		if c.in == 512 { // the worst sum that must not overflow
			for i := range x {
				x[i] = 32767
			}
			for i := range w {
				w[i] = 127
			}
		}
		plain, fast := make([]float32, c.n*c.out), make([]float32, c.n*c.out)
		newLinear(c.in, c.out, w, scale, bias, false).Apply(c.n, x, c.row, plain)
		newLinear(c.in, c.out, w, scale, bias, vectors).Apply(c.n, x, c.row, fast)
		for i := range plain {
			row, o := i/c.out, i%c.out
			var sum int32
			for k := range c.in {
				sum += int32(x[row*c.row+k]) * int32(w[o*c.in+k])
			}
			want := float32(float32(sum)*(scale[o]/Fine)) + bias[o]
			if plain[i] != want || fast[i] != want {
				t.Fatalf("%+v at %d: plain %v, fast %v, want %v", c, i, plain[i], fast[i], want)
			}
		}
	}
}

// However rows are left over, every kernel gives the same bits.
func TestRowsLeftOver(t *testing.T) {
	if !vectors {
		t.Skip("there are no vector kernels here")
	}
	r := rand.New(rand.NewPCG(13, 14))
	const in, out = 128, 32
	w, bias, scale := make([]int8, in*out), numbers(r, out), numbers(r, out)
	for i := range w {
		w[i] = int8(r.IntN(255) - 127)
	}
	x := make([]int16, 30*in)
	for i := range x {
		x[i] = int16(r.IntN(1<<16) - 1<<15)
	}
	plain, fast := newLinear(in, out, w, scale, bias, false), newLinear(in, out, w, scale, bias, true)
	for n := range 30 {
		got, want, narrow := make([]float32, n*out), make([]float32, n*out), make([]float32, n*out)
		fast.Apply(n, x, in, got)
		plain.Apply(n, x, in, want)
		same(t, "Apply", got, want)
		for i := range n {
			for o := 0; o < out; o += 16 {
				dot1(in/2, &x[i*in], &fast.packed[o*in], &fast.scale[o], &fast.bias[o], &narrow[i*out+o])
			}
		}
		same(t, "dot1", narrow, want)
		for i := 0; i+4 <= n; i += 4 {
			for o := 0; o < out; o += 16 {
				dot4(in/2, &x[i*in], in*2, &fast.packed[o*in], &fast.scale[o], &fast.bias[o], &narrow[i*out+o], out*4)
			}
		}
		same(t, "dot4", narrow, want)
	}
}

func TestMatMul(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, c := range []struct{ m, n, k int }{{1, 16, 1}, {7, 32, 5}, {13, 48, 100}, {5, 10, 3}} {
		a, b := numbers(r, c.m*c.k), numbers(r, c.k*c.n)
		got, want := numbers(r, c.m*c.n), make([]float32, c.m*c.n)
		copy(want, got)
		MatMul(c.m, c.n, c.k, a, c.k, 1, b, c.n, got, c.n)
		matMul(c.m, c.n, c.k, a, c.k, 1, b, c.n, want, c.n)
		near(t, got, want)
		turned := make([]float32, len(a))
		for i := range c.m {
			for j := range c.k {
				turned[j*c.m+i] = a[i*c.k+j]
			}
		}
		clear(got)
		clear(want)
		MatMul(c.m, c.n, c.k, turned, 1, c.m, b, c.n, got, c.n)
		matMul(c.m, c.n, c.k, a, c.k, 1, b, c.n, want, c.n)
		near(t, got, want)
	}
}

func near(t *testing.T, got, want []float32) {
	t.Helper()
	for i := range want {
		if d := got[i] - want[i]; d > 1e-4 || d < -1e-4 {
			t.Fatalf("at %d: %v, want %v", i, got[i], want[i])
		}
	}
}

func TestAdamKernelsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	o := Adam{0.9, 0.1, 0.98, 0.02, 0.01, 1e-8}
	w, g, m, v := numbers(r, 16), numbers(r, 16), numbers(r, 16), make([]float32, 16)
	for i := range v {
		v[i] = r.Float32()
	}
	w2, g2, m2, v2 := clone(w[:15]), clone(g[:15]), clone(m[:15]), clone(v[:15])
	o.Update(w, g, m, v)
	o.Update(w2, g2, m2, v2) // an odd length takes the plain way
	near(t, w[:15], w2)
	near(t, m[:15], m2)
	near(t, v[:15], v2)
	near(t, g, make([]float32, 16))
}

func clone(x []float32) []float32 { return append([]float32(nil), x...) }

func TestRoundIsFixed(t *testing.T) {
	zero := float32(0)
	q := make([]int16, 7)
	Round(q, []float32{0, 1, -1, 100, -100, 0.5 / 1024, zero / zero})
	want := []int16{0, 1024, -1024, 32767, -32767, 1, -32767}
	for i := range q {
		if q[i] != want[i] {
			t.Errorf("at %d: %d, want %d", i, q[i], want[i])
		}
	}
}

func BenchmarkLinear(b *testing.B) {
	for _, c := range []struct {
		name    string
		vectors bool
	}{{"vectors", vectors}, {"plain", false}} {
		b.Run(c.name, func(b *testing.B) {
			const n, in, out = 25, 384, 128
			l := newLinear(in, out, make([]int8, in*out), make([]float32, out), nil, c.vectors)
			x, y := make([]int16, (n+2)*128), make([]float32, n*out)
			b.ReportAllocs()
			for b.Loop() {
				l.Apply(n, x, 128, y)
			}
			b.ReportMetric(float64(n*in*out)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "products/ns")
		})
	}
}

func BenchmarkMatMul(b *testing.B) {
	const n, in, out = 300, 384, 128
	a, w, y := make([]float32, (n+2)*128), make([]float32, in*out), make([]float32, n*out)
	b.ReportAllocs()
	for b.Loop() {
		MatMul(n, out, in, a, 128, 1, w, out, y, out)
	}
	b.ReportMetric(float64(n*in*out)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "products/ns")
}
