package statement

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// quoted settles quotations: contents that end or begin inside a quotation grow
// to its marks, also over sentences, and a quotation that no tree attributes is
// given to the speaker beside it or, where it stands alone, to the speaker before.
func (w *work) quoted() {
	for qi := range w.quotes {
		q := &w.quotes[qi]
		if !w.speaks(q) {
			continue
		}
		if i := w.owner(q); i >= 0 {
			w.grow(i, q)
			continue
		}
		if a, ok := w.attributed(q); ok {
			w.insert(a)
		} else if a, ok := w.goesOnFrom(qi); ok {
			w.insert(a)
		}
	}
}

// speaks reports whether a quotation is speech rather than a title, a nickname
// or a word held at a distance: it holds a predicate or several words.
func (w *work) speaks(q *syntax.Quote) bool {
	si := w.doc.SentenceAt(q.Start)
	if si >= len(w.views) || w.views[si] == nil {
		return false
	}
	if w.doc.SentenceAt(q.End-1) > si {
		return true
	}
	v := w.views[si]
	words, finite, capital := 0, false, 0
	for i := v.TokenAt(q.Start); i < len(v.Tokens) && v.Tokens[i].Start < q.End; i++ {
		t := &v.Tokens[i]
		if t.UPOS == syntax.PUNCT {
			continue
		}
		words++
		finite = finite || t.UPOS == syntax.VERB || t.UPOS == syntax.AUX
		if t.UPOS == syntax.PROPN {
			capital++
		}
	}
	return words >= 3 && finite && capital < words-1
}

// owner finds the attribution whose content shares the greater part of q, or
// that stands in q's sentence and touches it; -1 for none.
func (w *work) owner(q *syntax.Quote) int {
	best, most := -1, 0
	for i := range w.all {
		a := &w.all[i]
		if a.cueAt < 0 || a.entry.class == "thought" && !a.entry.takes('q') || a.entry.class == "intent" {
			continue
		}
		cueStart := a.v.Tokens[a.cueAt].Start
		if q.Start <= cueStart && cueStart < q.End {
			continue // a cue inside the quotation says something else
		}
		for _, c := range a.content {
			lo, hi := max(a.v.start(c), q.Start), min(a.v.end(c), q.End)
			if hi-lo > most {
				best, most = i, hi-lo
			}
		}
	}
	return best
}

// grow lets a content reach the marks of a quotation it shares.
func (w *work) grow(i int, q *syntax.Quote) {
	a := &w.all[i]
	if first, last := w.doc.SentenceAt(q.Start), w.doc.SentenceAt(q.End-1); last-first > 9 || q.Open && last-first > 4 {
		return // marks that were paired over a page
	}
	w.widen(a)
	for c := range a.wide {
		s := &a.wide[c]
		if s.Start >= q.End || q.Start >= s.End {
			continue
		}
		lo, hi := min(s.Start, w.clauseStart(q)), max(s.End, q.End)
		// Never over the cue itself, nor over the source.
		cue := a.v.Span(w.doc.Text, a.cue.from, a.cue.to)
		if cue.Start >= lo && cue.End <= hi && !(cue.Start >= s.Start && cue.End <= s.End) {
			continue
		}
		*s = record.Cut(w.doc.Text, lo, hi)
	}
	// Pieces that have grown into each other are one.
	for c := 1; c < len(a.wide); c++ {
		if a.wide[c].Start <= a.wide[c-1].End {
			a.wide[c-1] = record.Cut(w.doc.Text, min(a.wide[c-1].Start, a.wide[c].Start), max(a.wide[c-1].End, a.wide[c].End))
			a.wide = append(a.wide[:c], a.wide[c+1:]...)
			c--
		}
	}
}

// clauseStart gives where the words begin that a quotation of several sentences
// goes on from: the sentence, where no verb of speech stands before the mark in
// it ("In this, Torin “still holds. It …,” X said"), else the mark.
func (w *work) clauseStart(q *syntax.Quote) int {
	si := w.doc.SentenceAt(q.Start)
	if si >= len(w.views) || w.views[si] == nil || w.doc.SentenceAt(q.End-1) == si {
		return q.Start
	}
	v := w.views[si]
	at := v.TokenAt(q.Start)
	if at <= v.Body+1 || v.loose(at-1) {
		return q.Start
	}
	for k := v.Body; k < at; k++ {
		if e := w.verbs[v.lemma(k)]; e != nil && v.Tokens[k].UPOS == syntax.VERB || quoteMark(v.Tokens[k].Text) {
			return q.Start
		}
	}
	return v.Tokens[v.Body].Start
}

// widen turns an attribution's stretches into spans of the text.
func (w *work) widen(a *attribution) {
	if len(a.wide) > 0 {
		return
	}
	for _, c := range a.content {
		a.wide = append(a.wide, a.v.Span(w.doc.Text, c.from, c.to))
	}
}

