package token

import "strings"

// markEnds marks the last piece of each sentence of a paragraph.
func (x *lexicon) markEnds(text string, p []piece) {
	from := 0 // where the sentence began
	for i := 0; i < len(p); i++ {
		if i > 0 && p[i-1].is(endsSentence) {
			from = i
		}
		if i == len(p)-1 {
			p[i].flags |= endsSentence
			return
		}
		if i > 0 && p[i+1].is(bullet) && p[i].is(spaceAfter) {
			p[i].flags |= endsSentence
			continue
		}
		switch {
		case p[i].is(terminal):
			end := closers(text, p, i)
			if end == len(p)-1 || x.boundary(text, p, i, end) {
				p[end].flags |= endsSentence
			}
			i = end
		case p[i].is(stop | month):
			ends, _ := stopped(text, p, i)
			if p[i].is(spaceAfter) && (ends || x.opens(text, &p[i+1])) {
				p[i].flags |= endsSentence
			}
		case x.laidOut(text, p, from, i):
			p[i].flags |= endsSentence
		}
	}
}

// closers gives the index of the last bracket or quotation mark that closes
// right behind the terminal at i, or of the last footnote's number there ("[3]").
func closers(text string, p []piece, i int) int {
	end := i
	for end+1 < len(p) && !p[end].is(spaceAfter) && p[end+1].is(closing|quote) && !p[end+1].is(opening) {
		end++
	}
	for end+3 < len(p) && text[p[end+1].start] == '[' && p[end+2].is(number) && text[p[end+3].start] == ']' {
		end += 3
	}
	return end
}

// boundary decides whether a sentence ends behind p[end], the terminal being
// p[i] and p[end] it or what closes behind it. More pieces follow.
func (x *lexicon) boundary(text string, p []piece, i, end int) bool {
	next := &p[end+1]
	mark := text[p[i].start:p[i].end]
	if i == 1 && p[0].is(number) && mark == "." { // "1. First"
		return false
	}
	if !p[end].is(spaceAfter) {
		// without a space only a capital after a lower-case word will do
		return i == end && mark == "." && i > 0 && p[i-1].is(lowercase) && next.is(capital) && !p[i-1].is(address)
	}
	if next.is(lowercase) {
		return false
	}
	if next.is(closing) && !next.is(quote) || next.is(terminal) || next.is(dash) && end > i {
		return false
	}
	if end > i && mark != "." && attributed(text, p[end+1:]) {
		return false // "Never!" Smith said.
	}
	return true
}

// attributed reports whether p begins like a clause that names the speaker of
// the quotation before it.
func attributed(text string, p []piece) bool {
	for k := 0; k < len(p) && k < 4; k++ {
		switch text[p[k].start:p[k].end] {
		case "said", "says", "asked", "asks", "wrote", "writes", "told", "added", "tweeted", "shouted", "replied":
			return k > 0
		}
	}
	return false
}

// opens reports whether a piece begins a sentence even after an abbreviation.
func (x *lexicon) opens(text string, p *piece) bool {
	if !p.is(capital) {
		return false
	}
	var b folded
	return x.starters[string(x.fold(&b, text[p.start:p.end]))]
}

// stopped decides whether the full stop of the abbreviation p[i] ends a sentence
// too, before a word that may as well be a name.
func stopped(text string, p []piece, i int) (ends, sure bool) {
	if i == 0 {
		return false, true
	}
	next := &p[i+1]
	timed, comma := p[i-1].is(number), text[p[i-1].start] == ','
	switch {
	case timed && next.is(capital) && zoned(text, p[i+2:]): // 10 a.m. Velk time
		return false, true
	case comma && p[i].is(region) && next.is(capital): // ", Neb." would go on with a comma
		return true, true
	case (comma || timed) && next.is(quote) && !next.is(spaceAfter) && begins(p, i+1):
		return true, true
	}
	return false, false
}

// zoned reports whether p begins with the end of a time zone's name, whose first
// word stands before it: "time", "Standard Time".
func zoned(text string, p []piece) bool {
	for k := 0; k < len(p) && k < 2; k++ {
		if w := word(text, &p[k]); w == "time" || w == "Time" {
			return true
		}
	}
	return false
}

// dots reports whether a mark is made of full stops or signs of ellipsis only.
func dots(mark string) bool { return strings.Trim(mark, ".…") == "" }
