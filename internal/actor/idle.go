package actor

import (
	"sitrep/internal/syntax"
	"sitrep/record"
)

// idle reports whether the noun of a phrase names nobody here, though it may
// elsewhere: "ten years in prison", "the west bank of a river", "its position on
// the war", "deep divisions", "leadership" as a virtue. A noun that opens the
// sentence is given the benefit of the doubt.
func (r *run) idle(s *syntax.Sentence, p *phrase) bool {
	if p.head == 0 {
		return false
	}
	before, after := r.lower(r.list[p.head-1]), ""
	if p.head+1 < len(r.list) && !r.atoms[r.list[p.head+1].from].gap {
		after = r.lower(r.list[p.head+1])
	}
	upper := r.atoms[r.list[p.head].from].upper
	rel := ""
	if t := r.atoms[r.list[p.head].to-1].token; s.Parsed() && t < len(s.Tokens) {
		rel = syntax.Universal(s.Tokens[t].Rel)
	}
	nobodys := p.country == "" && p.owner < 0 && p.body == "" && !upper
	switch p.lemma {
	case "force":
		return power(before)
	case "assembly":
		return !upper && works(after)
	case "resistance":
		return power(before) && p.country == "" || nobodys && !p.definite && rel != "nsubj"
	case "opposition":
		return feeling(before) || !upper && (after == "to" || after == "from")
	case "leadership":
		return rel == "compound" || p.owner >= 0 && r.found[p.owner].actor.Kind == record.Person || nobodys && !p.definite
	case "intelligence":
		return !upper && (rel == "compound" || rel == "obj" || nobodys && !p.definite)
	case "prison", "jail":
		return !upper && (rel == "obl" || rel == "nmod" || rel == "obj" || rel == "compound")
	case "bank":
		return side(before)
	case "squad":
		return before == "firing"
	case "position":
		return !p.plural && p.first >= p.head-1 && !upper
	case "division":
		return after == "between" || nobodys && p.plural && p.first >= p.head-1 && !numeral(s, r.atoms[r.list[p.head-1].from].token)
	case "command":
		return nobodys && !p.definite
	}
	return false
}

func numeral(s *syntax.Sentence, t int) bool {
	return t < len(s.Tokens) && s.Tokens[t].UPOS == syntax.NUM
}

// side are words that make "bank" a river's.
func side(w string) bool {
	switch w {
	case "west", "east", "north", "south", "western", "eastern", "northern", "southern", "left", "right", "opposite", "far", "other", "river":
		return true
	}
	return false
}

// power are words that make "force" strength, nobody who has it: "the full force".
func power(w string) bool {
	switch w {
	case "full", "brute", "sheer", "deadly", "lethal", "excessive", "overwhelming", "driving", "of", "stiff", "fierce", "strong", "tough", "heavy", "stubborn", "stiffer", "fiercer", "stronger", "unexpected", "little", "no":
		return true
	}
	return false
}

// feeling are words that make "opposition" a stand, nobody who takes it.
func feeling(w string) bool {
	switch w {
	case "outright", "strong", "fierce", "its", "their", "his", "her", "widespread", "growing", "public", "international", "firm", "any", "little", "vehement", "stiff", "express", "voice", "in", "despite":
		return true
	}
	return false
}

// works are words that make "assembly" a matter of machines or of drawing up.
func works(w string) bool {
	switch w {
	case "area", "areas", "line", "lines", "plant", "plants", "point", "points":
		return true
	}
	return false
}
