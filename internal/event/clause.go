package event

import (
	"sitrep/internal/syntax"
	"sitrep/record"
)

// clause is a predicate with what stands around it.
type clause struct {
	v       int // the predicate
	passive bool
	subj    int // token of the subject, or -1; of a passive, its agent
	subjs   []record.Party
	obj     int // the object; of a passive, its subject
	iobj    int
	xcomp   int
	ccomp   int
	purpose int // "to" and a verb beside the clause, which parsers confuse with a complement
	obls    []oblique
	inherit bool // the subject was found outside the clause
}

// oblique is a phrase with a preposition.
type oblique struct {
	t    int
	prep string
}

// read gathers what stands around the predicate v.
func (r *run) read(v int) clause {
	c := clause{v: v, subj: -1, obj: -1, iobj: -1, xcomp: -1, ccomp: -1, purpose: -1}
	for _, k := range r.kids[v] {
		switch rel := r.tok(k).Rel; {
		case is(rel, "advcl") && r.tok(k).XPOS == "VB" && r.marker(k, "to"):
			c.purpose = k
		case is(rel, "csubj") && r.tok(k).XPOS == "VBG" && k < v && c.subj < 0 && adjectival(r.lemma(k)):
			c.subj = r.child(k, "obj") // "striking miners turned down"
		case rel == "nsubj:pass" && moving(r.lemma(v)) && r.child(v, "aux") < 0:
			c.subj = k // "X called on Y", read as if X were called
		case rel == "nsubj:pass":
			c.passive = true
			c.obj = k
		case is(rel, "nsubj"):
			if c.subj < 0 || !anyCountry(r.parties(c.subj, false)) {
				c.subj = k // of two that the parser saw, the one that is known
			}
		case rel == "aux:pass":
			c.passive = true
		case rel == "obj":
			if c.obj < 0 || c.obj == k-1 && r.tok(c.obj).UPOS == syntax.NOUN || r.tok(c.obj).UPOS == syntax.DET && c.obj < k { // a compound taken for two
				c.obj = k
			}
		case rel == "iobj":
			c.iobj = k
		case rel == "xcomp":
			c.xcomp = k
		case rel == "ccomp":
			c.ccomp = k
		case is(rel, "advcl") || is(rel, "acl"):
			for _, m := range r.kids[k] { // "accused X of doing", "by doing"
				if r.tok(m).Rel == "mark" && r.tok(k).XPOS == "VBG" {
					c.obls = append(c.obls, oblique{k, r.lower(m)})
					break
				}
			}
		case is(rel, "obl") && r.prep(k) == "on" && channel(r.lower(k)):
		case is(rel, "obl"):
			c.obls = append(c.obls, oblique{k, r.prep(k)})
		}
	}
	if h := r.tok(v).Head; is(r.tok(v).Rel, "acl:relcl") && c.subj >= 0 && c.subj < v && r.tok(h).Head < 0 && r.prep(c.subj) == "" && r.dated(c.subj) && r.tok(h).UPOS == syntax.NOUN {
		c.subj = h // "air strikes this month have killed"
	}
	if s, o := r.buried(v); s >= 0 {
		c.subj, c.obj = s, o
	}
	r.mend(&c)
	r.unwind(&c)
	r.mistaken(&c)
	rel := r.tok(v).Rel
	if rel == "acl" && (r.tok(v).XPOS == "VBN" || r.tok(v).XPOS == "VBD" && c.obj < 0 && c.subj < 0 && !moving(r.lemma(v))) && !((c.obj >= 0 || moving(r.lemma(v))) && r.tok(r.tok(v).Head).Head < 0) {
		c.passive = true
	}
	if c.passive {
		c.subj = -1
		for i, o := range c.obls {
			if o.prep == "by" && (r.tok(o.t).Rel == "obl:agent" || !r.temporal(o.t)) {
				c.subj = o.t
				c.obls = append(c.obls[:i:i], c.obls[i+1:]...)
				break
			}
		}
	}
	if c.passive && c.subj < 0 {
		r.agent(&c)
	}
	r.called(&c)
	r.outside(&c, 0)
	r.higher(&c)
	if c.subj >= 0 {
		c.subjs = r.parties(c.subj, false)
		if len(c.subjs) == 0 && r.tok(c.subj).UPOS == syntax.PRON {
			switch r.lower(c.subj) {
			case "it", "he", "she", "they":
				c.subjs = r.speaker(c.v)
			}
		}
		if len(c.subjs) == 0 {
			c.subjs = r.unknown(c.subj)
		}
	}
	for _, o := range c.obls {
		r.behind(&c, o.t, 2)
	}
	if c.obj >= 0 {
		r.behind(&c, c.obj, 0)
	}
	return c
}

