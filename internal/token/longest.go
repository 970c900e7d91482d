package token

// longestSentence is how many tokens a sentence may have. No writer makes one so
// long; tables, lists of names and texts without marks do. Whoever reads
// sentences may then compare a sentence's words with each other and still cost
// no more than its share of the text.
const longestSentence = 400

// cutLong ends sentences that are too long: behind the last semicolon, bracket
// or comma in their second half, or where nothing else parts them.
func cutLong(text string, p []piece) {
	from, soft := 0, -1
	for i := range p {
		switch {
		case p[i].is(endsSentence):
			from, soft = i+1, -1
			continue
		case i-from >= longestSentence/2 && p[i].is(spaceAfter) && parting(text[p[i].start:p[i].end]):
			soft = i
		}
		if i-from+1 < longestSentence {
			continue
		}
		if soft < 0 {
			soft = i
		}
		p[soft].flags |= endsSentence
		from, soft = soft+1, -1
	}
}

func parting(mark string) bool {
	switch mark {
	case ",", ";", ":", ")", "]", "”", `"`, "—", "–", "--", "|":
		return true
	}
	return false
}
