package statement

import (
	"slices"

	"sitrep/record"
)

// chains settles through whom each statement reached us: the statements whose
// content covers it, nearest to the outlet first, before the outlets that its
// own words name.
func (w *work) chains() {
	for i := range w.out {
		var outer []int
		for j := range w.out {
			if i != j && w.from[j].v.index >= w.from[i].v.index-12 && w.from[j].v.index <= w.from[i].v.index+12 && w.holds(j, i) {
				outer = append(outer, j)
			}
		}
		slices.SortStableFunc(outer, func(a, b int) int { return w.size(b) - w.size(a) })
		var hops []record.Hop
		for _, j := range outer {
			hops = append(hops, record.Hop{Statement: w.out[j].ID})
		}
		w.out[i].Chain = append(hops, w.out[i].Chain...)
	}
}

// holds reports whether statement j tells statement i.
func (w *work) holds(j, i int) bool {
	a, b := w.from[j], w.from[i]
	at := w.out[i].Content[0].Start
	if w.out[i].Cue != nil {
		at = w.out[i].Cue.Start
	}
	for _, c := range w.out[j].Content {
		if c.Start <= at && at < c.End {
			return true
		}
	}
	for _, via := range b.vias {
		if a.cueAt >= 0 && a.v == b.v && a.v.Tokens[a.cueAt].Start == via {
			return true
		}
	}
	if len(b.vias) > 0 && a.cueAt == b.cueAt {
		return false
	}
	if a.v == b.v && b.cueAt >= 0 {
		for _, c := range a.carried {
			if a.v.from[c] <= b.cueAt && b.cueAt < a.v.to[c] {
				return true
			}
		}
	}
	return false
}

func (w *work) size(i int) int {
	n := 0
	for _, c := range w.out[i].Content {
		n += c.End - c.Start
	}
	return n
}
