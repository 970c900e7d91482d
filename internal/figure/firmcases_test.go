package figure_test

import (
	"strings"
	"testing"

	"sitrep/record"
)

// firmCases hold what may not be made up: a since or an as-of that no date of the
// text governs, and what a change is a change of. They are read on Tuesday, 26
// December 2023.
var firmCases = []struct{ text, want string }{
	// beginnings dated in the text, and not
	{"The office counted 500 civilian casualties since the invasion began on Feb. 24, 2022 – 200 killed and 300 injured.", "casualties civilians 500 since 2022-02-24; killed civilians 200 since 2022-02-24 part; injured civilians 300 since 2022-02-24 part"},
	{"The office has recorded 1,006 civilian casualties since the invasion began, 331 killed and 675 injured, by midnight on March 3.", "casualties civilians 1006 as of 2023-03-03; killed civilians 331 as of 2023-03-03 part; injured civilians 675 as of 2023-03-03 part"},
	{"Velt's army invaded in February 2022. Some 500 civilians have been killed since the war began.", "killed civilians about 500 since 2022-02"},
	{"On Feb. 24, 2022, Velt invaded Orsk. Since the start of the war, 500 civilians have been killed.", "killed civilians 500 since 2022-02-24"},
	{"The siege of Orsk began on May 5, 2023. Since the war began, 500 civilians have been killed.", "killed civilians 500"},
	{"The siege of Orsk began on May 5, 2023. Since the siege began, 500 civilians have been killed.", "killed civilians 500 since 2023-05-05"},
	{"The war began on May 5, 2014. The war in Orsk began on May 6, 2022. Since the war began, 500 civilians have been killed.", "killed civilians 500"},
	{"Leaders condemned the invasion on May 5, 2023. Since the invasion began, 500 civilians have been killed.", "killed civilians 500"},
	{"On May 5, 2023, the office began counting the war dead. Since the war began, 500 civilians have been killed.", "killed civilians 500"},
	{"On May 5, 2023, the governor said the war had begun badly. Since the war began, 500 civilians have been killed.", "killed civilians 500"},
	{"Since the invasion of Feb. 24, 2022, 500 civilians have been killed.", "killed civilians 500 since 2022-02-24"},
	{"Since 4 May 2022, when the armed attack against Orsk started, 500 civilians have been killed.", "killed civilians 500 since 2022-05-04"},
	// the time of telling is no time of dying
	{"The ministry said in October that 500 civilians had been killed.", "killed civilians 500"},
	{"In October, the ministry said 500 civilians had been killed.", "killed civilians 500"},
	{"The ministry said in a report last week that 500 civilians had been killed.", "killed civilians 500"},
	{"In October the office recorded 500 civilians killed.", "killed civilians 500 since 2023-10 as of 2023-10"},
	{"Velt, which has fought since 2014, lost 500 soldiers.", "killed troops 500"},
	{"They are to leave by March 5; some 500 civilians were killed.", "killed civilians about 500"},
	{"The line has hardly moved since October; 500 soldiers were killed.", "killed troops 500"},
	{"At least 1,200 civilians have been killed since Velt invaded last month.", "killed civilians at_least 1200 since 2023-11"},
	{"Some 500 people were killed after Velt invaded in February.", "killed people about 500"},
	{"The army has kept silent since March, when it told of 300 soldiers killed.", "killed troops 300"},
	{"It lost 15,000 soldiers, according to estimates from late March.", "killed troops 15000"},
	{"Thousands of women have passed through it since June.", "women order 2000..9999 since 2023-06"},
	{"Thousands of women passed through it last June.", "women order 2000..9999"},
	{"In general, as the office told it, since May 5, 2022, at least 500 civilians have been killed.", "killed civilians at_least 500 since 2022-05-05"},
	{"Some 500 people have died since last week.", "killed people about 500 since 2023-12"},
	{"Some 500 people had died by mid-March.", "killed people about 500 as of 2023-03"},
	{"Some 500 people have died since Velt invaded more than two months ago.", "killed people about 500"},
	{"Ann Velt, 29, who died in a blast, was a nurse.", ""},
	// changes
	{"At least 592 civilians were killed or injured in December, an increase of 26.5 percent compared with the previous month.", "casualties civilians at_least 592 since 2023-12 as of 2023-12; casualties civilians 26.5 percent change up"},
	{"It had recorded 589 killed and 2,685 injured, 45 percent more than in the three months before.", "killed 589; injured 2685; casualties 45 percent change up"},
	{"Some 40 soldiers were killed, 10 percent fewer than in April.", "killed troops about 40; killed troops 10 percent change down"},
	{"In May 40 soldiers were killed, 10 percent fewer than in April.", "killed troops 40 since 2023-05 as of 2023-05; killed troops 10 percent change down"},
	{"The office counted 574 civilians killed and 3,032 injured. In the summer it had recorded 589 killed and 2,685 injured.", "killed civilians 574; injured civilians 3032; killed civilians 589 since 2023-06 as of 2023-08; injured civilians 2685 since 2023-06 as of 2023-08"},
	// sides
	{"Some 30 DPR fighters were killed.", "killed fighters about 30 of UKR REB"},
	{"Some 30 Wagner fighters were killed.", "killed fighters about 30 of RUS UAF"},
	{"Some 30 Houthi fighters were captured.", "captured fighters about 30 of YEM REB"},
	{"The office recorded 40 civilian casualties in Ukraine.", "casualties civilians 40"},
}

