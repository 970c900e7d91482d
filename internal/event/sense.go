package event

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// draft is an event in the making.
type draft struct {
	kind, mode, cameo string
	contexts          []string
	v                 int
	from, to          int // byte extent
	actor, recipient  []record.Party
	reciprocal        bool
	modality          record.Modality
	negated, past     bool
	rule              record.RuleID
	sentence          int
	dead              []record.ID
	clause            clause
}

// sentence reads the predicates of the sentence, governors first.
func (r *run) sentence() {
	n := len(r.s.Tokens)
	order := make([]int, 0, n)
	for t := range n {
		if r.tok(t).Head < 0 {
			order = append(order, t)
		}
	}
	for i := 0; i < len(order); i++ {
		order = append(order, r.kids[order[i]]...)
	}
	for _, t := range order {
		if r.consumed[t] {
			continue
		}
		switch r.tok(t).UPOS {
		case syntax.VERB, syntax.AUX:
			r.predicate(t)
		case syntax.ADJ, syntax.NOUN:
			if r.child(t, "cop") >= 0 {
				r.nominalPredicate(t)
			}
		}
	}
	for _, t := range order {
		if !r.consumed[t] && r.tok(t).UPOS == syntax.NOUN {
			r.nominal(t)
		}
	}
}

// predicate reads the verb v as an event of its own.
func (r *run) predicate(v int) {
	if r.idle(v) {
		return
	}
	d, ok := r.sense(v, 0)
	if !ok {
		return
	}
	r.keep(d)
}

// idle reports whether a verb tells nothing that happened: a purpose, a condition,
// a hypothetical.
func (r *run) idle(v int) bool {
	rel := r.tok(v).Rel
	if (r.tok(v).XPOS == "VB" || r.tok(v).XPOS == "VBN") && r.marker(v, "to") || r.helped(v) || r.tok(v).XPOS == "VBG" && (is(rel, "csubj") || r.aimed(v)) {
		return true
	}
	if is(rel, "amod") || rel == "compound" || rel == "case" || rel == "mark" || rel == "fixed" {
		return true
	}
	if r.tok(v).XPOS == "VBG" {
		if h := r.tok(v).Head; h >= 0 && is(rel, "advcl") {
			switch r.aux(h) { // "could lower prices by buying"
			case "could", "may", "might", "would", "should", "can", "must":
				return true
			}
		}
		if v > 0 && r.tok(v-1).Text == ":" && !is(rel, "root") {
			return true // a list of aims
		}
	}
	for t, steps := v, 0; t >= 0 && steps < 12; t, steps = r.tok(t).Head, steps+1 {
		if r.hypothetical(t, v) {
			return true
		}
		rel := r.tok(t).Rel
		if rel == "conj" && r.tok(t).XPOS == "VB" && t == v && r.conjOfInfinitive(t) {
			return true
		}
	}
	return false
}

// helped reports whether a bare infinitive hangs from one with "to": "to help
// them fight".
func (r *run) helped(v int) bool {
	if r.tok(v).XPOS != "VB" || r.aux(v) != "" {
		return false
	}
	h := r.tok(v).Head
	rel := r.tok(v).Rel
	return h >= 0 && (rel == "xcomp" || rel == "ccomp") && r.tok(h).XPOS == "VB" && r.marker(h, "to")
}

// aimed reports whether a gerund stands behind a preposition that leaves open
// whether it happened: "focused on taking", "into attacking".
func (r *run) aimed(v int) bool {
	for _, k := range r.kids[v] {
		if rel := r.tok(k).Rel; rel == "mark" || rel == "case" {
			switch r.lower(k) {
			case "of", "on", "for", "to", "into", "between", "without", "about", "from", "against", "at", "than", "like", "towards", "toward":
				return true
			}
		}
	}
	return false
}

func (r *run) conjOfInfinitive(t int) bool {
	h := r.tok(t).Head
	return h >= 0 && r.tok(h).XPOS == "VB" && r.marker(h, "to") && r.child(t, "nsubj", "aux") < 0
}

