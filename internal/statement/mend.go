package statement

import (
	"slices"
	"strings"

	"sitrep/internal/syntax"
)

// mend repairs, in a copy, what parsers often get wrong around reported speech,
// where words and commas leave no doubt. It gives v itself where nothing is
// mended; the document's own trees stay as they are.
func (t *tables) mend(v *view) *view {
	m := &mender{tables: t, v: v}
	for i := range v.Tokens {
		if v.is(i, "close", "familiar") {
			m.closeTo(i)
		}
		switch v.Tokens[i].UPOS {
		case syntax.ADJ:
			m.andFinite(i)
		case syntax.VERB:
			m.headless(i)
			m.comesAs(i)
			m.quotedBy(i)
			m.asClause(i)
			m.saying(i)
			m.afterTime(i)
			m.secondThat(i)
			m.andAdded(i)
			m.twoSubjects(i)
			m.andDemanding(i)
			m.andFinite(i)
			m.deniedClaims(i)
			m.askedIf(i)
			m.claimsThat(i)
		case syntax.NOUN, syntax.PROPN:
			m.pressReports(i)
			m.otherPeople(i)
			m.thatClause(i)
			m.butOnly(i)
		}
	}
	if m.tokens == nil {
		return v
	}
	s := *v.Sentence
	s.Tokens = m.tokens
	return newView(v.text, v.index, &s)
}

type mender struct {
	*tables
	v      *view
	tokens []syntax.Token // nil until something is mended
}

// hang makes token i depend on h.
func (m *mender) hang(i, h int, rel string) {
	for x, steps := h, 0; x >= 0 && steps < len(m.v.Tokens); steps++ { // never a circle
		if x == i {
			return
		}
		x = m.token(x).Head
	}
	if m.tokens == nil {
		m.tokens = slices.Clone(m.v.Tokens)
	}
	m.tokens[i].Head, m.tokens[i].Rel = h, rel
}

func (m *mender) token(i int) *syntax.Token {
	if m.tokens != nil {
		return &m.tokens[i]
	}
	return &m.v.Tokens[i]
}

// quotedBy mends "sources cited by the Herald warned …", where the participle
// was taken for the sentence's verb.
func (m *mender) quotedBy(i int) {
	v := m.v
	if v.Tokens[i].XPOS != "VBN" && v.Tokens[i].XPOS != "VBD" || !v.is(i+1, "by") || v.kid(i, "aux", "aux:pass", "cop") >= 0 {
		return
	}
	subj := v.kid(i, "nsubj", "nsubj:pass")
	if subj < 0 || subj > i {
		return
	}
	for _, k := range v.kids(i) {
		if k < i || v.Tokens[k].UPOS != syntax.VERB || v.Tokens[k].XPOS == "VBG" || v.Tokens[k].XPOS == "VBN" && v.kid(k, "aux") < 0 {
			continue
		}
		if r := v.rel(k); r != "parataxis" && r != "conj" && r != "ccomp" && r != "advcl" && r != "xcomp" || v.kid(k, "nsubj", "mark", "cc") >= 0 {
			continue
		}
		head, rel := v.Tokens[i].Head, v.Tokens[i].Rel
		m.hang(k, head, rel)
		m.hang(subj, k, "nsubj")
		m.hang(i, subj, "acl")
		for _, o := range v.kids(i) {
			if o < subj && o != subj || o > k {
				m.hang(o, k, v.Tokens[o].Rel)
			}
		}
		return
	}
}

// asClause lifts ", as X said" and ", as cited by X" to the whole sentence.
func (m *mender) asClause(i int) {
	v := m.v
	if v.rel(i) != "advcl" || m.verbs[v.lemma(i)] == nil || v.kid(i, "ccomp") >= 0 {
		return
	}
	k := v.kid(i, "mark", "advmod")
	if k < 0 || !v.is(k, "as") || k == 0 || !v.is(k-1, ",") {
		return
	}
	h := v.Tokens[i].Head
	for steps := 0; steps < 8 && v.Tokens[h].Head >= 0; steps++ {
		switch v.rel(h) {
		case "ccomp", "xcomp", "acl", "advcl", "conj", "obl", "nmod", "obj":
			h = v.Tokens[h].Head
			continue
		}
		break
	}
	if h != v.Tokens[i].Head {
		m.hang(i, h, "advcl")
	}
}

