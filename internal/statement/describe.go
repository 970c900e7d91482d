package statement

import (
	"strconv"
	"strings"
	"unicode"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// describe tells who a statement is attributed to.
func (w *work) describe(a *attribution) record.Source {
	v := a.v
	if a.lender != nil { // the tokens of the source stand in another sentence
		b := *a
		b.v, b.lender = a.lender, nil
		a, v = &b, a.lender
	}
	if a.head < 0 || a.source.empty() {
		return record.Source{Kind: record.Unresolved}
	}
	src := record.Source{Span: v.Span(v.text, a.source.from, a.source.to)}
	class := w.class(v, a.head)
	if class == "" {
		if k := w.quantified(v, a); k >= 0 {
			class = w.class(v, k)
		}
	}
	actor := w.actorOf(v, a.source, a.head)
	switch v.lemma(a.head) {
	case "i", "we":
		actor = nil
	case "he", "she":
		if actor != nil && actor.Kind != record.Person {
			actor = nil
		}
	}
	switch {
	case actor != nil && proper(actor.Name):
		src.Kind, src.Actor, src.Name, src.Code = record.Named, actor.ID, actor.Name, actor.Code
		if class == "people" && actor.Kind != record.Person && v.Tokens[a.head].UPOS == syntax.NOUN {
			src.Kind, src.Name = record.Anonymous, ""
		}
		if class == "document" && v.Tokens[a.head].UPOS == syntax.NOUN {
			src.Kind, src.Name = record.Document, ""
		}
	case class == "document":
		src.Kind = record.Document
	case v.Tokens[a.head].UPOS == syntax.PROPN:
		src.Kind, src.Name = record.Named, w.nameOf(v, a)
	case class == "body" || class == "media":
		src.Kind = record.Named
	case v.Tokens[a.head].UPOS == syntax.PRON && !indefinite(v.lemma(a.head)):
		src.Kind = record.Unresolved
	case class == "people" || indefinite(v.lemma(a.head)):
		src.Kind = record.Anonymous
	default:
		src.Kind = record.Unresolved
	}
	w.carryPerson(&src, v, a)
	if actor != nil && src.Actor == "" && src.Kind != record.Document {
		src.Actor = actor.ID
	}
	if src.Code == "" && src.Kind != record.Document {
		src.Code = w.nationality(v, a)
	}
	if src.Kind == record.Anonymous {
		w.group(&src, a)
	}
	return src
}

func indefinite(lemma string) bool {
	switch lemma {
	case "some", "many", "others", "other", "several", "few", "most", "both", "one", "someone", "somebody", "everyone", "nobody", "none", "two", "three":
		return true
	}
	return false
}

func proper(name string) bool {
	for _, r := range name {
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	}
	return false
}

// class tells what sort of source a noun names: people, body, document, media.
func (w *work) class(v *view, head int) string {
	l := v.lemma(head)
	if v.is(head, "%", "percent", "cent") {
		return "people" // "a third did not answer, 34% said"
	}
	if c := w.sources[l]; c != "" {
		if v.Tokens[head].UPOS == syntax.PROPN && (c == "document" || c == "media") {
			return "" // the Post, the Times
		}
		return c
	}
	if v.Tokens[head].UPOS != syntax.NOUN {
		return ""
	}
	if i := strings.LastIndexByte(l, '-'); i >= 0 {
		if c := w.sources[l[i+1:]]; c != "" {
			return c
		}
	}
	for _, s := range [...]string{"er", "or", "ist", "man", "men", "woman", "women", "ian", "person", "people", "eer", "ee", "ant"} {
		if strings.HasSuffix(l, s) && len(l) > len(s)+2 {
			return "people"
		}
	}
	return ""
}

// quantified gives the people of "a handful of officials", or -1.
func (w *work) quantified(v *view, a *attribution) int {
	switch v.lemma(a.head) {
	case "handful", "group", "number", "couple", "dozen", "score", "majority", "pair", "hundred", "thousand", "crowd", "team", "string", "host":
		if k := v.kid(a.head, "nmod"); k >= 0 && a.source.has(k) && v.caseOf(k) == "of" {
			return k
		}
	}
	return -1
}

// nameOf gives the proper words of a source whose actor is not known.
func (w *work) nameOf(v *view, a *attribution) string {
	from, to := a.head, a.head+1
	for from > a.source.from && v.Tokens[from-1].UPOS == syntax.PROPN {
		from--
	}
	for to < a.source.to && v.Tokens[to].UPOS == syntax.PROPN {
		to++
	}
	return v.words(stretch{from, to})
}

// nationality gives the code of the first nationality word in the noun phrase
// before its head, or directly on it: "former senior Russian officials".
func (w *work) nationality(v *view, a *attribution) string {
	for i := a.source.from; i < a.source.to; i++ {
		if i > a.head && v.rel(i) != "appos" && v.rel(i) != "flat" {
			continue
		}
		if code := w.demonyms[v.Tokens[i].Text]; code != "" {
			return code
		}
	}
	return ""
}

var numbers = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a": 0}

// group describes people whose names are not told: how many, what they are,
// whether they still are, why they know, on what terms they spoke.
func (w *work) group(src *record.Source, a *attribution) {
	v := a.v
	head := a.head
	var role []string
	for i := a.source.from; i <= head; i++ {
		t := &v.Tokens[i]
		word := strings.ToLower(t.Text)
		switch {
		case t.UPOS == syntax.NUM || indefinite(word) && numbers[word] > 0:
			if n := number(word); n > 0 && v.caseless(i) {
				src.Count = n
			}
		case word == "former" || strings.HasPrefix(word, "ex-") || word == "retired" || word == "onetime" || word == "then":
			src.Former = true
			role = append(role, word)
		case t.UPOS == syntax.DET || t.UPOS == syntax.CCONJ || t.UPOS == syntax.PUNCT || t.UPOS == syntax.PRON || t.UPOS == syntax.ADV || t.UPOS == syntax.PART:
		case w.demonyms[t.Text] != "" || indefinite(word) && i != head || word == "unnamed" || word == "anonymous":
		default:
			role = append(role, t.Text)
		}
	}
	if src.Count == 0 && v.Tokens[head].XPOS == "NN" && w.quantified(v, a) < 0 && (v.is(a.source.from, "a", "an", "one") || v.is(a.source.from, "another")) {
		src.Count = 1
	}
	src.Role = strings.Join(role, " ")
	if v.is(head, "%", "percent", "cent") { // a share is no number of people
		src.Count, src.Role = 0, ""
	}
	for i := head + 1; i < a.source.to; i++ {
		if v.Tokens[i].Head != head {
			continue
		}
		switch v.lemma(i) {
		case "close", "familiar", "knowledge", "brief", "involve", "privy", "receive", "see", "know", "present", "access", "hear", "attend", "review", "aware":
			src.Access = v.words(v.trim(stretch{v.from[i], min(v.to[i], a.source.to)}))
		}
	}
	src.Terms = w.terms(v)
}

// caseless reports whether a number counts the head itself.
func (v *view) caseless(i int) bool {
	return v.rel(i) == "nummod" || v.rel(i) == "root" || v.rel(i) == "nsubj"
}

func number(word string) int {
	if n := numbers[word]; n > 0 {
		return n
	}
	n, err := strconv.Atoi(word)
	if err != nil || n > 1000 {
		return 0
	}
	return n
}

// terms finds on what terms an unnamed source spoke.
func (w *work) terms(v *view) string {
	for i := range v.Tokens {
		switch {
		case v.is(i, "anonymity"):
			from := i
			for from > 0 && i-from < 4 && v.is(from-1, "of", "condition", "on", "the", "granted", "for", "requesting", "requested") {
				from--
			}
			return v.words(stretch{from, i + 1})
		case v.is(i, "named", "identified") && i >= 3 && v.is(i-1, "be") && (v.is(i-3, "not") || v.is(i-2, "not")):
			from := i - 3
			if from > 0 && v.Tokens[from-1].UPOS == syntax.VERB {
				from--
			}
			return v.words(stretch{from, i + 1})
		}
	}
	return ""
}

// carryPerson gives a "he" or "she" that no actor is known for to the person who
// spoke last: in a run of quotations that is who goes on.
func (w *work) carryPerson(src *record.Source, v *view, a *attribution) {
	switch v.lemma(a.head) {
	case "he", "she":
		near := w.personAt == v.index || w.personAt == v.index-1 && a.entry != nil && a.entry.class == "speech"
		if w.person.Name != "" && (src.Kind == record.Unresolved || near && a.cueAt > a.head && src.Actor != w.person.Actor) {
			src.Kind, src.Name, src.Actor, src.Code = record.Named, w.person.Name, w.person.Actor, w.person.Code
		}
		if src.Kind == record.Named && a.entry != nil && a.entry.class == "speech" && src.Actor == w.person.Actor {
			w.personAt = a.v.index
		}
		return
	}
	if src.Kind == record.Named && v.Tokens[a.head].UPOS == syntax.PROPN && w.personal(v, a) {
		w.person, w.personAt = *src, a.v.index
	}
}

// personal reports whether a named source looks like a person.
func (w *work) personal(v *view, a *attribution) bool {
	if actor := w.actorOf(v, a.source, a.head); actor != nil {
		return actor.Kind == record.Person
	}
	for _, n := range v.Names {
		if n.Start <= a.head && a.head < n.End {
			return n.Kind == syntax.PersonName
		}
	}
	return w.demonyms[v.Tokens[a.head].Text] == "" && len(v.Tokens[a.head].Text) > 1 && strings.ToUpper(v.Tokens[a.head].Text) != v.Tokens[a.head].Text
}
