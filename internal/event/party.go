package event

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// parties gives who the noun phrase headed by t means, its conjuncts too.
func (r *run) parties(t int, loose bool) []record.Party {
	return r.collect(nil, t, loose, 0)
}

func (r *run) collect(out []record.Party, t int, loose bool, depth int) []record.Party {
	if t < 0 || depth > 4 {
		return out
	}
	out = r.one(out, t, loose, depth)
	for _, k := range r.kids[t] {
		if is(r.tok(k).Rel, "conj") && r.tok(k).UPOS != syntax.VERB {
			out = r.collect(out, k, loose, depth+1)
		}
	}
	return out
}

// one adds who a single noun means. Where loose, an actor inside the phrase
// serves too: "a Gondrian plan", "ties with Gondria".
func (r *run) one(out []record.Party, t int, loose bool, depth int) []record.Party {
	n := len(out)
	if out = r.marked(out, t); len(out) > n {
		return out
	}
	if r.tok(t).UPOS == syntax.PROPN {
		if k := r.holder(t); k >= 0 {
			if out = r.marked(out, k); len(out) > n {
				return out
			}
		}
	}
	for _, k := range r.kids[t] {
		switch rel := r.tok(k).Rel; {
		case is(rel, "appos"), rel == "flat", rel == "compound" && r.tok(k).UPOS == syntax.PROPN && r.tok(t).UPOS == syntax.PROPN:
			if out = r.marked(out, k); len(out) > n {
				return out
			}
		case rel == "compound" && gathering(r.lemma(t)):
			if out = r.marked(out, k); len(out) > n {
				return out
			}
		case is(rel, "nmod") && (counts(r.lemma(t)) || r.tok(t).UPOS == syntax.NUM) && (r.prep(k) == "of" || r.prep(k) == "from"):
			if out = r.collect(out, k, loose, depth+1); len(out) > n {
				return out
			}
		}
	}
	if belongs := r.belonging(t); (loose || belongs) && !kin(r.lemma(t)) {
		for _, k := range r.kids[t] {
			if rel := r.tok(k).Rel; is(rel, "nmod:poss") || rel == "amod" || rel == "compound" {
				if rel != "amod" || r.markedState(k) || loose {
					if out = r.marked(out, k); len(out) > n {
						return r.joined(out, k)
					}
				}
				if is(rel, "nmod:poss") {
					if out = r.one(out, k, true, depth+1); len(out) > n {
						return out
					}
				}
			}
		}
	}
	return out
}

// joined adds the countries whose adjectives are joined to the one at k: "Gondrian
// and Arnorian generals".
func (r *run) joined(out []record.Party, k int) []record.Party {
	for _, j := range r.kids[k] {
		if is(r.tok(j).Rel, "conj") && r.markedState(j) {
			out = r.marked(out, j)
		}
	}
	return out
}

// holder finds the person whose title the parser took for the head of the phrase:
// "Secretary of State X".
func (r *run) holder(t int) int {
	for k := t + 1; k < len(r.s.Tokens) && k < t+6; k++ {
		for _, m := range r.heads[k] {
			if a := r.marks[m].actor; a >= 0 && r.given.Actors[a].Kind == record.Person && r.marks[m].form == "name" && r.s.Under(k, t) {
				return k
			}
		}
		if u := r.tok(k).UPOS; u != syntax.PROPN && u != syntax.ADP && u != syntax.DET && u != syntax.CCONJ {
			return -1
		}
	}
	return -1
}

// gathering are nouns that name who acts by the name before them: "the X forum".
func gathering(lemma string) bool {
	switch lemma {
	case "forum", "summit", "group", "movement", "organization", "organisation", "bloc", "party", "member", "network", "faction", "coalition", "alliance", "agency",
		"council", "commission", "team", "delegation", "leadership", "conference", "partner", "fighter", "militant", "government", "minister", "official", "force", "troop", "leader", "militia":
		return true
	}
	return false
}

