package actor

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// unknownCountry stands where an actor's country is not told.
const unknownCountry = "---"

// phrase is a noun phrase that makes an unnamed actor, or a title.
type phrase struct {
	first, head, next int // items: the first, the head, and the one to go on with
	end               int // byte after the last word
	country           string
	sector            string
	kind, use, lemma  string
	plural, former    bool
	definite          bool
	owner             int    // the actor of a possessive pronoun or name, or -1
	body              string // the organisation it belongs to
}

// code gives the phrase's PLOVER code.
func (p phrase) code() string {
	c := p.country
	if c == "" {
		c = unknownCountry
	}
	s := p.sector
	if p.former && p.kind == "person" {
		switch s {
		case "GOV", "LEG", "MIL", "SPY", "COP", "JUD", "UNK", "PTY":
			s = "ELI"
		}
	}
	if s == "" || s == "UNK" || s == c {
		if c == unknownCountry {
			return ""
		}
		return c
	}
	if c == "IGO" || s == "IGO" || s == "NGO" && c == unknownCountry {
		return strings.TrimSpace(strings.Replace(c+" "+s, unknownCountry+" ", "", 1))
	}
	return c + " " + s
}

// phrase reads the noun phrase around the agent noun at item k: nouns that follow
// at once belong to it ("government troops"), and what stands before.
func (r *run) phrase(s *syntax.Sentence, k int) (phrase, bool) {
	head := k
	for head+1 < len(r.list) {
		n := r.list[head+1]
		if r.list[head].poss || n.what != agent || r.atoms[n.from].gap || r.x.nouns[r.list[head].value].plural && r.x.nouns[r.list[head].value].kind == "person" {
			break
		}
		if verbal(s, r.atoms[n.to-1].token) || r.x.nouns[n.value].use == "rank" {
			break
		}
		head++
	}
	n := r.x.nouns[r.list[head].value]
	p := phrase{first: head, head: head, next: head + 1, end: r.end(head), sector: n.sector, kind: n.kind, use: n.use,
		lemma: n.lemma, plural: n.plural, owner: -1}
	if verbal(s, r.atoms[r.list[head].to-1].token) || n.use == "rank" && !(r.atoms[r.list[head].from].upper && r.personAt(head+1)) {
		return p, false
	}
	if n.use == "rank" {
		p.use = "title"
	}
	weak := n.use == "weak"
	if head > k && weak {
		m := r.x.nouns[r.list[head-1].value]
		if m.sector != "UNK" {
			p.sector = m.sector
		}
	}
	p.first = r.before(s, head, &p, weak)
	if r.idle(s, &p) {
		return p, false
	}
	if p.country == "" && p.owner < 0 {
		r.after(s, &p)
	}
	if beside(p.lemma) {
		p.country, p.owner = "", -1 // an ally of X is not X
	}
	return p, true
}

// advises are nouns for people who serve those whom they stand before with "to".
func advises(lemma string) bool {
	switch lemma[strings.LastIndexByte(lemma, ' ')+1:] {
	case "adviser", "advisor", "aide", "assistant":
		return true
	}
	return false
}

// beside are nouns for people who stand by or against those whom the phrase names.
func beside(lemma string) bool {
	switch lemma {
	case "ally", "backer", "supporter", "sympathizer", "sympathiser", "opponent", "rival", "enemy", "adversary", "counterpart", "colleague", "friend", "partner", "critic", "hardliner", "neighbor", "neighbour":
		return true
	}
	return false
}

// chair are heads whose names may be joined: "labour and welfare minister".
func chair(lemma string) bool {
	switch lemma {
	case "ministry", "minister", "department", "secretary", "committee", "commission", "council", "official":
		return true
	}
	return strings.HasSuffix(lemma, " ministry") || strings.HasSuffix(lemma, " minister")
}

