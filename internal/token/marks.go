package token

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/words"
)

// mark emits the mark or run of marks at i, whose first character is n bytes
// long, and gives the offset behind it.
func (s *scanner) mark(i, n int) int {
	if k := s.smiley(i); k > 0 {
		s.emit(i, i+k, 0)
		return i + k
	}
	b := s.text[i]
	switch b {
	case '.', '!', '?':
		return s.terminals(i)
	case '"':
		s.emit(i, i+1, quote)
	case '\'', '`':
		return s.single39(i, 1)
	case '-':
		return s.sameRun(i, dash)
	case '(', '[', '{':
		s.emit(i, i+1, opening)
	case ')', ']', '}':
		s.emit(i, i+1, closing)
	case '+':
		if i == s.from && i+1 < s.to && classes[s.text[i+1]] == digit {
			j := s.run(i + 1)
			for j < s.to && s.text[j] == '-' && s.run(j+1) > j+1 {
				j = s.run(j + 1)
			}
			s.emit(i, j, number)
			return j
		}
		return s.sameRun(i, 0)
	case '#', '@':
		if i+1 < s.to && letter(s.text[i+1]) && !s.wordBefore(i) {
			j := s.run(i + 1)
			s.emit(i, j, address)
			return j
		}
		s.emit(i, i+1, 0)
	case '*', '=', '_', '~', '<', '>', '^', '\\', '|', '$':
		return s.sameRun(i, 0)
	default:
		return s.longMark(i, n)
	}
	return i + 1
}

// longMark emits a mark outside ASCII, or a single ASCII one without a rule.
func (s *scanner) longMark(i, n int) int {
	var f flags
	switch s.text[i : i+n] {
	case "…":
		return s.terminals(i)
	case "’", "‘", "´", "ʼ":
		return s.single39(i, n)
	case "“", "„", "«", "‹":
		f = quote | opening
	case "”", "»", "›":
		f = quote | closing
	case "–", "—", "―":
		f = dash
	case "•", "·", "▪", "●", "◦", "‣", "■":
		f = bullet
	default:
		if n > 1 { // an emoji or a flag may be made of several characters
			g := graphemes.FromString(s.text[i:s.to])
			if g.Next() {
				n = max(n, len(g.Value()))
			}
		}
	}
	s.emit(i, i+n, f)
	return i + n
}

// terminals emits a run of full stops, exclamation and question marks, or a
// decimal that begins with its point (".265").
func (s *scanner) terminals(i int) int {
	if s.text[i] == '.' && i+1 < s.to && classes[s.text[i+1]] == digit && !s.wordBefore(i) {
		j := s.run(i + 1)
		s.emit(i, j, number)
		return j
	}
	if s.text[i] == '.' && i+2 < s.to && letter(s.text[i+1]) && (i == s.from || !s.wordBefore(i)) {
		var b folded
		if j := s.run(i + 1); s.x.suffixes[string(s.x.fold(&b, s.text[i+1:j]))] { // ".pdf"
			s.emit(i, j, address)
			return j
		}
	}
	j := i
	for j < s.to {
		switch {
		case s.text[j] == '.' || s.text[j] == '!' || s.text[j] == '?':
			j++
			continue
		case strings.HasPrefix(s.text[j:s.to], "…"):
			j += len("…")
			continue
		}
		break
	}
	s.emit(i, j, terminal)
	return j
}

// sameRun emits a run of one ASCII mark as one piece ("--", "***").
func (s *scanner) sameRun(i int, f flags) int {
	j := i + 1
	for j < s.to && s.text[j] == s.text[i] {
		j++
	}
	s.emit(i, j, f)
	return j
}

// single39 emits what an apostrophe or single quotation mark of n bytes at i
// begins: a clitic, a clipped word ("'em", "'90s"), or the mark itself.
func (s *scanner) single39(i, n int) int {
	if s.wordBefore(i) {
		if size, k := s.apostrophe(i); size > 0 {
			s.emit(i, i+k, clitic)
			return i + k
		}
	} else if k := s.clipped(i, n); k > 0 {
		s.emit(i, i+k, 0)
		return i + k
	}
	f := quote
	if s.text[i] != '\'' && s.text[i:i+n] == "‘" {
		f |= opening
	}
	if strings.HasPrefix(s.text[i+n:s.to], s.text[i:i+n]) { // '' and ``
		n *= 2
	}
	s.emit(i, i+n, f)
	return i + n
}

