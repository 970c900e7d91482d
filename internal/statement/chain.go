package statement

import (
	"slices"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// chains settles through whom each statement reached us: the statements whose
// content covers it, nearest to the outlet first, before the outlets that its
// own words name.
func (w *work) chains() {
	for i := range w.out {
		var outer []int
		for j := range w.out {
			if i != j && w.from[j].v.index >= w.from[i].v.index-12 && w.from[j].v.index <= w.from[i].v.index+12 && w.holds(j, i) {
				outer = append(outer, j)
			}
		}
		slices.SortStableFunc(outer, func(a, b int) int { return w.size(b) - w.size(a) })
		var hops []record.Hop
		for _, j := range outer {
			hops = append(hops, record.Hop{Statement: w.out[j].ID})
		}
		w.out[i].Chain = append(hops, w.out[i].Chain...)
	}
}

// holds reports whether statement j tells statement i.
func (w *work) holds(j, i int) bool {
	a, b := w.from[j], w.from[i]
	if w.out[j].Cue != nil {
		for _, c := range w.out[i].Content {
			if c.Covers(*w.out[j].Cue) {
				return false // j is told by i, not i by j
			}
		}
	}
	at := w.out[i].Content[0].Start
	if w.out[i].Cue != nil {
		at = w.out[i].Cue.Start
	}
	for _, c := range w.out[j].Content {
		if c.Start <= at && at < c.End {
			return true
		}
	}
	for _, via := range b.vias {
		if a.cueAt >= 0 && a.v == b.v && a.v.Tokens[a.cueAt].Start == via {
			return true
		}
	}
	if len(b.vias) > 0 && a.cueAt == b.cueAt {
		return false
	}
	if a.v == b.v && b.cueAt >= 0 {
		for _, c := range a.carried {
			if a.v.from[c] <= b.cueAt && b.cueAt < a.v.to[c] {
				return true
			}
		}
	}
	return false
}

func (w *work) size(i int) int {
	n := 0
	for _, c := range w.out[i].Content {
		n += c.End - c.Start
	}
	return n
}

// toldOutlet gives the outlet that a source is said to have told: a link of the
// chain, since what it was told is what we read.
func (w *work) toldOutlet(a *attribution) (record.Hop, bool) {
	v := a.v
	if a.cueAt < 0 || a.lender != nil {
		return record.Hop{}, false
	}
	for _, k := range v.kids(a.cueAt) {
		switch v.rel(k) {
		case "obj", "iobj":
		case "obl":
			if c := v.caseOf(k); c != "to" && c != "with" && c != "by" || c == "by" && a.source.has(k) {
				continue
			}
		default:
			continue
		}
		s := v.whole(k)
		if k < a.cueAt || a.source.has(k) || len(a.content) > 0 && a.content[0].has(k) || !w.media(v, s, k) {
			continue
		}
		for !s.empty() && (v.is(s.from, "the", "to", "with", "by") || v.loose(s.from)) {
			s.from++
		}
		if len(a.content) > 0 && a.content[0].from > k {
			s.to = min(s.to, a.content[0].from)
		}
		if !s.empty() && s.to-s.from < 8 {
			return record.Hop{Outlet: v.words(s), Cue: v.words(stretch{a.cueAt, a.cueAt + 1})}, true
		}
	}
	return record.Hop{}, false
}

// outletWords end or are the names of outlets.
var outletWords = map[string]bool{"herald": true, "times": true, "post": true, "news": true, "radio": true, "tv": true, "television": true, "bbc": true,
	"cnn": true, "reuters": true, "agency": true, "tass": true, "interfax": true, "ria": true, "ap": true, "afp": true, "bloomberg": true, "guardian": true,
	"telegraph": true, "journal": true, "tribune": true, "newspaper": true, "gazette": true, "bild": true, "politico": true, "axios": true, "nbc": true, "abc": true, "cbs": true, "cbc": true, "npr": true, "sky": true, "jazeera": true, "pravda": true, "ukrinform": true, "novosti": true, "channel": true, "magazine": true, "independent": true, "economist": true, "press": true}

func (w *work) media(v *view, s stretch, k int) bool {
	if v.Tokens[k].UPOS != syntax.PROPN {
		return false
	}
	if a := w.actorOf(v, s, k); a != nil {
		return a.Kind == record.Media
	}
	return outletWords[strings.ToLower(v.Tokens[k].Text)]
}
