package token

import "sitrep/internal/syntax"

// open is a quotation mark that waits for its partner.
type open struct {
	quote int    // index into the document's quotes
	mark  string // the mark that opened
}

// partners maps a mark that opens to those that close it.
func closes(openMark, mark string) bool {
	switch openMark {
	case `"`, "``":
		return mark == `"` || mark == "''" || mark == "”"
	case "“":
		return mark == "”" || mark == `"` || mark == "''" || mark == "“"
	case "„":
		return mark == "“" || mark == "”" || mark == `"`
	case "«":
		return mark == "»"
	case "‹":
		return mark == "›"
	case "‘":
		return mark == "’" || mark == "'"
	case "'", "`":
		return mark == "'" || mark == "’" || mark == "´"
	case "''":
		return mark == "''" || mark == `"`
	}
	return false
}

// single reports whether a mark may as well be an apostrophe.
func single(mark string) bool {
	return mark == "'" || mark == "’" || mark == "‘" || mark == "`" || mark == "´" || mark == "ʼ"
}

// appendQuotes pairs the quotation marks of a text, paragraph by paragraph. A
// quotation whose mark stays open ends with its paragraph; when the next one
// closes a mark that it did not open, the two are one quotation.
func appendQuotes(list []syntax.Quote, text string, w *workspace) []syntax.Quote {
	left := -1 // the outer quote that the paragraph before left open
	for _, p := range w.paras {
		pieces := w.pieces[p.first:p.last]
		w.opens = w.opens[:0]
		for i := range pieces {
			if !pieces[i].is(quote) {
				continue
			}
			mark := text[pieces[i].start:pieces[i].end]
			if k := w.partner(mark, pieces, i); k >= 0 {
				for _, o := range w.opens[k+1:] {
					list[o.quote].End = 0 // never closed inside: no quotation
				}
				list[w.opens[k].quote].End = int(pieces[i].end)
				w.opens = w.opens[:k]
				continue
			}
			if left >= 0 && len(w.opens) == 0 && !opensHere(mark, pieces, i) && !single(mark) {
				list[left].End, list[left].Open, left = int(pieces[i].end), false, -1
				continue
			}
			if opensHere(mark, pieces, i) {
				if k := w.same(mark); k >= 0 { // a new paragraph of the quotation, its line break lost
					list[w.opens[k].quote].End, list[w.opens[k].quote].Open = int(pieces[i-1].end), true
					for _, o := range w.opens[k+1:] {
						list[o.quote].End = 0
					}
					w.opens = w.opens[:k]
				}
				w.opens = append(w.opens, open{quote: len(list), mark: mark})
				list = append(list, syntax.Quote{Start: int(pieces[i].start), Depth: len(w.opens) - 1})
			}
		}
		left = -1
		for _, o := range w.opens {
			if single(o.mark) {
				continue // an apostrophe after all
			}
			list[o.quote].End, list[o.quote].Open = int(pieces[len(pieces)-1].end), true
			if left < 0 {
				left = o.quote
			}
		}
	}
	kept := list[:0]
	for _, q := range list {
		if q.End > q.Start {
			kept = append(kept, q)
		}
	}
	return kept
}

// partner gives the index of the open mark that the mark at i closes, or -1.
func (w *workspace) partner(mark string, p []piece, i int) int {
	if p[i].is(opening) && mark != "“" || (mark == `"` || mark == "'") && opensHere(mark, p, i) && !closesHere(p, i) {
		return -1
	}
	for k := len(w.opens) - 1; k >= 0 && k >= len(w.opens)-8; k-- {
		if closes(w.opens[k].mark, mark) {
			if single(mark) && !closesHere(p, i) {
				return -1
			}
			return k
		}
	}
	return -1
}

// same gives the index of an open mark of the same kind, or -1: quotations of one
// kind do not stand in each other. Single ones may be apostrophes and do not count.
func (w *workspace) same(mark string) int {
	for k := len(w.opens) - 1; k >= 0 && k >= len(w.opens)-8 && !single(mark); k-- {
		if w.opens[k].mark == mark {
			return k
		}
	}
	return -1
}

// opensHere reports whether a mark stands where a quotation may begin: behind
// white space, an opening bracket or a dash, and not before white space.
func opensHere(mark string, p []piece, i int) bool {
	if p[i].is(opening) {
		return mark != "‘" || !p[i].is(spaceAfter)
	}
	if p[i].is(closing) || p[i].is(spaceAfter) || mark == "’" {
		return false
	}
	return i == 0 || p[i-1].is(spaceAfter) || p[i-1].is(opening|dash|quote)
}

// closesHere reports whether a mark stands where a quotation may end: before
// white space or a mark, and not behind white space.
func closesHere(p []piece, i int) bool {
	if i == 0 || p[i-1].is(spaceAfter) {
		return false
	}
	return p[i].is(spaceAfter) || i+1 == len(p) || !p[i+1].is(capital|lowercase|number)
}
