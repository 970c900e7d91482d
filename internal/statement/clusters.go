package statement

import (
	"maps"
	"slices"
)

// clusters gives words of like use a common number, made from public-domain word
// vectors and kept with the model; the zero value knows no word.
type clusters struct {
	byWord map[string]uint32
}

func (c *clusters) of(lemma string) uint32 {
	if c == nil || c.byWord == nil {
		return 1
	}
	return c.byWord[lemma] + 2
}

func (c *clusters) sorted() []string { return slices.Sorted(maps.Keys(c.byWord)) }
