package actor

import (
	"strings"

	"sitrep/record"
)

// Bounds of the search for a bearer, so that its cost does not grow with the text:
// people of one name, and mentions looked back at.
const (
	mostNamesakes = 16
	farthest      = 500
)

// meet notes a person of the report by the last and the first word of the name,
// so that either alone finds the person again.
func (r *run) meet(person int, name string) {
	note := func(m map[string][]int, key string) {
		for _, i := range m[key] {
			if i == person {
				return
			}
		}
		if len(m[key]) < mostNamesakes {
			m[key] = append(m[key], person)
		}
	}
	note(r.families, lastWord(name))
	if first, _, ok := strings.Cut(name, " "); ok {
		note(r.firsts, first)
	}
}

// What a search for the bearer of a name finds besides a person.
const (
	nobody  = -1 // no one of the name has been met
	unclear = -2 // more than one may be meant
)

// bearer gives the person that a family name alone means: the only one met of the
// name, or of the sex that a title tells, else the one spoken of last. When the
// last sentence that speaks of one speaks of another too, it is unclear.
func (r *run) bearer(family string, sex byte) int {
	var fit [mostNamesakes]int
	n := 0
	for _, i := range r.families[family] {
		if f := &r.found[i]; sex == 0 || f.sex == 0 || f.sex == sex || f.guessed {
			fit[n], n = i, n+1
		}
	}
	switch n {
	case 0:
		return nobody
	case 1:
		return fit[0]
	}
	for k := 0; k < n && sex != 0; k++ { // "Mrs. X": one known to be a woman is meant
		if f := &r.found[fit[k]]; f.sex == sex && !f.guessed {
			only := true
			for j := range n {
				only = only && (j == k || r.found[fit[j]].sex != sex)
			}
			if only {
				return fit[k]
			}
		}
	}
	last, who := -1, unclear
	for j := len(r.past) - 1; j >= max(0, len(r.past)-farthest) && r.past[j].sentence >= max(last, 0); j-- {
		m := &r.past[j]
		for _, i := range fit[:n] {
			switch {
			case m.actor != i:
			case last < 0:
				last, who = m.sentence, i
			case who != i:
				return unclear
			}
		}
	}
	return who
}

// byFirst gives the only person met of a first name, or nobody.
func (r *run) byFirst(name string) int {
	if list := r.firsts[name]; len(list) == 1 && r.found[list[0]].actor.Kind == record.Person {
		return list[0]
	}
	return nobody
}

// known gives the person of the report that a name means, or nobody, or unclear.
func (r *run) known(name string, sex byte) int {
	family := lastWord(name)
	if family == name {
		if i := r.bearer(family, sex); i != nobody {
			return i
		}
		if sex == 0 {
			return r.byFirst(name)
		}
		return nobody
	}
	for _, i := range r.families[family] {
		if a := &r.found[i].actor; a.Name == name || !strings.ContainsRune(a.Name, ' ') || samePerson(a.Name, name) {
			return i
		}
	}
	return nobody
}

// samePerson reports whether two full names with one family name may be one
// person's: first names agree, or one is the other's initial.
func samePerson(a, b string) bool {
	a, _, _ = strings.Cut(a, " ")
	b, _, _ = strings.Cut(b, " ")
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	return a == b || (len(a) == 1 || len(b) == 1) && a != "" && b != "" && a[0] == b[0]
}
