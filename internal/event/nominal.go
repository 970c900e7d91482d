package event

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// nominalPredicate reads an adjective or a noun that stands where a verb would:
// "is ready to talk", "remains on alert", "was guilty of".
func (r *run) nominalPredicate(t int) {
	if r.idle(t) {
		return
	}
	c := r.read(t)
	if c.subj < 0 && r.lemma(t) != "question" {
		return
	}
	d := draft{v: t, sentence: r.now, clause: c, actor: c.subjs, rule: "event/predicate"}
	d.modality, d.negated = r.modality(t)
	d.from, d.to = r.extent(&c)
	inner := max(c.xcomp, c.ccomp)
	if inner < 0 {
		inner = r.child(t, "advcl", "acl", "xcomp", "ccomp")
	}
	if inner >= 0 && !r.marker(inner, "to") {
		inner = -1
	}
	switch r.lemma(t) {
	case "question":
		if p := r.prep(t); p != "out" && p != "beyond" {
			return
		}
		r.outOfQuestion(d, t)
		return
	case "ready", "willing", "prepared", "eager", "keen", "set", "open", "committed":
		if inner < 0 || len(c.subjs) == 0 {
			return
		}
		in, ok := r.sense(inner, 1)
		r.swallow(inner)
		d.kind, d.cameo = "AGREE", "030"
		if ok && conflict(in.kind) && in.kind != "MOBILIZE" {
			d.kind, d.mode, d.cameo = "THREATEN", threatMode(in), "130"
		}
		if ok {
			d.recipient = without(in.recipient, d.actor)
		}
		if len(d.recipient) == 0 {
			d.recipient = r.around(inner, d.kind, d.actor)
		}
		if d.negated {
			d.kind, d.mode, d.cameo, d.negated = "REJECT", demandMode(in), "120", false
		}
	case "unwilling", "reluctant":
		if inner < 0 || len(c.subjs) == 0 {
			return
		}
		in, _ := r.sense(inner, 1)
		r.swallow(inner)
		d.kind, d.mode, d.cameo = "REJECT", demandMode(in), "120"
		d.recipient = without(in.recipient, d.actor)
	case "critical", "contemptuous", "dismissive", "disapproving", "angry", "furious", "displeased", "dissatisfied", "unhappy", "outraged", "opposed", "supportive", "grateful", "thankful", "appreciative":
		if !r.attitude(&d, t) {
			return
		}
	case "alert", "standby":
		d.kind, d.mode, d.cameo = "MOBILIZE", "troops", "152"
		for _, o := range c.obls {
			if !r.temporal(o.t) && o.prep != "on" {
				d.recipient = append(d.recipient, without(r.parties(o.t, true), d.actor)...)
			}
		}
	case "visit", "trip", "tour":
		if r.prep(t) != "on" || !anyCountry(d.actor) {
			return
		}
		d.kind, d.mode, d.cameo = "CONSULT", "visit", "042"
		for _, k := range r.kids[t] {
			if is(r.tok(k).Rel, "nmod") && (r.prep(k) == "to" || r.prep(k) == "in" || r.prep(k) == "of") && len(d.recipient) == 0 && !r.temporal(k) {
				d.recipient = without(r.parties(k, true), d.actor)
			}
		}
		if len(d.recipient) == 0 {
			return
		}
	case "strike":
		if r.prep(t) != "on" {
			return
		}
		d.kind, d.mode, d.cameo = "PROTEST", "strike", "143"
	case "guilty":
		for _, k := range r.kids[t] {
			if r.tok(k).UPOS == syntax.VERB {
				if in, ok := r.sense(k, 1); ok {
					d.kind, d.mode, d.cameo, d.recipient = in.kind, in.mode, in.cameo, without(in.recipient, d.actor)
					d.reciprocal = len(d.actor) > 1 && len(d.recipient) == 0
					r.swallow(k)
				}
			}
		}
	default:
		return
	}
	if d.kind != "" {
		r.keep(d)
	}
}

