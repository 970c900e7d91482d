package glossary_test

import (
	"testing"

	"sitrep/internal/glossary"
	"sitrep/internal/lang/en"
)

// TestFigureLabels holds that every measure, population and unit that the tables of
// figures can give has its words, and those that the grammar makes by itself.
func TestFigureLabels(t *testing.T) {
	rows, err := en.Language().Table("figures.tsv", 3)
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string]string{"noun": "measure", "verb": "measure", "verbi": "measure", "active": "measure",
		"pop": "population", "thing": "population", "unit": "unit", "money": "unit"}
	labels := map[[2]string]bool{
		{"measure", "length"}: true, {"measure", "area"}: true, {"measure", "mass"}: true, {"measure", "distance"}: true,
		{"measure", "affected"}: true, {"measure", "casualties"}: true, {"measure", "lost"}: true,
		{"population", "adults of unknown sex"}: true, {"population", "children of unknown sex"}: true,
		{"unit", "people"}: true, {"unit", "items"}: true, {"unit", "share"}: true, {"unit", "times"}: true,
		{"direction", "up"}: true, {"direction", "down"}: true,
	}
	for _, row := range rows {
		if g := groups[row.Field(1)]; g != "" {
			labels[[2]string{g, row.Field(2)}] = true
		}
	}
	g := glossary.New()
	for l := range labels {
		if e, ok := g.Find(l[0], l[1]); !ok || e.Short == "" || e.Long == "" {
			t.Errorf("%s %q has no entry in labels.tsv", l[0], l[1])
		}
	}
}
