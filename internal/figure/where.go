package figure

import "sitrep/record"

// place gives the place that a locative phrase of the count's own clause names:
// "in Velt", "near the city of Velt". The subject of a sentence, a name after "of",
// "from" or "to", or merely the nearest name is no place of the count.
func (l *line) place(i int, places []record.Place) record.ID {
	c := &l.counts[i]
	lo, hi := l.placesHere(places)
	end := max(c.right, c.npEnd)
	for p := lo; p < hi; p++ { // within the count's span and after it
		w := l.wordAt(places[p].Span.Start)
		if w < c.left {
			continue
		}
		prep := l.locative(w)
		if w >= end && (prep < 0 || !l.reaches(i, end, prep)) {
			if prep < 0 && l.sameClauseTo(end, w) {
				continue
			}
			break
		}
		if prep >= 0 && l.in(prep-1, "and", "but") && l.led(c, lo, p, places) >= 0 {
			break // "In Velt 12 were killed and in Orsk seven"
		}
		if prep >= 0 && !l.taken(i, prep, w) {
			return places[p].ID
		}
	}
	if p := l.led(c, lo, hi, places); p >= 0 {
		return l.first(p, lo, places)
	}
	return ""
}

// led gives the place before the count that places it, or -1.
func (l *line) led(c *count, lo, hi int, places []record.Place) int {
	for p := hi - 1; p >= lo; p-- { // before it
		w := l.wordAt(places[p].Span.Start)
		if w >= c.left {
			continue
		}
		prep := l.locative(w)
		if prep < 0 {
			continue
		}
		last := l.wordAt(places[p].Span.End-1) + 1
		if l.leads(prep, last, c) {
			return p
		}
	}
	return -1
}

// placesHere gives the places of the sentence as a range.
func (l *line) placesHere(places []record.Place) (lo, hi int) {
	for lo < len(places) && places[lo].Span.End <= l.sent.Start {
		lo++
	}
	for hi = lo; hi < len(places) && places[hi].Span.Start < l.sent.End; {
		hi++
	}
	return lo, hi
}

// first goes back over "in Velt, Orsk region" to the nearest unit named.
func (l *line) first(p, lo int, places []record.Place) record.ID {
	for p > lo {
		a, b := l.wordAt(places[p-1].Span.End-1)+1, l.wordAt(places[p].Span.Start)
		if l.locative(l.wordAt(places[p-1].Span.Start)) < 0 || b-a > 2 || !(b == a || l.in(a, ",", "and", "or", "in")) {
			break
		}
		p--
	}
	return places[p].ID
}

// locative gives the preposition of place that governs the name at word w, or -1:
// only articles, directions and words such as "city of" may stand between.
func (l *line) locative(w int) int {
	for k := w - 1; k >= 0 && k >= w-8; k-- {
		if l.in(k, "in", "near", "across", "around", "throughout", "inside", "outside", "within", "at", "along", "over", "on", "beside") {
			if l.in(k, "on", "over") && l.in(k+1, "the") == false && k == w-1 && l.is(k, "over") {
				return -1
			}
			return k
		}
		if !l.placing(k) {
			return -1
		}
	}
	return -1
}

// placing reports whether word k may stand between a preposition and a place.
func (l *line) placing(k int) bool {
	if k < 0 || l.timed[k] {
		return false
	}
	switch {
	case l.in(k, ",", "and"): // of two places named together
		return l.upper(k - 1)
	case l.is(k, "of"): // "the city of Velt", but not "the forces of Velt"
		return !l.upper(k-1) && l.placing(k-1)
	case l.in(k, "the", "'s", "-", "city", "cities", "town", "towns", "village", "villages", "region", "regions", "district", "oblast", "province",
		"settlement", "capital", "suburb", "port", "outskirts", "centre", "center", "area", "vicinity", "parts", "part", "state", "peninsula", "island",
		"eastern", "western", "northern", "southern", "central", "east", "west", "north", "south", "northeastern", "northwestern", "southeastern",
		"southwestern", "north-eastern", "south-eastern", "north-western", "south-western", "occupied", "controlled", "held", "besieged", "nearby", "neighbouring", "neighboring", "whole", "all"):
		return true
	case l.has(k, cSide):
		return true
	}
	return l.upper(k) && k > 0
}

// upper reports whether word k begins with a capital letter.
func (l *line) upper(k int) bool {
	return k >= 0 && l.text[l.ws[k].Start] >= 'A' && l.text[l.ws[k].Start] <= 'Z'
}

