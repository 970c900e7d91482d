package statement

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// speaker finds who a verb is said by, and reports whether the verb can
// attribute at all.
func (f *finder) speaker(a *attribution, i int) bool {
	if f.passive(i) {
		return f.agent(a, i)
	}
	if s := f.subject(i, 0); s >= 0 {
		f.source(a, s)
		return true
	}
	return false
}

// passive reports whether verb i is passive.
func (f *finder) passive(i int) bool {
	v := f.v
	if v.kid(i, "nsubj:pass", "aux:pass", "csubj:pass") >= 0 {
		return true
	}
	// A bare past participle that modifies: "sources cited by …", "as reported by".
	if v.Tokens[i].XPOS == "VBN" && v.kid(i, "aux", "nsubj") < 0 {
		return v.rel(i) == "acl" || v.rel(i) == "advcl"
	}
	return false
}

// agent finds the source of a passive: "by X". A passive that tells nobody is a
// statement of an unresolved source where it reports ("it was reported that"),
// and none where its subject is who was told.
func (f *finder) agent(a *attribution, i int) bool {
	v := f.v
	for _, k := range v.kids(i) {
		if k > i && v.rel(k) == "obl" && v.caseOf(k) == "by" {
			f.source(a, k)
			if a.source.from == v.from[k] {
				a.source.from++
			}
			if v.is(a.cue.to, "by") {
				a.cue.to++
			}
			return true
		}
	}
	if v.rel(i) == "acl" && v.kid(i, "ccomp") < 0 {
		return false
	}
	for _, k := range v.kids(i) {
		if v.rel(k) == "obl" && v.caseOf(k) == "in" && outletWords[strings.ToLower(v.Tokens[k].Text)] {
			f.source(a, k) // "it was reported in the Herald that"
			return true
		}
	}
	a.hidden = true
	for _, k := range v.kids(i) {
		if v.rel(k) == "aux" && v.is(k, "should", "must", "can", "could", "might", "may") {
			return false // "it should be noted that"
		}
	}
	subj := v.kid(i, "nsubj:pass")
	if subj >= 0 && a.entry.takes('o') && !a.entry.takes('a') {
		return false // "was told that": the subject heard it
	}
	return a.entry.class == "speech" || a.entry.class == "thought"
}

// subject finds the token that names who does verb i, through coordination,
// control and relative clauses; -1 when nobody does.
func (f *finder) subject(i, depth int) int {
	v := f.v
	if depth > 6 || i < 0 {
		return -1
	}
	if s := v.kid(i, "nsubj", "csubj", "nsubj:outer"); s >= 0 {
		if v.is(s, "what") { // "“What they do is a trap,” X said"
			for _, k := range v.kids(i) {
				if k > s && v.Tokens[k].Rel == "nsubj" {
					return f.antecedent(i, k)
				}
			}
		}
		return f.antecedent(i, s)
	}
	h := v.Tokens[i].Head
	if h < 0 {
		return -1
	}
	if o := f.blamed(i); o >= 0 {
		return o
	}
	if o := f.quotedAs(h, i); o >= 0 {
		return o
	}
	switch v.rel(i) {
	case "conj", "parataxis":
		if v.verbal(h) {
			return f.subject(h, depth+1)
		}
	case "xcomp":
		if o := v.kid(h, "obj"); o >= 0 && o < i && v.lemma(h) != "promise" && v.kid(i, "mark") >= 0 {
			return o
		}
		return f.higher(h, depth)
	case "advcl":
		return f.higher(h, depth)
	case "acl":
		if v.Tokens[i].Rel == "acl:relcl" {
			return -1
		}
		if v.Tokens[i].Feats.Has(syntax.Infinitive) || v.is(i-1, "to") || v.Tokens[i].XPOS == "VBD" || v.Tokens[i].XPOS == "VBZ" || v.Tokens[i].XPOS == "VBP" {
			return -1
		}
		return h
	case "obl", "ccomp":
		if strings.HasSuffix(v.Tokens[i].Text, "ing") && v.kid(i, "case", "mark") >= 0 {
			return f.higher(h, depth)
		}
	}
	return -1
}

