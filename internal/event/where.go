package event

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// located reports whether a place of the sentence says where something happened:
// it stands behind a word of place ("in Bree", "the shelling of Bree", "across the
// Bree region"), or is itself what was attacked. Who acts or is spoken to is named
// by a place often enough ("Bree accused Velt") and is no scene for that.
func located(s *syntax.Sentence, p *record.Place, hit []record.Party) bool {
	for _, q := range hit {
		if q.Span.Overlaps(p.Span) {
			return true
		}
	}
	t := s.TokenAt(p.Span.Start)
	for steps := 0; t < len(s.Tokens) && steps < 6; steps++ {
		if scene(s, t) {
			return true
		}
		switch rel := s.Tokens[t].Rel; {
		case rel == "nmod:poss" || strings.HasPrefix(rel, "nsubj") || rel == "obj" || rel == "root":
			return false
		case rel == "compound" || rel == "amod" || rel == "flat" || rel == "appos" || rel == "conj" || strings.HasPrefix(rel, "nmod"):
			if s.Tokens[t].Head < 0 {
				return false
			}
			t = s.Tokens[t].Head
		default:
			return false
		}
	}
	return false
}

// scene reports whether a word of place governs token t.
func scene(s *syntax.Sentence, t int) bool {
	for k := range t {
		if s.Tokens[k].Head != t || s.Tokens[k].Rel != "case" {
			continue
		}
		switch strings.ToLower(s.Tokens[k].Text) {
		case "in", "at", "near", "inside", "outside", "across", "around", "throughout", "within", "along", "on", "over",
			"off", "into", "toward", "towards", "through", "onto", "of", "from", "to":
			return true
		}
	}
	return false
}

// attacked gives the recipients whose name is also where it happened.
func attacked(e *record.Event) []record.Party {
	if e.Type == "ASSAULT" || e.Type == "COERCE" && (e.Mode == "seize" || e.Mode == "restrict") {
		return e.Recipient
	}
	return nil
}

// placeIn gives the place that the phrase of token t names: the one at its head
// ("seized Bree"), else the first that it holds ("seized the town of Bree").
func (r *run) placeIn(t int) record.ID {
	from, to := r.s.Extent(t)
	lo, hi := r.tok(from).Start, r.tok(to-1).End
	var first record.ID
	for i := range r.given.Places {
		p := &r.given.Places[i]
		if p.Span.Start < lo || p.Span.End > hi {
			continue
		}
		if p.Span.Start <= r.tok(t).Start && r.tok(t).End <= p.Span.End {
			return p.ID
		}
		if first == "" && located(r.s, p, nil) {
			first = p.ID
		}
	}
	return first
}
