package train

import (
	"fmt"

	"sitrep/internal/syntax"
)

// Accuracy are the shares of tokens that are right, on gold tokens.
type Accuracy struct{ UPOS, XPOS, UAS, LAS float64 }

func (a Accuracy) String() string {
	return fmt.Sprintf("UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f", 100*a.UPOS, 100*a.XPOS, 100*a.UAS, 100*a.LAS)
}

// Compare counts what got shares with gold; relations count without subtype, as
// in the CoNLL 2018 task.
func Compare(gold, got *syntax.Document) (a Accuracy) {
	n := 0.0
	for i := range gold.Sentences {
		for j := range gold.Sentences[i].Tokens {
			g, k := &gold.Sentences[i].Tokens[j], &got.Sentences[i].Tokens[j]
			n++
			count(&a.UPOS, g.UPOS == k.UPOS)
			count(&a.XPOS, g.XPOS == k.XPOS)
			count(&a.UAS, g.Head == k.Head)
			count(&a.LAS, g.Head == k.Head && syntax.Universal(g.Rel) == syntax.Universal(k.Rel))
		}
	}
	for _, x := range []*float64{&a.UPOS, &a.XPOS, &a.UAS, &a.LAS} {
		*x /= max(n, 1)
	}
	return a
}

func count(x *float64, yes bool) {
	if yes {
		*x++
	}
}
