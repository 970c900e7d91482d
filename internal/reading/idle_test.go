package reading

import (
	"strings"
	"testing"

	"sitrep/internal/lang"
	"sitrep/internal/lang/en"
)

// TestNounsThatNameNobody holds nouns that make an actor at times: each case gives
// a text and words that must be an actor's, or with "-" before them nobody's.
func TestNounsThatNameNobody(t *testing.T) {
	rows, err := lang.ParseTable("invented", []byte(inventedActors), 3)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(Options{Language: en.Language(), Actors: rows})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"She faces ten years in prison in the north.":                   "-prison",
		"He was serving a long prison sentence in the north.":           "-prison",
		"Two men were released from jail on Monday.":                    "-jail",
		"On Monday the prison said that two men had left.":              "prison",
		"Troops held the west bank of the river.":                       "-west bank",
		"Troops guarded the largest Gondrian bank.":                     "largest Gondrian bank",
		"Lossan said that Gondria's position on the war was clear.":     "-Gondria's position",
		"The shells hit two Gondrian positions.":                        "two Gondrian positions",
		"The report told of deep divisions within the party.":           "-deep divisions",
		"The report told of two divisions of Gondria.":                  "two divisions of Gondria",
		"The men will be executed by firing squad.":                     "-squad",
		"The rebels met stiff resistance in the town.":                  "-stiff resistance",
		"The rebels feared the Gondrian resistance.":                    "Gondrian resistance",
		"Lossan spoke of Gondria's opposition to the plan.":             "-Gondria's opposition",
		"Lossan met the Gondrian opposition in the capital.":            "Gondrian opposition",
		"They praised Lossan for his leadership in the war.":            "-his leadership",
		"Gondria and its leadership will pay for the war.":              "its leadership",
		"They sent the Gondrian leadership a letter.":                   "Gondrian leadership",
		"The country has provided intelligence to the rebels.":          "-intelligence",
		"The minister said so in an intelligence update on Monday.":     "-intelligence",
		"On Monday Gondrian intelligence warned of attacks.":            "Gondrian intelligence",
		"He gave his State of the Union address on Monday.":             "-Union",
		"He sought help for people of the occupied territories.":        "-occupied territories",
		"On Monday an adviser to Gondria's president met the mayor.":    "adviser",
		"They drove a Gondrian tank through a village on the hillside.": "Gondrian tank",
	} {
		words, none := strings.CutPrefix(want, "-")
		found := false
		var all []string
		for _, a := range r.Read(Input{Text: text}).Actors {
			for _, m := range a.Mentions {
				found = found || strings.Contains(m.Text, words)
				all = append(all, m.Text)
			}
		}
		if found == none {
			t.Errorf("%s: %s; found %q", text, want, all)
		}
	}
}
