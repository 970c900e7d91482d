package statement

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// attribution is a statement in the making: stretches of tokens of one sentence.
type attribution struct {
	v          *view
	cueAt      int     // the token that attributes, -1 for none
	cue        stretch // the words that attribute
	entry      *cue
	source     stretch // empty where nobody is named
	head       int     // the source's head, -1
	content    []stretch
	carried    []int // heads of clauses that the attribution goes on to hold for
	hops       []record.Hop
	hidden     bool          // passive without an agent: the source is not told
	wide       []record.Span // contents beyond the sentence
	confidence float64
	rule       record.RuleID
	lender     *view // the view that source belongs to, where it is another sentence's
	vias       []int // cues, as byte offsets, of the statements that cite this one
	about      int   // token of a noun that names what a denial is about, -1
}

// finder finds the attributions of one sentence.
type finder struct {
	*tables
	v     *view
	found []attribution
}

// sentence runs all rules over one sentence.
func (t *tables) sentence(v *view) []attribution {
	f := &finder{tables: t, v: v}
	for i := range v.Tokens {
		tok := &v.Tokens[i]
		switch tok.UPOS {
		case syntax.VERB:
			f.verb(i)
		case syntax.NOUN, syntax.PROPN:
			f.noun(i)
		case syntax.ADJ:
			f.adjective(i)
		}
		switch {
		case strings.EqualFold(tok.Text, "according"):
			f.according(i)
		case tok.UPOS == syntax.ADV:
			f.hearsay(i)
		}
	}
	f.joined()
	return f.found
}

// verb tries token i as a verb that attributes.
func (f *finder) verb(i int) {
	v := f.v
	entry, end := f.phrasal(i)
	if f.subjunctive(i) {
		return // "demanded that the council declare itself neutral"
	}
	if f.requested(i, entry) || v.lemma(i) == "point" && !v.is(i+1, "out", "to") {
		return // "urged them to endorse the plan"; "at which point"
	}
	if f.obliged(i, entry) || v.is(i, "states") && !v.is(i+1, "that", ":") {
		return // "must understand that"; "the member states"
	}
	if f.asides(i) || v.rel(i) == "xcomp" && (v.lemma(v.Tokens[i].Head) == "refuse" || v.lemma(v.Tokens[i].Head) == "decline") && !f.unspoken(v.Tokens[i].Head) {
		return // what was refused is told once
	}
	if v.is(i+1, "tank", "tanks") && v.lemma(i) == "think" {
		return
	}
	if entry == nil || v.rel(i) == "amod" || v.rel(i) == "compound" {
		return
	}
	a := attribution{v: v, cueAt: i, entry: entry, head: -1, about: -1, cue: stretch{i, end}, rule: "statement/cue-verb"}
	if !(f.inverted(i) && f.lonely(&a, i)) && !f.speaker(&a, i) && !f.lonely(&a, i) || f.unspoken(i) {
		return
	}
	if h := v.Tokens[i].Head; h >= 0 && f.cited(h) && f.passive(h) {
		f.hop(&a, h) // "was quoted by the Herald as saying"
	}
	switch {
	case f.asClause(&a, i):
	case f.interrupting(&a, i):
	case f.offset(&a, i):
	case f.clauseContent(&a, i):
	case f.postposed(&a, i):
	case f.nominal(&a, i):
	case f.clauseAfter(&a, i):
	default:
		return
	}
	if entry.class == "thought" || entry.class == "intent" {
		a.rule = "statement/mind"
	}
	if l := v.lemma(i); l == "quote" || l == "cite" {
		f.relay(&a, i)
	} else if h := v.Tokens[i].Head; h >= 0 && f.quotedAs(h, i) >= 0 {
		f.relay(&a, h)
	}
	f.keep(a)
}

// keep adds an attribution that has content.
func (f *finder) keep(a attribution) {
	var kept []stretch
	for _, c := range a.content {
		c = f.beforeAdding(c, a.cueAt)
		if c = f.v.paired(f.v.trim(c)); !c.empty() {
			kept = append(kept, c)
		}
	}
	if a.content = kept; len(kept) > 0 {
		f.found = append(f.found, a)
	}
}

