package gazetteer

import (
	"testing"
	"time"
)

// TestWorld holds the bundled file to what is promised of it.
func TestWorld(t *testing.T) {
	if len(world) > 25<<20 {
		t.Errorf("%d bytes are embedded, at most 25 MiB may be", len(world))
	}
	begin := time.Now()
	g, err := World()
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(begin); took > 200*time.Millisecond {
		t.Errorf("opening took %v, at most 200 ms", took)
	}
	for i := range g.Len() {
		p := g.At(Index(i))
		if !onEarth(p.Lat, p.Lon) || p.Name == "" || p.Precision <= 0 || p.Feature == "" || len(p.Country) != 2 && len(p.Country) != 0 {
			t.Fatalf("place %d: %+v", i, p)
		}
		if i%50 == 0 && !leads(g, p.Name, Index(i)) {
			t.Errorf("%s (%s) is not found under its name", p.Name, p.Country)
		}
	}
}

func leads(g *Gazetteer, name string, at Index) bool {
	hits, _ := g.Lookup(Fold(nil, name), nil)
	for _, h := range hits {
		if h.Place == at {
			return true
		}
	}
	return len(hits) >= 128
}

// TestNamesOfOnePlace: old, new and differently romanised names lead to one point.
func TestNamesOfOnePlace(t *testing.T) {
	g, err := World()
	if err != nil {
		t.Fatal(err)
	}
	for _, names := range [][]string{
		{"Kyiv", "Kiev", "Київ"}, {"Bakhmut", "Artemivsk", "Бахмут"}, {"Niu-York", "Novhorodske"}, {"Kharkiv", "Kharkov"},
		{"Odesa", "Odessa"}, {"Dnipro", "Dnipropetrovsk"}, {"Zaporizhzhia", "Zaporizhzhya", "Zaporozhye"}, {"Luhansk", "Lugansk"},
		{"Mykolaiv", "Nikolaev", "Mykolayiv"}, {"Kropyvnytskyi", "Kirovohrad"}, {"Chornobyl", "Chernobyl"}, {"Toretsk", "Dzerzhynsk"},
		{"Pokrovsk", "Krasnoarmiisk"}, {"Oleshky", "Tsiurupynsk"}, {"Sievierodonetsk", "Severodonetsk"}, {"Myrnohrad", "Dymytrov"},
	} {
		var first *Place
		for _, n := range names {
			ok := false
			for _, p := range find(g, n) {
				if p.Country != "UA" || p.Class() != 'P' {
					continue
				}
				if first == nil {
					first = &p
				}
				ok = ok || near(p.Lat, p.Lon, first.Lat, first.Lon, 8)
			}
			if !ok {
				t.Errorf("%s does not lead where %s does", n, names[0])
			}
		}
	}
}

// TestPoints: a few settlements stand where they should.
func TestPoints(t *testing.T) {
	g, err := World()
	if err != nil {
		t.Fatal(err)
	}
	for name, at := range map[string][2]float64{
		"Robotyne": {47.45, 35.84}, "Krynky": {46.74, 33.08}, "Vuhledar": {47.78, 37.25}, "Avdiivka": {48.14, 37.74},
		"Chasiv Yar": {48.59, 37.84}, "Kupiansk": {49.71, 37.62}, "Vovchansk": {50.29, 36.94}, "Enerhodar": {47.50, 34.65},
		"Snake Island": {45.255, 30.204}, "Izium": {49.21, 37.25}, "Mariupol": {47.1, 37.55},
	} {
		ok := false
		for _, p := range find(g, name) {
			ok = ok || near(p.Lat, p.Lon, at[0], at[1], 6)
		}
		if !ok {
			t.Errorf("%s is not near %v", name, at)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		if _, err := World(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	g, err := World()
	if err != nil {
		b.Fatal(err)
	}
	keys := [][]byte{[]byte("kyiv"), []byte("springfield"), []byte("nowhere at all"), []byte("new york")}
	var hits []Hit
	b.ReportAllocs()
	for i := range b.N {
		hits, _ = g.Lookup(keys[i%len(keys)], hits[:0])
	}
}