// reaches reports whether a locative phrase at prep, after the count's phrase,
// still belongs to its clause.
func (l *line) reaches(i, end, prep int) bool {
	if !l.sameClauseTo(end, prep) {
		return false
	}
	if prep > end && l.in(prep-1, "war", "conflict", "invasion", "crisis") && !l.in(prep-2, "in", "during") && !l.in(prep-3, "in", "during", "since") {
		return false // "drones for the war in Velt"
	}
	for j := i + 1; j < len(l.counts) && l.counts[j].From < prep; j++ {
		o := &l.counts[j]
		if o.unit == "" && l.depth[o.From] == l.depth[l.counts[i].From] && !l.joined(&l.counts[j-1], o) {
			return false
		}
	}
	return true
}

// sameClauseTo reports whether no clause begins or ends in words [from, to).
func (l *line) sameClauseTo(from, to int) bool {
	for k := from; k < to; k++ {
		if l.depth[k] > 0 {
			continue
		}
		if l.in(k, "that", "which") && l.struck(k-1) && l.struck(k+1) {
			continue // "in a strike that hit a convoy near Velt"
		}
		if l.stops(k) || l.in(k, ":", "who", "which", "where", "that", "while", "but", "after", "when", "before", "because", "although", "as", "if", "though", "whereas", "according", "since", "amid", "than") && !l.timed[min(k+1, len(l.ws)-1)] && !(l.is(k, "as") && l.in(k+1, "well", "of")) {
			return false
		}
		if l.tells(k) || hasPrefixAny(l.tag(k), "VBZ", "VBP", "MD") && !l.has(k, cAux|cVerb|cVerbI) {
			return false
		}
	}
	return true
}

// taken reports whether the phrase at prep opens the clause of a later count: "and
// in Velt seven".
func (l *line) taken(i, prep, w int) bool {
	if !l.in(prep-1, "and", ",", "but", "while") {
		return false
	}
	for j := i + 1; j < len(l.counts); j++ {
		if o := &l.counts[j]; o.left > w {
			return o.left <= w+3
		}
	}
	return false
}

// leads reports whether a locative phrase before the count places it: it opens the
// clause ("In Velt, 12 were killed"), it tells where the blow fell that killed ("A
// strike in Velt killed 12", "hit a market in Velt, killing 12"), or where the thing
// measured lies ("The line in Velt is 12 km long").
func (l *line) leads(prep, last int, c *count) bool {
	counted := false // another count stands between
	for k := last; k < c.left; k++ {
		if l.stops(k) || l.in(k, "who", "which", "where", "that", "while", "but", "whereas") {
			return false
		}
		counted = counted || l.countAt(k)
		if l.in(k, "in", "near", "at", "across") && !l.timed[min(k+1, len(l.ws)-1)] && l.is(k-1, "and") {
			return false
		}
	}
	told := false
	for k := last; k < c.left; k++ {
		told = told || l.tells(k)
	}
	if opens := prep == 0 || l.in(prep-1, ";", "-", ":") || l.in(prep-1, "and", ",") && l.timedBefore(prep-1); opens {
		return !told
	}
	if counted {
		return false
	}
	if c.measure != "" && c.unit == "" && hasPrefixAny(l.tag(prep-1), "NN", "VB", "") {
		if l.struck(prep-1) && !told {
			return true
		}
		for k := prep - 1; k >= 0 && k >= prep-5; k-- { // "hit a market in Velt, killing"
			if l.struck(k) && c.left < len(l.ws) && !told {
				return true
			}
			if l.stops(k) || l.is(k, ",") {
				break
			}
		}
	}
	if d := l.x.units[c.unit].dimension; d == "length" || d == "area" {
		return l.in(last, "is", "was", "runs", "ran", "stretches", "stretched", "spans", "spanned", "extends", "extended", "measures", "covers", "covered") && c.left-last <= 3
	}
	return false
}

// timedBefore reports whether only a time stands before word k in its clause.
func (l *line) timedBefore(k int) bool {
	for j := k - 1; j >= 0; j-- {
		if !l.timed[j] && !l.in(j, "on", "in", "late", "early", "the", "at") {
			return j > 0 && l.stops(j)
		}
	}
	return true
}

// struck reports whether word k tells of a blow: a strike, a blast, "hit".
func (l *line) struck(k int) bool { return l.has(k, cBlow) }
