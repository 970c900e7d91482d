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
	labelled, sourced := false, false
	for k := i - 1; k >= from && k > i-longestCredit; k-- {
		switch {
		case p[k].is(opening) && !p[k].is(quote):
			return labelled && (sourced || k == from) || c.given(text, p, k+1, i-1) ||
				k == from && k+1 < i && c.agencies[text[p[k+1].start:p[i-1].end]]
		case p[k].is(closing) && !p[k].is(quote), p[k].is(terminal):
			return false
		case p[k].is(capital):
			labelled = labelled || c.labels[word(text, &p[k])]
		default:
			sourced = sourced || sources(word(text, &p[k]))
		}
	}
	return false
}

// given reports whether p[from:last+1] ends with the whole name of an agency
// behind what names its giver: "/Reuters", "via Getty Images", ": AP", "by AFP".
func (c *credits) given(text string, p []piece, from, last int) bool {
	for k := last; k > from && k > last-3; k-- {
		if sources(word(text, &p[k-1])) {
			return c.agencies[text[p[k].start:p[last].end]] &&
				!(last+1 < len(p) && c.agencies[text[p[k].start:p[last+1].end]])
		}
	}
	return false
}

// sources reports whether the giver of a picture follows a word or mark.
func sources(w string) bool { return w == "/" || w == ":" || w == "via" || w == "by" }

func word(text string, p *piece) string { return text[p.start:p.end] }