func (r *run) marker(v int, word string) bool {
	for _, k := range r.kids[v] {
		if rel := r.tok(k).Rel; (rel == "mark" || rel == "aux") && r.lower(k) == word {
			return true
		}
	}
	return false
}

// sense reads what a predicate means, operators and complements taken together.
func (r *run) sense(v, depth int) (draft, bool) {
	c := r.read(v)
	m, ok := r.match(&c)
	if !ok || depth > 4 {
		return draft{}, false
	}
	if strings.HasPrefix(m.frame.kind, "op:") {
		return r.operate(&c, m, depth)
	}
	if c.obj >= 0 && strings.HasSuffix(r.lower(c.obj), "self") || c.obj >= 0 && strings.HasSuffix(r.lower(c.obj), "selves") {
		return draft{}, false
	}
	d := r.plain(&c, m)
	if told := m.frame.kind; told == "ACCUSE" || told == "REQUEST" || told == "REJECT" || told == "THREATEN" {
		for _, k := range r.kids[v] { // "accused X of attacking Y": no attack is told
			if rel := r.tok(k).Rel; r.tok(k).UPOS == syntax.VERB && (rel == "xcomp" || rel == "ccomp" || is(rel, "advcl") && r.tok(k).XPOS == "VBG" && r.child(k, "mark") >= 0) {
				r.swallow(k)
			}
		}
	}
	if c.obj >= 0 {
		r.consumed[c.obj] = true
	}
	return d, true
}

// plain makes the draft of a clause whose frame is an event's.
func (r *run) plain(c *clause, m matched) draft {
	f := m.frame
	d := draft{kind: f.kind, mode: f.mode, cameo: f.cameo, contexts: f.contexts, v: c.v, sentence: r.now, clause: *c,
		rule: record.RuleID("event/verb-" + strings.ToLower(f.kind))}
	d.actor = c.subjs
	if len(d.actor) == 0 && c.subj >= 0 && r.tok(c.subj).UPOS != syntax.PRON {
		d.actor = r.causer(c.subj)
	}
	d.modality, d.negated = r.modality(c.v)
	d.from, d.to = r.extent(c)
	reciprocal := c.obj >= 0 && r.mutually(c.obj)
	for _, o := range c.obls {
		reciprocal = reciprocal || r.mutually(o.t)
	}
	for _, k := range f.conds {
		reciprocal = reciprocal || k.slot == "recip"
	}
	if reciprocal || mutual(f.kind) && len(d.actor) > 1 {
		d.recipient = r.recipients(c, m, d.actor)
		if len(d.recipient) == 0 || reciprocal {
			d.reciprocal = len(d.actor) > 1
		}
	} else {
		d.recipient = r.recipients(c, m, d.actor)
	}
	if d.kind == "MOBILIZE" && c.passive && len(d.actor) == 0 {
		if d.actor = r.parties(c.obj, false); len(d.actor) == 0 {
			d.kind = "" // moved or made by nobody told
		}
		d.recipient = without(r.abroad(d.recipient, d.actor), d.actor)
	}
	r.adjust(&d, c)
	if len(d.actor) == 0 && !c.passive && !r.impersonal(c) {
		d.kind = "" // an active verb without anyone who acts tells too little
	}
	if it := c.subj; it >= 0 && (r.lower(it) == "it" || r.lower(it) == "this" || r.lower(it) == "that" || r.lower(it) == "which") && enables(r.lemma(c.v)) {
		d.kind = ""
	}
	return d
}

// impersonal reports whether a deed or a weapon is the subject: "a bomb killed".
func (r *run) impersonal(c *clause) bool {
	if c.subj < 0 {
		return false
	}
	set := r.class(c.subj)
	for _, name := range []string{"bombing", "attack", "weapon", "fire", "aircraft", "suicide", "fighting", "ceasefire", "drone"} {
		if set.has(r.x.class(name)) {
			return true
		}
	}
	return false
}

