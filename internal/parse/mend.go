package parse

import "sitrep/internal/syntax"

// mend repairs what a greedy parser gets wrong and word order leaves no doubt
// about.
func mend(s *syntax.Sentence) {
	for i := range s.Tokens {
		aside(s, i)
		switch t := &s.Tokens[i]; t.Rel {
		case "nsubj", "nsubj:pass":
			besideName(s, i)
		case "mark":
			beforeTime(s, i)
		case "advcl":
			if h := t.Head; h >= 0 && h < i && s.Tokens[h].UPOS == syntax.ADJ && s.Tokens[h].Head >= 0 && s.Tokens[h].Head < h && afterComma(s, h, i) {
				t.Head = s.Tokens[h].Head // "remained the same, with X holding Y" tells about the whole
			}
		case "obj":
			if t.UPOS == syntax.ADJ && t.Head >= 0 && t.Head < i && linking[s.Tokens[t.Head].Lemma] {
				t.Rel = "xcomp" // "remained the same" has no object
			}
		}
	}
}

// linking are verbs whose adjective says what the subject is.
var linking = map[string]bool{"remain": true, "stay": true, "become": true, "seem": true, "appear": true, "look": true, "keep": true}

// besideName mends "Arnorian President Doe would", where the adjective or the
// title was taken for a subject by itself: a second subject of the same verb that
// follows at once, without a mark or a word between, is the name it belongs to.
func besideName(s *syntax.Sentence, i int) {
	first := &s.Tokens[i]
	if first.UPOS != syntax.ADJ && first.UPOS != syntax.PROPN && first.UPOS != syntax.NOUN || first.Head <= i {
		return
	}
	for j := i + 1; j < first.Head; j++ {
		t := &s.Tokens[j]
		switch {
		case t.Head == first.Head && (t.Rel == "nsubj" || t.Rel == "nsubj:pass"):
			if t.UPOS != syntax.PROPN && t.UPOS != syntax.NOUN {
				return
			}
			first.Head, first.Rel = j, "compound"
			if first.UPOS == syntax.ADJ {
				first.Rel = "amod"
			}
			return
		case t.UPOS != syntax.NOUN && t.UPOS != syntax.PROPN && t.UPOS != syntax.ADJ:
			return
		}
	}
}

// beforeTime mends "Since Oct. 2022, the lines have moved", where the preposition
// of a time was taken for the mark of the whole clause.
func beforeTime(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	if t.UPOS != syntax.ADP || t.Head <= i+1 || i+1 >= len(s.Tokens) {
		return
	}
	for j := i + 1; j < t.Head && j <= i+3; j++ {
		o := &s.Tokens[j]
		if o.Head == t.Head {
			if (o.Rel == "obl" || o.Rel == "obl:unmarked") && (o.UPOS == syntax.PROPN || o.UPOS == syntax.NOUN || o.UPOS == syntax.NUM) {
				t.Head, t.Rel = j, "case"
			}
			return
		}
	}
}

// afterComma reports whether a comma stands between two tokens.
func afterComma(s *syntax.Sentence, from, to int) bool {
	for j := from + 1; j < to; j++ {
		if s.Tokens[j].Text == "," {
			return true
		}
	}
	return false
}
