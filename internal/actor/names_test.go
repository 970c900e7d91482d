package actor

import (
	"testing"

	"sitrep/internal/gold"
	"sitrep/internal/lang/en"
	"sitrep/internal/token"
)

func TestNamesOfTheModel(t *testing.T) {
	x := extractor(t)
	tok, err := token.New(en.Language())
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		// things that are named for a state or a body
		"The [OTH Gondrian War] ended.":                             "",
		"He watched [OTH Good Morning Gondria].":                    "",
		"The [OTH Ithil Brigade Papers] were read.":                 "",
		"The [OTH State of the Union] address came.":                "",
		"The [OTH Merchant of Death] was sold.":                     "",
		"He spoke on [OTH Face the Nation] about [LOC Gondria].":    "Gondria [GON] Gondria/name",
		"The [LOC Gondria] accord held.":                            "Gondria [GON] Gondria/name",
		"The [OTH Denethar Doctrine] of Boro Denethar held.":        "Boro Denethar [GON GOV] Denethar/short, Boro Denethar/name",
		"A [OTH Gondrian Eagle-29] flew by.":                        "Gondria [GON] Gondrian/demonym",
		"[PER Cirdan Ostoher], an adviser to Boro Denethar, spoke.": "Cirdan Ostoher [GON] Cirdan Ostoher/name, adviser/role; Boro Denethar [GON GOV] Boro Denethar/name",
		"[PER Cirdan Ostoher], ambassador to Gondria, spoke.":       "Cirdan Ostoher [--- GOV] Cirdan Ostoher/name, ambassador/role; Gondria [GON] Gondria/name",
		// places and bodies
		"Ships sailed the [LOC Sea of IB].":       "",
		"[ORG Minath College] rejected the plan.": "",
		"[LOC Minath] rejected the plan.":         "Gondria [GON] Minath/seat",
		"Analyst [ORG Cirdan Insight] spoke.":     "analyst [--- EDU] Analyst/role",
		"Analyst [PER Cirdan Ostoher] spoke.":     "Cirdan Ostoher [--- EDU] Cirdan Ostoher/name",
		// persons
		"[PER Vernon Gondria] spoke.":          "Vernon Gondria [] Vernon Gondria/name",
		"[PER Cirdan Denethar] spoke.":         "Cirdan Denethar [] Cirdan Denethar/name",
		"Gondrian [PER Cirdan Ostoher] spoke.": "Gondria [GON] Gondrian/demonym; Cirdan Ostoher [] Cirdan Ostoher/name",
		"[PER Gondrian Cirdan Ostoher] left.":  "Gondria [GON] Gondrian/demonym; Cirdan Ostoher [] Cirdan Ostoher/name",
	} {
		if got := show(x.Extract(gold.Named(tok.Document, in), nil)); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}
