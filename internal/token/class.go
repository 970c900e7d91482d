package token

import (
	"unicode"
	"unicode/utf8"
)

// class is the kind of a byte or a rune as the scanner needs it.
type class uint8

const (
	other  class = iota // a mark or symbol of its own
	lower               // lower-case letter, or one without case
	upper               // capital or title-case letter
	digit               // decimal digit
	blankc              // white space or a control character: belongs to no token
	joiner              // combining mark, joiner or variation selector: belongs to what stands before
	multi               // first byte of a longer character (in the table of bytes only)
)

// classes gives the class of each byte. It is a constant table, filled once
// when the package is loaded.
var classes = func() (t [256]class) {
	for b := range t {
		switch {
		case b <= ' ' || b == 0x7f:
			t[b] = blankc
		case 'a' <= b && b <= 'z':
			t[b] = lower
		case 'A' <= b && b <= 'Z':
			t[b] = upper
		case '0' <= b && b <= '9':
			t[b] = digit
		case b >= utf8.RuneSelf:
			t[b] = multi
		}
	}
	return t
}()

// classAt gives the class and length of the character at i. A byte that is no
// UTF-8 counts as a mark of its own.
func classAt(s string, i int) (class, int) {
	if c := classes[s[i]]; c != multi {
		return c, 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return classOf(r), n
}

func classOf(r rune) class {
	switch {
	case r == utf8.RuneError:
		return other
	case r == 'ʼ': // a letter to Unicode, an apostrophe to those who write English
		return other
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upper
	case unicode.IsLetter(r):
		return lower
	case unicode.IsDigit(r):
		return digit
	case r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\u2060' || r == '\u00ad' ||
		'\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069':
		return joiner // nothing to see, and no word ends there
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return blankc
	case unicode.IsMark(r) || r == '\u200d' || r == '\u200c':
		return joiner
	}
	return other
}

// space gives the length of the white space or control character at i, 0 if
// there is none, and whether it breaks the line.
func space(s string, i int) (n int, line bool) {
	c, n := classAt(s, i)
	if c != blankc {
		return 0, false
	}
	return n, s[i] == '\n' || s[i] == '\r'
}
