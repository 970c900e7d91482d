package event

import (
	"sort"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// run is the reading of one document.
type run struct {
	x      *Extractor
	doc    *syntax.Document
	report *record.Report
	given  Given
	states map[int]int // where states stand by name: start to end
	marks  []mark      // all mentions and places, by where they begin
	next   int         // the first mark of the sentence

	now      int
	s        *syntax.Sentence
	kids     [][]int // children by token
	flat     []int
	heads    [][]int    // marks by the token that heads them
	classOf  []classSet // classes by token, filled when asked
	known    []bool
	not      []record.Party // who may not be found: an event's actors, while its recipients are sought
	sure     bool           // only parties whose country is known, and another than the actors'
	consumed []bool         // predicates that an operator has read

	home   string // the only country that the report names
	events []draft
	lines  []record.LineClaim
}

// mark is a place of the text that means an actor, or a place.
type mark struct {
	start, end int
	actor      int // index into given.Actors, or -1
	place      int // index into given.Places, or -1
	form       string
}

// index sorts the mentions of actors and the places by where they begin.
func (r *run) index() {
	r.states = map[int]int{}
	for i := range r.given.Actors {
		for _, m := range r.given.Actors[i].Mentions {
			if r.given.Actors[i].Kind == record.State && m.Form != "seat" {
				r.states[m.Start] = m.End
			}
			r.marks = append(r.marks, mark{m.Start, m.End, i, -1, m.Form})
		}
	}
	for i := range r.given.Places {
		p := &r.given.Places[i]
		if r.stateAt(p.Span) {
			continue // the state's own name tells its country best
		}
		r.marks = append(r.marks, mark{p.Span.Start, p.Span.End, -1, i, "place"})
	}
	sort.Slice(r.marks, func(i, j int) bool {
		a, b := r.marks[i], r.marks[j]
		if a.start != b.start {
			return a.start < b.start
		}
		if a.end != b.end {
			return a.end > b.end
		}
		return a.actor > b.actor
	})
}

// stateAt reports whether a stretch is a mention of a state by name.
func (r *run) stateAt(sp record.Span) bool {
	end, ok := r.states[sp.Start]
	return ok && end == sp.End
}

// enter prepares sentence i: children, and marks by their heads.
func (r *run) enter(i int) {
	r.now, r.s = i, &r.doc.Sentences[i]
	n := len(r.s.Tokens)
	r.kids = grow(r.kids, n)
	r.heads = grow(r.heads, n)
	r.classOf = grow(r.classOf, n)
	r.known = grow(r.known, n)
	r.consumed = grow(r.consumed, n)
	for t := range n {
		r.kids[t], r.heads[t] = r.kids[t][:0], r.heads[t][:0]
		r.known[t], r.consumed[t] = false, false
	}
	for t := range n {
		if h := r.s.Tokens[t].Head; h >= 0 && h < n && h != t {
			r.kids[h] = append(r.kids[h], t)
		}
	}
	for r.next < len(r.marks) && r.marks[r.next].start < r.s.Start {
		r.next++
	}
	from := dateline(r.doc.Text, r.s.Start, r.s.End)
	for k := r.next; k < len(r.marks) && r.marks[k].start < r.s.End; k++ {
		if r.marks[k].start >= from {
			r.head(k)
		}
	}
}

func grow[T any](s []T, n int) []T {
	for len(s) < n {
		var zero T
		s = append(s, zero)
	}
	return s[:n]
}

// head puts a mark at the tokens of its stretch whose governors lie outside of it:
// one, where the parser holds a name together.
func (r *run) head(k int) {
	start, end := r.marks[k].start, r.marks[k].end
	from := r.s.TokenAt(start)
	to := from
	for to < len(r.s.Tokens) && r.s.Tokens[to].Start < end {
		to++
	}
	for t := from; t < to; t++ {
		if h := r.s.Tokens[t].Head; (h < from || h >= to) && r.s.Tokens[t].Rel != "punct" && r.s.Tokens[t].Rel != "case" {
			r.heads[t] = append(r.heads[t], k)
		}
	}
}

func (r *run) tok(t int) *syntax.Token { return &r.s.Tokens[t] }

func (r *run) lemma(t int) string { return r.s.Tokens[t].Lemma }

func (r *run) lower(t int) string { return strings.ToLower(r.s.Tokens[t].Text) }

// child finds the first child of t with one of the relations, or -1. A relation
// matches its subtypes too.
func (r *run) child(t int, rels ...string) int {
	for _, k := range r.kids[t] {
		for _, rel := range rels {
			if is(r.tok(k).Rel, rel) {
				return k
			}
		}
	}
	return -1
}

// is reports whether a relation is the one wanted, or a subtype of it.
func is(rel, want string) bool {
	return rel == want || len(rel) > len(want) && rel[len(want)] == ':' && rel[:len(want)] == want
}

// prep gives the preposition of an oblique: the text of its case, "" for none.
func (r *run) prep(t int) string {
	for _, k := range r.kids[t] {
		if r.tok(k).Rel == "case" {
			return r.lower(k)
		}
	}
	return ""
}

// class tells whether a noun belongs to a class: by itself, with the word before
// it ("air strike"), or through "of" when it only counts ("a series of strikes").
func (r *run) class(t int) classSet {
	if r.known[t] {
		return r.classOf[t]
	}
	r.known[t] = true
	c := r.x.classes[strings.ToLower(r.lemma(t))].or(r.x.classes[r.lower(t)])
	if r.tok(t).UPOS == syntax.SYM { // "$2 million"
		c = r.x.classes["dollar"]
	}
	for _, k := range r.kids[t] {
		switch rel := r.tok(k).Rel; {
		case (rel == "compound" || rel == "amod") && !(rel == "compound" && vague(r.lemma(t))):
			first := strings.ToLower(r.lemma(k))
			if r.x.prefix[first] {
				c = c.or(r.x.classes[first+" "+strings.ToLower(r.lemma(t))]).or(r.x.classes[first+"-"+strings.ToLower(r.lemma(t))])
			} else if low := r.lower(k); r.x.prefix[low] {
				c = c.or(r.x.classes[low+" "+strings.ToLower(r.lemma(t))])
			}
		case rel == "compound" && vague(r.lemma(t)):
			c = c.or(r.x.classes[strings.ToLower(r.lemma(k))])
		case is(rel, "nmod") && r.x.prefix[strings.ToLower(r.lemma(t))] && r.prep(k) == "of":
			c = c.or(r.x.classes[strings.ToLower(r.lemma(t)+" of "+r.lemma(k))])
		case is(rel, "conj") && r.tok(k).UPOS == syntax.NOUN, is(rel, "appos") && r.tok(k).UPOS == syntax.NOUN && r.tok(t).UPOS == syntax.PROPN:
			c = c.or(r.class(k))
		case is(rel, "nmod") && counts(r.lemma(t)) && r.prep(k) == "of":
			c = c.or(r.class(k))
		}
	}
	if r.bloodless(t) {
		for _, name := range []string{"attack", "fighting", "fire", "war"} {
			if i := r.x.class(name); i >= 0 {
				c[i/64] &^= 1 << (i % 64)
			}
		}
	}
	r.classOf[t] = c
	return c
}

// bloodless reports whether an adjective makes an attack or a war a figure of
// speech: "an economic offensive".
func (r *run) bloodless(t int) bool {
	if t+1 < len(r.s.Tokens) && r.lower(t) == "war" && strings.HasPrefix(r.lower(t+1), "crime") {
		return true
	}
	for _, k := range r.kids[t] {
		if rel := r.tok(k).Rel; rel != "amod" && rel != "compound" {
			continue
		}
		switch strings.ToLower(r.lemma(k)) {
		case "economic", "diplomatic", "verbal", "legal", "political", "media", "charm", "scathing", "personal", "information", "propaganda", "cyber", "heart", "advertising", "election",
			"presidential", "electoral", "public", "smear", "social", "disinformation", "panic", "trade", "culture", "bidding", "price", "pr", "financial", "relations":
			return true
		}
	}
	return false
}

// vague are nouns that take their sense from the word before them.
func vague(lemma string) bool {
	switch lemma {
	case "hour", "order", "measure", "effort", "package", "process", "action", "activity", "operation", "delivery", "shipment", "term":
		return true
	}
	return false
}

// counts are nouns that only count or group what follows "of".
func counts(lemma string) bool {
	switch lemma {
	case "number", "series", "group", "dozen", "hundred", "thousand", "million", "score", "wave", "lot", "pair", "string", "spate", "round",
		"kind", "type", "form", "part", "majority", "handful", "couple", "one", "two", "three", "four", "five", "ten", "some", "many", "most", "several", "tens", "hundreds", "thousands", "dozens", "scores",
		"crowd", "ton", "tonne", "piece", "batch", "rest", "act", "barrage", "flow", "shipment", "delivery", "member", "leader", "set", "package", "amount", "billion", "use", "none", "each", "both", "all", "few", "other", "flood", "wing", "column", "leg", "bulk", "remnant", "team", "contingent", "convoy",
		"kg", "kilo", "kilogram", "litre", "liter", "gallon", "barrel", "truckload", "planeload", "shipload", "consignment", "load", "bag", "box", "sack", "day", "week":
		return true
	}
	return false
}