func TestFirmCases(t *testing.T) {
	r := newReader(t)
	for _, c := range firmCases {
		if s := brief(r.read(c.text, "2023-12-26").Figures); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestPlaces holds that a figure's place comes from a locative phrase of its own
// clause. A star marks the names that were found as places.
func TestPlaces(t *testing.T) {
	cases := []struct{ text, want string }{
		{"*Velt holds more than 1,000 km of front.", "-"},
		{"*Velt attacked along the 1,000-km front line.", "-"},
		{"The front line in *Velt is 1,000 km long.", "Velt"},
		{"In *Bree, 12 people were killed.", "Bree"},
		{"Some 12 people were killed across *Bree.", "Bree"},
		{"Some 12 people were killed near the village of *Bree.", "Bree"},
		{"Some 12 people were killed in the *Bree region.", "Bree"},
		{"Some 12 people were killed in eastern *Velt.", "Velt"},
		{"*Velt says 12 people were killed.", "-"},
		{"The ministry of *Velt spoke of 12 people killed.", "-"},
		{"The office in *Velt recorded 12 civilian casualties.", "-"},
		{"The office in *Velt recorded 12 civilian casualties in *Bree.", "Bree"},
		{"A strike in *Bree killed 12 people.", "Bree"},
		{"Shells hit a market in *Bree, killing 12 people.", "Bree"},
		{"Some 12 people were killed and 7 injured in *Bree.", "Bree Bree"},
		{"Some 12 people were killed in *Bree and 7 injured in *Orsk.", "Bree Orsk"},
		{"In *Bree 12 people were killed and in *Orsk seven.", "Bree"},
		{"Some 12 people were killed, the governor said in *Orsk.", "-"},
		{"Some 12 people from *Orsk were killed.", "-"},
		{"They sent 40 drones for the war in *Velt.", "-"},
		{"Some 12 people were killed in the war in *Velt.", "Velt"},
		{"Of *Orsk it is said that 12 people were killed.", "-"},
		{"In *Bree, one person died and four were injured.", "Bree Bree"},
		{"In the south, the Armed Forces of *Velt killed 40 invaders.", "-"},
		{"At least 23 people were killed in a missile strike that hit a convoy near the southern city of *Orsk.", "Orsk"},
		{"Some 12 people were killed, who had fled to a camp in *Orsk.", "-"},
		{"In *Bree, in *Velt, 12 people were killed.", "Bree"},
		{"Civilian casualties in *Velt rose by 60 percent.", "Velt"},
	}
	r := newReader(t)
	for _, c := range cases {
		text := strings.ReplaceAll(c.text, "*", "")
		var places []record.Place
		for at, n := 0, 0; ; n++ {
			i := strings.Index(c.text[at:], "*")
			if i < 0 {
				break
			}
			at += i + 1
			end := at + strings.IndexAny(c.text[at:], " ,.")
			places = append(places, record.Place{ID: record.ID(c.text[at:end]), Span: record.Cut(text, at-n-1, end-n-1)})
		}
		rep := record.Report{ID: "r-1"}
		rep.Published.Value = "2023-12-26"
		doc := r.tokens.Document(text)
		var got []string
		for _, f := range r.figures.Extract(doc, &rep, r.times.Extract(doc, &rep), places).Figures {
			if f.Place == "" {
				f.Place = "-"
			}
			got = append(got, string(f.Place))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q lies at %s, want %s", c.text, s, c.want)
		}
	}
}
