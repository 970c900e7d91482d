package place

import (
	"slices"
	"strings"

	"sitrep/internal/gazetteer"
	"sitrep/internal/syntax"
)

// maxTokens is the longest name looked for, in tokens.
const maxTokens = 8

// find fills w.mentions with the names of places in text order.
func (w *work) find() {
	for si := range w.doc.Sentences {
		s := &w.doc.Sentences[si]
		if s.Kind == syntax.Boilerplate {
			continue
		}
		w.persons(s)
	}
	for si := range w.doc.Sentences {
		s := &w.doc.Sentences[si]
		if s.Kind == syntax.Boilerplate || len(s.Tokens) == 0 {
			continue
		}
		w.sentence(si, s)
	}
}

// sentence finds the names of one sentence.
func (w *work) sentence(si int, s *syntax.Sentence) {
	title := headline(s)
	first := len(w.mentions)
	for i := 0; i < len(s.Tokens); {
		if !upper(s.Tokens[i].Text) {
			i++
			continue
		}
		if to := w.streetAt(s, i); to > i {
			w.add(mention{sent: si, from: i, to: to, form: onStreet, parent: -1, title: title}, s)
			i = to
			continue
		}
		m, ok := w.longest(si, s, i)
		if !ok {
			if m, ok = w.unlisted(si, s, i); !ok {
				i++
				continue
			}
			w.add(m, s)
			i = m.to
			continue
		}
		m.title = title
		if !w.accept(s, &m) {
			i = max(i+1, w.skipped(s, &m))
			continue
		}
		w.add(m, s)
		i = m.to
	}
	w.parents(si, s, first)
	w.locate(s, first)
	w.relatives(si, s, first)
}

func (w *work) add(m mention, s *syntax.Sentence) {
	m.start, m.end = s.Tokens[m.from].Start, s.Tokens[m.to-1].End
	w.mentions = append(w.mentions, m)
}

// headline tells a sentence in which most words begin with a capital.
func headline(s *syntax.Sentence) bool {
	if s.Kind == syntax.Headline {
		return true
	}
	if len(s.Tokens) > 18 {
		return false // a list of names
	}
	capital, small := 0, 0
	for i := range s.Tokens {
		t := s.Tokens[i].Text
		switch c := t[0]; {
		case upper(t):
			capital++
		case c >= 'a' && c <= 'z' && len(t) > 3:
			small++
		}
	}
	return capital >= 4 && small*3 < capital
}

// longest finds the longest name that begins at token i.
func (w *work) longest(si int, s *syntax.Sentence, i int) (mention, bool) {
	best := mention{sent: si, from: i, parent: -1, of: -1}
	for n := 1; n <= maxTokens && i+n <= len(s.Tokens); n++ {
		t := &s.Tokens[i+n-1]
		if n > 1 && !w.joins(s, i, i+n-1) {
			break
		}
		hits, longer := w.lookup(w.doc.Text[s.Tokens[i].Start:t.End])
		if n == 1 {
			longer = longer || w.e.words.special[string(w.key)]
		}
		if upper(t.Text) || n > 1 && (digits(t.Text) || t.Text == ".") {
			w.take(s, &best, i, i+n, hits)
		}
		if !longer && !glued(s, i+n-1) {
			break
		}
	}
	if best.to == 0 {
		return best, false
	}
	w.widen(s, &best)
	return best, true
}

// take makes the name of tokens [i, j) the best so far if it means something.
func (w *work) take(s *syntax.Sentence, best *mention, i, j int, hits []gazetteer.Hit) {
	text := w.doc.Text[s.Tokens[i].Start:s.Tokens[j-1].End]
	if a, ok := w.e.words.abbr[text]; ok && (!a.comma || afterComma(s, i)) {
		best.to, best.form, best.hits = j, short, a.hits
		return
	}
	if s.Tokens[j-1].Text == "." {
		return
	}
	country := len(hits) > 0 && w.e.gaz.At(hits[0].Place).Feature == "A.PCLI"
	if h, ok := w.e.words.people[string(w.key)]; ok && !country {
		best.to, best.form, best.hits = j, people, h
		return
	}
	if len(hits) == 0 || len(w.key) < 2 || len(text) < 3 && w.e.gaz.At(hits[0].Place).Feature != "A.PCLI" {
		return
	}
	if text == "us" || text == "Us" || text == "In" || strings.IndexByte(text, '$') >= 0 || j-i > 1 && w.e.words.class[text]&notPlace != 0 {
		return
	}
	if f := w.e.gaz.At(hits[0].Place); j-i > 1 && s.Tokens[i].Text == "The" && f.Class() == 'P' && !strings.HasPrefix(f.Name, "The ") {
		return
	}
	if j-i > 1 && s.Tokens[j-1].Text == "City" && j < len(s.Tokens) && upper(s.Tokens[j].Text) && best.to > 0 {
		return // "Dublin City Council" is Dublin's
	}
	best.to, best.form = j, named
	best.hits = append([]gazetteer.Hit(nil), hits...)
}