// blamed gives whom a deed is held against or put down to, where verb i is that
// deed: "accused the council of hiding the files", or -1.
func (f *finder) blamed(i int) int {
	v := f.v
	m, h := v.kid(i, "mark", "case"), v.Tokens[i].Head
	if m < 0 || !v.is(m, "of", "for") || v.Tokens[h].UPOS != syntax.VERB {
		return -1
	}
	switch v.lemma(h) {
	case "accuse", "blame", "criticize", "criticise", "condemn", "denounce", "slam", "blast", "praise", "thank", "applaud", "fault", "suspect":
		return v.kid(h, "obj", "nsubj:pass")
	}
	return -1
}

// higher finds the subject of the verb above, the one of a passive included:
// "was quoted as saying".
func (f *finder) higher(h, depth int) int {
	v := f.v
	if s := v.kid(h, "nsubj:pass"); s >= 0 {
		return f.antecedent(h, s)
	}
	return f.subject(h, depth+1)
}

// antecedent puts the noun that a relative clause hangs from in the place of
// "who", "which" or "that".
func (f *finder) antecedent(verb, s int) int {
	v := f.v
	if v.Tokens[s].UPOS != syntax.PRON && v.Tokens[s].UPOS != syntax.DET && v.Tokens[s].UPOS != syntax.SCONJ {
		return s
	}
	if !v.is(s, "who", "which", "that", "whom") {
		return s
	}
	for c, steps := verb, 0; c >= 0 && steps < 8; c, steps = v.Tokens[c].Head, steps+1 {
		if v.Tokens[c].Rel == "acl:relcl" {
			return v.Tokens[c].Head
		}
		if v.rel(c) != "conj" && v.rel(c) != "xcomp" {
			break
		}
	}
	return s
}

// source sets an attribution's source to the phrase of token s: its subtree
// without what only hangs on behind a comma, without "cited by …" (a hop of the
// chain) and without a clause it reports.
func (f *finder) source(a *attribution, s int) {
	v := f.v
	a.head = s
	ext := v.whole(s)
	if ext.has(a.cueAt) {
		if s < a.cueAt {
			ext.to = min(ext.to, a.cueAt)
		} else {
			ext.from = max(ext.from, a.cueAt+1)
		}
	}
	for _, k := range v.kids(s) {
		begin := v.from[k]
		comma := begin > 0 && (v.loose(begin-1) || v.loose(begin))
		switch v.rel(k) {
		case "acl":
			if k > s && f.cited(k) && k != a.cueAt {
				f.hop(a, k)
				ext.to = min(ext.to, begin)
			} else if k > s && (comma || v.to[k] > a.cueAt && k < a.cueAt) {
				ext.to = min(ext.to, begin)
			} else if k > s && v.Tokens[k].Rel == "acl:relcl" && v.to[k]-begin > 12 {
				ext.to = min(ext.to, begin)
			}
		case "parataxis", "advcl", "dep":
			if k > s {
				ext.to = min(ext.to, begin)
			}
		case "appos":
			if k > s && v.to[k]-begin > 10 {
				ext.to = min(ext.to, begin)
			}
		case "punct":
			if k > s && v.Tokens[k].Text == "—" {
				ext.to = min(ext.to, k)
			}
		case "nmod", "obl":
			if k > s && (timeNoun(v, k) || comma && v.rel(k) != "obl" && aside(v.caseOf(k))) {
				ext.to = min(ext.to, begin) // ", a spokeswoman, in a statement on Friday"
			}
		case "case":
			if k == ext.from && k < s && !v.is(k, "'s", "’s") {
				ext.from = k + 1
			}
		case "cc", "mark", "advmod":
			if k == ext.from && k < s && !f.quantifier(k) {
				ext.from = k + 1
			}
		}
	}
	ext = f.trimSource(a, ext, s)
	s = a.head
	if ext.has(s) {
		a.source = ext
	} else {
		a.source = stretch{s, s + 1}
	}
}