// verbal reports whether a token that looks like an agent noun is a verb here
// ("troops guard the bridge", "firms trade").
func verbal(s *syntax.Sentence, t int) bool {
	if t >= len(s.Tokens) {
		return false
	}
	switch s.Tokens[t].UPOS {
	case syntax.VERB, syntax.AUX, syntax.ADV, syntax.ADP:
		return true
	case syntax.ADJ: // "radical farmers", but "the radical"
		return t+1 < len(s.Tokens) && (s.Tokens[t+1].UPOS == syntax.NOUN || s.Tokens[t+1].UPOS == syntax.PROPN || s.Tokens[t+1].UPOS == syntax.ADJ)
	}
	return false
}

// before takes in what stands left of the head and gives the phrase's first item.
func (r *run) before(s *syntax.Sentence, head int, p *phrase, weak bool) int {
	first := head
	for j := head - 1; j >= 0; j-- {
		it := r.list[j]
		if r.atoms[r.list[j+1].from].gap {
			break
		}
		switch it.what {
		case state, seat:
			if it.bound && !it.lends || p.country != "" {
				if it.bound {
					first = j
					continue
				}
				return first
			}
			if it.what == seat && !it.poss && !it.bound && r.placed(j) {
				return first
			}
			p.country = country(r.x.entries[r.x.surface[it.value].entry].code)
			first = j
		case named:
			e := r.x.entries[r.x.surface[it.value].entry]
			if e.kind == record.Person {
				if it.poss {
					p.owner = r.entry(r.x.surface[it.value].entry)
					r.own(p)
					return j
				}
				return first
			}
			if p.country == "" {
				p.country, p.body = country(e.code), e.name
				if weak && p.sector == "UNK" || weak && p.sector == "GOV" {
					p.sector = sector(e.code)
				}
			}
			first = j
		case modifier:
			m := r.x.nouns[it.value]
			p.sector = strongest(p.sector, m, weak)
			first = j
		case agent:
			m := r.x.nouns[it.value]
			if it.poss {
				if e, ok := r.roles[m.lemma]; ok {
					p.owner = e
					r.own(p)
				}
				return j
			}
			if m.plural && m.kind == "person" {
				return first
			}
			if weak && (p.sector == "UNK" || p.sector == "GOV") && m.sector != "UNK" {
				p.sector = m.sector
			} else if m.sector == "OPP" || m.sector == "REB" {
				p.sector = strongest(p.sector, m, weak)
			}
			first = j
		case pronoun:
			switch r.lower(it) {
			case "his", "her", "their", "its":
				p.owner = r.refer(s, j)
				r.own(p)
				return j
			}
			return first
		case stranger:
			if it.poss {
				if i := r.bearer(lastWord(r.text(it)), 0); i >= 0 {
					p.owner = i
					r.own(p)
				}
				return j
			}
			return first
		default:
			more := false
			if first, more = r.leading(s, j, first, head, p); !more {
				return first
			}
		}
	}
	return first
}

// leading reads the plain word j before a phrase whose first item was first so far:
// it gives the new first item, and whether to go on to the left.
func (r *run) leading(s *syntax.Sentence, j, first, head int, p *phrase) (int, bool) {
	w := r.lower(r.list[j])
	switch w {
	case "the", "these", "those", "both", "this", "that":
		p.definite = true
		return first, false
	case "former", "ex", "retired", "onetime", "ousted":
		p.former = true
		return j, true
	case "and", "or", "of", "a", "an":
		// "the fisheries and livestock ministry"
		return first, w == "and" && chair(p.lemma) && j > 0 && first < head && r.list[j-1].what != state && adjective(s, r.atoms[r.list[j-1].from].token)
	}
	if !adjective(s, r.atoms[r.list[j].from].token) && !r.hyphenated(j) {
		return first, false
	}
	return j, true
}

// hyphenated reports whether item j is part of a hyphened compound.
func (r *run) hyphenated(j int) bool {
	return r.atoms[r.list[j].from].hyphen || j+1 < len(r.list) && r.atoms[r.list[j+1].from].hyphen
}

