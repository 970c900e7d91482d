package parse

import "sitrep/internal/syntax"

// longestAside is how many tokens a measure in brackets may have.
const longestAside = 8

// aside mends "the 1,000-kilometer (620-mile) front line", where the bracket cut
// the measure off the noun that it measures: the noun behind the bracket takes the
// measure's place in the tree, and the measure belongs to it.
func aside(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	if i < 2 || i+2 >= len(s.Tokens) || t.UPOS != syntax.NOUN || s.Tokens[i+1].Text != "(" || !measured(s, i) {
		return
	}
	end := i + 2
	for end < len(s.Tokens) && end < i+longestAside && s.Tokens[end].Text != ")" {
		end++
	}
	if end+1 >= len(s.Tokens) || s.Tokens[end].Text != ")" || !measured(s, end-1) {
		return
	}
	k := end
	for k+1 < len(s.Tokens) && k < end+3 && inPhrase(s.Tokens[k+1].UPOS) {
		k++
	}
	if k == end || s.Tokens[k].UPOS != syntax.NOUN || s.Tokens[k].Head == i || t.Head > i && t.Head <= k || s.Under(i, k) {
		return
	}
	noun := &s.Tokens[k]
	noun.Head, noun.Rel = t.Head, t.Rel
	t.Head, t.Rel = k, "compound"
	for j := max(i-12, 0); j < k; j++ {
		switch d := &s.Tokens[j]; {
		case j < i && d.Head == i && (d.Rel == "case" || d.Rel == "det" || d.Rel == "nmod:poss" || d.Rel == "mark"):
			d.Head = k
		case j > end && d.Head != k && (d.Head < end || d.Head > k):
			d.Head, d.Rel = k, "compound"
			if d.UPOS == syntax.ADJ {
				d.Rel = "amod"
			}
		}
	}
}

// measured reports whether the noun at i stands behind a number, with a hyphen
// between or without.
func measured(s *syntax.Sentence, i int) bool {
	return s.Tokens[i].UPOS == syntax.NOUN && (s.Tokens[i-1].UPOS == syntax.NUM ||
		i > 1 && s.Tokens[i-1].Text == "-" && s.Tokens[i-2].UPOS == syntax.NUM)
}

func inPhrase(u syntax.UPOS) bool { return u == syntax.ADJ || u == syntax.NOUN || u == syntax.PROPN }