// unknown gives a proper name that no table knows: someone by that name, without
// a code.
func (r *run) unknown(t int) []record.Party {
	if r.tok(t).UPOS != syntax.PROPN || r.temporal(t) || r.isPlace(t) {
		return nil
	}
	from, to := t, t+1
	for from > 0 && r.tok(from-1).UPOS == syntax.PROPN && (r.tok(from-1).Head == t || r.tok(from-1).Head == r.tok(t).Head) {
		from--
	}
	for to < len(r.s.Tokens) && r.tok(to).UPOS == syntax.PROPN && r.tok(to).Head == t {
		to++
	}
	sp := r.s.Span(r.doc.Text, from, to)
	return []record.Party{{Span: sp, Name: sp.Text}}
}

// belonging are nouns that act for whom they belong to: "Gondria's side".
func (r *run) belonging(t int) bool {
	switch r.lemma(t) {
	case "country", "counterpart", "government", "nation", "people", "party", "administration", "side", "leader", "leadership", "negotiator", "team", "position", "line", "missile", "rocket", "shell", "artillery", "strike", "attack",
		"shelling", "bombardment", "airstrike", "invasion", "offensive", "assault", "bombing", "fire", "raid", "warplane", "jet", "tank",
		"drone", "plane", "helicopter", "ship", "warship", "aircraft", "counterattack", "barrage", "advance", "sniper", "crew", "mission", "delegation",
		"counteroffensive", "defence", "defense", "gunner", "officer", "vessel", "boat", "campaign", "bomb", "mortar", "convoy", "column", "security", "territory", "soil", "city", "town", "village", "capital", "border", "airport", "embassy", "infrastructure", "facility", "target", "building", "hospital", "school", "port", "plant", "base", "depot", "refinery":
		return true
	case "general", "commander", "doctor", "nurse", "farmer", "trucker", "miner", "fisherman", "settler", "driver", "envoy", "emissary", "guerrilla", "rebel", "insurgent", "separatist",
		"hacker", "spy", "agent", "activist", "protester", "demonstrator", "monk", "student", "teacher", "worker", "court", "parliament", "mob", "youth", "villager", "citizen", "national", "civilian",
		"refugee", "migrant", "hostage", "prisoner", "captive", "sailor", "pilot", "guard", "gunman", "militant", "fighter", "militia", "warlord", "authority", "junta", "regime", "dissident", "opposition", "colleague",
		"house", "site", "consulate", "website", "network", "camp", "bus", "land", "bank", "newspaper":
		return true
	}
	return false
}

func (r *run) markedState(t int) bool {
	for _, k := range r.heads[t] {
		if a := r.marks[k].actor; a >= 0 && r.given.Actors[a].Kind == record.State {
			return true
		}
	}
	return false
}

// marked adds the actors, or else the place, whose mention is headed by t. Of
// nested mentions the longest counts; several actors may share one ("both sides").
func (r *run) marked(out []record.Party, t int) []record.Party {
	if r.lemma(t) == "intelligence" && r.tok(t).Rel == "obj" {
		return out // what is known, not who knows it
	}
	longest := -1
	for _, k := range r.heads[t] {
		m := r.marks[k]
		if m.actor < 0 || r.barred(m) {
			continue
		}
		if m.form == "demonym" && r.prep(t) == "in" && r.tok(t).UPOS != syntax.ADJ && !strings.HasSuffix(r.lower(t), "s") {
			continue // a language
		}
		if m.form == "demonym" && r.tok(t).UPOS == syntax.PROPN && t+1 < len(r.s.Tokens) && r.tok(t+1).Head == t && r.tok(t+1).Rel == "flat" {
			continue // a first name: "German Petrov"
		}
		if longest >= 0 && (m.start != r.marks[longest].start || m.end != r.marks[longest].end) {
			continue
		}
		if longest < 0 {
			longest = k
		}
		a := &r.given.Actors[m.actor]
		code := a.Code
		if m.form == "seat" && a.Kind == record.State {
			code += " GOV"
		}
		out = append(out, record.Party{Span: record.Cut(r.doc.Text, m.start, m.end), Actor: a.ID, Name: a.Name, Code: code})
	}
	if longest >= 0 {
		return r.shared(out, t)
	}
	for _, k := range r.heads[t] {
		if m := r.marks[k]; m.place >= 0 && r.given.Places[m.place].Country != "" && !(r.sure && r.own(r.given.Places[m.place].Country)) {
			p := &r.given.Places[m.place]
			if first := p.Span.Text[:min(1, len(p.Span.Text))]; p.Name == "Gulf" || first >= "a" && first <= "z" {
				continue // a quarter of the sky, or of the sea
			}
			return append(out, record.Party{Span: p.Span, Name: p.Name, Code: p.Country})
		}
	}
	return out
}

