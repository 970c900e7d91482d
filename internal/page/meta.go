package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page tells of itself beside its text.
type metadata struct {
	url         string
	language    string
	properties  map[string]string // of meta elements: the first of each name, in lower case
	documentTTL string            // the title element
	h1          string            // the first heading, when there is just one of the kind
	h1s         int
	times       []string // datetime of time elements that tell the publication, then of others
	otherTimes  []string
	shown       []string // short texts that the page sets as dates
	linked
	headline string // the title as it was chosen
}

// metaOf reads the metadata of a page at the address base, which may be empty.
func metaOf(doc *html.Node, base string) *metadata {
	m := &metadata{url: base, properties: map[string]string{}}
	m.walk(doc)
	if m.url == "" {
		m.url = address(m.properties["og:url"])
	}
	m.headline = m.title()
	return m
}

func (m *metadata) walk(n *html.Node) {
	if n.Type == html.ElementNode {
		m.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.walk(c)
	}
}

func (m *metadata) element(n *html.Node) {
	m.dates(n)
	switch n.DataAtom {
	case atom.Html:
		if m.language = attr(n, "lang"); m.language == "" {
			m.language = attr(n, "xml:lang")
		}
	case atom.Meta:
		for _, name := range []string{"property", "name", "itemprop", "http-equiv"} {
			if key := strings.ToLower(attr(n, name)); key != "" && m.properties[key] == "" {
				m.properties[key] = squeeze(attr(n, "content"))
			}
		}
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") && m.url == "" {
			m.url = address(attr(n, "href"))
		}
	case atom.Title:
		if m.documentTTL == "" {
			m.documentTTL = squeeze(inner(n))
		}
	case atom.H1:
		if m.h1s++; m.h1s == 1 {
			m.h1 = squeeze(inner(n))
		}
	case atom.Time:
		about := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class") + " " + attr(n, "pubdate"))
		switch at := attr(n, "datetime"); {
		case at == "" || strings.Contains(about, "modified") || strings.Contains(about, "updated"):
		case strings.Contains(about, "publish") || strings.Contains(about, "pubdate"):
			m.times = append(m.times, at)
		default:
			m.otherTimes = append(m.otherTimes, at)
		}
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") {
			m.linked.read(inner(n))
		}
	}
}

// dates takes the short text of an element that is set as a date by its name.
func (m *metadata) dates(n *html.Node) {
	switch n.DataAtom {
	case atom.Span, atom.Div, atom.P, atom.Time, atom.Li, atom.Small, atom.Em:
	default:
		return
	}
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "itemprop"))
	if n.DataAtom != atom.Time && !strings.Contains(name, "date") && !strings.Contains(name, "time") && !strings.Contains(name, "publish") && !strings.Contains(name, "posted") ||
		strings.Contains(name, "update") || strings.Contains(name, "modif") {
		return
	}
	if t := squeeze(inner(n)); t != "" && len(t) <= 80 && len(m.shown) < 20 {
		m.shown = append(m.shown, t)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func inner(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// address gives an absolute address of the web, or "".
func address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// first gives the first of the named properties that is there.
func (m *metadata) first(names ...string) string {
	for _, n := range names {
		if v := m.properties[n]; v != "" {
			return v
		}
	}
	return ""
}

// outlet gives who published the page, as it calls itself.
func (m *metadata) outlet() string {
	name := m.first("og:site_name", "application-name")
	if m.publisher != "" && (name == "" || strings.Contains(name, "|")) {
		name = m.publisher
	}
	if i := strings.Index(name, " | "); i > 0 { // "Name | its motto"
		name = name[:i]
	}
	return squeeze(name)
}

// title gives the headline, without the outlet's name at its end.
func (m *metadata) title() string {
	t := ""
	if m.h1s == 1 && strings.Count(m.h1, " ") >= 2 && len(m.h1) < 300 {
		t = m.h1 // what its readers see
	}
	for _, other := range []string{m.linkedHeadline, m.first("og:title", "twitter:title", "headline", "dc.title"), m.documentTTL, m.h1} {
		if t == "" {
			t = other
		}
	}
	t = squeeze(html.UnescapeString(t)) // some pages escape twice
	for _, sep := range []string{" | ", " - ", " — ", " – ", " :: ", " · ", " » "} {
		head, tail, ok := cutLast(t, sep)
		if ok && len(strings.Fields(head)) > 2 && m.isOutlet(tail) {
			return head
		}
	}
	return t
}

func cutLast(s, sep string) (head, tail string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// isOutlet tells whether words at the end of a title name the outlet: they are
// its name, or the letters of its host.
func (m *metadata) isOutlet(words string) bool {
	w := letters(words)
	if w == "" {
		return false
	}
	if o := letters(m.outlet()); o != "" && (strings.Contains(o, w) || strings.Contains(w, o)) {
		return true
	}
	u, err := url.Parse(m.url)
	return err == nil && u.Host != "" && strings.Contains(letters(u.Host), w)
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127 {
			return r
		}
		return -1
	}, strings.ToLower(s))
}
