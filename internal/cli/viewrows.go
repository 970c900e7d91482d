package cli

import (
	"strconv"
	"strings"

	"sitrep/internal/glossary"
	"sitrep/record"
)

// viewRow is one record as a line for a person: what kind it is of, where its
// words stand, what it says and which rule made it.
type viewRow struct {
	kind string
	span record.Span
	who  string // the source or party, "" where there is none
	what string
	rule string
}

// viewRows gives the records of a reading, kind by kind, each in text order.
func viewRows(r *record.Reading, g *glossary.Glossary) []viewRow {
	var rows []viewRow
	for i := range r.Statements {
		rows = append(rows, statementRow(r, &r.Statements[i], g))
	}
	for i := range r.Positions {
		p := &r.Positions[i]
		what := dotted(g.Short("stance", string(p.Stance)), strings.ReplaceAll(p.Issue, "_", " "), quotedIn(p.Terms), quotedIn(p.Condition),
			g.Short("channel", string(p.Channel)), dates(p.Since, p.Until, ""))
		rows = append(rows, viewRow{"position", p.Span, partyName(r, p.Name, p.Actor), what, string(p.Rule)})
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		rows = append(rows, viewRow{"figure", f.Span, speaker(r, f.Statement), figureWords(f, g), string(f.Rule)})
	}
	for i := range r.Events {
		rows = append(rows, eventRow(r, &r.Events[i], g))
	}
	for i := range r.Line {
		c := &r.Line[i]
		what := dotted(g.Short("claim", c.Claim), c.Code, number(c.Value), c.Unit, g.Short("bound", c.Bound), dates(c.Since, "", ""))
		rows = append(rows, viewRow{"line", c.Span, speaker(r, c.Statement), what, string(c.Rule)})
	}
	for i := range r.Times {
		t := &r.Times[i]
		rows = append(rows, viewRow{"time", t.Span, "", dotted(strings.ToLower(t.Type), t.Value, dates(t.From, t.To, t.Bound)), string(t.Rule)})
	}
	for i := range r.Places {
		p := &r.Places[i]
		what := dotted(p.Name, p.Admin1, p.Country, point(p))
		if p.Lat == nil && p.Why != "" {
			what = dotted(what, "no point: "+p.Why)
		}
		rows = append(rows, viewRow{"place", p.Span, "", what, string(p.Rule)})
	}
	for i := range r.Actors {
		a := &r.Actors[i]
		var at record.Span
		if len(a.Mentions) > 0 {
			at = a.Mentions[0].Span
		}
		what := dotted(a.Name, g.Short("actor", string(a.Kind)), a.Code, a.Office, strconv.Itoa(len(a.Mentions))+"×")
		rows = append(rows, viewRow{"actor", at, "", what, string(a.Rule)})
	}
	for i := range r.Conflicts {
		c := &r.Conflicts[i]
		rows = append(rows, viewRow{"conflict", record.Span{}, "", dotted(g.Short("conflict", c.Kind), c.Why), string(c.Rule)})
	}
	return rows
}

// gathered makes one row of the rows of one kind that say the same of the same
// words, and tells how many they were.
func gathered(rows []viewRow, kind string) []viewRow {
	seen := map[string]int{} // to the index in kept
	times := map[int]int{}
	var kept []viewRow
	for _, row := range rows {
		key := row.what + "\x00" + row.span.Text
		if at, ok := seen[key]; ok && row.kind == kind {
			times[at]++
			continue
		}
		if row.kind == kind {
			seen[key] = len(kept)
		}
		kept = append(kept, row)
	}
	for at, n := range times {
		kept[at].what = dotted(kept[at].what, strconv.Itoa(n+1)+"×")
	}
	return kept
}

// statementRow tells who said it, how, and by which way it came.
func statementRow(r *record.Reading, s *record.Statement, g *glossary.Glossary) viewRow {
	who := words(sourceName(&s.Source), s.Source.Code)
	if s.Source.Kind != record.Named {
		who = words(who, "("+g.Short("source", string(s.Source.Kind))+")")
	}
	var said []string
	for _, c := range s.Content {
		said = append(said, c.Text)
	}
	what := dotted(g.Short("role", string(s.Role)), g.Short("channel", string(s.Channel)), g.Short("modality", string(s.Modality)))
	if s.Negated {
		what = dotted(what, "negated")
	}
	what = dotted(what, s.Probability, dates(s.Said.From, s.Said.To, s.Said.Bound))
	for _, h := range s.Chain {
		if via := r.Statement(h.Statement); via != nil {
			what = dotted(what, "via "+sourceName(&via.Source))
		} else if h.Outlet != "" {
			what = dotted(what, "via "+h.Outlet)
		}
	}
	return viewRow{"statement", s.Span, who, dotted(what, quotedIn(strings.Join(said, " … "))), string(s.Rule)}
}