// outer are verbs whose participle goes on in the voice of the speaker before:
// "…, adding that".
var outer = map[string]bool{"add": true, "note": true, "stress": true, "warn": true, "explain": true, "emphasize": true, "emphasise": true,
	"insist": true, "point": true, "conclude": true, "underline": true, "declare": true, "assert": true, "allege": true, "acknowledge": true, "suggest": true, "underscore": true, "recall": true, "reiterate": true, "caution": true, "claim": true, "argue": true}

// saying lifts ", adding that …" and ", despite publicly stating that …" from
// the clause reported before to the one that reports it.
func (m *mender) saying(i int) {
	v := m.v
	if v.Tokens[i].XPOS != "VBG" || v.rel(i) != "advcl" && v.rel(i) != "acl" {
		return
	}
	e := m.verbs[v.lemma(i)]
	begin := v.from[i]
	if e == nil || e.class != "speech" || begin == 0 || !v.is(begin-1, ",") && !v.is(begin, ",") && !(v.side(begin-1) == -1 && v.is(begin-2, ",")) || v.kid(i, "nsubj") >= 0 {
		return
	}
	h := v.Tokens[i].Head
	if v.rel(i) == "acl" && v.Tokens[h].UPOS == syntax.NOUN && m.sources[v.lemma(h)] == "document" {
		return
	}
	mark := v.kid(i, "mark")
	for steps := 0; h >= 0 && steps < 8; steps++ {
		up := v.Tokens[h].Head
		if up < 0 {
			return
		}
		if v.rel(h) == "ccomp" {
			c := m.verbs[v.lemma(up)]
			if c != nil && up < i && (m.calling(i, h, c) || outer[v.lemma(i)] || mark >= 0 || m.pronounSubject(h)) {
				m.hang(i, up, "advcl")
			}
			return
		}
		h = up
	}
}

// calling reports whether a participle that gives a thing a name is the speaker's
// own: "denied that its troops had come, calling the claims a lie". Whoever is
// said to speak or to attack somebody may be the one who calls.
func (m *mender) calling(i, h int, above *cue) bool {
	v := m.v
	switch v.lemma(i) {
	case "call", "describe", "accuse", "blame", "denounce", "condemn", "disclose", "reveal", "reject", "dismiss":
	default:
		return false
	}
	return above.class == "speech" && m.verbs[v.lemma(h)] == nil && v.lemma(h) != "attack" && v.kid(i, "obj") > i
}

func (m *mender) pronounSubject(h int) bool {
	s := m.v.kid(h, "nsubj", "nsubj:pass")
	return s < 0 || m.v.is(s, "he", "she", "they", "it", "we")
}

// afterTime mends "said last week that …", where the clause was hung on the time
// or on the one who was told.
func (m *mender) afterTime(i int) {
	v := m.v
	e := m.verbs[v.lemma(i)]
	if !e.takes('c') || v.kid(i, "ccomp") >= 0 {
		return
	}
	for _, k := range v.kids(i) {
		if v.rel(k) == "advcl" && k > i { // "it was reported this week that"
			for j := v.from[k]; j < k; j++ {
				if subj := v.kid(k, "nsubj", "nsubj:pass", "expl"); v.is(j, "that") && v.Tokens[j].Head == k && subj > j {
					m.hang(k, i, "ccomp")
					m.hang(j, k, "mark")
					return
				}
			}
		}
		if r := v.rel(k); k < i || r != "obl" && r != "obj" && r != "iobj" {
			continue
		}
		for _, c := range v.kids(k) {
			that := c
			for that > k && !v.is(that, "that") {
				that--
			}
			if r := v.Tokens[c].Rel; r != "acl:relcl" && r != "acl" && r != "ccomp" || that <= k || v.kid(c, "nsubj", "nsubj:pass", "expl") <= that {
				continue
			}
			if (v.rel(k) != "obl" && v.caseOf(k) == "") && !e.takes('o') || v.rel(k) == "obl" && !timeNoun(v, k) && !steady[v.lemma(i)] {
				continue
			}
			m.hang(c, i, "ccomp")
			m.hang(that, c, "mark")
			return
		}
	}
}

