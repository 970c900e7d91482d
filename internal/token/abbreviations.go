package token

// abbreviated reports whether the full stop at j belongs to the word [i, j), and
// what kind of abbreviation the two are.
func (s *scanner) abbreviated(i, j int) (flags, bool) {
	if j+1 < s.to && (s.text[j+1] == '.' || s.text[j+1] == '?' || s.text[j+1] == '!') && !s.dots(i, j) {
		return 0, false
	}
	next, at := s.next(j + 1)
	if s.dots(i, j) { // U.S. and a.m. and Ph.D.
		for k := i; k < j; k++ {
			if s.text[k] == '.' && (k-i > 2 && s.text[k-2] != '.' && s.text[k-3] != '.') {
				return 0, false // a name on the net
			}
		}
		if j-i > 7 {
			return 0, false
		}
		return abbreviation | stop, true
	}
	w := s.text[i:j]
	if c, n := classAt(w, 0); n == len(w) && c == upper {
		return initial, s.isInitial(w, next, at)
	}
	f, ok := s.x.shortened(w)
	if !ok || w == "" {
		return 0, false
	}
	c, _ := classAt(w, 0)
	switch {
	case f == title:
		return f, next == upper || next == lower && c == upper || next == digit
	case f&month != 0:
		return f, next != blankc || len(w) > 3
	case f&stop != 0:
		return f, s.mayStop(w, next, c)
	case f == abbreviation: // "other" and "number"
		switch w {
		case "b", "d": // born and died
			prev := s.before()
			return f, prev != nil && prev.is(opening|dash) && (next == upper || next == digit)
		case "No", "no", "Nos", "nos", "Art", "art", "p", "pp", "para", "ch", "vol", "fig", "figs", "c", "v", "Vol", "Fig", "Ch":
			return f, next == digit || len(w) == 1 && next != blankc && next != other
		}
		return f, next != blankc
	}
	return f, true
}

// mayStop decides on abbreviations that are words too, or end sentences.
func (s *scanner) mayStop(w string, next, first class) bool {
	prev := s.before()
	if s.x.units[w] || w == "min" || w == "sec" || w == "gal" || w == "bn" {
		return prev != nil && prev.is(number) && (next == lower || next == digit)
	}
	switch {
	case next == lower || next == other:
		return true
	case first == upper:
		return prev != nil && (prev.is(capital) || s.text[prev.start] == ',' || s.text[prev.start] == '&')
	}
	return w == "etc" || w == "al" || w == "jr" || prev != nil && prev.is(capital|number)
}

// isInitial decides whether a single capital with a full stop is part of a name.
func (s *scanner) isInitial(w string, next class, at int) bool {
	prev := s.before()
	named := prev != nil && prev.is(capital|initial|title)
	if next == blankc {
		return false // it ends the paragraph
	}
	if next != upper {
		return w != "I" && (named || next == other)
	}
	end := at
	for end < s.end && letter(s.text[end]) {
		end++
	}
	var b folded
	if s.x.starters[string(s.x.fold(&b, s.text[at:end]))] && end-at > 1 {
		return false
	}
	return w != "I" || named
}

// before gives the piece that was emitted last, nil where there is none.
func (s *scanner) before() *piece {
	if len(s.out) == 0 {
		return nil
	}
	return &s.out[len(s.out)-1]
}

// next gives the class and offset of the first character at or after i that is
// no white space, blankc when the paragraph ends before one.
func (s *scanner) next(i int) (class, int) {
	for i < s.end {
		c, n := classAt(s.text, i)
		if c != blankc && c != joiner {
			return c, i
		}
		i += n
	}
	return blankc, s.end
}