// joins tells whether token j can go on a name that began at token i.
func (w *work) joins(s *syntax.Sentence, i, j int) bool {
	t, p := &s.Tokens[j], &s.Tokens[j-1]
	switch c := t.Text[0]; {
	case upper(t.Text), c >= '0' && c <= '9':
		return true
	case t.Text == "'s" || t.Text == "’s":
		return !p.SpaceAfter && j+1 < len(s.Tokens) && upper(s.Tokens[j+1].Text) // "Donetsk People's Republic"
	case c == '-' || c == '.' || c == '\'' || strings.HasPrefix(t.Text, "’"):
		return !p.SpaceAfter
	case c == '&':
		return true
	case w.e.words.class[t.Text]&inside != 0:
		return true
	}
	return !p.SpaceAfter && (p.Text == "-" || p.Text == "’" || p.Text == "'")
}

// glued tells whether the next token is a mark that may stand inside a name.
func glued(s *syntax.Sentence, j int) bool {
	if j+1 >= len(s.Tokens) || s.Tokens[j].SpaceAfter {
		return false
	}
	switch s.Tokens[j+1].Text {
	case "-", ".", "’", "'s", "’s":
		return true
	}
	return s.Tokens[j].Text == "-"
}

func digits(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func afterComma(s *syntax.Sentence, i int) bool {
	return i > 0 && (s.Tokens[i-1].Text == "," || s.Tokens[i-1].Text == "(")
}

// widen takes a word for the kind of area in: "Kharkiv region", "Rapides Parish".
func (w *work) widen(s *syntax.Sentence, m *mention) {
	if m.form == people {
		return
	}
	if last := s.Tokens[m.to-1].Text; m.to-m.from > 1 && w.e.words.class[last]&kind != 0 {
		m.kind = w.e.words.features[last]
		return
	}
	if m.to >= len(s.Tokens) {
		return
	}
	next := s.Tokens[m.to].Text
	if m.form != named {
		return
	}
	if w.e.words.class[next]&kind == 0 {
		w.natural(s, m)
		return
	}
	features := w.e.words.features[next]
	fits := keepFeatures(w.e.gaz, m.hits, features)
	switch {
	case len(fits) > 0 && (upper(next) || eastern(w.e.gaz.At(fits[0].Place).Country)):
		m.to++
		m.hits, m.kind = fits, features
	case len(fits) > 0 && next != "county":
		m.kind = features
	case upper(next) && next == "County":
		m.to++ // a county that the gazetteer lacks: its seat or namesake is near enough to name it
	default:
		w.natural(s, m)
	}
}

// natural takes the word for a water, a height or a park in: the gazetteer has few
// of them, and what it has under the bare name is only what they are named for.
func (w *work) natural(s *syntax.Sentence, m *mention) {
	if first := s.Tokens[m.from].Text; m.to-m.from == 1 && (w.common(first) > 0 || w.e.words.class[first] != 0) {
		return
	}
	for n := 3; n >= 1; n-- {
		if m.to+n > len(s.Tokens) || !upper(s.Tokens[m.to].Text) {
			continue
		}
		if w.e.words.class[w.doc.Text[s.Tokens[m.to].Start:s.Tokens[m.to+n-1].End]]&feature != 0 {
			m.to += n
			m.loose = true
			return
		}
	}
}

// eastern tells the countries whose regions English writes with a small letter.
func eastern(country string) bool { return country == "UA" || country == "RU" || country == "BY" }

// keepFeatures keeps the places of the wanted features. In one country the first
// feature that any has goes before the others: "Kharkiv region" is no raion.
func keepFeatures(g *gazetteer.Gazetteer, hits []gazetteer.Hit, features []string) []gazetteer.Hit {
	var kept []gazetteer.Hit
	var taken []string // countries that a feature before this one has
	for _, want := range features {
		n := len(kept)
		for _, h := range hits {
			if p := g.At(h.Place); p.Feature == want && !slices.Contains(taken, p.Country) {
				kept = append(kept, h)
			}
		}
		for _, h := range kept[n:] {
			taken = append(taken, g.At(h.Place).Country)
		}
	}
	return kept
}

// skipped gives the token to go on from after a name that was not accepted: a
// shorter one may begin at its second word, unless all of it is another name's.
func (w *work) skipped(s *syntax.Sentence, m *mention) int {
	if m.to-m.from > 1 && !w.namesOther(s, m) {
		return m.from + 1
	}
	return m.to
}
