package statement

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// ownVoice makes the rest a statement of the outlet: of each sentence the longest
// runs of words that no attributed statement covers, where they hold a predicate.
func (w *work) ownVoice() {
	taken := make([]record.Span, 0, 2*len(w.out))
	n := len(w.out)
	for i := 0; i < n; i++ {
		s := &w.out[i]
		taken = append(taken, s.Content...)
		if s.Cue != nil {
			taken = append(taken, *s.Cue)
		}
		if !s.Source.Empty() {
			taken = append(taken, s.Source.Span)
		}
	}
	for _, v := range w.views {
		if v == nil || v.Kind == syntax.Boilerplate {
			continue
		}
		w.rest(v, taken)
	}
}

func (w *work) rest(v *view, taken []record.Span) {
	var near []record.Span
	for _, t := range taken {
		if t.Start < v.End && t.End > v.Start {
			near = append(near, t)
		}
	}
	from := v.Body
	flush := func(to int) {
		s := w.tidy(v, v.trim(stretch{from, to}), len(near) > 0)
		if len(near) == 0 || w.tells(v, s) {
			w.voice(v, s)
		}
	}
	for i := v.Body; i < len(v.Tokens); i++ {
		covered := false
		for _, t := range near {
			covered = covered || t.Start < v.Tokens[i].End && v.Tokens[i].Start < t.End
		}
		if covered {
			if from < i {
				flush(i)
			}
			from = i + 1
		}
	}
	if from < len(v.Tokens) {
		flush(len(v.Tokens))
	}
}

// tidy drops, from words left over between attributions, what belongs to them: up
// to the first mark or conjunction, and conjunctions and prepositions at the end.
func (w *work) tidy(v *view, s stretch, beside bool) stretch {
	if !beside || s.empty() {
		return s
	}
	if s.from > v.Body && (!v.loose(s.from-1) || v.is(s.from-1, "-")) && v.Tokens[s.from-1].UPOS != syntax.CCONJ && !(quoteMark(v.Tokens[s.from-1].Text) && s.from > 1 && v.loose(s.from-2)) {
		for s.from < s.to && !v.loose(s.from) && v.Tokens[s.from].UPOS != syntax.CCONJ {
			s.from++
		}
		s = v.trim(s)
	}
	if !s.empty() && s.from > v.Body && v.Tokens[s.from].UPOS == syntax.SCONJ {
		return stretch{} // a clause that hangs from what was said
	}
	for !s.empty() && (v.Tokens[s.to-1].UPOS == syntax.ADP && !v.is(s.to-1, "to") || v.Tokens[s.to-1].UPOS == syntax.SCONJ || v.Tokens[s.to-1].XPOS == "WRB" || v.loose(s.to-1) || v.is(s.to-1, "that", "which", "who", "what")) {
		s.to--
	}
	return s
}

// tells reports whether words left over tell something by themselves: they hold
// a finite predicate with its subject.
func (w *work) tells(v *view, s stretch) bool {
	if s.to-s.from < 4 || v.Tokens[s.from].XPOS == "WP" || v.Tokens[s.from].XPOS == "WDT" || v.is(s.from, "who", "which") || v.is(s.from+1, "which", "whom") && v.Tokens[s.from].UPOS == syntax.ADP {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if !v.verbal(i) || i == s.to-1 && v.is(i, "quoted", "quotes", "cited") {
			continue // "the Herald quoted" is a hop of what follows
		}
		if k := v.kid(i, "nsubj", "nsubj:pass", "expl"); k >= 0 && s.has(k) {
			return true
		}
	}
	return false
}

func (w *work) voice(v *view, s stretch) {
	if s.empty() {
		return
	}
	content := v.Span(v.text, s.from, s.to)
	out := record.Statement{
		Span: content, Sentence: v.index, Content: []record.Span{content}, Channel: record.Public,
		Modality: record.Asserted, Role: record.Claim, Quoted: "indirect", Rule: "statement/own-voice",
		Source: record.Source{Kind: record.OwnVoice, Name: w.report.Outlet},
	}
	if w.inQuote(content.Start) && w.inQuote(content.End-1) {
		out.Source, out.Channel, out.Quoted, out.Rule = record.Source{Kind: record.Unresolved}, record.UnknownChannel, "direct", "statement/quote-alone"
	}
	if hop := w.wire(); hop.Outlet != "" && out.Source.Kind == record.OwnVoice {
		out.Chain = []record.Hop{hop}
	}
	out.ID = record.NewStatementID(w.report.ID, content, record.Span{}, record.Span{})
	if v.Parsed() {
		a := &attribution{v: v, cueAt: -1}
		if cv, h := w.contentHead(&out, a); h >= 0 {
			out.Modality = w.verbModality(cv, h, true)
			if out.Modality == record.Future && would(cv, h) {
				out.Modality = record.Conditional // nobody reports it: "would be a drain"
			}
			if cv.lemma(h) == "clear" && cv.negated(h) || cv.is(h, "unclear", "uncertain", "unknown") {
				out.Modality = record.Unclear
			}
			out.Probability = probability(cv, h)
			if c := w.condition(cv, h, a); c >= 0 {
				out.Condition = w.conditionSpan(cv, c, &out)
				if out.Modality == record.Asserted || out.Modality == record.Future {
					out.Modality = record.Conditional
				}
			}
		}
	}
	w.out = append(w.out, out)
	w.from = append(w.from, nil)
}

// would reports whether a predicate's auxiliary is "would".
func would(v *view, h int) bool {
	for _, k := range v.kids(h) {
		if v.rel(k) == "aux" && v.is(k, "would", "'d", "’d") {
			return true
		}
	}
	return false
}

// wire gives the agency that a dateline credits ("VELSK, May 3 (Reuters) —") where
// another outlet published it: what is told then reached the outlet through it.
func (w *work) wire() record.Hop {
	for _, v := range w.views[:min(len(w.views), 4)] {
		if v == nil {
			continue
		}
		for i := 1; i < v.Body; i++ {
			name := v.Tokens[i].Text
			if v.is(i-1, "(") && outletWords[strings.ToLower(name)] && !strings.EqualFold(name, w.report.Outlet) {
				return record.Hop{Outlet: name, Cue: "(" + name + ")"}
			}
		}
	}
	return record.Hop{}
}