// channel are names of media that people speak on.
func channel(w string) bool {
	switch w {
	case "twitter", "facebook", "telegram", "youtube", "instagram", "tiktok", "television", "tv", "radio", "cnn", "fox", "news", "fox news", "msnbc", "whatsapp", "truth":
		return true
	}
	return false
}

// mend puts right what parsers often get wrong: an object taken for a complement,
// for an oblique without preposition, or for an indirect object.
func (r *run) mend(c *clause) {
	for i, o := range c.obls { // "kidnapped up to 16 engineers"
		if c.obj < 0 && !c.passive && o.prep == "to" && r.upTo(c.v, o.t) {
			c.obj = o.t
			c.obls = append(c.obls[:i:i], c.obls[i+1:]...)
			break
		}
	}
	if x := c.xcomp; x >= 0 && c.obj < 0 && !c.passive && x > c.v && (r.tok(x).UPOS == syntax.PROPN || r.tok(x).UPOS == syntax.NOUN) && r.prep(x) == "" {
		c.obj, c.xcomp = x, -1
	}
	if c.iobj < 0 && c.obj >= 0 && !c.passive && double(r.lemma(c.v)) {
		r.second(c)
	}
	if c.iobj >= 0 && c.obj < 0 && !c.passive {
		c.obj, c.iobj = c.iobj, -1
	}
	if c.obj < 0 && !c.passive {
		for i, o := range c.obls {
			if o.prep == "" && o.t > c.v && r.tok(o.t).UPOS == syntax.NOUN && !r.temporal(o.t) && o.t-c.v < 8 && r.tok(o.t).Rel != "obl:unmarked" {
				c.obj = o.t
				c.obls = append(c.obls[:i:i], c.obls[i+1:]...)
				break
			}
		}
	}
}

// unwind takes the party out of a phrase of time that the parser made of both:
// "with President X last week".
func (r *run) unwind(c *clause) {
	for i := 1; i < len(c.obls); i++ { // "to its border with X": what the parser hung from the verb
		if o, b := c.obls[i], c.obls[i-1].t; o.prep == "with" && b < o.t && r.class(b).has(r.x.class("border")) {
			if from, _ := r.s.Extent(o.t); from == b+1 {
				c.obls[i].prep = "facing"
			}
		}
	}
	for i, o := range c.obls {
		if !between(o.prep) || !r.temporal(o.t) {
			continue
		}
		for _, k := range r.kids[o.t] {
			if rel := r.tok(k).Rel; (rel == "compound" || is(rel, "nmod")) && len(r.parties(k, false)) > 0 {
				c.obls[i].t = k
				break
			}
		}
	}
}

// mistaken puts right an adjective taken for a verb, a passive that is none, and a
// subject taken for an exclamation.
func (r *run) mistaken(c *clause) {
	v := c.v
	if x := c.xcomp; x >= 0 && c.obj < 0 && !r.marker(x, "to") && (r.tok(x).XPOS == "VBG" || r.tok(x).UPOS == syntax.ADJ) {
		// "invaded neighbouring X": an adjective that the parser took for a verb
		if o := r.child(x, "obj"); o >= 0 && (o == x+1 || o == x+2) && c.iobj < 0 && x == v+1 && !aspect(r.lemma(v)) {
			c.obj, c.xcomp = o, -1
			for _, k := range r.kids[x] {
				if is(r.tok(k).Rel, "obl") {
					c.obls = append(c.obls, oblique{k, r.prep(k)})
				}
			}
		}
	}
	if c.passive && c.obj >= 0 && (r.lemma(v) == "engage" || r.lemma(v) == "involve") {
		c.passive, c.subj, c.obj = false, c.obj, -1
	}
	for i, o := range c.obls { // "up to 100 miners marched", "on Monday miners marched": no phrase of its own
		if c.subj < 0 && !c.passive && (o.prep == "to" || o.prep == "on") && o.t == v-1 {
			if from, _ := r.s.Extent(o.t); o.prep == "to" && r.lower(from) == "up" || o.prep == "on" && r.dated(o.t-1) && r.tok(o.t-1).Head == o.t {
				c.subj = o.t
				c.obls = append(c.obls[:i:i], c.obls[i+1:]...)
				break
			}
		}
	}
	if c.subj < 0 && !c.passive && c.obj != v-1 {
		for _, k := range r.kids[v] { // a name that the parser took for an exclamation
			switch r.tok(k).Rel {
			case "discourse", "vocative", "dislocated", "dep", "nmod", "compound", "appos":
				if k < v && len(r.heads[k]) > 0 {
					c.subj = k
				}
			}
		}
	}
}