func eventRow(r *record.Reading, e *record.Event, g *glossary.Glossary) viewRow {
	what := dotted(g.Short("event", e.Type), e.Mode, strings.Join(e.Context, ", "))
	if len(e.Recipient) > 0 {
		what = dotted(what, "→ "+parties(r, e.Recipient))
	}
	if e.Modality != "" && e.Modality != record.Asserted {
		what = dotted(what, g.Short("modality", string(e.Modality)))
	}
	if e.Negated {
		what = dotted(what, "negated")
	}
	return viewRow{"event", e.Span, parties(r, e.Actor), dotted(what, dates(e.Date.From, e.Date.To, e.Date.Bound)), string(e.Rule)}
}

// figureWords tells a figure with its bound.
func figureWords(f *record.Figure, g *glossary.Glossary) string {
	bound := g.Short("bound", f.Bound)
	if f.Bound == "exact" || f.Bound == "" {
		bound = ""
	}
	n := number(f.Value)
	if n == "" && (f.Low != nil || f.High != nil) {
		n = strings.Trim(number(f.Low)+"–"+number(f.High), "–")
	}
	unit := f.Unit
	if f.Population != "" && (unit == "people" || unit == "items") {
		unit = "" // who is counted says it
	}
	what := words(bound, n, unit, f.Population, strings.ReplaceAll(f.Measure, "_", " "), f.Direction)
	if f.Base != "" {
		what = dotted(what, "against "+f.Base)
	}
	if f.Since != "" {
		what = dotted(what, "since "+string(f.Since))
	}
	if f.AsOf != "" {
		what = dotted(what, "as of "+string(f.AsOf))
	}
	if f.Status != "" {
		what = dotted(what, g.Short("status", f.Status))
	}
	return what
}

// speaker names the source of the statement that a record hangs from.
func speaker(r *record.Reading, id record.StatementID) string {
	if s := r.Statement(id); s != nil {
		return sourceName(&s.Source)
	}
	return ""
}

func sourceName(s *record.Source) string {
	switch {
	case s.Name != "":
		return s.Name
	case s.Text != "":
		return s.Text
	case s.Kind == record.OwnVoice:
		return "the outlet"
	}
	return ""
}

func partyName(r *record.Reading, name string, id record.ActorID) string {
	if a := r.Actor(id); name == "" && a != nil {
		return a.Name
	}
	return name
}

func parties(r *record.Reading, list []record.Party) string {
	var names []string
	for _, p := range list {
		if n := partyName(r, p.Name, p.Actor); n != "" {
			names = append(names, n)
		} else {
			names = append(names, p.Span.Text)
		}
	}
	return strings.Join(names, ", ")
}

// words joins what is not empty by spaces, dotted by points in the middle.
func words(parts ...string) string { return join(" ", parts) }

func dotted(parts ...string) string { return join(" · ", parts) }

func join(by string, parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(by)
		}
		b.WriteString(p)
	}
	return b.String()
}

func quotedIn(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

func number(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// dates tells a stretch of time with its bound.
func dates(from, to record.Date, bound record.Bound) string {
	s := string(from)
	if to != "" && to != from {
		s += "/" + string(to)
	}
	if bound != "" && s != "" {
		s += " (" + strings.ReplaceAll(string(bound), "_", " ") + ")"
	}
	return s
}

func point(p *record.Place) string {
	if p.Lat == nil || p.Lon == nil {
		return ""
	}
	s := strconv.FormatFloat(*p.Lat, 'f', 4, 64) + ", " + strconv.FormatFloat(*p.Lon, 'f', 4, 64)
	if p.Precision > 0 {
		s += " ± " + strconv.FormatFloat(p.Precision, 'f', -1, 64) + " km"
	}
	return s
}