// beforeAdding ends a content at ", adding that", which the speaker says next.
func (f *finder) beforeAdding(c stretch, cue int) stretch {
	v := f.v
	for j := c.from + 3; j+1 < c.to; j++ {
		if v.Tokens[j].XPOS == "VBG" && cue < c.from && (outer[v.lemma(j)] && v.is(j+1, "that") || v.lemma(j) == "say") && (v.is(j-1, ",") || quoteMark(v.Tokens[j-1].Text) && v.is(j-2, ",")) {
			c.to = j
			break
		}
		if w := f.withSaying(j); w > c.from && cue < c.from {
			c.to = w // ", with experts saying that"
			break
		}
		if v.is(j, "according") && v.is(j+1, "to") && v.is(j-1, ",") && cue < c.from && f.firstComma(j) < 0 {
			c.to = j - 1 // it holds for the whole sentence
			break
		}
	}
	return c
}

// asClause reads "as X said" and "as cited by X": the content is the clause that
// the as-clause hangs from.
func (f *finder) asClause(a *attribution, i int) bool {
	v := f.v
	if v.rel(i) != "advcl" && v.rel(i) != "parataxis" && v.rel(i) != "acl" {
		return false
	}
	as := -1
	for _, k := range v.kids(i) {
		if k < i && v.is(k, "as") && (v.rel(k) == "mark" || v.rel(k) == "advmod" || v.rel(k) == "case") {
			as = k
		}
	}
	if as < 0 || v.kid(i, "ccomp") >= 0 || !steady[v.lemma(i)] && !reporting[v.lemma(i)] {
		return false
	}
	if as != v.Body && !v.is(as-1, ",", "(", "—", "–") && !v.is(i+1, "by") {
		return false // "halted as the guards said so"
	}
	h := v.Tokens[i].Head
	if h < 0 || v.rel(i) == "acl" && !v.is(v.from[i]-1, ",") && !v.is(v.from[i], ",") {
		return false
	}
	a.content = v.cut(v.whole(v.clause(h)), v.whole(i))
	a.rule = "statement/as-clause"
	return true
}

// reporting are further verbs of "as X put it" and "as cited by X".
var reporting = map[string]bool{"report": true, "cite": true, "quote": true, "describe": true, "reveal": true, "disclose": true,
	"predict": true, "mention": true, "remark": true, "observe": true, "recall": true, "suggest": true, "indicate": true, "propose": true, "demand": true, "tweet": true}

// unspoken reports whether a verb of will only refuses the verb of speech below
// it, which then tells: "declined to say whether".
func (f *finder) unspoken(i int) bool {
	v := f.v
	switch v.lemma(i) {
	case "decline", "refuse":
		if k := v.kid(i, "xcomp"); k >= 0 {
			e := f.verbs[v.lemma(k)]
			return e.takes('c') && e.class == "speech" || v.lemma(k) == "speak" || v.lemma(k) == "talk" || v.lemma(k) == "name" || v.lemma(k) == "identify" || v.lemma(k) == "comment"
		}
	case "ask", "request": // "who asked not to be named": on what terms, see terms
		k := v.kid(i, "xcomp", "advcl", "ccomp")
		return k >= 2 && v.is(k, "named", "identified", "quoted") && v.is(k-1, "be")
	}
	return false
}

// clauseContent reads a clause, an infinitive or a gerund that the cue governs.
func (f *finder) clauseContent(a *attribution, i int) bool {
	v := f.v
	for _, k := range v.kids(i) {
		switch v.rel(k) {
		case "ccomp":
			if !a.entry.takes('c') && !a.entry.takes('q') || k > i && !f.standing(k) {
				continue
			}
			f.clause(a, i, k)
		case "xcomp":
			f.infinitive(a, i, k)
		case "advcl":
			if a.entry.takes('x') && v.kid(k, "mark") >= 0 && v.is(v.kid(k, "mark"), "to") && (a.entry.class == "intent" || a.entry.role == record.Promise || a.entry.role == record.Offer || a.entry.role == record.Threat || v.lemma(i) == "expect" || v.lemma(i) == "warn" || v.lemma(i) == "agree") {
				f.infinitive(a, i, k)
			}
		case "parataxis":
			if a.entry.takes('q') && k > i && f.opensQuote(k) {
				a.content = append(a.content, v.whole(k))
			}
		}
	}
	return len(a.content) > 0
}

// standing reports whether a complement is a clause of its own: with a subject, a
// mark, or in quotation marks.
func (f *finder) standing(k int) bool {
	return f.v.kid(k, "nsubj", "nsubj:pass", "csubj", "expl", "mark") >= 0 || f.opensQuote(k) || f.v.kid(k, "obl", "advmod") >= 0 && f.v.kid(k, "cop") >= 0
}