// secondThat mends "warned that A, or that B": B belongs beside A.
func (m *mender) secondThat(i int) {
	v := m.v
	if v.rel(i) != "conj" || v.kid(i, "nsubj", "nsubj:pass", "expl") < 0 {
		return
	}
	mark := v.kid(i, "mark")
	h := v.Tokens[i].Head
	if mark < 0 || !v.is(mark, "that") || h < 0 {
		return
	}
	if c := v.kid(h, "ccomp"); c >= 0 && c < i && c > h {
		m.hang(i, c, "conj")
	}
}

// closeTo mends "officials close to the Kremlin".
func (m *mender) closeTo(i int) {
	v := m.v
	switch v.lemma(i) {
	case "close", "familiar", "privy", "aware":
	default:
		return
	}
	if i == 0 || !v.is(i+1, "to", "with", "of") || v.Tokens[i-1].UPOS != syntax.NOUN || v.Tokens[i].Head == i-1 || v.kid(i, "cop") >= 0 {
		return
	}
	if m.token(i-1).Head == i && v.rel(i) == "root" && m.newRoot(i) || m.nextVerb(i) {
		return
	}
	if m.token(i-1).Head == i { // the people were hung from what they are close to
		m.hang(i-1, v.Tokens[i].Head, m.peopleRel(i))
		for _, k := range v.kids(i) {
			if k < i-1 || v.Tokens[k].UPOS == syntax.VERB {
				m.hang(k, i-1, v.Tokens[k].Rel)
			}
		}
	}
	m.hang(i, i-1, "amod")
}

// peopleRel is the relation of people that take the place of the adjective i.
func (m *mender) peopleRel(i int) string {
	if m.v.rel(i) == "root" || m.v.rel(i-1) == "obl" {
		return m.v.Tokens[i-1].Rel
	}
	return m.v.Tokens[i].Rel
}

// otherPeople mends "officials close to the Kremlin and other diplomats": the
// second people stand beside the first, not beside what those are close to.
func (m *mender) otherPeople(i int) {
	v := m.v
	if v.rel(i) == "nmod" {
		m.andPeople(i)
		return
	}
	if v.rel(i) != "conj" || m.sources[v.lemma(i)] != "people" {
		return
	}
	h := v.Tokens[i].Head
	if h < 0 || m.sources[v.lemma(h)] == "people" || v.Tokens[h].UPOS == syntax.VERB {
		return
	}
	for x, steps := h, 0; x >= 0 && steps < 5; steps++ {
		x = m.token(x).Head
		if x < 0 || x > i || v.Tokens[x].UPOS == syntax.VERB {
			return
		}
		if m.sources[v.lemma(x)] == "people" && strings.HasSuffix(v.Tokens[x].XPOS, "S") {
			m.hang(i, x, "conj")
			return
		}
	}
}

// andPeople mends "officials close to the Kremlin and foreign diplomats" where the
// second people were hung from the first as if they described them: what stands
// between "and" and the second belongs to those.
func (m *mender) andPeople(i int) {
	v := m.v
	h := v.Tokens[i].Head
	if h < 0 || h > i || m.sources[v.lemma(i)] != "people" || m.sources[v.lemma(h)] != "people" || v.kid(i, "case") >= 0 {
		return
	}
	and := -1
	for j := i - 1; j > h; j-- {
		if t := &v.Tokens[j]; t.UPOS == syntax.CCONJ {
			and = j
		} else if t.UPOS != syntax.ADJ && t.UPOS != syntax.NUM && t.UPOS != syntax.DET {
			break
		}
	}
	if and < 0 {
		return
	}
	m.hang(i, h, "conj")
	m.hang(and, i, "cc")
	for j := h + 1; j < i; j++ {
		switch {
		case j > and && v.Tokens[j].UPOS == syntax.ADJ:
			m.hang(j, i, "amod")
		case j < and && v.Tokens[j].Head == i:
			m.hang(j, h, v.Tokens[j].Rel)
		}
	}
}
