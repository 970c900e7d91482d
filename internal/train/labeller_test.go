package train

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"sitrep/internal/neural"
)

// examples holds spans that open with "lo" and end before "un".
func examples(r *rand.Rand, n int) (out []Example) {
	words := []string{"zorb", "Kelva", "mip", "un", "lo", "vand"}
	for range n {
		var e Example
		inside := false
		for range 3 + r.IntN(12) {
			w := words[r.IntN(len(words))]
			label := "O"
			switch {
			case w == "lo" && !inside:
				label, inside = "B-S", true
			case w == "un":
				inside = false
			case inside:
				label = "I-S"
			}
			e.Items, e.Labels = append(e.Items, neural.Item{Form: w, Extra: []uint64{uint64(len(w))}}), append(e.Labels, label)
		}
		out = append(out, e)
	}
	return out
}

func smallLabeller() LabellerOptions {
	o := DefaultLabeller()
	o.Plan = neural.Plan{Width: 32, Layers: "cgc", Buckets: 64, Extra: 16}
	o.Epochs, o.Rate, o.Drop = 8, 1e-2, 0.1
	return o
}

func TestLabellerLearns(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	train, held := examples(r, 300), examples(r, 100)
	b, err := Labeller("spans", train, nil, smallLabeller())
	if err != nil {
		t.Fatal(err)
	}
	again, err := Labeller("spans", train, nil, smallLabeller())
	if err != nil || !bytes.Equal(b, again) {
		t.Errorf("the same examples gave another model (%v)", err)
	}
	f, err := neural.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	l, err := neural.OpenLabeller(f, "spans", nil)
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, e := range held {
		for i, k := range l.Label(nil, e.Items) {
			all++
			if l.Labels()[k] == e.Labels[i] {
				right++
			}
		}
	}
	if right*100 < all*97 {
		t.Errorf("%d of %d labels right", right, all)
	}
}

func TestFieldGradient(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	const n, k, wide = 5, 3, 16
	f := &field{k: k, move: make([]float32, k*k), start: make([]float32, k)}
	y := make([]float32, n*wide)
	for _, x := range [][]float32{f.move, f.start, y} {
		for i := range x {
			x[i] = r.Float32()
		}
	}
	gold := []int{0, 2, 1, 1, 0}
	loss := func() (float64, []float32, []float32, []float32) {
		z := append([]float32(nil), y...)
		gm, gs := make([]float32, k*k), make([]float32, k)
		return f.learn(z, wide, gold, 1, gm, gs), z, gm, gs
	}
	_, gy, gm, gs := loss()
	for name, pair := range map[string][2][]float32{"scores": {y, gy}, "moves": {f.move, gm}, "start": {f.start, gs}} {
		for i := range pair[0] {
			pair[0][i] += 1e-2
			up, _, _, _ := loss()
			pair[0][i] -= 2e-2
			down, _, _, _ := loss()
			pair[0][i] += 1e-2
			if d := (up-down)/2e-2 - float64(pair[1][i]); math.Abs(d) > 1e-3 {
				t.Errorf("%s %d: off by %v", name, i, d)
			}
		}
	}
}
