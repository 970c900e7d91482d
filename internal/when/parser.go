package when

import (
	"sitrep/internal/number"
	"sitrep/internal/syntax"
)

// parser reads the expressions of one sentence.
type parser struct {
	x     *Extractor
	text  string
	sent  *syntax.Sentence
	ws    []number.Word
	terms []*term
	// history is true where the text tells the past in its own time: there a
	// report's date says little.
	history bool
	ancient bool // and has named a year before our era
}

func (p *parser) load(text string, s *syntax.Sentence) {
	p.text, p.sent = text, s
	p.ws = number.Split(text, s, p.ws[:0])
	p.terms = p.terms[:0]
	for i := range p.ws {
		var t *term
		t = p.x.terms[p.ws[i].Lower]
		p.terms = append(p.terms, t)
	}
}

func (p *parser) has(i int, c class) bool {
	return i >= 0 && i < len(p.ws) && p.terms[i] != nil && p.terms[i].class&c != 0
}

func (p *parser) sense(i int, c class) (sense, bool) {
	if i < 0 || i >= len(p.ws) {
		return sense{}, false
	}
	return p.terms[i].of(c)
}

// phrase matches a word or the longest phrase of class c at word i and gives the
// word after it.
func (p *parser) phrase(i int, c class) (sense, int, bool) {
	if i < 0 || i >= len(p.ws) || p.terms[i] == nil {
		return sense{}, i, false
	}
	for _, ph := range p.terms[i].phrases {
		if ph.class&c != 0 && p.match(i+1, ph.rest) {
			return ph.sense, i + 1 + len(ph.rest), true
		}
	}
	if s, ok := p.terms[i].of(c); ok {
		return s, i + 1, true
	}
	return sense{}, i, false
}

func (p *parser) match(i int, words []string) bool {
	if i+len(words) > len(p.ws) {
		return false
	}
	for k, w := range words {
		if p.ws[i+k].Lower != w {
			return false
		}
	}
	return true
}

func (p *parser) is(i int, s string) bool { return i >= 0 && i < len(p.ws) && p.ws[i].Lower == s }

func (p *parser) in(i int, list ...string) bool {
	if i < 0 || i >= len(p.ws) {
		return false
	}
	for _, s := range list {
		if p.ws[i].Lower == s {
			return true
		}
	}
	return false
}

// capital reports whether word i begins with a capital letter.
func (p *parser) capital(i int) bool {
	if i < 0 || i >= len(p.ws) {
		return false
	}
	c := p.text[p.ws[i].Start]
	return c >= 'A' && c <= 'Z'
}

// hyphen skips a hyphen glued on both sides ("two-week").
func (p *parser) hyphen(i int) int {
	if p.is(i, "-") && i+1 < len(p.ws) && !p.ws[i].Space && !p.ws[i+1].Space {
		return i + 1
	}
	return i
}

// dot skips the full stop of an abbreviation that a tokeniser has set apart.
func (p *parser) dot(i int) int {
	if p.is(i, ".") && !p.ws[i].Space {
		return i + 1
	}
	return i
}

// ends reports whether the sentence or a part of it ends before word i.
func (p *parser) ends(i int) bool {
	return i < 0 || i >= len(p.ws) || p.ws[i].Shape == number.Mark && !p.in(i, "-", "'", "\"", "“", "(")
}

// comma skips one comma.
func (p *parser) comma(i int) int {
	if p.is(i, ",") {
		return i + 1
	}
	return i
}

// tag gives the Penn tag of word i's token, "" where there is none.
func (p *parser) tag(i int) string {
	if i < 0 || i >= len(p.ws) {
		return ""
	}
	return p.sent.Tokens[p.ws[i].Token].XPOS
}

// small gives the value of one or two digits at i within lo and hi.
func (p *parser) small(i, lo, hi int) (int, bool) {
	if i < 0 || i >= len(p.ws) {
		return 0, false
	}
	w := &p.ws[i]
	if w.Shape != number.Digits || w.Grouped || w.Len > 2 || w.End-w.Start != w.Len {
		return 0, false
	}
	n := int(w.Num)
	return n, n >= lo && n <= hi
}

// dayNumber reads a day of the month: "24", "24th", "twenty-fourth".
func (p *parser) dayNumber(i int) (day, next int, ok bool) {
	if d, ok := p.small(i, 1, 31); ok {
		return d, i + 1, true
	}
	if i >= 0 && i < len(p.ws) {
		if n, ok := p.x.numbers.At(p.ws, i); ok && n.Ordinal && n.Value >= 1 && n.Value <= 31 {
			return int(n.Value), n.To, true
		}
	}
	return 0, i, false
}

// year reads a year of four digits, "'98" or "nineteen ninety-four".
func (p *parser) year(i int) (y, next int, ok bool) {
	if i < 0 || i >= len(p.ws) {
		return 0, i, false
	}
	w := &p.ws[i]
	if w.Shape == number.Digits && w.Len == 4 && !w.Grouped && w.End-w.Start == 4 {
		if y = int(w.Num); y >= 1000 && y <= 2199 {
			return y, i + 1, true
		}
	}
	if w.Shape == number.Digits && w.Len == 2 && !w.Grouped && p.is(i-1, "'") && !w.Space {
		return p.shortYear(int(w.Num)), i + 1, true
	}
	if w.Shape == number.Letters {
		if n, ok := p.x.numbers.At(p.ws, i); ok && n.Year && n.Value >= 1000 && n.Value < 2200 {
			return int(n.Value), n.To, true
		}
	}
	return 0, i, false
}

// shortYear completes two digits to the nearest century not long after now.
func (p *parser) shortYear(n int) int {
	if n < 40 {
		return 2000 + n
	}
	return 1900 + n
}

// endOf gives the byte where an expression that ends before word `to` ends.
func (p *parser) endOf(to int) int { return p.ws[to-1].End }

// title reports whether the words around look like a name that only borrows a
// word of time: "Sunday Times", "Black Friday".
func (p *parser) title(i int) bool {
	for _, n := range p.sent.Names {
		t := p.ws[i].Token
		if t >= n.Start && t < n.End && (n.Kind == syntax.PersonName || n.Kind == syntax.OrganisationName) {
			return true
		}
	}
	return false
}

// borrowed reports whether an expression without a year is but part of the longer
// name of a person, a body or a thing: "Theresa May", "Sunday Review", "Five-Day
// War". Feasts and what has a year keep their meaning in a name.
func (p *parser) borrowed(e expr) bool {
	if e.kind == kHoliday || e.y != 0 {
		return false
	}
	from, to := p.ws[e.from].Token, p.ws[e.to-1].Token
	for _, n := range p.sent.Names {
		if n.Start <= from && to < n.End && n.End-n.Start > to+1-from {
			return n.Kind == syntax.PersonName || n.Kind == syntax.OrganisationName || n.Kind == syntax.OtherName
		}
	}
	return false
}
