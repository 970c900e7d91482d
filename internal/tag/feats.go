package tag

import "sitrep/internal/syntax"

// setFeats sets the features that follow from tags, forms and the words before.
func setFeats(s *syntax.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Feats = tagFeats(t.UPOS, t.XPOS)
		switch {
		case t.UPOS == syntax.PRON || t.UPOS == syntax.DET:
			t.Feats |= pronounFeats(t)
		case t.XPOS == "VBN":
			if passive(s, i) {
				t.Feats |= syntax.Passive
			}
		case t.XPOS == "VBD" && t.Lemma == "be":
			t.Feats |= beFeats(t.Text)
		case t.XPOS == "VB" && t.UPOS == syntax.VERB && imperative(s, i):
			t.Feats = syntax.Imperative | syntax.Finite
		case t.XPOS == "VBG" && gerund(s, i):
			t.Feats = syntax.Gerund
		case t.Lemma == "not":
			t.Feats |= syntax.Negative
		}
	}
}

// tagFeats gives what the tags alone tell.
func tagFeats(u syntax.UPOS, xpos string) syntax.Feats {
	switch xpos {
	case "NN", "NNP":
		if u == syntax.NOUN || u == syntax.PROPN || u == syntax.PRON {
			return syntax.Singular
		}
	case "NNS", "NNPS":
		return syntax.Plural
	case "VBD":
		return syntax.Past | syntax.Finite
	case "VBZ":
		return syntax.Present | syntax.Finite | syntax.Third | syntax.Singular
	case "VBP":
		return syntax.Present | syntax.Finite
	case "MD":
		return syntax.Finite
	case "VB":
		return syntax.Infinitive
	case "VBN":
		return syntax.Past | syntax.Participle
	case "VBG":
		return syntax.Present | syntax.Participle
	case "JJR", "RBR":
		return syntax.Comparative
	case "JJS", "RBS":
		return syntax.Superlative
	}
	return 0
}

// pronounFeats gives person, number, case and gender of pronouns and the number
// of demonstratives.
func pronounFeats(t *syntax.Token) syntax.Feats {
	const sing, plur = syntax.Singular, syntax.Plural
	const first, second, third = syntax.First, syntax.Second, syntax.Third
	const nom, acc, poss, refl = syntax.Subjective, syntax.Objective, syntax.Possessive, syntax.Reflexive
	var b [12]byte
	if len(t.Text) > len(b) {
		return 0
	}
	switch string(foldInto(b[:0], t.Text)) {
	case "i":
		return nom | sing | first
	case "me":
		return acc | sing | first
	case "my", "mine":
		return poss | sing | first
	case "myself":
		return refl | sing | first
	case "we":
		return nom | plur | first
	case "us":
		return acc | plur | first
	case "our", "ours":
		return poss | plur | first
	case "ourselves":
		return refl | plur | first
	case "you":
		return second
	case "your", "yours":
		return poss | second
	case "yourself":
		return refl | sing | second
	case "yourselves":
		return refl | plur | second
	case "he":
		return nom | sing | third | syntax.Masculine
	case "him":
		return acc | sing | third | syntax.Masculine
	case "his":
		return poss | sing | third | syntax.Masculine
	case "himself":
		return refl | sing | third | syntax.Masculine
	case "she":
		return nom | sing | third | syntax.Feminine
	case "her":
		if t.XPOS == "PRP$" {
			return poss | sing | third | syntax.Feminine
		}
		return acc | sing | third | syntax.Feminine
	case "hers":
		return poss | sing | third | syntax.Feminine
	case "herself":
		return refl | sing | third | syntax.Feminine
	case "it":
		return sing | third
	case "its":
		return poss | sing | third
	case "itself":
		return refl | sing | third
	case "they":
		return nom | plur | third
	case "them":
		return acc | plur | third
	case "their", "theirs":
		return poss | plur | third
	case "themselves":
		return refl | plur | third
	case "this", "that":
		if t.XPOS == "DT" {
			return sing
		}
	case "these", "those":
		return plur
	}
	return 0
}

