package reading

import (
	"sitrep/internal/statement"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// detail fills in how a stance was told, on what terms and since when.
func (p *positionRun) detail(pos *record.Position, s *syntax.Sentence, t statement.Tree, tr trigger, head int, st *record.Statement) {
	c := p.condition(s, t, tr, head)
	if c == "" && st != nil && st.Condition != nil && st.Condition.Start >= s.Start && st.Condition.End <= s.End {
		c = st.Condition.Text
	}
	if c != "" {
		pos.Condition = c
		if pos.Stance == record.Open || pos.Stance == record.Agrees {
			pos.Stance = record.ConditionalStance
		}
	}
	pos.Terms = p.terms(s, t, tr, head)
	if st == nil {
		return
	}
	pos.Statement = st.ID
	switch {
	case st.Source.Actor == pos.Actor && pos.Stance != record.UnclearStance:
		pos.Channel = st.Channel
	case p.feeler(t, tr) && (st.Source.Kind == record.Anonymous || st.Source.Kind == record.Document):
		pos.Channel = record.Private
	}
	if st.Source.Actor == pos.Actor || p.feeler(t, tr) {
		pos.Since = st.Said.From
		if st.Said.To != st.Said.From && st.Said.Bound == "" {
			pos.Until = st.Said.To
		}
	}
}

// feeler reports whether the word of stance is one for what is put out in private.
func (p *positionRun) feeler(t statement.Tree, tr trigger) bool {
	switch t.Lemma(tr.at) {
	case "feeler", "feelers", "overture", "signal":
		return true
	}
	return false
}

// condition finds the clause a stance depends on, at the word of stance or at the
// issue.
func (p *positionRun) condition(s *syntax.Sentence, t statement.Tree, tr trigger, head int) string {
	for i, steps := head, 0; i >= 0 && steps < 6; i, steps = s.Tokens[i].Head, steps+1 {
		for _, k := range t.Kids(i) {
			if r := t.Rel(k); r != "advcl" && r != "obl" && r != "acl" {
				continue
			}
			m := t.Kid(k, "mark", "case")
			from, to := t.Whole(k)
			switch {
			case m >= 0 && t.Is(m, "if", "unless", "provided", "until") || t.Is(k, "provided"):
				if from <= head && head < to {
					continue
				}
				if m >= 0 && t.Is(m-1, "only") && from == m {
					from--
				}
				for to > from+1 && t.Is(to-1, ",", ".", ";") {
					to--
				}
				return s.Span(p.d.doc.Text, from, to).Text
			case m > 0 && t.Is(m-1, "only") && t.Is(m, "when", "after", "once", "on", "under"):
				return s.Span(p.d.doc.Text, min(from, m-1), to).Text
			}
		}
		if i == tr.at {
			break
		}
	}
	return ""
}

// terms finds the phrase that says on what terms: "at the current lines", "along
// the front", "in exchange for gas".
func (p *positionRun) terms(s *syntax.Sentence, t statement.Tree, tr trigger, head int) string {
	for i, steps := head, 0; i >= 0 && steps < 5; i, steps = s.Tokens[i].Head, steps+1 {
		for _, k := range t.Kids(i) {
			if r := t.Rel(k); (r != "obl" && r != "nmod") || k <= head {
				continue
			}
			switch t.Case(k) {
			case "at", "along", "under", "without", "within":
			case "on":
				switch t.Lemma(k) {
				case "term", "condition", "basis", "principle", "line", "understanding":
				default:
					continue // sanctions on somebody
				}
			case "in":
				if !t.Is(k, "exchange", "return") {
					continue
				}
			default:
				continue
			}
			from, to := t.Whole(k)
			if !p.isTime(s.Tokens[k].Start) {
				return s.Span(p.d.doc.Text, from, to).Text
			}
		}
		if i == tr.at {
			break
		}
	}
	return ""
}

// isTime reports whether a phrase whose head begins at byte at tells a time.
func (p *positionRun) isTime(at int) bool {
	for i := range p.d.out.Times {
		if t := &p.d.out.Times[i].Span; t.Start <= at && at < t.End {
			return true
		}
	}
	return false
}

// innermost gives the statement with the shortest content that covers byte at,
// or whose cue does.
func (p *positionRun) innermost(at int) *record.Statement { return innermost(p.d.out, at) }

func innermost(r *record.Reading, at int) *record.Statement {
	best, size := -1, 0
	for i := range r.Statements {
		s := &r.Statements[i]
		n := 0
		for _, c := range s.Content {
			if c.Start <= at && at < c.End {
				n = c.End - c.Start
			}
		}
		if s.Cue != nil && s.Cue.Start <= at && at < s.Cue.End && s.Source.Kind != record.OwnVoice {
			n = 1
		}
		if n > 0 && (best < 0 || n < size) {
			best, size = i, n
		}
	}
	if best < 0 {
		return nil
	}
	return &r.Statements[best]
}
