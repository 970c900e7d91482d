package score

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sitrep/record"
)

func (c *compared) positions() {
	for _, g := range c.gold.Positions {
		c.count("positions", c.position(&g) >= 0, fmt.Sprintf("position: %s on %s %s (%s) %s %s", g.Actor, g.Issue, g.Stance, g.Channel, g.Since, g.Terms))
	}
}

func (c *compared) position(g *goldPosition) int {
	for i := range c.out.Positions {
		p := &c.out.Positions[i]
		if !c.named(g.Actor, p.Actor, p.Name) || p.Issue != g.Issue || string(p.Stance) != g.Stance || string(p.Channel) != g.Channel {
			continue
		}
		if g.Since != "" && p.Since != g.Since || g.Until != "" && p.Until != g.Until {
			continue
		}
		if g.Terms != "" && !strings.Contains(p.Terms, g.Terms) || g.Condition != "" && !strings.Contains(p.Condition, g.Condition) {
			continue
		}
		if g.Quote != "" && !quotedAt(c.text, g.Quote, p.Span) && !c.statementHolds(p.Statement, g.Quote) {
			continue
		}
		if len(g.Statements) > 0 && !c.oneOf(g.Statements, p.Statement) {
			continue
		}
		return i
	}
	return -1
}

// named reports whether an actor is the one a gold file names or gives a code for.
func (c *compared) named(want string, id record.ActorID, name string) bool {
	if want == "" || strings.EqualFold(name, want) {
		return true
	}
	a := c.out.Actor(id)
	return a != nil && (strings.EqualFold(a.Name, want) || hasCode(a.Code, want))
}

func (c *compared) statementHolds(id record.StatementID, quote string) bool {
	s := c.out.Statement(id)
	if s == nil {
		return false
	}
	i := strings.Index(c.text, quote)
	return i >= 0 && s.Span.Start <= i && i+len(quote) <= s.Span.End
}

// oneOf reports whether a statement is one of those found for gold ids.
func (c *compared) oneOf(ids []string, id record.StatementID) bool {
	for _, g := range ids {
		if i, ok := c.by[g]; ok && c.out.Statements[i].ID == id {
			return true
		}
	}
	return false
}

func (c *compared) conflicts() {
	for _, g := range c.gold.Conflicts {
		found := false
		for i := range c.out.Conflicts {
			k := &c.out.Conflicts[i]
			if k.Kind == g.Kind && (g.Issue == "" || k.Issue == g.Issue) && c.named(g.Actor, k.Actor, "") && c.between(k, g.Statements) {
				found = true
			}
		}
		c.count("conflicts", found, fmt.Sprintf("conflict: %s on %s, %s", g.Actor, g.Issue, g.Kind))
	}
}

// between reports whether a conflict holds all the statements named, by
// themselves or through positions that hang from them.
func (c *compared) between(k *record.Conflict, ids []string) bool {
	for _, g := range ids {
		i, ok := c.by[g]
		if !ok {
			return false
		}
		want := c.out.Statements[i].ID
		if !slices.ContainsFunc(k.Between, func(id string) bool {
			if id == string(want) {
				return true
			}
			for _, p := range c.out.Positions {
				if string(p.ID) == id && p.Statement == want {
					return true
				}
			}
			return false
		}) {
			return false
		}
	}
	return true
}

func (c *compared) cautions() {
	for _, g := range c.gold.Cautions {
		i, ok := c.by[g.Statement]
		found := ok && c.out.Statements[i].Role != record.Claim
		if found {
			for _, id := range g.About {
				j, ok := c.by[id]
				found = found && ok && slices.Contains(c.out.Statements[i].About, c.out.Statements[j].ID)
			}
			if g.Condition != "" {
				s := c.out.Statements[i]
				found = found && s.Condition != nil && quotedAt(c.text, g.Condition, *s.Condition)
			}
		}
		c.count("cautions", found, "caution "+g.Statement+": "+g.Quote+g.Condition)
	}
}

// mustNot counts what a gold file forbids and can be checked by its words: parts
// of dates taken for figures, positions of an actor other than one stance, events
// in a hypothetical, a source that is only a link.
func (c *compared) mustNot() {
	for _, rule := range c.gold.MustNot {
		c.count("must_not", !c.breaks(rule), "must not: "+rule)
	}
}

var quotedWords = regexp.MustCompile(`'([^']+)'`)

func (c *compared) breaks(rule string) bool {
	switch {
	case strings.HasPrefix(rule, "a figure for"):
		for _, f := range c.out.Figures {
			for _, t := range c.out.Times {
				if t.Span.Covers(f.Span) {
					return true
				}
			}
		}
	case strings.HasPrefix(rule, "a position of"):
		return c.breaksPosition(rule)
	case strings.HasPrefix(rule, "an event for"):
		q := quotedWords.FindStringSubmatch(rule)
		if q == nil {
			return false
		}
		at := strings.Index(c.text, q[1])
		for _, e := range c.out.Events {
			if at >= 0 && e.Span.Start >= at && e.Span.End <= at+len(q[1]) && (e.Modality == record.Asserted || e.Modality == "") {
				return true
			}
		}
	case strings.Contains(rule, "attributed to the") && strings.Contains(rule, "as its source"):
		id, _, _ := strings.Cut(rule, " ")
		name := between(rule, "attributed to the ", " as its source")
		if i, ok := c.by[id]; ok {
			return strings.Contains(c.out.Statements[i].Source.Text, name) || strings.Contains(c.out.Statements[i].Source.Name, name)
		}
	case strings.Contains(rule, "closing opinion"):
		last := c.out.Report.Title
		_ = last
		return c.closing()
	}
	return false
}

func (c *compared) breaksPosition(rule string) bool {
	names := strings.Split(between(rule, "a position of ", " that is"), " or ")
	words := strings.Fields(rule)
	only := record.Stance(words[len(words)-1])
	for _, p := range c.out.Positions {
		a := c.out.Actor(p.Actor)
		for _, n := range names {
			if p.Stance != only && (strings.Contains(p.Name, n) || a != nil && (a.Name == n || strings.HasSuffix(a.Name, n))) {
				return true
			}
		}
	}
	return false
}

// closing reports whether the last paragraph, where it is the article's own
// opinion, is attributed to somebody by a verb of speech.
func (c *compared) closing() bool {
	end := strings.LastIndex(strings.TrimSpace(c.text), "\n\n")
	body := strings.TrimSpace(c.text[:max(end, 0)])
	start := strings.LastIndex(body, "\n\n")
	for _, s := range c.out.Statements {
		if s.Source.Kind == record.Named && s.Span.Start > start && s.Span.End <= len(body) && s.Cue != nil && s.Rule == "statement/cue-verb" {
			return true
		}
	}
	return false
}

func between(s, a, b string) string {
	_, s, _ = strings.Cut(s, a)
	s, _, _ = strings.Cut(s, b)
	return s
}
