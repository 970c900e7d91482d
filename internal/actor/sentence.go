package actor

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// sentence reads one sentence, left to right.
func (r *run) sentence(i int) {
	r.now = i
	s := &r.doc.Sentences[i]
	r.items(s)
	for k := 0; k < len(r.list); {
		switch it := r.list[k]; it.what {
		case named:
			k = r.readNamed(s, k)
		case stranger:
			k = r.readStranger(s, k, -1)
		case state, seat:
			r.readState(k)
			k++
		case agent:
			k = r.readPhrase(s, k)
		case pronoun:
			r.readPronoun(s, k)
			k++
		default:
			k = r.readSides(k)
		}
	}
}

func (r *run) start(k int) int { return r.atoms[r.list[k].from].start }
func (r *run) end(k int) int   { return r.atoms[r.list[k].to-1].end }

// readState mentions a country by its name, its people or its capital. A capital
// after a word of place is a place; one that colours a compound is nobody.
func (r *run) readState(k int) {
	it := r.list[k]
	sf := &r.x.surface[it.value]
	en := &r.x.entries[sf.entry]
	if it.what == seat {
		if it.bound || r.placed(k) {
			return
		}
		if en.kind != record.State {
			r.mention(r.entry(sf.entry), r.start(k), r.end(k), "seat")
			return
		}
	}
	if k > 0 && it.what == state && sf.form == "demonym" && r.lower(r.list[k-1]) == "ethnic" {
		if strings.HasSuffix(sf.text, "s") { // a people within another's country
			i := r.actorFor("ethnic "+sf.text, record.Group, unknownCountry+" CVL", "actor/ethnic")
			r.found[i].plural = true
			r.mention(i, r.start(k-1), r.end(k), "role")
		}
		return
	}
	form := sf.form
	if it.what == seat {
		form = "seat"
	}
	r.mention(r.entry(sf.entry), r.start(k), r.end(k), form)
}

// placed reports whether a word of place stands before item k.
func (r *run) placed(k int) bool {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if r.atoms[r.list[j+1].from].gap {
			return false
		}
		switch r.lower(r.list[j]) {
		case "in", "at", "near", "from", "around", "outside", "across", "into", "toward", "towards", "through", "throughout", "inside", "of", "to", "on", "over", "under", "around the", "leave", "left", "visit", "visited", "reached", "entered":
			return true
		case "central", "eastern", "western", "northern", "southern", "downtown", "the", "west", "east", "capital", "city", "occupied", "nearby":
			continue
		default:
			return false
		}
	}
	return false
}

// readNamed mentions a person or a body of the tables, and a title before it.
func (r *run) readNamed(s *syntax.Sentence, k int) int {
	it := r.list[k]
	sf := &r.x.surface[it.value]
	if it.bound && r.x.entries[sf.entry].kind != record.Person {
		return k + 1
	}
	if end := r.asModifier(k); end {
		// "Pentagon officials": the phrase reads it; the body is mentioned too.
		r.mention(r.entry(sf.entry), r.start(k), r.end(k), sf.form)
		return k + 1
	}
	i := r.entry(sf.entry)
	if sf.form == "short" && r.x.entries[sf.entry].kind == record.Person && len(r.found[i].actor.Mentions) == 0 {
		// a family name that the report gave to someone else: that one is meant
		switch j := r.known(r.text(it), 0); {
		case j == unclear:
			return k + 1
		case j >= 0:
			r.mention(j, r.start(k), r.end(k), "short")
			return r.apposition(s, k, j)
		}
	}
	r.mention(i, r.start(k), r.end(k), sf.form)
	if r.x.entries[sf.entry].kind == record.Person {
		r.meet(i, r.x.entries[sf.entry].name)
		r.remember(s, k, i)
		return r.apposition(s, k, i)
	}
	return r.acronym(k, i)
}

// asModifier reports whether a body's name stands before a noun that makes an
// actor of its own.
func (r *run) asModifier(k int) bool {
	if k+1 >= len(r.list) || r.x.entries[r.x.surface[r.list[k].value].entry].kind == record.Person {
		return false
	}
	n := r.list[k+1]
	return (n.what == agent || n.what == modifier) && !r.atoms[n.from].gap
}

// remember keeps the offices of a person so that "the president" finds them.
func (r *run) remember(s *syntax.Sentence, k, person int) {
	office := r.found[person].actor.Office
	for _, w := range []string{"president", "prime minister", "foreign minister", "defence minister", "chancellor", "secretary of state", "mayor", "governor", "spokesman", "spokeswoman", "ambassador", "pope", "king"} {
		if strings.Contains(office, w) {
			r.roles[w] = person
			if i := strings.LastIndexByte(w, ' '); i > 0 && strings.HasSuffix(w, "minister") {
				r.roles["minister"] = person
			}
		}
	}
}

// acronym reads a short form in brackets after a body's name.
func (r *run) acronym(k, actor int) int {
	if k+1 >= len(r.list) || r.list[k+1].to-r.list[k+1].from != 1 {
		return k + 1
	}
	text, at := r.doc.Text, r.end(k)
	a := r.atoms[r.list[k+1].from]
	if a.end >= len(text) || a.start < 1 || text[a.start-1] != '(' || text[a.end] != ')' || a.start-at > 3 || !short(text[a.start:a.end]) {
		return k + 1
	}
	r.acronyms[text[a.start:a.end]] = actor
	r.mention(actor, a.start, a.end, "short")
	return k + 2
}

