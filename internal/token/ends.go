package token

// markEnds marks the last piece of each sentence of a paragraph.
func (x *lexicon) markEnds(text string, p []piece) {
	for i := 0; i < len(p); i++ {
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
			if x.opens(text, &p[i+1]) && p[i].is(spaceAfter) {
				p[i].flags |= endsSentence
			}
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
