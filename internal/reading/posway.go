package reading

import (
	"sitrep/internal/statement"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// astray reports whether the way up from token i leads into a noun that the issue
// only describes: "residents of the occupied territories".
func (p *positionRun) astray(s *syntax.Sentence, t statement.Tree, i int, tr *trigger) bool {
	h := s.Tokens[i].Head
	if r := t.Rel(i); r == "obl" || r == "nmod" {
		if c := t.Kid(i, "case"); c >= 0 && (t.Is(c+1, "exchange", "return") || t.Is(c, "for") && t.Is(c-1, "exchange", "return")) || h >= 0 && t.Is(h, "exchange", "return") && t.Case(h) == "in" {
			return true // what is asked for in exchange
		}
		switch t.Case(i) {
		case "within", "inside", "as", "amid", "during", "despite", "since", "after", "before":
			return true
		}
	}
	if t.Rel(i) == "obl" {
		switch t.Case(i) {
		case "with", "through", "by", "over", "under", "because":
			return true // a means or a circumstance, not what the stance is about
		case "via", "across", "near", "into", "in":
			if tr.issue == "territory" {
				return true // where something happens
			}
		}
	}
	if s.Tokens[i].Rel == "acl:relcl" {
		return true // who somebody is, not what is said of the issue
	}
	if t.Rel(i) == "advcl" && h >= 0 && t.Case(i) == "to" && !p.takes(s, t, h, tr) {
		return true // what something is done for
	}
	if from, _ := t.Whole(i); s.Tokens[i].XPOS == "VBG" && from > 0 && t.Is(from-1, ",") && !p.takes(s, t, i, tr) {
		return true // ", promising arms to whoever comes"
	}
	if h >= 0 && t.Rel(i) == "acl" && t.Is(h, "those", "these", "all", "anyone", "everyone") {
		return true
	}
	if h < 0 || s.Tokens[h].UPOS != syntax.NOUN && s.Tokens[h].UPOS != syntax.PROPN {
		return false
	}
	switch t.Rel(i) {
	case "conj":
		return false
	case "nmod", "acl", "compound", "amod", "obl":
		return !bearing[t.Lemma(h)] && p.stanceOf("N "+t.Lemma(h), tr.issue) == ""
	}
	return false
}

// takes reports whether token i is a word of stance.
func (p *positionRun) takes(s *syntax.Sentence, t statement.Tree, i int, tr *trigger) bool {
	switch s.Tokens[i].UPOS {
	case syntax.VERB:
		return p.word(t, i, "V ", tr.issue) != ""
	case syntax.NOUN:
		return p.word(t, i, "N ", tr.issue) != ""
	case syntax.ADJ:
		return p.word(t, i, "A ", tr.issue) != ""
	}
	return false
}

// word gives the stance of token i, with its particle where the two have a meaning
// of their own: "rule out".
func (p *positionRun) word(t statement.Tree, i int, part, issue string) record.Stance {
	if k := t.Kid(i, "compound:prt"); k > i && part == "V " {
		if st := p.stanceOf(part+t.Lemma(i)+" "+t.Lemma(k), issue); st != "" {
			return st
		}
	}
	return p.stanceOf(part+t.Lemma(i), issue)
}

// carries are verbs that only carry a noun of stance: "repeated calls for".
var carries = map[string]bool{"make": true, "issue": true, "repeat": true, "renew": true, "reiterate": true, "express": true, "voice": true, "show": true,
	"signal": true, "indicate": true, "send": true, "have": true, "put": true, "float": true, "submit": true, "present": true, "launch": true,
	"convey": true, "extend": true, "state": true, "declare": true, "confirm": true, "reaffirm": true, "give": true, "announce": true,
	"reach": true, "sign": true, "step": true, "lead": true, "raise": true, "stress": true, "underline": true, "demonstrate": true, "communicate": true}

// spoils reports whether token i does something to a thing instead of being for or
// against it: "destroy the sovereignty", "hit the plant".
func spoils(s *syntax.Sentence, t statement.Tree, i int) bool {
	if s.Tokens[i].UPOS != syntax.VERB {
		return false
	}
	switch t.Lemma(i) {
	case "destroy", "undermine", "violate", "damage", "hit", "strike", "shell", "attack", "capture", "seize", "occupy", "use", "fire", "deploy", "track",
		"store", "place", "target", "breach", "break", "lose", "discuss", "avoid", "evade", "circumvent", "face", "survive", "defy":
		return true
	case "take":
		k := t.Kid(i, "compound:prt", "advmod")
		return k >= 0 && t.Is(k, "away")
	}
	return false
}

// relieves reports whether token i takes sanctions away.
func relieves(s *syntax.Sentence, t statement.Tree, i int) bool {
	switch t.Lemma(i) {
	case "lift", "ease", "remove", "relax", "drop", "cancel", "delist", "exempt":
		return s.Tokens[i].UPOS == syntax.VERB
	case "lifting", "removal", "easing", "relaxation", "cancellation", "end":
		return s.Tokens[i].UPOS == syntax.NOUN || s.Tokens[i].UPOS == syntax.VERB
	}
	return false
}

// enabled reports whether a word of stance is only what something makes possible:
// "enabled the town to keep fighting".
func enabled(s *syntax.Sentence, t statement.Tree, i int) bool {
	h := s.Tokens[i].Head
	if r := t.Rel(i); h < 0 || r != "xcomp" && r != "advcl" && r != "acl" && r != "ccomp" {
		return false
	}
	switch t.Lemma(h) {
	case "enable", "allow", "help", "let", "force", "compel", "need":
		return s.Tokens[h].UPOS == syntax.VERB
	}
	return false
}

// aimed reports whether a verb is only what something else is done for: "in order
// to reach an agreement".
func aimed(t statement.Tree, i int) bool {
	return t.Rel(i) == "advcl" && t.Kid(i, "mark") >= 0 && t.Is(t.Kid(i, "mark"), "to", "in")
}

// urges makes the demand of whoever asks for a stance out of the stance that is
// asked for: "urged the council to accept a truce" tells what the urging side wants.
func (p *positionRun) urges(s *syntax.Sentence, t statement.Tree, i int, tr *trigger) bool {
	if s.Tokens[i].UPOS != syntax.VERB || tr.negated > 0 || tr.stance == record.Refuses || tr.maybe || t.Negated(i) {
		return false
	}
	if p.stanceOf("V "+t.Lemma(i), tr.issue) != record.Demands && !t.Is(i, "want", "wants", "wanted") {
		return false
	}
	who := p.trees.Subject(t, i)
	if who < 0 || who == tr.who {
		return false
	}
	tr.at, tr.who, tr.stance = i, who, record.Demands
	return true
}

// troops are what is withdrawn from land.
var troops = map[string]bool{"troop": true, "force": true, "army": true, "soldier": true, "unit": true, "personnel": true, "military": true, "guard": true,
	"fighter": true, "tank": true, "equipment": true, "contingent": true, "peacekeeper": true, "all": true, "them": true, "its": true, "brigade": true, "weapon": true}

// otherSense reports whether words of an issue speak of something else: leaving a
// deal is no withdrawal of troops.
func (p *positionRun) otherSense(s *syntax.Sentence, t statement.Tree, i int, m issuePhrase) bool {
	switch m.words[0] {
	case "withdraw", "withdrawal":
		if o := t.Kid(i, "obj"); o >= 0 && !troops[t.Lemma(o)] {
			return true // "withdraw support"
		}
		for _, k := range t.Kids(i) {
			if t.Case(k) != "from" && t.Case(k) != "of" {
				continue
			}
			switch t.Lemma(k) {
			case "deal", "agreement", "treaty", "talk", "pact", "council", "initiative", "bid", "offer", "support", "union", "nato", "bloc", "competition", "ambassador", "diplomat", "statement", "application", "organisation", "organization", "body", "club", "convention", "project", "market":
				return true
			}
		}
	case "arms":
		return t.Rel(i) == "compound"
	}
	return false
}
