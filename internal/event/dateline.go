package event

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateline gives the byte after the dateline that opens a sentence: "MINATH,
// Gondria - ", "FORNOST (ABC) -- ", "MINATH: ". Who it names is where and by whom
// the report was written, and no party. It gives the sentence's start where there
// is none.
func dateline(text string, start, end int) int {
	s := text[start:min(end, start+90)]
	word := 0 // length of the first word
	for i, c := range s {
		if !unicode.IsUpper(c) {
			word = i
			break
		}
	}
	if word < 4 {
		return start
	}
	cut := -1
	for _, mark := range []string{" - ", " -- ", " – ", " — ", ": ", "): "} {
		if i := strings.Index(s, mark); i >= 0 && (cut < 0 || i+len(mark) < cut) {
			cut = i + len(mark)
		}
	}
	if cut < 0 || cut > 80 {
		return start
	}
	for _, w := range strings.FieldsFunc(s[:cut], func(c rune) bool { return !unicode.IsLetter(c) }) {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) && w != "of" && w != "and" {
			return start // words of a sentence
		}
	}
	return start + cut
}
