package figure

import (
	"strings"

	"sitrep/internal/number"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// beginnings gives the day on which the text itself says that something began, by
// the head that began: "war" for wars and invasions, which are told of as one, and
// the word itself for a siege, a truce, an offensive. Two days that disagree make
// the beginning unsure.
type beginnings map[string]record.Date

const unsure record.Date = "unsure"

// beginning collects what the report says of beginnings: a date governed by words
// such as "invaded", "the war began", "the start of the siege".
func beginning(x *Extractor, doc *syntax.Document, times []record.Time, l *line) beginnings {
	var out beginnings
	for i := range times {
		t := &times[i]
		if t.Type == "DURATION" || t.Type == "SET" || len(t.Value) < 7 || t.Value[0] < '1' || t.Value[0] > '2' {
			continue
		}
		day := string(edge(t, record.Date(dayOf(t.Value))))
		n := doc.SentenceAt(t.Span.Start)
		if len(day) < 7 || strings.ContainsAny(day, "WXQHSF") || n >= len(doc.Sentences) || !mayBegin(x, &doc.Sentences[n]) {
			continue
		}
		if l.index != n || l.sent != &doc.Sentences[n] {
			l.load(x, doc.Text, &doc.Sentences[n], n)
			l.mark(times)
		}
		head := l.beginsAt(t)
		if head == "" {
			continue
		}
		if out == nil {
			out = beginnings{}
		}
		switch known := string(out[head]); {
		case strings.HasPrefix(day, known):
			out[head] = record.Date(day)
		case !strings.HasPrefix(known, day):
			out[head] = unsure
		}
	}
	return out
}

// mayBegin is a cheap look whether a sentence holds a word of beginning.
func mayBegin(x *Extractor, s *syntax.Sentence) bool {
	for i := range s.Tokens {
		if t := x.terms[strings.ToLower(s.Tokens[i].Text)]; t != nil && t.any&cBegin != 0 {
			return true
		}
	}
	return false
}

// beginsAt gives the head that began at a time: before it in the same clause
// ("since the invasion began on Feb. 24"), or after it where the time opens the
// clause ("On Feb. 24 Velt invaded", "Feb. 24, when the siege began").
func (l *line) beginsAt(t *record.Time) string {
	w := l.wordAt(t.Span.Start)
	if l.in(w-1, "by", "until", "till", "to", "as", "than", "before", "after") || l.is(w-1, "of") && l.is(w-2, "as") || l.is(w-1, "since") || l.is(w-1, "midnight") {
		if !l.is(w-1, "since") {
			if end := l.after(t); !l.in(end, "when", ",") || !(l.is(end, "when") || l.is(end+1, "when")) {
				return ""
			}
		}
	}
	from := w
	for from > 0 && from > w-10 && !l.divides(from-1) && !l.number(from-1) {
		from--
	}
	if head := l.headIn(from, w); head != "" && !l.in(w-1, "since", "until", "by") {
		return head
	}
	end := l.after(t)
	if l.invasionAt(from, w, end) {
		return "war"
	}
	if l.is(end, ",") {
		end++
	}
	to := end
	for to < len(l.ws) && to < end+12 && !l.divides(to) && !l.number(to) && !l.tells(to) {
		to++
	}
	return l.headIn(end, to)
}

// after gives the word after a time.
func (l *line) after(t *record.Time) int {
	k := l.wordAt(t.Span.End - 1)
	return min(k+1, len(l.ws))
}

// divides reports whether word k ends the stretch in which a time and a beginning
// belong together.
func (l *line) divides(k int) bool {
	return l.stops(k) || l.timed[k] || l.in(k, ",", ":", "(", ")", "-", "since", "before", "after", "until", "than", "while", "but")
}

// number reports whether a number that is no part of a time stands at word k.
func (l *line) number(k int) bool { return l.ws[k].Shape == number.Digits && !l.timed[k] }

// headIn finds a beginning in words [from, to) and gives what began: "Velt invaded",
// "the war in Velt began", "began its siege", "the start of the war". A war and a
// beginning that stand apart ("began to count the war's dead") are none.
func (l *line) headIn(from, to int) string {
	for k := from; k < to; k++ {
		if l.in(k, "invaded", "invades", "invade") {
			return "war"
		}
		head := l.warHead(k)
		if head == "" {
			continue
		}
		for j := k - 1; j >= from && j >= k-6; j-- {
			if l.begins(j) {
				return head
			}
			if !l.joins(j) {
				break
			}
		}
		for j := k + 1; j < to && j <= k+6; j++ {
			if l.begins(j) && !l.in(j, "start", "beginning", "outbreak") && !l.in(j+1, "to") {
				return head
			}
			if !l.joins(j) && !l.has(j, cAux) {
				break
			}
		}
	}
	return ""
}

// begins reports whether word k is a word of beginning other than "invasion",
// which is both what begins and its beginning.
func (l *line) begins(k int) bool {
	return l.has(k, cBegin) && !l.is(k, "invasion") || l.is(k, "broke") && l.is(k+1, "out")
}

// joins reports whether word k may stand between a beginning and what begins:
// articles, names, prepositions, adjectives.
func (l *line) joins(k int) bool {
	if l.in(k, "the", "a", "an", "its", "their", "his", "of", "in", "on", "against", "for", "with", "'s", "-", "full", "scale", "all", "out", "full-scale", "all-out", "military", "armed", "current", "new", "latest", "special", "open") {
		return true
	}
	c := l.text[l.ws[k].Start]
	return c >= 'A' && c <= 'Z' || hasPrefixAny(l.tag(k), "JJ")
}

// invasionAt reads the noun by itself where the date belongs to it: "since the
// invasion of Feb. 24", "the Feb. 24 invasion".
func (l *line) invasionAt(from, w, end int) bool {
	for k := end; k < len(l.ws) && k < end+3; k++ {
		if l.is(k, "invasion") {
			return true
		}
		if !l.in(k, ",", "full", "-", "scale", "full-scale", "armed") {
			break
		}
	}
	if !l.in(w-1, "of", "in", "on") || !l.in(from-1, "since", "after", "before") {
		return false
	}
	for k := from; k < w-1; k++ {
		if l.is(k, "invasion") {
			return true
		}
		if !l.joins(k) {
			return false
		}
	}
	return false
}

// warHead names what word k calls: "war" for a war, an invasion and a full-scale
// attack, else the word.
func (l *line) warHead(k int) string {
	if !l.has(k, cWar) {
		return ""
	}
	switch w := l.ws[k].Lower; w {
	case "war", "invasion", "aggression", "conflict", "hostilities":
		return "war"
	case "attack", "operation", "offensive", "action":
		for j := k - 1; j >= 0 && j >= k-4; j-- {
			if l.in(j, "armed", "military", "scale", "full", "all-out") {
				return "war"
			}
		}
		return w
	default:
		return w
	}
}

// sinceWar finds "since the war began", "since the start of the invasion", "since
// Russia's full-scale attack", and gives what began and its word.
func (l *line) sinceWar() (string, int) {
	for i := range l.ws {
		start := i
		switch {
		case l.is(i, "since"):
		case l.is(i, "from") && l.is(i+1, "the") && l.in(i+2, "start", "beginning", "outbreak"):
			start = i + 1
		default:
			continue
		}
		if l.timed[min(i+1, len(l.ws)-1)] {
			continue
		}
		to := i + 1
		for to < len(l.ws) && to < i+9 && !l.stops(to) && !l.is(to, ",") && !l.number(to) && !l.timed[to] {
			to++
		}
		head := l.headIn(i+1, to)
		for k := i + 1; k < to && head == ""; k++ { // "since the invasion", "since its full-scale attack"
			if h := l.warHead(k); h == "war" && !l.in(k, "war", "conflict", "hostilities") {
				head = h
			}
			if !l.joins(k) {
				break
			}
		}
		if head != "" {
			return head, start
		}
	}
	return "", -1
}
