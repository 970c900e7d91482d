package place

import (
	"cmp"
	"slices"
	"strconv"

	"sitrep/record"
)

// The rules that make a place; docs/record/place.md tells them.
const (
	ruleName     record.RuleID = "place/name"
	ruleShort    record.RuleID = "place/abbreviation"
	rulePeople   record.RuleID = "place/people"
	ruleStreet   record.RuleID = "place/street"
	ruleRelative record.RuleID = "place/relative"
	ruleUnknown  record.RuleID = "place/unknown"
)

// records gives the places of all mentions.
func (w *work) records(report *record.Report, peoples bool) []record.Place {
	var out []record.Place
	for i, p := range w.all(report) {
		if p.Rule == rulePeople && !peoples {
			continue
		}
		if g := w.mentions[i].group; g >= 0 && w.weak(&w.groups[g]) {
			continue
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b record.Place) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	return out
}

// all gives one place for each mention, in the order of w.mentions.
func (w *work) all(report *record.Report) []record.Place {
	var id record.ReportID
	if report != nil {
		id = report.ID
	}
	out := make([]record.Place, 0, len(w.mentions))
	for i := range w.mentions {
		m := &w.mentions[i]
		span := record.Cut(w.doc.Text, m.start, m.end)
		p := record.Place{ID: record.NewID("p", id, span, ""), Span: span}
		switch {
		case m.form == relative:
			w.relativePlace(&p, m)
		case m.form == onStreet:
			p.Rule, p.Feature, p.Why = ruleStreet, "R.ST", "a street: no point"
		case m.group < 0:
			w.unplaced(&p, m)
		default:
			w.resolved(&p, m)
		}
		out = append(out, p)
	}
	return out
}

// unplaced tells what is known of a place that the gazetteer lacks: the area that
// is named with it, and that area's point with its precision; else the country
// that all of the report's places lie in.
func (w *work) unplaced(p *record.Place, m *mention) {
	p.Rule, p.Why = ruleUnknown, "not in the gazetteer"
	if m.parent >= 0 {
		if a, ok := w.area(w.mentions[m.parent].group); a.Feature != "" {
			p.Country, p.Admin1 = w.e.gaz.Alpha3(a.Country), w.e.gaz.DivisionName(a.Division)
			least := 5.0
			if m.beside {
				p.Why, least = p.Why+"; it lies near "+a.Name, 30
			} else {
				p.Why += "; it lies in " + a.Name
			}
			if ok {
				lat, lon := a.Lat, a.Lon
				p.Lat, p.Lon, p.Precision = &lat, &lon, max(a.Precision, least)
				p.Confidence = 0.5
				p.Why += ", whose middle stands for it"
			}
			return
		}
	}
	if c := w.onlyCountry(); c != "" {
		p.Country = w.e.gaz.Alpha3(c)
		p.Why += "; most of the report's other places lie in one country"
	}
}

// onlyCountry is the country that two thirds of the report's other names lie in, or
// the one that its words tell it is at home in.
func (w *work) onlyCountry() string {
	counts := map[string]int{}
	all := 0
	for i := range w.groups {
		g := &w.groups[i]
		if c := g.cands[g.best].place.Country; c != "" {
			counts[c] += len(g.mentions)
			all += len(g.mentions)
		}
	}
	for c, n := range counts {
		if n*3 >= all*2 && all >= 2 {
			return c
		}
	}
	if w.home.weight < 0.5 {
		return ""
	}
	return w.home.country
}

// resolved fills a place from the likeliest candidate of its group, or tells why
// there is none.
func (w *work) resolved(p *record.Place, m *mention) {
	g := &w.groups[m.group]
	switch m.form {
	case short:
		p.Rule = ruleShort
	case people:
		p.Rule = rulePeople
	default:
		p.Rule = ruleName
	}
	c := &g.cands[g.best]
	if why := g.doubtful(); why != "" {
		p.Why = why
		country := g.common()
		if home := w.onlyCountry(); country == "" && g.lies(home) {
			country = home
		}
		p.Country = w.e.gaz.Alpha3(country)
		return
	}
	if m.loose && c.ctx < 0.3 {
		p.Why = "named for " + c.place.Name + ", and not in the gazetteer"
		return
	}
	lat, lon := c.place.Lat, c.place.Lon
	p.Name, p.GeonameID, p.Lat, p.Lon = c.place.Name, c.place.ID, &lat, &lon
	p.Country, p.Admin1 = w.e.gaz.Alpha3(c.place.Country), w.e.gaz.DivisionName(c.place.Division)
	p.Feature, p.Precision = c.place.Feature, c.place.Precision
	p.Confidence = float64(int(g.agreeing(c)*100)) / 100
	p.Why = w.why(g, c)
	if m.loose { // a water or a wood that is named for the place and lies by it
		p.Name, p.GeonameID, p.Feature = p.Span.Text, 0, ""
		p.Precision = max(p.Precision, looseKM)
		p.Why = "not in the gazetteer; the point is that of " + c.place.Name + ", which it is named for"
	}
}

// looseKM is how far a river or a wood may lie from the settlement that it shares a
// name with, where the rest of the report speaks for that settlement.
const looseKM = 50

// agreeing is the belief in candidates that lie where c does.
func (g *group) agreeing(c *candidate) float64 {
	sum := 0.0
	for k := range g.cands {
		d := &g.cands[k]
		if d == c || d.p > 0.001 && distance(c.place.Lat, c.place.Lon, d.place.Lat, d.place.Lon) <= max(25, c.place.Precision) {
			sum += d.p
		}
	}
	return min(1, sum)
}

// doubtful tells why a name of many like places gets no point: nothing in the
// report speaks for one of them.
func (g *group) doubtful() string {
	c := &g.cands[g.best]
	// Of the villages of these countries the lists have one in seven: a candidate that
	// only just leads has namesakes that nobody listed.
	if g.parent < 0 && eastern(c.place.Country) && len(g.cands) >= 3 && c.place.Class() == 'P' && c.place.LogPop < 75 && g.agreeing(c) < 0.5 {
		return "one of " + strconv.Itoa(len(g.cands)) + " places of this name and more: the report speaks for none of them clearly"
	}
	if len(g.cands) < 4 || c.ctx > 0.05 || c.place.LogPop > 82 || c.place.Class() != 'P' || g.agreeing(c) > 0.35 {
		return ""
	}
	return "one of " + strconv.Itoa(len(g.cands)) + " places of this name: nothing in the report tells which"
}

// common is the country that all likelier candidates share, or "".
func (g *group) common() string {
	country := g.cands[g.best].place.Country
	for k := range g.cands {
		if g.cands[k].p > 0.01 && g.cands[k].place.Country != country {
			return ""
		}
	}
	return country
}

// lies tells whether some candidate lies in a country.
func (g *group) lies(country string) bool {
	for k := range g.cands {
		if country != "" && g.cands[k].place.Country == country {
			return true
		}
	}
	return false
}

// why tells in words what spoke for a candidate.
func (w *work) why(g *group, c *candidate) string {
	why := "the only place of this name"
	switch {
	case g.parent >= 0 && w.groups[g.parent].holding(&c.place, g.beside) > 0.3:
		why = "named with " + w.groups[g.parent].cands[w.groups[g.parent].best].place.Name
	case len(g.cands) > 1 && c.ctx > 0.3:
		why = "nearest to the report's other places, of " + strconv.Itoa(len(g.cands)) + " of this name"
	case len(g.cands) > 1:
		why = "the best known of " + strconv.Itoa(len(g.cands)) + " places of this name"
	}
	switch {
	case c.place.Feature == "A.PCLI":
		why += "; the point is the middle of the country"
	case c.place.Class() == 'A' || c.place.Class() == 'L' || c.place.Class() == 'H' || c.place.Class() == 'T':
		why += "; the point is the middle of the area"
	}
	return why
}
