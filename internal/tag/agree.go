package tag

import (
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// together is how many sentences are taken for one document's: what is longer
// may be several texts in a row.
const together = 80

// agree makes names agree that stand near each other: a name that was taken for
// different kinds in different sentences gets the kind that it has by far most
// often, and the last word of a person's full name is that person wherever it
// stands alone and was taken for a person once, or for no name.
func (n *Namer) agree(doc *syntax.Document) {
	for i := 0; i < len(doc.Sentences); i += together {
		agree(doc.Sentences[i:min(i+together, len(doc.Sentences))])
	}
}

func agree(sentences []syntax.Sentence) {
	votes, surnames := count(sentences)
	for i := range sentences {
		s := &sentences[i]
		for j := range s.Names {
			m := &s.Names[j]
			if m.Kind == syntax.NationalityName {
				continue
			}
			v := votes[nameHash(s, *m)]
			if m.End-m.Start == 1 && surnames[s.Tokens[m.Start].Text] && v[syntax.PersonName] > 0 {
				m.Kind = syntax.PersonName
				continue
			}
			m.Kind = v.winner(m.Kind)
		}
		s.Names = addSurnames(s, surnames)
	}
}

// ballot counts how often a name was taken for each kind.
type ballot [syntax.OtherName + 1]int

// winner gives the kind that has more than twice the votes of the one given, and
// of any before it; else that one.
func (b *ballot) winner(kind syntax.NameKind) syntax.NameKind {
	for k := range b {
		if b[k] > 2*b[kind] {
			kind = syntax.NameKind(k)
		}
	}
	return kind
}

// count counts the kinds of each name, and gathers the last words of persons' full
// names.
func count(sentences []syntax.Sentence) (votes map[uint64]*ballot, surnames map[string]bool) {
	votes, surnames = map[uint64]*ballot{}, map[string]bool{}
	for i := range sentences {
		s := &sentences[i]
		for _, m := range s.Names {
			if m.Kind == syntax.NationalityName {
				continue
			}
			h := nameHash(s, m)
			if votes[h] == nil {
				votes[h] = new(ballot)
			}
			votes[h][m.Kind]++
			if last := s.Tokens[m.End-1].Text; m.Kind == syntax.PersonName && m.End-m.Start > 1 && len(last) > 3 {
				surnames[last] = true
			}
		}
	}
	return votes, surnames
}

// addSurnames finds the lone surnames that no name covers.
func addSurnames(s *syntax.Sentence, surnames map[string]bool) []syntax.Name {
	if len(surnames) == 0 {
		return s.Names
	}
	at := 0
	for i := range s.Tokens {
		for at < len(s.Names) && s.Names[at].End <= i {
			at++
		}
		if at < len(s.Names) && s.Names[at].Start <= i || !surnames[s.Tokens[i].Text] || s.Tokens[i].UPOS != syntax.PROPN {
			continue
		}
		s.Names = append(s.Names, syntax.Name{})
		copy(s.Names[at+1:], s.Names[at:])
		s.Names[at] = syntax.Name{Start: i, End: i + 1, Kind: syntax.PersonName}
	}
	return s.Names
}

func nameHash(s *syntax.Sentence, m syntax.Name) uint64 {
	h := uint64(0)
	for i := m.Start; i < m.End; i++ {
		h = neural.HashFrom(h, s.Tokens[i].Text)
	}
	return h
}

// joinPlaces makes one full mention of a place and the country or province that
// is set off behind it ("Velk, Dornia"), unless more follow or the first is a
// country: then it is a list.
func (n *Namer) joinPlaces(s *syntax.Sentence) {
	place := func(i int) bool { return i < len(s.Names) && s.Names[i].Kind == syntax.LocationName }
	next := func(i int) bool {
		return place(i) && place(i+1) && s.Names[i+1].Start == s.Names[i].End+1 && s.Tokens[s.Names[i].End].Text == "," &&
			n.known.names[nameHash(s, s.Names[i])]&country == 0
	}
	for i := 0; i < len(s.Names); i++ {
		if !next(i) {
			continue
		}
		if next(i+1) || place(i+2) && s.Names[i+2].Start <= s.Names[i+1].End+2 {
			for next(i) {
				i++
			}
			continue
		}
		s.Names[i].End = s.Names[i+1].End
		s.Names = append(s.Names[:i+1], s.Names[i+2:]...)
	}
}
