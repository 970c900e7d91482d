package event

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// sure is how sure the model must be before it tells an event that no row of the
// tables tells.
const sure = 0.9

// guess reads a sentence of which the tables tell nothing: where a verb joins two
// parties of different countries as its subject and in its object, the model
// tells what the one did to the other.
func (r *run) guess() {
	if r.x.pairs == nil {
		return
	}
	for v := range r.s.Tokens {
		if r.tok(v).UPOS != syntax.VERB || r.consumed[v] || r.idle(v) || empty(strings.ToLower(r.lemma(v))) {
			continue
		}
		if rel := r.tok(v).Rel; rel != "root" && rel != "ccomp" && rel != "conj" && rel != "parataxis" {
			continue
		}
		c := r.read(v)
		if c.subj < 0 || !anyCountry(c.subjs) {
			continue
		}
		mod, neg := r.modality(v)
		if mod == record.Possible || mod == record.Hypothetical || neg {
			continue
		}
		kind := "ASSAULT"
		to := without(r.around(v, kind, c.subjs), c.subjs)
		if len(to) == 0 || !anyCountry(to) || countryOf(to[0].Code) == countryOf(c.subjs[0].Code) || c.passive {
			continue
		}
		b := r.headIn(to[0].Span.Start, to[0].Span.End)
		f := r.pairTraits(c.subj, b)
		p := r.x.pairs.tell(&f)
		if p.Confidence < sure {
			continue
		}
		d := draft{kind: p.Root, v: v, sentence: r.now, clause: c, actor: c.subjs, recipient: to, modality: mod, rule: "event/model-1"}
		if d.kind == "YIELD" {
			d.kind = "CONCEDE"
		}
		d.from, d.to = r.extent(&c)
		r.adjust(&d, &c)
		r.keep(d)
		return
	}
}

// empty are verbs that tell no deed by themselves.
func empty(lemma string) bool {
	switch lemma {
	case "be", "have", "say", "tell", "do", "get", "know", "think", "believe", "see", "come", "go", "become", "seem", "appear", "show", "report",
		"add", "mean", "remain", "include", "contain", "note", "explain", "describe", "make", "take", "want", "need", "feel", "live", "find", "hear", "like", "read", "write", "belong", "share", "border", "speak", "use", "try", "begin", "start", "follow", "lead", "face", "cause", "suffer", "die", "leave", "stay", "work", "hope", "expect", "consider", "call", "keep", "put", "set", "turn", "happen", "tie", "link", "hold", "stand", "depend", "rely", "compare", "win", "lose", "play", "beat":
		return true
	}
	return false
}
