package actor

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// readPronoun mentions what the pronoun at item k stands for, where that can be
// told.
func (r *run) readPronoun(s *syntax.Sentence, k int) {
	if i := r.refer(s, k); i >= 0 {
		r.mention(i, r.start(k), r.end(k), "pronoun")
		f := &r.found[i]
		if f.sex == 0 && f.actor.Kind == record.Person {
			f.sex, f.guessed = sexOf(r.lower(r.list[k])), true
		}
	} else if sex := sexOf(r.lower(r.list[k])); sex != 0 {
		p := past{actor: int(sex), sentence: r.now, start: r.start(k), form: "pronoun", verb: -1, quote: r.quoteAt(r.start(k))}
		r.role(&p, r.end(k))
		r.lost = append(r.lost, p)
	}
}

// sexOf gives the sex that a pronoun tells.
func sexOf(pronoun string) byte {
	switch pronoun {
	case "he", "him", "his", "himself":
		return 'm'
	case "she", "her", "herself":
		return 'f'
	}
	return 0
}

// refer gives the actor that the pronoun at item k stands for, or -1: a person by
// weight, else the first
// fitting subject of the same sentence, else the first fitting mention of the
// nearest sentence before.
func (r *run) refer(s *syntax.Sentence, k int) int {
	w := r.lower(r.list[k])
	if sex := sexOf(w); sex != 0 {
		return r.person(s, k, sex)
	}
	if (w == "it" || w == "they") && !r.refers(s, k) {
		return -1
	}
	for sent := r.now; sent >= 0 && sent >= r.now-1; sent-- {
		best := -1
		for j := len(r.past) - 1; j >= 0 && r.past[j].sentence >= sent; j-- {
			m := r.past[j]
			if m.sentence != sent || m.start >= r.start(k) || !r.fits(w, m) {
				continue
			}
			switch {
			case best < 0:
				best = j
			case m.form == "pronoun" && r.past[best].form != "pronoun":
				// a name tells better who is meant than another pronoun
			case m.subject, !r.past[best].subject, r.past[best].form == "pronoun" && m.form != "pronoun":
				best = j
			}
		}
		if best >= 0 {
			return r.past[best].actor
		}
	}
	return -1
}

// refers leaves out "it" that stands for nothing: "it is clear that".
func (r *run) refers(s *syntax.Sentence, k int) bool {
	if r.lower(r.list[k]) != "it" {
		return true
	}
	if t := r.atoms[r.list[k].from].token; s.Parsed() {
		return s.Tokens[t].Rel == "nsubj" && s.Tokens[t].Head >= 0 && s.Tokens[s.Tokens[t].Head].UPOS == syntax.VERB
	}
	if k+1 >= len(r.list) {
		return false
	}
	switch r.lower(r.list[k+1]) {
	case "said", "has", "had", "will", "would", "also", "called", "accused", "urged", "warned", "added":
		return true
	}
	return false
}

// fits reports whether a mention may be what a pronoun means.
func (r *run) fits(w string, m past) bool {
	f := &r.found[m.actor]
	switch w {
	case "they", "them", "their", "themselves":
		return f.plural && m.form != "pronoun" || f.actor.Kind == record.State && m.form == "demonym" && strings.HasSuffix(mentionText(r, m), "s")
	case "it", "its", "itself":
		switch f.actor.Kind {
		case record.State:
			return m.form != "demonym"
		case record.Body, record.Media:
			return true
		case record.Group, record.Force:
			text := mentionText(r, m)
			return m.form == "name" || m.form == "short" || m.form == "role" && !strings.HasSuffix(text, "s") && !strings.HasSuffix(text, "n")
		}
	}
	return false
}

func mentionText(r *run, m past) string {
	for _, o := range r.found[m.actor].actor.Mentions {
		if o.Start == m.start {
			return o.Text
		}
	}
	return ""
}

