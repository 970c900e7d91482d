package place

import "sitrep/internal/syntax"

// streetAt finds a street's name that begins at token i and gives its end, or 0.
// An address with a house number is no name of a street by itself.
func (w *work) streetAt(s *syntax.Sentence, i int) int {
	if i > 0 && (digits(s.Tokens[i-1].Text) || upper(s.Tokens[i-1].Text) && w.classAt(s, i-1)&before == 0 && !opens(s, i-1) && s.Tokens[i-1].SpaceAfter) {
		return 0
	}
	c := w.e.words.class[s.Tokens[i].Text]
	if t := s.Tokens[i].Text; t == "The" || t == "But" || t == "On" || t == "And" {
		return 0
	}
	if c&street != 0 || c&before != 0 && opens(s, i) {
		// "Highway 19", "Route 9"
		if i+1 < len(s.Tokens) && digits(s.Tokens[i+1].Text) && (s.Tokens[i].Text == "Highway" || s.Tokens[i].Text == "Route" || s.Tokens[i].Text == "Interstate") {
			return i + 2
		}
		return 0
	}
	for j := i + 1; j < len(s.Tokens) && j < i+5; j++ {
		t := s.Tokens[j].Text
		if !upper(t) && !digits(t) || !s.Tokens[j-1].SpaceAfter && t != "." {
			return 0
		}
		if initial(s.Tokens[j-1].Text) && j-1 > i {
			return 0 // a person called Lane
		}
		if w.e.words.class[t]&street != 0 && t != "St." && t != "Dr." && t != "Square" {
			return j + 1
		}
		if (t == "St." || t == "Square") && (j+1 >= len(s.Tokens) || !upper(s.Tokens[j+1].Text)) {
			return j + 1
		}
	}
	return 0
}
