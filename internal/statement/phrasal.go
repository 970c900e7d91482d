package statement

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// phrasal gives what token i attributes as a verb, with its particle where the two
// have a meaning of their own ("ruled out"), and where the cue ends.
func (f *finder) phrasal(i int) (*cue, int) {
	v := f.v
	if p := v.kid(i, "compound:prt"); p > i {
		if e := f.verbs[v.lemma(i)+" "+v.lemma(p)]; e != nil {
			if p == i+1 {
				return e, p + 1
			}
			return e, i + 1
		}
	}
	return f.verbs[v.lemma(i)], i + 1
}

// subjunctive reports whether verb i is what somebody demands of its subject: a
// bare verb below "demanded that", where "declare" attributes nothing.
func (f *finder) subjunctive(i int) bool {
	v := f.v
	subj := v.kid(i, "nsubj")
	if r := v.rel(i); r != "ccomp" && r != "conj" || subj < 0 || v.kid(i, "aux") >= 0 || v.is(i-1, "to") {
		return false
	}
	switch v.Tokens[i].XPOS {
	case "VB":
		return true
	case "VBP": // a plain form beside a singular subject is no present tense
		h := v.Tokens[i].Head
		e := f.verbs[v.lemma(h)]
		x := v.Tokens[subj].XPOS
		return e != nil && e.role == record.Demand && (x == "NN" || x == "NNP" || v.is(subj, "he", "she", "it"))
	}
	return false
}

// obliged reports whether a verb of thought only tells what somebody ought to think.
func (f *finder) obliged(i int, e *cue) bool {
	if e == nil || e.class != "thought" {
		return false
	}
	for _, k := range f.v.kids(i) {
		if f.v.rel(k) == "aux" && f.v.is(k, "must", "should") {
			return true
		}
	}
	return false
}

// requested reports whether a verb of speech is only what somebody is asked to do,
// with a thing and no words of theirs: "urged the council to endorse the plan".
func (f *finder) requested(i int, e *cue) bool {
	v := f.v
	h := v.Tokens[i].Head
	if e == nil || e.class != "speech" || h < 0 || v.rel(i) != "xcomp" && v.rel(i) != "advcl" || !v.is(i-1, "to") || v.kid(i, "ccomp") >= 0 {
		return false
	}
	up := f.verbs[v.lemma(h)]
	return up != nil && up.role == record.Demand && up.takes('o') && v.kid(h, "obj", "iobj") > h
}

// asides reports whether verb i only tells what a speaker was asked: "Asked
// whether it would join, X said".
func (f *finder) asides(i int) bool {
	v := f.v
	switch v.lemma(i) {
	case "ask", "press", "question", "quiz":
	default:
		return false
	}
	if x := v.Tokens[i].XPOS; x != "VBN" && x != "VBD" || v.rel(i) != "advcl" || v.kid(i, "nsubj", "aux", "obj") >= 0 {
		return false
	}
	return i == v.Body || v.is(i-1, ",", "when", "if")
}

// quotedAs gives who is quoted where verb h is "quoted" and i its "as saying", or -1.
func (f *finder) quotedAs(h, i int) int {
	v := f.v
	if l := v.lemma(h); l != "quote" && l != "cite" || v.Tokens[h].UPOS != syntax.VERB || v.lemma(i) != "say" || !v.is(i-1, "as") || f.passive(h) {
		return -1
	}
	return v.kid(h, "obj")
}

// relay gives what "the agency quoted X as saying" attributes to X, through the
// agency. verb is the one that quotes.
func (f *finder) relay(a *attribution, verb int) {
	v := f.v
	for _, k := range v.kids(verb) {
		o := f.quotedAs(verb, k)
		s := v.kid(verb, "nsubj")
		if o < 0 || s < 0 || len(a.content) == 0 && k != a.cueAt {
			continue
		}
		name := v.whole(s)
		for !name.empty() && (v.is(name.from, "the") || v.loose(name.from)) {
			name.from++
		}
		if !name.empty() {
			a.hops = append(a.hops, record.Hop{Outlet: v.words(name), Cue: v.words(stretch{verb, verb + 1})})
		}
		f.source(a, o)
		return
	}
}