// readSides reads "both sides", "the two countries", "the country" at item k, and
// gives the item to go on with.
func (r *run) readSides(k int) int {
	if end, ok := r.readOther(k); ok {
		return end
	}
	switch r.lower(r.list[k]) {
	case "both", "two", "either", "each":
	case "country", "nation":
		if it := r.list[k]; !r.inThing(&r.doc.Sentences[r.now], it.from, it.to, false) { // "Face the Nation"
			r.readCountry(k)
		}
		return k + 1
	case "neighbouring", "neighboring":
		return r.readNeighbour(k)
	case "koreas":
		r.calledState("PRK", k, k)
		r.calledState("KOR", k, k)
		return k + 1
	case "north", "south":
		return r.readHalf(k)
	default:
		return k + 1
	}
	j := k + 1
	if j < len(r.list) && (r.lower(r.list[j]) == "warring" || r.lower(r.list[j]) == "neighbouring" || r.lower(r.list[j]) == "neighboring") {
		j++
	}
	if j >= len(r.list) || r.atoms[r.list[j].from].gap {
		return k + 1
	}
	start := r.start(k)
	if k > 0 && r.lower(r.list[k-1]) == "the" {
		start = r.start(k - 1)
	}
	var pair [2]int
	ok := false
	switch r.lower(r.list[j]) {
	case "sides", "side", "parties", "armies", "militaries", "camps":
		pair, ok = r.twoStates(true)
	case "countries", "nations", "states", "neighbours", "neighbors", "governments", "capitals", "powers":
		pair, ok = r.twoStates(false)
	case "leaders", "presidents", "ministers", "men", "diplomats", "statesmen":
		pair, ok = r.twoPeople()
	}
	if ok {
		r.mention(pair[0], start, r.end(j), "role")
		r.mention(pair[1], start, r.end(j), "role")
		return j + 1
	}
	return k + 1
}

// readCountry reads "the country": the state named last, by its name.
func (r *run) readCountry(k int) {
	if k == 0 || r.list[k].poss {
		return
	}
	switch r.lower(r.list[k-1]) {
	case "the":
	default:
		return
	}
	for j := len(r.past) - 1; j >= 0 && r.past[j].sentence >= r.now-2; j-- {
		if f := &r.found[r.past[j].actor]; f.actor.Kind == record.State && (r.past[j].form == "name" || r.past[j].form == "short") {
			r.mention(r.past[j].actor, r.start(k-1), r.end(k), "role")
			return
		}
	}
}

// readNeighbour reads "the neighbouring country": of the two states named last the
// one that is not the subject of the sentence before.
func (r *run) readNeighbour(k int) int {
	if k == 0 || k+1 >= len(r.list) || r.lower(r.list[k-1]) != "the" {
		return k + 1
	}
	switch r.lower(r.list[k+1]) {
	case "country", "nation", "state":
	default:
		return k + 1
	}
	for j := len(r.past) - 1; j >= 0 && r.past[j].sentence >= r.now-2; j-- {
		m := r.past[j]
		if f := &r.found[m.actor]; f.actor.Kind == record.State && !m.subject && !m.owner && (m.form == "name" || m.form == "short") {
			r.mention(m.actor, r.start(k-1), r.end(k+1), "role")
			return k + 2
		}
	}
	return k + 1
}

// twoStates gives the two states that the text is about: for "sides" the two
// mentioned most so far, for "countries" the two mentioned last.
func (r *run) twoStates(most bool) (pair [2]int, ok bool) {
	if !most {
		var got []int
		for j := len(r.past) - 1; j >= 0 && len(got) < 2; j-- {
			if i := r.stateOf(r.past[j].actor); i >= 0 && (len(got) == 0 || got[0] != i) {
				got = append(got, i)
			}
		}
		if len(got) < 2 {
			return pair, false
		}
		return [2]int{got[1], got[0]}, true
	}
	counts := map[int]int{}
	order := []int{}
	for _, m := range r.past {
		i := r.stateOf(m.actor)
		if i < 0 {
			continue
		}
		if counts[i] == 0 {
			order = append(order, i)
		}
		counts[i]++
	}
	a, b := -1, -1
	for _, i := range order {
		switch {
		case a < 0 || counts[i] > counts[a]:
			a, b = i, a
		case b < 0 || counts[i] > counts[b]:
			b = i
		}
	}
	return [2]int{a, b}, b >= 0
}

// stateOf gives the actor of the state that an actor belongs to, or -1.
func (r *run) stateOf(actor int) int {
	a := &r.found[actor].actor
	if a.Kind == record.State {
		return actor
	}
	if e, ok := r.x.states[country(a.Code)]; ok {
		return r.entry(e)
	}
	return -1
}

// twoPeople gives the two people mentioned last.
func (r *run) twoPeople() (pair [2]int, ok bool) {
	var got []int
	for j := len(r.past) - 1; j >= 0 && len(got) < 2; j-- {
		i := r.past[j].actor
		if r.found[i].actor.Kind == record.Person && (len(got) == 0 || got[0] != i) {
			got = append(got, i)
		}
	}
	if len(got) < 2 {
		return pair, false
	}
	return [2]int{got[1], got[0]}, true
}
