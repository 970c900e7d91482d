package parse

import (
	"math/rand/v2"
	"testing"
)

// Following the oracle rebuilds every projective tree; and from any state, what
// it calls cheapest can be done and ends in a tree with one root.
func TestOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	const labels, root = 5, 2
	for range 300 {
		n := 1 + r.IntN(12)
		head, label := projective(r, n, labels, root)
		for _, stray := range []float64{0, 0.3} {
			var s State
			s.Reset(n, labels, root)
			ok := make([]bool, Actions(labels))
			for steps := 0; !s.Done(); steps++ {
				if steps > 2*n {
					t.Fatal("no end")
				}
				s.Cheapest(head, label, ok)
				var can, best []Action
				for a := range ok {
					if s.Legal(Action(a)) {
						can = append(can, Action(a))
					} else if ok[a] {
						t.Fatalf("action %d is called cheapest but is not legal", a)
					}
					if ok[a] {
						best = append(best, Action(a))
					}
				}
				if r.Float64() < stray {
					best = can
				}
				s.Do(best[r.IntN(len(best))])
			}
			roots := 0
			for i := range n {
				if s.Head[i] == int32(n) {
					roots++
				}
				if stray == 0 && (s.Head[i] != head[i] || s.Label[i] != label[i]) {
					t.Fatalf("token %d: head %d label %d, want %d %d", i, s.Head[i], s.Label[i], head[i], label[i])
				}
			}
			if roots != 1 {
				t.Fatalf("%d roots", roots)
			}
		}
	}
}

// projective draws a tree by letting the system act at random.
func projective(r *rand.Rand, n, labels, root int) (head, label []int32) {
	var s State
	s.Reset(n, labels, root)
	for !s.Done() {
		a := Action(r.IntN(Actions(labels)))
		if r.IntN(2) == 0 {
			a = Shift
		}
		if s.Legal(a) {
			s.Do(a)
		}
	}
	return s.Head[:n:n], s.Label[:n:n]
}
