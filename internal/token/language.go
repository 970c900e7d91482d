package token

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/lang"
)

// languages tells languages apart: by script, and among those in Latin letters
// by small words. It is made to answer one question, whether a text is English,
// and to name what else it may be; it is no finder of languages.
type languages struct {
	codes, names []string
	words        map[string]uint64 // small word to a bit for each code
	own          int               // index of the language that is read
}

// sampled is how many bytes of a text's beginning, and of its end, are looked at.
const sampled = 6000

func newLanguages(l lang.Language) (*languages, error) {
	rows, err := l.Table("languages.tsv", 3)
	if err != nil {
		return nil, err
	}
	g := &languages{words: map[string]uint64{}, own: -1}
	for _, r := range rows {
		if r.Field(0) == l.Code {
			g.own = len(g.codes)
		}
		for _, w := range strings.Fields(r.Field(2)) {
			g.words[w] |= 1 << len(g.codes)
		}
		g.codes, g.names = append(g.codes, r.Field(0)), append(g.names, r.Field(1))
	}
	if g.own < 0 || len(g.codes) > 64 {
		return nil, tableFault("languages.tsv", lang.Row{}, "give the language itself a row, and no more than 64 rows")
	}
	return g, nil
}

// Language tells what language a text is in: its ISO 639-1 code, or "und". Where
// that is not the tokenizer's own language, why says how that was seen, as the
// rest of a sentence that begins "the text".
func (t *Tokenizer) Language(text string) (code, why string) {
	if len(text) > 2*sampled {
		head, tail := text[:sampled], text[len(text)-sampled:]
		text = strings.ToValidUTF8(head, "") + "\n" + strings.ToValidUTF8(tail, "")
	}
	s := countScripts(text)
	switch {
	case s.total == 0:
		return "und", "holds no letters"
	case s.broken > s.total/4:
		return "und", "is not text in UTF-8"
	case s.latin*2 < s.total:
		return s.foreign()
	}
	return t.languages.latin(text, s)
}

// scripts counts a text's letters by script.
type scripts struct {
	total, latin, cyrillic, arabic, hebrew, greek, han, kana, hangul, other int
	accented, broken                                                        int
	ukrainian, russian, persian                                             int // letters that the others lack
}

func countScripts(text string) (s scripts) {
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				s.total++
				s.latin++
			}
			continue
		case r == utf8.RuneError:
			s.broken++
			continue
		case !unicode.IsLetter(r):
			continue
		}
		s.total++
		s.add(r)
	}
	return s
}

func (s *scripts) add(r rune) {
	switch {
	case unicode.Is(unicode.Latin, r):
		s.latin++
		s.accented++
	case unicode.Is(unicode.Cyrillic, r):
		s.cyrillic++
		switch unicode.ToLower(r) {
		case 'і', 'ї', 'є', 'ґ':
			s.ukrainian++
		case 'ы', 'э', 'ё', 'ъ':
			s.russian++
		}
	case unicode.Is(unicode.Arabic, r):
		s.arabic++
		switch r {
		case 'پ', 'چ', 'ژ', 'گ', 'ی', 'ک':
			s.persian++
		}
	case unicode.Is(unicode.Hebrew, r):
		s.hebrew++
	case unicode.Is(unicode.Greek, r):
		s.greek++
	case unicode.Is(unicode.Han, r):
		s.han++
	case unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r):
		s.kana++
	case unicode.Is(unicode.Hangul, r):
		s.hangul++
	default:
		s.other++
	}
}

// foreign names the language of a text that is not in Latin letters.
func (s *scripts) foreign() (code, why string) {
	most := max(s.cyrillic, s.arabic, s.hebrew, s.greek, s.han+s.kana, s.hangul, s.other)
	switch most {
	case s.cyrillic:
		switch {
		case s.ukrainian > s.russian:
			return "uk", "is in Cyrillic letters, most likely Ukrainian"
		case s.russian > 0:
			return "ru", "is in Cyrillic letters, most likely Russian"
		}
		return "und", "is in Cyrillic letters"
	case s.arabic:
		if s.persian*20 > s.arabic {
			return "fa", "is in Arabic letters, most likely Persian"
		}
		return "ar", "is in Arabic letters"
	case s.hebrew:
		return "he", "is in Hebrew letters"
	case s.greek:
		return "el", "is in Greek letters"
	case s.hangul:
		return "ko", "is in Korean letters"
	case s.han + s.kana:
		if s.kana > 0 {
			return "ja", "is in Japanese letters"
		}
		return "zh", "is in Chinese characters"
	}
	return "und", "is not in Latin letters"
}

// latin tells English from other languages in Latin letters. A short text is
// held to be English unless something speaks against it, since headlines have
// few small words.
func (g *languages) latin(text string, s scripts) (code, why string) {
	var hits [64]int
	words := 0
	var b [24]byte
	for at := 0; at < len(text); {
		n := 0
		for at+n < len(text) {
			c := text[at+n]
			if !letter(c) && c < utf8.RuneSelf && !(c == '\'' && n > 0) {
				break
			}
			n++
		}
		if n == 0 {
			at++
			continue
		}
		words++
		if w := text[at : at+n]; len(w) <= len(b) {
			for m, i := g.words[lowered(&b, w)], 0; m != 0; m, i = m>>1, i+1 {
				hits[i] += int(m & 1)
			}
		}
		at += n
	}
	best := -1
	for i := range g.codes {
		if i != g.own && (best < 0 || hits[i] > hits[best]) {
			best = i
		}
	}
	own := hits[g.own]
	enough := 2
	if words < 20 && s.accented*20 <= s.total {
		enough = 3 // a headline's few words are often small words of some language by chance
		if own > 0 {
			enough = 4
		}
	}
	switch {
	case best >= 0 && hits[best] >= enough && hits[best]*2 > own*3 && (hits[best]*12 >= words || s.accented*20 > s.total):
		return g.codes[best], fmt.Sprintf("is most likely %s: of its %d words %d are small words of that language and %d of %s",
			g.names[best], words, hits[best], own, g.names[g.own])
	case words >= 12 && own == 0 && s.accented*12 > s.total:
		return "und", "has many letters with accents and no small words of " + g.names[g.own]
	case words >= 60 && own*40 < words:
		return "und", fmt.Sprintf("holds too few small words of %s to be prose: %d of %d", g.names[g.own], own, words)
	}
	return g.codes[g.own], ""
}

// lowered gives a short word in lower case without allocating where it is ASCII.
func lowered(b *[24]byte, w string) string {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return strings.ToLower(w)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return string(b[:len(w)])
}

// LanguageName is the English name of the language that the tokenizer cuts.
func (t *Tokenizer) LanguageName() string { return t.languages.names[t.languages.own] }
