package event

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// answered finds who made the offer, request or charge that an event takes up by a
// definite noun ("rejected the offer"): the actor of the last event of the sentence
// before, where it is another than this one's.
func (r *run) answered(d *draft) {
	o := d.clause.obj
	if len(d.recipient) > 0 || len(d.actor) == 0 || o < 0 || o >= len(r.s.Tokens) || r.now == 0 || d.clause.v != d.v {
		return
	}
	switch d.kind {
	case "REJECT", "AGREE", "SUPPORT", "CONCEDE", "ACCUSE":
	default:
		return
	}
	if det := r.child(o, "det"); det < 0 || r.lower(det) == "a" || r.lower(det) == "an" || r.lower(det) == "any" || r.child(o, "nmod", "acl") >= 0 {
		return
	}
	if set := r.class(o); !set.has(r.x.class("plan")) && !set.has(r.x.class("claim")) && !set.has(r.x.class("plan-demand")) {
		return
	}
	for i := len(r.events) - 1; i >= 0 && r.events[i].sentence >= r.now-1; i-- {
		e := &r.events[i]
		if e.sentence == r.now || len(e.actor) == 0 || e.reciprocal {
			continue
		}
		switch e.kind {
		case "AGREE", "REQUEST", "ACCUSE", "THREATEN", "CONSULT":
			d.recipient = without(e.actor, d.actor)
		}
		return
	}
}

// foreignOwn puts the other state of the report for "it" and "its" that would make
// somebody's own country the one he sends aid to or punishes.
func (r *run) foreignOwn(d *draft) {
	switch d.kind {
	case "SANCTION", "AID", "MOBILIZE":
	default:
		return
	}
	if o := d.clause.obj; d.mode == "expel" && len(d.recipient) == 0 && countries(d.actor) != "" && o >= 0 && o < len(r.s.Tokens) && d.clause.v == d.v {
		if k := r.child(o, "nmod:poss"); k >= 0 && r.tok(k).UPOS == syntax.PRON { // "expelled its ambassador": another's
			d.recipient = r.stateBefore(r.tok(k).Start, countries(d.actor))
		}
		return
	}
	if len(d.actor) != 1 || len(d.recipient) != 1 || countryOf(d.actor[0].Code) == "" || countryOf(d.actor[0].Code) != countryOf(d.recipient[0].Code) {
		return
	}
	switch strings.ToLower(d.recipient[0].Span.Text) {
	case "its", "it", "their", "them":
	default:
		return
	}
	if p := r.stateBefore(r.s.Start, countryOf(d.actor[0].Code)); len(p) > 0 {
		p[0].Span = d.recipient[0].Span
		d.recipient = p
	}
}

// stateBefore gives the state named last before a place of the text that is another
// than own.
func (r *run) stateBefore(at int, own string) []record.Party {
	var out []record.Party
	for k := range r.marks {
		m := r.marks[k]
		if m.start >= at {
			break
		}
		if m.actor < 0 || r.given.Actors[m.actor].Kind != record.State || m.form == "pronoun" {
			continue
		}
		if a := &r.given.Actors[m.actor]; countryOf(a.Code) != "" && countryOf(a.Code) != own {
			out = []record.Party{{Span: record.Cut(r.doc.Text, m.start, m.end), Actor: a.ID, Name: a.Name, Code: a.Code}}
		}
	}
	return out
}
