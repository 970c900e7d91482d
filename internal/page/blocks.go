package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks gives the text of a tree, a block to a paragraph, without what is no
// part of an article. title is left out where the text begins with it.
func blocks(n *html.Node, title string) string {
	w := &writer{}
	w.walk(n)
	w.flush()
	var out []string
	for i, b := range w.done {
		if i < 3 && title != "" && strings.EqualFold(b, title) || boilerplate(b) || onlyDay(b) {
			continue
		}
		if len(out) > 0 && out[len(out)-1] == b { // captions that stand twice
			continue
		}
		out = append(out, b)
	}
	return strings.Join(out, "\n\n")
}

// writer gathers blocks of text.
type writer struct {
	now  strings.Builder
	done []string
}

// flush ends the present block.
func (w *writer) flush() {
	if b := squeeze(w.now.String()); b != "" {
		w.done = append(w.done, b)
	}
	w.now.Reset()
}

func (w *writer) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.now.WriteString(n.Data)
		return
	case html.ElementNode:
		if silent(n) {
			return
		}
		if n.DataAtom == atom.Br {
			w.br(n)
			return
		}
		if cell(n) {
			w.now.WriteByte(' ')
		}
		if isBlock(n) {
			w.flush()
			defer w.flush()
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
}

// br ends a block where two stand together, as pages without paragraphs have
// them; a single one is a space.
func (w *writer) br(n *html.Node) {
	next := n.NextSibling
	for next != nil && next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
		next = next.NextSibling
	}
	if next != nil && next.DataAtom == atom.Br {
		w.flush()
	} else {
		w.now.WriteByte(' ')
	}
}

func silent(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Button, atom.Form, atom.Input, atom.Select, atom.Textarea,
		atom.Iframe, atom.Object, atom.Audio, atom.Video, atom.Nav, atom.Head:
		return true
	}
	return false
}

func cell(n *html.Node) bool { return n.DataAtom == atom.Td || n.DataAtom == atom.Th }

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5,
		atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Table, atom.Tr,
		atom.Caption, atom.Hr, atom.Address, atom.Details, atom.Summary, atom.Body, atom.Html, atom.Tbody, atom.Thead:
		return true
	}
	return false
}

// squeeze gives text with single spaces and none around it.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
