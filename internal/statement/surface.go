package statement

import (
	"sitrep/internal/syntax"
)

// Reported speech is told by its commas as surely as by any tree: "A, X said.",
// "A, X said, B.". The rules of this file read those, and "X said A" where the
// tree gives the verb no content though only a clause can follow.

// steady are verbs after which a clause is what was said.
var steady = map[string]bool{"say": true, "add": true, "tell": true, "state": true, "claim": true, "insist": true, "argue": true,
	"warn": true, "note": true, "explain": true, "acknowledge": true, "admit": true, "stress": true, "allege": true, "confirm": true,
	"announce": true, "write": true, "declare": true}

// manner are verbs that attribute a quotation, and otherwise do something else.
var manner = map[string]bool{"continue": true, "answer": true, "agree": true, "respond": true, "reply": true, "speak": true, "talk": true, "laugh": true,
	"sigh": true, "cry": true, "scream": true, "yell": true, "shout": true, "chant": true, "repeat": true, "order": true, "call": true, "quote": true,
	"ask": true, "demand": true, "urge": true, "request": true, "offer": true, "deny": true, "recall": true, "read": true, "counter": true, "reflect": true}

// offset reads an attribution set off by commas or quotation marks behind or
// within what it reports.
func (f *finder) offset(a *attribution, i int) bool {
	v := f.v
	if a.entry.class != "speech" || !a.entry.takes('q') || a.source.empty() || v.Tokens[i].XPOS == "VBG" || v.Tokens[i].XPOS == "VB" || v.kid(i, "mark") >= 0 {
		return false
	}
	if v.Tokens[i].XPOS == "VBN" && v.kid(i, "aux") < 0 || v.is(i-1, "when", "while", "if", "as") {
		return false // "when asked about it"
	}
	if v.is(v.Body, "according") {
		return false
	}
	seg := stretch{min(a.source.from, i), max(a.source.to, i+1)}
	if seg.to-seg.from > a.source.to-a.source.from+4 || v.is(seg.from, "who", "which", "that") {
		return false
	}
	from := f.leftEdge(seg.from)
	if from > v.Body && !quoteMark(v.Tokens[from-1].Text) && (manner[v.lemma(i)] || !f.finite(stretch{v.Body, from})) && !steady[v.lemma(i)] {
		return false // "…, the crowd shouted": only beside a quotation
	}
	if from <= v.Body || !v.loose(from-1) && !quoteMark(v.Tokens[from-1].Text) || v.is(from-1, ":", ";") {
		return false
	}
	to, ends := f.rightEdge(seg.to)
	if to < 0 || !f.clausal(stretch{v.Body, from}) {
		return false
	}
	if from < seg.from && a.source.from == seg.from {
		a.source.from = from
	}
	if t := f.titled(from); t < from && a.source.from == from {
		from, a.source.from = t, t
	}
	a.content = []stretch{{f.opening(from), from}}
	if !ends {
		if rest := f.after(stretch{to + 1, len(v.Tokens)}, from, a.source.from > i); !rest.empty() && f.continues(rest, stretch{v.Body, from}) {
			a.content = append(a.content, rest)
		}
		if n := len(a.content); n > 1 && quoteMark(v.Tokens[a.content[1].from].Text) && !quoteMark(v.Tokens[from-1].Text) && !f.finite(a.content[0]) {
			a.content = a.content[1:] // "Announcing the aid, X said, “…”"
		}
	}
	a.rule = "statement/postposed"
	return true
}

// interrupting reads ", X said," within a sentence by its two commas, whatever
// the tree makes of it.
func (f *finder) interrupting(a *attribution, i int) bool {
	v := f.v
	if !steady[v.lemma(i)] || v.Tokens[i].XPOS == "VBG" || v.Tokens[i].XPOS == "VB" {
		return false
	}
	close, ends := f.rightEdge(i + 1)
	if close < 0 || ends || close-i > 8 || v.Tokens[close].Text != "," {
		return false
	}
	from := i
	for from > v.Body && i-from < 9 && !v.loose(from-1) && !quoteMark(v.Tokens[from-1].Text) {
		switch v.Tokens[from-1].UPOS {
		case syntax.DET, syntax.ADJ, syntax.NOUN, syntax.PROPN, syntax.NUM, syntax.ADV, syntax.PRON, syntax.AUX, syntax.ADP, syntax.PART:
			from--
			continue
		}
		return false
	}
	if from == i || from <= v.Body+1 || !v.is(from-1, ",") && !quoteMark(v.Tokens[from-1].Text) || v.is(from, "who", "which", "that", "where", "as") {
		return false
	}
	head := -1
	for k := i - 1; k >= from && head < 0; k-- {
		if nominal(v.Tokens[k].UPOS) {
			head = f.phraseHead(k)
		}
	}
	if head < from || !f.clausal(stretch{close, len(v.Tokens)}) && !f.clausal(stretch{v.Body, from}) {
		return false
	}
	a.head, a.hidden = head, false
	from = f.titled(from)
	to := i
	for to > from && (v.Tokens[to-1].UPOS == syntax.ADV || v.Tokens[to-1].UPOS == syntax.AUX) {
		to--
	}
	a.source = stretch{from, to}
	a.content = []stretch{{v.Body, from}}
	if rest := f.after(stretch{close + 1, len(v.Tokens)}, from, false); !rest.empty() && f.continues(rest, stretch{v.Body, from}) {
		a.content = append(a.content, rest)
	}
	a.rule = "statement/postposed"
	return true
}

