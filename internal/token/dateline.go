package token

import "sitrep/internal/syntax"

// longestDateline is how many tokens may stand before a dateline's dash.
const longestDateline = 18

// dateline gives the number of tokens of the dateline that opens a sentence,
// its dash included; 0 where there is none. "KYIV, Dec. 23 (Wire) — " and
// "KYIV/MOSCOW (Wire) - " are datelines, "Kyiv — the capital — " is not: the
// place stands in capitals, or an agency in brackets stands before the dash, or
// what follows begins as a sentence does ("Kyiv, Ukraine — The talks began").
func dateline(s *syntax.Sentence) int {
	shout, bracket := false, false
	for i := range s.Tokens {
		if i > longestDateline {
			return 0
		}
		t := &s.Tokens[i]
		switch t.Text {
		case "—", "–", "--", "-", "―":
			if i > 0 && (t.SpaceAfter || t.Text != "-") && (s.Tokens[i-1].SpaceAfter || t.Text != "-") && (shout || bracket || opensAnew(s, i)) {
				return i + 1
			}
			if t.SpaceAfter && s.Tokens[max(i-1, 0)].SpaceAfter {
				return 0
			}
			continue
		case "(":
			bracket = i > 0
			continue
		case ")", ",", ".", "/", ":", "and", "of", "the", "in":
			continue
		}
		c, _ := classAt(t.Text, 0)
		switch {
		case c == digit:
		case c != upper:
			return 0
		case i == 0:
			shout = len(t.Text) > 2 && capitals(t.Text)
		case !bracket && !capitals(t.Text) && !dated(s, i):
			// a second word in small letters: a name, as long as a bracket follows
			if i > 4 {
				return 0
			}
		}
	}
	return 0
}

// opensAnew reports whether a sentence begins anew behind the long dash at i, which at
// most four words stand before and no second dash follows.
func opensAnew(s *syntax.Sentence, i int) bool {
	if i > 5 || s.Tokens[i].Text != "—" || !s.Tokens[i].SpaceAfter || !s.Tokens[i-1].SpaceAfter || i+4 > len(s.Tokens) || s.Tokens[0].Text == "The" {
		return false
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		if s.Tokens[k].Text == "—" {
			return false
		}
	}
	next := s.Tokens[i+1].Text
	c, _ := classAt(next, 0)
	return c == upper && !capitals(next) || next == "A" || next == "“" || next == "\""
}

// dated reports whether the word at i is part of a date: a figure stands beside
// it, or it is an abbreviation.
func dated(s *syntax.Sentence, i int) bool {
	near := func(k int) bool {
		if k < 0 || k >= len(s.Tokens) {
			return false
		}
		c, _ := classAt(s.Tokens[k].Text, 0)
		return c == digit
	}
	return near(i-1) || near(i+1) || s.Tokens[i].Text[len(s.Tokens[i].Text)-1] == '.'
}

// capitals reports whether a word has no lower-case letter.
func capitals(w string) bool {
	for i := 0; i < len(w); {
		c, n := classAt(w, i)
		if c == lower {
			return false
		}
		i += n
	}
	return true
}
