package place

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/gazetteer"
	"sitrep/record"
)

// given makes mentions of names that are given, and tells for each the index of
// its mention, or -1. The report's own other names are not looked for: what is
// measured is the resolving of these.
func (w *work) given(names []record.Span) []int {
	order := make([]int, len(names))
	for i := range order {
		order[i] = -1
	}
	byStart := make([]int, len(names))
	for i := range byStart {
		byStart[i] = i
	}
	slices.SortStableFunc(byStart, func(a, b int) int { return cmp.Compare(names[a].Start, names[b].Start) })
	first := 0
	last := -1
	for _, i := range byStart {
		n := names[i]
		si := w.doc.SentenceAt(n.Start)
		if si >= len(w.doc.Sentences) {
			continue
		}
		s := &w.doc.Sentences[si]
		from := s.TokenAt(n.Start)
		if from >= len(s.Tokens) {
			continue
		}
		to := from + 1
		for to < len(s.Tokens) && s.Tokens[to].Start < n.End {
			to++
		}
		if si != last {
			if last >= 0 {
				w.parents(last, &w.doc.Sentences[last], first)
			}
			first, last = len(w.mentions), si
		}
		m := mention{sent: si, from: from, to: to, start: n.Start, end: n.End, parent: -1, of: -1}
		w.known(&m, n.Text)
		if m.form == named && len(m.hits) > 0 && m.to < len(s.Tokens) {
			w.widenGiven(&m, s.Tokens[m.to].Text)
		}
		order[i] = len(w.mentions)
		w.mentions = append(w.mentions, m)
	}
	if last >= 0 {
		w.parents(last, &w.doc.Sentences[last], first)
	}
	return order
}

func (w *work) widenGiven(m *mention, next string) {
	if w.e.words.class[next]&kind == 0 {
		return
	}
	f := w.e.words.features[next]
	if fits := keepFeatures(w.e.gaz, m.hits, f); len(fits) > 0 && next != "county" {
		m.kind = f
	}
}

// known finds what a name as given may mean: by tables, then without its article
// or the word for its kind, then by its skeleton.
func (w *work) known(m *mention, name string) {
	m.form = unknown
	if a, ok := w.e.words.abbr[name]; ok {
		m.form, m.hits = short, a.hits
		return
	}
	if a, ok := w.e.words.abbr[name+"."]; ok {
		m.form, m.hits = short, a.hits
		return
	}
	tries := []string{name}
	for _, p := range []string{"the ", "The ", "downtown ", "Downtown ", "greater ", "Greater ", "central ", "northern ", "southern ", "eastern ", "western ",
		"Northern ", "Southern ", "Eastern ", "Western ", "Central ", "North ", "South ", "East ", "West ", "City of ", "Town of ", "Village of ", "County ", "State of ", "Co. ", "County of ", "Port of ", "Gulf of "} {
		if rest, ok := strings.CutPrefix(name, p); ok {
			tries = append(tries, rest)
		}
	}
	for _, t := range tries {
		hits, _ := w.lookup(t)
		if h, ok := w.e.words.people[string(w.key)]; ok {
			m.form, m.hits = people, h
			return
		}
		if len(hits) > 0 {
			m.form, m.hits = named, append([]gazetteer.Hit(nil), hits...)
			if i := strings.LastIndexByte(t, ' '); i > 0 {
				if f := w.e.words.features[t[i+1:]]; f != nil {
					m.kind = f
				}
			}
			return
		}
	}
	for _, t := range tries {
		if i := strings.LastIndexByte(t, ' '); i > 0 {
			last := t[i+1:]
			if f := w.e.words.features[last]; f != nil || last == "City" || last == "city" || last == "Co." || last == "area" || last == "State" {
				if hits, _ := w.lookup(t[:i]); len(hits) > 0 {
					m.form, m.hits = named, append([]gazetteer.Hit(nil), hits...)
					m.kind = f
					return
				}
			}
		}
		if hits := w.skeleton(t); len(hits) > 0 {
			m.form, m.hits = named, hits
			return
		}
	}
}

// skeleton looks a name up by what its romanisations share.
func (w *work) skeleton(name string) []gazetteer.Hit {
	w.key = gazetteer.Fold(w.key[:0], name)
	if len(w.key) < 4 {
		return nil
	}
	w.skel = gazetteer.Skeleton(append(w.skel[:0], 1), w.key)
	hits, _ := w.e.gaz.Lookup(w.skel, nil)
	return hits
}
