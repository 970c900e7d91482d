package event

import (
	"slices"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// recipients finds to whom it was done: first whose country is known and another
// than the actor's, then anyone.
func (r *run) recipients(c *clause, m matched, actors []record.Party) []record.Party {
	if r.lemma(c.v) == "blame" {
		for _, o := range c.obls { // "blamed the blast on X"
			if o.prep == "on" {
				return without(r.inside(o.t, m.frame.kind, 0), actors)
			}
		}
	}
	if m.frame.kind == "PROTEST" {
		if to := max(c.purpose, c.xcomp); to >= 0 && r.tok(to).UPOS == syntax.VERB {
			if p := r.around(to, "PROTEST", actors); anyCountry(p) {
				return p
			}
		}
	}
	r.not, r.sure = actors, true
	p := r.search(c, m)
	if m.frame.kind == "REQUEST" && c.obj >= 0 && len(p) > 0 && p[0].Span.Start > r.tok(c.obj).End { // those asked come before where they are
		r.sure = false
		if q := r.parties(c.obj, false); len(q) > 0 && q[0].Actor != "" && r.tok(c.obj).UPOS != syntax.PRON {
			p = q
		}
	}
	if len(p) == 0 {
		r.sure = false
		p = r.search(c, m)
	}
	r.not, r.sure = nil, false
	if len(p) == 0 && (m.frame.kind == "PROTEST" || m.frame.kind == "AID") {
		for _, k := range r.kids[c.v] {
			if is(r.tok(k).Rel, "advcl") || r.tok(k).Rel == "xcomp" {
				if p = r.around(k, "PROTEST", actors); len(p) > 0 {
					break
				}
			}
		}
	}
	if len(p) == 0 {
		p = r.strangers(c, m)
	}
	p = without(r.victims(c, m, p), actors)
	if m.frame.mode == "crowd-control" && len(p) == 0 && c.purpose >= 0 {
		p = r.around(c.purpose, "ASSAULT", actors)
	}
	if m.frame.mode == "deport" && (!anyCountry(p) || len(p) > 0 && r.isPlaceSpan(p[0].Span)) {
		for _, o := range c.obls { // "deported migrants to X"
			if o.prep == "to" && r.isPlace(o.t) {
				p = without(append(p, r.parties(o.t, false)...), actors)
			}
		}
		return p
	}
	if k := m.frame.mode; k == "arrest" || k == "convict" || k == "abduct" || k == "deport" || r.lemma(c.v) == "capture" && c.passive && !r.isPlace(max(c.obj, 0)) {
		p = r.nowhere(p)
	}
	if m.frame.mode == "investigate" && !anyCountry(p) && !(anyCode(p) && anyCountry(actors)) {
		return nil
	}
	if m.frame.mode == "investigate" && c.obj >= 0 && harm(r.lemma(c.obj)) {
		return nil // whose death is looked into is not who is accused
	}
	if k := m.frame.kind; k == "MOBILIZE" || k == "SANCTION" || k == "RETREAT" && m.frame.mode != "release" {
		p = r.abroad(p, actors)
	}
	return p
}

// nowhere leaves out the country in which something was done: who was "held in X"
// is not X.
func (r *run) nowhere(list []record.Party) []record.Party {
	var out []record.Party
	for _, p := range list {
		before := strings.TrimSuffix(r.doc.Text[:p.Span.Start], "the ")
		if !strings.HasSuffix(before, " in ") && (!strings.HasSuffix(before, " to ") || strings.HasSuffix(before, "up to ")) && !strings.HasSuffix(before, "ern ") {
			out = append(out, p)
		}
	}
	return out
}

// isPlaceSpan reports whether a stretch is where somebody was brought: "to X".
func (r *run) isPlaceSpan(sp record.Span) bool {
	return strings.HasSuffix(strings.TrimSuffix(r.doc.Text[:sp.Start], "neighbouring "), " to ")
}

// victims puts those who were hit, told by a plain noun, for the place where they
// were: "killed 20 villagers in northern X".
func (r *run) victims(c *clause, m matched, p []record.Party) []record.Party {
	if m.frame.kind != "ASSAULT" || c.obj < 0 || len(p) != 1 || p[0].Span.Start < r.tok(c.obj).End || countryOf(p[0].Code) != p[0].Code || !civil(r.lemma(c.obj)) {
		return p
	}
	if before := strings.TrimSuffix(r.doc.Text[:p[0].Span.Start], "the "); strings.HasSuffix(before, " by ") || strings.HasSuffix(before, " from ") {
		return p
	}
	sp := record.Cut(r.doc.Text, r.tok(c.obj).Start, r.tok(c.obj).End)
	return []record.Party{{Span: sp, Name: sp.Text, Code: p[0].Code + " CVL"}}
}

// civil are nouns for people who bear no arms.
func civil(lemma string) bool {
	switch lemma {
	case "people", "person", "civilian", "villager", "resident", "child", "woman", "man", "family", "worshipper", "passenger", "farmer", "herder", "shopper", "bystander", "pedestrian", "mourner":
		return true
	}
	return false
}

// harm are nouns for what befell somebody.
func harm(lemma string) bool {
	switch lemma {
	case "death", "killing", "murder", "shooting", "explosion", "disappearance", "poisoning", "crash", "incident", "assassination", "bombing", "attack", "fire", "blast", "accident":
		return true
	}
	return false
}

// abroad leaves out an actor's own forces and officials: who moves its troops does
// nothing to them.
func (r *run) abroad(list, actors []record.Party) []record.Party {
	var out []record.Party
next:
	for _, p := range list {
		for _, a := range actors {
			if s := sectorOf(p.Code); (s == "MIL" || s == "GOV") && (countryOf(p.Code) == countryOf(a.Code) || countryOf(p.Code) == "") {
				continue next
			}
		}
		out = append(out, p)
	}
	return out
}

// strangers gives as recipient whom the object or an allowed oblique names or
// calls without a country: somebody, but no code.
func (r *run) strangers(c *clause, m matched) []record.Party {
	try := func(t int) []record.Party {
		if t < 0 {
			return nil
		}
		if p := r.unknown(t); p != nil {
			return p
		}
		set := r.class(t)
		if r.tok(t).UPOS == syntax.NOUN && (set.has(r.x.class("casualty")) || set.has(r.x.class("refugee")) || set.has(r.x.class("person")) || m.frame.mode == "release" && set.has(r.x.class("prisoner"))) {
			sp := record.Cut(r.doc.Text, r.tok(t).Start, r.tok(t).End)
			return []record.Party{{Span: sp, Name: sp.Text}}
		}
		return nil
	}
	for _, t := range []int{c.iobj, c.obj} {
		if p := try(t); p != nil {
			return p
		}
	}
	for _, o := range c.obls {
		if allowed(m.frame.kind, o.prep) && !r.temporal(o.t) {
			if p := try(o.t); p != nil {
				return p
			}
		}
	}
	return nil
}

// search looks where the frame says, in the object, then in the obliques that the
// type allows.
func (r *run) search(c *clause, m matched) []record.Party {
	for _, k := range m.frame.conds {
		switch k.slot {
		case "obj", "iobj", "subj", "xcomp", "ccomp", "no-obj", "recip":
			continue
		}
		if k.want == "party" || k.want == "" {
			for _, t := range m.at {
				if r.prep(t) == k.slot {
					if p := r.parties(t, true); len(p) > 0 {
						return p
					}
				}
			}
		}
	}
	for _, t := range []int{c.iobj, c.obj} {
		if t >= 0 {
			if p := r.parties(t, false); len(p) > 0 {
				return p
			}
		}
	}
	known := c.obj >= 0 && (r.unknown(c.obj) != nil || r.class(c.obj).has(r.x.class("casualty")))
	for _, o := range c.obls {
		if known && m.frame.kind == "ASSAULT" && !r.isPlace(o.t) {
			continue // who was hit is told, though not whose side
		}
		if allowed(m.frame.kind, o.prep) && o.prep != "in" && !r.temporal(o.t) {
			if p := r.parties(o.t, false); len(p) > 0 {
				return p
			}
		}
	}
	if c.obj >= 0 {
		if p := r.inside(c.obj, m.frame.kind, 0); len(p) > 0 {
			return p
		}
	}
	for _, o := range c.obls {
		if known && m.frame.kind == "ASSAULT" && !r.isPlace(o.t) {
			continue
		}
		if (allowed(m.frame.kind, o.prep) || slices.Contains(m.at, o.t)) && !r.temporal(o.t) && (o.prep != "in" || r.grounded(o.t) || slices.Contains(m.at, o.t)) {
			if p := r.inside(o.t, m.frame.kind, 0); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// grounded reports whether a noun is a place, or ground that names one.
func (r *run) grounded(t int) bool {
	if r.isPlace(t) || r.class(t).has(r.x.class("territory")) {
		return true
	}
	for _, k := range r.kids[t] {
		if (is(r.tok(k).Rel, "nmod") || r.tok(k).Rel == "amod" || r.tok(k).Rel == "compound") && (r.isPlace(k) || r.markedState(k)) {
			return true
		}
	}
	return false
}

// inside finds an actor within a noun phrase: its possessor or adjective, then
// what its prepositions and participles hold.
func (r *run) inside(t int, kind string, depth int) []record.Party {
	if depth > 4 {
		return nil
	}
	set := r.class(t)
	deed := set.has(r.x.class("attack")) || set.has(r.x.class("fighting"))
	if deed && kind == "ACCUSE" { // who is blamed for a deed is who did it
		for _, k := range r.kids[t] {
			if rel := r.tok(k).Rel; is(rel, "nmod:poss") || rel == "amod" || rel == "compound" || is(rel, "nmod") && r.prep(k) == "by" {
				if p := r.parties(k, true); len(p) > 0 {
					return p
				}
			}
		}
		return nil
	}
	if deed { // "his invasion of X": to whom it was done stands behind it
		for _, k := range r.kids[t] {
			if prep := r.prep(k); is(r.tok(k).Rel, "nmod") && (prep == "of" || prep == "on" || prep == "against") && !r.temporal(k) {
				if p := r.inside(k, kind, depth+1); len(p) > 0 {
					return p
				}
			}
		}
	}
	if kin(r.lemma(t)) {
		return nil // a minister's nephew is not the minister
	}
	if p := r.parties(t, true); len(p) > 0 {
		return p
	}
	for _, k := range r.kids[t] {
		switch rel := r.tok(k).Rel; {
		case rel == "amod" && (r.lemma(k) == "loyal" || r.lemma(k) == "allied" || r.lemma(k) == "faithful"):
			for _, g := range r.kids[k] { // "forces loyal to X"
				if is(r.tok(g).Rel, "obl") && (r.prep(g) == "to" || r.prep(g) == "with") {
					if p := r.parties(g, false); len(p) > 0 {
						return p
					}
				}
			}
		case is(rel, "nmod") && !r.temporal(k):
			switch prep := r.prep(k); {
			case prep == "in" && (kind == "AGREE" || kind == "REJECT") && (deed || set.has(r.x.class("ceasefire")) || set.has(r.x.class("plan"))):
				// where it is to hold, not whom it is agreed with
			case allowed(kind, prep), prep == "of", prep == "by", prep == "between", prep == "for", prep == "among", prep == "with", prep == "against", prep == "in":
				if p := r.inside(k, kind, depth+1); len(p) > 0 {
					return p
				}
			}
		case rel == "acl" && r.tok(k).XPOS == "VB":
			if p := r.arguments(k, kind, depth+1); len(p) > 0 {
				return p
			}
		case rel == "acl" && r.tok(k).XPOS == "VBN":
			for _, g := range r.kids[k] {
				if is(r.tok(g).Rel, "obl") && (r.prep(g) == "by" || kind == "AID" && r.prep(g) == "in") {
					if p := r.parties(g, false); len(p) > 0 {
						return p
					}
				}
			}
		}
	}
	return nil
}

// kin are nouns for who belongs to somebody and does not act for him.
func kin(lemma string) bool {
	switch lemma {
	case "co-conspirator", "accomplice", "associate", "supporter", "critic", "opponent", "nephew", "niece", "son", "daughter", "wife", "husband", "brother", "sister", "mother", "father", "uncle", "aunt", "cousin", "friend", "girlfriend", "boyfriend", "neighbor", "neighbour":
		return true
	}
	return false
}

// prepositions gives those behind which a type's recipient may stand.
func prepositions(kind string) string {
	switch kind {
	case "AGREE":
		return " with to for from between of in at "
	case "CONSULT":
		return " with between to from "
	case "SUPPORT":
		return " with to for of between against toward towards behind "
	case "COOPERATE":
		return " with to from between in "
	case "AID":
		return " to for in toward "
	case "CONCEDE":
		return " to in on for against "
	case "RETREAT":
		return " from in to out of on against "
	case "REQUEST":
		return " of from on to against in for "
	case "ACCUSE":
		return " against with of by over on to about into in for at toward "
	case "REJECT":
		return " by from with to in for of "
	case "THREATEN":
		return " against in of on to "
	case "PROTEST":
		return " against at with to outside in over "
	case "SANCTION":
		return " on against with to from in of upon for "
	case "MOBILIZE":
		return " to against in into opposite facing near along on for at inside toward towards around off "
	case "COERCE":
		return " on of in against from into to "
	case "ASSAULT":
		return " on against in at into of with toward towards near upon from to inside onto across over "
	}
	return ""
}

// allowed reports whether a type's recipient may stand behind a preposition.
func allowed(kind, prep string) bool {
	return prep != "" && strings.Contains(prepositions(kind), " "+prep+" ")
}
