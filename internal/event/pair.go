package event

import (
	"strings"

	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Roots are the types that the pair model tells apart. PLOVER's CONCEDE and
// RETREAT are one of them, YIELD, as in the data it learns from.
var roots = [...]string{"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}

// slots are the places of a pair's tree whose words are read as vectors.
const slots = 6

// traits are what is known of a pair of parties in a sentence: hashed features,
// and the words of each slot.
type traits struct {
	on    []uint64
	words [slots][]string
}

func (f *traits) put(parts ...string) {
	h := uint64(7)
	for _, p := range parts {
		h = neural.HashFrom(h, p)
	}
	f.on = append(f.on, h)
}

// pairTraits reads the traits of the pair whose heads are the tokens a and b.
func (r *run) pairTraits(a, b int) traits {
	var f traits
	f.put("bias")
	up, down, top := r.path(a, b)
	verb := r.governing(top)
	r.sketch(&f, verb, "top")
	var shape []string
	for _, t := range up {
		shape = append(shape, "^"+r.tok(t).Rel)
	}
	for _, t := range down {
		shape = append(shape, "v"+r.tok(t).Rel)
	}
	f.put("path", strings.Join(shape, ""))
	f.put("first", r.tok(a).Rel, r.lemma(verb))
	f.put("last", r.tok(b).Rel, r.prep(b), r.lemma(verb))
	f.put("rels", r.tok(a).Rel, r.tok(b).Rel, r.prep(b))
	for _, t := range append(append([]int{}, up...), down...) {
		if t == a || t == b {
			continue
		}
		low := strings.ToLower(r.lemma(t))
		f.put("on path", low)
		f.words[1] = append(f.words[1], low)
		r.kinds(&f, t, "path")
		if r.tok(t).UPOS == syntax.VERB {
			r.frames(&f, t, "path")
		}
	}
	from, to := min(a, b), max(a, b)
	for t := range r.s.Tokens {
		k := r.tok(t)
		if k.UPOS == syntax.PUNCT || k.UPOS == syntax.DET || k.UPOS == syntax.PROPN || k.UPOS == syntax.NUM {
			continue
		}
		low := strings.ToLower(k.Lemma)
		where := 3
		if t > from && t < to {
			where = 2
			f.put("between", low)
		}
		f.put("any", low)
		if k.UPOS == syntax.VERB || k.UPOS == syntax.NOUN || k.UPOS == syntax.ADJ {
			f.words[where] = append(f.words[where], low)
		}
		if k.UPOS == syntax.NOUN {
			r.kinds(&f, t, "any")
		}
	}
	if g := r.tok(verb).Head; g >= 0 {
		f.put("over", strings.ToLower(r.lemma(g)), r.tok(verb).Rel)
		f.words[4] = append(f.words[4], strings.ToLower(r.lemma(g)))
		r.frames(&f, g, "over")
	}
	for root := range r.s.Tokens {
		if r.tok(root).Head < 0 {
			f.put("root", strings.ToLower(r.lemma(root)))
			r.frames(&f, root, "root")
		}
	}
	if a > b {
		f.put("reversed")
	}
	return f
}

// path gives the tokens from a up to, not including, the lowest common governor,
// those from below it down to b, and that governor.
func (r *run) path(a, b int) (up, down []int, top int) {
	for t, n := a, 0; t >= 0 && n < 40; t, n = r.tok(t).Head, n+1 {
		if r.s.Under(b, t) {
			top = t
			break
		}
		up = append(up, t)
	}
	for t, n := b, 0; t >= 0 && t != top && n < 40; t, n = r.tok(t).Head, n+1 {
		down = append([]int{t}, down...)
	}
	return up, down, top
}

// governing gives the nearest verb at or over t, else t.
func (r *run) governing(t int) int {
	for g, n := t, 0; g >= 0 && n < 20; g, n = r.tok(g).Head, n+1 {
		if r.tok(g).UPOS == syntax.VERB || r.child(g, "cop") >= 0 {
			return g
		}
	}
	return t
}

// sketch notes a verb, its modal, its negation, its objects and its complements.
func (r *run) sketch(f *traits, v int, name string) {
	low := strings.ToLower(r.lemma(v))
	f.put(name, low)
	f.words[0] = append(f.words[0], low)
	if aux := r.aux(v); aux != "" {
		f.put(name+" aux", aux)
		f.put(name+" aux", aux, low)
	}
	if _, neg := r.modality(v); neg {
		f.put(name + " not")
		f.put(name+" not", low)
	}
	for _, k := range r.kids[v] {
		rel := r.tok(k).Rel
		kid := strings.ToLower(r.lemma(k))
		switch {
		case rel == "compound:prt":
			f.put(name+" prt", low, kid)
		case rel == "obj", rel == "xcomp", rel == "ccomp", is(rel, "obl"), rel == "nsubj:pass", is(rel, "advcl"):
			if r.tok(k).UPOS == syntax.PROPN {
				continue
			}
			f.put(name+" "+rel, kid)
			f.put(name+" "+rel, low, kid)
			if rel != "nsubj:pass" && !is(rel, "obl") {
				f.words[5] = append(f.words[5], kid)
			}
			r.kinds(f, k, name+rel)
			if rel == "xcomp" || rel == "ccomp" || is(rel, "advcl") {
				r.frames(f, k, name+rel)
				if aux := r.aux(k); aux != "" {
					f.put(name+rel+" aux", aux)
					f.put(name+rel+" aux", aux, kid)
				}
				if _, neg := r.modality(k); neg {
					f.put(name+rel+" not", low)
				}
				for _, g := range r.kids[k] {
					if r.tok(g).Rel == "obj" {
						f.put(name+rel+" obj", strings.ToLower(r.lemma(g)))
						r.kinds(f, g, name+rel+"obj")
					}
				}
			}
			if is(rel, "obl") {
				f.put(name+" prep", low, r.prep(k))
			}
		}
	}
	r.frames(f, v, name)
}

// kinds notes the classes of a noun.
func (r *run) kinds(f *traits, t int, name string) {
	set := r.class(t)
	if set.empty() {
		return
	}
	for i := range r.x.names {
		if set.has(i) {
			f.put(name+" class", r.x.names[i])
		}
	}
}

// frames notes what the tables say of a verb where it stands.
func (r *run) frames(f *traits, v int, name string) {
	if r.tok(v).UPOS != syntax.VERB {
		return
	}
	c := r.read(v)
	if m, ok := r.match(&c); ok {
		f.put(name+" frame", m.frame.kind)
		f.put(name+" frame", m.frame.kind, m.frame.mode)
		if _, neg := r.modality(v); neg {
			f.put(name+" frame not", m.frame.kind)
		}
	}
}

// told notes the events that the tables find in the sentence, and whether they
// join the two parties.
func (r *run) told(f *traits, a, b int) {
	before := len(r.events)
	r.sentence()
	for _, d := range r.events[before:] {
		f.put("event", d.kind)
		x, y := holdsToken(r, d.actor, a), holdsToken(r, d.recipient, b)
		if x {
			f.put("event from", d.kind)
		}
		if x && y {
			f.put("event pair", d.kind)
		}
		if y {
			f.put("event to", d.kind)
		}
		if d.negated {
			f.put("event not", d.kind)
		}
	}
	r.events = r.events[:before]
	for i := range r.consumed {
		r.consumed[i] = false
	}
}

func holdsToken(r *run, list []record.Party, t int) bool {
	k := r.tok(t)
	for _, p := range list {
		if p.Span.Start < k.End && k.Start < p.Span.End {
			return true
		}
	}
	return false
}

// headIn gives the token that heads a stretch of the document, and its sentence.
func (r *run) headIn(start, end int) int {
	from := r.s.TokenAt(start)
	best := -1
	for t := from; t < len(r.s.Tokens) && r.s.Tokens[t].Start < end; t++ {
		if h := r.s.Tokens[t].Head; (h < from || r.s.Tokens[h].Start >= end) && r.s.Tokens[t].Rel != "punct" && r.s.Tokens[t].Rel != "case" {
			return t
		}
		best = t
	}
	return max(best, min(from, len(r.s.Tokens)-1))
}

// Traits of the pair of stretches in a document, for the model; ok is false when
// they do not stand in one sentence.
func (x *Extractor) pair(doc *syntax.Document, given Given, source, target record.Span) (traits, bool) {
	r := &run{x: x, doc: doc, report: &record.Report{}, given: given}
	r.index()
	want := doc.SentenceAt(source.Start)
	if want >= len(doc.Sentences) {
		return traits{}, false
	}
	for i := 0; i <= want; i++ {
		if i < want {
			continue
		}
		r.enter(i)
	}
	if !r.s.Parsed() {
		return traits{}, false
	}
	a := r.headIn(source.Start, source.End)
	b := a
	if target.Start < r.s.End && target.End > r.s.Start {
		b = r.headIn(target.Start, target.End)
	}
	f := r.pairTraits(a, b)
	r.told(&f, a, b)
	return f, true
}
