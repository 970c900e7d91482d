package gazetteer

import "testing"

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Kyiv": "kyiv", "São Paulo": "sao paulo", "N'Djamena": "ndjamena", "St. Ives": "st ives", "W.Va.": "wva",
		"Stratford-upon-Avon": "stratford upon avon", "Mar'inka": "marinka", "Київ": "київ", "Ёлкино": "елкино",
		"  Bad  Ems ": "bad ems", "Łódź": "lodz", "Ørsted": "orsted", "Côte d’Ivoire": "cote divoire", "": "", "'": "",
	} {
		if got := string(Fold(nil, in)); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestSkeleton: romanisations of one name meet, other names stay apart.
func TestSkeleton(t *testing.T) {
	key := func(s string) string { return string(Skeleton(nil, Fold(nil, s))) }
	for _, same := range [][2]string{
		{"Kharkhiv", "Harhiv"}, {"Yelenovka", "Elenovka"}, {"Zaliznyy", "Zaliznyi"}, {"Krynychki", "Krynichki"},
		{"Novomykhailivka", "Novomihailivka"}, {"Annovka", "Anovka"}, {"Tsvitne", "Cvitne"}, {"Velyka Vys", "Velika Vis"},
	} {
		if key(same[0]) != key(same[1]) {
			t.Errorf("%s (%s) and %s (%s) should meet", same[0], key(same[0]), same[1], key(same[1]))
		}
	}
	for _, apart := range [][2]string{{"Ivanivka", "Ivanovka"}, {"Shyshky", "Sysky"}, {"Borova", "Barova"}} {
		if key(apart[0]) == key(apart[1]) {
			t.Errorf("%s and %s should stay apart", apart[0], apart[1])
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Kyiv", "São", "\xff\xfe", "St. Łódź-on-Sea", "ъь’"} {
		f.Add(s)
	}
	// Folding what is folded changes nothing.
	f.Fuzz(func(t *testing.T, s string) {
		once := string(Fold(nil, s))
		if twice := string(Fold(nil, once)); twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}
