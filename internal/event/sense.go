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
	if d.kind == "CONSULT" {
		r.voiced(&d)
	}
}

// voiced reads what somebody met or called another for, where the doing lies in
// the saying: "called X to congratulate him".
func (r *run) voiced(d *draft) {
	c := &d.clause
	to := max(c.purpose, c.xcomp)
	if to < 0 || c.passive {
		return
	}
	switch r.lemma(to) {
	case "express", "convey", "congratulate", "thank", "condemn", "protest", "complain", "apologize", "apologise", "praise":
	default:
		return
	}
	in, ok := r.sense(to, 1)
	if !ok || in.kind != "SUPPORT" && in.kind != "ACCUSE" && in.kind != "CONCEDE" {
		return
	}
	in.actor = c.subjs
	if in.recipient = without(in.recipient, in.actor); !anyCountry(in.recipient) {
		in.recipient = d.recipient
	}
	in.modality, in.rule = d.modality, "event/voiced"
	r.swallow(to)
	r.keep(in)
}

// idle reports whether a verb tells nothing that happened: a purpose, a condition,
// a hypothetical.
func (r *run) idle(v int) bool {
	rel := r.tok(v).Rel
	if r.planned(v) {
		return false
	}
	if (r.tok(v).XPOS == "VB" || r.tok(v).XPOS == "VBN") && r.marker(v, "to") || r.helped(v) || r.tok(v).XPOS == "VBG" && (is(rel, "csubj") || r.aimed(v)) {
		return true
	}
	if s, _ := r.buried(v); s >= 0 {
		return false
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
	if depth > 4 {
		return draft{}, false
	}
	if d, ok := r.pushing(&c); ok {
		return d, true
	}
	if d, ok := r.decreed(&c); ok {
		return d, true
	}
	if !ok {
		return draft{}, false
	}
	if strings.HasPrefix(m.frame.kind, "op:") {
		return r.operate(&c, m, depth)
	}
	if r.blast(&c) {
		d := draft{kind: "ASSAULT", mode: "suicide-attack", cameo: "1831", v: v, sentence: r.now, clause: c, actor: c.subjs, rule: "event/verb-assault"}
		d.modality, d.negated = r.modality(v)
		d.from, d.to = r.extent(&c)
		d.recipient = r.around(v, "ASSAULT", d.actor)
		return d, true
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
	if d.kind == "REJECT" || d.kind == "SUPPORT" || d.kind == "AGREE" {
		r.proposed(&c)
	}
	if c.obj >= 0 {
		r.consumed[c.obj] = true
	}
	return d, true
}

// proposed marks as read who proposed what is taken or turned down: "the plan
// proposed by X".
func (r *run) proposed(c *clause) {
	for _, t := range c.phrases() {
		for _, k := range r.kids[t] {
			if r.tok(k).Rel == "acl" && r.tok(k).XPOS == "VBN" {
				switch r.lemma(k) {
				case "propose", "offer", "submit", "draft", "present", "suggest", "table":
					r.consumed[k] = true
				}
			}
		}
	}
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
	if d.mode == "expel" && c.passive && len(d.actor) == 0 { // "were expelled from X": by X
		for _, o := range c.obls {
			if p := r.parties(o.t, false); o.prep == "from" && len(p) > 0 {
				d.actor, d.recipient = p, without(r.parties(c.obj, false), p)
			}
		}
	}
	r.turned(&d, c)
	if mutual(d.kind) && c.passive && c.subj < 0 && len(d.actor) == 0 && c.obj >= 0 {
		for _, k := range r.kids[c.obj] { // "a treaty between X and Y was signed"
			if p := r.parties(k, true); is(r.tok(k).Rel, "nmod") && r.prep(k) == "between" && len(p) > 1 {
				d.actor, d.recipient, d.reciprocal = p, nil, true
			}
		}
	}
	if d.kind == "PROTEST" && len(d.actor) == 0 && c.subj >= 0 && !c.passive {
		d.actor = r.crowd(c)
	}
	if (d.mode == "arrest" || d.mode == "deport" || d.mode == "investigate") && c.passive && c.subj < 0 && len(d.actor) == 0 {
		d.actor = r.localPower(c)
	}
	if d.mode == "withdraw" && c.passive && len(d.actor) == 0 && c.obj >= 0 { // "French troops were pulled out of X"
		d.actor, d.recipient = r.parties(c.obj, false), nil
		for _, o := range c.obls {
			if p := without(r.abroad(r.parties(o.t, true), d.actor), d.actor); len(p) > 0 && (o.prep == "from" || o.prep == "of" || o.prep == "out") {
				d.recipient = p
				break
			}
		}
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
	for _, name := range []string{"attack", "weapon", "fire", "bombing", "aircraft", "fighting", "ship", "forces", "cyber", "aid", "vehicle"} {
		if set.has(r.x.class(name)) {
			for _, k := range r.kids[t] {
				rel := r.tok(k).Rel
				if is(rel, "nmod:poss") || rel == "amod" || rel == "compound" || is(rel, "nmod") && (r.prep(k) == "by" || name == "aid" && r.prep(k) == "from") {
					if p := r.parties(k, false); len(p) > 0 {
						return p
					}
				}
				if rel == "acl" && r.tok(k).XPOS == "VBN" && sets(r.lemma(k)) { // "a bomb planted by X"
					for _, g := range r.kids[k] {
						if is(r.tok(g).Rel, "obl") && r.prep(g) == "by" {
							if p := r.parties(g, true); len(p) > 0 {
								r.consumed[k] = true
								return p
							}
						}
					}
				}
			}
		}
	}
	return nil
}

// sets are verbs for how a weapon is put to use.
func sets(lemma string) bool {
	switch lemma {
	case "fire", "launch", "plant", "detonate", "set", "drop", "throw", "hurl", "lay", "carry", "mount", "stage", "conduct", "order", "deliver", "send":
		return true
	}
	return false
}

// blast reports whether somebody blows himself up.
func (r *run) blast(c *clause) bool {
	if c.obj < 0 || !strings.HasSuffix(r.lower(c.obj), "self") && !strings.HasSuffix(r.lower(c.obj), "selves") {
		return false
	}
	l := r.lemma(c.v)
	return l == "blow" || l == "explode" || l == "detonate"
}
