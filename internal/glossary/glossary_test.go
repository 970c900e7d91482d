package glossary_test

import (
	"testing"

	"sitrep/internal/glossary"
	"sitrep/record"
)

// TestEveryLabel holds the table against the labels of the record.
func TestEveryLabel(t *testing.T) {
	g := glossary.New()
	labels := map[string][]string{
		"channel":  {string(record.Public), string(record.Private), string(record.Leaked), string(record.UnknownChannel)},
		"modality": {string(record.Asserted), string(record.Possible), string(record.Conditional), string(record.Unclear), string(record.Hypothetical), string(record.Future)},
		"role":     {string(record.Claim), string(record.Caution), string(record.Denial), string(record.Allegation), string(record.Demand), string(record.Offer), string(record.Threat), string(record.Promise)},
		"source":   {string(record.Named), string(record.Anonymous), string(record.Document), string(record.OwnVoice), string(record.Unresolved)},
		"stance":   {string(record.Open), string(record.Refuses), string(record.ConditionalStance), string(record.UnclearStance), string(record.Demands), string(record.Agrees)},
		"bound":    {"exact", "more_than", "at_least", "less_than", "at_most", "about", "range", "order"},
		"date":     {string(record.AtLatest), string(record.AtEarliest), string(record.About)},
		"kind":     {"total", "level", "change", "rate"},
		"status":   {"reported", "recorded", "verified", "claimed", "estimated", "disputed"},
		"claim":    {"length", "unchanged", "held_by", "advance", "withdrawal"},
		"conflict": {"private-against-public", "figure", "denial", "unit"},
		"basis":    {string(record.Given), string(record.Page), string(record.Inferred)},
		"actor":    {string(record.Person), string(record.State), string(record.Body), string(record.Group), string(record.Force), string(record.Media)},
		"event": {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
			"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
	}
	for group, all := range labels {
		for _, l := range all {
			if e, ok := g.Find(group, l); !ok || e.Short == "" || e.Long == "" {
				t.Errorf("%s %q has no entry in labels.tsv", group, l)
			}
		}
	}
}