// phrases gives the heads of the object and the obliques that the clause has.
func (c *clause) phrases() []int {
	var heads []int
	if c.obj >= 0 {
		heads = append(heads, c.obj)
	}
	for _, o := range c.obls {
		if o.t >= 0 {
			heads = append(heads, o.t)
		}
	}
	return heads
}

// agent finds a passive's "by" that hangs from another phrase of the clause.
func (r *run) agent(c *clause) {
	for _, t := range c.phrases() {
		for _, k := range r.kids[t] {
			if is(r.tok(k).Rel, "nmod") && r.prep(k) == "by" && k > c.v && !r.temporal(k) {
				c.subj = k
				return
			}
		}
	}
}

// aspect are verbs that take a verb in "-ing" of their own.
func aspect(lemma string) bool {
	switch lemma {
	case "begin", "start", "stop", "keep", "continue", "resume", "cease", "halt", "finish", "quit", "suspend", "consider", "deny", "oppose", "reject", "try", "help", "suggest", "recommend", "avoid", "end":
		return true
	}
	return false
}

// behind adds what the object's own prepositions hold, its conjuncts' too: parsers
// often hang there what belongs to the verb.
func (r *run) behind(c *clause, t, depth int) {
	if kin(r.lemma(t)) {
		return
	}
	for _, k := range r.kids[t] {
		switch rel := r.tok(k).Rel; {
		case depth == 2 && !between(r.prep(k)):
		case is(rel, "nmod") && !is(rel, "nmod:poss"):
			c.obls = append(c.obls, oblique{k, r.prep(k)})
			if r.prep(k) == "including" && depth < 2 {
				r.behind(c, k, depth+1) // "sanctions, including a travel ban, on X"
			}
		case is(rel, "conj") && depth < 3:
			r.behind(c, k, depth+1)
		}
	}
}

// between are prepositions that lead to a party wherever they hang.
func between(prep string) bool {
	return prep == "with" || prep == "against" || prep == "to" || prep == "between"
}

// outside finds a subject, or a passive's patient, beyond the clause: through
// conjunction, control, relative clauses and participles.
func (r *run) outside(c *clause, depth int) {
	v := c.v
	h := r.tok(v).Head
	if h < 0 || depth > 3 {
		return
	}
	rel := r.tok(v).Rel
	if c.subj >= 0 && (!c.passive || c.obj >= 0) && !r.relative(c.subj) && (c.obj < 0 || !r.relative(c.obj)) {
		return
	}
	put := func(t int) {
		if t < 0 {
			return
		}
		if c.passive {
			if c.obj < 0 || r.relative(c.obj) {
				c.obj, c.inherit = t, true
			}
			return
		}
		if c.subj < 0 || r.relative(c.subj) {
			c.subj, c.inherit = t, true
		}
	}
	switch {
	case is(rel, "acl:relcl"), rel == "acl":
		r.modifying(c, put)
	case is(rel, "advcl") && h > v && r.tok(v).XPOS == "VBD" && saying(r.lemma(h)) && r.child(v, "mark") < 0:
		// "X marched, Y said": the parser took what is said for a circumstance
	case is(rel, "conj"), rel == "xcomp", is(rel, "advcl"), rel == "parataxis" && c.subj < 0:
		if r.tok(h).UPOS == syntax.NOUN && rel != "xcomp" && r.child(h, "cop") < 0 {
			if is(rel, "conj") {
				return
			}
		}
		up := clause{v: h, subj: -1, obj: -1, iobj: -1, xcomp: -1, ccomp: -1}
		for _, k := range r.kids[h] {
			switch kr := r.tok(k).Rel; {
			case kr == "nsubj:pass":
				up.passive, up.obj = true, k
			case is(kr, "nsubj"):
				up.subj = k
			case kr == "obj":
				up.obj = k
			}
		}
		subj := up.subj
		if up.passive {
			subj = up.obj
		}
		if rel == "xcomp" && up.obj >= 0 && !up.passive && objectControl(r.lemma(h)) {
			put(up.obj)
			return
		}
		if subj < 0 || r.relative(subj) {
			if up.passive && subj < 0 {
				up.obj = -1
			}
			r.outside(&up, depth+1)
			subj = up.subj
			if up.passive {
				subj = up.obj
			}
		}
		put(subj)
	}
}

