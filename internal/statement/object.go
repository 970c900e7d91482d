package statement

import (
	"sitrep/internal/syntax"
	"sitrep/record"
)

// nominal reads contents that are noun phrases: "denied the allegations",
// "called for a truce", "accused Moscow of shelling the town".
func (f *finder) nominal(a *attribution, i int) bool {
	v := f.v
	obj := v.kid(i, "obj")
	if a.entry.takes('a') && (obj > i || f.passive(i)) {
		if f.accused(a, i, obj) {
			return true
		}
	}
	for _, k := range v.kids(i) {
		if k < i || v.rel(k) != "obl" && v.rel(k) != "advcl" {
			continue
		}
		if p := v.caseOf(k); a.entry.prep(p) && !timeNoun(v, k) && !a.hidden {
			s := v.whole(k)
			c := v.kid(k, "case", "mark")
			if c >= 0 && c+1 < s.to && c == s.from {
				s.from = c + 1
			}
			if c == a.cue.to {
				a.cue.to = c + 1
			}
			if p == "for" {
				if inf := f.asked(i, k); inf >= 0 { // "called for them to leave"
					s.to = max(s.to, v.to[inf])
				}
			}
			if p == "on" || p == "upon" || p == "to" { // "called on the world to help": what is asked, not who
				if inf := f.asked(i, k); inf >= 0 {
					s = v.whole(inf)
				}
			}
			a.content = append(a.content, s)
			a.rule = "statement/cue-preposition"
			return true
		}
	}
	if v.lemma(i) == "call" && obj > i && !a.hidden {
		if named := f.calledWhat(i, obj); !named.empty() {
			a.content = append(a.content, named)
			a.entry = &cue{class: "speech", role: record.Claim, channel: "-", frames: "n"}
			a.rule = "statement/cue-object"
			return true
		}
	}
	if v.lemma(i) == "cite" && v.Tokens[i].XPOS == "VBG" {
		return false // "citing X" names who stands behind another's words
	}
	if a.entry.takes('n') && obj > i && !pronoun(v, obj) && v.kid(i, "iobj") < 0 && f.matter(a, obj) {
		s := v.whole(obj)
		for _, k := range v.kids(i) { // "described it as a trick"
			if r := v.rel(k); k > obj && (r == "obl" || r == "advcl" || r == "xcomp") && (v.caseOf(k) == "as" || extends(v, i, k)) && v.from[k] == s.to {
				s.to = v.to[k]
			}
		}
		for _, k := range v.kids(i) { // "rejected calls to negotiate", where the infinitive was hung on the verb
			if r := v.rel(k); k > obj && (r == "xcomp" || r == "advcl") && v.is(v.from[k], "to") && v.from[k] <= s.to+8 && (f.nouns[v.lemma(obj)] != nil || deciding[v.lemma(obj)]) {
				s.to = max(s.to, v.to[k])
			}
		}
		a.content = append(a.content, s)
		a.about = obj
		a.rule = "statement/cue-object"
		return true
	}
	return false
}

// extends reports whether a phrase behind a verb's object belongs to what is said
// of it: "claimed victory over the town", "praised the crews for holding on".
func extends(v *view, i, k int) bool {
	if r := v.rel(k); r != "obl" && r != "advcl" || timeNoun(v, k) {
		return false
	}
	switch v.caseOf(k) {
	case "for", "from", "against", "between":
		return true
	}
	return (v.lemma(i) == "claim" || v.lemma(i) == "report" && v.caseOf(k) != "to") && v.rel(k) == "obl"
}

// asked finds the infinitive that says what somebody is called on to do, or -1.
func (f *finder) asked(i, k int) int {
	v := f.v
	for _, h := range [2]int{i, k} {
		for _, c := range v.kids(h) {
			if m := v.kid(c, "mark"); c > k && m >= 0 && v.is(m, "to") {
				return c
			}
		}
	}
	return -1
}

// deciding are nouns that an infinitive completes.
var deciding = map[string]bool{"decision": true, "attempt": true, "effort": true, "move": true, "right": true, "bid": true, "vote": true, "order": true, "idea": true}

