package event

import "sitrep/internal/syntax"

// buried finds the subject and the object of a sentence's only verb where the parser
// took it for an adjective: "Gondria sheltered Arnorian refugees", read as refugees
// that are sheltered. It gives -1 for a true adjective.
func (r *run) buried(v int) (subj, obj int) {
	h := r.tok(v).Head
	if v == 0 || h <= v || r.tok(v).UPOS != syntax.VERB || r.tok(v).Rel != "amod" {
		return -1, -1
	}
	if s := r.child(v, "nsubj"); r.tok(v).XPOS == "VBD" && s >= 0 && s < v && r.tok(h).Head < 0 {
		return s, h // "Gondria imposed sanctions": a finite verb with a subject is no adjective
	}
	if r.tok(v).XPOS != "VBN" {
		return -1, -1
	}
	before := v - 1
	if u := r.tok(before).UPOS; u != syntax.NOUN && u != syntax.PROPN {
		return -1, -1
	}
	switch {
	case r.tok(before).Head == h && r.tok(h).Head < 0 && r.tok(before).Rel == "compound":
	case r.tok(h).Head == before && r.tok(before).Head < 0:
	default:
		return -1, -1
	}
	for t := range r.s.Tokens { // any other verb may be the sentence's own
		switch r.tok(t).XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return -1, -1
		}
	}
	return before, h
}
