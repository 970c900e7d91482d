package statement

import (
	"sitrep/internal/syntax"
	"sitrep/record"
)

// andAdded mends "said A and added that B", where the second verb was joined to
// what was said first.
func (m *mender) andAdded(i int) {
	v := m.v
	h := v.Tokens[i].Head
	if v.rel(i) != "conj" || h < 0 || v.kid(i, "nsubj", "nsubj:pass", "aux:pass") >= 0 {
		return
	}
	e := m.verbs[v.lemma(i)]
	if e == nil || e.class != "speech" {
		return
	}
	subj := v.kid(h, "nsubj", "nsubj:pass")
	dumb := subj >= 0 && (v.Tokens[subj].Rel == "nsubj:pass" || v.Tokens[subj].UPOS == syntax.NOUN && m.sources[v.lemma(subj)] == "")
	// "told them that it has failed, and rejected claims": the second verb shares its
	// tense with the first, not with what was told.
	past := v.Tokens[i].XPOS == "VBD" && v.rel(h) == "ccomp" && v.Tokens[h].XPOS != "VBD" && v.kid(h, "aux", "cop") >= 0 && m.nowAt(h) && v.Tokens[h].Head >= 0 && v.Tokens[v.Tokens[h].Head].XPOS == "VBD"
	if !past && !dumb && (!outer[v.lemma(i)] || v.kid(i, "ccomp") < 0 || v.kid(i, "aux") >= 0) {
		return
	}
	for steps := 0; h >= 0 && steps < 6; steps++ {
		up := v.Tokens[h].Head
		if up < 0 {
			return
		}
		if v.rel(h) == "ccomp" {
			if e := m.verbs[v.lemma(up)]; e != nil && e.class == "speech" && (dumb || past || v.Tokens[up].XPOS == v.Tokens[i].XPOS || v.Tokens[i].XPOS == "VBN") {
				m.hang(i, up, "conj")
			}
			return
		}
		h = up
	}
}

// nowAt reports whether a predicate's auxiliary stands in the present.
func (m *mender) nowAt(h int) bool {
	for _, k := range m.v.kids(h) {
		if r := m.v.rel(k); r == "aux" || r == "cop" {
			if x := m.v.Tokens[k].XPOS; x == "VBZ" || x == "VBP" {
				return true
			}
		}
	}
	return false
}

// retag gives token i another part of speech.
func (m *mender) retag(i int, upos syntax.UPOS, xpos string) {
	m.hang(i, m.token(i).Head, m.token(i).Rel)
	m.tokens[i].UPOS, m.tokens[i].XPOS = upos, xpos
}

// deniedClaims mends "denied claims it was planning", where the noun was taken for
// a verb.
func (m *mender) deniedClaims(i int) {
	v := m.v
	if v.Tokens[i].XPOS != "VBZ" || m.nouns[v.lemma(i)] == nil || i == 0 || v.Tokens[i].Head != i-1 || v.kid(i, "nsubj") >= 0 {
		return
	}
	if e := m.verbs[v.lemma(i-1)]; e == nil || e.role != record.Denial || v.Tokens[i-1].UPOS != syntax.VERB {
		return
	}
	m.retag(i, syntax.NOUN, "NNS")
	m.hang(i, i-1, "obj")
	if c := v.kid(i, "ccomp"); c > i {
		m.hang(c, i, "acl")
	}
}

// pressReports mends ", the Herald reports, citing the police", where the verb was
// taken for a noun.
func (m *mender) pressReports(i int) {
	v := m.v
	if !v.is(i, "reports", "claims") || v.Tokens[i].XPOS != "NNS" || v.rel(i) != "parataxis" || i+1 < len(v.Tokens) && !v.is(i+1, ",", ".") {
		return
	}
	k := i - 1
	if k <= v.Body || v.Tokens[k].UPOS != syntax.PROPN || v.Tokens[k].Head != i || !v.is(v.from[i]-1, ",") && !v.is(v.from[i], ",") {
		return
	}
	m.retag(i, syntax.VERB, "VBZ")
	m.hang(k, i, "nsubj")
	for _, c := range v.kids(i) {
		switch {
		case c < k && v.Tokens[c].UPOS != syntax.PUNCT:
			m.hang(c, k, v.Tokens[c].Rel)
		case c > i && v.rel(c) == "acl":
			m.hang(c, i, "advcl")
		}
	}
}