// accused reads "accused X of Y", "blamed X for Y", "warned X of Y".
func (f *finder) accused(a *attribution, i, obj int) bool {
	v := f.v
	for _, k := range v.kids(i) {
		if k < i || v.rel(k) != "obl" && v.rel(k) != "advcl" || !a.entry.prep(v.caseOf(k)) {
			continue
		}
		s := v.whole(k)
		if subj := v.kid(i, "nsubj:pass"); subj >= 0 && a.entry.role == record.Allegation {
			a.content = append(a.content, v.whole(subj))
		}
		if obj >= 0 && a.entry.role == record.Allegation {
			s = stretch{v.from[obj], s.to}
		} else if m := v.kid(k, "case", "mark"); m == s.from {
			s.from++
		}
		a.content = append(a.content, s)
		a.rule = "statement/accused"
		return true
	}
	if obj > i {
		holders := [2]int{obj, v.kid(obj, "conj")}
		for _, h := range holders {
			if h < 0 {
				continue
			}
			for _, k := range v.kids(h) { // the charge was hung on the accused
				if r := v.rel(k); (r == "nmod" || r == "acl") && k > h && a.entry.prep(v.caseOf(k)) && a.entry.role == record.Allegation {
					a.content = append(a.content, v.whole(obj))
					a.rule = "statement/accused"
					return true
				}
			}
		}
	}
	return false
}

// calledWhat reads "called the decision a mistake": a thing and what it is called.
func (f *finder) calledWhat(i, obj int) stretch {
	v := f.v
	if o := v.kid(i, "iobj"); o > i && o < obj && v.to[o] == v.from[obj] {
		return stretch{v.from[o], v.to[obj]}
	}
	for _, k := range v.kids(i) {
		if k <= obj || v.Tokens[k].UPOS == syntax.VERB {
			continue
		}
		if r := v.rel(k); r == "xcomp" || r == "obj" && v.Tokens[obj].Rel == "iobj" || r == "obj" && k != obj {
			s := stretch{v.from[obj], v.to[k]}
			for _, t := range v.kids(k) { // when it was said is no part of it
				if t > k && timeNoun(v, t) {
					s.to = min(s.to, v.from[t])
				}
			}
			return s
		}
	}
	for _, k := range v.kids(obj) {
		if v.rel(k) == "appos" && k > obj && quoteMark(v.Tokens[v.from[k]].Text) {
			return v.whole(obj)
		}
	}
	if next := v.to[obj]; next < len(v.Tokens) && quoteMark(v.Tokens[next].Text) && v.Tokens[next].Text != "”" {
		for k := next + 1; k < len(v.Tokens); k++ { // called it “barbaric”
			if quoteMark(v.Tokens[k].Text) {
				return stretch{v.from[obj], k + 1}
			}
		}
	}
	return stretch{}
}

// matter reports whether a thing can be what was offered or proposed in words:
// a truce, not tea.
func (f *finder) matter(a *attribution, obj int) bool {
	v := f.v
	if a.cueAt >= 0 && v.lemma(a.cueAt) == "deny" { // "deny claims", not "deny rights"
		switch v.lemma(obj) {
		case "involvement", "responsibility", "relation", "link", "role", "wrongdoing", "guilt", "connection", "existence", "use", "attack", "report", "knowledge", "plan", "part", "it", "this",
			"tie", "contact", "presence", "complicity", "intention", "interference", "collusion", "loss", "damage":
			return true
		}
		if d := v.kid(obj, "det"); d >= 0 && v.is(d, "any", "all", "this", "these", "those") {
			return true
		}
		return f.nouns[v.lemma(obj)] != nil || v.Tokens[obj].XPOS == "VBG"
	}
	if a.cueAt >= 0 && a.entry.takes('n') {
		switch v.lemma(a.cueAt) {
		case "claim": // "claim responsibility", not "claim lives"
			switch v.lemma(obj) {
			case "responsibility", "victory", "success", "credit", "innocence", "progress", "control", "gain", "capture", "ignorance":
				return true
			}
			return false
		case "counter", "challenge", "contest", "protest": // words, not an attack
			return f.nouns[v.lemma(obj)] != nil && v.lemma(obj) != "threat" || v.lemma(a.cueAt) == "protest"
		}
	}
	if v.lemma(obj) == "talk" || a.entry.role != record.Offer {
		return true
	}
	for k := v.from[obj]; k < v.to[obj]; k++ {
		if f.matters[v.lemma(k)] {
			return true
		}
	}
	return f.nouns[v.lemma(obj)] != nil
}

func pronoun(v *view, i int) bool { return v.Tokens[i].UPOS == syntax.PRON }

func timeNoun(v *view, i int) bool {
	switch v.lemma(i) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year", "day":
		return true
	}
	return false
}

func quoteMark(s string) bool {
	switch s {
	case "\"", "“", "”", "«", "»", "''", "``", "‘", "„", "'":
		return true
	}
	return false
}
