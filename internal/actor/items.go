package actor

import (
	"strings"
	"unicode/utf8"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// item is a stretch of a sentence as the tables read it.
type item struct {
	from, to int // atoms
	what     what
	value    int  // surface, noun or nothing
	poss     bool // "'s" follows
	bound    bool // part of "X-backed", "pro-X": not the actor it names
	lends    bool // "X-led", "X-installed": lends its country all the same
}

// what tells what an item is.
type what uint8

const (
	word     what = iota
	state         // a country's name, adjective or people
	seat          // a capital or a palace that may speak for its government
	named         // a person or body of the tables
	stranger      // a person's name that no table has
	agent         // a noun that makes an actor
	modifier      // a word that lends a sector: "military"
	pronoun
)

// sentenceItems cuts a sentence into items.
func (r *run) items(s *syntax.Sentence) {
	text := r.doc.Text
	r.atoms = split(text, s.Start, s.End, r.atoms[:0])
	r.ids = r.ids[:0]
	tok := 0
	for i := range r.atoms {
		a := &r.atoms[i]
		r.buf = lowerInto(r.buf, text[a.start:a.end])
		r.ids = append(r.ids, r.x.words[string(r.buf)])
		for tok+1 < len(s.Tokens) && s.Tokens[tok].End <= a.start {
			tok++
		}
		a.token = tok
	}
	r.list = r.list[:0]
	for i := 0; i < len(r.atoms); {
		it := r.match(s, i)
		i = it.to
		if r.possessive(it) {
			it.poss = true
			if i < len(r.atoms) && (text[r.atoms[i].start:r.atoms[i].end] == "s" || text[r.atoms[i].start:r.atoms[i].end] == "S") {
				i++
			}
		}
		r.list = append(r.list, it)
	}
	r.bindHyphens()
	r.strangers(s)
}

// match reads the item that begins at atom i.
func (r *run) match(s *syntax.Sentence, i int) item {
	none := item{from: i, to: i + 1, what: word, value: -1}
	text := r.doc.Text
	if isPronoun(text[r.atoms[i].start:r.atoms[i].end]) {
		none.what = pronoun
		return none
	}
	if r.ids[i] == 0 {
		return none
	}
	name, nameEnd := r.x.names.find(r.atoms, r.ids, i, func(v int32, from, to int) bool {
		sf := &r.x.surface[v]
		return sf.written(text[r.atoms[from].start:r.atoms[to-1].end]) && !r.vetoed(s, sf, from, to)
	})
	nn, nnEnd := r.x.agents.find(r.atoms, r.ids, i, func(v int32, from, to int) bool {
		return !r.inThing(s, from, to, r.x.nouns[v].kind == "thing")
	})
	switch {
	case name >= 0 && nameEnd >= nnEnd:
		sf := &r.x.surface[name]
		it := item{from: i, to: nameEnd, what: named, value: int(name)}
		switch {
		case r.x.entries[sf.entry].kind == record.UnknownActor:
			it.what, it.value = word, -1
		case sf.form == "seat":
			it.what = seat
		case r.x.entries[sf.entry].kind == record.State:
			it.what = state
		}
		return it
	case nn >= 0:
		it := item{from: i, to: nnEnd, what: agent, value: int(nn)}
		if r.x.nouns[nn].use == "mod" {
			it.what = modifier
		}
		return it
	}
	return none
}

// vetoed refuses a name of the tables inside a longer name that the tagger finds.
func (r *run) vetoed(s *syntax.Sentence, sf *surface, from, to int) bool {
	t0, t1 := r.atoms[from].token, r.atoms[to-1].token
	kind := r.x.entries[sf.entry].kind
	for _, n := range s.Names {
		if n.Start > t0 || t1 >= n.End || n.Start == t0 && n.End == t1+1 {
			continue
		}
		switch n.Kind {
		case syntax.PersonName:
			return r.another(s, n, kind, t0, t1)
		case syntax.OtherName: // "the Gondrian War", "Good Morning Gondria", but "Gondrian MiG-29"
			return kind != record.Person && !(n.Start == t0 && strings.ContainsAny(s.Tokens[n.End-1].Text, "0123456789"))
		case syntax.LocationName: // "Sea of Ithil", "Hill Brigade Coast"
			return kind == record.Force || kind == record.Group && t1+1 < n.End
		case syntax.OrganisationName: // "Minath College"
			return sf.form == "seat"
		}
	}
	return false
}

// another tells a name inside a longer person's: "Vernon Jordan" is no country, and
// a family name that no full name of this report introduced, and that follows
// another given name, is someone else.
func (r *run) another(s *syntax.Sentence, n syntax.Name, kind record.ActorKind, t0, t1 int) bool {
	if n.Start == t0 && n.End-n.Start > 2 && kind != record.Person {
		return false // "US Secretary of State X", "Briton X Y"
	}
	return kind != record.Person || n.Start < t0 && t1 == t0 && !r.titled(s, n.Start, t0)
}

// inThing reports whether atoms lie in the longer name of a war, a law or a work:
// "State of the Union" has no union that acts. A machine that opens or ends the
// name of one is that machine: "F-16 Falcon".
func (r *run) inThing(s *syntax.Sentence, from, to int, machine bool) bool {
	t0, t1 := r.atoms[from].token, r.atoms[to-1].token
	for _, n := range s.Names {
		if n.Kind == syntax.OtherName && n.Start <= t0 && t1 < n.End && n.End-n.Start > t1+1-t0 {
			return !machine || n.Start < t0 && t1+1 < n.End
		}
	}
	return false
}

// titled reports whether the tokens before a name inside a longer one are a title
// ("Foreign Minister X") rather than another given name.
func (r *run) titled(s *syntax.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		r.buf = lowerInto(r.buf, s.Tokens[i].Text)
		if !r.x.titles[string(r.buf)] {
			return false
		}
	}
	return true
}