// readStranger mentions a person that no table has. phrase is the noun phrase
// that stood before the name, or -1: see readPhrase.
func (r *run) readStranger(s *syntax.Sentence, k int, before int) int {
	name := strings.Join(strings.Fields(r.text(r.list[k])), " ")
	title := byte(0)
	if k > 0 && !r.list[k-1].poss {
		title = r.x.sexes.ofTitle(r.text(r.list[k-1]))
	}
	i, form := r.known(name, title), "name"
	switch {
	case i == unclear:
		return k + 1
	case i == nobody:
		i = r.actorFor(name, record.Person, "", "actor/name")
	case !strings.ContainsRune(name, ' '):
		form = "short"
	}
	if form == "name" {
		r.meet(i, name)
	}
	r.mention(i, r.start(k), r.end(k), form)
	if f := &r.found[i]; f.sex == 0 || f.guessed {
		if f.tell(title); f.sex == 0 || f.guessed {
			f.tell(r.x.sexes.ofName(name))
		}
	}
	return r.apposition(s, k, i)
}

func lastWord(name string) string {
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		return name[i+1:]
	}
	return name
}

// apposition reads ", the mayor of X," after a person's name at item k, and gives
// the item to go on with.
func (r *run) apposition(s *syntax.Sentence, k, person int) int {
	if r.list[k].poss || k+1 >= len(r.list) {
		return k + 1
	}
	at := r.end(k)
	rest := r.doc.Text[at:min(len(r.doc.Text), at+2)]
	if rest != ", " {
		return k + 1
	}
	j := k + 1
	for ; j < len(r.list) && j < k+9; j++ {
		it := r.list[j]
		if j > k+1 && r.atoms[it.from].gap {
			return k + 1
		}
		if it.what == agent {
			break
		}
		if it.what == word && !adjective(s, r.atoms[it.from].token) && !r.opener(it) || it.what == pronoun || it.what == stranger || it.what == seat && !it.poss {
			return k + 1
		}
	}
	if j >= len(r.list) || r.list[j].what != agent {
		return k + 1
	}
	p, ok := r.phrase(s, j)
	if !ok || p.plural || p.kind != "person" && p.kind != "" {
		return k + 1
	}
	r.give(person, p)
	r.mention(person, r.start(p.first), p.end, "role")
	return p.next
}

// opener reports whether a word may open an apposition.
func (r *run) opener(it item) bool {
	switch r.lower(it) {
	case "the", "a", "an", "one", "who", "is", "was":
		w := r.lower(it)
		return w == "the" || w == "a" || w == "an"
	}
	return false
}

// give lends a person the code and office of a phrase, where it has none.
func (r *run) give(person int, p phrase) {
	f := &r.found[person]
	if p.lemma == "pope" && p.country == "" {
		p.country = "VAT"
	}
	if f.actor.Code == "" || strings.HasPrefix(f.actor.Code, unknownCountry) && p.country != "" {
		f.actor.Code = p.code()
		f.actor.Rule = "actor/title"
	}
	if f.actor.Office == "" && p.use == "title" {
		f.actor.Office = p.lemma
		if e, ok := r.x.states[p.country]; ok {
			f.actor.Office += " of " + r.x.entries[e].name
		}
		if p.former {
			f.actor.Office = "former " + f.actor.Office
		}
	}
	r.roles[p.lemma] = person
	if i := strings.LastIndexByte(p.lemma, ' '); i > 0 {
		switch head := p.lemma[i+1:]; head { // "the minister" after a foreign minister
		case "minister", "secretary", "spokesman", "spokeswoman", "ambassador", "general", "commander", "adviser", "advisor", "envoy", "governor", "colonel":
			if p.lemma != "prime minister" {
				r.roles[head] = person
			}
		}
	}
	f.tell(r.x.sexes.ofRole(p.lemma))
}

// adjective reports whether a token may stand before the noun of a phrase.
func adjective(s *syntax.Sentence, t int) bool {
	if t >= len(s.Tokens) {
		return false
	}
	k := &s.Tokens[t]
	switch k.UPOS {
	case syntax.ADJ, syntax.NUM, syntax.NOUN, syntax.PROPN:
		return true
	case syntax.VERB:
		switch k.Rel {
		case "root", "conj", "parataxis", "ccomp", "advcl", "acl:relcl":
			return false // a verb of its own, whatever its form
		}
		return k.XPOS == "VBN" || k.XPOS == "VBG"
	case syntax.ADV:
		return k.XPOS == "RBS" || k.XPOS == "RBR"
	case syntax.X:
		return k.XPOS == "" && common(k.Text)
	}
	return false
}

// common are adjectives that open phrases; they serve where a text has no tags.
func common(w string) bool {
	switch strings.ToLower(w) {
	case "senior", "former", "top", "local", "two", "three", "four", "five", "several", "some", "many", "other", "new", "young",
		"old", "deputy", "first", "high", "ranking", "unarmed", "wounded", "captured", "foreign", "international", "key", "unnamed",
		"anonymous", "retired", "ex", "late", "current", "acting", "interim", "newly", "elected", "western", "eastern", "northern", "southern",
		"central", "national", "chief", "more", "hundreds", "thousands", "dozens", "angry", "radical", "french", "invading", "occupying", "elite", "suspected":
		return true
	}
	return w[0] >= '0' && w[0] <= '9'
}