// trimSource drops what stands before a closing mark, a time behind a name and a
// participle before it, and lets a title keep its name.
func (f *finder) trimSource(a *attribution, ext stretch, s int) stretch {
	v := f.v
	for k := ext.from; k < s; k++ { // nothing before a closing mark belongs to who speaks
		if x := v.Tokens[k].Text; x == "”" || x == "''" || x == "\"" && k > ext.from && v.loose(k-1) {
			ext.from = k + 1
			for ext.from < s && v.loose(ext.from) {
				ext.from++
			}
		}
	}
	for ext.to > s+1 && (timeNoun(v, ext.to-1) || v.loose(ext.to-1) || ext.to < len(v.Tokens) && timeNoun(v, ext.to) && v.is(ext.to-1, "last", "this", "earlier", "on", "late", "early", "next")) {
		ext.to--
	}
	for k := ext.from; k < s; k++ { // "a day after the swimmer"
		if v.is(k, "after", "before") && v.rel(k) == "mark" {
			ext.from = k + 1
		}
	}
	for k, verb := ext.from, false; k < s; k++ { // "Speaking in the square, the mayor"
		verb = verb || v.Tokens[k].UPOS == syntax.VERB && v.Tokens[k].XPOS == "VBG"
		if verb && v.is(k, ",") {
			ext.from = k + 1
		}
	}
	for ext.to > ext.from && v.loose(ext.to-1) {
		ext.to--
	}
	if v.Tokens[s].UPOS == syntax.NOUN && ext.to == s+1 {
		// "said lead author Ann Cole": the name belongs to the title before it.
		for ext.to < len(v.Tokens) && v.Tokens[ext.to].UPOS == syntax.PROPN && ext.to != a.cueAt {
			ext.to++
		}
	}
	for ext.to == s+1 && ext.to < len(v.Tokens) && v.Tokens[s].UPOS == syntax.PROPN && strings.HasSuffix(v.Tokens[s].Text, ".") && v.Tokens[ext.to].UPOS == syntax.PROPN && ext.to != a.cueAt {
		s++ // "said Brig. Gen. Cole": the name follows its short titles
		ext.to++
		a.head = s
	}
	if s >= v.Body {
		ext.from = max(ext.from, v.Body)
	}
	if ext.to > ext.from && ext.to < a.cueAt && v.is(ext.to-1, "'s", "’s") {
		// "the country's president": the possessor alone does not speak.
		for ext.to < a.cueAt && (nominal(v.Tokens[ext.to].UPOS) || v.Tokens[ext.to].UPOS == syntax.ADJ) {
			ext.to++
		}
		if k := f.phraseHead(ext.to - 1); ext.has(k) && nominal(v.Tokens[k].UPOS) {
			s, a.head = k, k
		} else if ext.to == a.cueAt {
			ext.to = max(s+1, v.to[s])
			ext.to = min(ext.to, a.cueAt)
			for ext.to > s+1 && v.Tokens[ext.to-1].UPOS == syntax.ADJ {
				ext.to-- // "Torvia's recent announcement": Torvia's
			}
		}
	}
	for ext.to > ext.from && (v.loose(ext.from) || v.Tokens[ext.from].UPOS == syntax.CCONJ || quoteMark(v.Tokens[ext.from].Text) && !quoteMark(v.Tokens[ext.to-1].Text)) {
		ext.from++
	}
	return ext
}

// aside reports whether a preposition behind a comma tells where something was
// said rather than who said it.
func aside(p string) bool {
	switch p {
	case "in", "on", "at", "during", "after", "through", "via":
		return true
	}
	return false
}

// quantifier reports whether an adverb before a noun belongs to its number:
// "at least two officials", "about 20 people".
func (f *finder) quantifier(k int) bool {
	return f.v.is(k, "at", "about", "more", "nearly", "almost", "around", "over", "roughly", "some")
}

// cited reports whether k is the participle of "cited by", "quoted by".
func (f *finder) cited(k int) bool {
	switch f.v.lemma(k) {
	case "cite", "quote", "interview":
		return true
	}
	return false
}

// hop keeps the outlet of "sources cited by the Herald" as a link of the chain.
func (f *finder) hop(a *attribution, k int) {
	v := f.v
	for _, o := range v.kids(k) {
		if v.rel(o) != "obl" || v.caseOf(o) != "by" {
			continue
		}
		name := v.whole(o)
		for !name.empty() && (v.is(name.from, "by", "the") || v.loose(name.from)) {
			name.from++
		}
		if !name.empty() {
			a.hops = append(a.hops, record.Hop{Outlet: v.words(name), Cue: v.words(stretch{k, k + 1}) + " by"})
		}
	}
}
