package neural

import (
	"math"
	"math/rand/v2"
	"testing"
)

// scattered gives numbers, some beyond what fixed point holds, with zeros of both signs.
func scattered(r *rand.Rand, n int) []float32 {
	x := numbers(r, n)
	for i := range x {
		switch r.IntN(20) {
		case 0:
			x[i] *= 1e4
		case 1:
			x[i] = 0
		case 2:
			x[i] = float32(math.Copysign(0, -1))
		}
	}
	return x
}

func same(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("%s at %d: %v, want %v", what, i, got[i], want[i])
		}
	}
}

// The vector kernels of rows and the plain ways give the same bits.
func TestRowKernelsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{1, 7, 8, 15, 16, 96, 128, 1003} {
		x, y := scattered(r, n), scattered(r, n)
		q, p := make([]int16, n), make([]int16, n)
		Round(q, x)
		roundPlain(p, x)
		got, want := clone(y), clone(y)
		addPositive(got, x)
		for i := range q {
			if q[i] != p[i] {
				t.Fatalf("Round of %v: %d, want %d", x[i], q[i], p[i])
			}
			want[i] += positive(x[i])
		}
		same(t, "addPositive", got, want)
		got, want = clone(x), clone(x)
		Rectify(got)
		table := Table{width: n, data: make([]byte, n), scale: []float32{0.013}}
		for i := range want {
			want[i] = positive(want[i])
			table.data[i] = byte(r.IntN(256))
		}
		same(t, "Rectify", got, want)
		table.Add(got, 0)
		for i, b := range table.data {
			want[i] += float32(float32(int8(b)) * table.scale[0])
		}
		same(t, "Add", got, want)
	}
}

func TestTableKernelsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for _, d := range []int{16, 32, 96, 128, 160} {
		table := Table{width: d, data: make([]byte, 50*d), scale: numbers(r, 50)}
		for i := range table.data {
			table.data[i] = byte(r.IntN(256))
		}
		got, rows := numbers(r, d), []uint32{49, 0, 7, 7, 31}
		want := clone(got)
		table.AddAll(got, rows)
		for _, k := range rows {
			for i, b := range table.data[int(k)*d : int(k+1)*d] {
				want[i] += float32(float32(int8(b)) * table.scale[k])
			}
		}
		same(t, "AddAll", got, want)
	}
}

func TestHiddenKernelsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{16, 128, 160} {
		var rows [][]float32
		sum := make([]float32, n)
		for range 22 {
			rows = append(rows, numbers(r, n))
			for i := range sum {
				sum[i] += rows[len(rows)-1][i]
			}
		}
		for i := range sum {
			sum[i] = positive(sum[i])
		}
		got, want := make([]int16, n), make([]int16, n)
		Hidden(got, rows, make([]float32, n))
		roundPlain(want, sum)
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("width %d at %d: %d, want %d", n, i, got[i], want[i])
			}
		}
	}
}

func TestNormAndGateKernelsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for _, d := range []int{16, 96, 128, Widest} {
		for n := range 11 {
			norm := Norm{gain: numbers(r, d), bias: numbers(r, d)}
			got := numbers(r, n*d)
			want := clone(got)
			norm.Apply(got)
			norm.plain(want)
			same(t, "Norm", got, want)
			y, h := scattered(r, 2*n*d), numbers(r, n*d)
			other := clone(h)
			scanPlain(n, d, clone(y), other)
			scan(n, d, y, h)
			same(t, "scan", h, other)
		}
	}
}

func BenchmarkNorm(b *testing.B) {
	const n, d = 25, 128
	norm := Norm{gain: make([]float32, d), bias: make([]float32, d)}
	x := numbers(rand.New(rand.NewPCG(1, 1)), n*d)
	b.ReportAllocs()
	for b.Loop() {
		norm.Apply(x)
	}
}

func BenchmarkGates(b *testing.B) {
	const n, d = 25, 128
	r := rand.New(rand.NewPCG(1, 1))
	y, h := numbers(r, 2*n*d), numbers(r, n*d)
	b.ReportAllocs()
	for b.Loop() {
		scan(n, d, y, h)
	}
}
