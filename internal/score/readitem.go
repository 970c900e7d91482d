package score

import (
	"slices"
	"strings"

	"sitrep/record"
)

// item reports whether a figure, event, line claim, time or place of the gold
// file was found with all the fields that the gold file gives.
func (c *compared) item(kind string, g goldItem) bool {
	switch kind {
	case "figures":
		return slices.ContainsFunc(c.out.Figures, func(f record.Figure) bool { return c.figure(g, f) })
	case "events":
		return slices.ContainsFunc(c.out.Events, func(e record.Event) bool { return c.event(g, e) })
	case "line":
		return slices.ContainsFunc(c.out.Line, func(l record.LineClaim) bool { return c.line(g, l) })
	case "times":
		return slices.ContainsFunc(c.out.Times, func(t record.Time) bool {
			return quotedAt(c.text, g.Quote, t.Span) && g.is("value", t.Value)
		})
	}
	return slices.ContainsFunc(c.out.Places, func(p record.Place) bool {
		return quotedAt(c.text, g.Quote, p.Span) && g.is("country", p.Country) && g.is("admin1", p.Admin1)
	})
}

// is compares a text field; one that the gold file leaves out agrees.
func (g goldItem) is(field, value string) bool {
	want, ok := g.fields[field].(string)
	return !ok || want == value
}

func (g goldItem) number(field string, value *float64) bool {
	want, ok := g.fields[field].(float64)
	return !ok || value != nil && *value == want
}

func (c *compared) figure(g goldItem, f record.Figure) bool {
	if !quotedAt(c.text, g.Quote, f.Span) && !c.inside(g.Quote, f.Span) {
		return false
	}
	if r, ok := g.fields["restated"].(map[string]any); ok {
		if f.Restated == nil || r["value"] != f.Restated.Value || r["unit"] != f.Restated.Unit || r["agrees"] != f.Restated.Agrees {
			return false
		}
	}
	if id, ok := g.fields["statement"].(string); ok && !c.oneOf([]string{id}, f.Statement) {
		return false
	}
	return g.is("measure", f.Measure) && g.is("population", f.Population) && g.is("bound", f.Bound) && g.is("unit", f.Unit) &&
		g.is("kind", f.Kind) && g.is("direction", f.Direction) && g.is("since", string(f.Since)) &&
		g.number("value", f.Value) && g.number("low", f.Low) && g.number("high", f.High)
}

// inside reports whether a span lies within an occurrence of the quoted text:
// a gold figure quotes the words around its number too.
func (c *compared) inside(quote string, s record.Span) bool {
	i := strings.Index(c.text, quote)
	return i >= 0 && s.Start >= i && s.End <= i+len(quote)
}

func (c *compared) event(g goldItem, e record.Event) bool {
	if !quotedAt(c.text, g.Quote, e.Span) && !c.inside(g.Quote, e.Span) {
		return false
	}
	if want, ok := g.fields["actors"].([]any); ok {
		for _, w := range want {
			if code, _ := w.(string); !hasParty(e.Actor, code) {
				return false
			}
		}
	}
	if want, ok := g.fields["actor"].(string); ok && !hasParty(e.Actor, want) {
		return false
	}
	if want, ok := g.fields["recipient"].(string); ok && !hasParty(e.Recipient, want) {
		return false
	}
	if want, ok := g.fields["place"].(string); ok && !c.placed(want, e.Place) {
		return false
	}
	return g.is("type", e.Type) && g.is("mode", e.Mode) && g.is("date", string(e.Date.From))
}

func hasParty(parties []record.Party, code string) bool {
	return slices.ContainsFunc(parties, func(p record.Party) bool { return p.Code == code || p.Name == code })
}

func (c *compared) placed(name string, id record.ID) bool {
	return slices.ContainsFunc(c.out.Places, func(p record.Place) bool {
		return p.ID == id && (p.Name == name || strings.Contains(p.Span.Text, name) || strings.Contains(p.Country, name))
	})
}

func (c *compared) line(g goldItem, l record.LineClaim) bool {
	if !quotedAt(c.text, g.Quote, l.Span) && !c.inside(g.Quote, l.Span) {
		return false
	}
	if want, ok := g.fields["actor"].(string); ok && l.Code != want && !c.named(want, l.Actor, "") {
		return false
	}
	return g.is("claim", l.Claim) && g.number("value", l.Value) && g.is("unit", l.Unit) && g.is("bound", l.Bound) && g.is("since", string(l.Since))
}
