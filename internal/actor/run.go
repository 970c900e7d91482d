package actor

import (
	"strings"
	"unicode/utf8"

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
	acronyms map[string]int   // forms that this report introduced: "(LCC)"
	families map[string][]int // people by the last words of their names
	firsts   map[string][]int // and by the first
	roles    map[string]int   // a noun's lemma to the actor it was last used for
	past     []past           // mentions so far, in text order
	lost     []past           // "he" and "she" that no one known is meant by

	atoms []atom
	ids   []int32
	list  []item
	spare []item
	buf   []byte
	now   int // index of the sentence
}

// found is an actor in the making.
type found struct {
	actor record.Actor
	sex   byte
	// guessed tells that the sex is only that of a pronoun taken to mean the actor.
	guessed bool
	plural  bool
	noun    int // the noun that made an unnamed actor, or -1
}

// tell sets the sex that a word beside the name tells, where no surer one is known.
func (f *found) tell(sex byte) {
	if sex != 0 && (f.sex == 0 || f.guessed) {
		f.sex, f.guessed = sex, false
	}
}

// past is a mention as later pronouns see it.
type past struct {
	actor    int
	sentence int
	start    int
	form     string
	subject  bool
	verb     int  // the token that a subject belongs to, or -1
	says     bool // the subject of a verb of speech
	owner    bool // "X's"
	quote    int  // the outer quotation it stands in, or -1
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
		if f.sex = en.sex; f.sex == 0 && en.kind == record.Person {
			f.sex = r.x.sexes.ofName(en.name)
		}
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
	p := past{actor: actor, sentence: r.now, start: start, form: form, verb: -1, quote: r.quoteAt(start)}
	r.role(&p, end)
	r.past = append(r.past, p)
}

// role tells what part the words from p.start to end play in their clause. Where
// there is no tree, what opens the sentence counts as its subject.
func (r *run) role(p *past, end int) {
	s := &r.doc.Sentences[r.now]
	next, _ := utf8.DecodeRuneInString(r.doc.Text[end:])
	p.owner = apostrophe(next)
	if !s.Parsed() {
		p.subject = p.start-s.Start < 25
		return
	}
	for t := s.TokenAt(p.start); t < len(s.Tokens) && s.Tokens[t].Start < end; t++ {
		k := &s.Tokens[t]
		if (k.Rel == "appos" || k.Rel == "flat" || k.Rel == "nmod:desc") && k.Head >= 0 {
			k = &s.Tokens[k.Head] // "the minister, X, said"
		}
		if strings.HasPrefix(k.Rel, "nsubj") {
			p.subject = true
			if p.verb = k.Head; p.verb >= 0 {
				p.says = speech(s.Tokens[p.verb].Lemma)
			}
			return
		}
	}
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
