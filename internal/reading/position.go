package reading

import (
	"strings"

	"sitrep/internal/statement"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// positionRun reads the positions of one report.
type positionRun struct {
	*stances
	d *draft
	// last is the issue on which a stance was taken last, named the one spoken of
	// last: what "a deal" means.
	last, named     string
	lastAt, namedAt int // in which sentence
}

// readPositions finds what actors are for or against.
func (r *Reader) readPositions(d *draft) {
	p := &positionRun{stances: r.stances, d: d}
	for i := range d.doc.Sentences {
		s := &d.doc.Sentences[i]
		if !s.Parsed() || s.Kind == syntax.Boilerplate {
			continue
		}
		p.sentence(i, s)
	}
}

func (p *positionRun) sentence(si int, s *syntax.Sentence) {
	lower := make([]string, 2*len(s.Tokens))
	lemmas := lower[len(s.Tokens):]
	lower = lower[:len(s.Tokens)]
	for i := range s.Tokens {
		lower[i], lemmas[i] = strings.ToLower(s.Tokens[i].Text), strings.ToLower(s.Tokens[i].Lemma)
	}
	var t statement.Tree // built for sentences that speak of an issue only
	for i := 0; i < len(lower); {
		m, ok := p.match(lower, lemmas, i)
		if !ok {
			i++
			continue
		}
		if t == (statement.Tree{}) {
			t = p.trees.Tree(p.d.doc, si)
			s = t.Sentence()
		}
		end := i + len(m.words)
		issue := m.issue
		if issue == anyIssue {
			if issue = p.meant(s, t, i, si); issue == "" {
				i = end
				continue
			}
		} else if t.Rel(end-1) != "compound" && t.Rel(end-1) != "amod" {
			p.named, p.namedAt = issue, si
		}
		if p.otherSense(s, t, i, m) {
			i = end
			continue
		}
		if m.stance != "" && (s.Tokens[i].UPOS != syntax.VERB || t.Rel(i) == "amod") {
			i = end // "continued fighting" is no stance
			continue
		}
		if p.stance(s, t, i, end, issue, m.stance) {
			p.last, p.lastAt = issue, si
		}
		i = end
	}
}

// meant gives the issue that "a deal" means: the one on which a stance was taken
// last, or that was spoken of last, where that is near and the words are bare.
func (p *positionRun) meant(s *syntax.Sentence, t statement.Tree, i, si int) string {
	if s.Tokens[i].UPOS == syntax.PROPN {
		return ""
	}
	for _, k := range t.Kids(i) {
		switch t.Rel(k) {
		case "compound", "amod", "nmod", "acl", "flat":
			return ""
		}
	}
	switch {
	case p.last != "" && si-p.lastAt <= 6 && (t.Lemma(i) != "offer" || si-p.lastAt <= 2):
		return p.last
	case p.named != "" && t.Lemma(i) != "offer" && !t.Is(i+1, "offer") && si-p.namedAt <= 2:
		return p.named
	}
	return ""
}

// trigger is the word by which a stance is taken, and what stands between it and
// the issue.
type trigger struct {
	at      int
	stance  record.Stance
	who     int // token that names the actor, -1
	owner   bool
	unclear bool
	maybe   bool // could, may, might; what others ask for
	issue   string
	came    int // the child through which the word of stance was reached
	negated int
}

// stance looks for the word that takes a stance on the issue named by tokens
// [from, to), and makes a position of it.
func (p *positionRun) stance(s *syntax.Sentence, t statement.Tree, from, to int, issue string, own record.Stance) bool {
	head := from
	for i := from; i < to; i++ {
		if h := s.Tokens[i].Head; h < from || h >= to {
			head = i
			break
		}
	}
	tr := p.climb(s, t, head, issue, own)
	if tr.at < 0 || tr.maybe && !tr.unclear {
		return false
	}
	if enabled(s, t, tr.at) {
		return false
	}
	actor := p.actorAt(s, t, tr.who)
	if actor != nil && actor.Kind == record.Person && t.Is(tr.who, "it", "its") {
		return false
	}
	st := p.innermost(s.Tokens[tr.at].Start)
	if actor == nil && st != nil && tr.who < 0 && t.Rel(tr.at) == "xcomp" && st.Cue != nil && st.Source.Actor != "" {
		actor = p.d.out.Actor(st.Source.Actor)
	}
	if actor == nil || !p.usable(st, s.Tokens[tr.at].Start) {
		return false
	}
	stance := tr.stance
	if tr.who >= 0 {
		if from, _ := t.Whole(tr.who); t.Is(from, "neither", "no", "none") {
			tr.negated++
		}
	}
	if tr.negated%2 == 1 {
		stance = flip(stance)
	}
	pos := record.Position{Actor: actor.ID, Name: actor.Name, Issue: issue, Stance: stance, Channel: record.UnknownChannel, Rule: "reading/stance-word"}
	if own != "" {
		pos.Rule = "reading/stance-phrase"
	}
	if tr.unclear {
		pos.Stance, pos.Rule = record.UnclearStance, "reading/stance-unclear"
	}
	p.detail(&pos, s, t, tr, head, st)
	lo, hi := min(tr.at, from), max(tr.at+1, to)
	if tr.who >= 0 && tr.who < lo && lo-tr.who < 12 {
		lo = tr.who
	}
	pos.Span = s.Span(p.d.doc.Text, lo, hi)
	pos.ID = record.NewID("o", p.d.out.Report.ID, pos.Span, issue+" "+string(pos.Actor))
	for i := range p.d.out.Positions {
		o := &p.d.out.Positions[i]
		if o.Actor == pos.Actor && o.Issue == pos.Issue && o.Statement == pos.Statement && o.Stance == pos.Stance {
			return false
		}
	}
	p.d.out.Positions = append(p.d.out.Positions, pos)
	return true
}

func flip(s record.Stance) record.Stance {
	switch s {
	case record.Open, record.Agrees, record.Demands:
		return record.Refuses
	case record.Refuses:
		return record.Open
	}
	return s
}

// climb goes up from the issue to the first word that takes a stance.
func (p *positionRun) climb(s *syntax.Sentence, t statement.Tree, head int, issue string, own record.Stance) trigger {
	tr := trigger{at: -1, who: -1, issue: issue}
	if own != "" {
		tr.at, tr.stance = head, own
	}
	for i, steps := head, 0; i >= 0 && steps < 7; steps++ {
		if tr.at < 0 && i != head || tr.at == i && tr.who < 0 {
			if i == head || t.Rel(tr.came) != "conj" || s.Tokens[tr.came].UPOS != syntax.VERB {
				p.try(s, t, i, &tr, own) // what one verb takes on is nothing to the next
			}
		}
		if tr.at >= 0 {
			p.colour(s, t, i, &tr)
		}
		if tr.at >= 0 && !onward(t, i) {
			break
		}
		if tr.at < 0 && (p.astray(s, t, i, &tr) || spoils(s, t, i)) {
			break
		}
		if tr.at < 0 && issue == "sanctions" && relieves(s, t, i) {
			tr.negated++ // who wants sanctions lifted is against them
		}
		if tr.at < 0 && (t.Rel(i) == "nsubj" || t.Rel(i) == "parataxis" || t.Rel(i) == "advcl" && t.Case(i) != "to") && s.Tokens[i].Rel != "nsubj:pass" {
			break
		}
		tr.came = i
		i = s.Tokens[i].Head
	}
	return tr
}

// asked reports whether the issue is what a word of stance is about, not whom it
// is said to: for demands the clause, the infinitive, or what follows "for".
func (p *positionRun) asked(s *syntax.Sentence, t statement.Tree, i, came int) bool {
	switch t.Lemma(i) {
	case "call", "appeal", "insist", "push", "press", "plead":
		if r := t.Rel(came); r == "obl" || r == "nmod" {
			c := t.Case(came)
			return c == "for" || c == "on" && t.Lemma(i) == "insist"
		}
		return t.Rel(came) == "ccomp" || t.Rel(came) == "xcomp" || t.Rel(came) == "advcl" && t.Case(came) == "to"
	case "declare":
		return t.Rel(came) == "obj"
	case "urge", "ask", "demand":
		return t.Rel(came) != "obj" || t.Kid(i, "xcomp", "ccomp") < 0
	}
	return true
}

// bearing are nouns through which an issue may reach the word of stance: "an end
// to the war", "the start of talks". Through others it only describes something.
var bearing = map[string]bool{"end": true, "start": true, "resumption": true, "beginning": true, "return": true, "idea": true, "possibility": true,
	"round": true, "plan": true, "proposal": true, "declaration": true, "introduction": true, "imposition": true, "supply": true, "delivery": true,
	"withdrawal": true, "package": true, "number": true, "kind": true, "form": true, "creation": true, "opening": true, "continuation": true, "resolution": true, "lifting": true, "exchange": true, "release": true, "call": true, "offer": true}

// onward reports whether what stands above token i still bears on the stance.
func onward(t statement.Tree, i int) bool {
	switch t.Rel(i) {
	case "ccomp", "xcomp", "csubj", "acl", "obj", "nmod", "conj":
		return true
	}
	return false
}

// try takes token i as the word of stance where the table has it and somebody
// takes it.
func (p *positionRun) try(s *syntax.Sentence, t statement.Tree, i int, tr *trigger, own record.Stance) {
	if own != "" && tr.at == i {
		tr.who = p.trees.Subject(t, i)
		return
	}
	part := ""
	switch s.Tokens[i].UPOS {
	case syntax.VERB:
		part = "V "
	case syntax.NOUN:
		part = "N "
	case syntax.ADJ:
		part = "A "
	default:
		return
	}
	stance := p.word(t, i, part, tr.issue)
	if stance == "" {
		if part == "V " {
			p.throughObject(s, t, i, tr)
		}
		return
	}
	who := -1
	if part == "N " {
		if who = t.Kid(i, "nmod:poss"); who < 0 {
			if l := s.Tokens[i].Head; l >= 0 && s.Tokens[l].UPOS == syntax.VERB && t.Rel(i) == "obj" && p.stanceOf("V "+t.Lemma(l), tr.issue) == "" && !aimed(t, l) && carries[t.Lemma(l)] {
				who = p.trees.Subject(t, l)
				if t.Negated(l) {
					tr.negated++
				}
			}
		}
		if who < 0 {
			return
		}
	} else if who = p.trees.Subject(t, i); who < 0 || !p.asked(s, t, i, tr.came) {
		return
	}
	if obj := t.Kid(i, "obj"); stance == record.Open && obj >= 0 && t.Rel(tr.came) == "xcomp" && (t.Lemma(i) == "want" || t.Lemma(i) == "seek") {
		stance = record.Demands // "wants the others to leave"
	}
	if tr.issue == "sanctions" && t.Rel(tr.came) == "obj" {
		if k := t.Kid(i, "xcomp"); k > tr.came && relieves(s, t, k) {
			stance = record.Refuses // "wants the sanctions to be lifted"
		}
	}
	tr.at, tr.stance, tr.who = i, stance, who
}

// throughObject takes the stance of a verb's object for an issue that hangs from
// the verb: "put out feelers for a truce".
func (p *positionRun) throughObject(s *syntax.Sentence, t statement.Tree, i int, tr *trigger) {
	obj := t.Kid(i, "obj")
	if obj < 0 || obj == tr.came || s.Tokens[obj].UPOS != syntax.NOUN || t.Rel(tr.came) != "obl" {
		return
	}
	switch t.Case(tr.came) {
	case "for", "on", "about", "to", "towards", "toward":
	default:
		return
	}
	stance := p.words["N "+t.Lemma(obj)]
	if who := p.trees.Subject(t, i); stance != "" && who >= 0 {
		tr.at, tr.stance, tr.who = obj, stance, who
		if t.Negated(i) {
			tr.negated++
		}
	}
}

// colour reads what the words on the way up do to a stance: negation, doubt,
// possibility.
func (p *positionRun) colour(s *syntax.Sentence, t statement.Tree, i int, tr *trigger) {
	if t.Negated(i) && !(t.Rel(tr.came) == "conj" && t.Kid(tr.came, "cc") >= 0 && t.Is(t.Kid(tr.came, "cc"), "but")) {
		switch t.Lemma(i) {
		case "clear", "know", "certain", "sure":
			tr.unclear = true
		default:
			tr.negated++
		}
	}
	switch t.Lemma(i) {
	case "urge", "ask", "demand", "call", "press", "need", "want", "push", "require", "persuade", "force", "tell", "order", "have",
		"enable", "allow", "help", "let", "convince", "encourage", "plead", "pressure":
		if tr.at != i && p.urges(s, t, i, tr) {
			return
		}
		if tr.at != i && tr.stance != record.Refuses {
			tr.maybe = true // what somebody is asked or has to do is no stance of theirs
		}
	case "unclear", "uncertain", "unknown":
		tr.unclear = true
	case "refuse", "decline", "refrain":
		if tr.at != i {
			tr.negated++
		}
	}
	for _, k := range t.Kids(i) {
		switch {
		case t.Rel(k) == "aux" && t.Is(k, "could", "may", "might", "should", "must"):
			tr.maybe = true
		case t.Rel(k) == "mark" && t.Is(k, "whether"):
			tr.unclear = true
		case t.Rel(k) == "mark" && t.Is(k, "if") && t.Rel(i) != "ccomp":
			tr.maybe = true
		}
	}
}

// actorAt gives the actor that the phrase of token i means.
func (p *positionRun) actorAt(s *syntax.Sentence, t statement.Tree, i int) *record.Actor {
	if i < 0 {
		return nil
	}
	from, to := t.Whole(i)
	lo, hi := s.Tokens[from].Start, s.Tokens[to-1].End
	best, at := (*record.Actor)(nil), -1
	for a := range p.d.out.Actors {
		for _, m := range p.d.out.Actors[a].Mentions {
			if m.Start >= lo && m.End <= hi && takesStances(&p.d.out.Actors[a]) && m.Start <= s.Tokens[i].Start && s.Tokens[i].Start < m.End && m.End-m.Start > at {
				best, at = &p.d.out.Actors[a], m.End-m.Start
			}
		}
	}
	return best
}

// takesStances reports whether an actor is a party whose stance is worth keeping:
// a named one, or a group of a known country.
func takesStances(a *record.Actor) bool {
	if a.Rule == "actor/noun" && (a.Kind == record.Person || strings.HasPrefix(a.Code, "---") || a.Code == "") {
		return false
	}
	return strings.ToLower(a.Name) != a.Name
}

// usable reports whether a stance told by a statement is the actor's: not one
// that is denied, asked about or only imagined.
// The words that tell of a refusal are no denial of it.
func (p *positionRun) usable(st *record.Statement, at int) bool {
	if st == nil {
		return true
	}
	if st.Cue != nil && st.Cue.Start <= at && at < st.Cue.End {
		return st.Modality != record.Hypothetical
	}
	if st.Role == record.Allegation {
		return false // what others hold against somebody
	}
	return st.Role != record.Denial && !st.Negated && st.Modality != record.Hypothetical
}
