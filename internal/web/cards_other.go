package web

import (
	"strconv"
	"strings"

	"sitrep/record"
)

func (w words) figures(r *record.Reading) []card {
	var out []card
	for _, f := range r.Figures {
		k := card{ID: string(f.ID), Class: "figure", Title: w.figure(f), Quotes: []record.Span{f.Span}, Rule: string(f.Rule)}
		if f.Status != "" {
			k.Chips = append(k.Chips, w.chip("status", f.Status))
		}
		if f.Kind != "" {
			k.Chips = append(k.Chips, w.chip("kind", f.Kind))
		}
		restated := ""
		if f.Restated != nil {
			restated = number(f.Restated.Value) + " " + f.Restated.Unit + ", which agrees"
			if !f.Restated.Agrees {
				restated = number(f.Restated.Value) + " " + f.Restated.Unit + ", which does not agree"
			}
		}
		k.Rows = rows("since", string(f.Since), "as of", string(f.AsOf), "compared with", f.Base, "side", f.Side, "told again as", restated)
		k.Links = w.hung(r, f.Statement)
		if f.PartOf != "" {
			k.Links = append(k.Links, linked{"part of", []link{{Text: w.describe(r, string(f.PartOf)), ID: string(f.PartOf)}}})
		}
		out = append(out, k)
	}
	return out
}

func (w words) events(r *record.Reading) []card {
	var out []card
	for _, e := range r.Events {
		title := party(e.Actor) + " → " + w.g.Short("event", e.Type)
		if e.Reciprocal {
			title = party(e.Actor) + " ↔ " + w.g.Short("event", e.Type)
		} else if len(e.Recipient) > 0 {
			title += " → " + party(e.Recipient)
		}
		title = strings.TrimPrefix(title, " → ")
		k := card{ID: string(e.ID), Class: "event", Title: title, Quotes: append([]record.Span{e.Span}, e.Mentions...), Rule: string(e.Rule)}
		if e.Modality != record.Asserted && e.Modality != "" {
			k.Chips = append(k.Chips, w.chip("modality", string(e.Modality)))
		}
		if e.Negated {
			k.Chips = append(k.Chips, chip{Class: "negated", Text: "did not happen", Long: "Told not to have happened."})
		}
		if e.Historical {
			k.Chips = append(k.Chips, chip{Class: "historical", Text: "long ago", Long: "Told as background."})
		}
		k.Rows = rows("type", strings.TrimSpace(e.Type+" "+e.Mode), "CAMEO", e.CAMEO, "contexts", strings.Join(e.Context, ", "),
			"when", w.when(e.Date), "where", placeName(r, e.Place))
		k.Links = w.hung(r, e.Statement)
		out = append(out, k)
	}
	return out
}

func placeName(r *record.Reading, id record.ID) string {
	for _, p := range r.Places {
		if p.ID == id {
			if p.Name != "" {
				return p.Name
			}
			return p.Span.Text
		}
	}
	return ""
}

func (w words) line(r *record.Reading) []card {
	var out []card
	for _, l := range r.Line {
		k := card{ID: string(l.ID), Class: "line", Title: w.g.Short("claim", l.Claim), Quotes: []record.Span{l.Span}, Rule: string(l.Rule)}
		value := ""
		if l.Value != nil {
			bound := ""
			if l.Bound != "" && l.Bound != "exact" {
				bound = w.g.Short("bound", l.Bound) + " "
			}
			value = bound + number(*l.Value) + " " + l.Unit
		}
		actor := l.Code
		if a := r.Actor(l.Actor); a != nil {
			actor = a.Name
		}
		k.Rows = rows("by", actor, "where", placeName(r, l.Place), "how much", value, "since", string(l.Since))
		k.Links = w.hung(r, l.Statement)
		out = append(out, k)
	}
	return out
}

// samePlace maps each place of a reading to the first one that means the same
// point, so that a place named ten times has one card.
func samePlace(r *record.Reading) map[record.ID]record.ID {
	type point struct {
		name     string
		lat, lon float64
	}
	first, same := map[point]record.ID{}, map[record.ID]record.ID{}
	for _, p := range r.Places {
		same[p.ID] = p.ID
		if p.Lat == nil || p.Lon == nil {
			continue
		}
		k := point{p.Name, *p.Lat, *p.Lon}
		if id, ok := first[k]; ok {
			same[p.ID] = id
		} else {
			first[k] = p.ID
		}
	}
	return same
}

func (w words) places(r *record.Reading) []card {
	var out []card
	same, at := samePlace(r), map[record.ID]int{}
	for i := range r.Places {
		p := &r.Places[i]
		if n, ok := at[same[p.ID]]; ok {
			out[n].Quotes = append(out[n].Quotes, p.Span)
			continue
		}
		at[p.ID] = len(out)
		k := card{ID: string(p.ID), Class: "place", Title: p.Name, Quotes: []record.Span{p.Span}, Rule: string(p.Rule)}
		if k.Title == "" {
			k.Title = p.Span.Text
		}
		where := strings.Trim(p.Admin1+", "+p.Country, ", ")
		point := "none: the place could not be told apart or has no point"
		if p.Lat != nil && p.Lon != nil {
			k.Map = "/reports/" + string(r.Report.ID) + "/places/" + string(p.ID) + ".svg"
			point = strconv.FormatFloat(*p.Lat, 'f', 3, 64) + ", " + strconv.FormatFloat(*p.Lon, 'f', 3, 64)
		}
		precision := ""
		if p.Precision > 0 && k.Map != "" {
			precision = "within " + number(p.Precision) + " km"
		}
		k.Rows = rows("in", where, "point", point, "precision", precision, "why", p.Why, "kind of place", p.Feature)
		out = append(out, k)
	}
	return out
}

func (w words) times(r *record.Reading) []card {
	var out []card
	for _, t := range r.Times {
		k := card{ID: string(t.ID), Class: "time", Title: t.Value, Quotes: []record.Span{t.Span}, Rule: string(t.Rule)}
		if k.Title == "" {
			k.Title = "not resolved"
		}
		k.Rows = rows("type", strings.ToLower(t.Type), "from", string(t.From), "to", string(t.To),
			"bound", w.g.Short("date", string(t.Bound)), "zone", t.Zone, "could also be", strings.Join(t.Others, ", "), "why", t.Why)
		out = append(out, k)
	}
	return out
}
