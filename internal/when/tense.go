package when

import "strings"

// tense looks for what tells whether an expression at word i looks ahead: the
// nearest verb or word of planning in its sentence, with a leaning to what stands
// before. seen is false when nothing told either way, weak true when only a far verb or one of
// saying did: what is said may lie ahead.
func (p *parser) tense(from, to int) (future, seen, weak bool) {
	const reach = 14 // words; farther away a verb says little
	best := reach + 1
	for d := 1; d <= reach; d++ {
		if i := from - d; i >= 0 && d < best {
			if f, ok := p.looks(i); ok {
				future, seen, weak, best = f, true, d > 3 || p.has(i, cSay), d
			}
			if p.ws[i].Lower == ";" {
				break
			}
		}
	}
	for d := 1; d*2 <= best && to+d-1 < len(p.ws); d++ {
		i := to + d - 1
		if p.ws[i].Lower == ";" {
			break
		}
		if f, ok := p.looks(i); ok {
			return f, true, d > 1 || p.has(i, cSay)
		}
	}
	return future, seen, weak
}

// looks tells whether word i points ahead, back, or neither way.
func (p *parser) looks(i int) (future, ok bool) {
	if p.is(i, "may") && p.capital(i) && i > 0 {
		return false, false
	}
	if p.has(i, cFuture) {
		if tag := p.tag(i); p.in(i, "plan", "plans", "may", "ends", "opens", "starts", "begins", "expires", "resumes") && tag != "" && tag != "MD" && !strings.HasPrefix(tag, "VB") {
			return false, false
		}
		if p.is(i, "due") && p.is(i+1, "to") || p.is(i, "until") || p.is(i, "expected") && p.in(i-1, "than", "as") {
			return false, false
		}
		return true, true
	}
	if p.terms[i] != nil {
		for _, ph := range p.terms[i].phrases {
			if ph.class&cFuture != 0 && p.match(i+1, ph.rest) {
				return true, true
			}
		}
	}
	if p.is(i-1, "to") && (p.tag(i) == "VB" || p.tag(i) == "") && (p.has(i-2, cIntent) || p.has(i-3, cIntent)) {
		return true, true // "agreed to meet in February"
	}
	switch tag := p.tag(i); {
	case p.in(i, "was", "were") && p.in(i+1, "planning", "planned", "scheduled", "expected", "due"):
		return true, true
	case tag == "VBD":
		return false, true
	case tag == "VBN":
		return false, !p.in(i-1, "be", "is", "are", "being") && !p.in(i-2, "be", "is", "are")
	case tag == "VBZ" || tag == "VBP":
		return true, p.comes(i)
	case tag != "":
		return false, false
	}
	switch w := p.ws[i].Lower; {
	case w == "was", w == "were", w == "had", w == "said", w == "did", w == "told", w == "began", w == "came", w == "fell", w == "rose":
		return false, true
	case len(w) > 4 && strings.HasSuffix(w, "ed") && !p.in(i-1, "be", "is", "are"):
		return false, true
	}
	return false, false
}

// comes reports whether a verb in the present at word i, with a day right behind it
// or behind its preposition, tells of what is to come: "he arrives Sunday", "they
// vote on May 6".
func (p *parser) comes(i int) bool {
	if p.has(i, cSay) || p.in(i, "has", "have", "had", "does", "do", "'s", "'re", "says", "say", "remembers", "recalls", "marks", "is", "are", "am") {
		return false
	}
	k := i + 1
	if strings.HasSuffix(p.ws[min(k, len(p.ws)-1)].Lower, "ly") { // "they meet separately Monday"
		k++
	}
	if p.in(k, "place", "effect", "part") {
		k++
	}
	if p.in(k, "on", "in", "by") {
		k++
	}
	return p.has(k, cWeekday|cMonth|cMonthAbbr|cWeekdayAbbr) && !p.capital(i) && !p.is(k+1, "'s")
}

// pastVerbNear reports whether a plain past verb stands within six words before
// word i, or "had" after it, which then ties an "until" to the past.
func (p *parser) pastVerbNear(i int) bool {
	for k := i + 1; k < len(p.ws) && k <= i+6; k++ {
		if p.is(k, "had") && !p.is(k+1, "to") { // "Until Thursday they had not named him"
			return true
		}
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if p.tag(k) == "VBD" || p.tag(k) == "" && strings.HasSuffix(p.ws[k].Lower, "ed") {
			return true
		}
	}
	return false
}
