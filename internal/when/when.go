// Package when finds expressions of time and resolves them to values of TIMEX3,
// to stretches of the calendar and to bounds, counted from the report's date or
// from a date read before. Where a report has no date, it infers what the text
// itself shows of it, and says why.
//
// Grammar stands here, words in the tables times.tsv and holidays.tsv. Tags, where
// a document has them, help to tell "may" and "march" from months and to find
// tenses; without them word forms must do.
package when

import (
	"sync"

	"sitrep/internal/lang"
	"sitrep/internal/number"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Extractor finds times. It is safe for use by several goroutines at once.
type Extractor struct {
	terms   map[string]*term
	numbers *number.Reader
	scratch sync.Pool // *parser
}

// New builds an extractor from a language's tables.
func New(l lang.Language) (*Extractor, error) {
	terms, err := loadLexicon(l)
	if err != nil {
		return nil, err
	}
	numbers, err := number.New(l)
	if err != nil {
		return nil, err
	}
	x := &Extractor{terms: terms, numbers: numbers}
	x.scratch.New = func() any { return &parser{x: x} }
	return x, nil
}

// found is an expression with its place in the text.
type found struct {
	expr
	span record.Span
}

// Extract finds the document's times in text order. Where the report has no date
// of publication and the text shows one, it sets report.Published with basis
// "inferred" and the reasons.
func (x *Extractor) Extract(doc *syntax.Document, report *record.Report) []record.Time {
	p := x.scratch.Get().(*parser)
	defer x.scratch.Put(p)
	p.ancient = false
	p.history = x.tellsHistory(doc, parseDate(report.Published.Value))
	list := p.all(doc)
	if report.Published.Value == "" {
		infer(list, doc, report)
	}
	shareYears(list)
	r := resolver{now: parseDate(report.Published.Value), history: p.history}
	r.recent = p.history && namesYear(list, r.now.y)
	r.coarse = r.now.known() && !r.now.full()
	times := make([]record.Time, 0, len(list))
	sentence := -1
	for i := range list {
		f := &list[i]
		if f.sentence != sentence {
			sentence = f.sentence
			r.nextSentence()
		}
		if t, ok := r.time(f, report.ID); ok {
			times = append(times, t)
		}
	}
	return times
}

// all reads the expressions of every sentence.
func (p *parser) all(doc *syntax.Document) []found {
	var list []found
	for n := range doc.Sentences {
		s := &doc.Sentences[n]
		if s.Kind == syntax.Boilerplate || len(s.Tokens) == 0 {
			continue
		}
		p.load(doc.Text, s)
		p.ancient = p.ancient || p.history && p.eraNamed()
		for i := 0; i < len(p.ws); {
			if a, b, ok := p.dayRange(i); ok {
				list = append(list, p.found(a, n), p.found(b, n))
				i = b.to
				continue
			}
			e, ok := p.lead(i)
			if !ok || e.to <= i {
				i++
				continue
			}
			if !p.borrowed(e) {
				list = append(list, p.found(e, n))
			}
			i = e.to
		}
	}
	return list
}

// eraNamed reports whether the sentence names a year before our era; after it, a
// history may leave the "BC" out.
func (p *parser) eraNamed() bool {
	for i := range p.ws {
		if s, ok := p.sense(i, cEra); ok && s.n < 0 && p.capital(i) {
			return true
		}
	}
	return false
}

// newsWord reports whether a word is a day of the week or "yesterday": histories
// seldom count in days from their own date.
func (x *Extractor) newsWord(s string) bool {
	if len(s) < 5 || len(s) > 9 || s[len(s)-1] != 'y' {
		return false
	}
	var buf [9]byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	t := x.terms[string(buf[:len(s)])]
	return t != nil && t.class&(cWeekday|cDayWord) != 0
}

// namesYear reports whether a text names a day or month of its own date's year, or
// counts from its own date in days: then it is news that tells a history.
func namesYear(list []found, y int) bool {
	for i := range list {
		f := &list[i]
		if f.kind == kDate && f.y == y && f.m > 0 || f.kind == kDay && f.n != 0 || f.kind == kDate && f.weekday > 0 && f.m == 0 {
			return true
		}
	}
	return false
}

// found adds to an expression what stands around it.
func (p *parser) found(e expr, sentence int) found {
	e.sentence = sentence
	e.future, e.tensed, e.weak = p.tense(e.from, e.to)
	if e.anchor != nil {
		e.anchor.future, e.anchor.tensed, e.anchor.weak = e.future, e.tensed, e.weak
	}
	p.before(&e)
	e.joined = p.is(e.from-1, "-")
	e.through = p.is(e.from-1, "through")
	if e.prep == "until" && !e.future && !e.through && !p.pastVerbNear(e.from) {
		e.future = true
		if e.anchor != nil {
			e.anchor.future = true
		}
	}
	return found{expr: e, span: record.Cut(p.text, p.ws[e.from].Start, p.endOf(e.to))}
}

// before reads the preposition that leads the expression.
func (p *parser) before(e *expr) {
	i := e.from - 1
	if p.is(i, "the") {
		i--
	}
	if s, ok := p.sense(i, cDatePrep); ok {
		if e.prep = s.value; s.value == "of" && p.is(i-1, "as") {
			e.prep = "as of"
		}
	}
}

// tellsHistory reports whether a text tells of years long before its date: there
// a month or a day counts from the date read last, not from the report's.
func (x *Extractor) tellsHistory(doc *syntax.Document, now date) bool {
	far, near, words := 0, 0, 0
	if !now.known() {
		return false
	}
	for n := range doc.Sentences {
		words += len(doc.Sentences[n].Tokens)
		for t := range doc.Sentences[n].Tokens {
			s := doc.Sentences[n].Tokens[t].Text
			if s == "BC" || s == "BCE" {
				far++
			}
			if x.newsWord(s) {
				near++
			}
			if len(s) != 4 || s[0] != '1' && s[0] != '2' || s[1] < '0' || s[1] > '9' {
				continue
			}
			y, ok := atoi(s)
			if !ok || y < 1000 || y > 2100 {
				continue
			}
			if now.y-y >= 2 {
				far++
			} else {
				near++
			}
		}
	}
	// A history names a year in every hundred words or so, a news report in every
	// thousand; two to the thousand parts them with room to spare.
	return far > near && (far >= 8 && far*500 >= words || far >= 5 && far*300 >= words)
}