// barred reports whether a mention may not serve: see run.not and run.sure.
func (r *run) barred(m mark) bool {
	a := &r.given.Actors[m.actor]
	for _, p := range r.not {
		if p.Actor != "" && p.Actor == a.ID {
			return true
		}
	}
	return r.sure && (countryOf(a.Code) == "" || r.own(countryOf(a.Code)))
}

// own reports whether a country is the actors'.
func (r *run) own(country string) bool {
	for _, p := range r.not {
		if countryOf(p.Code) == country {
			return true
		}
	}
	return false
}

// shared adds the other countries of a phrase that joins adjectives before one
// noun: "Gondrian and Arnorian officials".
func (r *run) shared(out []record.Party, t int) []record.Party {
	if len(out) != 1 || r.tok(t).UPOS != syntax.NOUN {
		return out
	}
	_, sectors, _ := strings.Cut(out[0].Code, " ")
	for _, k := range r.kids[t] {
		if rel := r.tok(k).Rel; rel != "amod" && rel != "compound" && !is(rel, "nmod:poss") && !(rel == "nmod" && (r.prep(k) == "of" || r.prep(k) == "from")) {
			continue
		}
		for _, j := range append([]int{k}, r.kids[k]...) {
			if j != k && !is(r.tok(j).Rel, "conj") {
				continue
			}
			for _, h := range r.heads[j] {
				m := r.marks[h]
				if m.actor < 0 || r.given.Actors[m.actor].Kind != record.State || m.form == "pronoun" {
					continue
				}
				a := &r.given.Actors[m.actor]
				if countryOf(a.Code) != countryOf(out[0].Code) && !r.barred(m) {
					out = append(out, record.Party{Span: record.Cut(r.doc.Text, m.start, m.end), Actor: a.ID, Name: a.Name, Code: strings.TrimSpace(countryOf(a.Code) + " " + sectors)})
					if n := len(out); n == 2 && out[1].Span.Start < out[0].Span.Start {
						out[0], out[1] = out[1], out[0]
					}
				}
			}
		}
	}
	return out
}

// isPlace reports whether t heads a place or a state.
func (r *run) isPlace(t int) bool {
	for _, k := range r.heads[t] {
		m := r.marks[k]
		if m.place >= 0 || m.actor >= 0 && r.given.Actors[m.actor].Kind == record.State && m.form != "demonym" {
			return true
		}
	}
	return false
}

// same reports whether two parties are one, or of one country where neither is
// more than its country.
func same(a, b record.Party) bool {
	return a.Actor != "" && a.Actor == b.Actor || (a.Actor == "" || b.Actor == "") && a.Span.Start == b.Span.Start && a.Span.End == b.Span.End || a.Code != "" && a.Code == b.Code && a.Name == b.Name
}

// without leaves out of list who is in others.
func without(list, others []record.Party) []record.Party {
	var out []record.Party
next:
	for _, p := range list {
		for _, o := range others {
			if same(p, o) {
				continue next
			}
		}
		for _, o := range out {
			if same(p, o) {
				continue next
			}
		}
		out = append(out, p)
	}
	return out
}

// sectorOf gives the first sector of a code: "MIL" of "RUS MIL".
func sectorOf(code string) string {
	_, s, _ := strings.Cut(code, " ")
	s, _, _ = strings.Cut(s, " ")
	return s
}

func countryOf(code string) string {
	c, _, _ := strings.Cut(code, " ")
	if c == "---" {
		return ""
	}
	return c
}
