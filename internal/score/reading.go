package score

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/record"
)

// tally counts what was found of what the gold file holds.
type tally struct {
	Found int `json:"found"`
	Gold  int `json:"gold"`
}

// compared is one reading compared with its gold file.
type compared struct {
	text    string
	gold    *goldReading
	out     *record.Reading
	by      map[string]int // gold statement id → index of the statement found for it
	tallies map[string]*tally
	missing []string
}

// ReadingTask measures a whole reading against gold files in the manner of the
// seed's, by their own rules: {found, gold} for each kind, the fields of the
// statements that were found, what is missing, and what must not be there.
func ReadingTask(a Args) (Metrics, error) {
	m := Metrics{}
	total := map[string]*tally{}
	missing := []string{}
	for _, path := range goldFiles(a.Gold) {
		g, text, err := openGold(path)
		if err != nil {
			return nil, err
		}
		out := a.Reader.Read(reading.Input{Text: text, Published: g.Published, Outlet: g.Outlet})
		if a.Predictions != nil {
			if err := json.NewEncoder(a.Predictions).Encode(out); err != nil {
				return nil, fault.New(fault.Other, "score.reading", "predictions", err)
			}
		}
		c := &compared{text: text, gold: g, out: out, by: map[string]int{}, tallies: total}
		c.all()
		missing = append(missing, c.missing...)
	}
	for k, t := range total {
		m[k] = *t
	}
	m["missing"] = missing
	return m, nil
}

func (c *compared) all() {
	c.statements()
	c.positions()
	c.conflicts()
	c.cautions()
	for _, k := range [...]struct {
		name  string
		items []goldItem
	}{{"figures", c.gold.Figures}, {"events", c.gold.Events}, {"line", c.gold.Line}, {"times", c.gold.Times}, {"places", c.gold.Places}} {
		for _, g := range k.items {
			c.count(k.name, c.item(k.name, g), fmt.Sprintf("%s: %s", k.name, g.Quote))
		}
	}
	c.mustNot()
}

// count adds one gold item to its kind.
func (c *compared) count(kind string, found bool, what string) {
	t := c.tallies[kind]
	if t == nil {
		t = &tally{}
		c.tallies[kind] = t
	}
	t.Gold++
	if found {
		t.Found++
	} else {
		c.missing = append(c.missing, what)
	}
}

func (c *compared) statements() {
	for _, g := range c.gold.Statements {
		best := -1
		for i := range c.out.Statements {
			s := &c.out.Statements[i]
			if c.sameStatement(&g, s) && (best < 0 || c.agree(&g, s) > c.agree(&g, &c.out.Statements[best])) {
				best = i
			}
		}
		c.count("statements", best >= 0, "statement "+g.ID+": "+c.why(&g))
		if best >= 0 {
			c.by[g.ID] = best
		}
	}
	for _, g := range c.gold.Statements {
		i, ok := c.by[g.ID]
		if !ok {
			continue
		}
		s := &c.out.Statements[i]
		c.count("channel", string(s.Channel) == g.Channel, fmt.Sprintf("channel of %s: %s, not %s", g.ID, s.Channel, g.Channel))
		c.count("modality", string(s.Modality) == g.Modality, fmt.Sprintf("modality of %s: %s, not %s", g.ID, s.Modality, g.Modality))
		c.count("actor", c.sameActor(g.Actor, s), fmt.Sprintf("actor of %s: %s %s", g.ID, s.Source.Actor, s.Source.Code))
		if g.Count != nil {
			c.count("count", s.Source.Count == *g.Count, "count of "+g.ID)
		}
		if g.Said != nil {
			c.count("said", s.Said == *g.Said, fmt.Sprintf("said of %s: %v", g.ID, s.Said))
		}
		c.count("chains", c.sameChain(g.Chain, s), fmt.Sprintf("chain of %s: %v", g.ID, s.Chain))
	}
}

// sameStatement asks for source, kind, cue and content.
func (c *compared) sameStatement(g *goldStatement, s *record.Statement) bool {
	return string(s.Source.Kind) == g.Kind && quotedAt(c.text, g.Source, s.Source.Span) &&
		s.Cue != nil && quotedAt(c.text, g.Cue, *s.Cue) && c.sameContent(g.Content, s)
}

func (c *compared) sameContent(quote string, s *record.Statement) bool {
	for _, p := range s.Content {
		if quotedAt(c.text, quote, p) {
			return true
		}
	}
	return len(s.Content) > 1 && quotedAt(c.text, quote, record.Cut(c.text, s.Content[0].Start, s.Content[len(s.Content)-1].End))
}

// agree counts the fields on which two statements agree, to choose among several.
func (c *compared) agree(g *goldStatement, s *record.Statement) int {
	n := 0
	if string(s.Channel) == g.Channel {
		n++
	}
	if string(s.Modality) == g.Modality {
		n++
	}
	if c.sameActor(g.Actor, s) {
		n++
	}
	return n
}

// why names the part of a gold statement that nothing matches.
func (c *compared) why(g *goldStatement) string {
	for i := range c.out.Statements {
		s := &c.out.Statements[i]
		if s.Cue == nil || !c.sameContent(g.Content, s) {
			continue
		}
		return fmt.Sprintf("nearest has source %q (%s), cue %q", s.Source.Text, s.Source.Kind, s.Cue.Text)
	}
	return "no statement has its content"
}

func (c *compared) sameActor(want *string, s *record.Statement) bool {
	if want == nil {
		return true
	}
	a := c.out.Actor(s.Source.Actor)
	return a != nil && (a.Name == *want || hasCode(a.Code, *want)) || hasCode(s.Source.Code, *want) || s.Source.Name == *want
}

func hasCode(code, want string) bool { return slices.Contains(strings.Fields(code), want) }

// sameChain compares the links: statements of the gold chain by their ids,
// outlets by name.
func (c *compared) sameChain(gold []json.RawMessage, s *record.Statement) bool {
	if len(gold) != len(s.Chain) {
		return false
	}
	for _, raw := range gold {
		var id string
		var hop record.Hop
		if json.Unmarshal(raw, &id) == nil {
			i, ok := c.by[id]
			if !ok || !slices.ContainsFunc(s.Chain, func(h record.Hop) bool { return h.Statement == c.out.Statements[i].ID }) {
				return false
			}
		} else if json.Unmarshal(raw, &hop) == nil {
			if !slices.ContainsFunc(s.Chain, func(h record.Hop) bool {
				return strings.EqualFold(h.Outlet, hop.Outlet) && (hop.Cue == "" || strings.EqualFold(h.Cue, hop.Cue))
			}) {
				return false
			}
		}
	}
	return true
}
