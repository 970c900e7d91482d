package tag

import (
	"sitrep/internal/gazetteer"
	"sitrep/internal/syntax"
)

// longestPlace is how many words of a place's name are looked up.
const longestPlace = 5

// markPlaces notes for each token whether it lies in the name of a place that the
// gazetteer lists, the longest from where it begins, and what place: 0 for none,
// else its kind and size doubled, and 1 more on the first word.
func (n *NameItems) markPlaces(g *gazetteer.Gazetteer, s *syntax.Sentence) {
	n.places = n.places[:0]
	for range s.Tokens {
		n.places = append(n.places, 0)
	}
	if g == nil {
		return
	}
	for i := 0; i < len(s.Tokens); i++ {
		if !capital(s.Tokens[i].Text) {
			continue
		}
		end, size := n.longestFrom(g, s, i)
		for j := i; j < end; j++ {
			n.places[j] = size << 1
		}
		if end > i {
			n.places[i] |= 1
			i = end - 1
		}
	}
}

// longestFrom finds the longest listed name that begins at token i.
func (n *NameItems) longestFrom(g *gazetteer.Gazetteer, s *syntax.Sentence, i int) (end int, size uint8) {
	n.key = n.key[:0]
	for j := i; j < min(i+longestPlace, len(s.Tokens)); j++ {
		if j > i {
			n.key = append(n.key, ' ')
		}
		before := len(n.key)
		if n.key = gazetteer.Fold(n.key, s.Tokens[j].Text); len(n.key) == before {
			return end, size
		}
		var longer bool
		if n.hits, longer = g.Lookup(n.key, n.hits[:0]); len(n.hits) > 0 {
			end, size = j+1, placeSize(g.At(n.hits[0].Place))
		}
		if !longer {
			break
		}
	}
	return end, size
}

// placeSize sorts places: settlements by their size, and other kinds.
func placeSize(p gazetteer.Place) uint8 {
	switch p.Class() {
	case 'P':
		return 1 + uint8(min(max(p.LogPop/18, 3), 7)-3) // steps of about ten
	case 'A':
		return 7
	case 'H', 'T', 'L':
		return 8
	}
	return 9
}