// own takes the country of a possessive's owner.
func (r *run) own(p *phrase) {
	if p.owner >= 0 && p.country == "" {
		p.country = country(r.found[p.owner].actor.Code)
	}
}

// strongest joins a head's sector with a modifier's.
func strongest(head string, m noun, weak bool) string {
	switch {
	case m.sector == "CVL" || m.sector == "EDU" && head == "OPP":
		if weak && head == "UNK" {
			return m.sector
		}
		return head
	case weak || head == "UNK" || head == "":
		return m.sector
	case m.sector == "OPP" || m.sector == "REB" && head != "COP":
		return m.sector
	case head == "MIL" && (m.sector == "REB" || m.sector == "UAF"):
		return m.sector
	case head == "CVL" && m.sector == "REF":
		return m.sector
	}
	return head
}

// after takes in "of X", "from X", "in X" and "for X" right of the head.
func (r *run) after(s *syntax.Sentence, p *phrase) {
	k := p.next
	if k+1 >= len(r.list) || r.list[p.head].poss || r.atoms[r.list[k].from].gap {
		return
	}
	prep := r.lower(r.list[k])
	switch p.lemma {
	case "embassy", "consulate", "embassy staff", "ambassador", "envoy", "mission":
		if prep != "of" {
			return // "the embassy in X" is another country's
		}
	}
	switch prep {
	case "of", "for":
	case "to":
		if !advises(p.lemma) {
			return
		}
	case "in", "inside", "from", "at":
		if p.sector == "MIL" || p.kind == "media" {
			return
		}
	default:
		return
	}
	for j := k + 1; j < len(r.list) && j < k+5; j++ {
		it := r.list[j]
		if r.atoms[it.from].gap {
			return
		}
		switch it.what {
		case state, seat:
			if it.bound {
				return
			}
			p.country = country(r.x.entries[r.x.surface[it.value].entry].code)
			if prep == "of" && r.x.surface[it.value].form == "name" && !it.poss {
				p.end = r.end(j)
			}
			return
		case named:
			e := r.x.entries[r.x.surface[it.value].entry]
			if prep == "to" { // "an adviser to President X"
				code := e.code
				if len(e.offices) > 0 {
					code, _ = e.at(r.day)
				}
				p.country = country(code)
				return
			}
			if prep == "in" || prep == "from" || e.kind == record.Person {
				return
			}
			p.country, p.body = country(e.code), e.name
			if p.use == "weak" && p.sector == "UNK" {
				p.sector = sector(e.code)
			}
			p.end = r.end(j)
			return
		case agent:
			m := r.x.nouns[it.value]
			if p.use == "weak" && p.sector == "UNK" && prep != "from" && m.sector != "UNK" {
				p.sector = m.sector
			}
			if prep == "of" && r.atoms[it.from].upper && r.atoms[r.list[p.head].from].upper {
				p.end, p.next = r.end(j), j+1 // "the Union of Teachers"
				return
			}
			if prep == "of" || prep == "for" {
				continue
			}
			return
		case word, modifier:
			if w := r.lower(it); w != "the" && w != "two" && w != "both" && w != "rival" && w != "warring" && w != "main" && !r.atoms[it.from].upper && it.what == word && !direction(w) {
				return
			}
		default:
			return
		}
	}
}

func direction(w string) bool {
	switch w {
	case "northern", "southern", "eastern", "western", "central", "s", "south", "north", "east", "west":
		return true
	}
	return false
}

func country(code string) string {
	c, _, _ := strings.Cut(code, " ")
	if c == unknownCountry {
		return ""
	}
	return c
}

func sector(code string) string {
	_, s, _ := strings.Cut(code, " ")
	s, _, _ = strings.Cut(s, " ")
	return s
}

// personAt reports whether item k is a person's name.
func (r *run) personAt(k int) bool {
	if k >= len(r.list) {
		return false
	}
	it := r.list[k]
	return it.what == stranger || it.what == named && r.x.entries[r.x.surface[it.value].entry].kind == record.Person
}
