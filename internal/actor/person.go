package actor

import (
	"sort"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// pronounAt is "he" or "she", in any case, where it stands.
type pronounAt struct {
	sex        byte
	start      int
	token      int
	possessive bool
	says       bool // the subject of a verb of speech
	verb       int  // the token it depends on, -1 where there is no tree
	quote      int  // the outer quotation it stands in, or -1
}

// reachOfPerson is how many sentences back he and she look for whom they mean.
const reachOfPerson = 3

// person gives the person that "he" or "she" at item k means, or -1. Every mention
// in reach is weighed: by sex, as subject, by how near it stands, by how much the
// report is about the one it names. Where two weigh the same, nobody is meant
// rather than the wrong one.
func (r *run) person(s *syntax.Sentence, k int, sex byte) int {
	p := r.pronounAt(s, k, sex)
	if i := r.ahead(s, k, &p); i >= 0 {
		return i
	}
	best, second, who := -1, -1, -1
	for j := len(r.past) - 1; j >= 0 && r.past[j].sentence >= r.now-reachOfPerson; j-- {
		m := &r.past[j]
		if m.start >= p.start || !r.mayBe(&p, m) {
			continue
		}
		switch w := r.weigh(&p, m); {
		case m.actor == who:
			best = max(best, w)
		case w > best:
			best, second, who = w, best, m.actor
		case w > second:
			second = w
		}
	}
	for j := len(r.lost) - 1; j >= 0 && r.lost[j].sentence >= r.now-reachOfPerson; j-- {
		if m := &r.lost[j]; m.actor == int(sex) && m.start < p.start {
			second = max(second, r.place(&p, m))
		}
	}
	if best < leastWeight || best-second < leastLead {
		return -1
	}
	return who
}

// What a mention must weigh, and weigh more than the next person's.
const (
	leastWeight = 0
	leastLead   = 1
)

func (r *run) pronounAt(s *syntax.Sentence, k int, sex byte) pronounAt {
	p := pronounAt{sex: sex, start: r.start(k), token: r.atoms[r.list[k].from].token, verb: -1, quote: r.quoteAt(r.start(k))}
	w := r.lower(r.list[k])
	p.possessive = w == "his"
	if !s.Parsed() || p.token >= len(s.Tokens) {
		p.possessive = p.possessive || w == "her" && k+1 < len(r.list) && !r.atoms[r.list[k+1].from].gap
		return p
	}
	t := &s.Tokens[p.token]
	p.possessive = t.XPOS == "PRP$" || strings.HasPrefix(t.Rel, "nmod:poss")
	if p.verb = t.Head; p.verb >= 0 && strings.HasPrefix(t.Rel, "nsubj") {
		p.says = speech(s.Tokens[p.verb].Lemma)
	}
	return p
}

// quoteAt gives the outer quotation around an offset, or -1.
func (r *run) quoteAt(at int) int {
	list := r.doc.Quotes
	i := sort.Search(len(list), func(i int) bool { return list[i].Start > at })
	for i--; i >= 0; i-- {
		if list[i].Depth == 0 {
			if at < list[i].End {
				return i
			}
			return -1
		}
	}
	return -1
}

// mayBe reports whether a mention may be the person meant: one person of the sex,
// not an object of the verb whose subject it is ("X saw him"), nor the speaker of
// the quotation that the pronoun stands in.
func (r *run) mayBe(p *pronounAt, m *past) bool {
	f := &r.found[m.actor]
	if f.actor.Kind != record.Person || f.plural || f.sex != 0 && f.sex != p.sex && !f.guessed {
		return false
	}
	if m.sentence != r.now {
		return true
	}
	if m.subject && m.verb >= 0 && m.verb == p.verb && !p.possessive {
		return false
	}
	return !(p.quote >= 0 && m.says && m.quote != p.quote)
}

// weigh tells how likely a mention is the person meant.
func (r *run) weigh(p *pronounAt, m *past) int {
	f := &r.found[m.actor]
	w := r.place(p, m) + min(len(f.actor.Mentions), 6)
	switch {
	case f.sex == p.sex && !f.guessed:
		w += 8
	case f.sex == p.sex:
		w += 4
	case f.sex != 0:
		w -= 16
	}
	if f.actor.Rule == "actor/noun" {
		w -= 8
	}
	return w
}

// place is the part of the weight that comes from where a mention stands.
func (r *run) place(p *pronounAt, m *past) int {
	w := 20 - 8*(r.now-m.sentence)
	if m.subject {
		w += 7
	}
	if m.owner {
		w -= 3
	}
	if m.form == "pronoun" {
		w += 6
	}
	if m.says && p.says && m.sentence >= r.now-2 && m.sentence < r.now {
		w += 6
	}
	if m.quote != p.quote {
		w -= 3
	}
	return w
}

// speech reports whether a verb tells that its subject speaks.
func speech(lemma string) bool {
	switch lemma {
	case "say", "tell", "add", "state", "warn", "claim", "explain", "insist", "note", "announce", "argue", "declare", "stress",
		"write", "reply", "admit", "acknowledge", "call", "urge", "recall", "continue", "conclude", "comment", "remark", "report", "ask":
		return true
	}
	return false
}
