package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraph is a paragraph of a page that could be one of its article.
type paragraph struct {
	node *html.Node
	text string
}

// shortest is the least bytes of a paragraph that could be one of an article: a
// sentence of ten words.
const shortest = 60

// paragraphs gives the paragraphs of a page that could be of its article: long
// enough, mostly no links, and not in a part of the page that is for other
// things.
func paragraphs(n *html.Node, into []paragraph) []paragraph {
	if n.Type == html.ElementNode {
		if silent(n) || n.DataAtom == atom.Footer || n.DataAtom == atom.Aside || apart(n) {
			return into
		}
		if n.DataAtom == atom.P {
			text := blocks(n, "")
			if len(text) >= shortest && linkBytes(n)*2 < len(text) && !strings.Contains(text, "\n\n") {
				into = append(into, paragraph{n, text})
			}
			return into
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		into = paragraphs(c, into)
	}
	return into
}

// asides are words in the names that pages give to parts set apart from the
// article.
var asides = []string{"comment", "sidebar", "related", "recommend", "newsletter", "promo", "disclosure", "disclaimer", "cookie", "consent",
	"modal", "popup", "paywall", "subscribe", "signup", "footer", "dialog", "teaser", "most-read", "trending", "advert"}

// apart tells whether a part of a page is set apart from its article: its name
// says so, and it does not hold the headline or the article itself.
func apart(n *html.Node) bool {
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "role"))
	for _, word := range asides {
		if !strings.Contains(name, word) {
			continue
		}
		for d := range n.Descendants() {
			if d.DataAtom == atom.H1 || d.DataAtom == atom.Article || d.DataAtom == atom.Main {
				return false
			}
		}
		return true
	}
	return false
}

func linkBytes(n *html.Node) int {
	total := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.A {
			total += len(squeeze(inner(c)))
		} else {
			total += linkBytes(c)
		}
	}
	return total
}

// richest gives the text of the element that directly holds the most of the
// paragraphs.
func richest(ps []paragraph, title string) string {
	totals := map[*html.Node]int{}
	var best *html.Node
	for _, p := range ps {
		parent := p.node.Parent
		totals[parent] += len(p.text)
		if best == nil || totals[parent] > totals[best] {
			best = parent
		}
	}
	if best == nil {
		return ""
	}
	return blocks(best, title)
}

// restore puts back the paragraphs that the extractor left out though the page
// sets them like those it took: a lead in a box of its own, the part after an
// advertisement. A paragraph is set like another when both carry the same class
// and are no plain ones.
func restore(text string, ps []paragraph) string {
	taken := map[string]bool{}
	for block := range strings.SplitSeq(text, "\n\n") {
		taken[block] = true
	}
	classes := map[string]int{}
	for _, p := range ps {
		if c := attr(p.node, "class"); c != "" && taken[p.text] {
			classes[c]++
		}
	}
	// Each paragraph that was left out goes before the next one that was taken.
	var waiting []string
	before := map[string][]string{}
	for _, p := range ps {
		switch {
		case taken[p.text]:
			before[p.text] = append(before[p.text], waiting...)
			waiting = nil
		case classes[attr(p.node, "class")] >= 2:
			waiting = append(waiting, p.text)
			taken[p.text] = true
		}
	}
	var out []string
	for block := range strings.SplitSeq(text, "\n\n") {
		out = append(append(out, before[block]...), block)
		delete(before, block)
	}
	return strings.Join(append(out, waiting...), "\n\n")
}
