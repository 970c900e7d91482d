package figure_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"sitrep/internal/figure"
	"sitrep/record"
)

// TestPrintsAndReadsBack holds that a figure written in words reads back the same.
func TestPrintsAndReadsBack(t *testing.T) {
	r := newReader(t)
	rng := rand.New(rand.NewPCG(1, 2))
	measures := []string{"killed", "injured", "missing", "captured", "displaced", "evacuated", "detained", "rescued", "affected"}
	populations := []string{"civilians", "children", "troops", "people", "women", "police"}
	bounds := []string{"exact", "more_than", "at_least", "less_than", "at_most", "about", "range"}
	for range 3000 {
		v := float64(1 + rng.IntN([]int{20, 1000, 100_000, 10_000_000}[rng.IntN(4)]))
		f := record.Figure{Measure: measures[rng.IntN(len(measures))], Population: populations[rng.IntN(len(populations))],
			Bound: bounds[rng.IntN(len(bounds))], Unit: "people"}
		if f.Bound == "range" {
			hi := v + 1 + float64(rng.IntN(int(v)+1))
			f.Low, f.High = &v, &hi
		} else {
			f.Value = &v
		}
		text := figure.Words(f) + "."
		got := r.read(strings.ToUpper(text[:1])+text[1:], "2023-12-26").Figures
		if len(got) != 1 {
			t.Fatalf("%q reads back as %d figures: %s", text, len(got), brief(got))
		}
		if a, b := brief([]record.Figure{f}), brief(got); a != b {
			t.Fatalf("%q\n reads back as %s\n but was        %s", text, b, a)
		}
	}
}

// TestPartsPointAtWholes holds that every part names a figure of its own report.
func TestPartsPointAtWholes(t *testing.T) {
	r := newReader(t)
	for _, c := range cases {
		got := r.read(c.text, "2023-12-26").Figures
		ids := map[record.ID]bool{}
		for _, f := range got {
			if ids[f.ID] {
				t.Errorf("%q: two figures share the id %s", c.text, f.ID)
			}
			ids[f.ID] = true
		}
		for _, f := range got {
			if f.PartOf != "" && (!ids[f.PartOf] || f.PartOf == f.ID) {
				t.Errorf("%q: the part %q points nowhere", c.text, f.Span.Text)
			}
		}
	}
}

// TestConflicts holds sums and restatements against what they are checked with.
func TestConflicts(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"It counted 21,793 casualties – 8,173 killed and 13,620 injured.", ""},
		{"It counted 21,793 casualties – 8,173 killed and 13,000 injured.", "figure"},
		{"It counted 10 casualties – 8 killed and 13 injured.", "figure"},
		{"It counted 102 killed (15 men, 14 women, 3 boys, 2 girls, as well as 2 children and 66 adults whose sex is yet unknown).", ""},
		{"It counted 102 killed (15 men, 14 women, 3 boys, 2 girls, as well as 2 children and 76 adults whose sex is yet unknown).", "figure"},
		{"The 1,000-kilometer (620-mile) front line held.", ""},
		{"The 1,000-kilometer (900-mile) front line held.", "unit"},
		{"It lies 62 miles (100 km) away.", ""},
		{"It lies 5 km (3 miles) away.", ""},
		{"It lies 5 km (5 miles) away.", "unit"},
		{"Some 73 people, including 14 children, were injured.", ""},
	} {
		var got []string
		for _, k := range r.read(c.text, "2023-12-26").Conflicts {
			got = append(got, k.Kind)
			if len(k.Between) == 0 || k.Why == "" {
				t.Errorf("%q: a conflict without its figures or its reason", c.text)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q gives conflicts %q, want %q", c.text, s, c.want)
		}
	}
}

// FuzzExtract holds that any text reads without a panic, that spans hold their text
// and that no two figures share an id.
func FuzzExtract(f *testing.F) {
	r := newReader(f)
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Add("(1,000 (2,000) killed) 3 – 4 or 5 of 6 %")
	f.Fuzz(func(t *testing.T, text string) {
		ids := map[record.ID]bool{}
		for _, g := range r.read(text, "2023-12-26").Figures {
			if g.Span.Empty() || text[g.Span.Start:g.Span.End] != g.Span.Text {
				t.Errorf("the span of %q is wrong", g.Span.Text)
			}
			if ids[g.ID] {
				t.Errorf("two figures share the id %s", g.ID)
			}
			ids[g.ID] = true
			if g.Low != nil && g.High != nil && *g.Low > *g.High {
				t.Errorf("%q: %v is above %v", g.Span.Text, *g.Low, *g.High)
			}
		}
	})
}
