package tag

import (
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// together is how many sentences are taken for one document's: what is longer
// may be several texts in a row.
const together = 80

// agree makes names agree that stand near each other: a name that was taken for
// different kinds in different sentences gets the kind that it has most often, and
// the last word of a person's full name is that person wherever it stands alone.
func (n *Namer) agree(doc *syntax.Document) {
	for i := 0; i < len(doc.Sentences); i += together {
		agree(doc.Sentences[i:min(i+together, len(doc.Sentences))])
	}
}

func agree(sentences []syntax.Sentence) {
	votes := map[uint64]*[syntax.OtherName + 1]int{}
	surnames := map[string]bool{}
	for i := range sentences {
		s := &sentences[i]
		for _, m := range s.Names {
			if m.Kind == syntax.NationalityName {
				continue
			}
			h := nameHash(s, m)
			v := votes[h]
			if v == nil {
				v = new([syntax.OtherName + 1]int)
				votes[h] = v
			}
			v[m.Kind]++
			if last := s.Tokens[m.End-1].Text; m.Kind == syntax.PersonName && m.End-m.Start > 1 && len(last) > 3 {
				surnames[last] = true
			}
		}
	}
	for i := range sentences {
		s := &sentences[i]
		for j := range s.Names {
			m := &s.Names[j]
			if m.Kind == syntax.NationalityName {
				continue
			}
			v := votes[nameHash(s, *m)]
			best := m.Kind
			for k := range v {
				if v[k] > 2*v[best] {
					best = syntax.NameKind(k)
				}
			}
			if m.End-m.Start == 1 && surnames[s.Tokens[m.Start].Text] && v[syntax.PersonName] > 0 {
				best = syntax.PersonName
			}
			m.Kind = best
		}
		s.Names = addSurnames(s, surnames)
	}
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
		return place(i) && n.known.names[nameHash(s, s.Names[i])]&country == 0 && place(i+1) && s.Names[i+1].Start == s.Names[i].End+1 && s.Tokens[s.Names[i].End].Text == ","
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