// modifying reads a clause that hangs from a noun: the noun is what its relative
// pronoun means, or its subject, or its object.
func (r *run) modifying(c *clause, put func(int)) {
	v, h, rel := c.v, r.tok(c.v).Head, r.tok(c.v).Rel
	if c.obj >= 0 && r.relative(c.obj) {
		c.obj, c.inherit = h, true
		return
	}
	if c.subj >= 0 && !r.relative(c.subj) && !c.passive && c.obj < 0 {
		c.obj = h // "the town that X captured"
		return
	}
	if rel == "acl" && r.tok(v).XPOS == "VB" {
		put(r.child(h, "nmod:poss"))
		return
	}
	if s := r.child(h, "nsubj"); rel == "acl" && r.tok(v).XPOS == "VBG" && s >= 0 && v > 0 && r.tok(v-1).Text == "," {
		put(s) // "X was in Y, welcoming"
		return
	}
	if g := r.tok(h).Head; rel == "acl" && r.tok(v).XPOS == "VBG" && g >= 0 && r.tok(g).UPOS == syntax.VERB && len(r.parties(h, false)) == 0 {
		if s := r.subject(g); s >= 0 { // "issued a declaration demanding"
			put(s)
			return
		}
	}
	put(h)
}

// subject gives a verb's subject; of two that the parser saw, the one that is known.
func (r *run) subject(v int) int {
	s := -1
	for _, k := range r.kids[v] {
		if is(r.tok(k).Rel, "nsubj") && (s < 0 || !anyCountry(r.parties(s, false))) {
			s = k
		}
	}
	return s
}

// higher mends a joined verb that hangs too low: of "X said that Y fled and accused
// it of Z" the pronoun tells that not Y but X accused.
func (r *run) higher(c *clause) {
	if !c.inherit || c.passive || c.obj < 0 || c.subj < 0 || r.tok(c.obj).XPOS != "PRP" || !is(r.tok(c.v).Rel, "conj") {
		return
	}
	it, who := r.parties(c.obj, false), r.parties(c.subj, false)
	if len(who) == 0 || len(it) > 0 && !same(it[0], who[0]) {
		return
	}
	h := r.tok(c.v).Head
	if r.tok(h).Rel != "ccomp" || r.tok(h).Head < 0 {
		return
	}
	if s := r.child(r.tok(h).Head, "nsubj"); s >= 0 {
		c.subj = s
	}
}

// objectControl are verbs whose object acts in their complement.
func objectControl(lemma string) bool {
	switch lemma {
	case "promise", "threaten", "vow", "pledge", "use", "ask-for":
		return false
	}
	return true
}

// relative reports whether t is a relative pronoun.
func (r *run) relative(t int) bool {
	switch r.tok(t).XPOS {
	case "WP", "WDT", "WP$":
		return true
	}
	return false
}

// temporal reports whether t is a word of time: "by Monday", "on Tuesday".
func (r *run) temporal(t int) bool {
	k := r.tok(t)
	for i := range r.given.Times {
		sp := r.given.Times[i].Span
		if sp.Start <= k.Start && k.End <= sp.End {
			return true
		}
	}
	switch r.lemma(t) {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December", "year", "month", "week", "day", "hour", "today", "yesterday", "night", "morning", "evening", "afternoon", "weekend", "time", "minute", "noon", "midnight", "end", "dawn":
		return true
	}
	return k.UPOS == syntax.NUM
}
