package event

import "sitrep/internal/syntax"

// adjectival are verbs whose "-ing" stands before a noun for who does it, and which
// parsers take for a clause at the head of a sentence.
func adjectival(lemma string) bool {
	switch lemma {
	case "strike", "protest", "demonstrate", "riot", "visit", "retreat", "advance", "rule", "govern", "invade", "occupy", "advise", "flee", "return", "march":
		return true
	}
	return false
}

// moving are verbs that no passive participle stands behind a noun of: where the
// parser saw one, the noun is the subject.
func moving(lemma string) bool {
	switch lemma {
	case "cross", "shuttle", "march", "rally", "protest", "clash", "demonstrate", "retreat", "withdraw", "advance", "arrive", "travel", "rush", "flee", "agree", "vow", "riot", "walk", "meet", "talk", "negotiate", "collaborate", "cooperate", "resign", "deploy", "call", "appeal", "refuse", "decline", "threaten", "pledge", "vote", "respond", "react":
		return true
	}
	return false
}

// upTo reports whether "up to" and a number stand between a verb and a noun.
func (r *run) upTo(v, t int) bool {
	return v+3 < len(r.s.Tokens) && v+3 <= t && r.lower(v+1) == "up" && r.lower(v+2) == "to" && r.tok(v+3).UPOS == syntax.NUM
}

// saying are verbs that often follow what is said.
func saying(lemma string) bool {
	switch lemma {
	case "say", "report", "announce", "add", "state", "confirm":
		return true
	}
	return false
}

// called puts what something is called for the thing: "denounced what it called
// Arnorian aggression".
func (r *run) called(c *clause) {
	if c.obj < 0 || r.lower(c.obj) != "what" {
		return
	}
	for _, list := range [][]int{r.kids[c.obj], r.kids[c.v]} {
		for _, k := range list {
			switch r.lemma(k) {
			case "call", "term", "describe", "see", "consider", "label", "regard":
				if k < c.obj {
					continue
				}
				for _, o := range r.kids[k] {
					if rel := r.tok(o).Rel; o > k && (rel == "obj" || rel == "xcomp" || is(rel, "obl")) && r.tok(o).UPOS == syntax.NOUN {
						c.obj = o
						return
					}
				}
			}
		}
	}
}

// dated reports whether t is a plain word of time that cannot act.
func (r *run) dated(t int) bool {
	switch r.lemma(t) {
	case "month", "week", "year", "morning", "night", "afternoon", "evening", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "yesterday":
		return true
	}
	return false
}