// withSaying gives the comma of ", with experts saying" where token j is "saying",
// else -1: others speak from there on.
func (f *finder) withSaying(j int) int {
	v := f.v
	if v.Tokens[j].XPOS != "VBG" || v.lemma(j) != "say" && !outer[v.lemma(j)] {
		return -1
	}
	for k := j - 2; k > 0 && j-k < 7 && !v.loose(k); k-- {
		if v.is(k, "with") && v.is(k-1, ",") {
			return k - 1
		}
	}
	return -1
}

// afterLead gives the end of a clause that a tree breaks off at the comma behind
// what leads into it: "that if the wall breaks, the town is lost".
func (f *finder) afterLead(s stretch) int {
	v := f.v
	if !v.is(s.from, "that") || s.to+3 >= len(v.Tokens) || !v.is(s.to, ",") {
		return s.to
	}
	switch v.Tokens[s.from+1].UPOS {
	case syntax.SCONJ, syntax.ADP:
	default:
		return s.to
	}
	next := &v.Tokens[s.to+1]
	if next.UPOS == syntax.CCONJ || next.UPOS == syntax.VERB || next.XPOS == "WDT" || next.XPOS == "WP" || next.UPOS == syntax.ADP || next.UPOS == syntax.SCONJ {
		return s.to
	}
	to := s.to + 1
	for to < len(v.Tokens) && v.Tokens[to].Text != ";" {
		if v.is(to, ",") && to+1 < len(v.Tokens) && v.Tokens[to+1].XPOS == "VBG" {
			break
		}
		if e := f.verbs[v.lemma(to)]; v.Tokens[to].UPOS == syntax.VERB && e != nil && e.class == "speech" {
			return s.to
		}
		to++
	}
	if !f.finite(stretch{s.to + 1, to}) {
		return s.to
	}
	return to
}

// second gives a clause with a subject of its own that is joined to verb i behind
// its object, or -1.
func (f *finder) second(i, obj int) int {
	v := f.v
	for _, c := range v.kids(i) {
		if c > obj && v.rel(c) == "conj" && v.kid(c, "nsubj", "nsubj:pass") >= 0 {
			return c
		}
	}
	return -1
}

// paired lets a content reach over the closing mark of a quotation that it opens
// ("that she was “weak.”") and ends it before one that it does not.
func (v *view) paired(s stretch) stretch {
	open := 0
	for k := s.from; k < s.to; k++ {
		switch v.side(k) {
		case 1:
			open++
		case -1:
			open--
		}
	}
	if open == 1 {
		for k := s.to; k < len(v.Tokens) && k < s.to+3; k++ {
			if v.side(k) == -1 {
				s.to = k + 1
				break
			}
			if !v.loose(k) {
				break
			}
		}
	}
	if open == -1 && v.side(s.to-1) == -1 && s.to-s.from > 2 {
		for s.to--; s.to > s.from && v.loose(s.to-1); s.to-- {
		}
	}
	return s
}

// side tells an opening double quotation mark, 1, from a closing one, -1.
func (v *view) side(k int) int {
	t := &v.Tokens[k]
	switch t.Text {
	case "“", "«", "„", "``":
		return 1
	case "”", "»", "''":
		return -1
	case "\"":
		if strings.HasPrefix(t.XPOS, "`") || !t.SpaceAfter && (k == 0 || v.Tokens[k-1].SpaceAfter) {
			return 1
		}
		return -1
	}
	return 0
}

// plainly reads "made clear that", "made it clear that": who makes it clear says so.
func (f *finder) plainly(i int) int {
	v := f.v
	h := v.Tokens[i].Head
	if v.rel(i) != "xcomp" || h < 0 || v.lemma(h) != "make" || v.Tokens[h].UPOS != syntax.VERB || f.passive(h) {
		return -1
	}
	return h
}