// clipped gives the length of a word that begins with an apostrophe, or 0.
func (s *scanner) clipped(i, n int) int {
	end := s.run(i + n)
	tail := s.text[i+n : end]
	switch fold3(tail) {
	case "em", "til", "cause", "bout", "n", "s", "re", "ll", "ve", "m", "round", "tis", "twas":
		return n + len(tail)
	}
	if len(tail) >= 2 && len(tail) <= 3 && classes[tail[0]] == digit && classes[tail[1]] == digit &&
		(len(tail) == 2 || tail[2] == 's') && !(end < s.to && (s.text[end] == '\'' || s.text[end] == '"')) {
		return n + len(tail)
	}
	return 0
}

var smileys = []string{":-)", ":-(", ";-)", ":-D", ":-P", ":-/", "^_^", ":)", ":(", ";)", ":D", ":P", "=)", "=(", ":/", "(:", ":|", "<3"}

// smiley gives the length of a face at i that ends the chunk but for a stop.
func (s *scanner) smiley(i int) int {
	if left := s.to - i; left < 2 || left > 6 {
		return 0
	}
	rest := s.text[i:s.to]
	for _, f := range smileys {
		if strings.HasPrefix(rest, f) {
			if tail := rest[len(f):]; (tail == "" || tail == "." || tail == ")") && (f != ":/" || i == s.from) && (f != "(:" || i == s.from) {
				return len(f)
			}
		}
	}
	return 0
}

// netAddress gives the length of a URL or an e-mail address at i, or 0.
func (s *scanner) netAddress(i int) int {
	if !s.net {
		return 0
	}
	rest := s.text[i:s.to]
	if hasPrefixFold(rest, "http://") || hasPrefixFold(rest, "https://") || hasPrefixFold(rest, "ftp://") ||
		hasPrefixFold(rest, "www.") && len(rest) > 4 {
		return len(trimAddress(rest))
	}
	at := strings.IndexByte(rest, '@')
	if at <= 0 || at+1 >= len(rest) {
		return 0
	}
	end := 0
	for end < len(rest) && (classes[rest[end]] == lower || classes[rest[end]] == upper || classes[rest[end]] == digit ||
		strings.IndexByte("@._-+%:", rest[end]) >= 0) {
		end++
	}
	if end <= at+1 {
		return 0
	}
	return len(trimAddress(rest[:end]))
}

// trimAddress takes off the marks that end a sentence rather than an address.
func trimAddress(a string) string {
	for len(a) > 0 {
		last := a[len(a)-1]
		if last == ')' && strings.IndexByte(a, '(') > 0 {
			break
		}
		if last == '/' || last == '_' || last == '-' || last == '=' || last == '&' || last == '#' || last == '%' ||
			classes[last] != other && last < 0x80 {
			break
		}
		if last >= 0x80 { // a curly quote or a longer letter: leave letters alone
			k := len(a) - 1
			for k > 0 && a[k]&0xc0 == 0x80 {
				k--
			}
			if c, n := classAt(a, k); c != other || k+n != len(a) {
				break
			}
			a = a[:k]
			continue
		}
		a = a[:len(a)-1]
	}
	return a
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// unspaced reports whether [i, j) holds letters of a script that is written
// without spaces between words.
func (s *scanner) unspaced(i, j int) bool {
	for k := i; k < j; k++ {
		if b := s.text[k]; b >= 0xe2 && b <= 0xef || b == 0xe0 && k+1 < j && s.text[k+1] >= 0xb8 || b >= 0xf0 {
			return b != 0xe2 // U+2000: marks, met inside words
		}
	}
	return false
}

// segment emits the words that Unicode's rules see in [i, j).
func (s *scanner) segment(i, j int) int {
	for w := words.FromString(s.text[i:j]); w.Next(); {
		n := len(w.Value())
		s.emit(i, i+n, 0)
		i += n
	}
	return j
}

// visible reports whether a character shows, alone or with another.
func visible(c string) bool {
	switch c {
	case "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\ufeff", "\u2060", "\u00ad",
		"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069":
		return false
	}
	return true
}
