package statement

import (
	"slices"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// modelRule names the model in what it found.
const modelRule record.RuleID = "statement/model-1"

// least is the confidence below which the model's attributions are left out.
const least = 0.9

// sure is the confidence asked of a cue that the table does not know.
const sure = 0.95

// learned adds what the model finds where the rules find nothing: in sentences
// that hold a word which can attribute, and no attribution yet.
func (w *work) learned(m *Labeller) {
	if m == nil {
		return
	}
	busy := map[int]bool{}
	for i := range w.all {
		a := &w.all[i]
		busy[a.v.index] = true
		for _, s := range a.wide {
			for si := w.doc.SentenceAt(s.Start); si < len(w.views) && w.doc.Sentences[si].Start < s.End; si++ {
				busy[si] = true
			}
		}
	}
	for _, v := range w.views {
		if v == nil || busy[v.index] || !v.Parsed() || v.Kind != syntax.Prose || !w.hints(v) {
			continue
		}
		for _, l := range m.sentence(v, w.doc.Quotes) {
			if a, ok := w.fromModel(v, l); ok {
				w.all = append(w.all, a)
			}
		}
	}
}

// hints reports whether a sentence holds a verb or an adjective that the table of
// cues knows.
func (w *work) hints(v *view) bool {
	for i := range v.Tokens {
		switch v.Tokens[i].UPOS {
		case syntax.VERB:
			if w.verbs[v.lemma(i)] != nil {
				return true
			}
		case syntax.ADJ:
			if w.adjectives[v.lemma(i)] != nil {
				return true
			}
		}
	}
	return false
}

// fromModel turns the model's spans into an attribution. The model's cues hold
// auxiliaries and adverbs; ours are the words that attribute.
func (w *work) fromModel(v *view, l Labelled) (attribution, bool) {
	if l.cue.empty() || len(l.content) == 0 || len(l.source) == 0 || l.Confidence < least {
		return attribution{}, false
	}
	m := &marks{view: v}
	at := m.spanHead(l.cue)
	words := 0
	for _, c := range l.content {
		words += c.to - c.from
	}
	if w.verbModality(v, at, false) == record.Unclear {
		return attribution{}, false // "whether X would agree"
	}
	if f := (&finder{tables: w.tables, v: v}); words < 3 || f.unspoken(at) || !nominal(v.Tokens[m.spanHead(l.source[0])].UPOS) {
		return attribution{}, false
	}
	a := attribution{v: v, cueAt: at, cue: l.cue, about: -1, rule: modelRule, confidence: l.Confidence, content: slices.Clone(l.content)}
	for a.cue.from < at && (v.Tokens[a.cue.from].UPOS == syntax.AUX || v.Tokens[a.cue.from].UPOS == syntax.ADV || v.Tokens[a.cue.from].UPOS == syntax.PART) {
		a.cue.from++
	}
	a.source = v.trim(l.source[0])
	if a.source.empty() {
		return attribution{}, false
	}
	a.head = m.spanHead(a.source)
	switch v.Tokens[at].UPOS {
	case syntax.VERB:
		a.entry = w.verbs[v.lemma(at)]
	case syntax.NOUN:
		a.entry = w.nouns[v.lemma(at)]
	case syntax.ADJ:
		a.entry = w.adjectives[v.lemma(at)]
	}
	if a.entry == nil {
		if l.Confidence < sure {
			return attribution{}, false
		}
		a.entry = &cue{class: "thought", role: record.Claim, channel: "-"}
	}
	if f := (&finder{tables: w.tables, v: v}); !a.entry.takes('n') && a.entry.frames != "" && !f.clausal(l.content[0]) {
		return attribution{}, false // a verb that takes clauses, and a thing: "noted the number"
	}
	if f := (&finder{tables: w.tables, v: v}); a.entry.role == record.Offer && !f.matter(&a, m.spanHead(l.content[0])) {
		return attribution{}, false // condolences, tea
	}
	if v.lemma(at) == "cite" {
		return attribution{}, false // who is cited is for the rules
	}
	if a.entry.role == record.Demand && v.lemma(at) == "call" {
		a.entry = &cue{class: "speech", role: record.Claim, channel: "-"} // "called it a mistake"
	}
	return a, true
}
