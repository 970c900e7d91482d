package statement

// clusters gives words of like use a common number, from a table made from
// public-domain word vectors; the zero value knows no word.
type clusters struct {
	byWord map[string]uint32
}

func (c *clusters) of(lemma string) uint32 {
	if c == nil || c.byWord == nil {
		return 1
	}
	return c.byWord[lemma] + 2
}