// titled reaches from a speaker's name over the title that stands before it,
// between commas: ", the council's representative for the region, Ann Cole said".
func (f *finder) titled(from int) int {
	v := f.v
	if from < v.Body+5 || v.Tokens[from].UPOS != syntax.PROPN || !v.is(from-1, ",") {
		return from
	}
	people := false
	for k := from - 2; k > v.Body && from-k < 14; k-- {
		switch t := &v.Tokens[k]; {
		case t.Text == ",":
			if people && v.Tokens[k+1].UPOS == syntax.DET && v.Tokens[k+1].XPOS == "DT" {
				return k + 1
			}
			return from
		case t.UPOS == syntax.NOUN:
			people = people || f.sources[v.lemma(k)] == "people" && t.XPOS == "NN"
		case t.UPOS == syntax.DET || t.UPOS == syntax.ADJ || t.UPOS == syntax.PROPN || t.UPOS == syntax.ADP || t.UPOS == syntax.PART || t.UPOS == syntax.NUM:
		default:
			return from
		}
	}
	return from
}

// opening gives where a content that ends before token from begins: at the
// quotation mark, where a quotation ends there and a full stop or a colon stands
// before its beginning; else with the sentence.
func (f *finder) opening(from int) int {
	v := f.v
	if !quoteMark(v.Tokens[from-1].Text) {
		return v.Body
	}
	for k := from - 2; k > v.Body; k-- {
		if quoteMark(v.Tokens[k].Text) && v.is(k-1, ".", ":", "?", "!") && v.Tokens[k].Text != "”" {
			return k
		}
	}
	return v.Body
}

// leftEdge reaches over the words of a noun phrase and adverbs to the mark that
// sets the attribution off; the place given where there is none.
func (f *finder) leftEdge(from int) int {
	v := f.v
	for k := from; k > v.Body && from-k < 8; k-- {
		if v.loose(k-1) || quoteMark(v.Tokens[k-1].Text) {
			return k
		}
		switch v.Tokens[k-1].UPOS {
		case syntax.DET, syntax.ADJ, syntax.NOUN, syntax.PROPN, syntax.NUM, syntax.ADV:
		default:
			return from
		}
	}
	return from
}

// rightEdge skips who was told and when; it gives the closing comma's place, or
// the end, and -1 where other words follow.
func (f *finder) rightEdge(to int) (at int, ends bool) {
	v := f.v
	for k := to; k < len(v.Tokens); k++ {
		t := &v.Tokens[k]
		switch {
		case v.loose(k) && t.Text != "-":
			if t.Text == ":" {
				return -1, false // what was said follows
			}
			if t.Text == "." || t.Text == "?" || t.Text == "!" || f.onlyMarks(k) {
				return k, true
			}
			if k+1 < len(v.Tokens) && v.Tokens[k+1].UPOS == syntax.DET && v.Tokens[k].Text == "," && f.apposed(k+1) {
				continue // ", a spokesman for the mission,"
			}
			return k, false
		case t.UPOS == syntax.VERB || t.UPOS == syntax.AUX || t.UPOS == syntax.SCONJ || t.UPOS == syntax.CCONJ:
			if t.XPOS != "VBG" && t.XPOS != "VBN" || k-to > 12 {
				return -1, false
			}
			if t.XPOS == "VBG" {
				return f.tail(k)
			}
		case k-to > 16:
			return -1, false
		}
	}
	return len(v.Tokens), true
}

// tail lets a participle follow at the very end: "he said, speaking in Kyiv".
func (f *finder) tail(k int) (int, bool) {
	for j := k; j < len(f.v.Tokens); j++ {
		if f.v.Tokens[j].Text == "," {
			return -1, false
		}
	}
	return len(f.v.Tokens), true
}

