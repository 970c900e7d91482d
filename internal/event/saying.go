package event

import (
	"sitrep/internal/syntax"
	"sitrep/record"
)

// stopping: what is brought to an end.
func (r *run) stopping(c *clause, d *draft, in draft, ok bool) bool {
	if !ok {
		return false
	}
	switch in.kind {
	case "ASSAULT", "MOBILIZE":
		d.kind, d.mode, d.cameo = "RETREAT", "ceasefire", "0871"
	case "AID", "COOPERATE", "CONSULT", "SUPPORT":
		d.kind, d.mode, d.cameo = "SANCTION", "discontinue", "160"
	case "PROTEST", "COERCE", "SANCTION":
		d.kind, d.cameo = "CONCEDE", "080"
	default:
		return false
	}
	return true
}

// saying reads a complement of speech: a demand ("X must"), a refusal or a promise
// of one's own ("it would return"). Anything else is an event of its own that the
// loop over predicates reads.
func (r *run) saying(c *clause, depth int) (draft, bool) {
	v := c.ccomp
	if v < 0 {
		return draft{}, false
	}
	aux := r.aux(v)
	in, ok := r.sense(v, depth+1)
	own := false
	sub := r.child(v, "nsubj")
	if sub >= 0 && len(c.subjs) > 0 {
		p := r.parties(sub, false)
		pronoun := r.tok(sub).UPOS == syntax.PRON
		own = pronoun && len(p) == 0 || len(p) > 0 && (same(p[0], c.subjs[0]) ||
			countryOf(p[0].Code) == countryOf(c.subjs[0].Code) && (pronoun || countryOf(p[0].Code) != "" && allied(sectorOf(p[0].Code), sectorOf(c.subjs[0].Code))))
	}
	d := draft{v: c.v, sentence: r.now, clause: *c, actor: c.subjs, rule: "event/saying"}
	d.modality, _ = r.modality(c.v)
	d.from, d.to = r.extent(c)
	if aux == "" && !own && sub >= 0 && len(c.subjs) > 0 && (r.charged(v) || r.lemma(c.v) == "allege" || r.lemma(c.v) == "charge" || r.lemma(c.v) == "complain") {
		return r.charge(c, d, v, sub)
	}
	if b, ok := r.blamed(c, d, v); ok && aux == "" {
		return b, true
	}
	demanded := !own || sub >= 0 && r.tok(sub).UPOS != syntax.PRON && !r.sames(sub, c.subjs)
	switch {
	case (aux == "will" || aux == "would") && own && !ok && fierce(r.lemma(v)):
		if _, neg := r.modality(v); neg {
			return draft{}, false
		}
		d.kind, d.mode, d.cameo = "THREATEN", "violence", "138"
		if d.recipient = r.around(v, "THREATEN", d.actor); len(d.recipient) == 0 {
			r.conditioned(&d, v)
		}
		r.swallow(v)
		return d, true
	case (aux == "must" || aux == "should") && demanded && len(c.subjs) > 0 && sub >= 0 && !r.inverted(v, sub) && r.child(v, "aux:pass") < 0 && !r.marker(v, "have"):
		d.kind, d.cameo = "REQUEST", "100"
		if aux == "should" {
			d.cameo = "020"
		}
		if ok {
			d.mode = demandMode(in)
		}
		d.recipient = without(r.parties(sub, false), d.actor)
		if len(d.recipient) == 0 && ok {
			d.recipient = without(in.recipient, d.actor)
		}
		if !anyCountry(d.recipient) {
			return draft{}, false
		}
		r.swallow(v)
		return d, true
	case (aux == "will" || aux == "would") && own && ok:
		if len(in.actor) > 0 && r.tok(sub).UPOS != syntax.PRON {
			d.actor = in.actor
		}
		d.recipient = without(in.recipient, d.actor)
		_, neg := r.modality(v)
		switch {
		case neg && !conflict(in.kind):
			d.kind, d.mode, d.cameo = "REJECT", demandMode(in), "120"
		case neg:
			return draft{}, false
		case in.kind == "COERCE" && in.mode == "restrict" && r.foreign(&d):
			d.kind, d.cameo, d.modality = "SANCTION", "163", record.Future
		case r.unless(v):
			d.kind, d.mode, d.cameo = "THREATEN", threatMode(in), "130"
		case in.kind == "SANCTION" && (in.mode == "discontinue" || in.mode == "expel" || in.mode == "withdraw" || r.conditional(v)):
			d.kind, d.mode, d.cameo = "THREATEN", threatMode(in), "131"
		case in.kind == "SANCTION":
			d.kind, d.mode, d.cameo, d.modality = in.kind, in.mode, in.cameo, record.Future
		case conflict(in.kind):
			d.kind, d.mode, d.cameo = "THREATEN", threatMode(in), "130"
		case in.kind == "ACCUSE" || in.kind == "REQUEST":
			return draft{}, false
		default:
			d.kind, d.mode, d.cameo = "AGREE", "", "030"
		}
		if len(d.recipient) == 0 && d.kind != "THREATEN" {
			d.recipient = r.around(v, d.kind, d.actor)
		}
		if len(d.recipient) == 0 && d.kind == "THREATEN" {
			r.conditioned(&d, v)
		}
		r.swallow(v)
		return d, true
	}
	return draft{}, false
}

// sames reports whether a subject means the first of a list, by actor and office.
func (r *run) sames(sub int, list []record.Party) bool {
	p := r.parties(sub, false)
	return len(p) > 0 && len(list) > 0 && (same(p[0], list[0]) || p[0].Code == list[0].Code)
}

// allied reports whether who has one sector may speak for who has the other: not
// rebels for a government.
func allied(a, b string) bool {
	return against(a) == against(b)
}

func against(sector string) bool {
	switch sector {
	case "REB", "OPP", "UAF", "CVL", "CRM":
		return true
	}
	return false
}
