package web

import (
	"sitrep/record"
)

// card is one record as the page lists it.
type card struct {
	ID     string
	Class  string // as mark.class, with "position" and "conflict"
	Title  string // the record in plain words
	Chips  []chip
	Quotes []record.Span
	Rows   []rowOf
	Chain  []link   // from the nearest hop to the source
	Links  []linked // statements it is about, or that are about it
	Nested []card
	Rule   string
	Map    string // address of a small map, "" for none
}

// chip is a short label with its explanation.
type chip struct{ Class, Text, Long string }

// rowOf is one field of a record.
type rowOf struct{ Name, Value string }

// link is one hop of a chain; ID leads to a statement, "" for an outlet.
type link struct {
	Text, Cue, ID string
	Also          []link // hops beside it: "and" in words
}

// linked are records that stand beside this one, and why.
type linked struct {
	Why string
	To  []link
}

// section is a list of cards under a heading.
type section struct {
	ID, Title, Hint string
	Cards           []card
	Folded          bool
}

// sections lays out a reading as lists of cards.
func (w words) sections(r *record.Reading) []section {
	own, said := w.statements(r)
	all := []section{
		{ID: "conflicts", Title: "Does not agree", Hint: "Records of this report that contradict each other.", Cards: w.conflicts(r)},
		{ID: "statements", Title: "Who said what", Hint: "Statements, with those they reached us through around them.", Cards: said},
		{ID: "positions", Title: "Positions", Hint: "Where each actor is said to stand.", Cards: w.positions(r)},
		{ID: "figures", Title: "Figures", Hint: "Numbers with their bounds.", Cards: w.figures(r)},
		{ID: "events", Title: "Who did what to whom", Hint: "In the order of the text, in PLOVER types.", Cards: w.events(r)},
		{ID: "line", Title: "The line", Hint: "What is said about where control divides.", Cards: w.line(r)},
		{ID: "places", Title: "Places", Cards: w.places(r)},
		{ID: "times", Title: "Times", Cards: w.times(r)},
		{ID: "own", Title: "In the outlet's own voice", Hint: "Everything nobody else is named for.", Cards: own, Folded: true},
	}
	kept := all[:0]
	for _, s := range all {
		if len(s.Cards) > 0 {
			kept = append(kept, s)
		}
	}
	return kept
}

func (w words) chip(group, label string) chip {
	return chip{Class: group + "-" + label, Text: w.g.Short(group, label), Long: w.g.Long(group, label)}
}

func (w words) conflicts(r *record.Reading) []card {
	var out []card
	for _, c := range r.Conflicts {
		k := card{ID: string(c.ID), Class: "conflict", Title: w.g.Short("conflict", c.Kind), Rule: string(c.Rule)}
		k.Rows = append(k.Rows, rowOf{"why", c.Why})
		var to []link
		for _, id := range c.Between {
			to = append(to, link{Text: w.describe(r, id), ID: id})
		}
		k.Links = []linked{{"between", to}}
		out = append(out, k)
	}
	return out
}

// describe tells a record in a few words, by its id.
func (w words) describe(r *record.Reading, id string) string {
	if s := r.Statement(record.StatementID(id)); s != nil {
		return "what " + w.source(s.Source) + " " + cueWord(s)
	}
	for _, f := range r.Figures {
		if string(f.ID) == id {
			return w.figure(f)
		}
	}
	for _, p := range r.Positions {
		if string(p.ID) == id {
			return w.g.Short("issue", p.Issue) + ": " + w.g.Short("stance", string(p.Stance)) + ", " + w.g.Short("channel", string(p.Channel))
		}
	}
	return id
}

func cueWord(s *record.Statement) string {
	if s.Cue == nil {
		return "said"
	}
	return "“" + s.Cue.Text + "”"
}

func (w words) positions(r *record.Reading) []card {
	var out []card
	for _, p := range r.Positions {
		name := p.Name
		if a := r.Actor(p.Actor); name == "" && a != nil {
			name = a.Name
		}
		k := card{ID: string(p.ID), Class: "position", Title: name + " on " + w.g.Short("issue", p.Issue),
			Quotes: []record.Span{p.Span}, Rule: string(p.Rule)}
		k.Chips = append(k.Chips, w.chip("stance", string(p.Stance)), w.chip("channel", string(p.Channel)))
		k.Rows = rows("terms", p.Terms, "condition", p.Condition, "since", string(p.Since), "until", string(p.Until))
		k.Links = w.hung(r, p.Statement)
		out = append(out, k)
	}
	return out
}

// hung links a record to the statement it hangs from.
func (w words) hung(r *record.Reading, id record.StatementID) []linked {
	s := r.Statement(id)
	if s == nil {
		return nil
	}
	return []linked{{"said by", []link{{Text: w.source(s.Source), ID: string(id)}}}}
}

// rows pairs names and values, leaving out what is absent.
func rows(pairs ...string) []rowOf {
	var out []rowOf
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, rowOf{pairs[i], pairs[i+1]})
		}
	}
	return out
}
