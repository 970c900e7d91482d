package actor

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// run is the reading of one document.
type run struct {
	x        *Extractor
	doc      *syntax.Document
	day      record.Date
	found    []found
	byID     map[record.ActorID]int
	acronyms map[string]int // forms that this report introduced: "(LCC)"
	families map[string]int // last words of people's names
	roles    map[string]int // a noun's lemma to the actor it was last used for
	past     []past         // mentions so far, in text order

	atoms []atom
	ids   []int32
	list  []item
	spare []item
	buf   []byte
	now   int // index of the sentence
}

// found is an actor in the making.
type found struct {
	actor  record.Actor
	sex    byte
	plural bool
	noun   int // the noun that made an unnamed actor, or -1
}

// past is a mention as later pronouns see it.
type past struct {
	actor    int
	sentence int
	start    int
	form     string
	subject  bool
}

// actorFor gives the found actor of an id, made when new.
func (r *run) actorFor(name string, kind record.ActorKind, code string, rule record.RuleID) int {
	id := record.NewActorID(name)
	if i, ok := r.byID[id]; ok {
		if r.found[i].actor.Code == "" {
			r.found[i].actor.Code = code
		}
		return i
	}
	r.found = append(r.found, found{actor: record.Actor{ID: id, Name: name, Kind: kind, Code: code, Rule: rule}, noun: -1})
	r.byID[id] = len(r.found) - 1
	return len(r.found) - 1
}

// entry gives the found actor of a table's entry.
func (r *run) entry(e int) int {
	en := &r.x.entries[e]
	code, title := en.code, ""
	if len(en.offices) > 0 {
		code, title = en.at(r.day)
	}
	i := r.actorFor(en.name, en.kind, code, en.rule)
	f := &r.found[i]
	if f.sex == 0 {
		f.sex = en.sex
	}
	if title != "" && f.actor.Office == "" {
		f.actor.Office = title
	}
	f.plural = en.kind == record.Group || en.kind == record.Force
	return i
}

// at chooses the office held on a day: the last that covers it. Past all offices
// a person is a former official; with no day the last office listed counts.
func (e *entry) at(day record.Date) (code, title string) {
	last := e.offices[len(e.offices)-1]
	if day == "" {
		return last.code, last.title
	}
	for i := len(e.offices) - 1; i >= 0; i-- {
		o := e.offices[i]
		if notAfter(o.from, day) && (o.to == "" || notAfter(day, o.to)) {
			return o.code, o.title
		}
	}
	if day < e.offices[0].from {
		return e.offices[0].code, ""
	}
	country, sector, _ := strings.Cut(last.code, " ")
	if strings.HasPrefix(sector, "GOV") || strings.HasPrefix(sector, "LEG") || strings.HasPrefix(sector, "SPY") || strings.HasPrefix(sector, "MIL") {
		return country + " ELI", ""
	}
	return last.code, ""
}

// notAfter compares dates of different precision: what they share decides.
func notAfter(a, b record.Date) bool {
	n := min(len(a), len(b))
	return a[:n] <= b[:n]
}

// mention adds a place of the text that means an actor.
func (r *run) mention(actor, start, end int, form string) {
	if t := r.doc.Text; end+1 < len(t) && t[end] == '.' && end-start >= 3 && t[end-2] == '.' || end < len(t) && t[end] == '.' && end-start == 3 && t[start+1] == '.' {
		end++ // the full stop of "U.S."
	}
	m := record.Mention{Span: record.Cut(r.doc.Text, start, end), Form: form}
	f := &r.found[actor]
	for _, o := range f.actor.Mentions {
		if o.Start == start && o.End == end {
			return
		}
	}
	f.actor.Mentions = append(f.actor.Mentions, m)
	r.past = append(r.past, past{actor, r.now, start, form, r.subject(start, end)})
}

// subject reports whether the words from start to end hold the subject of a
// clause. Where there is no tree, what opens the sentence counts.
func (r *run) subject(start, end int) bool {
	s := &r.doc.Sentences[r.now]
	if !s.Parsed() {
		return start-s.Start < 25
	}
	for t := s.TokenAt(start); t < len(s.Tokens) && s.Tokens[t].Start < end; t++ {
		rel, h := s.Tokens[t].Rel, s.Tokens[t].Head
		if strings.HasPrefix(rel, "nsubj") || h >= 0 && (rel == "appos" || rel == "flat" || rel == "nmod:desc") && strings.HasPrefix(s.Tokens[h].Rel, "nsubj") {
			return true
		}
	}
	return false
}

// finish gives the actors in order of their first mention.
func (r *run) finish() []record.Actor {
	out := make([]record.Actor, 0, len(r.found))
	for i := range r.found {
		if len(r.found[i].actor.Mentions) > 0 {
			out = append(out, r.found[i].actor)
		}
	}
	sortActors(out)
	return out
}
