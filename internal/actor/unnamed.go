package actor

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// readPhrase reads the phrase of the agent noun at item k: a title before a
// person's name, an earlier actor called by its role, or an unnamed actor.
func (r *run) readPhrase(s *syntax.Sentence, k int) int {
	if end, ok := r.readOther(k); ok {
		return end
	}
	p, ok := r.phrase(s, k)
	if !ok {
		return k + 1
	}
	if end, done := r.title(s, p); done {
		return end
	}
	if i, ok := r.again(p); ok {
		r.mention(i, r.start(p.first), p.end, "role")
		return p.next
	}
	if k := p.next; k < len(r.list) && r.list[k].what == named && !r.list[p.head].poss && strings.TrimSpace(r.doc.Text[p.end:r.start(k)]) == "" {
		return p.next // "human rights group X": the name tells who it is
	}
	i := r.unnamed(s, p)
	if i < 0 {
		return p.next
	}
	r.mention(i, r.start(p.first), p.end, "role")
	return r.acronym(p.next-1, i)
}

// title reads a person's name right after a phrase: "Russian President X",
// "Ukraine's foreign minister, X,".
func (r *run) title(s *syntax.Sentence, p phrase) (int, bool) {
	k := p.next
	if k >= len(r.list) || p.kind != "person" || r.list[p.head].poss || p.plural && r.atoms[r.list[k].from].gap {
		return 0, false
	}
	it := r.list[k]
	if r.doc.Text[r.end(k-1):r.start(k)] == ", " && it.what == agent && r.personAt(k+1) {
		before := len(r.past)
		end := r.readPhrase(s, k)
		for _, m := range r.past[before:] {
			if m.form == "name" || m.form == "short" {
				r.give(m.actor, p)
				r.mention(m.actor, r.start(p.first), p.end, "role")
				return end, true
			}
		}
		return 0, false
	}
	if !r.personAt(k) {
		return 0, false
	}
	if gap := r.doc.Text[r.end(k-1):r.start(k)]; strings.TrimRight(gap, " \n") != "" && gap != ", " && gap != ". " {
		return 0, false
	}
	before := len(r.past)
	var end int
	if it.what == named {
		end = r.readNamed(s, k)
	} else {
		end = r.readStranger(s, k, p.first)
	}
	if before < len(r.past) {
		r.give(r.past[before].actor, p)
	}
	return end, true
}

// again finds the actor that a definite phrase without a country of its own
// means: "the minister" after "Minister X", "the group" after a group's name.
func (r *run) again(p phrase) (int, bool) {
	if !p.definite || p.country != "" || p.plural || p.former {
		return 0, false
	}
	if i, ok := r.roles[p.lemma]; ok {
		return i, true
	}
	want := record.ActorKind("")
	switch p.lemma {
	case "group", "movement", "organisation", "organization", "alliance", "bloc", "agency", "body", "union", "party", "company", "watchdog", "militia":
		want = record.Body
	case "newspaper", "magazine", "news agency", "broadcaster", "outlet":
		want = record.Media
	case "ministry", "department", "embassy", "court", "council", "committee", "commission", "institute", "university", "bank", "foundation", "centre", "center", "office", "directorate", "bureau":
		return r.bodyCalled(p.lemma)
	default:
		return 0, false
	}
	for j := len(r.past) - 1; j >= 0 && r.past[j].sentence >= r.now-2; j-- {
		a := &r.found[r.past[j].actor].actor
		switch {
		case a.Kind == want, want == record.Body && a.Kind == record.Group && r.past[j].form != "role":
			return r.past[j].actor, true
		}
	}
	return 0, false
}

// bodyCalled finds the body spoken of last whose name holds a noun: "the ministry"
// after the Ministry of Health.
func (r *run) bodyCalled(noun string) (int, bool) {
	for j := len(r.past) - 1; j >= 0 && r.past[j].sentence >= r.now-6; j-- {
		a := &r.found[r.past[j].actor].actor
		if a.Kind != record.Body && a.Kind != record.Group {
			continue
		}
		name := strings.ToLower(a.Name)
		if i := strings.Index(name, noun); i >= 0 && (i == 0 || name[i-1] == ' ') && (i+len(noun) == len(name) || name[i+len(noun)] == ' ') {
			return r.past[j].actor, true
		}
	}
	return 0, false
}

// unnamed gives the actor of a phrase, or -1 when it says too little to be one.
func (r *run) unnamed(s *syntax.Sentence, p phrase) int {
	code := p.code()
	if p.country == "" && (p.sector == "CVL" || p.sector == "UNK" || p.kind == "thing" && !r.of(p, "government") || p.sector == "REL" && p.kind == "body" || p.sector == "MED" && p.kind == "body" || p.sector == "EDU" && p.kind == "body") {
		if !(p.sector == "CVL" && (p.lemma == "civilian" || p.lemma == "settler" || p.lemma == "migrant")) {
			return -1
		}
	}
	if p.kind == "body" && p.country == "" && p.use == "weak" {
		return -1
	}
	switch p.lemma {
	case "press", "radio", "television", "media", "tv", "website", "blog", "publication", "site", "programme":
		if p.country == "" {
			return -1
		}
	}
	name := r.nameOf(p)
	if e, ok := r.x.byName[strings.ToLower(name)]; ok && (p.country != "" || p.definite) {
		return r.entry(e) // but "a congress" is no state's
	}
	kind := kindOf(p.kind)
	if p.kind == "person" && p.plural {
		kind = record.Group
	}
	if p.kind == "person" && p.sector == "MIL" && p.plural {
		kind = record.Force
	}
	i := r.actorFor(name, kind, code, "actor/noun")
	f := &r.found[i]
	f.plural = p.plural || p.lemma == "police" || p.lemma == "troops"
	if !p.plural {
		f.tell(r.x.sexes.ofRole(p.lemma))
	}
	if p.sector != "CVL" && (!p.plural || p.kind == "body" || p.kind == "force") {
		r.roles[p.lemma] = i
	}
	return i
}

// of reports whether a phrase opens with a word: "government jets".
func (r *run) of(p phrase, word string) bool {
	return p.first < p.head && r.lower(r.list[p.first]) == word
}

// nameOf gives an unnamed actor its name. All ways to say a state's armed forces
// at large share one.
func (r *run) nameOf(p phrase) string {
	people := r.x.people[p.country]
	former := ""
	if p.former {
		former = "former "
	}
	if p.sector == "MIL" && people != "" && forces(p.lemma) {
		return people + " armed forces"
	}
	lemma := p.lemma
	if p.plural {
		lemma = pluralOf(lemma)
	}
	prefix := people
	if p.body != "" && (people == "" || p.sector != "MIL") {
		prefix = p.body
	} else if prefix == "" && p.country != "" {
		prefix = p.country
	}
	sect := ""
	if k := p.head - 1; k >= p.first && (r.list[k].what == modifier || r.list[k].what == agent) && !r.list[k].poss && p.kind == "person" {
		sect = r.lower(r.list[k]) + " "
	}
	return strings.TrimSpace(former + strings.TrimSpace(prefix+" "+sect+lemma))
}

// forces reports whether a noun means armed forces at large.
func forces(lemma string) bool {
	switch lemma {
	case "army", "military", "armed forces", "troops", "troop", "soldier", "force", "ground forces", "invading force", "occupying force", "occupation force", "serviceman", "government forces", "government troops":
		return true
	}
	return false
}
