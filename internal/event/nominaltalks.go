package event

import (
	"sitrep/internal/syntax"
	"sitrep/record"
)

// talks reads what a noun of talking tells that is the subject of a verb of its
// course: "talks between X and Y resumed", "X's meeting with Y took place".
func (r *run) talks(t int) bool {
	set := r.class(t)
	fight := r.lemma(t) == "fighting" || r.lemma(t) == "clash" || r.lemma(t) == "battle" || r.lemma(t) == "skirmish"
	if !set.has(r.x.class("talks")) && !fight {
		return false
	}
	v := r.tok(t).Head
	if rel := r.tok(t).Rel; v < 0 || !is(rel, "nsubj") || !r.course(v) && !(fight && breaks(r.lemma(v))) || r.idle(v) || r.consumed[v] {
		return false
	}
	d := draft{kind: "CONSULT", cameo: "040", v: t, sentence: r.now, rule: "event/talks"}
	if fight {
		d.kind, d.cameo, d.rule = "ASSAULT", "190", "event/fighting"
	}
	d.modality, d.negated = r.modality(v)
	for _, k := range r.kids[t] {
		rel, prep := r.tok(k).Rel, r.prep(k)
		switch {
		case is(rel, "nmod") && (prep == "between" || prep == "among" || prep == "of"):
			if p := r.parties(k, true); len(p) > 1 {
				d.actor, d.reciprocal = p, true
			}
		case is(rel, "nmod") && prep == "with" && !d.reciprocal:
			d.recipient = r.parties(k, true)
		case (is(rel, "nmod:poss") || rel == "amod" || rel == "compound") && len(d.actor) == 0:
			if d.actor = r.parties(k, false); len(d.actor) > 1 {
				d.reciprocal = true
			}
		}
	}
	if len(d.actor) == 0 || !d.reciprocal && len(d.recipient) == 0 {
		return false
	}
	from, to := r.s.Extent(t)
	d.from, d.to = min(r.tok(from).Start, r.tok(v).Start), max(r.tok(to-1).End, r.tok(v).End)
	if fight && !d.reciprocal {
		return false
	}
	if d.modality == record.Future {
		if fight {
			return false
		}
		d.kind, d.cameo, d.modality = "AGREE", "030", record.Asserted
	}
	r.consumed[t] = true
	if fight {
		r.consumed[v] = true
	}
	r.keep(d)
	return true
}

// course reports whether a verb tells that what is its subject goes on.
func (r *run) course(v int) bool {
	switch r.lemma(v) {
	case "begin", "start", "open", "resume", "restart", "continue", "end", "conclude", "hold", "take", "focus", "centre", "center", "last", "last-ditch", "enter", "address", "cover", "drag", "yield", "produce":
		return true
	}
	return false
}

// decreed reads an order that tells its outcome: "ordered three diplomats
// expelled", "wants X jailed" tells none.
func (r *run) decreed(c *clause) (draft, bool) {
	if r.lemma(c.v) != "order" || c.obj < 0 || c.passive {
		return draft{}, false
	}
	for _, list := range [][]int{r.kids[c.v], r.kids[c.obj]} {
		for _, k := range list {
			rel := r.tok(k).Rel
			if k < c.obj || r.tok(k).XPOS != "VBN" && r.tok(k).XPOS != "VBD" || r.marker(k, "to") || !(rel == "acl" || rel == "xcomp" || rel == "ccomp" || is(rel, "advcl")) {
				continue
			}
			in, ok := r.sense(k, 1)
			if !ok || in.kind != "COERCE" && in.kind != "SANCTION" && in.kind != "RETREAT" && in.kind != "CONCEDE" {
				continue
			}
			r.swallow(k)
			d := draft{kind: in.kind, mode: in.mode, cameo: in.cameo, v: c.v, sentence: r.now, clause: *c, actor: c.subjs, rule: "event/decreed"}
			d.modality, d.negated = r.modality(c.v)
			d.from, d.to = r.extent(c)
			if d.recipient = without(r.parties(c.obj, true), d.actor); len(d.recipient) == 0 {
				d.recipient = without(in.recipient, d.actor)
			}
			return d, len(d.recipient) > 0
		}
	}
	return draft{}, false
}