func (f *finder) opensQuote(k int) bool {
	v := f.v
	at := v.from[k]
	return quoteMark(v.Tokens[at].Text) || at > 0 && (quoteMark(v.Tokens[at-1].Text) || v.is(at-1, ":"))
}

// clause takes the clausal complement k of the cue i: its subtree, in two pieces
// where the attribution interrupts it, and without a further attribution of the
// same speaker ("…, adding that …").
func (f *finder) clause(a *attribution, i, k int) {
	v := f.v
	s := v.whole(k)
	if k > i {
		if that := f.fromThat(s); that > s.from {
			if subj := v.kid(k, "nsubj", "nsubj:pass", "expl"); subj < s.from || subj > that {
				s.from = that
			}
		}
		if o := v.kid(i, "iobj", "obj"); o > i && o < s.from && !a.entry.takes('o') && v.from[o] == i+1 && v.kid(k, "nsubj") < 0 && v.is(v.to[o], ",") {
			s.from = v.from[o] // "said her sons, aged five, were": its subject was taken for an object
		}
	}
	if s.has(i) { // a tree that crosses: keep the side of the complement
		if k < i {
			s.to = min(s.to, a.cue.from)
		} else {
			s.from = max(s.from, a.cue.to)
		}
	}
	if k > i {
		if v.rel(i) != "acl" {
			s.to = f.unbroken(s.to)
		}
		s.to = f.alsoSaid(i, k, s.to)
		s.to = f.afterLead(s)
	}
	a.content = append(a.content, f.without(s, k)...)
}

// unbroken lets a clause that breaks off before its verb go on to the next mark.
func (f *finder) unbroken(to int) int {
	v := f.v
	if to >= len(v.Tokens) || v.Tokens[to].XPOS != "MD" && (v.Tokens[to].UPOS != syntax.AUX || v.Tokens[to].XPOS == "VB") {
		return to
	}
	for to < len(v.Tokens) && !v.loose(to) {
		to++
	}
	return to
}

// fromThat skips what stands between the verb and "that", which tells where or
// how it was said: "said, on condition of anonymity, that".
func (f *finder) fromThat(s stretch) int {
	for j := s.from + 1; j < s.to && j < s.from+9; j++ {
		switch {
		case f.v.is(j, "that") && (f.v.rel(j) == "mark" || f.v.Tokens[j].UPOS == syntax.SCONJ):
			return j
		case f.v.Tokens[j].UPOS == syntax.VERB || f.v.Tokens[j].UPOS == syntax.AUX:
			return s.from
		}
	}
	return s.from
}

// alsoSaid reaches over clauses that a tree joins to the verb of saying though
// they go on with what was said: "said A, but B". One with a verb of saying of
// its own does not.
func (f *finder) alsoSaid(i, k, to int) int {
	v := f.v
	if to < len(v.Tokens) && v.side(to) == -1 {
		to++ // "are “going well” and would continue"
	}
	for _, c := range v.kids(i) {
		r := v.rel(c)
		if c > k && r == "advcl" && v.from[c] <= to+1 {
			if m := v.kid(c, "mark"); m >= 0 && v.is(m, "if", "unless", "until", "provided") {
				to = max(to, v.to[c])
				continue
			}
		}
		if c < k || r != "conj" && r != "parataxis" || v.from[c] > to+1 || !v.verbal(c) && v.kid(c, "nsubj") < 0 {
			continue
		}
		at := v.from[c]
		for at < c && v.loose(at) {
			at++
		}
		if e := f.verbs[v.lemma(c)]; e.takes('c') && e.class == "speech" && v.lemma(c) != "continue" {
			return to
		}
		subject := v.kid(c, "nsubj", "nsubj:pass", "expl") >= 0
		joint := v.is(at, "and", "but", "or", "so", "yet", "nor")
		if r == "conj" && !joint || !subject && (r == "conj" && (v.Tokens[i].XPOS != "VBD" || !f.present(c))) {
			return to
		}
		if !joint && (quoteMark(v.Tokens[at].Text) || at > 0 && quoteMark(v.Tokens[at-1].Text)) {
			return to
		}
		to = v.to[c]
	}
	return to
}

// present reports whether a predicate stands in the present or the future.
func (f *finder) present(c int) bool {
	v := f.v
	if x := v.Tokens[c].XPOS; x == "VBZ" || x == "VBP" {
		return true
	}
	for _, k := range v.kids(c) {
		if r := v.rel(k); r == "aux" || r == "cop" {
			if x := v.Tokens[k].XPOS; x == "VBZ" || x == "VBP" || x == "MD" {
				return true
			}
		}
	}
	return false
}

