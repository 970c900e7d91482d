package web

import (
	"slices"
	"strings"

	"sitrep/record"
)

// statements gives the outlet's own statements and those of others, the latter
// nested in the statements through which they reached us.
func (w words) statements(r *record.Reading) (own, said []card) {
	parent := map[record.StatementID]record.StatementID{}
	for i := range r.Statements {
		for _, h := range r.Statements[i].Chain {
			if h.Statement != "" && h.Statement != r.Statements[i].ID && r.Statement(h.Statement) != nil {
				parent[r.Statements[i].ID] = h.Statement
				break
			}
		}
	}
	children := map[record.StatementID][]*record.Statement{}
	for i := range r.Statements {
		s := &r.Statements[i]
		if p, ok := parent[s.ID]; ok {
			children[p] = append(children[p], s)
		}
	}
	var build func(s *record.Statement, depth int) card
	build = func(s *record.Statement, depth int) card {
		k := w.statement(r, s)
		for _, c := range children[s.ID] {
			if depth < 6 { // a chain is never this long; a circle would be
				k.Nested = append(k.Nested, build(c, depth+1))
			}
		}
		return k
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		switch {
		case parent[s.ID] != "":
		case s.Source.Kind == record.OwnVoice:
			own = append(own, build(s, 0))
		default:
			said = append(said, build(s, 0))
		}
	}
	return own, said
}

func (w words) statement(r *record.Reading, s *record.Statement) card {
	k := card{ID: string(s.ID), Class: "statement", Title: w.source(s.Source), Quotes: s.Content, Rule: string(s.Rule)}
	if s.Channel != record.UnknownChannel {
		k.Chips = append(k.Chips, w.chip("channel", string(s.Channel)))
	}
	if s.Role != record.Claim && s.Role != "" {
		k.Chips = append(k.Chips, w.chip("role", string(s.Role)))
	}
	if s.Modality != record.Asserted && s.Modality != "" {
		k.Chips = append(k.Chips, w.chip("modality", string(s.Modality)))
	}
	if s.Negated {
		k.Chips = append(k.Chips, chip{Class: "negated", Text: "not", Long: "What is said is denied, or said not to be so."})
	}
	cue := ""
	if s.Cue != nil {
		cue = s.Cue.Text
	}
	k.Rows = rows("source", w.sourceNotes(s.Source), "cue", cue, "told", w.g.Short("quoted", s.Quoted),
		"said", w.when(s.Said), "probability", s.Probability)
	if s.Condition != nil {
		k.Rows = append(k.Rows, rowOf{"if", s.Condition.Text})
	}
	if s.Confidence > 0 {
		k.Rows = append(k.Rows, rowOf{"confidence", percent(s.Confidence)})
	}
	k.Chain = w.chain(r, s)
	k.Links = w.about(r, s)
	return k
}

// chain draws how a statement reached us: the outlet, the hops, the source.
func (w words) chain(r *record.Reading, s *record.Statement) []link {
	if s.Source.Kind == record.OwnVoice {
		return nil
	}
	outlet := r.Report.Outlet
	if outlet == "" {
		outlet = "this report"
	}
	all := append(append([]link{{Text: outlet}}, w.hops(r, s, 0)...), link{Text: w.source(s.Source), ID: string(s.ID)})
	// A hop that the source's own chain names again is drawn once.
	return slices.CompactFunc(all, func(a, b link) bool { return a.Text == b.Text && len(a.Also)+len(b.Also) == 0 })
}

// hops lists the links between the outlet and a statement. Statements of one
// chain stand side by side: each is a way by which it reached us.
func (w words) hops(r *record.Reading, s *record.Statement, depth int) []link {
	var out []link
	var beside *link
	for _, h := range s.Chain {
		up := r.Statement(h.Statement)
		switch {
		case h.Outlet != "":
			out = append(out, link{Text: h.Outlet, Cue: h.Cue})
		case up == nil || up.ID == s.ID || depth > 5:
		case beside == nil || w.through(up, *beside):
			out = append(append(out, w.hops(r, up, depth+1)...), link{Text: w.source(up.Source), ID: string(up.ID)})
			beside = &out[len(out)-1]
		default:
			beside.Also = append(beside.Also, link{Text: w.source(up.Source), ID: string(up.ID)})
		}
	}
	return out
}

// through reports whether a statement reached us by a hop: then it stands behind
// it in the chain, not beside it.
func (w words) through(s *record.Statement, by link) bool {
	for _, h := range s.Chain {
		if h.Outlet != "" && strings.EqualFold(h.Outlet, by.Text) || h.Statement != "" && string(h.Statement) == by.ID {
			return true
		}
	}
	return false
}

// about lists what a statement doubts or denies, and who doubts or denies it.
func (w words) about(r *record.Reading, s *record.Statement) []linked {
	var out []linked
	var to []link
	for _, id := range s.About {
		if r.Statement(id) != nil {
			to = append(to, link{Text: w.describe(r, string(id)), ID: string(id)})
		}
	}
	if len(to) > 0 {
		out = append(out, linked{"is about", to})
	}
	for i := range r.Statements {
		o := &r.Statements[i]
		for _, id := range o.About {
			if id == s.ID {
				why := "doubted by"
				if o.Role == record.Denial {
					why = "denied by"
				}
				out = append(out, linked{why, []link{{Text: w.source(o.Source), ID: string(o.ID)}}})
			}
		}
	}
	return out
}