// twoSubjects mends "two officers and a diplomat said", where each was taken for
// a subject by itself.
func (m *mender) twoSubjects(i int) {
	v := m.v
	first := v.kid(i, "nsubj")
	if first < 0 || first > i {
		return
	}
	for _, k := range v.kids(i) {
		if k <= first || k > i || v.Tokens[k].Rel != "nsubj" {
			continue
		}
		if v.Tokens[k].UPOS == syntax.PROPN && v.Tokens[first].UPOS == syntax.NOUN && m.sources[v.lemma(first)] == "people" && v.to[first] <= v.from[k] && v.is(v.from[k]-1, ",") {
			if v.from[first] == v.Body || !v.is(v.from[first]-1, ",") {
				m.hang(first, k, "nmod:desc") // "Chair of governors, Ann Cole said"
				return
			}
		}
		if before := v.from[first] - 2; before > v.Body && v.is(before+1, ",") && v.to[first] <= v.from[k] && v.is(v.from[k]-1, ",") && nominal(v.Tokens[before].UPOS) && v.Tokens[first].UPOS == syntax.NOUN {
			m.hang(first, before, "appos") // "In a talk with the Herald, a local paper, Cole said"
			return
		}
		for cc := v.to[first]; cc < k && cc < len(v.Tokens); cc++ {
			if v.Tokens[cc].UPOS == syntax.CCONJ {
				m.hang(k, first, "conj")
				m.hang(cc, k, "cc")
				return
			}
		}
	}
}

// andDemanding mends "expressing hope that they would come and demanding that":
// a participle joined to a finite verb belongs beside the participle above it.
func (m *mender) andDemanding(i int) {
	v := m.v
	if v.rel(i) != "conj" || v.Tokens[i].XPOS != "VBG" || v.kid(i, "aux") >= 0 || m.verbs[v.lemma(i)] == nil {
		return
	}
	h := v.Tokens[i].Head
	if h < 0 || v.Tokens[h].XPOS == "VBG" {
		return
	}
	for steps := 0; h >= 0 && steps < 6; steps++ {
		if v.Tokens[h].XPOS == "VBG" && v.kid(h, "aux") < 0 {
			m.hang(i, h, "conj")
			return
		}
		h = v.Tokens[h].Head
	}
}

// andFinite mends "offered to leave and proposed a truce", where a finite verb
// was joined to an infinitive: it stands beside the verb that governs that.
func (m *mender) andFinite(i int) {
	v := m.v
	if v.rel(i) != "conj" || v.kid(i, "nsubj", "nsubj:pass") >= 0 || m.verbs[v.lemma(i)] == nil && m.adjectives[v.lemma(i)] == nil && v.kid(i, "aux") < 0 {
		return
	}
	h := v.Tokens[i].Head
	if h < 0 || v.Tokens[h].XPOS != "VB" && (v.Tokens[h].XPOS != "VBG" || v.rel(h) != "xcomp") || v.kid(h, "aux") >= 0 || !m.finite(i) {
		return
	}
	for steps := 0; h >= 0 && steps < 6; steps++ {
		if r := v.rel(h); r != "xcomp" && r != "ccomp" && r != "advcl" && r != "acl" && r != "obj" {
			return
		}
		h = v.Tokens[h].Head
		if h >= 0 && m.finite(h) {
			m.hang(i, h, "conj")
			return
		}
	}
}

