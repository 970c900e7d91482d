package statement

import (
	"slices"

	"sitrep/internal/syntax"
)

// noun tries token i as a noun that attributes: "allegations that", "his
// willingness to", "a warning of", "sending signals that".
func (f *finder) noun(i int) {
	v := f.v
	entry := f.nouns[v.lemma(i)]
	if entry == nil || v.rel(i) == "compound" {
		return
	}
	a := attribution{v: v, cueAt: i, entry: entry, head: -1, about: -1, cue: stretch{i, i + 1}, rule: "statement/cue-noun"}
	light := f.light(i)
	if !f.nounContent(&a, i, light) || !f.nounSource(&a, i, light) {
		return
	}
	f.keep(a)
}

// nounContent finds what a noun reports.
func (f *finder) nounContent(a *attribution, i, light int) bool {
	v := f.v
	holders := [2]int{i, light}
	for n, h := range holders {
		if h < 0 || n == 1 && len(a.content) > 0 {
			continue
		}
		for _, k := range v.kids(h) {
			if k < i || n == 1 && v.rel(k) != "ccomp" && v.rel(k) != "acl" {
				continue
			}
			mark := v.kid(k, "mark")
			switch v.rel(k) {
			case "acl", "ccomp", "advcl":
				that := mark >= 0 && v.is(mark, "that") && v.Tokens[k].Rel != "acl:relcl"
				inf := mark >= 0 && v.is(mark, "to")
				if a.entry.takes('c') && that || a.entry.takes('x') && inf {
					a.content = append(a.content, v.whole(k))
				}
			case "nmod":
				if a.entry.prep(v.caseOf(k)) {
					s := v.whole(k)
					if v.kid(k, "case") == s.from {
						s.from++
					}
					a.content = append(a.content, s)
				}
			}
			if len(a.content) > 0 {
				break
			}
		}
	}
	return len(a.content) > 0
}

// nounSource finds whose noun it is.
func (f *finder) nounSource(a *attribution, i, light int) bool {
	v := f.v
	if p := v.kid(i, "nmod:poss"); p >= 0 {
		f.source(a, p)
		for a.source.to > a.source.from && v.is(a.source.to-1, "'s", "’s", "'", "’") {
			a.source.to--
		}
		return true
	}
	for _, k := range v.kids(i) {
		if c := v.caseOf(k); k > i && v.rel(k) == "nmod" && (c == "by" || c == "from") {
			f.source(a, k)
			return true
		}
	}
	for _, k := range v.kids(i) { // "claims made by X that"
		if k > i && v.rel(k) == "acl" && v.Tokens[k].XPOS == "VBN" && uttered[v.lemma(k)] {
			for _, o := range v.kids(k) {
				if v.rel(o) == "obl" && v.caseOf(o) == "by" {
					f.source(a, o)
					return true
				}
			}
		}
	}
	if light >= 0 {
		if f.passive(light) {
			return f.agent(a, light)
		}
		if s := f.subject(light, 0); s >= 0 {
			a.cue = stretch{light, i + 1}
			if i < light {
				a.cue = stretch{i, i + 1}
			}
			f.source(a, s)
			a.rule = "statement/light-verb"
			return true
		}
	}
	for _, k := range v.kids(i) {
		if r := v.rel(k); (r == "amod" || r == "compound" || r == "nmod") && k < i && f.demonyms[v.Tokens[k].Text] != "" {
			a.head, a.source = k, stretch{k, k + 1}
			return true
		}
	}
	// Told by nobody: only a full clause makes it a statement.
	a.hidden = true
	c := a.content[0]
	return a.entry.takes('c') && v.is(c.from, "that") && a.entry.class != "thought" && a.entry.class != "show"
}

// uttered are participles by which a noun names its speaker: "claims made by".
var uttered = map[string]bool{"make": true, "issue": true, "voice": true, "raise": true, "spread": true, "publish": true, "level": true, "give": true, "put": true, "repeat": true, "release": true, "air": true}

// light gives the verb that only carries noun i: "issued a warning", "sending
// signals"; -1 when there is none.
func (f *finder) light(i int) int {
	v := f.v
	h := v.Tokens[i].Head
	if h < 0 || v.Tokens[h].UPOS != syntax.VERB || v.rel(i) != "obj" && v.Tokens[i].Rel != "nsubj:pass" {
		return -1
	}
	switch v.lemma(h) {
	case "make", "issue", "send", "give", "voice", "express", "repeat", "exchange", "level", "trade", "offer", "deliver",
		"reiterate", "have", "raise", "share", "hold", "show", "signal", "indicate", "renew", "convey", "release", "face", "utter", "air":
		return h
	}
	return -1
}

// adjective tries token i as a predicate of will or belief: "is willing to",
// "is confident that".
func (f *finder) adjective(i int) {
	v := f.v
	entry := f.adjectives[v.lemma(i)]
	if entry == nil || v.rel(i) == "amod" {
		return
	}
	if c := v.kid(i, "cop"); c >= 0 && v.Tokens[c].XPOS == "VB" && v.kid(i, "aux") < 0 {
		return // "to be ready for": what somebody is told to be
	}
	a := attribution{v: v, cueAt: i, entry: entry, head: -1, about: -1, cue: stretch{i, i + 1}, rule: "statement/cue-adjective"}
	s := f.subject(i, 0)
	if entry.class == "speech" {
		h := f.plainly(i)
		if h < 0 {
			return
		}
		s, a.cue.from = f.subject(h, 0), h
	}
	if s < 0 {
		return
	}
	if v.lemma(s) == "it" || v.is(s, "there") {
		return
	}
	kids := v.kids(i)
	if a.cue.from < i { // the clause may have been hung on "made"
		kids = slices.Concat(kids, v.kids(a.cue.from))
	}
	for _, k := range kids {
		if k < i {
			continue
		}
		mark := v.kid(k, "mark", "case")
		switch v.rel(k) {
		case "xcomp", "advcl", "ccomp", "acl":
			if entry.takes('x') && mark >= 0 && v.is(mark, "to") || entry.takes('c') && (v.rel(k) == "ccomp" || mark >= 0 && v.is(mark, "that")) {
				a.content = append(a.content, v.whole(k))
			}
		case "obl", "nmod":
			if entry.prep(v.caseOf(k)) {
				s := v.whole(k)
				if mark == s.from {
					s.from++
				}
				a.content = append(a.content, s)
				if mark == i+1 {
					a.cue.to = mark + 1
				}
			}
		}
		if len(a.content) > 0 {
			break
		}
	}
	if len(a.content) == 0 {
		return
	}
	f.source(&a, s)
	f.keep(a)
}
