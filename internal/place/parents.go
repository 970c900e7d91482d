package place

import (
	"slices"
	"strings"

	"sitrep/internal/gazetteer"
	"sitrep/internal/syntax"
)

// parents links names to the larger places that are named with them: "Paris,
// Texas", "Pandi, Bulacan", "Gori (Georgia)", "Kalam in the Swat Valley", "Nairobi's
// Kibera". first is the sentence's first mention.
func (w *work) parents(si int, s *syntax.Sentence, first int) {
	for k := len(w.mentions) - 1; k >= first; k-- {
		m := &w.mentions[k]
		if m.form == people || m.form == onStreet {
			continue
		}
		if k+1 < len(w.mentions) {
			w.parentAfter(s, m, k+1)
		}
		if m.parent < 0 && k > first {
			w.parentBefore(s, m, k-1)
		}
	}
}

// parentAfter links a name to the one after it.
func (w *work) parentAfter(s *syntax.Sentence, m *mention, at int) {
	n := &w.mentions[at]
	if n.form == people || n.form == onStreet || n.form == unknown || n.sent != m.sent {
		return
	}
	by := w.link(s, m.to, n.from)
	switch {
	case by == 0:
	case len(m.hits) == 0:
		if by != ',' || w.broad(n) {
			m.parent = at
		}
	case by == 'n':
		m.parent, m.beside = at, true
		m.outside = !w.anyNear(n, m) && w.small(m)
	case w.holds(n, m):
		m.parent = at
	case by == ',' && m.form == named && afterComma(s, n.from) && w.elsewhere(s, m, n),
		by == 'i' && m.form == named && len(n.kind) > 0 && w.broad(n) && w.elsewhere(s, m, n):
		m.parent, m.outside = at, true
	}
}

// parentBefore links a name to the one before it, with only "'s" or a word for a
// settlement between them.
func (w *work) parentBefore(s *syntax.Sentence, m *mention, at int) {
	n := &w.mentions[at]
	if n.form == people || n.form == onStreet || n.form == unknown || n.parent == at+1 || n.to >= m.from || m.from-n.to > 3 {
		return
	}
	for i := n.to; i < m.from; i++ {
		if t := s.Tokens[i].Text; t != "'s" && t != "’s" && t != "of" && w.e.words.class[t]&settlement == 0 {
			return
		}
	}
	if len(m.hits) == 0 || w.holds(n, m) {
		m.parent = at
	}
}

// link tells what stands between two names that can make the second the place of the
// first: ',' for a comma or a bracket alone, 'i' for "in" or "of", 'n' for "near", 0
// for nothing of the kind.
func (w *work) link(s *syntax.Sentence, from, to int) byte {
	if to <= from || to-from > 5 {
		return 0
	}
	by := byte(0)
	for i := from; i < to; i++ {
		switch t := s.Tokens[i].Text; t {
		case ",", "(":
			if i > from {
				return 0
			}
			by = ','
		case "in", "of":
			by = 'i'
		case "near", "outside":
			by = 'n'
		case "the", "a", "a small", "northern", "southern", "eastern", "western", "central", "district", "area", "region", "province", "county", "part", "state":
		default:
			if w.e.words.class[t]&(settlement|direction) == 0 {
				return 0
			}
		}
	}
	return by
}

// elsewhere tells that a settlement is named with a division which holds none of
// that name that is known.
func (w *work) elsewhere(s *syntax.Sentence, m, n *mention) bool {
	if p := w.e.gaz.At(m.hits[0].Place); p.Class() != 'P' || len(n.hits) == 0 {
		return false
	}
	if p := w.e.gaz.At(n.hits[0].Place); n.form == short && p.Feature == "A.ADM1" {
		return true
	}
	listed := m.from > 0 && (s.Tokens[m.from-1].Text == "," || s.Tokens[m.from-1].Text == "and")
	return len(n.kind) > 0 && w.broad(n) && !listed || w.closes(s, m, n)
}

// anyNear tells whether some candidate of the name lies near the likeliest ones of
// the other.
func (w *work) anyNear(outer, inner *mention) bool {
	town := len(outer.kind) == 0 && slices.ContainsFunc(outer.hits[:min(6, len(outer.hits))], func(h gazetteer.Hit) bool {
		p := w.e.gaz.At(h.Place)
		return p.Class() == 'P'
	})
	for _, o := range outer.hits[:min(6, len(outer.hits))] {
		p := w.e.gaz.At(o.Place)
		if town && p.Class() != 'P' {
			continue
		}
		for _, h := range inner.hits {
			if q := w.e.gaz.At(h.Place); beside(&p, &q) {
				return true
			}
		}
	}
	return false
}

// besideKM is how far "near" reaches, beyond the place's own precision.
const besideKM = 60

func beside(p, q *gazetteer.Place) bool {
	return distance(p.Lat, p.Lon, q.Lat, q.Lon) <= besideKM+p.Precision
}

// small tells a name that no sizeable place bears.
func (w *work) small(m *mention) bool {
	p := w.e.gaz.At(m.hits[0].Place)
	return p.Class() == 'P' && p.LogPop < 75
}

