package event

import "sitrep/internal/syntax"

// double are verbs with two objects: to whom, and what.
func double(lemma string) bool {
	switch lemma {
	case "give", "offer", "grant", "send", "lend", "hand", "promise", "award", "pay", "sell", "loan", "accord", "deliver", "issue":
		return true
	}
	return false
}

// second finds what is given where the parser took it for a complement, a second
// object or a phrase of measure, and whom it is given for the only object.
func (r *run) second(c *clause) {
	to := len(r.parties(c.obj, false)) > 0
	if !to {
		return
	}
	for _, k := range r.kids[c.v] {
		if k <= c.obj || r.tok(k).UPOS != syntax.NOUN && r.tok(k).UPOS != syntax.NUM && r.tok(k).UPOS != syntax.SYM || r.prep(k) != "" || r.temporal(k) {
			continue
		}
		switch rel := r.tok(k).Rel; {
		case rel == "xcomp", rel == "obj", is(rel, "obl"):
			c.iobj, c.obj = c.obj, k
			if c.xcomp == k {
				c.xcomp = -1
			}
			for i, o := range c.obls {
				if o.t == k {
					c.obls = append(c.obls[:i:i], c.obls[i+1:]...)
					break
				}
			}
			return
		}
	}
}