// blamed reads "said X was responsible", "says X is behind the attack": who says so
// accuses.
func (r *run) blamed(c *clause, d draft, v int) (draft, bool) {
	switch r.lemma(v) {
	case "responsible", "guilty", "accountable", "culpable", "liable":
	case "blame":
		if !r.marker(v, "to") {
			return d, false
		}
	default:
		return d, false
	}
	sub := r.child(v, "nsubj")
	if sub < 0 || len(c.subjs) == 0 || r.tok(v).UPOS == syntax.VERB && r.lemma(v) != "blame" {
		return d, false
	}
	if mod, neg := r.modality(v); neg || mod == record.Hypothetical || mod == record.Possible {
		return d, false
	}
	d.kind, d.mode, d.cameo = "ACCUSE", "allege", "112"
	d.recipient = without(r.parties(sub, true), d.actor)
	if !anyCountry(d.recipient) || same(d.recipient[0], c.subjs[0]) {
		return d, false
	}
	r.swallow(v)
	return d, true
}

// pushing reads "is pushing for X to do", "pressed for X doing": a demand that a
// clause behind "for" tells.
func (r *run) pushing(c *clause) (draft, bool) {
	switch r.lemma(c.v) {
	case "push", "press", "lobby", "campaign", "plead":
	default:
		return draft{}, false
	}
	for _, k := range r.kids[c.v] {
		rel := r.tok(k).Rel
		if !(rel == "ccomp" || rel == "xcomp" || is(rel, "advcl")) || !r.marker(k, "for") || c.passive || c.obj >= 0 {
			continue
		}
		sub := r.child(k, "nsubj")
		if sub < 0 {
			continue
		}
		in, ok := r.sense(k, 1)
		r.swallow(k)
		d := draft{kind: "REQUEST", cameo: "100", v: c.v, sentence: r.now, clause: *c, actor: c.subjs, rule: "event/pushing"}
		if ok {
			d.mode = demandMode(in)
		}
		d.modality, d.negated = r.modality(c.v)
		d.from, d.to = r.extent(c)
		d.recipient = without(r.parties(sub, false), d.actor)
		return d, len(d.recipient) > 0
	}
	return draft{}, false
}

// localPower gives the state in which somebody was arrested where nobody is told to
// have done it.
func (r *run) localPower(c *clause) []record.Party {
	look := c.obls
	for _, o := range look {
		if o.prep != "in" || r.temporal(o.t) || !r.isPlace(o.t) {
			continue
		}
		if p := r.parties(o.t, false); len(p) == 1 && r.markedState(o.t) && countryOf(p[0].Code) == p[0].Code {
			return p
		}
	}
	return nil
}

// breaks are verbs for what fighting does.
func breaks(lemma string) bool {
	switch lemma {
	case "leave", "kill", "erupt", "break", "rage", "intensify", "spread", "flare", "claim", "force", "occur", "escalate", "displace", "wound":
		return true
	}
	return false
}

// turned swaps the parties of verbs whose subject is done something to: who
// receives aid from X is aided by X, who dies in an attack by X is attacked.
func (r *run) turned(d *draft, c *clause) {
	if c.passive {
		return
	}
	switch r.lemma(c.v) {
	case "receive", "get", "obtain", "secure":
		if d.kind != "AID" {
			return
		}
		for _, o := range c.obls {
			if p := r.parties(o.t, true); o.prep == "from" && len(p) > 0 {
				d.actor, d.recipient = p, without(c.subjs, p)
				return
			}
		}
	case "die", "perish":
		if d.kind != "ASSAULT" {
			return
		}
		d.recipient, d.actor = c.subjs, nil
		for _, o := range c.obls {
			if o.prep != "in" || r.temporal(o.t) {
				continue
			}
			for _, k := range r.kids[o.t] {
				rel, prep := r.tok(k).Rel, r.prep(k)
				if is(rel, "nmod:poss") || rel == "amod" || rel == "compound" || is(rel, "nmod") && (prep == "with" || prep == "by") {
					if p := without(r.parties(k, false), c.subjs); len(p) > 0 {
						d.actor = p
						return
					}
				}
			}
			for _, with := range c.obls { // "in a clash with X", hung from the verb
				if p := without(r.parties(with.t, false), c.subjs); (with.prep == "with" || with.prep == "by") && len(p) > 0 {
					d.actor = p
					return
				}
			}
		}
	}
}