func (f *finder) onlyMarks(k int) bool {
	for ; k < len(f.v.Tokens); k++ {
		if !f.v.loose(k) && !quoteMark(f.v.Tokens[k].Text) {
			return false
		}
	}
	return true
}

// apposed reports whether token k opens an apposition that ends at a mark before
// any verb.
func (f *finder) apposed(k int) bool {
	for j := k; j < len(f.v.Tokens) && j-k < 14; j++ {
		switch {
		case f.v.loose(j):
			return true
		case f.v.Tokens[j].UPOS == syntax.VERB || f.v.Tokens[j].UPOS == syntax.AUX || f.v.Tokens[j].UPOS == syntax.PRON:
			return false
		}
	}
	return false
}

// continues reports whether a piece behind an attribution goes on with the piece
// before: where that is no whole clause yet, or where the piece says more than
// when and where it was said.
func (f *finder) continues(rest, before stretch) bool {
	v := f.v
	if !f.finite(before) || quoteMark(v.Tokens[rest.from].Text) || v.Tokens[rest.from].UPOS == syntax.CCONJ || v.Tokens[rest.from].UPOS == syntax.SCONJ {
		return true
	}
	return f.finite(rest) || v.is(rest.from, "only", "unless", "if", "provided", "because")
}

// finite reports whether a stretch holds a verb with tense.
func (f *finder) finite(s stretch) bool {
	for k := s.from; k < s.to; k++ {
		switch f.v.Tokens[k].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// clausal reports whether a stretch can be what somebody said: it holds a
// predicate or a quotation mark, and is no mere time or place ("On Monday, …").
func (f *finder) clausal(s stretch) bool {
	for k := s.from; k < s.to; k++ {
		if t := &f.v.Tokens[k]; t.UPOS == syntax.VERB || t.UPOS == syntax.AUX || quoteMark(t.Text) {
			return true
		}
	}
	return false
}

// after is what of the words behind an interrupting attribution goes on with its
// content: up to a new verb of saying of the same speaker, nothing where it
// begins with one.
func (f *finder) after(s stretch, from int, inverted bool) stretch {
	v := f.v
	if s.empty() {
		return s
	}
	t := &v.Tokens[s.from]
	mark := quoteMark(t.Text)
	switch {
	case quoteMark(v.Tokens[from-1].Text) && !mark:
		return stretch{} // a quotation goes on only as a quotation
	case inverted && !mark && t.UPOS != syntax.CCONJ:
		return stretch{} // who the speaker is
	case t.XPOS == "WP" || t.XPOS == "WDT" || t.XPOS == "VBG" || t.XPOS == "VBN" || v.is(s.from, "according", "where", "who", "whose"):
		return stretch{}
	}
	for k := s.from; k < s.to; k++ {
		t := &v.Tokens[k]
		e := f.verbs[v.lemma(k)]
		if t.UPOS != syntax.VERB || e == nil || e.class != "speech" {
			continue
		}
		if t.XPOS == "VBG" && (k == s.from || k == s.from+1) {
			return stretch{}
		}
		if t.XPOS == "VBG" && v.is(v.from[k]-1, ",") {
			s.to = v.from[k]
			break
		}
		if v.is(s.from, "and", "but") && k-s.from < 6 {
			return stretch{}
		}
	}
	return s
}

// clauseAfter reads "X said A" where the tree gives no content: all that follows
// the verb, where it holds a finite verb.
func (f *finder) clauseAfter(a *attribution, i int) bool {
	v := f.v
	if !steady[v.lemma(i)] || a.hidden || a.source.empty() || a.source.from > i || v.Tokens[i].XPOS == "VB" && v.kid(i, "aux") < 0 {
		return false
	}
	from := i + 1
	if v.lemma(i) == "tell" {
		obj := v.kid(i, "obj", "iobj")
		if obj < 0 {
			return false
		}
		from = max(obj+1, min(v.to[obj], len(v.Tokens)))
		for k := obj + 1; k < v.to[obj]; k++ {
			if v.Tokens[k].UPOS == syntax.VERB || v.Tokens[k].UPOS == syntax.AUX || v.is(k, "that") || v.is(k, ":") {
				from = k // a clause that the tree hung on who was told
				break
			}
		}
		if v.Tokens[from-1].UPOS != syntax.PROPN && from < len(v.Tokens) && v.Tokens[from].UPOS == syntax.VERB {
			from = obj + 1
		}
		if from < len(v.Tokens) && v.is(from, ":") {
			from++
		}
		if v.is(v.to[obj]-1, "that") {
			from = v.to[obj] - 1
		}
	}
	to := len(v.Tokens)
	if obj := v.kid(i, "obj"); obj > i && v.lemma(i) != "tell" && (f.second(i, obj) >= 0 || v.Tokens[i].Rel == "acl:relcl") {
		return false // "claimed victory, but the council disagrees"
	}
	from = f.fromThat(stretch{from, to})
	finite := false
	for k := from; k < to; k++ {
		t := &v.Tokens[k]
		switch t.XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			finite = true
		case "VBN":
			finite = finite || v.lemma(i) == "say" && !v.loose(k-1)
		case "VBG":
			if e := f.verbs[v.lemma(k)]; e != nil && e.class == "speech" && k > 0 && v.is(v.from[k]-1, ",") && v.from[k] > from {
				to = v.from[k]
			}
		}
		if v.is(k, "according") && v.is(k-1, ",") {
			to = k
		}
	}
	for from+2 < to && v.is(from, "on") && timeNoun(v, from+1) { // "told the Herald on Sunday what …"
		from += 2
	}
	if !finite || to-from < 3 || v.loose(from) {
		return false
	}
	if v.is(from, "when", "while", "after", "before", "as", "because", "since") {
		for k := from; k < to; k++ { // "that is what X said when asked," Y said
			if v.is(k, ",") || quoteMark(v.Tokens[k].Text) {
				return false
			}
		}
	}
	a.content = []stretch{{from, to}}
	a.rule = "statement/clause-after"
	return true
}

// inverted reports whether a verb of speech stands behind a comma or a closing
// mark with a noun phrase right after it and no subject of its own: "…, claimed
// the ministry".
func (f *finder) inverted(i int) bool {
	v := f.v
	if !steady[v.lemma(i)] || v.kid(i, "nsubj") >= 0 || i+1 >= len(v.Tokens) || i <= v.Body || !v.is(i-1, ",") && !quoteMark(v.Tokens[i-1].Text) {
		return false
	}
	switch v.Tokens[i+1].UPOS {
	case syntax.DET, syntax.PROPN, syntax.ADJ, syntax.NOUN:
		return (v.Tokens[i].XPOS == "VBD" || v.Tokens[i].XPOS == "VBZ") && f.finite(stretch{v.Body, i - 1}) && v.kid(i, "ccomp") < i
	}
	return false
}

// lonely finds a speaker for a verb of speech that the tree gives none: the noun
// phrase that touches it.
func (f *finder) lonely(a *attribution, i int) bool {
	v := f.v
	if !steady[v.lemma(i)] || v.Tokens[i].XPOS != "VBD" && v.Tokens[i].XPOS != "VBZ" && v.Tokens[i].XPOS != "VBP" {
		return false
	}
	k := i - 1
	if f.inverted(i) {
		k = v.Body - 1
	}
	for k > v.Body && (v.Tokens[k].UPOS == syntax.ADV || v.Tokens[k].UPOS == syntax.AUX) {
		k--
	}
	if k >= v.Body && v.is(k, ",") { // ", who lives there, said"
		for k--; k > v.Body && !v.is(k, ","); k-- {
		}
		k--
	}
	if k >= v.Body && nominal(v.Tokens[k].UPOS) && !timeNoun(v, k) {
		for h := v.Tokens[k].Head; h >= v.Body && h < k && v.rel(k) == "nmod" && v.caseOf(k) == "of"; h = v.Tokens[h].Head {
			k = h // "one of them"
		}
		f.source(a, f.phraseHead(k))
		return a.source.to <= i
	}
	if i > v.Body && (v.is(i-1, ",") || quoteMark(v.Tokens[i-1].Text)) {
		for k = i + 1; k < len(v.Tokens) && k < i+6; k++ {
			if u := v.Tokens[k].UPOS; u == syntax.PROPN || u == syntax.PRON || u == syntax.NOUN && (k+1 == len(v.Tokens) || !nominal(v.Tokens[k+1].UPOS)) {
				f.source(a, f.phraseHead(k))
				return a.source.from > i
			} else if u != syntax.DET && u != syntax.ADJ && u != syntax.NOUN && u != syntax.NUM {
				break
			}
		}
	}
	return false
}

func nominal(u syntax.UPOS) bool { return u == syntax.PROPN || u == syntax.PRON || u == syntax.NOUN }

// phraseHead climbs within a run of nouns and names.
func (f *finder) phraseHead(k int) int {
	v := f.v
	for steps := 0; steps < 6; steps++ {
		switch v.rel(k) {
		case "flat", "compound", "nmod:desc", "amod":
			if h := v.Tokens[k].Head; h >= 0 && nominal(v.Tokens[h].UPOS) && max(h, k)-min(h, k) < 6 {
				k = h
				continue
			}
		}
		break
	}
	return k
}
