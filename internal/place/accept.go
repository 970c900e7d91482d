package place

import (
	"sitrep/internal/syntax"
)

func (w *work) classAt(s *syntax.Sentence, i int) class {
	if i < 0 || i >= len(s.Tokens) {
		return 0
	}
	return w.e.words.class[s.Tokens[i].Text]
}

// opens tells a token at which a capital proves nothing: the first of a sentence,
// of a quotation, or after a colon.
func opens(s *syntax.Sentence, i int) bool {
	if i == 0 || i == s.Body {
		return true
	}
	switch s.Tokens[i-1].Text {
	case "\"", "“", "‘", ":", "—", "–", "(", "•", "*", "''", "``", "-", "...", "…":
		return true
	}
	return false
}

// accept tells whether a name that the tables have is used as a place's.
func (w *work) accept(s *syntax.Sentence, m *mention) bool {
	if m.form == people {
		return w.nation(s, m)
	}
	if m.loose {
		return true
	}
	if w.namesOther(s, m) {
		return false
	}
	if len(m.kind) > 0 && m.to-m.from > 1 {
		return true
	}
	if m.to-m.from == 1 && m.form == named && !w.single(s, m) {
		return false
	}
	return !w.person(s, m) && !w.inOrganisation(s, m)
}

// nation tells an adjective of a nation from one inside a body's name ("the
// American Legion"): what follows has a small letter, or is an office.
func (w *work) nation(s *syntax.Sentence, m *mention) bool {
	if m.from > 0 && s.Tokens[m.from-1].Text == "-" || w.inOrganisation(s, m) {
		return false
	}
	if m.to >= len(s.Tokens) {
		return true
	}
	n := s.Tokens[m.to].Text
	if w.e.words.class[s.Tokens[m.to-1].Text]&language != 0 && w.e.words.class[n]&(office|title|state) == 0 {
		return false
	}
	if n := nameOver(s, m); n.Kind == syntax.PersonName && n.End-n.Start > m.to-m.from {
		return false
	}
	return m.title || !upper(n) || w.e.words.class[n]&(office|title) != 0 || !s.Tokens[m.to-1].SpaceAfter
}

// parentFollows tells whether a comma and a division or a country follow: the
// surest sign of a place.
func (w *work) parentFollows(s *syntax.Sentence, m *mention) bool {
	if m.to+1 >= len(s.Tokens) || s.Tokens[m.to].Text != "," || !upper(s.Tokens[m.to+1].Text) {
		return false
	}
	for n := 3; n >= 1; n-- {
		if m.to+1+n > len(s.Tokens) {
			continue
		}
		text := w.doc.Text[s.Tokens[m.to+1].Start:s.Tokens[m.to+n].End]
		if _, ok := w.e.words.abbr[text]; ok {
			return true
		}
		hits, _ := w.lookup(text)
		for _, h := range hits[:min(4, len(hits))] {
			p := w.e.gaz.At(h.Place)
			if (p.Feature == "A.PCLI" || p.Feature == "A.ADM1") && w.within(m, p.Country, p.Division, p.Feature) {
				return true
			}
		}
	}
	return false
}

// within tells whether some candidate of m lies in a country or division.
func (w *work) within(m *mention, country string, division int, feature string) bool {
	for _, h := range m.hits {
		p := w.e.gaz.At(h.Place)
		if p.Country == country && (feature == "A.PCLI" || p.Division == division) {
			return true
		}
	}
	return false
}

// single judges a name of one word.
func (w *work) single(s *syntax.Sentence, m *mention) bool {
	t := &s.Tokens[m.from]
	c := w.e.words.class[t.Text]
	if c&(notPlace|title|street|facility|feature) != 0 || c&kind != 0 || t.Text[len(t.Text)-1] == '.' && w.e.words.class[t.Text[:len(t.Text)-1]]&notPlace != 0 {
		return !w.continues(s, m) && w.parentFollows(s, m)
	}
	if w.metPerson(s, m) || w.unnamed(s, m) {
		return w.parentFollows(s, m)
	}
	first := w.e.gaz.At(m.hits[0].Place)
	strong := first.Feature == "A.PCLI" || first.Feature == "A.ADM1" || first.LogPop > 95 // 150,000 people
	if n := w.common(t.Text); n > 0 && !(first.Feature == "A.PCLI" && n < 50) {
		if opens(s, m.from) || m.title || n >= 8 && !(strong && w.stands(s, m.from-1)) {
			return w.parentFollows(s, m)
		}
		if w.classAt(s, m.from-1)&before == 0 && !strong {
			return w.parentFollows(s, m)
		}
	}
	if c&given != 0 && !strong && w.classAt(s, m.from-1)&before == 0 {
		return w.parentFollows(s, m)
	}
	if !strong && nameOver(s, m).Kind != syntax.LocationName && (w.classAt(s, m.to)&speak != 0 || m.from > 0 && w.classAt(s, m.from-1)&speak != 0 && w.classAt(s, m.to)&after == 0 ||
		m.from > 1 && s.Tokens[m.from-1].Text == "to" && (s.Tokens[m.from-2].Text == "according" || s.Tokens[m.from-2].Text == "According") && w.classAt(s, m.to)&after == 0) {
		return false
	}
	if !strong && nameOver(s, m).Kind == syntax.PersonName && !w.placedBefore(s, m) && !w.placedAfter(s, m) {
		return w.parentFollows(s, m)
	}
	if w.surnames[t.Text] && !(w.places[t.Text] || w.classAt(s, m.from-1)&before != 0) {
		return w.parentFollows(s, m)
	}
	if allCaps(t.Text) && len(t.Text) <= 4 && first.Feature != "A.PCLI" && !m.title && !opens(s, m.from) {
		return w.parentFollows(s, m)
	}
	return true
}

