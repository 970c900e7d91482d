package gazetteer

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"strings"
	"testing"
)

func sample() []Entry {
	return []Entry{
		{ID: 1, Name: "Norland", Others: []string{"Kingdom of Norland"}, Lat: 60, Lon: 10, Country: "NX", Feature: "A.PCLI", Precision: 300},
		{ID: 2, Name: "Quellin", Lat: 61.5, Lon: 11.25, Country: "NX", Division: "01", Second: "A", Feature: "P.PPL", Population: 40000, Precision: 3},
		{ID: 3, Name: "Quellin", Lat: 59.5, Lon: 9.25, Country: "NX", Division: "02", Second: "B", Feature: "P.PPL", Population: 900, Precision: 1},
		{Name: "New Quellin", Lat: -59.5, Lon: -9.25, Country: "NX", Division: "02", Second: "B", Feature: "P.PPL", Precision: 1},
		{Name: "Verkhnya Zorivka", Others: []string{"Верхня Зорівка"}, Lat: 48.5, Lon: 37, Country: "UA", Division: "05", Feature: "P.PPL", Precision: 2, Slavic: true},
	}
}

func packed(t testing.TB, es []Entry) *Gazetteer {
	t.Helper()
	data, err := Pack(es, Lists{Alpha3: map[string]string{"NX": "NXX", "UA": "UKR"}, Divisions: map[string]string{"NX.01": "Upper", "NX.02": "Lower"}})
	if err != nil {
		t.Fatal(err)
	}
	g, err := Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func find(g *Gazetteer, name string) []Place {
	hits, _ := g.Lookup(Fold(nil, name), nil)
	var out []Place
	for _, h := range hits {
		out = append(out, g.At(h.Place))
	}
	return out
}

func TestPackAndOpen(t *testing.T) {
	g := packed(t, sample())
	if g.Len() != 5 {
		t.Fatalf("%d places, want 5", g.Len())
	}
	q := find(g, "QUELLIN")
	if len(q) != 2 || q[0].ID != 2 || q[1].ID != 3 {
		t.Fatalf("Quellin: %+v; the larger one comes first", q)
	}
	p := q[0]
	if p.Lat != 61.5 || p.Lon != 11.25 || p.Country != "NX" || g.DivisionName(p.Division) != "Upper" || g.Alpha3("NX") != "NXX" || p.Feature != "P.PPL" {
		t.Errorf("%+v", p)
	}
	if pop := p.Population(); math.Abs(float64(pop)-40000) > 4000 {
		t.Errorf("population %d, want about 40000", pop)
	}
	if q[1].Division == p.Division || q[1].Second == 0 {
		t.Errorf("divisions: %+v", q)
	}
	if n := find(g, "new quellin"); len(n) != 1 || n[0].Lat != -59.5 {
		t.Errorf("New Quellin: %+v", n)
	}
	if _, longer := g.Lookup(Fold(nil, "New"), nil); !longer {
		t.Error("a longer key begins with New, and Lookup does not say so")
	}
	if hits, longer := g.Lookup(Fold(nil, "Nowhere"), nil); len(hits) > 0 || longer {
		t.Errorf("Nowhere: %v %v", hits, longer)
	}
	if hits, _ := g.Lookup(Skeleton([]byte{1}, Fold(nil, "Verhnia Zorivka")), nil); len(hits) != 1 {
		t.Errorf("another romanisation: %v", hits)
	}
	if h := g.DivisionPlace("NX.01"); h != nil {
		t.Errorf("no first division is packed, got %v", h)
	}
}

func TestSameEntriesSameFile(t *testing.T) {
	a := sample()
	b := sample()
	b[0], b[4] = b[4], b[0]
	x, _ := Pack(a, Lists{})
	y, _ := Pack(b, Lists{})
	if string(x) != string(y) {
		t.Error("the order of entries changes the file")
	}
}

func TestJoin(t *testing.T) {
	more := packed(t, []Entry{{Name: "Quellin", Lat: 58, Lon: 8, Country: "NX", Division: "02", Feature: "P.PPL", Precision: 1}})
	g := packed(t, sample()).Join(more)
	q := find(g, "Quellin")
	if len(q) != 3 || q[2].Lat != 58 || g.DivisionName(q[2].Division) != "Lower" || q[2].Division != q[1].Division {
		t.Errorf("%+v", q)
	}
}

// TestBigNumbers: many keys, blocks and postings read back.
func TestBigNumbers(t *testing.T) {
	var es []Entry
	for i := range 3000 {
		name := "Zz" + strings.Repeat(string(rune('a'+i%26)), 1+i%40) + string(rune('a'+i/26%26))
		es = append(es, Entry{Name: name, Lat: float64(i%170) - 85, Lon: float64(i%350) - 175, Country: "NX", Feature: "P.PPL", Precision: 1})
	}
	g := packed(t, es)
	for _, e := range es {
		ok := false
		hits, _ := g.Lookup(Fold(nil, e.Name), nil)
		for _, h := range hits {
			ok = ok || math.Abs(g.At(h.Place).Lat-e.Lat) < 1e-4
		}
		if !ok && len(hits) < 128 {
			t.Fatalf("%s is not found at its point", e.Name)
		}
	}
}

func TestDamage(t *testing.T) {
	data, _ := Pack(sample(), Lists{})
	for _, bad := range []string{"", "SITGAZ1\n", string(data[:len(data)-1]), string(data[1:]), strings.Replace(string(data), "Quellin", "Quollin", 1)} {
		if _, err := Open(bad); err == nil {
			t.Errorf("a damaged file of %d bytes was opened", len(bad))
		}
	}
}

// FuzzOpen: whatever the bytes, opening and asking neither panics nor hangs, and
// every hit can be read.
func FuzzOpen(f *testing.F) {
	data, _ := Pack(sample(), Lists{})
	f.Add(data[12:], "quellin")
	f.Add([]byte{1, 2, 3}, "a")
	f.Fuzz(func(t *testing.T, body []byte, key string) {
		file := append([]byte(magic), 0, 0, 0, 0)
		file = append(file, body...)
		binary.LittleEndian.PutUint32(file[8:], crc32.ChecksumIEEE(file[12:]))
		g, err := Open(string(file))
		if err != nil {
			return
		}
		hits, _ := g.Lookup(Fold(nil, key), nil)
		for _, h := range hits {
			_ = g.At(h.Place)
		}
	})
}
