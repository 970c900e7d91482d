package actor

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// ahead gives the person that a pronoun before the sentence's subject means: "In
// his speech, X said …", "After she left, X …". Someone named earlier in the
// sentence is meant first. -1 where nobody is.
func (r *run) ahead(s *syntax.Sentence, k int, p *pronounAt) int {
	if !s.Parsed() || p.verb < 0 || s.Tokens[p.verb].Head < 0 && !p.possessive || p.quote >= 0 {
		return -1
	}
	for j := len(r.past) - 1; j >= 0 && r.past[j].sentence == r.now; j-- {
		if r.found[r.past[j].actor].actor.Kind == record.Person {
			return -1
		}
	}
	comma := false
	for j := k + 1; j < len(r.list); j++ {
		it := r.list[j]
		comma = comma || r.atoms[it.from].gap
		if !comma || it.poss || !r.personAt(j) || !r.leads(s, j) || r.quoteAt(r.start(j)) >= 0 {
			continue
		}
		return r.early(s, j, p.sex)
	}
	return -1
}

// leads reports whether item j holds the subject of the sentence's main verb.
func (r *run) leads(s *syntax.Sentence, j int) bool {
	for t := s.TokenAt(r.start(j)); t < len(s.Tokens) && s.Tokens[t].Start < r.end(j); t++ {
		k := &s.Tokens[t]
		if strings.HasPrefix(k.Rel, "nsubj") && k.Head >= 0 && s.Tokens[k.Head].Head < 0 {
			return true
		}
	}
	return false
}

// early gives the person named at item j before the item is read, or -1.
func (r *run) early(s *syntax.Sentence, j int, sex byte) int {
	i := nobody
	if it := r.list[j]; it.what == named {
		i = r.entry(r.x.surface[it.value].entry)
	} else {
		name := strings.Join(strings.Fields(r.text(it)), " ")
		if i = r.known(name, 0); i == nobody && strings.ContainsRune(name, ' ') {
			i = r.actorFor(name, record.Person, "", "actor/name")
			r.meet(i, name)
			r.found[i].tell(r.x.sexes.ofName(name))
		}
	}
	if i < 0 || r.found[i].sex != 0 && r.found[i].sex != sex && !r.found[i].guessed {
		return -1
	}
	return i
}
