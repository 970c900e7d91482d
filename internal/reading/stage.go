package reading

import (
	"fmt"
	"slices"

	"sitrep/internal/fault"
)

// part is something that a stage gives and a later one may need.
type part string

// The parts of a reading.
const (
	tokens     part = "tokens"
	tags       part = "tags"
	names      part = "names"
	trees      part = "trees"
	times      part = "times"
	actors     part = "actors"
	places     part = "places"
	figures    part = "figures"
	statements part = "statements"
	events     part = "events"
	positions  part = "positions"
	conflicts  part = "conflicts"
)

// stage is one step of the way: what it needs, what it gives, and what it does.
type stage struct {
	name         string
	needs, gives []part
	run          func(*draft)
}

// check refuses a list in which a stage stands before what it needs.
func check(list []stage) error {
	var have []part
	for _, s := range list {
		for _, n := range s.needs {
			if !slices.Contains(have, n) {
				return fault.New(fault.Invalid, "reading.check", "stage "+s.name,
					fmt.Errorf("needs %s, which no stage before it gives", n))
			}
		}
		have = append(have, s.gives...)
	}
	return nil
}
