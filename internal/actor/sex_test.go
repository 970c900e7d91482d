package actor

import (
	"testing"

	"sitrep/internal/lang/en"
)

func TestSexOfNames(t *testing.T) {
	x, err := newSexes(en.Language())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		sex  byte
	}{
		{"Emily Denethar", 'f'}, {"Thomas Denethar", 'm'}, {"Boro Denethar", 0},
		{"J. Edgar Denethar", 'm'}, {"Kim Denethar", 0}, {"Andrea Lossan", 0},
		{"Oksana Lossan", 'f'}, {"Serhiy Lossan", 'm'}, {"Zorba Denetharova", 'f'},
		{"Zorba Ivanovich Lossan", 'm'}, {"Zorba Petrovna Lossan", 'f'}, {"Zorba Lossanskaya", 'f'},
		{"Zorba Villanueva", 0}, {"Villanueva", 0}, {"Jean-Pierre Lossan", 'm'}, {"Anne-Sophie Lossan", 'f'},
		{"Mehmet Lossan", 'm'}, {"Ayşe Lossan", 'f'}, {"Zorba bin Lossan", 'm'}, {"Fatima Lossan", 'f'},
		{"Martin", 0}, {"Emily", 'f'}, {"Mrs. Martin", 'f'}, {"Sir Zorba", 'm'}, {"", 0},
	} {
		if got := x.ofName(c.name); got != c.sex {
			t.Errorf("%s: %q, want %q", c.name, got, c.sex)
		}
	}
	for lemma, sex := range map[string]byte{"spokeswoman": 'f', "deputy chairman": 'm', "minister": 0, "widow": 'f', "german": 0} {
		if got := x.ofRole(lemma); got != sex {
			t.Errorf("%s: %q, want %q", lemma, got, sex)
		}
	}
}

func BenchmarkSexOfName(b *testing.B) {
	x, err := newSexes(en.Language())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		x.ofName("Zorba Ivanovich Lossan")
	}
}