// without drops from a content what another attribution of the same speaker
// says: clauses like ", adding that …" and ", according to …" that a parser
// hangs below the content though they stand beside it.
func (f *finder) without(s stretch, k int) []stretch {
	v := f.v
	for _, c := range v.kids(k) {
		if v.rel(c) != "advcl" && v.rel(c) != "parataxis" || !s.has(c) || c < k {
			continue
		}
		e := f.verbs[v.lemma(c)]
		begin := v.from[c]
		if e == nil || e.class != "speech" || begin == 0 || !v.loose(begin-1) || v.kid(c, "nsubj") >= 0 && v.rel(c) == "advcl" {
			continue
		}
		if v.rel(c) == "advcl" && v.Tokens[c].Feats.Has(syntax.Finite) {
			continue
		}
		s.to = min(s.to, begin)
	}
	if s.empty() {
		return nil
	}
	return []stretch{s}
}

// infinitive takes "to stop" of "plans to stop", with the object of wanting
// ("wants Moscow to stop") but without an addressee ("urged Moscow to stop").
func (f *finder) infinitive(a *attribution, i, k int) {
	v := f.v
	if k < i {
		return
	}
	if a.hidden {
		f.saidToBe(a, i, k)
		return
	}
	to := v.kid(k, "mark")
	inf := to >= 0 && v.is(to, "to")
	ger := strings.HasSuffix(strings.ToLower(v.Tokens[k].Text), "ing")
	if !(a.entry.takes('x') && inf || a.entry.takes('g') && ger) {
		return
	}
	s := v.whole(k)
	s.from = max(s.from, a.cue.to)
	if obj := v.kid(i, "obj"); obj > i && obj < k && (a.entry.class == "intent" || v.lemma(i) == "expect") {
		s.from = v.from[obj]
	}
	a.content = append(a.content, f.without(s, k)...)
	a.rule = "statement/cue-infinitive"
}

// saidToBe reads "the dam is said to be safe": the subject and the infinitive.
func (f *finder) saidToBe(a *attribution, i, k int) {
	v := f.v
	s := v.kid(i, "nsubj:pass", "nsubj")
	if h := v.Tokens[i].Head; s < 0 && v.rel(i) == "conj" {
		s = v.kid(h, "nsubj:pass", "nsubj") // "was a stronghold and is believed to hold"
	}
	if s < 0 {
		return
	}
	switch v.lemma(i) {
	case "say", "report", "believe", "think", "understand", "allege", "claim", "rumor", "rumour":
		a.content = append(a.content, v.whole(s), v.whole(k))
		a.rule = "statement/said-to-be"
	}
}

// postposed reads "…, X said": the cue hangs from the clause it reports.
func (f *finder) postposed(a *attribution, i int) bool {
	v := f.v
	if v.rel(i) != "parataxis" || !a.entry.takes('q') && !a.entry.takes('c') {
		return false
	}
	h := v.Tokens[i].Head
	if begin := v.from[i]; !steady[v.lemma(i)] && !reporting[v.lemma(i)] && (begin == 0 || !quoteMark(v.Tokens[begin-1].Text) && !quoteMark(v.Tokens[begin].Text)) {
		return false // other verbs only beside a quotation
	}
	if h < 0 || h > i && v.from[i] > 0 && !v.loose(v.from[i]-1) && !quoteMark(v.Tokens[v.from[i]-1].Text) {
		return false
	}
	own := v.whole(i)
	pieces := v.cut(v.whole(h), own)
	if h < i { // what follows belongs to the same content unless it has its own subject
		for _, p := range pieces {
			if p.from < own.from || f.goesOn(p, h) {
				a.content = append(a.content, p)
			}
		}
	} else {
		a.content = pieces
	}
	a.rule = "statement/postposed"
	return len(a.content) > 0
}

// goesOn reports whether a piece after an interrupting attribution continues
// its content: a condition, a contrast, the rest of the clause.
func (f *finder) goesOn(p stretch, h int) bool {
	v := f.v
	for i := p.from; i < p.to; i++ {
		if v.Tokens[i].Head != h {
			continue
		}
		switch v.rel(i) {
		case "conj":
			return v.kid(i, "nsubj") < 0 || !v.is(v.from[i], "and")
		case "parataxis":
			return quoteMark(v.Tokens[p.from].Text) || p.from > 0 && quoteMark(v.Tokens[p.from-1].Text)
		}
	}
	return true
}