// possessive reports whether an item is followed by "'s", or by an apostrophe
// after a final s.
func (r *run) possessive(it item) bool {
	text, end := r.doc.Text, r.atoms[it.to-1].end
	rest := text[end:min(len(text), end+5)]
	mark, n := utf8.DecodeRuneInString(rest)
	if !apostrophe(mark) || n >= len(rest) {
		return false
	}
	switch rest[n] {
	case 's', 'S':
		return len(rest) == n+1 || !letter(rune(rest[n+1]))
	case ' ':
		return text[end-1] == 's' && mark != '‘'
	}
	return false
}

// apostrophe reports whether a mark is one that is written for an apostrophe.
func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '´', '`', 'ʼ', '‘':
		return true
	}
	return false
}

// bindHyphens marks names that only colour a compound: "X-backed", "pro-X".
func (r *run) bindHyphens() {
	for k := range r.list {
		it := &r.list[k]
		if it.what != state && it.what != seat && it.what != named {
			continue
		}
		if r.atoms[it.from].hyphen && k > 0 {
			switch r.lower(r.list[k-1]) {
			case "pro", "anti", "non", "post", "pre", "un":
				it.bound = true
			}
		}
		if k > 0 && r.lower(r.list[k-1]) == "ethnic" {
			it.bound = true
		}
		if k+1 < len(r.list) && r.atoms[r.list[k+1].from].hyphen && !it.poss {
			switch r.lower(r.list[k+1]) {
			case "led", "installed", "appointed", "run", "owned", "based", "born", "dominated", "commanded":
				it.bound, it.lends = true, true
			default:
				if next := r.list[k+1].what; next == word {
					it.bound = true
				}
			}
		}
	}
}

func (r *run) lower(it item) string {
	r.buf = lowerInto(r.buf, r.doc.Text[r.atoms[it.from].start:r.atoms[it.to-1].end])
	return string(r.buf)
}

func (r *run) text(it item) string {
	return r.doc.Text[r.atoms[it.from].start:r.atoms[it.to-1].end]
}

func isPronoun(s string) bool {
	switch s {
	case "he", "He", "him", "his", "His", "she", "She", "her", "Her", "they", "They", "them", "their", "Their", "it", "It", "its", "Its", "himself", "herself", "themselves", "itself":
		return true
	}
	return false
}
