package place

import (
	"strings"

	"sitrep/internal/gazetteer"
	"sitrep/internal/syntax"
)

// unlisted finds a place that no table has under its spelling: after "the village
// of", before "village", or between "in" and a comma with a larger place. In the
// countries whose names come in many romanisations another spelling of the same
// name is looked for; else the place is recorded without a point of its own.
func (w *work) unlisted(si int, s *syntax.Sentence, i int) (mention, bool) {
	m := mention{sent: si, from: i, to: i + 1, form: unknown, parent: -1, of: -1}
	t := s.Tokens[i].Text
	if len(t) < 4 || allCaps(t) || w.e.words.class[t] != 0 || w.common(t) > 0 || i == 0 {
		return m, false
	}
	if k := nameOver(s, &m).Kind; k == syntax.PersonName || k == syntax.OrganisationName || k == syntax.OtherName {
		return m, false
	}
	prev := s.Tokens[i-1].Text
	if w.classAt(s, i-1)&before == 0 && w.classAt(s, i-1)&settlement == 0 && !(prev == "and" || prev == ",") {
		return m, false
	}
	for m.to < len(s.Tokens) && m.to < i+4 {
		n := &s.Tokens[m.to]
		joined := !s.Tokens[m.to-1].SpaceAfter && (n.Text == "-" || s.Tokens[m.to-1].Text == "-")
		if !joined && !(upper(n.Text) && w.e.words.class[n.Text] == 0) {
			break
		}
		m.to++
	}
	if last := s.Tokens[m.to-1].Text; last == "-" {
		m.to--
	}
	if hits := w.skeleton(w.doc.Text[s.Tokens[i].Start:s.Tokens[m.to-1].End]); len(hits) > 0 && w.classAt(s, i-1)&before != 0 && len(t) >= 5 {
		m.form, m.hits = named, hits
		return m, true
	}
	if m.to-m.from > 2 && !strings.Contains(w.doc.Text[s.Tokens[i].Start:s.Tokens[m.to-1].End], "-") {
		return m, false
	}
	sure := prev == "of" && i > 1 && w.classAt(s, i-2)&settlement != 0 ||
		w.classAt(s, i-1)&settlement != 0 && !upper(prev) && w.classAt(s, i-2)&before != 0 ||
		m.to < len(s.Tokens) && w.classAt(s, m.to)&settlement != 0 && !upper(s.Tokens[m.to].Text) && s.Tokens[m.to].Text != "resort" && s.Tokens[m.to].Text != "port" ||
		w.classAt(s, i-1)&before != 0 && prev != "of" && prev != "to" && prev != "from" && w.areaFollows(s, m.to)
	return m, sure
}

// areaFollows tells whether a comma and a division or a country follow.
func (w *work) areaFollows(s *syntax.Sentence, to int) bool {
	if to+1 >= len(s.Tokens) || s.Tokens[to].Text != "," || !upper(s.Tokens[to+1].Text) {
		return false
	}
	for n := min(3, len(s.Tokens)-to-1); n >= 1; n-- {
		text := w.doc.Text[s.Tokens[to+1].Start:s.Tokens[to+n].End]
		if _, ok := w.e.words.abbr[text]; ok {
			return true
		}
		hits, _ := w.lookup(text)
		for _, h := range hits[:min(3, len(hits))] {
			if p := w.e.gaz.At(h.Place); p.Feature == "A.PCLI" || p.Feature == "A.ADM1" {
				return true
			}
		}
	}
	return false
}

// area is the place that a group most likely means, if that can stand for a place
// within it that is not known itself: no country and nothing wider than a division.
func (w *work) area(group int) (gazetteer.Place, bool) {
	if group < 0 || len(w.groups[group].cands) == 0 {
		return gazetteer.Place{}, false
	}
	p := w.groups[group].cands[w.groups[group].best].place
	return p, p.Class() == 'P' || p.Feature == "A.ADM1" || p.Feature == "A.ADM2" || p.Class() == 'L' && p.Precision < 300
}
