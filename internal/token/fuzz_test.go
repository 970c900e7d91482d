package token

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/syntax"
)

// broken gives what is wrong with a document, or "": the tokens rejoin to the
// text, between them stands nothing that shows, sentences hold their tokens and
// come in order, quotes lie inside.
func broken(text string, d *syntax.Document) string {
	at := 0
	for n := range d.Sentences {
		s := &d.Sentences[n]
		if len(s.Tokens) == 0 {
			return "a sentence without tokens"
		}
		if len(s.Tokens) > longestSentence {
			return "a sentence that is too long"
		}
		if s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End || s.Body < 0 || s.Body >= len(s.Tokens) {
			return "a sentence that is not its tokens"
		}
		for i := range s.Tokens {
			t := &s.Tokens[i]
			if t.Start < at || t.End <= t.Start || t.End > len(text) || text[t.Start:t.End] != t.Text || t.Head != syntax.NoHead {
				return "a token with wrong offsets"
			}
			if gap := text[at:t.Start]; !unseen(gap) {
				return "left out: " + gap
			}
			at = t.End
			if next := text[at:]; t.SpaceAfter && next != "" && !unseen(first(next)) {
				return "no space after " + t.Text
			}
		}
	}
	if !unseen(text[at:]) {
		return "left out at the end: " + text[at:]
	}
	last := 0
	for _, q := range d.Quotes {
		if q.Start < last || q.End <= q.Start || q.End > len(text) || q.Depth < 0 {
			return "a quote with wrong offsets"
		}
		last = q.Start
	}
	return ""
}

func first(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// unseen reports whether s holds nothing that shows.
func unseen(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r == utf8.RuneError || !unicode.IsSpace(r) && !unicode.IsControl(r) && visible(string(r))
	}) < 0
}

func FuzzDocument(f *testing.F) {
	for _, s := range []string{"KYIV, Dec. 23 (Wire) — “It’s 5km.” He didn't.", "a\xffb\x00c\u202e", "\ufeffA.\n\n\u0301b 👨‍👩‍👧 日本語です。",
		"U.S. e.g.x. ''`` :-) http://a.b/c) x@y.z", "'90s 'em \"a 'b\" c' $US$ 1,2,3,4 1.2.3 12-34-56", "n't can't'S O'", "a\u00ad b\u200b", "\u200b"} {
		f.Add(s)
	}
	tok := tokenizer(f)
	f.Fuzz(func(t *testing.T, text string) {
		if why := broken(text, tok.Document(text)); why != "" {
			t.Errorf("%q: %s", text, why)
		}
		if code, why := tok.Language(text); (code == "en") != (why == "") {
			t.Errorf("%q: language %q, reason %q", text, code, why)
		}
	})
}
