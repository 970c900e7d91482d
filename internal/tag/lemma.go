package tag

import (
	"strings"
	"sync"

	"sitrep/internal/lang"
	"sitrep/internal/syntax"
)

// Lemmatizer gives words their dictionary forms and features, from a table of
// exceptions and from rules of spelling. It is safe for use by several
// goroutines at once.
type Lemmatizer struct {
	// words maps a group's letter and a form to its lemma where the rules are
	// wrong; a form in lower case stands for every case that has no own entry.
	words map[string]string
	known sync.Pool // map[string]string, what was found out lately
}

// remembered is how many words a goroutine's memory of lemmas holds.
const remembered = 1 << 13

// NewLemmatizer builds a lemmatizer from the table lemmas.tsv.
func NewLemmatizer(l lang.Language) (*Lemmatizer, error) {
	rows, err := l.Table("lemmas.tsv", 3)
	if err != nil {
		return nil, err
	}
	z := &Lemmatizer{words: make(map[string]string, len(rows))}
	for _, r := range rows {
		z.words[r.Field(0)+" "+r.Field(1)] = r.Field(2)
	}
	z.known.New = func() any { return make(map[string]string) }
	return z, nil
}

// group gives the letter under which the table keeps a part of speech.
func group(u syntax.UPOS) byte {
	switch u {
	case syntax.NOUN:
		return 'N'
	case syntax.PROPN:
		return 'P'
	case syntax.VERB, syntax.AUX:
		return 'V'
	case syntax.ADJ:
		return 'J'
	case syntax.ADV:
		return 'R'
	case syntax.PUNCT, syntax.SYM:
		return 'M'
	case syntax.PRON:
		return 'O'
	case syntax.DET:
		return 'D'
	case syntax.ADP, syntax.SCONJ, syntax.CCONJ, syntax.PART:
		return 'F'
	case syntax.NUM:
		return 'C'
	}
	return 'X'
}

// Sentence sets the lemmas and features of a tagged sentence. It reads tags and
// forms only, no tree.
func (z *Lemmatizer) Sentence(s *syntax.Sentence) {
	known := z.known.Get().(map[string]string)
	if len(known) > remembered {
		clear(known)
	}
	var buf [80]byte
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Lemma = ""
		if len(t.Text)+len(t.XPOS)+2 <= len(buf) {
			key := append(append(append(buf[:0], group(t.UPOS)), t.XPOS...), ' ')
			key = append(key, t.Text...)
			var ok bool
			if t.Lemma, ok = known[string(key)]; !ok {
				t.Lemma = strings.Clone(z.Lemma(t.Text, t.UPOS, t.XPOS)) // the text must not be held in memory
				known[string(key)] = t.Lemma
			}
		} else {
			t.Lemma = z.Lemma(t.Text, t.UPOS, t.XPOS)
		}
	}
	z.known.Put(known)
	inContext(s)
	setFeats(s)
}

// Lemma gives the dictionary form of a word with the given tags.
func (z *Lemmatizer) Lemma(form string, u syntax.UPOS, xpos string) string {
	g := group(u)
	if u != syntax.PUNCT && u != syntax.SYM {
		form = plainApostrophe(form)
	}
	if l, ok := z.look(form, g, xpos); ok && !(u == syntax.ADJ && strings.HasPrefix(xpos, "NNP")) {
		return l
	}
	low := form
	if !isLower(form) {
		low = strings.ToLower(form)
	}
	switch u {
	case syntax.PROPN:
		return z.proper(form, low, xpos)
	case syntax.PUNCT, syntax.SYM, syntax.X:
		return form
	case syntax.NUM:
		if roman(form) {
			return form
		}
	case syntax.ADJ, syntax.ADV, syntax.VERB:
		if strings.HasPrefix(xpos, "NNP") {
			if u == syntax.VERB {
				return capitalised(z.common(low, g, verbTag(low)))
			}
			return form
		}
	}
	if u == syntax.NOUN && xpos == "NNS" && acronymPlural(form) {
		return form[:len(form)-1]
	}
	if l, ok := z.look(low, g, xpos); ok {
		return l
	}
	if u == syntax.ADJ && low != form && keepsCase(form) {
		return form
	}
	return z.rule(low, g, xpos)
}

// plainApostrophe gives a clitic that is written with another mark for the
// apostrophe ("´s", "n`t") with a plain one; any other word as it is.
func plainApostrophe(form string) string {
	if len(form) > 5 {
		return form
	}
	for _, mark := range []string{"´", "`", "ʼ", "‘"} {
		if i := strings.Index(form, mark); i == 0 && len(form) > len(mark) || i == 1 && form[0]|0x20 == 'n' {
			return form[:i] + "'" + form[i+len(mark):]
		}
	}
	return form
}

// look looks a form up under its Penn tag, then under its group.
func (z *Lemmatizer) look(form string, g byte, xpos string) (string, bool) {
	var buf [64]byte
	if len(form)+len(xpos)+2 > len(buf) {
		return "", false
	}
	if l, ok := z.words[string(append(append(append(buf[:0], xpos...), ' '), form...))]; ok {
		return l, true
	}
	l, ok := z.words[string(append(append(buf[:0], g, ' '), form...))]
	return l, ok
}

// common looks a form in lower case up and falls back to the rules.
func (z *Lemmatizer) common(low string, g byte, xpos string) string {
	if l, ok := z.look(low, g, xpos); ok {
		return l
	}
	return z.rule(low, g, xpos)
}

// proper gives the lemma of a proper noun: the form itself, a plural without
// its ending, and long words in capitals as other names are written.
func (z *Lemmatizer) proper(form, low, xpos string) string {
	if len(form) >= 5 && isUpper(form) && plainLetters(form) && form != low {
		form = capitalised(low)
		if l, ok := z.look(form, 'P', xpos); ok {
			return l
		}
	}
	if form == low && plainLetters(form) {
		form = capitalised(form) // "kyiv", as the net writes it
	}
	if xpos != "NNPS" {
		return form
	}
	if acronymPlural(form) {
		return form[:len(form)-1]
	}
	singular := z.common(low, 'N', "NNS")
	if strings.HasPrefix(low, singular) && len(low) == len(form) {
		return form[:len(singular)]
	}
	return capitalised(singular)
}

// verbTag guesses the Penn tag of a verb form that is tagged as a name.
func verbTag(low string) string {
	switch {
	case strings.HasSuffix(low, "ing"):
		return "VBG"
	case strings.HasSuffix(low, "ed"):
		return "VBN"
	}
	return "VB"
}

// rule gives the lemma of a form in lower case by spelling alone.
func (z *Lemmatizer) rule(low string, g byte, xpos string) string {
	switch {
	case g == 'N' && (xpos == "NNS" || xpos == "NNPS"):
		return singular(low)
	case g == 'V' && xpos == "VBZ":
		return singular(low)
	case g == 'V' && xpos == "VBG":
		return strip(low, "ing")
	case g == 'V' && (xpos == "VBD" || xpos == "VBN"):
		return strip(low, "ed")
	case (g == 'J' || g == 'R') && (xpos == "JJR" || xpos == "RBR"):
		return strip(low, "er")
	case (g == 'J' || g == 'R') && (xpos == "JJS" || xpos == "RBS"):
		return strip(low, "est")
	}
	return low
}
