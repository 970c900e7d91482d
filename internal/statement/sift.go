package statement

import (
	"cmp"
	"slices"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// sift drops attributions that say nothing of their own: what a speaker says of
// their own mind inside their own words, sources that cannot speak, and second
// findings of the same cue.
func (w *work) sift() {
	w.cite()
	w.clip()
	slices.SortStableFunc(w.all, func(a, b attribution) int {
		return cmp.Or(cmp.Compare(a.v.index, b.v.index), cmp.Compare(a.cueAt, b.cueAt), cmp.Compare(a.source.from, b.source.from))
	})
	kept := w.all[:0:0]
	for i := range w.all {
		a := &w.all[i]
		if !w.able(a) || w.own(a) || w.twice(kept, a) || w.shadow(a) {
			continue
		}
		kept = append(kept, *a)
	}
	w.all = kept
}

// clip ends a nested content where the content that tells it ends: in "plans to
// leave, a source said" the plans do not reach over the source.
func (w *work) clip() {
	for i := range w.all {
		a := &w.all[i]
		if a.cueAt < 0 || len(a.wide) > 0 {
			continue
		}
		w.clipQuote(a)
		for j := range w.all {
			b := &w.all[j]
			if i == j || b.v != a.v || b.cueAt < 0 || len(b.wide) > 0 {
				continue
			}
			for _, c := range b.content {
				if !c.has(a.cueAt) {
					continue
				}
				for n := range a.content {
					if s := &a.content[n]; s.has(b.cueAt) && s.from < c.to {
						s.to = min(s.to, c.to)
						*s = a.v.trim(*s)
					}
				}
			}
		}
		a.content = slices.DeleteFunc(a.content, stretch.empty)
	}
	w.all = slices.DeleteFunc(w.all, func(a attribution) bool { return len(a.content) == 0 && len(a.wide) == 0 })
}

// clipQuote ends what is told inside a quotation where the quotation ends.
func (w *work) clipQuote(a *attribution) {
	at := a.v.Tokens[a.cueAt].Start
	for i := range w.quotes {
		q := &w.quotes[i]
		if q.Start > at || at >= q.End {
			continue
		}
		for n := range a.content {
			s := &a.content[n]
			for s.from >= a.cueAt && s.to > s.from+1 && a.v.Tokens[s.to-1].End > q.End {
				s.to--
			}
			*s = a.v.paired(a.v.trim(*s))
		}
	}
}

// able reports whether the source can say or show anything: a thing that
// "suggests" or "shows" is the outlet's inference.
func (w *work) able(a *attribution) bool {
	v := a.sourceView()
	if a.head < 0 {
		return a.hidden && !(a.entry.class == "signal" && a.rule == "statement/cue-noun") && !(a.rule == "statement/hearsay" && w.toldBy(a))
	}
	t := &v.Tokens[a.head]
	if timeNoun(v, a.head) {
		return false // "a month after announcing it"
	}
	switch v.lemma(a.head) {
	case "time", "fact", "way", "reason", "moment":
		return false
	case "this", "that", "these", "those", "which", "what", "you", "there", "nothing", "everything", "something":
		return a.cueAt >= 0 && t.UPOS == syntax.DET
	case "us", "me", "himself", "herself", "themselves", "itself":
		return false
	case "who", "neither", "nor", "whoever", "anyone", "anybody":
		return false
	case "it":
		return a.entry.class == "speech" && w.actorOf(v, a.source, a.head) != nil
	}
	if a.cueAt >= 0 && a.v.lemma(a.cueAt) == "read" && w.class(v, a.head) != "document" {
		return false // a letter reads "…"; a person reads a letter
	}
	if a.entry.role == record.Offer && a.rule == "statement/cue-infinitive" && t.UPOS == syntax.NOUN && w.class(v, a.head) == "document" {
		return false // "a video offering to help": whoever made it offers
	}
	if (a.rule == "statement/accused" || a.rule == "statement/cue-object" || a.rule == "statement/cue-preposition" || a.rule == "statement/cue-infinitive" && a.entry.role == record.Demand) && t.UPOS == syntax.NOUN && w.class(v, a.head) == "" && w.quantified(v, a) < 0 && w.actorOf(v, a.source, a.head) == nil {
		return false // "my crimes include describing the war"
	}
	if a.entry.class == "show" || a.entry.class == "signal" || a.entry.class == "thought" || a.entry.class == "intent" {
		if t.UPOS == syntax.PRON || t.UPOS == syntax.PROPN {
			return true
		}
		c := w.class(v, a.head)
		if c == "document" && (a.entry.class == "thought" || a.entry.class == "intent") {
			return false
		}
		return c != "" || w.actorOf(v, a.source, a.head) != nil
	}
	return true
}

// toldBy reports whether somebody named tells what "reportedly" leaves open.
func (w *work) toldBy(a *attribution) bool {
	for i := range w.all {
		if o := &w.all[i]; o.v == a.v && o.rule != a.rule && o.cueAt >= 0 && !o.hidden && w.says(o, a.v.Tokens[a.cueAt].Start) {
			return true
		}
	}
	return false
}

// own reports whether an attribution of will or belief stands inside the words
// of the same speaker, who only speaks of themselves there.
func (w *work) own(a *attribution) bool {
	if a.head < 0 || a.cueAt < 0 {
		return false
	}
	v := a.v
	first := v.is(a.head, "i", "we")
	speaks := v.lemma(a.cueAt) == "speak" || v.lemma(a.cueAt) == "talk"
	if a.entry.class == "speech" && !first && !(speaks && v.Tokens[a.head].UPOS == syntax.PRON) {
		return false
	}
	at := v.Tokens[a.cueAt].Start
	me := w.actorOf(v, a.source, a.head)
	for i := range w.all {
		o := &w.all[i]
		if o == a || o.head < 0 || o.v.index > v.index || !w.says(o, at) {
			continue
		}
		if first {
			return true
		}
		ov := o.sourceView()
		them := w.actorOf(ov, o.source, o.head)
		if me != nil && me == them {
			return true
		}
		if me == nil && them == nil && v.Tokens[a.head].UPOS == syntax.PRON && o.v == v && !v.is(a.head, "it") && o.cueAt < a.cueAt {
			return true
		}
	}
	return first && w.inQuote(at)
}

// says reports whether an attribution's content holds byte at.
func (w *work) says(a *attribution, at int) bool {
	for _, s := range a.wide {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	if len(a.wide) > 0 {
		return false
	}
	for _, c := range a.content {
		if a.v.start(c) <= at && at < a.v.end(c) {
			return true
		}
	}
	return false
}

// shadow reports whether a noun that nobody is named for only repeats what a verb
// beside it attributes: "said in a statement that".
func (w *work) shadow(a *attribution) bool {
	if !a.hidden || a.rule != "statement/cue-noun" {
		return false
	}
	for i := range w.all {
		o := &w.all[i]
		if o.v == a.v && o.cueAt != a.cueAt && o.cueAt >= 0 && len(o.content) > 0 && o.content[0] == a.content[0] {
			return true
		}
	}
	return false
}

func (w *work) twice(kept []attribution, a *attribution) bool {
	for i := len(kept) - 1; i >= 0 && kept[i].v == a.v; i-- {
		if kept[i].cueAt == a.cueAt && a.cueAt >= 0 && kept[i].source == a.source {
			return true
		}
	}
	return false
}

// cite reads "X reported …, citing Y": what X said has Y behind it.
func (w *work) cite() {
	for _, v := range w.views {
		if v == nil || !v.Parsed() {
			continue
		}
		for i := range v.Tokens {
			if v.is(i, "citing", "quoting") && v.Tokens[i].Head >= 0 && (v.rel(i) == "advcl" || v.rel(i) == "acl" || v.rel(i) == "parataxis") {
				w.citing(v, i)
			}
		}
	}
}

func (w *work) citing(v *view, i int) {
	obj := v.kid(i, "obj")
	if obj < 0 {
		return
	}
	if w.class(v, obj) == "" && v.Tokens[obj].UPOS != syntax.PROPN {
		return // "citing safety concerns"
	}
	f := &finder{tables: w.tables, v: v}
	a := attribution{v: v, cueAt: i, head: -1, about: -1, cue: stretch{i, i + 1}, rule: "statement/citing",
		entry: &cue{class: "speech", role: "claim", channel: "-"}}
	f.source(&a, obj)
	// The citing clause is no part of what was said.
	hole := stretch{min(v.from[i], i), v.to[i]}
	for n := range w.all {
		o := &w.all[n]
		if o.v != v || o.entry == nil || o.cueAt == i {
			continue
		}
		for c := len(o.content) - 1; c >= 0; c-- {
			if o.content[c].has(i) && len(o.wide) == 0 {
				o.content = append(o.content[:c:c], append(v.cut(o.content[c], hole), o.content[c+1:]...)...)
			}
		}
		if len(o.content) > 0 && (v.Tokens[i].Head == o.cueAt || v.clause(v.Tokens[i].Head) == o.cueAt || o.entry.class == "speech" && o.cueAt < i) {
			a.content, a.wide = o.content, o.wide
			a.vias = append(a.vias, v.Tokens[o.cueAt].Start)
		}
	}
	if len(a.content) == 0 && len(a.wide) == 0 {
		a.content = v.cut(v.whole(v.clause(v.Tokens[i].Head)), hole)
	}
	if len(a.content) > 0 || len(a.wide) > 0 {
		f.found = append(f.found[:0], a)
		f.joined()
		for _, one := range f.found {
			w.insert(one)
		}
	}
}
