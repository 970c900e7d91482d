package actor

import (
	"cmp"
	"slices"

	"sitrep/record"
)

// sortActors puts mentions in text order, and actors in the order of their
// first mention; ids decide ties, so that the same text gives the same list.
func sortActors(list []record.Actor) {
	for i := range list {
		slices.SortFunc(list[i].Mentions, func(a, b record.Mention) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
		})
	}
	slices.SortFunc(list, func(a, b record.Actor) int {
		return cmp.Or(cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start), cmp.Compare(a.ID, b.ID))
	})
}
