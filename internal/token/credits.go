package token

import "sitrep/internal/lang"

// longestCredit is how many pieces a credit for a picture may have.
const longestCredit = 24

// credits are the words of credits.tsv. Case counts.
type credits struct {
	labels, agencies map[string]bool
}

func newCredits(l lang.Language) (credits, error) {
	c := credits{labels: map[string]bool{}, agencies: map[string]bool{}}
	rows, err := l.Table("credits.tsv", 2)
	if err != nil {
		return c, err
	}
	for _, r := range rows {
		switch r.Field(1) {
		case "label":
			c.labels[r.Field(0)] = true
		case "agency":
			c.agencies[r.Field(0)] = true
		default:
			return c, tableFault("credits.tsv", r, "the class is none of label, agency")
		}
	}
	return c, nil
}

// ends reports whether a credit ends behind p[i], which no mark of a sentence's
// end follows: its sentence began at piece from, and more pieces follow.
func (c *credits) ends(text string, p []piece, from, i int) bool {
	if !p[i].is(spaceAfter) || !begins(p, i+1) {
		return false
	}
	if p[i].is(closing) {
		return c.bracketed(text, p, from, i)
	}
	return p[i].is(capital|lowercase) && i-from < longestCredit && i-from > 1 && c.labels[word(text, &p[from])] && c.given(text, p, from+1, i)
}

// bracketed reports whether the bracket that closes at i holds a credit:
// "(AP Photo/Ada Korn, File)", "(Photo by Ada Korn/Getty Images)",
// "[Ada Korn/Reuters]".
func (c *credits) bracketed(text string, p []piece, from, i int) bool {
	labelled := false
	for k := i - 1; k >= from && k > i-longestCredit; k-- {
		switch {
		case p[k].is(opening) && !p[k].is(quote):
			return labelled || c.given(text, p, k+1, i-1)
		case p[k].is(closing) && !p[k].is(quote), p[k].is(terminal):
			return false
		case p[k].is(capital):
			labelled = labelled || c.labels[word(text, &p[k])]
		}
	}
	return false
}

// given reports whether p[from:last+1] ends with the whole name of an agency
// behind what names its giver: "/Reuters", "via Getty Images", ": AP", "by AFP".
func (c *credits) given(text string, p []piece, from, last int) bool {
	for k := last; k > from && k > last-3; k-- {
		switch word(text, &p[k-1]) {
		case "/", ":", "via", "by":
			return c.agencies[text[p[k].start:p[last].end]] &&
				!(last+1 < len(p) && c.agencies[text[p[k].start:p[last+1].end]])
		}
	}
	return false
}

func word(text string, p *piece) string { return text[p.start:p.end] }

// begins reports whether the piece at i looks like the first of a sentence: a
// capital or a figure, with a bracket or quotation mark before it or without.
func begins(p []piece, i int) bool {
	if p[i].is(quote|opening) && !p[i].is(spaceAfter) && i+1 < len(p) {
		i++
	}
	return p[i].is(capital | number)
}

// lineLost reports whether a line break seems to have been lost behind p[i]: three
// blanks or more stand there, before what may begin a sentence.
func lineLost(text string, p []piece, i int) bool {
	const gap = "   "
	from, to := int(p[i].end), int(p[i+1].start)
	return to-from >= len(gap) && text[from:from+len(gap)] == gap && begins(p, i+1)
}
