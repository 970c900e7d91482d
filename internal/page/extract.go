package page

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"sitrep/internal/fault"
	"sitrep/record"
)

// Article is what a page tells.
type Article struct {
	// Text has a paragraph to a block, with an empty line between two.
	Text, Title, Outlet, URL string
	// Published is a day, "2023-09-14", empty when the page does not tell.
	Published record.Date
	Language  string // as the page has it, "en-GB"
}

// fewest is the least text, in bytes, that is taken for an article: about two
// sentences. What is shorter is a teaser, a notice of cookies or an error.
const fewest = 140

// Extract gives the article of a page. base is the page's address, or empty.
// A page without an article is Invalid.
func Extract(raw []byte, h Hints, base string) (*Article, error) {
	h.HTML = true
	text, _, err := Decode(raw, h)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, invalid(fmt.Errorf("the page cannot be read: %w", err), "save the page anew, or its text alone")
	}
	m := metaOf(doc, base)
	a := &Article{Title: m.title(), Outlet: m.outlet(), URL: m.url, Published: m.day(), Language: m.language}
	body, err := m.body(doc)
	if err != nil {
		return nil, err
	}
	if a.Text = body; len(a.Text) < fewest {
		return nil, invalid(errors.New("no article was found in the page"), "save the page after it has loaded, or its text alone")
	}
	return a, nil
}

func invalid(err error, hint string) error {
	return fault.New(fault.Invalid, "page.Extract", "", err).Hinted(hint)
}

// body gives the text of the article: what the extractor takes for it, cleaned,
// or else what the page itself names as its article.
func (m *metadata) body(doc *html.Node) (text string, err error) {
	// The extractor is not ours, and pages are wild: a fault of it is a page that
	// cannot be read, not the end of the program.
	defer func() {
		if p := recover(); p != nil {
			text, err = "", invalid(fmt.Errorf("the page cannot be read: %v", p), "save its text alone")
		}
	}()
	base, err := url.Parse(m.url)
	if err != nil || base.Host == "" {
		base = nil
	}
	ps := paragraphs(doc, nil)
	found, err := readability.FromDocument(doc, base)
	if err == nil && found.Node != nil {
		text = restore(blocks(found.Node, m.headline), ps)
	}
	// Where there is much more elsewhere the extractor took the wrong part: a
	// notice, a teaser. Then the page's own naming of its article, or the element
	// with the most paragraphs, is nearer.
	for _, other := range []string{plainBody(m.articleBody), richest(ps, m.headline)} {
		if len(text)*2 < len(other) {
			text = other
		}
	}
	return text, nil
}

// plainBody gives the article body of linked data as paragraphs. Some pages put
// mark-up into it.
func plainBody(s string) string {
	if strings.Contains(s, "</p>") || strings.Contains(s, "<br") {
		doc, err := html.Parse(strings.NewReader(s))
		if err != nil {
			return ""
		}
		return blocks(doc, "")
	}
	var out []string
	for line := range strings.Lines(s) {
		if line = squeeze(line); line != "" && !boilerplate(line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\n")
}
