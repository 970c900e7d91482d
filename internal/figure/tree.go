package figure

import "strings"

// governed finds the measure in the tree, where the sentence has one: the count's
// noun is the subject of a passive verb of harm or of a verb such as "die", or the
// object of one. It catches what stands too far apart for the words alone: "12
// workers who had been sheltering in the cellar of the plant were killed".
func (l *line) governed(c *count) bool {
	if !l.sent.Parsed() || c.population == "" || c.npEnd <= c.From {
		return false
	}
	noun := l.ws[c.npEnd-1].Token
	for noun >= 0 && strings.HasPrefix(l.sent.Tokens[noun].Rel, "nummod") {
		noun = l.sent.Tokens[noun].Head
	}
	if noun < 0 || noun >= len(l.sent.Tokens) {
		return false
	}
	rel, head := l.sent.Tokens[noun].Rel, l.sent.Tokens[noun].Head
	if head < 0 || head >= len(l.sent.Tokens) {
		return false
	}
	want := class(0)
	switch {
	case rel == "nsubj:pass":
		want = cVerb | cVerbI
	case strings.HasPrefix(rel, "nsubj"):
		want = cVerbI
	case rel == "obj":
		want = cVerb | cActive
	default:
		return false
	}
	for k := range l.ws {
		if l.ws[k].Token != head || l.timed[k] {
			continue
		}
		if s, end, ok := l.phrase(k, want); ok {
			if rel == "obj" {
				l.setActive(c, s.value, min(k, c.left))
			} else {
				l.setMeasure(c, s.value, max(c.right, c.npEnd), "figure/tree")
				if l.sameClause(c.npEnd, k) {
					c.right = max(c.right, end)
				}
			}
			if c.measure != "" {
				c.rule = "figure/tree"
			}
			return c.measure != ""
		}
	}
	return false
}

// sameClause reports whether the verb stands near enough behind the noun for the
// figure's span to hold both.
func (l *line) sameClause(from, to int) bool { return to > from && to-from <= 24 }
