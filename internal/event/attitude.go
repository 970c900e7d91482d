package event

// attitude reads an adjective for how somebody stands towards another: "critical
// of X", "opposed to X's plan", "grateful to X". It needs whom it is about.
func (r *run) attitude(d *draft, t int) bool {
	if d.negated || len(d.actor) == 0 {
		return false
	}
	switch r.lemma(t) {
	case "opposed":
		d.kind, d.cameo = "REJECT", "120"
	case "supportive", "grateful", "thankful", "appreciative":
		d.kind, d.cameo = "SUPPORT", "051"
	default:
		d.kind, d.mode, d.cameo = "ACCUSE", "disapprove", "111"
	}
	r.not, r.sure = d.actor, false
	for _, o := range d.clause.obls {
		switch o.prep {
		case "of", "to", "with", "at", "about", "over":
			if len(d.recipient) == 0 && !r.temporal(o.t) {
				d.recipient = without(r.inside(o.t, d.kind, 0), d.actor)
			}
		}
	}
	r.not = nil
	return r.foreign(d)
}
