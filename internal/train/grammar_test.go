package train

import "testing"

// Every made sentence is a projective tree with one root.
func TestGrammar(t *testing.T) {
	for _, s := range Grammar(1, 500).Sentences {
		roots := 0
		for i, k := range s.Tokens {
			if k.Head == -1 {
				roots++
				continue
			}
			if k.Head < 0 || k.Head >= len(s.Tokens) || k.Head == i || k.Rel == "" {
				t.Fatalf("%v: token %d", s.Tokens, i)
			}
			for j := min(i, k.Head) + 1; j < max(i, k.Head); j++ {
				if !s.Under(j, k.Head) {
					t.Fatalf("%v: %s crosses", s.Tokens, k.Text)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots", roots)
		}
	}
}
