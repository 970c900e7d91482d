package place

import (
	"strings"

	"sitrep/internal/syntax"
)

// nameOver gives the tagged name that holds the mention, or none.
func nameOver(s *syntax.Sentence, m *mention) syntax.Name {
	for _, n := range s.Names {
		if n.Start <= m.from && m.to <= n.End {
			return n
		}
	}
	return syntax.Name{}
}

// namesOther tells a place's name that only serves as part of the name of a body
// or a thing ("Stellin Sea Fleet", "Quellin Conference"), or that means those who
// sit there ("the Pentagon said"). A town in the name of a body tells where the body
// is, and is kept; so are countries, whose name leads many bodies'.
func (w *work) namesOther(s *syntax.Sentence, m *mention) bool {
	n := nameOver(s, m)
	if n.Kind != syntax.OrganisationName && n.Kind != syntax.OtherName || len(m.hits) == 0 {
		return false
	}
	p := w.e.gaz.At(m.hits[0].Place)
	if n.End-n.Start == m.to-m.from {
		return n.Kind == syntax.OrganisationName && (p.Feature == "S.BDG" || p.Feature == "L.CONT")
	}
	switch {
	case p.Feature == "A.PCLI":
		return false
	case n.Kind == syntax.OtherName:
		if m.to == n.End && w.fought(s, m) {
			return false
		}
	case p.Class() == 'P':
		if m.to-m.from > 1 || p.LogPop >= smallTown {
			return false
		}
	case strings.IndexByte("HLT", p.Class()) < 0:
		return false
	}
	return !w.parentFollows(s, m)
}

// smallTown is the size of a town, in Place.LogPop, below which a name that a body
// bears is rather the body's own: some 1,800 people.
const smallTown = 60

// fought tells a place that ends the name of what took place there: "the Battle of
// Quellin".
func (w *work) fought(s *syntax.Sentence, m *mention) bool {
	at := m.from - 1
	if at > 0 && s.Tokens[at].Text == "the" {
		at--
	}
	return at >= 0 && (s.Tokens[at].Text == "of" || s.Tokens[at].Text == "for")
}

// metPerson tells a lone word that the names model calls a person, when the report
// gives somebody that name in full, or the word is a given name that stands where no
// place would.
func (w *work) metPerson(s *syntax.Sentence, m *mention) bool {
	if nameOver(s, m).Kind != syntax.PersonName {
		return false
	}
	t := s.Tokens[m.from].Text
	return w.surnames[t] || w.givens[t] || w.e.words.class[t]&given != 0 && !w.placedBefore(s, m)
}

// unnamed tells a place's name that the names model passes over where it has found
// others in the report, and that does not stand as places do.
func (w *work) unnamed(s *syntax.Sentence, m *mention) bool {
	if !w.tagged || m.title || nameOver(s, m).Kind != syntax.NoName {
		return false
	}
	p := w.e.gaz.At(m.hits[0].Place)
	return p.Class() != 'L' && !w.placedBefore(s, m) && !w.placedAfter(s, m)
}
