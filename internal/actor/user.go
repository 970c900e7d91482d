package actor

import (
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
)

// addUser adds a user's own table, which wins over the language's. A row has a
// code, a kind, a name, and may have other names, seats and adjectives, parted by
// ";" within a field:
//
//	UKR MIL	force	Blue Brigade	BB;the Blues
//	GON	state	Gondria	Kingdom of Gondria	Minath	Gondrian
//
// The kinds are person, state, body, group, force and media.
func (x *Extractor) addUser(rows []lang.Row) error {
	for _, r := range rows {
		if r.Field(0) == "" || r.Field(2) == "" {
			return fault.New(fault.Invalid, "actor.New", "user's table", nil).
				Hinted("give each row a code, a kind and a name, parted by tabs")
		}
		if kindOf(r.Field(1)) == "" {
			return fault.New(fault.Invalid, "actor.New", "kind "+r.Field(1), nil).
				Hinted("the kinds are person, state, body, group, force and media")
		}
		x.addBody(r, "actor/user")
		e := len(x.entries) - 1
		if r.Field(1) == "state" {
			x.states[r.Field(0)] = e
			for i, n := range strings.Split(r.Field(5), ";") {
				if i == 0 && n != "" {
					x.people[r.Field(0)] = n
				}
				x.write(e, "demonym", n)
				x.write(e, "demonym", plural(n))
			}
		}
		if r.Field(1) == "person" {
			parts := strings.Fields(r.Field(2))
			if len(parts) > 1 {
				x.write(e, "short", parts[len(parts)-1])
			}
		}
	}
	return nil
}
