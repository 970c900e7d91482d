package actor

import (
	"unicode"
	"unicode/utf8"

	"sitrep/record"
)

// realm reports whether a noun calls a state by what it is.
func realm(w string) bool {
	switch w {
	case "neighbour", "neighbor", "nation", "country", "republic", "kingdom", "colony", "archipelago", "sultanate", "emirate":
		return true
	}
	return false
}

// readHalf reads "the North" and "the South" of a report that names one of the
// Koreas: the state by that half.
func (r *run) readHalf(k int) int {
	if k == 0 || !r.atoms[r.list[k].from].upper || r.lower(r.list[k-1]) != "the" || k+1 < len(r.list) && r.atoms[r.list[k+1].from].upper && !r.atoms[r.list[k+1].from].gap {
		return k + 1
	}
	code := "PRK"
	if r.lower(r.list[k]) == "south" {
		code = "KOR"
	}
	for j := len(r.past) - 1; j >= 0; j-- {
		switch country(r.found[r.past[j].actor].actor.Code) {
		case "PRK", "KOR":
			r.calledState(code, k-1, k)
			return k + 1
		}
	}
	return k + 1
}

// calledState mentions a state that the items from one to another call by what it is.
func (r *run) calledState(code string, from, to int) {
	if e, ok := r.x.states[code]; ok {
		r.mention(r.entry(e), r.start(from), r.end(to), "role")
	}
}

// readOther reads a state called by what it is: "its southern neighbour", "the
// island nation", "its former colony". It is the state named last that is neither
// the sentence's subject nor the owner. The bare "the country" is not read here.
func (r *run) readOther(k int) (int, bool) {
	if !realm(r.lower(r.list[k])) || k+1 < len(r.list) && r.lower(r.list[k+1]) == "of" && !r.atoms[r.list[k+1].from].gap {
		return 0, false
	}
	det := -1
	for j := k - 1; j >= 0 && j >= k-4 && det < 0; j-- {
		if r.atoms[r.list[j+1].from].gap {
			return 0, false
		}
		switch w := r.lower(r.list[j]); w {
		case "the", "its", "their", "his", "her":
			det = j
		default:
			if c, _ := utf8.DecodeRuneInString(r.text(r.list[j])); !unicode.IsLower(c) || r.list[j].poss {
				return 0, false
			}
		}
	}
	if det < 0 {
		return 0, false
	}
	own, near := r.list[det].what == pronoun, r.lower(r.list[k])
	switch {
	case own && near != "neighbour" && near != "neighbor" && near != "colony":
		return 0, false
	case !own && det == k-1:
		return 0, false
	}
	subject := ""
	for j := len(r.past) - 1; j >= 0 && r.past[j].sentence == r.now; j-- {
		if r.past[j].subject {
			subject = country(r.found[r.past[j].actor].actor.Code)
		}
	}
	for j := len(r.past) - 1; j >= 0 && r.past[j].sentence >= r.now-2; j-- {
		m := r.past[j]
		c := country(r.found[m.actor].actor.Code)
		if m.form == "pronoun" || c == "" || c == subject {
			continue
		}
		if i := r.stateOf(m.actor); i >= 0 && r.found[i].actor.Kind == record.State {
			r.mention(i, r.start(det), r.end(k), "role")
			return k + 1, true
		}
	}
	return 0, false
}
