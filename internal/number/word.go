// Package number cuts tokens into the pieces that numbers and times are written
// with, and reads numbers in digits and in words. It stands below the extractors
// of times and of figures, which share it and do not know each other.
package number

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/syntax"
)

// Shape tells what a piece is made of.
type Shape uint8

// The shapes of a piece.
const (
	Mark    Shape = iota // a sign: "-", "%", "("
	Letters              // "march", "a.m."
	Digits               // "1,200.5"
	Ordinal              // "24th"
	Plural               // "1980s"
	Clock                // "10:30", "24.02.2022"
)

// Word is a piece of a token: tokens are cut at hyphens, slashes, apostrophes and
// where digits meet letters, so that "15-year-old", "24th" and "5km" read the same
// whichever way they were tokenised.
type Word struct {
	Start, End int // byte offsets into the text
	Token      int // index of the token in its sentence
	Lower      string
	Shape      Shape
	Space      bool    // white space stands before it
	Num        float64 // the value of Digits, Ordinal and Plural
	Grouped    bool    // the digits were grouped or had a decimal point
	Len        int     // number of digits before a decimal point
}

// Split cuts a sentence's tokens, appending to buf.
func Split(text string, s *syntax.Sentence, buf []Word) []Word {
	for t := range s.Tokens {
		tok := &s.Tokens[t]
		at, first := tok.Start, true
		for at < tok.End {
			w := Word{Start: at, Token: t, Space: first && (tok.Start == s.Start || isSpaceBefore(text, at))}
			piece(text[at:tok.End], &w)
			at = w.End
			first = false
			if w.Lower != "" {
				buf = append(buf, w)
			}
		}
	}
	return buf
}

func isSpaceBefore(text string, at int) bool {
	if at == 0 {
		return true
	}
	r, size := utf8.DecodeLastRuneInString(text[:at])
	if invisible(r) {
		r, _ = utf8.DecodeLastRuneInString(text[:at-size])
	}
	return unicode.IsSpace(r)
}

// piece reads the first piece of s into w; w.Start is set and stays.
func piece(s string, w *Word) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r >= '0' && r <= '9':
		digits(s, w)
	case unicode.IsLetter(r):
		letters(s, w)
	case unicode.IsSpace(r) || invisible(r):
		w.End = w.Start + size
	default:
		w.End = w.Start + size
		w.Lower = mark(r, s[:size])
		if rest := s[size:]; w.Lower == "'" && len(rest) > 0 && (rest[0] == 's' || rest[0] == 'S') && !letterAt(rest, 1) {
			w.Lower, w.End, w.Shape = "'s", w.End+1, Letters
		}
	}
}

// mark folds the many dashes and quotes into one of each.
func mark(r rune, s string) string {
	switch r {
	case '‐', '‑', '‒', '–', '—', '−':
		return "-"
	case '’', '‘', '`', 'ʼ':
		return "'"
	}
	return s
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// letters reads a run of letters; dots stay inside "a.m." and at the end of a
// token ("Oct."), and "o'clock" stays whole.
func letters(s string, w *Word) {
	i, hidden := 0, false
	for i < len(s) {
		c := s[i]
		if c == '.' && i == 1 && letterAt(s, 2) || c == '.' && i > 2 && s[i-2] == '.' {
			i++
			continue
		}
		if c == '\'' && i == 1 && strings.HasPrefix(s[i+1:], "clock") {
			i++
			continue
		}
		if strings.HasPrefix(s[i:], "’clock") && i == 1 {
			i += len("’")
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if invisible(r) {
			hidden = true
		} else if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		i += size
	}
	w.Shape, w.Lower = Letters, lower(s[:i])
	if i < len(s) && s[i] == '.' && i+1 == len(s) {
		i++ // the dot of an abbreviation belongs to it and not to its look
	}
	w.End = w.Start + i
	if strings.IndexByte(w.Lower, '.') >= 0 {
		w.Lower = strings.TrimSuffix(w.Lower, ".")
	}
	if hidden {
		w.Lower = strings.Map(func(r rune) rune {
			if invisible(r) {
				return -1
			}
			return r
		}, w.Lower)
	}
	if strings.Contains(w.Lower, "’") {
		w.Lower = strings.ReplaceAll(w.Lower, "’", "'")
	}
}

// invisible reports whether r is a soft hyphen or another sign that is not shown.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u2060'
}

// lower gives s in lower case without copying where it is so already.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ToLower(s)
		}
	}
	return s
}

// Cut cuts a single word of a table as Split cuts a token.
func Cut(s string) []Word {
	var out []Word
	for at := 0; at < len(s); {
		w := Word{Start: at}
		piece(s[at:], &w)
		at = w.End
		if w.Lower != "" {
			out = append(out, w)
		}
	}
	return out
}
