package statement

import (
	"sitrep/record"
)

// said dates statements: a time that stands in the cue's clause, outside the
// content, says when it was said. Where the content itself tells of a signal
// ("sent out feelers last autumn, according to …"), its time is that of the signal.
func (w *work) said() {
	ti := 0
	for i := range w.out {
		s, a := &w.out[i], w.from[i]
		if a == nil || s.Cue == nil {
			continue
		}
		v := a.v
		for ti < len(w.times) && w.times[ti].Span.End <= v.Start {
			ti++
		}
		for ti > 0 && w.times[ti-1].Span.End > v.Start {
			ti--
		}
		for t := ti; t < len(w.times) && w.times[t].Span.Start < v.End; t++ {
			if w.dates(a, s, &w.times[t]) {
				s.Said = when(&w.times[t])
				break
			}
		}
	}
}

func when(t *record.Time) record.When {
	out := record.When{From: t.From, To: t.To, Bound: t.Bound}
	if out.From == "" && out.To == "" && len(t.Value) > 0 && t.Value[0] >= '0' && t.Value[0] <= '9' {
		out.From = record.Date(t.Value)
	}
	return out
}

func (w *work) dates(a *attribution, s *record.Statement, t *record.Time) bool {
	if t.Type == "DURATION" || t.Type == "SET" || t.From == "" && t.Value == "" {
		return false
	}
	v := a.v
	i := v.TokenAt(t.Span.Start)
	if i >= len(v.Tokens) {
		return false
	}
	if s.Source.Overlaps(t.Span) {
		return false
	}
	inside := false
	for _, c := range s.Content {
		inside = inside || c.Covers(t.Span)
	}
	if inside {
		return w.signalled(a, i)
	}
	// Climb from the time to the verb it hangs from.
	last := v.TokenAt(t.Span.End - 1)
	top := i
	for j := i; j <= last && j < len(v.Tokens); j++ {
		if h := v.Tokens[j].Head; h < i || h > last {
			top = j
		}
	}
	for h, steps := v.Tokens[top].Head, 0; h >= 0 && steps < 6; h, steps = v.Tokens[h].Head, steps+1 {
		if a.cue.has(h) {
			return true
		}
		if v.verbal(h) {
			// Between cue and content nothing else can be dated.
			return a.cueAt < i && len(a.content) > 0 && i < a.content[0].from && a.content[0].from-a.cueAt < 12
		}
	}
	return false
}

// signalled reports whether the content's own predicate is a signal that token i
// dates.
func (w *work) signalled(a *attribution, i int) bool {
	v := a.v
	h := v.clause(i)
	if h < 0 {
		return false
	}
	for _, k := range v.kids(h) {
		if v.rel(k) == "obj" || v.rel(k) == "obl" {
			switch v.lemma(k) {
			case "feeler", "feelers", "signal", "message", "overture", "hint":
				return (a.rule == "statement/according-to" || a.rule == "statement/as-clause") && !w.cueAt(v, k)
			}
		}
	}
	return false
}

// cueAt reports whether token k belongs to a cue of its own, which the time then
// dates.
func (w *work) cueAt(v *view, k int) bool {
	for i := range w.all {
		if w.all[i].v == v && w.all[i].cue.has(k) {
			return true
		}
	}
	return false
}
