package web

import (
	"math"
	"strconv"
	"strings"

	"sitrep/internal/glossary"
	"sitrep/record"
)

// words turns records into plain words, through the glossary.
type words struct{ g *glossary.Glossary }

// figure tells a figure in words: "more than 10,000 civilians killed".
func (w words) figure(f record.Figure) string {
	var b []string
	if f.Kind == "change" && f.Direction != "" {
		b = append(b, w.g.Short("direction", f.Direction))
	}
	b = append(b, w.amount(f))
	counted := f.Unit == "people" || f.Unit == "items" || f.Unit == ""
	if counted && f.Population != "" {
		b = append(b, w.g.Short("population", f.Population))
	}
	if f.Measure != "" {
		b = append(b, w.g.Short("measure", f.Measure))
	}
	if !counted && f.Population != "" {
		b = append(b, "("+w.g.Short("population", f.Population)+")")
	}
	return strings.Join(b, " ")
}

// amount tells the number, its bound and its unit.
func (w words) amount(f record.Figure) string {
	bound := ""
	if f.Bound != "exact" && f.Bound != "" {
		bound = w.g.Short("bound", f.Bound) + " "
	}
	unit := w.unit(f.Unit, f.Population)
	switch {
	case f.Value != nil:
		return bound + number(*f.Value) + unit
	case f.Low != nil && f.High != nil:
		return bound + number(*f.Low) + " and " + number(*f.High) + unit
	case f.Low != nil:
		return "at least " + number(*f.Low) + unit
	case f.High != nil:
		return "at most " + number(*f.High) + unit
	}
	return "an untold number"
}

// unit tells a unit behind its number; what is counted tells it already where
// it is named.
func (w words) unit(unit, population string) string {
	switch {
	case unit == "" || (unit == "people" || unit == "items") && population != "":
		return ""
	case unit == "percent":
		return " %"
	}
	return " " + w.g.Short("unit", unit)
}

// number prints a number with its thousands grouped.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, rest, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return sign + whole
}

// when tells a stretch of time with its bound.
func (w words) when(t record.When) string {
	s := string(t.From)
	if t.To != "" && t.To != t.From {
		if s != "" {
			s += " to "
		} else {
			s = "until "
		}
		s += string(t.To)
	}
	if s != "" && t.Bound != "" {
		s += " " + w.g.Short("date", string(t.Bound))
	}
	return s
}

// source tells who spoke: the words of the report, and the actor's name where
// the words alone do not tell it.
func (w words) source(s record.Source) string {
	switch {
	case s.Kind == record.OwnVoice:
		return "the outlet itself"
	case s.Text == "" && s.Name == "":
		return "nobody named"
	case s.Text == "" || strings.EqualFold(s.Text, s.Name):
		return s.Name
	case s.Name != "" && !strings.Contains(s.Text, s.Name):
		return s.Text + " (" + s.Name + ")"
	}
	return s.Text
}

// sourceNotes tells what is known of a source beside its name.
func (w words) sourceNotes(s record.Source) string {
	var b []string
	if s.Kind != record.Named && s.Kind != record.OwnVoice {
		b = append(b, w.g.Short("source", string(s.Kind)))
	}
	if s.Count > 0 {
		b = append(b, number(float64(s.Count))+" people")
	}
	if s.Role != "" {
		b = append(b, s.Role)
	}
	if s.Former && !strings.Contains(s.Role, "former") {
		b = append(b, "former")
	}
	if s.Access != "" {
		b = append(b, s.Access)
	}
	if s.Terms != "" {
		b = append(b, s.Terms)
	}
	if s.Code != "" {
		b = append(b, s.Code)
	}
	return strings.Join(b, " · ")
}

// party tells one side of an event.
func party(ps []record.Party) string {
	var b []string
	for _, p := range ps {
		s := p.Name
		if s == "" {
			s = p.Span.Text
		}
		if p.Code != "" {
			s += " (" + p.Code + ")"
		}
		b = append(b, s)
	}
	return strings.Join(b, " and ")
}

// percent tells a fraction as whole percent.
func percent(f float64) string { return strconv.Itoa(int(math.Round(f*100))) + " %" }
