package statement

import (
	"cmp"
	"slices"
	"sort"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// mention is one place where an actor is meant.
type mention struct {
	start, end int
	actor      *record.Actor
	form       string
}

// index finds the actors mentioned at a place of the text.
type index []mention

func newIndex(actors []record.Actor) index {
	var out index
	for i := range actors {
		for _, m := range actors[i].Mentions {
			out = append(out, mention{m.Start, m.End, &actors[i], m.Form})
		}
	}
	slices.SortFunc(out, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return out
}

// at gives the longest mention that covers byte at and lies within [lo, hi).
func (x index) at(at, lo, hi int) *mention {
	i := sort.Search(len(x), func(i int) bool { return x[i].start > at })
	var best *mention
	shared := false
	for n := 0; i > 0 && n < 8; n++ {
		i--
		m := &x[i]
		if m.end > at && m.start >= lo && m.end <= hi {
			if best != nil && m.start == best.start && m.end == best.end && m.actor != best.actor {
				shared = true // "both countries"
			}
			if best == nil || m.end-m.start > best.end-best.start {
				best, shared = m, false
			}
		}
	}
	if shared {
		return nil
	}
	return best
}

// actorOf finds the actor that a phrase means: the one mentioned at its head, or
// at a name that stands beside the head ("the president, X").
func (w *work) actorOf(v *view, s stretch, head int) *record.Actor {
	if head < 0 || s.empty() {
		return nil
	}
	lo, hi := v.start(s), v.end(s)
	if v.Tokens[head].UPOS == syntax.NOUN { // the name beside a noun before the noun: "the neighbour Arvenia"
		for _, k := range v.kids(head) {
			if r := v.rel(k); k > head && s.has(k) && v.Tokens[k].UPOS == syntax.PROPN && (r == "appos" || r == "flat") {
				if m := w.who.at(v.Tokens[k].Start, lo, hi); m != nil && m.form != "demonym" && m.start >= v.Tokens[head].End {
					return m.actor
				}
			}
		}
	}
	if m := w.who.at(v.Tokens[head].Start, lo, hi); m != nil {
		return m.actor
	}
	for _, k := range v.kids(head) {
		switch v.rel(k) {
		case "appos", "flat", "compound":
			if v.rel(k) == "compound" && v.Tokens[head].UPOS.String() == "NOUN" && k < head {
				continue
			}
			if s.has(k) {
				if m := w.who.at(v.Tokens[k].Start, lo, hi); m != nil {
					return m.actor
				}
			}
		}
	}
	return nil
}
