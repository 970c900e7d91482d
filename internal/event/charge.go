package event

import (
	"sitrep/internal/syntax"
	"sitrep/record"
)

// charged reports whether what is said of somebody is a charge: a wrong, blame, or
// a word of reproof.
func (r *run) charged(v int) bool {
	if _, neg := r.modality(v); neg {
		return false
	}
	lemma := r.lemma(v)
	switch r.tok(v).UPOS {
	case syntax.VERB:
		switch lemma {
		case "violate", "breach", "provoke", "interfere", "meddle", "mistreat", "lie", "sabotage", "undermine", "persecute", "harbor", "harbour", "instigate", "incite", "orchestrate", "mastermind", "sponsor", "infringe", "fabricate", "collude", "conspire", "plot", "oppress", "bribe", "rig", "intimidate", "massacre", "torture":
			return true
		case "arm", "shelter", "steal", "aid", "train", "finance", "fund", "spy", "cheat":
			return (r.tok(v).XPOS == "VBG" || lemma == "steal" || lemma == "cheat") && r.child(v, "aux") >= 0
		}
	case syntax.ADJ:
		switch lemma {
		case "responsible":
			return r.child(v, "obl", "nmod") >= 0
		case "guilty", "unacceptable", "irresponsible", "illegal", "hypocritical", "unfair", "selfish", "insensitive", "arrogant", "reckless", "shameful", "deplorable", "unjust", "dishonest", "cowardly", "barbaric", "intransigent", "inflexible", "complicit", "culpable", "disgraceful", "immoral", "cynical", "ungrateful", "untrustworthy":
			return true
		}
	case syntax.NOUN, syntax.PROPN:
		p := r.prep(v)
		return p == "behind" || lemma == "blame" && p == "to" || lemma == "fault" && p == "at" || lemma == "violation" && p == "in"
	}
	return false
}

// charge makes the accusation of one country, or one who speaks for it, by another.
func (r *run) charge(c *clause, d draft, v, sub int) (draft, bool) {
	r.not = d.actor
	d.recipient = without(r.inside(sub, "ACCUSE", 0), d.actor)
	r.not = nil
	if !r.foreign(&d) && !(insiders(d.actor) && anyCode(d.recipient)) || len(d.actor) == 0 || sectorOf(d.actor[0].Code) == "JRN" {
		return draft{}, false
	}
	d.kind, d.mode, d.cameo = "ACCUSE", "allege", "112"
	if r.tok(v).UPOS == syntax.ADJ && r.lemma(v) != "responsible" && r.lemma(v) != "guilty" {
		d.mode, d.cameo = "disapprove", "111"
	}
	d.modality = record.Asserted
	r.swallow(v)
	return d, true
}

// circle gives who stands around a verb, its subject before its objects.
func (r *run) circle(v int, actors []record.Party) []record.Party {
	if s := r.child(v, "nsubj"); s >= 0 {
		if p := without(r.parties(s, false), actors); len(p) > 0 {
			return p
		}
	}
	return r.around(v, "THREATEN", actors)
}

// conditioned takes for the one threatened who stands in the threat's condition: "if
// X attacked".
func (r *run) conditioned(d *draft, v int) {
	for _, k := range r.kids[v] {
		if (is(r.tok(k).Rel, "advcl") || r.tok(k).Rel == "ccomp" && (r.marker(k, "if") || r.marker(k, "unless"))) && len(d.recipient) == 0 {
			d.recipient = r.circle(k, d.actor)
		}
	}
}

// speaker gives who says what the predicate v tells: an "it" that nothing else
// resolves is the one who speaks.
func (r *run) speaker(v int) []record.Party {
	h := r.tok(v).Head
	if h < 0 || !is(r.tok(v).Rel, "ccomp") {
		return nil
	}
	switch r.lemma(h) {
	case "say", "announce", "declare", "add", "state", "insist", "reiterate", "warn", "threaten", "promise", "confirm":
		if s := r.child(h, "nsubj"); s >= 0 {
			return r.parties(s, false)
		}
	}
	return nil
}

// grave reports whether what somebody is warned of is war or consequences.
func (r *run) grave(v int) bool {
	switch r.lemma(v) {
	case "regret", "pay", "suffer":
		return true
	case "mean", "lead", "result", "trigger", "provoke", "cause", "face", "bring", "risk", "entail", "spark":
	default:
		return false
	}
	for _, k := range r.kids[v] {
		if set := r.class(k); set.has(r.x.class("war")) || set.has(r.x.class("consequence")) || set.has(r.x.class("sanctions")) || set.has(r.x.class("revenge")) {
			return true
		}
	}
	return false
}