// attributed looks for a verb of speech outside the quotation, in the sentence that
// its first or its last word stands in.
func (w *work) attributed(q *syntax.Quote) (attribution, bool) {
	first, last := w.doc.SentenceAt(q.Start), w.doc.SentenceAt(q.End-1)
	for _, si := range [2]int{last, first} {
		if si >= len(w.views) || w.views[si] == nil {
			continue
		}
		v := w.views[si]
		if i := w.nearVerb(v, q); i >= 0 {
			f := &finder{tables: w.tables, v: v}
			a := attribution{v: v, cueAt: i, entry: w.verbs[v.lemma(i)], head: -1, about: -1, cue: stretch{i, i + 1}, rule: "statement/quote-beside"}
			if !f.speaker(&a, i) && !f.neighbour(&a, i, q) {
				continue
			}
			a.wide = []record.Span{record.Cut(w.doc.Text, q.Start, q.End)}
			return a, true
		}
	}
	return attribution{}, false
}

// nearVerb finds the verb of speech nearest to a quotation's marks that no other
// quotation holds.
func (w *work) nearVerb(v *view, q *syntax.Quote) int {
	best, dist := -1, 14
	for i := range v.Tokens {
		t := &v.Tokens[i]
		if t.UPOS != syntax.VERB || q.Start <= t.Start && t.Start < q.End {
			continue
		}
		e := w.verbs[v.lemma(i)]
		if !e.takes('q') || w.inQuote(t.Start) {
			continue
		}
		d := 0
		if t.Start >= q.End {
			d = i - v.TokenAt(q.End)
		} else {
			d = v.TokenAt(q.Start) - i
		}
		if d < dist {
			best, dist = i, d
		}
	}
	return best
}

func (w *work) inQuote(at int) bool {
	for i := range w.quotes {
		if w.quotes[i].Start <= at && at < w.quotes[i].End {
			return true
		}
	}
	return false
}

// neighbour takes the noun or pronoun next to a verb of speech as its source
// where the tree gives none.
func (f *finder) neighbour(a *attribution, i int, q *syntax.Quote) bool {
	v := f.v
	for _, k := range [...]int{i - 1, i + 1, i - 2, i + 2, i + 3} {
		if k < 0 || k >= len(v.Tokens) || v.Tokens[k].Start >= q.Start && v.Tokens[k].Start < q.End {
			continue
		}
		switch v.Tokens[k].UPOS {
		case syntax.PROPN, syntax.PRON, syntax.NOUN:
			f.source(a, k)
			return true
		}
	}
	return false
}

// goesOnFrom gives a quotation that stands alone to whoever was quoted last, at
// most three sentences before.
func (w *work) goesOnFrom(qi int) (attribution, bool) {
	q := &w.quotes[qi]
	first, last := w.doc.SentenceAt(q.Start), w.doc.SentenceAt(q.End-1)
	v := w.views[first]
	lead := v.TokenAt(q.Start)
	if last < len(w.views) && w.views[last] != nil {
		end := w.views[last].TokenAt(q.End - 1)
		if lead > 2 || len(w.views[last].Tokens)-end > 3 && (last == first || w.mixedMarks(q)) {
			return attribution{}, false // words of the outlet stand around it
		}
	}
	best, at := -1, -1
	for i := range w.all {
		a := &w.all[i]
		if a.entry == nil || a.entry.class != "speech" || a.hidden || a.source.empty() {
			continue
		}
		p := 0
		if a.cueAt >= 0 {
			p = a.v.Tokens[a.cueAt].Start
		} else if len(a.wide) > 0 {
			p = a.wide[0].Start
		}
		if p < q.Start && p > at && a.v.index >= first-3 && (a.cueAt < 0 || !w.inQuote(p)) {
			best, at = i, p
		}
	}
	if best < 0 {
		return attribution{}, false
	}
	from := &w.all[best]
	a := attribution{v: v, cueAt: -1, entry: from.entry, head: from.head, about: -1, source: from.source, rule: "statement/quote-continued", lender: from.sourceView()}
	a.wide = []record.Span{record.Cut(w.doc.Text, q.Start, q.End)}
	return a, true
}

// mixedMarks reports whether a quotation holds further marks, which tells of marks
// that were paired wrongly.
func (w *work) mixedMarks(q *syntax.Quote) bool {
	return q.End-q.Start < 8 || strings.ContainsAny(w.doc.Text[q.Start+3:q.End-3], "“”\"")
}

// insert keeps attributions in text order.
func (w *work) insert(a attribution) { w.all = append(w.all, a) }

// sourceView is the sentence that an attribution's source stands in.
func (a *attribution) sourceView() *view {
	if a.lender != nil {
		return a.lender
	}
	return a.v
}
