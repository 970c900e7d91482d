package token

import "strings"

// scanner walks over one paragraph and appends pieces.
type scanner struct {
	x        *lexicon
	text     string
	from, to int  // the chunk: a run without white space
	end      int  // the paragraph's end
	net      bool // the chunk may hold an address of the net
	out      []piece
}

// scan appends the pieces of text[start:end] to out.
func (x *lexicon) scan(out []piece, text string, start, end int) []piece {
	s := scanner{x: x, text: text, end: end, out: out}
	for at := start; at < end; {
		n, _ := space(text, at)
		if n > 0 {
			at += n
			continue
		}
		s.from = at
		plain := true
		limit := min(end, at+longestChunk)
		for at < limit {
			c := classes[text[at]]
			if c == lower || c == upper {
				at++
				continue
			}
			if c == blankc {
				break
			}
			if c != multi {
				plain = false
				at++
				continue
			}
			c, n := classAt(text[:end], at)
			if c == blankc {
				break
			}
			plain = plain && (c == lower || c == upper)
			at += n
		}
		s.to = at
		before := len(s.out)
		if plain {
			s.word(s.from, s.to)
		} else {
			s.chunk()
		}
		if len(s.out) > before && !s.more(at) {
			s.out[len(s.out)-1].flags |= spaceAfter
		}
	}
	return s.out
}

// longestChunk is how many bytes without white space are looked at together.
// Longer runs are cut, so that no rule that looks ahead costs more than a
// constant for each byte.
const longestChunk = 480

// more reports whether the chunk that ends at offset at was cut short.
func (s *scanner) more(at int) bool {
	if at >= s.end {
		return false
	}
	n, _ := space(s.text, at)
	return n == 0
}

// chunk cuts a run without white space that holds more than letters.
func (s *scanner) chunk() {
	i := s.from
	if s.invisible() {
		return
	}
	s.net = strings.IndexByte(s.text[i:s.to], '@') >= 0 || strings.Contains(s.text[i:s.to], "://") || hasPrefixFold(s.text[i:s.to], "www.") || strings.Contains(s.text[i:s.to], "(www.")
	if n := s.netAddress(i); n > 0 {
		s.emit(i, i+n, address)
		i += n
	}
	for i < s.to {
		c, n := classAt(s.text, i)
		switch c {
		case lower, upper, digit:
			i = s.core(i)
		case joiner:
			i = s.glue(i, n)
		default:
			i = s.mark(i, n)
		}
	}
}

// invisible reports whether the chunk holds nothing that can be seen, such as a
// byte-order mark; it is then treated as white space.
func (s *scanner) invisible() bool {
	for i := s.from; i < s.to; {
		c, n := classAt(s.text, i)
		if c != joiner || visible(s.text[i:i+n]) {
			return false
		}
		i += n
	}
	return true
}

// glue adds joiners to the piece before, or makes them a piece of their own
// where the chunk begins with them.
func (s *scanner) glue(i, n int) int {
	for i+n < s.to {
		c, m := classAt(s.text, i+n)
		if c != joiner {
			break
		}
		n += m
	}
	if k := len(s.out) - 1; k >= 0 && int(s.out[k].end) == i && i > s.from {
		s.out[k].end = int32(i + n)
		return i + n
	}
	s.emit(i, i+n, 0)
	return i + n
}

// core finds the end of a word or number that begins at i, emits its pieces and
// gives the offset behind them.
func (s *scanner) core(i int) int {
	if n := s.netAddress(i); n > 0 && (i == s.from || !s.wordBefore(i)) {
		s.emit(i, i+n, address)
		return i + n
	}
	j := s.run(i)
	for j < s.to {
		k := s.joined(i, j)
		if k == j {
			break
		}
		j = s.run(k)
	}
	switch {
	case classes[s.text[i]] == digit:
		return s.numeral(i, j)
	case j < s.to && s.text[j] == '$' && dollar(s.text[i:j]):
		s.emit(i, j+1, 0)
		return j + 1
	case j < s.to && s.text[j] == '.':
		if f, ok := s.abbreviated(i, j); ok {
			s.emit(i, j+1, f)
			return j + 1
		}
	}
	if s.unspaced(i, j) {
		return s.segment(i, j)
	}
	return s.word(i, j)
}

// run gives the end of the letters, digits and joiners that begin at i.
func (s *scanner) run(i int) int {
	for i < s.to {
		c, n := classAt(s.text, i)
		if c != lower && c != upper && c != digit && c != joiner && s.text[i] != '_' {
			break
		}
		i += n
	}
	return i
}

// numeral emits a number, parted from a unit written against it ("5km", "10pm")
// but not from an ending ("21st", "1990s", "3D").
func (s *scanner) numeral(i, j int) int {
	k := i
	for k < j && !letter(s.text[k]) {
		k++
	}
	tail := s.text[k:j]
	if k < j && s.x.units[tail] {
		s.emit(i, k, number)
		if k < j && j < s.to && s.text[j] == '.' {
			if f, ok := s.abbreviated(k, j); ok {
				s.emit(k, j+1, f)
				return j + 1
			}
		}
		s.emit(k, j, 0)
		return j
	}
	s.emit(i, j, number)
	return j
}

// dollar reports whether w tells whose dollar a sign is: "US$".
func dollar(w string) bool {
	switch w {
	case "US", "U", "C", "A", "HK", "NZ", "CA", "AU":
		return true
	}
	return false
}

func letter(b byte) bool { c := classes[b]; return c == lower || c == upper }

// wordBefore reports whether a letter or digit stands right before i.
func (s *scanner) wordBefore(i int) bool {
	return i > s.from && classes[s.text[i-1]] != other
}

// emit appends a piece with the flags of its letters.
func (s *scanner) emit(i, j int, f flags) {
	if i >= j {
		return
	}
	switch c, _ := classAt(s.text, i); c {
	case upper:
		f |= capital
		if j-i > 1 && capitals(s.text[i:j]) {
			f |= allCaps
		}
	case lower:
		f |= lowercase
	case digit:
		f |= number
	}
	s.out = append(s.out, piece{start: int32(i), end: int32(j), flags: f})
}