// continues tells a word that goes on from a capital before it: the "Beach" of a
// longer name.
func (w *work) continues(s *syntax.Sentence, m *mention) bool {
	return m.from > 0 && !opens(s, m.from) && upper(s.Tokens[m.from-1].Text) && w.classAt(s, m.from-1)&before == 0
}

// stands tells a word after which little but a place stands: "in", "near".
func (w *work) stands(s *syntax.Sentence, i int) bool {
	if w.classAt(s, i)&before == 0 {
		return false
	}
	switch s.Tokens[i].Text {
	case "to", "of", "from", "into", "through", "between":
		return false
	}
	return true
}

// common tells how often a word stands in lower case in ordinary text.
func (w *work) common(word string) int {
	var room [32]byte
	b := room[:0]
	for i := 0; i < len(word) && i < len(room); i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return w.e.words.common[string(b)]
}

// person tells a place's name that is part of a person's.
func (w *work) person(s *syntax.Sentence, m *mention) bool {
	if n := nameOver(s, m); n.Kind == syntax.PersonName && n.End-n.Start > m.to-m.from && !w.parentFollows(s, m) {
		return true
	}
	if m.from > 0 && m.from != s.Body {
		p := &s.Tokens[m.from-1]
		c := w.e.words.class[p.Text]
		if c&title != 0 && upper(p.Text) && m.to-m.from == 1 && !w.parentFollows(s, m) {
			return true
		}
		if c&given != 0 && m.to-m.from == 1 && !w.isPlace(s, m.from-1) {
			return !w.parentFollows(s, m)
		}
		if initial(p.Text) && m.from > 1 && upper(s.Tokens[m.from-2].Text) {
			return true
		}
		if m.to-m.from == 1 && !m.title && m.from > 1 && upper(p.Text) && p.SpaceAfter && w.unknownName(s, m.from-1) {
			return !w.parentFollows(s, m)
		}
	}
	if m.to < len(s.Tokens) && !m.title {
		n := &s.Tokens[m.to]
		if w.e.words.class[s.Tokens[m.from].Text]&given != 0 && m.to-m.from == 1 && upper(n.Text) && w.e.words.class[n.Text]&(kind|street|facility|org) == 0 {
			return true
		}
		if m.to-m.from == 1 && initial(n.Text) && m.to+1 < len(s.Tokens) && upper(s.Tokens[m.to+1].Text) {
			return true
		}
	}
	return false
}

// unknownName tells a capitalised word that is no place, no common word and no
// word that goes with places: likely the first part of a person's name.
func (w *work) unknownName(s *syntax.Sentence, i int) bool {
	t := s.Tokens[i].Text
	if w.e.words.class[t] != 0 || w.common(t) > 0 || opens(s, i) || len(t) < 3 || allCaps(t) {
		return false
	}
	hits, _ := w.lookup(t)
	return len(hits) == 0
}

// isPlace tells whether the token before was taken as a place's name.
func (w *work) isPlace(s *syntax.Sentence, i int) bool {
	n := len(w.mentions)
	return n > 0 && w.mentions[n-1].end == s.Tokens[i].End
}

func initial(t string) bool { return len(t) == 2 && t[1] == '.' && t[0] >= 'A' && t[0] <= 'Z' }

// inOrganisation tells a place's name that only serves as part of a body's name.
func (w *work) inOrganisation(s *syntax.Sentence, m *mention) bool {
	if m.to < len(s.Tokens) {
		n := s.Tokens[m.to].Text
		if w.e.words.class[n]&(org|facility) != 0 && upper(n) {
			return true
		}
	}
	for i := m.to; i < len(s.Tokens) && i < m.to+3 && (upper(s.Tokens[i].Text) || s.Tokens[i].Text == "&"); i++ {
		if w.classAt(s, i)&body != 0 {
			return true
		}
	}
	if m.from > 1 && s.Tokens[m.from-1].Text == "of" && w.e.words.class[s.Tokens[m.from-2].Text]&bodyOf != 0 {
		return true
	}
	return false
}
