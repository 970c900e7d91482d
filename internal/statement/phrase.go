package statement

import (
	"sitrep/internal/syntax"
	"sitrep/record"
)

// according reads "according to X". "According to plan" names no source.
func (f *finder) according(i int) {
	v := f.v
	if !v.is(i+1, "to") {
		return
	}
	np := v.Tokens[i].Head
	if v.rel(i) == "root" || np < 0 {
		return
	}
	if v.rel(i) != "case" { // "according" above its phrase
		if k := v.kid(i, "obl", "nmod"); k > i {
			np = k
		}
	}
	if np <= i || f.measure(np, i) {
		return
	}
	a := attribution{v: v, cueAt: i, head: -1, about: -1, cue: stretch{i, i + 2}, rule: "statement/according-to", entry: &cue{class: "speech", role: record.Claim, channel: "-"}}
	f.source(&a, np)
	a.source.from = max(a.source.from, i+2)
	if a.source.empty() {
		return
	}
	if v.Tokens[np].UPOS != syntax.PROPN {
		for _, k := range v.kids(np) { // ", a change that …" tells of the clause, not of the people
			if v.rel(k) == "appos" && k > np && v.from[k] > 0 && (v.loose(v.from[k]) || v.loose(v.from[k]-1)) {
				a.source.to = min(a.source.to, v.from[k])
			}
		}
	}
	top := np
	if v.whole(i).has(np) && i != np {
		top = i
	}
	own := v.whole(top)
	own.from = min(own.from, i)
	h := v.Tokens[top].Head
	if h < 0 {
		return
	}
	h = v.clause(h)
	last := own.to
	for last < len(v.Tokens) && (v.loose(last) || quoteMark(v.Tokens[last].Text)) {
		last++
	}
	if i == v.Body || last == len(v.Tokens) && f.setOff(own) {
		h = f.lift(h) // at either end of a sentence it holds for all of it
	}
	whole := v.whole(h)
	if i == v.Body && v.kid(h, "nsubj", "nsubj:pass", "expl", "csubj") < 0 {
		if comma := f.firstComma(i); comma > np { // the subject was taken for a part of the source
			a.source.to = min(a.source.to, comma)
			a.content = []stretch{{comma + 1, len(v.Tokens)}}
			f.keep(a)
			return
		}
	}
	if last == len(v.Tokens) && f.setOff(own) && v.Tokens[h].Head < 0 && i > v.Body {
		a.content = []stretch{{v.Body, own.from}} // all of the sentence before it
		f.keep(a)
		return
	}
	for _, p := range v.cut(whole, own) {
		if p.from > own.from && i > whole.from {
			if c := f.coordinated(p, h); c >= 0 {
				a.carried = append(a.carried, c)
				continue
			}
		}
		a.content = append(a.content, p)
	}
	f.keep(a)
}

// measure reports whether "according to X" names a yardstick, not a source.
func (f *finder) measure(np, i int) bool {
	switch f.v.lemma(np) {
	case "plan", "schedule", "size", "age", "need", "taste", "ability", "rule", "law", "custom", "tradition",
		"script", "rank", "type", "season", "weather", "circumstance", "wish", "principle", "standard", "procedure", "protocol", "logic", "practice":
		return f.v.kid(np, "nmod:poss") < 0 || f.v.Tokens[np].UPOS == syntax.NOUN && f.v.lemma(np) != "plan"
	}
	return false
}

// coordinated gives the head of the clause that a piece after an attribution
// opens as the second half of a coordination, or -1.
func (f *finder) coordinated(p stretch, h int) int {
	v := f.v
	for _, k := range v.kids(h) {
		if v.rel(k) == "conj" && p.has(k) && v.verbal(k) {
			return k
		}
	}
	return -1
}