// finite reports whether a predicate has tense of its own.
func (m *mender) finite(i int) bool {
	v := m.v
	switch v.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for _, k := range v.kids(i) {
		if r := v.rel(k); r == "aux" || r == "cop" {
			switch v.Tokens[k].XPOS {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return false
}

// butOnly mends "said it was open to talks, but only on its own terms", where the
// condition was joined to the verb of saying.
func (m *mender) butOnly(i int) {
	v := m.v
	h := v.Tokens[i].Head
	if v.rel(i) != "conj" || h < 0 || v.caseOf(i) == "" {
		return
	}
	cc := v.kid(i, "cc")
	if cc < 0 || !v.is(cc, "but", "and") || !v.is(cc+1, "only") {
		return
	}
	if c := v.kid(h, "ccomp"); c > h && c < i {
		m.hang(i, c, "conj")
	}
}

// headless mends a sentence whose tree hangs from its subject: "The president on
// Tuesday accused them", with a finite verb of speech below a name.
func (m *mender) headless(i int) {
	v := m.v
	if v.Tokens[i].XPOS != "VBD" && v.Tokens[i].XPOS != "VBZ" || v.rel(i) != "acl" || v.Tokens[i].Rel == "acl:relcl" || m.verbs[v.lemma(i)] == nil || v.kid(i, "nsubj", "aux") >= 0 {
		return
	}
	top := v.Tokens[i].Head
	for steps := 0; top >= 0 && v.Tokens[top].Head >= 0 && steps < 6; steps++ {
		if v.Tokens[top].UPOS == syntax.VERB {
			return
		}
		top = v.Tokens[top].Head
	}
	if top < 0 || top > i || !nominal(v.Tokens[top].UPOS) || v.kid(top, "cop") >= 0 {
		return
	}
	for k := v.Body; k < i; k++ { // a verb before it has the sentence
		if x := v.Tokens[k].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" {
			return
		}
	}
	m.hang(i, -1, "root")
	m.hang(top, i, "nsubj")
	for _, k := range v.kids(top) {
		if k > i {
			m.hang(k, i, v.Tokens[k].Rel)
		}
	}
}

// claimsThat mends "countered claims made by X that it was safe", where the clause
// was taken for what the verb says.
func (m *mender) claimsThat(i int) {
	v := m.v
	o, k := v.kid(i, "obj"), v.kid(i, "ccomp")
	if o < i || k < o || v.Tokens[o].UPOS != syntax.NOUN || !m.nouns[v.lemma(o)].takes('c') || !m.verbs[v.lemma(i)].takes('n') || m.verbs[v.lemma(i)].takes('o') {
		return
	}
	if c := v.kid(k, "mark"); c > o && v.is(c, "that") {
		m.hang(k, o, "acl")
	}
}

// askedIf mends "was asked by X if it was safe", where the question was taken for a
// condition.
func (m *mender) askedIf(i int) {
	v := m.v
	if v.lemma(i) != "ask" || v.kid(i, "ccomp") >= 0 {
		return
	}
	for _, k := range v.kids(i) {
		if c := v.kid(k, "mark"); k > i && v.rel(k) == "advcl" && c > i && v.is(c, "if", "whether") && v.from[k] > 0 && !v.is(v.from[k]-1, ",") && !v.is(v.from[k], ",") {
			m.hang(k, i, "ccomp")
			return
		}
	}
}

// comesAs mends "it comes as the council accused them of lying", where the verb
// was taken for a participle.
func (m *mender) comesAs(i int) {
	v := m.v
	h := v.Tokens[i].Head
	if v.rel(i) != "acl" || m.verbs[v.lemma(i)] == nil || v.kid(i, "obj", "ccomp") <= i && !(v.is(i+1, "on", "for") && v.lemma(i) == "call") || v.Tokens[i].XPOS == "VBG" || h < 0 || h > i {
		return
	}
	as := v.kid(h, "case")
	up := v.Tokens[h].Head
	if as < 0 || !v.is(as, "as") || v.rel(h) != "obl" || up < 0 {
		return
	}
	m.hang(i, up, "advcl")
	m.hang(h, i, "nsubj")
	m.hang(as, i, "mark")
}

// thatClause mends "a warning that the dam could fail", where the clause was
// taken for a relative one though it lacks nothing.
func (m *mender) thatClause(i int) {
	v := m.v
	if e := m.nouns[v.lemma(i)]; !e.takes('c') {
		return
	}
	for _, k := range v.kids(i) {
		if v.Tokens[k].Rel != "acl:relcl" && v.Tokens[k].Rel != "acl" || k < i {
			continue
		}
		that := -1
		for j := i + 1; j < k && j < i+8; j++ {
			if v.is(j, "that") {
				that = j
				break
			}
		}
		subj := v.kid(k, "nsubj", "nsubj:pass", "expl")
		if that < 0 || subj <= that || v.is(subj, "that") {
			continue
		}
		if v.rel(that) == "obj" && lacking[v.lemma(k)] {
			continue
		}
		m.hang(k, i, "acl")
		m.hang(that, k, "mark")
		return
	}
}

// lacking are verbs whose clause after such a noun is a relative one: "claims
// that he made".
var lacking = map[string]bool{"make": true, "issue": true, "send": true, "receive": true, "reject": true, "deny": true, "publish": true,
	"give": true, "release": true, "read": true, "dismiss": true, "repeat": true, "cite": true, "raise": true, "file": true, "face": true, "see": true, "hear": true, "write": true}

// newRoot mends "officials close to the council and other diplomats said", where
// "close" was taken for the predicate: the verb takes its place, and its own
// subject stands beside the people before.
func (m *mender) newRoot(i int) bool {
	v := m.v
	for _, c := range v.kids(i) {
		if v.rel(c) != "conj" || v.Tokens[c].UPOS != syntax.VERB {
			continue
		}
		other := v.kid(c, "nsubj")
		m.hang(c, -1, "root")
		m.hang(i-1, c, "nsubj")
		for _, k := range v.kids(i) {
			if k > c {
				m.hang(k, c, v.Tokens[k].Rel)
			}
		}
		m.hang(i, i-1, "amod")
		if other > i {
			m.hang(other, i-1, "conj")
			if cc := v.kid(c, "cc"); cc >= 0 && cc < other {
				m.hang(cc, other, "cc")
			}
		}
		return true
	}
	return false
}

// nextVerb mends "officials close to the council said", where the verb got
// another subject or none: the people before "close" speak.
func (m *mender) nextVerb(i int) bool {
	v := m.v
	if m.sources[v.lemma(i-1)] != "people" {
		return false
	}
	for j := i + 2; j < len(v.Tokens) && j < i+10 && !v.loose(j); j++ {
		if x := v.Tokens[j].XPOS; x != "VBD" && x != "VBZ" && x != "VBP" || m.verbs[v.lemma(j)] == nil {
			continue
		}
		if v.Under(i-1, j) && v.Tokens[i].Head == i-1 {
			return true
		}
		head, rel := v.Tokens[j].Head, v.Tokens[j].Rel
		if v.Under(j, i) || v.Under(j, i-1) { // the verb hung below the people
			top := i
			for top != i-1 && v.Tokens[top].Head == i-1 {
				top = i - 1
			}
			if v.Tokens[i-1].Head == i {
				top = i
			}
			head, rel = v.Tokens[top].Head, v.Tokens[top].Rel
			m.hang(j, head, rel)
		}
		for _, k := range v.kids(j) {
			if k > i && k < j && v.rel(k) == "nsubj" {
				m.hang(k, i, "obl")
			}
		}
		m.hang(i-1, j, "nsubj")
		m.hang(i, i-1, "amod")
		return true
	}
	return false
}
