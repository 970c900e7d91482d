package event

import (
	"slices"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// homely reports whether a type is done at home as often as abroad, so that a party
// without a country ("the opposition", "demonstrators") is of the other one's.
func homely(kind string) bool {
	switch kind {
	case "CONCEDE", "COERCE", "PROTEST", "REJECT", "REQUEST", "ACCUSE", "ASSAULT", "RETREAT", "THREATEN", "CONSULT":
		return true
	}
	return false
}

// domestic completes an event that takes place within one country: a party of no
// told country gets that of the other, and a protest, a concession or a coercion
// of nobody told is directed at the country itself, as PLOVER codes it. Nothing is
// completed where the sentence names a second country.
func (r *run) domestic(d *draft) {
	if !homely(d.kind) {
		return
	}
	r.people(d)
	a, b := countries(d.actor), countries(d.recipient)
	home := r.home
	if home == "" && (a == "" || !arms(d)) {
		home = r.sentenceHome()
	}
	if home == "" {
		return
	}
	if a == home && (b == "" || b == home) && (r.home != "" || d.kind != "CONSULT" || resident(d.recipient)) {
		r.lend(d.recipient, home)
	}
	if b == home && a == "" && (r.home != "" || resident(d.actor)) {
		r.lend(d.actor, home)
	}
	if d.reciprocal || len(d.recipient) > 0 || len(d.actor) == 0 {
		return
	}
	switch {
	case (d.kind == "REQUEST" || d.kind == "REJECT" || d.kind == "THREATEN") && insiders(d.actor):
	case d.kind == "ACCUSE" && d.mode != "disapprove" && lawful(d.actor):
	case d.kind == "PROTEST", d.kind == "CONCEDE", d.kind == "COERCE" && d.mode != "cyber", d.kind == "REJECT" && d.mode == "yield":
	default:
		return
	}
	p, ok := r.land(home)
	if !ok && (home == r.home || d.kind == "PROTEST" || insiders(d.actor)) { // the country was named before, or is that of the crowd
		p, ok = record.Party{Span: d.actor[0].Span, Name: home, Code: home}, true
	}
	if ok && (a == home || a == "" && d.kind == "PROTEST") {
		d.recipient = []record.Party{p}
		r.lend(d.actor, home)
	}
}

// sited gives parties that have a sector only the country of the place that their
// own phrase tells: "demonstrators in Karachi", "the police of Lagos".
func (r *run) sited(list []record.Party) {
	for i, p := range list {
		rest, ok := strings.CutPrefix(p.Code, "--- ")
		if !ok || strings.HasPrefix(rest, "REF") || p.Span.Start < r.s.Start || p.Span.End > r.s.End {
			continue
		}
		for _, k := range r.kids[r.headIn(p.Span.Start, p.Span.End)] {
			if prep := r.prep(k); !is(r.tok(k).Rel, "nmod") || prep != "in" && prep != "of" && prep != "at" && prep != "from" || r.temporal(k) {
				continue
			}
			for _, h := range r.heads[k] {
				if m := r.marks[h]; m.place >= 0 && r.given.Places[m.place].Country != "" {
					list[i].Code = r.given.Places[m.place].Country + " " + rest
				}
			}
		}
	}
}

// crowd gives those who protest, told by a plain noun ("people", "residents"), with
// the country of the place where they do.
func (r *run) crowd(c *clause) []record.Party {
	t := c.subj
	for n := 0; n < 3 && (counts(r.lemma(t)) || r.tok(t).UPOS == syntax.NUM); n++ {
		k := r.child(t, "nmod")
		if k < 0 || r.prep(k) != "of" {
			break
		}
		t = k
	}
	if r.lemma(t) == "supporter" || r.lemma(t) == "follower" || r.lemma(t) == "member" || r.lemma(t) == "relative" || r.lemma(t) == "sympathizer" {
		if k := r.child(t, "nmod"); k >= 0 && r.prep(k) == "of" { // who marches for X
			return r.parties(k, true)
		}
	}
	if r.tok(t).UPOS != syntax.NOUN || !civil(r.lemma(t)) {
		return nil
	}
	sp := record.Cut(r.doc.Text, r.tok(t).Start, r.tok(t).End)
	p := record.Party{Span: sp, Name: sp.Text, Code: "--- CVL"}
	look := append([]int{}, r.kids[t]...)
	for _, h := range c.phrases() {
		look = append(append(look, h), r.kids[h]...)
	}
	for _, k := range look {
		switch prep := r.prep(k); prep {
		case "in", "across", "through", "throughout", "at", "near", "outside":
			if q := r.parties(k, false); r.isPlace(k) && len(q) > 0 && countryOf(q[0].Code) != "" && p.Code == "--- CVL" {
				p.Code = countryOf(q[0].Code) + " CVL"
			}
		}
	}
	return []record.Party{p}
}

// arms reports whether a state or its forces use force: on whom, a sentence that
// names only them does not tell.
func arms(d *draft) bool {
	if d.kind != "ASSAULT" && d.kind != "COERCE" && d.kind != "RETREAT" && d.kind != "THREATEN" {
		return false
	}
	for _, p := range d.actor {
		if s := sectorOf(p.Code); s == "MIL" || s == "" || s == "SPY" || s == "UAF" {
			return true
		}
	}
	return false
}

// only reports whether all of a list, and somebody, are of the sectors.
func only(list []record.Party, sectors ...string) bool {
	for _, p := range list {
		if !slices.Contains(sectors, sectorOf(p.Code)) {
			return false
		}
	}
	return len(list) > 0
}

// resident reports whether all of a list are of the kind that acts in its own
// country: courts, police, students, unions.
func resident(list []record.Party) bool {
	return only(list, "JUD", "COP", "LEG", "OPP", "EDU", "LAB", "AGR", "CRM")
}

// insiders reports whether a list holds only those who face their own government where
// nobody else is named: unions, students, the opposition, parliaments.
func insiders(list []record.Party) bool {
	return only(list, "LEG", "OPP", "PTY", "EDU", "LAB", "AGR", "CRM", "REB")
}

// lawful reports whether a list holds only courts and police, who charge those of
// their own country where nobody else is named.
func lawful(list []record.Party) bool { return only(list, "JUD", "COP") }

// people gives a code to victims and prisoners that are told by a plain noun
// ("villagers"), so that they can get a country.
func (r *run) people(d *draft) {
	for i, p := range d.recipient {
		if p.Code != "" || p.Actor != "" || p.Name == "" || p.Name != strings.ToLower(p.Name) {
			continue
		}
		d.recipient = slices.Clone(d.recipient)
		d.recipient[i].Code = "--- CVL"
	}
}

// countries gives the only country of a list of parties, "" for none and "+" for
// several.
func countries(list []record.Party) string {
	out := ""
	for _, p := range list {
		switch c := countryOf(p.Code); {
		case c == "" || c == out:
		case out == "":
			out = c
		default:
			return "+"
		}
	}
	return out
}

// lend gives a country to the parties of a list that have a sector only.
func (r *run) lend(list []record.Party, home string) {
	for i, p := range list {
		if rest, ok := strings.CutPrefix(p.Code, "--- "); ok && !strings.HasPrefix(rest, "REF") && !r.personal(p) {
			list[i].Code = home + " " + rest
		}
	}
}

// personal reports whether a party is somebody by name: where he is from is not
// told by where he is.
func (r *run) personal(p record.Party) bool {
	for i := range r.given.Actors {
		if a := &r.given.Actors[i]; a.ID == p.Actor && p.Actor != "" {
			return a.Kind == record.Person && a.Rule != "actor/noun"
		}
	}
	return false
}

// sentenceHome gives the only country that the sentence names.
func (r *run) sentenceHome() string {
	home := ""
	for k := r.next; k < len(r.marks) && r.marks[k].start < r.s.End; k++ {
		c := ""
		if m := r.marks[k]; m.actor >= 0 {
			if a := &r.given.Actors[m.actor]; a.Kind != record.Media {
				c = countryOf(a.Code)
			}
		} else {
			c = r.given.Places[m.place].Country
		}
		switch {
		case c == "" || c == "IGO" || c == "NGO" || c == "IMG" || c == "MNC" || c == home:
		case home == "":
			home = c
		default:
			return ""
		}
	}
	return home
}

// land gives a country as a party: by the state that the sentence names, else by
// a place in it.
func (r *run) land(home string) (record.Party, bool) {
	best, rank := record.Party{}, 0
	for k := r.next; k < len(r.marks) && r.marks[k].start < r.s.End; k++ {
		m := r.marks[k]
		p := record.Party{Span: record.Cut(r.doc.Text, m.start, m.end), Code: home}
		n := 0
		switch {
		case m.actor >= 0:
			a := &r.given.Actors[m.actor]
			if a.Code != home || a.Kind != record.State {
				continue
			}
			n, p.Actor, p.Name = 3, a.ID, a.Name
		case r.given.Places[m.place].Country == home:
			n, p.Name = 2, r.given.Places[m.place].Name
		}
		if n > rank {
			best, rank = p, n
		}
	}
	return best, rank > 0
}

// byPhrase gives who did what a noun tells: "the arrest of X by Y", where the
// parser may have hung "by Y" from X; "X's arrest of Y".
func (r *run) byPhrase(t int) []record.Party {
	for _, k := range r.kids[t] {
		rel, prep := r.tok(k).Rel, r.prep(k)
		switch {
		case is(rel, "nmod") && prep == "by" && !r.temporal(k):
			if p := r.parties(k, false); len(p) > 0 {
				return p
			}
		case is(rel, "nmod") && prep == "of" && r.tok(k).UPOS != syntax.VERB:
			for _, g := range r.kids[k] {
				if is(r.tok(g).Rel, "nmod") && r.prep(g) == "by" && !r.temporal(g) {
					if p := r.parties(g, false); len(p) > 0 {
						return p
					}
				}
			}
		}
	}
	return nil
}
