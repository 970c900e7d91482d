package place

import "sitrep/internal/syntax"

// persons notes the names of a sentence's people: given names and family names of
// those that the names model finds, and each word after a given name or a title.
// Later the word alone is read as the person.
func (w *work) persons(s *syntax.Sentence) {
	for _, n := range s.Names {
		w.tagged = true
		if n.Kind == syntax.PersonName && n.End-n.Start > 1 {
			w.surnames[s.Tokens[n.End-1].Text] = true
			w.givens[s.Tokens[n.Start].Text] = true
		}
	}
	for i := range s.Tokens {
		t := s.Tokens[i].Text
		if !upper(t) || len(t) < 3 || w.e.words.class[t]&(kind|street|facility|org) != 0 {
			continue
		}
		if w.familyName(s, i) {
			w.surnames[t] = true
		}
	}
}

// familyName tells a word that ends a person's name: after a given name, a title or
// an initial, or before an age between commas; or the first word of a company's name.
func (w *work) familyName(s *syntax.Sentence, i int) bool {
	t := s.Tokens[i].Text
	c := w.e.words.class[t]
	next := ""
	if i+1 < len(s.Tokens) {
		next = s.Tokens[i+1].Text
	}
	if c&given != 0 && upper(next) {
		return false // the given name itself
	}
	if i > 0 && upper(s.Tokens[i-1].Text) {
		p := w.e.words.class[s.Tokens[i-1].Text]
		switch {
		case p&given != 0:
			return true
		case p&title != 0 && c&given == 0 && w.e.words.class[next]&(kind|org) == 0:
			return true
		case initial(s.Tokens[i-1].Text) && i > 1 && upper(s.Tokens[i-2].Text):
			return true
		case i > 1 && w.classAt(s, i-2)&given != 0 && w.unknownName(s, i-1):
			return true
		case next == "," && i+3 < len(s.Tokens) && digits(s.Tokens[i+2].Text) && len(s.Tokens[i+2].Text) <= 2 && s.Tokens[i+3].Text == ",":
			return true
		}
	}
	return upper(next) && w.classAt(s, i+1)&body != 0 && !opens(s, i)
}