func foldInto(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

func beFeats(form string) syntax.Feats {
	switch form {
	case "was", "Was", "WAS":
		return syntax.Singular
	case "were", "Were", "WERE":
		return syntax.Plural
	}
	return 0
}

// auxiliaryBefore gives the index of the auxiliary before the verb at i, over
// adverbs, "not", a subject of a question and up to six words; -1 for none.
func auxiliaryBefore(s *syntax.Sentence, i int) int {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		t := &s.Tokens[k]
		switch {
		case t.UPOS == syntax.AUX:
			return k
		case t.Lemma == "be" || t.Lemma == "have" || t.Lemma == "get":
			return k
		case t.UPOS == syntax.ADV || t.UPOS == syntax.PART || t.UPOS == syntax.CCONJ || t.XPOS == "VBN" || t.UPOS == syntax.PRON && k > 0 && s.Tokens[k-1].UPOS == syntax.AUX:
			continue
		}
		return -1
	}
	return -1
}

// passive reports whether the participle at i is one of the passive: after a
// form of "be" or "get", or after no auxiliary at all.
func passive(s *syntax.Sentence, i int) bool {
	if s.Tokens[i].UPOS == syntax.AUX {
		return false
	}
	k := auxiliaryBefore(s, i)
	return k < 0 || s.Tokens[k].Lemma == "be" || s.Tokens[k].Lemma == "get"
}

// imperative reports whether the base form at i is no infinitive: no "to" and
// no auxiliary stands before it.
func imperative(s *syntax.Sentence, i int) bool {
	for k := i - 1; k >= 0; k-- {
		t := &s.Tokens[k]
		switch t.UPOS {
		case syntax.PUNCT, syntax.CCONJ, syntax.INTJ:
			if t.Text == "," || t.UPOS != syntax.PUNCT {
				continue
			}
			return true
		case syntax.ADV:
			continue
		case syntax.AUX:
			return t.XPOS == "VB" || t.Lemma == "do" && k == 0
		case syntax.PART:
			if t.Lemma == "not" {
				continue
			}
			return false
		}
		return false
	}
	return true
}

// gerund reports whether the -ing form at i is used as a noun: right after a
// preposition, a determiner or a possessive.
func gerund(s *syntax.Sentence, i int) bool {
	if i == 0 || s.Tokens[i].UPOS != syntax.VERB {
		return false
	}
	switch t := &s.Tokens[i-1]; t.UPOS {
	case syntax.ADP, syntax.SCONJ:
		return t.Lemma != "while" && t.Lemma != "when"
	case syntax.DET:
		return true
	default:
		return t.XPOS == "PRP$" || t.XPOS == "POS"
	}
}

// inContext corrects lemmas that depend on the words beside.
func inContext(s *syntax.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != syntax.AUX || len(t.Text) > 4 || i+1 >= len(s.Tokens) {
			continue
		}
		switch t.Text {
		case "'s", "’s", "´s", "`s", "ʼs", "‘s":
			if t.Lemma == "be" && perfect(s, i) {
				t.Lemma = "have"
			}
		case "'d", "’d", "´d", "`d", "ʼd", "‘d":
			t.Lemma = "would"
			if perfect(s, i) || nextVerb(s, i) == "VBN" || nextVerb(s, i) == "VBD" {
				t.Lemma = "have"
			}
		}
	}
}

// nextVerb gives the tag of the verb that follows an auxiliary.
func nextVerb(s *syntax.Sentence, i int) string {
	for k := i + 1; k < len(s.Tokens) && k <= i+4; k++ {
		switch t := &s.Tokens[k]; t.UPOS {
		case syntax.ADV, syntax.PART:
		case syntax.VERB, syntax.AUX:
			return t.XPOS
		default:
			return ""
		}
	}
	return ""
}

// perfect reports whether the word after the auxiliary at i can only follow
// "have": "been", "had", "got".
func perfect(s *syntax.Sentence, i int) bool {
	for k := i + 1; k < len(s.Tokens) && k <= i+3; k++ {
		switch s.Tokens[k].Text {
		case "been", "had", "got", "become", "better":
			return true
		}
		if u := s.Tokens[k].UPOS; u != syntax.ADV && u != syntax.PART {
			return false
		}
	}
	return false
}
