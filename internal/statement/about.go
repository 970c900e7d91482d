package statement

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// pointAbout points cautions and denials at the statements they are about,
// within the report.
func (w *work) pointAbout() {
	for i := range w.out {
		s := &w.out[i]
		if s.Role != record.Caution && s.Role != record.Denial {
			continue
		}
		a := w.from[i]
		if n := w.inside(i); n >= 0 {
			s.About = []record.StatementID{w.out[n].ID}
			continue
		}
		if w.pointsBack(a, s) {
			s.About = w.before(i)
			continue
		}
		if n := w.alike(i); n >= 0 {
			s.About = []record.StatementID{w.out[n].ID}
		}
	}
}

// inside finds a statement that a denial takes as its object: "denied the
// allegations that …".
func (w *work) inside(i int) int {
	a := w.from[i]
	if a.about < 0 {
		return -1
	}
	for j := range w.out {
		if b := w.from[j]; j != i && b.v == a.v && b.cueAt == a.about {
			return j
		}
	}
	return -1
}

// pointsBack reports whether a content's subject points at what was told before:
// "it could be …", "this is false", "the claims".
func (w *work) pointsBack(a *attribution, s *record.Statement) bool {
	v, h := w.contentHead(s, a)
	if h < 0 {
		return false
	}
	if a.about >= 0 || v.Tokens[h].UPOS == syntax.NOUN && v.kid(h, "cop") < 0 {
		switch v.lemma(h) {
		case "claim", "allegation", "accusation", "report", "charge", "suggestion", "assertion", "statement", "rumor", "rumour", "involvement", "responsibility", "it":
			return v.kid(h, "acl", "ccomp") < 0
		}
		return false
	}
	subj := v.kid(h, "nsubj", "nsubj:pass")
	if subj < 0 {
		return false
	}
	if s.Role == record.Denial && w.falsified(s, a) {
		return true
	}
	if v.is(subj, "it", "this", "that", "these", "those") {
		return true
	}
	if s.Role != record.Caution {
		return false
	}
	me := w.actorOf(v, v.whole(subj), subj)
	if me == nil {
		return false
	}
	for _, id := range w.before(w.indexOf(s)) {
		if o := w.find(id); o != nil && o.Source.Actor == me.ID {
			return true
		}
	}
	return false
}

func (w *work) indexOf(s *record.Statement) int {
	for i := range w.out {
		if &w.out[i] == s {
			return i
		}
	}
	return -1
}

// before gives the statements of the nearest sentence before that has any, of
// another source, and no farther than two sentences back; of nested ones that a
// content holds only the outer, and those that an attribution carries over to. A
// denial looks farther, over doubts: those are not what it denies.
func (w *work) before(i int) []record.StatementID {
	s := &w.out[i]
	denial := s.Role == record.Denial
	far := 2
	if denial {
		far = 6
	}
	for back := 1; back <= far; back++ {
		var ids []record.StatementID
		for j := range w.out {
			o := &w.out[j]
			if o.Sentence != s.Sentence-back || o.Source.Kind == record.OwnVoice || w.covered(j) || w.covers(i, j) || denial && (o.Role == record.Denial || o.Role == record.Caution || o.Modality == record.Possible) {
				continue
			}
			ids = append(ids, o.ID)
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// covered reports whether another statement's content holds statement j.
func (w *work) covered(j int) bool {
	for k := range w.out {
		if k == j || w.out[k].Sentence != w.out[j].Sentence || w.from[k].cueAt == w.from[j].cueAt {
			continue
		}
		for _, c := range w.out[k].Content {
			if c.Covers(w.out[j].Span) {
				return true
			}
		}
	}
	return false
}

// alike finds the earlier statement of another source whose words a denial
// shares most; -1 where fewer than half are shared.
func (w *work) alike(i int) int {
	mine := w.lemmas(&w.out[i])
	best, most := -1, 0.49
	for j := range w.out {
		if j == i || w.out[j].Sentence > w.out[i].Sentence || w.covers(i, j) || w.covers(j, i) || w.out[j].Source.Actor != "" && w.out[j].Source.Actor == w.out[i].Source.Actor {
			continue
		}
		if w.out[j].Sentence < w.out[i].Sentence-30 {
			continue
		}
		theirs := w.lemmas(&w.out[j])
		n := 0
		for l := range mine {
			if theirs[l] {
				n++
			}
		}
		if n < 2 || n < 3 && 3*n < 2*min(len(mine), len(theirs)) {
			continue
		}
		if share := float64(n) / float64(min(len(mine), len(theirs))); share > most {
			best, most = j, share
		}
	}
	return best
}

func (w *work) covers(i, j int) bool {
	for _, c := range w.out[i].Content {
		if c.Covers(w.out[j].Span) {
			return true
		}
	}
	return false
}

// lemmas are the words of a content that carry meaning.
func (w *work) lemmas(s *record.Statement) map[string]bool {
	out := map[string]bool{}
	for _, c := range s.Content {
		for si := w.doc.SentenceAt(c.Start); si < len(w.views) && w.doc.Sentences[si].Start < c.End; si++ {
			v := w.views[si]
			if v == nil {
				continue
			}
			for k := v.TokenAt(c.Start); k < len(v.Tokens) && v.Tokens[k].End <= c.End; k++ {
				switch v.Tokens[k].UPOS {
				case syntax.NOUN, syntax.PROPN, syntax.VERB, syntax.NUM, syntax.ADJ:
					out[strings.ToLower(v.lemma(k))] = true
				}
			}
		}
	}
	return out
}
