package page

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// weigh tells how like text the high bytes of sample are in a single-byte
// encoding: letters beside letters of their own script and case count for it,
// letters beside another script, capitals inside words and undefined bytes
// against it. Frequent typographic signs (quotation marks, dashes) count a
// little for it.
func weigh(sample []byte, enc *charmap.Charmap) (score int) {
	prev := ' '
	for _, b := range sample {
		r := enc.DecodeByte(b)
		if b >= 0x80 {
			score += weighRune(prev, r)
		} else if prev >= 0x80 && unicode.Is(unicode.Cyrillic, prev) && unicode.IsLetter(r) {
			score -= 2 // "Дa": a Latin letter glued to a Cyrillic one
		}
		prev = r
	}
	return score
}

// eastSlavic tells whether a Cyrillic letter is one of Russian, Ukrainian or
// Belarusian; the others of the tables are rare enough to speak against them.
func eastSlavic(r rune) bool {
	return r >= 'А' && r <= 'я' || strings.ContainsRune("ёЁіІїЇєЄґҐўЎ", r)
}

// signs are what typesetters add to plain text.
const signs = "“”‘’„«»–—…€£§№°·\u00a0"

func weighRune(prev, r rune) int {
	switch {
	case r == unicode.ReplacementChar || unicode.IsControl(r):
		return -6
	case unicode.Is(unicode.Cyrillic, r):
		switch {
		case !eastSlavic(r):
			return -1
		case unicode.IsUpper(r) && unicode.IsLower(prev):
			return -4
		case unicode.Is(unicode.Cyrillic, prev) && unicode.IsLower(r):
			return 3
		case unicode.Is(unicode.Latin, prev):
			return -2
		}
		return 2
	case unicode.IsLetter(r):
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(prev):
			return -4
		case unicode.Is(unicode.Latin, prev) && prev < 0x80:
			return 3 // "é" after a plain letter
		case unicode.Is(unicode.Latin, prev):
			return -1 // runs of accented letters are rare
		}
		return 1
	}
	if strings.ContainsRune(signs, r) {
		return 2
	}
	return -1
}
