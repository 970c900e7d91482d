package event

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// aux gives the modal verb of a predicate in lower case, "" for none; "will" for
// "'ll" and "wo".
func (r *run) aux(v int) string {
	for _, k := range r.kids[v] {
		if r.tok(k).Rel != "aux" {
			continue
		}
		switch w := r.lower(k); w {
		case "will", "shall", "'ll", "’ll", "wo":
			return "will"
		case "would", "'d", "’d":
			return "would"
		case "could", "may", "might", "can", "must", "should", "ca":
			return w
		}
	}
	return ""
}

// modality tells how far a predicate is told as a fact, and whether it is denied.
func (r *run) modality(v int) (record.Modality, bool) {
	mod, neg := record.Asserted, false
	aux := r.aux(v)
	if h := r.tok(v).Head; aux == "" && h >= 0 && is(r.tok(v).Rel, "conj") && r.tok(v).XPOS == "VB" && r.child(v, "nsubj") < 0 {
		aux = r.aux(h) // "would end benefits and ban"
	}
	switch aux {
	case "will":
		mod = record.Future
	case "would":
		mod = record.Hypothetical
	case "could", "may", "might", "can", "ca":
		mod = record.Possible
	case "must", "should":
		mod = record.Hypothetical
	}
	if r.planned(v) {
		mod = record.Future
	}
	for _, k := range r.kids[v] {
		switch w := r.lower(k); w {
		case "not", "n't", "n’t":
			neg = neg || !r.only(k)
		case "never", "neither", "nor", "hardly", "without":
			neg = true
		case "no":
			neg = neg || r.tok(k).Rel == "det" || r.tok(k).Rel == "advmod"
		case "longer":
			if w := r.child(k, "advmod", "det"); w >= 0 && r.lower(w) == "no" {
				neg = true
			}
		}
		switch rel := r.tok(k).Rel; rel {
		case "nsubj", "obj", "nsubj:pass":
			if n := r.lower(k); n == "nobody" || n == "none" || n == "nothing" {
				neg = true
			}
			for _, g := range r.kids[k] {
				if r.tok(g).Rel == "det" && r.lower(g) == "no" && g+1 < len(r.s.Tokens) && r.lower(g+1) != "fly" && r.lower(g+1) != "go" && r.lower(g+1) != "first" {
					neg = true
				}
			}
		}
	}
	return mod, neg
}

// planned reports whether a predicate tells what is arranged: "is to visit".
func (r *run) planned(v int) bool {
	if r.tok(v).XPOS != "VB" || r.tok(v).Head >= 0 && r.tok(v).Rel != "ccomp" && r.tok(v).Rel != "conj" || v < 2 || r.lower(v-1) != "to" {
		return false
	}
	k := r.child(v, "cop", "aux")
	return k == v-2 && (r.lower(k) == "is" || r.lower(k) == "are") && r.child(v, "nsubj", "nsubj:outer") >= 0
}

// only reports whether a negation denies no more than that this was all: "not only".
func (r *run) only(not int) bool {
	if not+1 >= len(r.s.Tokens) {
		return false
	}
	switch r.lower(not + 1) {
	case "only", "just", "merely", "simply", "solely":
		return true
	}
	return false
}

// hypothetical reports whether token t, a governor of the predicate v or v itself,
// makes v something that need not have happened.
func (r *run) hypothetical(t, v int) bool {
	rel := r.tok(t).Rel
	for _, k := range r.kids[t] {
		if m := r.tok(k); m.Rel == "mark" || m.Rel == "advmod" {
			switch r.lower(k) {
			case "if", "unless", "whether", "lest", "until", "provided", "providing", "once":
				if is(rel, "advcl") || is(rel, "ccomp") || is(rel, "acl") || is(rel, "csubj") {
					return true
				}
			}
		}
	}
	if k := r.child(t, "aux"); k >= 0 && r.tok(t).XPOS == "VBN" && r.lower(k) == "had" { // "had X launched"
		if s := r.child(t, "nsubj"); s > k {
			return true
		}
	}
	if t != v && r.tok(t).UPOS == syntax.VERB && r.complementOf(v, t) {
		switch r.aux(t) {
		case "could", "may", "might", "can", "ca":
			return true
		case "would":
			if l := r.lemma(t); l == "make" || l == "see" || l == "mean" {
				return true
			}
		}
	}
	if t != v {
		switch strings.ToLower(r.lemma(t)) {
		case "deny", "hope", "fear", "imagine", "suppose", "prevent", "avoid", "consider", "doubt", "unlikely", "possible", "impossible", "worry", "likely", "risk", "need", "possibility", "prospect", "likelihood", "chance", "threat", "scenario", "question", "danger", "speculate", "expect", "rumor", "rumour", "propose", "suggest", "recommend", "advocate", "mull", "weigh", "contemplate", "goal", "aim", "wish", "dream", "forbid", "deter":
			return r.complementOf(v, t)
		}
	}
	return false
}

// complementOf reports whether v lies in a complement of t.
func (r *run) complementOf(v, t int) bool {
	for steps := 0; v >= 0 && v != t && steps < 20; steps++ {
		h := r.tok(v).Head
		if h == t {
			switch rel := r.tok(v).Rel; {
			case is(rel, "ccomp"), is(rel, "xcomp"), is(rel, "csubj"), is(rel, "acl"):
				return true
			}
			return false
		}
		v = h
	}
	return false
}

// extent gives the bytes that a clause covers: the predicate and all that hangs
// from it but joined clauses, clauses beside it and the marks around.
func (r *run) extent(c *clause) (from, to int) {
	from, to = r.tok(c.v).Start, r.tok(c.v).End
	var walk func(t int, top bool)
	walk = func(t int, top bool) {
		from, to = min(from, r.tok(t).Start), max(to, r.tok(t).End)
		for _, k := range r.kids[t] {
			rel := r.tok(k).Rel
			if top && (is(rel, "conj") && r.tok(k).UPOS == syntax.VERB || is(rel, "advcl") || rel == "parataxis" || rel == "punct" || rel == "cc" || rel == "discourse" || rel == "mark" || rel == "dislocated") {
				continue
			}
			if is(rel, "acl:relcl") || rel == "punct" && r.tok(k).End > to {
				continue
			}
			walk(k, false)
		}
	}
	walk(c.v, true)
	return from, to
}

// past reports whether the event is told as history: its own date lies more than
// a year before the report.
func (r *run) historical(d *draft, when record.When) bool {
	day := r.report.Published.Value
	if day == "" {
		day = r.report.Published.From
	}
	if len(day) < 4 || len(when.From) < 4 {
		return false
	}
	end := when.To
	if len(end) < 4 {
		end = when.From
	}
	year := func(d record.Date) int {
		n := 0
		for _, c := range d[:4] {
			if c < '0' || c > '9' {
				return 0
			}
			n = n*10 + int(c-'0')
		}
		return n
	}
	a, b := year(end), year(day)
	return a > 0 && b > 0 && (b-a > 1 || b-a == 1 && len(end) >= 7 && len(day) >= 7 && end[5:7] < day[5:7])
}

// conditional reports whether a clause of condition hangs from a predicate.
func (r *run) conditional(v int) bool {
	for _, k := range r.kids[v] {
		if is(r.tok(k).Rel, "advcl") && (r.marker(k, "if") || r.marker(k, "unless")) {
			return true
		}
	}
	return false
}

// unless reports whether a predicate has a clause that begins with "unless".
func (r *run) unless(v int) bool {
	for _, k := range r.kids[v] {
		if is(r.tok(k).Rel, "advcl") && r.marker(k, "unless") {
			return true
		}
	}
	return false
}