// enables are verbs that a thing may be the subject of.
func enables(lemma string) bool {
	switch lemma {
	case "allow", "permit", "enable", "let", "help", "force", "lift", "support", "back", "undermine", "limit":
		return true
	}
	return false
}

// mutual are types that joined subjects do to each other.
func mutual(kind string) bool {
	switch kind {
	case "AGREE", "CONSULT", "COOPERATE", "SUPPORT":
		return true
	}
	return false
}

// causer finds who stands behind a subject that is a deed or a weapon: "a Gondrian
// missile", "the attack by Gondria".
func (r *run) causer(t int) []record.Party {
	set := r.class(t)
	for _, name := range []string{"attack", "weapon", "fire", "bombing", "aircraft", "fighting", "ship", "forces", "cyber"} {
		if set.has(r.x.class(name)) {
			for _, k := range r.kids[t] {
				rel := r.tok(k).Rel
				if is(rel, "nmod:poss") || rel == "amod" || rel == "compound" || is(rel, "nmod") && r.prep(k) == "by" {
					if p := r.parties(k, false); len(p) > 0 {
						return p
					}
				}
			}
		}
	}
	return nil
}

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
	p = without(p, actors)
	if k := m.frame.mode; k == "arrest" || k == "convict" || k == "abduct" || k == "deport" || r.lemma(c.v) == "capture" && c.passive && !r.isPlace(max(c.obj, 0)) {
		p = r.nowhere(p)
	}
	if m.frame.mode == "investigate" && !anyCountry(p) {
		return nil
	}
	if m.frame.mode == "investigate" && c.obj >= 0 && harm(r.lemma(c.obj)) {
		return nil // whose death is looked into is not who is accused
	}
	if k := m.frame.kind; k == "MOBILIZE" || k == "SANCTION" || k == "RETREAT" {
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
		if !strings.HasSuffix(before, " in ") && !strings.HasSuffix(before, " to ") && !strings.HasSuffix(before, "ern ") {
			out = append(out, p)
		}
	}
	return out
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
		if r.tok(t).UPOS == syntax.NOUN && (set.has(r.x.class("casualty")) || set.has(r.x.class("refugee")) || set.has(r.x.class("person"))) {
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
		if allowed(m.frame.kind, o.prep) && !r.temporal(o.t) && (o.prep != "in" || r.grounded(o.t)) {
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
		case is(rel, "nmod") && !r.temporal(k):
			switch prep := r.prep(k); {
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
				if is(r.tok(g).Rel, "obl") && r.prep(g) == "by" {
					if p := r.parties(g, false); len(p) > 0 {
						return p
					}
				}
			}
		}
	}
	return nil
}

func kin(lemma string) bool {
	switch lemma {
	case "co-conspirator", "accomplice", "associate", "supporter", "critic", "opponent", "nephew", "niece", "son", "daughter", "wife", "husband", "brother", "sister", "mother", "father", "uncle", "aunt", "cousin", "friend", "girlfriend", "boyfriend", "neighbor", "neighbour":
		return true
	}
	return false
}

var preps = map[string]string{
	"AGREE":     " with to for from between of in at ",
	"CONSULT":   " with between to from ",
	"SUPPORT":   " with to for of between against toward towards behind ",
	"COOPERATE": " with to from between in ",
	"AID":       " to for in toward ",
	"CONCEDE":   " to in on for against ",
	"RETREAT":   " from in to out of on against ",
	"REQUEST":   " of from on to against in for ",
	"ACCUSE":    " against with of by over on to about into in for at toward ",
	"REJECT":    " by from with to in for of ",
	"THREATEN":  " against in of on to ",
	"PROTEST":   " against at with to outside in over ",
	"SANCTION":  " on against with to from in of upon for ",
	"MOBILIZE":  " to against in into near along on for at inside toward towards around ",
	"COERCE":    " on of in against from into to ",
	"ASSAULT":   " on against in at into of with toward towards near upon from to inside onto across over ",
}

// allowed reports whether a type's recipient may stand behind a preposition.
func allowed(kind, prep string) bool {
	return prep != "" && strings.Contains(preps[kind], " "+prep+" ")
}
