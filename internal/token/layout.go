package token

const (
	// longestHeading is how many pieces a heading may have that runs into the text.
	longestHeading = 12
	// wholePage is how many pieces a paragraph has that may be a page whose line
	// breaks were lost.
	wholePage = 200
)

// laidOut reports whether a sentence ends behind p[i] though no mark says so,
// because the page's layout did: behind a credit, a heading or a line. The
// sentence began at piece from, and more pieces follow.
func (x *lexicon) laidOut(text string, p []piece, from, i int) bool {
	return p[i].is(spaceAfter) && (lineLost(text, p, i) || x.credits.ends(text, p, from, i) || x.headed(text, p, from, i))
}

// headed reports whether a heading seems to run into the text behind p[i]: few
// words without a mark, then one in a capital that opens sentences and goes on in
// small letters ("Convoys near Velk In the last days"). Most headings cannot be
// told from what follows ("Tanks near Velk Brull said").
func (x *lexicon) headed(text string, p []piece, from, i int) bool {
	next := &p[i+1]
	return len(p) >= wholePage && i > from && i-from < longestHeading && p[i].is(capital|lowercase) &&
		next.is(capital) && next.end-next.start > 1 && !next.is(allCaps) &&
		i+2 < len(p) && p[i+2].is(lowercase|clitic) && x.opens(text, next)
}

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
