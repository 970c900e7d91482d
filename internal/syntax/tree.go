package syntax

// Children appends to buf the tokens governed by head, in text order.
func (s *Sentence) Children(head int, buf []int) []int {
	for i := range s.Tokens {
		if s.Tokens[i].Head == head {
			buf = append(buf, i)
		}
	}
	return buf
}

// Child finds the first child of head whose relation is one of rels, or -1.
func (s *Sentence) Child(head int, rels ...string) int {
	for i := range s.Tokens {
		if s.Tokens[i].Head != head {
			continue
		}
		for _, r := range rels {
			if s.Tokens[i].Rel == r {
				return i
			}
		}
	}
	return -1
}

// Universal cuts the subtype off a relation: "nsubj" of "nsubj:pass".
func Universal(rel string) string {
	for i := 0; i < len(rel); i++ {
		if rel[i] == ':' {
			return rel[:i]
		}
	}
	return rel
}

// Under reports whether token i lies in the subtree of top, top included.
func (s *Sentence) Under(i, top int) bool {
	for steps := 0; i >= 0 && steps <= len(s.Tokens); steps++ {
		if i == top {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// Extent gives the first token of the subtree of top and the one after its
// last. In a projective tree the stretch is the subtree.
func (s *Sentence) Extent(top int) (from, to int) {
	from, to = top, top+1
	for i := range s.Tokens {
		if (i < from || i >= to) && s.Under(i, top) {
			from, to = min(from, i), max(to, i+1)
		}
	}
	return from, to
}

// TokenAt finds the token that covers the byte offset at, or the first one
// after it; len(s.Tokens) when there is none.
func (s *Sentence) TokenAt(at int) int {
	lo, hi := 0, len(s.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.Tokens[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// SentenceAt finds the index of the sentence that covers the byte offset at, or
// the first one after it; len(d.Sentences) when there is none.
func (d *Document) SentenceAt(at int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
