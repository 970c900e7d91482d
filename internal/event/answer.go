package event

import (
	"strings"

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
	if len(d.actor) != 1 || len(d.recipient) != 1 || countryOf(d.actor[0].Code) == "" || countryOf(d.actor[0].Code) != countryOf(d.recipient[0].Code) {
		return
	}
	switch strings.ToLower(d.recipient[0].Span.Text) {
	case "its", "it", "their", "them":
	default:
		return
	}
	own := countryOf(d.actor[0].Code)
	best := -1
	for k := range r.marks {
		m := r.marks[k]
		if m.start >= r.s.Start {
			break
		}
		if m.actor < 0 || r.given.Actors[m.actor].Kind != record.State || m.form == "pronoun" {
			continue
		}
		if c := countryOf(r.given.Actors[m.actor].Code); c != "" && c != own {
			best = m.actor
		}
	}
	if best >= 0 {
		a := &r.given.Actors[best]
		d.recipient = []record.Party{{Span: d.recipient[0].Span, Actor: a.ID, Name: a.Name, Code: a.Code}}
	}
}
