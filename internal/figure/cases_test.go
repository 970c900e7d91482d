package figure_test

import (
	"slices"
	"testing"
)

// cases are read on Tuesday, 26 December 2023.
var cases = []struct{ text, want string }{
	// predicates
	{"Five civilians were killed in Velt.", "killed civilians 5"},
	{"At least 14 people have been killed.", "killed people at_least 14"},
	{"More than 10,000 civilians have been killed, and more than 18,500 injured.", "killed civilians more_than 10000; injured civilians more_than 18500"},
	{"23 people were killed and 28 wounded near Velt.", "killed people 23; injured people 28"},
	{"Twelve soldiers died.", "killed troops 12"},
	{"The strike killed three children.", "killed children 3"},
	{"The strike killed at least 14, the governor said.", "killed at_least 14"},
	{"A blast in Velt kills 13: official", "killed 13"},
	{"Shells hit a market, killing five people and wounding 12.", "killed people 5; injured people 12"},
	{"The army has already killed 464 children and injured 931 more.", "killed children 464; injured children 931"},
	{"The death toll rose to 28.", "killed 28"},
	{"Velt death toll rises to 28: ministry", "killed 28"},
	{"Five dead as police storm camp", "killed 5"},
	{"Velten shelling kills one, leaves three wounded", "killed 1; injured 3"},
	{"Some 73 people, including 14 children, were injured.", "injured people about 73; injured children 14 part"},
	{"Tens of thousands were killed, injured, or left homeless.", "affected order 20000..99999"},
	{"Dozens of people were hurt.", "injured people order 24..99"},
	{"Nobody was hurt.", "injured people 0"},
	{"No civilians were killed.", "killed civilians 0"},
	{"There were no casualties.", "casualties 0"},
	// nouns
	{"The office recorded 406 civilian casualties.", "casualties civilians 406"},
	{"It counted 21,793 civilian casualties – 8,173 killed and 13,620 injured.", "casualties civilians 21793; killed civilians 8173 part; injured civilians 13620 part"},
	{"It counted 102 killed (15 men, 14 women, 3 boys, as well as 70 adults whose sex is yet unknown).", "killed 102; killed men 15 part; killed women 14 part; killed boys 3 part; killed adults of unknown sex 70 part"},
	{"Overall, the mission recorded 574 civilian deaths, with a further 3,082 injured.", "killed civilians 574; injured civilians 3082"},
	{"A witness saw about 12 bodies.", "bodies about 12"},
	// units
	{"They hold the more than 1,000-kilometer (620-mile) front line.", "length front line more_than 1000 km"},
	{"They advanced 5 km.", "length 5 km"},
	{"They took 300 square kilometers.", "area 300 km2"},
	{"Civilian casualties had risen by 60% since October.", "casualties civilians 60 percent change up since 2023-10"},
	// sides
	{"Some 300 Russian soldiers were captured.", "captured troops about 300 of RUS"},
	// periods
	{"Since February 24, 2022, at least 11,743 civilians have been killed.", "killed civilians at_least 11743 since 2022-02-24"},
	{"As of 27 February, 352 persons were killed.", "killed people 352 as of 2023-02-27"},
	// spaces in numbers
	{"The blast killed 1 200 people.", "killed people 1200"},
	{"The blast killed 1\u2009200 people.", "killed people 1200"},
	{"The blast killed 1\u00a0200 people.", "killed people 1200"},
	// no figures
	{"Resolution 2334 was read aloud.", ""},
	{"The Su-35 and the F-16 met over Velt.", ""},
	{"The 47th Brigade left on March 5, 2022.", ""},
	{"Velt beat Orsk 3-2 on Sunday.", ""},
	{"See page 47 of the report.", ""},
	{"One of the men left.", ""},
}

func TestCases(t *testing.T) {
	r := newReader(t)
	for _, c := range slices.Concat(cases, moreCases) {
		if s := brief(r.read(c.text, "2023-12-26").Figures); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