// closes tells a first division that ends what was put between commas after a
// settlement: "Tarn, Ohio, burned". In a list of places commas mean nothing.
func (w *work) closes(s *syntax.Sentence, m, n *mention) bool {
	if len(n.hits) == 0 || w.e.gaz.At(n.hits[0].Place).Feature != "A.ADM1" || m.from > 0 && s.Tokens[m.from-1].Text == "," {
		return false
	}
	if p := w.e.gaz.At(m.hits[0].Place); p.Class() != 'P' || p.LogPop > 95 {
		return false
	}
	if n.to >= len(s.Tokens) || s.Tokens[n.to].Text == "." {
		return true
	}
	return s.Tokens[n.to].Text == "," && n.to+1 < len(s.Tokens) && !upper(s.Tokens[n.to+1].Text)
}

// broad tells a name that most likely means an area, not a settlement.
func (w *work) broad(m *mention) bool {
	if len(m.hits) == 0 {
		return false
	}
	p := w.e.gaz.At(m.hits[0].Place)
	return p.Class() == 'A' || p.Class() == 'L'
}

// holds tells whether some candidate of the outer name holds some candidate of
// the inner one.
func (w *work) holds(outer, inner *mention) bool {
	for _, o := range outer.hits[:min(6, len(outer.hits))] {
		p := w.e.gaz.At(o.Place)
		for _, h := range inner.hits {
			q := w.e.gaz.At(h.Place)
			if contains(&p, &q) {
				return true
			}
		}
	}
	return false
}

// contains tells whether place q lies in division or country p by their codes.
func contains(p, q *gazetteer.Place) bool {
	switch p.Feature {
	case "A.PCLI":
		return p.Country == q.Country && q.Feature != "A.PCLI"
	case "A.ADM1":
		return p.Country == q.Country && p.Division != 0 && p.Division == q.Division && q.Feature != "A.ADM1" && q.Feature != "A.PCLI"
	case "A.ADM2":
		return p.Country == q.Country && (p.Division == q.Division || p.Division == 0) &&
			(p.Second != 0 && p.Second == q.Second || p.Second == 0 && distance(p.Lat, p.Lon, q.Lat, q.Lon) <= 1.5*p.Precision) && q.Class() == 'P'
	}
	return false
}

// locate marks the names that stand where places stand: after "in" or "near", or
// with a larger place beside them.
func (w *work) locate(s *syntax.Sentence, first int) {
	for k := first; k < len(w.mentions); k++ {
		m := &w.mentions[k]
		if m.parent >= 0 {
			m.located = true
			w.mentions[m.parent].located = true
		}
		if w.placed(m) || m.sent == 0 || k > first && w.mentions[k-1].located && w.listed(s, &w.mentions[k-1], m) {
			m.located = true
		}
	}
}

// placed tells whether the words beside a name say that it is a place's.
func (w *work) placed(m *mention) bool {
	s := &w.doc.Sentences[m.sent]
	return m.parent >= 0 || w.placedBefore(s, m) || w.placedAfter(s, m)
}

// listed tells names that stand in one list.
func (w *work) listed(s *syntax.Sentence, a, b *mention) bool {
	return a.to+1 == b.from && (s.Tokens[a.to].Text == "and" || s.Tokens[a.to].Text == "," || s.Tokens[a.to].Text == "or") ||
		a.to+2 == b.from && s.Tokens[a.to].Text == "," && s.Tokens[a.to+1].Text == "and"
}

// placedBefore reads the words before a name: "in", "near", "James Tauber of".
func (w *work) placedBefore(s *syntax.Sentence, m *mention) bool {
	at := m.from - 1
	for at > 0 && w.classAt(s, at)&(qualifier|direction) != 0 {
		at--
	}
	if at > 0 && s.Tokens[at].Text == "as" && s.Tokens[at-1].Text == "known" {
		return true
	}
	if at < 0 || w.classAt(s, at)&before == 0 {
		return false
	}
	switch s.Tokens[at].Text {
	case "to":
		return false
	case "of":
		return at > 0 && (upper(s.Tokens[at-1].Text) || w.classAt(s, at-1)&after != 0 || s.Tokens[at-1].Text == ",")
	}
	return true
}

// placedAfter reads the words after a name: "man", "police", "-based", "School
// Board", or the dash of a dateline.
func (w *work) placedAfter(s *syntax.Sentence, m *mention) bool {
	if m.to >= len(s.Tokens) {
		return false
	}
	next := s.Tokens[m.to].Text
	switch {
	case w.classAt(s, m.to)&after != 0:
		return true
	case next == "-" && m.to+1 < len(s.Tokens):
		return strings.HasPrefix(s.Tokens[m.to+1].Text, "based") || strings.HasPrefix(s.Tokens[m.to+1].Text, "area")
	case m.from == 0 || m.to <= s.Body:
		return next == "—" || next == "–" || next == "--" || next == "-" || next == "(" || m.to <= s.Body
	}
	return false
}

// weak tells a group that stands for a small place on its spelling alone: the
// report never puts it where places stand, and none of its other places lies near.
func (w *work) weak(g *group) bool {
	if g.form != named || g.narrow || g.parent >= 0 || len(g.cands) == 0 {
		return false
	}
	c := &g.cands[g.best]
	if c.place.Class() != 'P' && c.place.Feature != "A.ADM2" || c.place.LogPop > 92 || c.ctx > weakContext*float64(1+min(1, w.foreign)) {
		return false
	}
	for _, i := range g.mentions {
		m := &w.mentions[i]
		if m.located && (m.sent > 0 || w.foreign == 0 || w.placed(m)) || m.loose || m.to-m.from > 2 {
			return false
		}
	}
	return true
}
