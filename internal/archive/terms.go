package archive

import (
	"strings"
	"unicode"
)

// Term is one part of a search: a word, or several that must stand together.
type Term struct {
	Words  []string
	Prefix bool // the last word stands for all that begin so
	Not    bool // must not be there
}

// Terms cuts what a person typed into terms; see SearchQuery. Words are runs of
// letters, digits and marks; everything else parts them.
func Terms(typed string) []Term {
	var terms []Term
	for s := strings.TrimSpace(typed); s != ""; s = strings.TrimSpace(s) {
		var t Term
		if s[0] == '-' && len(s) > 1 && s[1] != ' ' {
			t.Not, s = true, s[1:]
		}
		var part string
		part, s = next(s)
		t.Words = strings.FieldsFunc(part, func(r rune) bool { return !wordly(r) })
		t.Prefix = strings.HasSuffix(part, "*")
		if len(t.Words) > 0 {
			terms = append(terms, t)
		}
	}
	return terms
}

// next cuts one stretch in quotation marks, or else up to a space, off s. A
// quotation that is never closed runs to the end.
func next(s string) (part, rest string) {
	for _, marks := range [...][2]string{{`"`, `"`}, {"“", "”"}} {
		if after, ok := strings.CutPrefix(s, marks[0]); ok {
			part, rest, _ = strings.Cut(after, marks[1])
			if after, ok := strings.CutPrefix(rest, "*"); ok {
				part, rest = part+"*", after
			}
			return part, rest
		}
	}
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// Findable reports whether there is anything to look for: a term that must be
// there.
func Findable(terms []Term) bool {
	for _, t := range terms {
		if !t.Not {
			return true
		}
	}
	return false
}
