package gazetteer

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"sitrep/internal/fault"
)

const dump = "77\tHornivka\tHornivka\tГорнівка,Gornovka,HRN,霍尔\t48.5\t37.25\tP\tPPL\tUA\t\t05\t14\t\t\t1200\t\t90\tEurope/Kyiv\t2020-01-01\n" +
	"78\tOld Kiln\tOld Kiln\t\t48.6\t37.35\tS\tRUIN\tUA\t\t05\t\t\t\t0\t\t90\tEurope/Kyiv\t2020-01-01\n" +
	"79\tNull Island\tNull Island\t\t0\t0\tP\tPPL\tUA\t\t05\t\t\t\t0\t\t90\tEurope/Kyiv\t2020-01-01\n" +
	"not a row\n"

func TestReadGeoNames(t *testing.T) {
	for name, data := range map[string][]byte{"UA.txt": []byte(dump), "UA.zip": zipped(t, "UA.txt", dump)} {
		es, skipped, err := Read(name, data, nil)
		if err != nil || len(es) != 1 || skipped != 3 {
			t.Fatalf("%s: %d entries, %d skipped, %v", name, len(es), skipped, err)
		}
		e := es[0]
		if e.ID != 77 || e.Country != "UA" || e.Division != "05" || e.Population != 1200 || !e.Slavic || strings.Join(e.Others, "|") != "Горнівка|Gornovka" {
			t.Errorf("%+v", e)
		}
	}
	if _, _, err := Read("x.txt", []byte("hello\nworld\n"), nil); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a text that is no table: %v", err)
	}
	if _, _, err := Read("x.zip", []byte("PK\x03\x04rubbish"), nil); fault.KindOf(err) != fault.Broken {
		t.Errorf("a broken zip file: %v", err)
	}
}

func zipped(t *testing.T, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for n, body := range map[string]string{name: text, "readme.txt": strings.Repeat("words ", 900)} {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadSettlements(t *testing.T) {
	base := packed(t, []Entry{{Name: "Donetsk Oblast", Others: []string{"Донецька область", "Donetsk"}, Lat: 48, Lon: 37.5, Country: "UA", Division: "05", Feature: "A.ADM1", Precision: 90, Slavic: true}})
	for _, c := range []struct {
		what, table string
		want        string
		precision   float64
	}{
		{"tabs", "name_en\tname_uk\toblast\traion\thromada\tlat\tlon\tsource\nHornivka\tГорнівка\tDonetsk Oblast\tBakhmut Raion\tX\t48.5\t37.2\tsurvey\n", "Hornivka|Горнівка", 1.5},
		{"another order and names", "longitude\tlatitude\tEnglish\tUkrainian\tRegion\tcoord_source\n37.2\t48.5\tHornivka\tГорнівка\tДонецька область\thromada centroid\n", "Hornivka|Горнівка", 10},
		{"commas", "lat,lng,name,oblast,source\n48.5,37.2,Hornivka,Donetsk,raion centre\n", "Hornivka", 25},
		{"oblast's middle", "name\tlat\tlon\toblast\tsource\nHornivka\t48.5\t37.2\tDonetsk\toblast centroid\n", "Hornivka", 80},
		{"precision of its own", "name\tlat\tlon\toblast\tprecision_km\nHornivka\t48.5\t37.2\tDonetsk\t4\n", "Hornivka", 4},
		{"only Ukrainian", "name_uk\tlat\tlon\toblast\nГорнівка\t48.5\t37.2\tDonetsk\n", "Горнівка", 1.5},
		{"comment and mark of order", "\ufeff# made by hand\nname\tlat\tlon\toblast\nHornivka; Gornovka\t48.5\t37.2\tDonetsk\n", "Hornivka|Gornovka", 1.5},
	} {
		es, _, err := Read("s.tsv", []byte(c.table), base)
		if err != nil || len(es) != 1 {
			t.Errorf("%s: %d entries, %v", c.what, len(es), err)
			continue
		}
		e := es[0]
		if got := strings.Join(append([]string{e.Name}, e.Others...), "|"); got != c.want || e.Precision != c.precision || e.Division != "05" || e.Lat != 48.5 || e.Lon != 37.2 {
			t.Errorf("%s: %s %+v", c.what, got, e)
		}
	}
	for _, bad := range []string{"", "name\tplace\nA\tB\n", "name\tlat\tlon\n", "name\tlat\tlon\nA\t0\t0\n", "name\tlat\tlon\nA\t95\t10\n"} {
		if _, _, err := Read("s.tsv", []byte(bad), base); err == nil {
			t.Errorf("%q was taken for a table with settlements", bad)
		}
	}
}

func TestAdded(t *testing.T) {
	base := packed(t, sample())
	es := []Entry{
		{Name: "Quellin", Lat: 61.501, Lon: 11.251, Country: "NX", Feature: "P.PPL", Precision: 1},
		{Name: "Tarn", Lat: 61, Lon: 11, Country: "NX", Feature: "P.PPL", Precision: 1},
	}
	data, n, err := Added(es, base)
	if err != nil || n != 1 {
		t.Fatalf("%d new, %v", n, err)
	}
	g, err := Open(string(data))
	if err != nil || len(find(g, "Tarn")) != 1 {
		t.Errorf("Tarn is not in what was packed: %v", err)
	}
	if data, n, err := Added(es[:1], base); data != nil || n != 0 || err != nil {
		t.Errorf("nothing new: %d, %v", n, err)
	}
}

// FuzzRead: whatever the bytes, no panic, and every entry has a name and a point
// on earth that is not 0,0.
func FuzzRead(f *testing.F) {
	f.Add([]byte(dump))
	f.Add([]byte("name\tlat\tlon\toblast\nHornivka\t48.5\t37.2\tDonetsk\n"))
	f.Add([]byte("lat,lon,name\nNaN,Inf,x\n"))
	base, err := Open(string(must(Pack(sample(), Lists{}))))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		es, _, err := Read("f", data, base)
		if err != nil {
			return
		}
		for _, e := range es {
			if e.Name == "" || !onEarth(e.Lat, e.Lon) || !(e.Precision > 0) {
				t.Errorf("%+v", e)
			}
		}
	})
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}