// nominal reads a noun that tells a deed: "the shelling of X by Gondrian forces".
// It needs both an actor and a recipient that its own phrase names.
func (r *run) nominal(t int) {
	if r.talks(t) {
		return
	}
	deed, ok := r.x.deeds[strings.ToLower(r.lemma(t))]
	if !ok || !deed.alone || r.idleNoun(t) {
		return
	}
	d := draft{v: t, sentence: r.now, kind: deed.kind, mode: deed.mode, cameo: deed.cameo, rule: "event/noun", modality: record.Asserted}
	for _, k := range r.kids[t] {
		rel, prep := r.tok(k).Rel, r.prep(k)
		switch {
		case is(rel, "nmod:poss"), rel == "amod", rel == "compound":
			if len(d.actor) == 0 {
				d.actor = r.parties(k, false)
			}
		case is(rel, "nmod") && prep == "by":
			d.actor = r.parties(k, false)
		case is(rel, "nmod") && (prep == "of" || prep == "on" || prep == "against" || prep == "in" && len(d.recipient) == 0 || prep == "to" && deed.mode == "visit" || prep == "from" && deed.mode == "withdraw"):
			if !r.temporal(k) {
				if p := r.parties(k, true); len(p) > 0 {
					d.recipient = p
				}
			}
		}
	}
	if len(d.actor) == 0 {
		d.actor = r.byPhrase(t)
	}
	d.recipient = without(d.recipient, d.actor)
	if len(d.actor) == 0 || len(d.recipient) == 0 {
		return
	}
	from, to := r.s.Extent(t)
	d.from, d.to = r.tok(from).Start, r.tok(to-1).End
	r.keep(d)
}

// idleNoun reports whether a deed's noun is not told as done: it is threatened,
// possible, prevented or denied, or part of what a clause already told.
func (r *run) idleNoun(t int) bool {
	for _, k := range r.kids[t] {
		switch r.lower(k) {
		case "possible", "potential", "any", "future", "no", "alleged", "imminent", "feared", "planned", "threatened", "further", "new", "such", "attempted", "would-be", "hypothetical", "anticipated", "expected", "looming", "impending", "likely", "full-scale-not":
			return true
		}
	}
	h := r.tok(t).Head
	for steps := 0; h >= 0 && steps < 10; steps++ {
		switch strings.ToLower(r.lemma(h)) {
		case "prevent", "avoid", "deter", "threaten", "deny", "plan", "prepare", "repel", "repulse", "thwart", "foil", "warn", "risk", "threat", "fear", "possibility", "stop", "halt", "end", "accuse", "allege", "expect", "anticipate", "consider", "suspect", "potential", "prospect", "likelihood", "chance", "scenario", "discuss", "demand", "call", "urge", "predict", "rule", "reject", "oppose":
			return true
		}
		if a := r.aux(h); a == "could" || a == "may" || a == "might" || a == "would" || a == "will" || a == "can" || a == "should" {
			return true
		}
		h = r.tok(h).Head
	}
	return false
}

// outOfQuestion reads "doing X is out of the question": a refusal by who says so.
func (r *run) outOfQuestion(d draft, t int) {
	h := r.tok(t).Head
	if h < 0 || r.tok(h).UPOS != syntax.VERB {
		return
	}
	up := r.read(h)
	d.actor, d.kind, d.cameo = up.subjs, "REJECT", "120"
	for _, k := range r.kids[t] {
		if is(r.tok(k).Rel, "csubj") {
			in, _ := r.sense(k, 1)
			d.mode = demandMode(in)
			d.recipient = without(in.recipient, d.actor)
			if len(d.recipient) == 0 {
				d.recipient = r.around(k, "REJECT", d.actor)
			}
		} else if is(r.tok(k).Rel, "nsubj") {
			r.not = d.actor
			d.recipient = r.inside(k, "REJECT", 0)
			r.not = nil
		}
	}
	r.keep(d)
}
