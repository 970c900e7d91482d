package event

import (
	"sitrep/internal/syntax"
)

// trim leaves out of an event's extent the phrases that follow its recipient and
// name neither a time nor a place: they tell something else.
func (r *run) trim(d *draft) {
	end := -1
	for _, p := range d.recipient {
		end = max(end, p.Span.End)
	}
	if end <= d.from || end >= d.to || d.clause.v != d.v {
		return
	}
	for _, o := range d.clause.obls {
		if o.t >= len(r.s.Tokens) || r.tok(o.t).Start < end {
			continue
		}
		if from, to := r.s.Extent(o.t); r.tok(from).Start >= end && r.tok(to-1).End == d.to && !r.temporal(o.t) && !r.isPlace(o.t) {
			d.to = r.tok(from).Start
			for d.to > d.from && r.doc.Text[d.to-1] == ' ' {
				d.to--
			}
		}
	}
	r.trimPhrase(d, end)
}

// trimPhrase leaves out the last phrase that hangs from what stands before the end
// of the recipient, where it names no time and no place.
func (r *run) trimPhrase(d *draft, end int) {
	for t := range r.s.Tokens {
		h := r.tok(t).Head
		if r.tok(t).Start < end || h < 0 || r.tok(h).Start >= end || r.tok(h).Start < d.from || !is(r.tok(t).Rel, "nmod") {
			continue
		}
		from, to := r.s.Extent(t)
		if r.tok(from).Start < end || r.tok(to-1).End < d.to || r.tok(from).UPOS != syntax.ADP || r.situated(from, to) {
			continue
		}
		d.to = min(d.to, r.tok(from).Start)
		for d.to > d.from && r.doc.Text[d.to-1] == ' ' {
			d.to--
		}
	}
}

// situated reports whether a stretch names a time or a place.
func (r *run) situated(from, to int) bool {
	for t := from; t < to; t++ {
		if r.isPlace(t) || r.dated(t) {
			return true
		}
	}
	for i := range r.given.Times {
		if sp := r.given.Times[i].Span; sp.Start < r.tok(to-1).End && r.tok(from).Start < sp.End {
			return true
		}
	}
	return false
}