// hearsay reads "reportedly", "allegedly": somebody says so, and nobody is named.
func (f *finder) hearsay(i int) {
	v := f.v
	role := record.Claim
	switch v.lemma(i) {
	case "reportedly", "purportedly", "supposedly":
	case "allegedly":
		role = record.Allegation
	default:
		return
	}
	h := v.clause(i)
	if h < 0 || h == i || v.rel(v.Tokens[i].Head) == "amod" {
		return
	}
	for _, o := range f.found {
		for _, c := range o.content {
			if c.has(i) {
				return
			}
		}
	}
	a := attribution{v: v, cueAt: i, head: -1, about: -1, cue: stretch{i, i + 1}, hidden: true, rule: "statement/hearsay",
		entry: &cue{class: "report", role: role, channel: "-"}}
	if v.rel(h) == "advcl" && v.kid(h, "nsubj", "nsubj:pass") < 0 {
		return // "supposedly expecting": who does it stands elsewhere
	}
	a.content = v.cut(v.whole(h), a.cue)
	f.keep(a)
}

// oneTitle reports whether what is joined are two titles of one named person.
func (f *finder) oneTitle(a *attribution, k int) bool {
	v := f.v
	if v.Tokens[a.head].XPOS != "NN" || v.kid(a.head, "det", "nummod", "appos", "flat") >= 0 || v.kid(k, "det") >= 0 {
		return false
	}
	for _, n := range v.kids(k) {
		if r := v.rel(n); (r == "appos" || r == "flat" || r == "compound") && v.Tokens[n].UPOS == syntax.PROPN {
			return true
		}
	}
	return v.Tokens[k].UPOS == syntax.PROPN
}

// joined parts sources joined by "and": "two officials close to X and other
// diplomats" are two sources of the same content.
func (f *finder) joined() {
	v := f.v
	n := len(f.found)
	for x := 0; x < n; x++ {
		a := &f.found[x]
		if a.head < 0 || a.source.empty() || v.Tokens[a.head].UPOS == syntax.PRON {
			continue
		}
		for _, k := range v.kids(a.head) {
			cc := v.kid(k, "cc")
			if v.rel(k) != "conj" || !a.source.has(k) || cc < 0 && v.kid(a.head, "cc") < 0 {
				continue
			}
			if v.Tokens[k].UPOS != syntax.NOUN && v.Tokens[k].UPOS != syntax.PROPN {
				continue
			}
			if f.oneTitle(a, k) {
				a.head = k // "former minister and current member Ann Cole" is one person
				break
			}
			b := f.found[x]
			b.source = stretch{v.from[k], min(v.to[k], a.source.to)}
			if cc >= 0 && cc == b.source.from {
				b.source.from++
			}
			for !b.source.empty() && v.loose(b.source.from) {
				b.source.from++
			}
			b.head = k
			if b.source.empty() || !b.source.has(k) {
				continue
			}
			f.found = append(f.found, b)
			a = &f.found[x]
			a.source.to = min(a.source.to, v.from[k])
			for a.source.to > a.source.from && (v.loose(a.source.to-1) || v.Tokens[a.source.to-1].UPOS == syntax.CCONJ) {
				a.source.to--
			}
			break
		}
	}
}

// setOff reports whether a comma stands before a stretch or opens it.
func (f *finder) setOff(s stretch) bool {
	return s.from > 0 && f.v.is(s.from-1, ",") || f.v.is(s.from, ",")
}

// firstComma finds the first comma after token i, or -1.
func (f *finder) firstComma(i int) int {
	for k := i; k < len(f.v.Tokens); k++ {
		if f.v.is(k, ",") {
			return k
		}
	}
	return -1
}

// lift climbs from a subordinate clause to the one that stands on its own.
func (f *finder) lift(h int) int {
	v := f.v
	for steps := 0; steps < 8 && v.Tokens[h].Head >= 0; steps++ {
		switch v.rel(h) {
		case "advcl", "acl", "conj", "xcomp", "ccomp":
			h = v.clause(v.Tokens[h].Head)
			continue
		}
		break
	}
	return h
}
