package token

import (
	"strings"

	"sitrep/internal/syntax"
)

// longestHeadline is how many tokens a line without a full stop may have and
// still be a headline.
const longestHeadline = 26

// markKinds tells headlines, bylines and the like from prose, and finds
// datelines.
func (t *Tokenizer) markKinds(doc *syntax.Document) {
	all := doc.Sentences
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].Paragraph == all[i].Paragraph {
			j++
		}
		t.markParagraph(doc.Text, all[i:j], j < len(all))
		i = j
	}
}

// markParagraph marks the sentences of one paragraph; more tells that another
// paragraph follows.
func (t *Tokenizer) markParagraph(text string, p []syntax.Sentence, more bool) {
	first, last := &p[0], &p[len(p)-1]
	n := 0
	for i := range p {
		n += len(p[i].Tokens)
	}
	line := text[first.Start:last.End]
	kind := syntax.Prose
	switch {
	case t.lines.boilerplate(line, n):
		kind = syntax.Boilerplate
	case byline(first, len(p)):
		kind = syntax.Byline
	case bulleted(first):
		kind = syntax.Bullet
	case len(p) == 1 && headline(first, more):
		kind = syntax.Headline
	}
	if kind == syntax.Prose || kind == syntax.Headline {
		if k := dateline(first); k > 0 {
			if k == len(first.Tokens) && len(p) == 1 {
				kind = syntax.Dateline
			} else if k < len(first.Tokens) {
				first.Body = k
				kind = syntax.Prose
			}
		}
	}
	for i := range p {
		p[i].Kind = kind
	}
}

// byline reports whether a line names its author: "By Ana Brull and Jo Doe".
func byline(s *syntax.Sentence, sentences int) bool {
	n := len(s.Tokens)
	if n < 2 || n > 24 || sentences > 2 {
		return false
	}
	if w := s.Tokens[0].Text; w != "By" && w != "BY" {
		return false
	}
	capitals, words := 0, 0
	for i := 1; i < n; i++ {
		switch c, _ := classAt(s.Tokens[i].Text, 0); c {
		case upper:
			capitals++
			words++
		case lower:
			if w := s.Tokens[i].Text; w != "and" && w != "in" && w != "with" && w != "for" && w != "of" && w != "de" && w != "van" && w != "von" && w != "the" {
				words++
			}
		}
	}
	c, _ := classAt(s.Tokens[1].Text, 0)
	return c == upper && capitals >= 2 && capitals*4 >= words*3 && !endsProse(s)
}

// bulleted reports whether a sentence opens as an item of a list.
func bulleted(s *syntax.Sentence) bool {
	if len(s.Tokens) < 2 {
		return false
	}
	switch s.Tokens[0].Text {
	case "•", "·", "▪", "●", "◦", "‣", "■", "*", "+", ">", "►", "➤", "→":
		return true
	case "-", "–", "—":
		return s.Tokens[0].SpaceAfter
	}
	c, _ := classAt(s.Tokens[0].Text, 0)
	mark := s.Tokens[1].Text
	return c == digit && len(s.Tokens[0].Text) <= 2 && len(s.Tokens) > 2 && !s.Tokens[0].SpaceAfter && (mark == "." || mark == ")") && s.Tokens[1].SpaceAfter
}

// headline reports whether a paragraph of one sentence is a title or heading:
// short, without a closing mark. At the end of a text it must have no verb-like
// ending either, since texts break off.
func headline(s *syntax.Sentence, more bool) bool {
	n := len(s.Tokens)
	if n > longestHeadline || endsProse(s) {
		return false
	}
	return more || mostlyCapitals(s)
}

// endsProse reports whether a sentence ends as prose does: with a full stop or
// the like, inside closing marks or not, or with a colon that announces.
func endsProse(s *syntax.Sentence) bool {
	for i := len(s.Tokens) - 1; i >= 0; i-- {
		switch w := s.Tokens[i].Text; w {
		case `"`, "”", "’", "'", "»", ")", "]", "''":
			continue
		case ":", ";", ",":
			return true
		default:
			c := w[len(w)-1]
			return c == '.' || strings.HasSuffix(w, "…") || (c == '!' || c == '?') && !mostlyCapitals(s)
		}
	}
	return false
}

// mostlyCapitals reports whether most words begin with a capital, as titles do.
func mostlyCapitals(s *syntax.Sentence) bool {
	capitals, words := 0, 0
	for i := range s.Tokens {
		switch c, _ := classAt(s.Tokens[i].Text, 0); c {
		case upper:
			capitals++
			words++
		case lower:
			if len(s.Tokens[i].Text) > 3 {
				words++
			}
		}
	}
	return words > 0 && capitals*4 >= words*3
}
