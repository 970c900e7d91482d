package place_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"sitrep/internal/gazetteer"
	"sitrep/internal/lang/en"
	"sitrep/internal/place"
	"sitrep/internal/syntax"
	"sitrep/internal/token"
	"sitrep/record"
)

// invented is a small world of made-up settlements, in divisions whose names and
// codes the language's tables know.
func invented() []gazetteer.Entry {
	town := func(name, country, div string, lat, lon float64, pop int, others ...string) gazetteer.Entry {
		return gazetteer.Entry{Name: name, Others: others, Lat: lat, Lon: lon, Country: country, Division: div, Feature: "P.PPL", Population: pop, Precision: 2, Slavic: country == "UA"}
	}
	area := func(name, feature, country, div string, lat, lon, km float64, pop int, others ...string) gazetteer.Entry {
		return gazetteer.Entry{Name: name, Others: others, Lat: lat, Lon: lon, Country: country, Division: div, Feature: feature, Precision: km, Population: pop, Slavic: country == "UA"}
	}
	county := func(name, second, div string, lat, lon float64) gazetteer.Entry {
		e := area(name+" County", "A.ADM2", "US", div, lat, lon, 20, 30000, name)
		e.Second = second
		return e
	}
	es := []gazetteer.Entry{
		area("United States", "A.PCLI", "US", "", 39.8, -98.6, 1700, 0, "U.S.", "US", "America"),
		area("Ukraine", "A.PCLI", "UA", "", 49, 32, 440, 0),
		area("Russia", "A.PCLI", "RU", "", 60, 100, 2300, 0),
		area("Georgia", "A.PCLI", "GE", "", 42, 43.5, 150, 0),
		area("Georgia", "A.ADM1", "US", "GA", 32.75, -83.5, 220, 9000000),
		area("Kentucky", "A.ADM1", "US", "KY", 37.5, -85.3, 180, 4000000),
		area("Ohio", "A.ADM1", "US", "OH", 40.25, -83, 190, 11000000),
		area("Texas", "A.ADM1", "US", "TX", 31.3, -99.3, 470, 25000000),
		area("Washington", "A.ADM1", "US", "WA", 47.5, -120.5, 240, 7000000),
		area("Donetsk Oblast", "A.ADM1", "UA", "05", 48, 37.5, 90, 4000000, "Donetsk"),
		area("Kharkiv Oblast", "A.ADM1", "UA", "07", 49.5, 36.5, 100, 2700000, "Kharkiv"),
		county("Marrow", "001", "KY", 37.1, -84.1), county("Marrow", "003", "OH", 40.9, -82.2), county("Stellin", "005", "TX", 31.5, -95.6),
		town("Quellin", "US", "KY", 37.13, -84.08, 8000), town("Quellin", "US", "OH", 40.9, -82.2, 30000), town("Quellin", "US", "TX", 31.7, -95.6, 18000),
		town("Quellin", "GB", "ENG", 51.5, -0.1, 900000),
		town("Harrowgate", "US", "KY", 37.2, -84.2, 3000), town("Tarn Mills", "US", "OH", 40.95, -82.3, 4000),
		town("Port Stellin", "US", "TX", 31.6, -95.5, 2500), town("Washington", "US", "DC", 38.9, -77, 600000),
		town("Verdin", "US", "TX", 31.65, -95.7, 1200), town("Reading", "GB", "ENG", 51.45, -1, 200000), town("Bath", "GB", "ENG", 51.4, -2.4, 90000),
		town("Mosbury", "GB", "ENG", 52, -1, 1500000), town("Lower Mosbury", "GB", "ENG", 52.1, -1.1, 2000),
		town("Kharkiv", "UA", "07", 49.99, 36.23, 1400000, "Kharkov", "Харків"), town("Donetsk", "UA", "05", 48, 37.8, 900000),
		town("Zorivka", "UA", "05", 48.5, 37.9, 900, "Zorevka", "Zaryivka", "Зорівка"), town("Stara Hutka", "UA", "05", 48.3, 37.6, 300, "Staraya Gutka"),
		town("Lypovets", "UA", "07", 49.7, 37.6, 500), town("Lypovets", "UA", "05", 48.1, 37.2, 400), town("Lypovets", "UA", "23", 49.2, 29, 450),
		town("Lypovets", "UA", "12", 50.2, 30.9, 420), town("Lypovets", "UA", "15", 49.6, 23.9, 430), town("Verkhniokamianka", "UA", "05", 48.85, 38.2, 100),
		area("Black Sea", "H.SEA", "", "", 43.5, 34, 550, 0), area("Ostrel River", "H.STM", "UA", "", 49, 37.5, 90, 0, "Ostrel"),
		area("Zorivka People's Republic", "L.RGN", "UA", "05", 48.4, 37.9, 40, 0),
		area("Donbas", "L.RGN", "UA", "", 48, 38, 150, 0), area("Europe", "L.CONT", "", "", 51, 17, 1800, 0), area("Kingdom of Merrow", "A.PCLI", "MW", "", -13, 34, 190, 0, "Merrow"),
		area("Merrow Island", "T.ISL", "MW", "", -12, 34, 10, 0),
	}
	for i := range es {
		if es[i].Division == "DC" {
			es[i].Feature = "P.PPLC"
		}
		es[i].ID = i + 1
		if es[i].Name == "Quellin" && es[i].Division == "KY" || es[i].Name == "Harrowgate" {
			es[i].Second = "001"
		}
	}
	return es
}

var open = sync.OnceValues(func() (*place.Extractor, error) {
	data, err := gazetteer.Pack(invented(), gazetteer.Lists{
		Alpha3:    map[string]string{"US": "USA", "UA": "UKR", "GB": "GBR", "GE": "GEO", "RU": "RUS", "MW": "MWI"},
		Divisions: map[string]string{"US.KY": "Kentucky", "US.OH": "Ohio", "US.TX": "Texas", "US.GA": "Georgia", "US.WA": "Washington", "UA.05": "Donetsk Oblast", "UA.07": "Kharkiv Oblast"},
	})
	if err != nil {
		return nil, err
	}
	g, err := gazetteer.Open(string(data))
	if err != nil {
		return nil, err
	}
	return place.New(en.Language(), g)
})

func cut(t testing.TB, text string) *syntax.Document {
	t.Helper()
	tok, err := token.New(en.Language())
	if err != nil {
		t.Fatal(err)
	}
	return tok.Document(text)
}

// expect reads a text and compares the places with a list such as
// "Quellin=Ohio Ukraine=UKR Lypovets=?": a first division, a country where there is
// none, ? for a place without a point, - for neither division nor country.
func expect(t *testing.T, text, want string) {
	t.Helper()
	e, err := open()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range e.Extract(cut(t, text), &record.Report{ID: "r-1"}) {
		if p.Span.Text != text[p.Span.Start:p.Span.End] {
			t.Errorf("%q: span %+v does not hold its text", text, p.Span)
		}
		if p.Lat != nil && (*p.Lat == 0 && *p.Lon == 0 || p.Precision <= 0 || p.Why == "") {
			t.Errorf("%q: %+v has a point without precision or reason", text, p)
		}
		where := p.Admin1
		switch {
		case p.Lat == nil:
			where = "?"
		case where == "" && p.Country == "":
			where = "-"
		case where == "":
			where = p.Country
		}
		got = append(got, p.Span.Text+"="+where)
	}
	if g := strings.Join(got, "; "); g != want {
		t.Errorf("%q\n got: %s\nwant: %s", text, g, want)
	}
}

func TestParents(t *testing.T) {
	for _, c := range [][2]string{
		{"He lives in Quellin, Ohio.", "Quellin=Ohio; Ohio=Ohio"},
		{"He lives in Quellin, Texas, with two dogs.", "Quellin=Texas; Texas=Texas"},
		{"He lives in Quellin, Ky.", "Quellin=Kentucky; Ky.=Kentucky"},
		{"A fire in Quellin (Texas) was put out.", "Quellin=Texas; Texas=Texas"},
		{"A fire in Quellin in Kentucky was put out.", "Quellin=Kentucky; Kentucky=Kentucky"},
		{"QUELLIN, Ky. — A barn burned down.", "QUELLIN=Kentucky; Ky.=Kentucky"},
		{"The mayor of Quellin, Marrow County, resigned in Kentucky.", "Quellin=Kentucky; Marrow County=Kentucky; Kentucky=Kentucky"},
		{"Shells hit Lypovets, Kharkiv Oblast, at noon.", "Lypovets=Kharkiv Oblast; Kharkiv Oblast=Kharkiv Oblast"},
		{"Shells hit Lypovets in the Donetsk region at noon.", "Lypovets=Donetsk Oblast; Donetsk region=Donetsk Oblast"},
		{"Soldiers of Ukraine, Donetsk Oblast and Russia met.", "Ukraine=UKR; Donetsk Oblast=Donetsk Oblast; Russia=RUS"},
		{"They met at Verdin, Ohio, on Monday.", "Verdin=Ohio; Ohio=Ohio"}, // none is known there: Ohio's middle, and it says so
	} {
		expect(t, c[0], c[1])
	}
}

func TestContext(t *testing.T) {
	for _, c := range [][2]string{
		{"Crews from Harrowgate and Quellin fought the fire.", "Harrowgate=Kentucky; Quellin=Kentucky"},
		{"Crews from Tarn Mills and Quellin fought the fire.", "Tarn Mills=Ohio; Quellin=Ohio"},
		{"The road from Port Stellin to Quellin is closed near Verdin.", "Port Stellin=Texas; Quellin=Texas; Verdin=Texas"},
		{"Quellin and Marrow County share a jail. The Ohio legislature pays.", "Quellin=Ohio; Marrow County=Ohio; Ohio=Ohio"},
		{"In Mosbury and in Quellin trains stood still.", "Mosbury=ENG; Quellin=ENG"},
		{"Trains stood still in Quellin.", "Quellin=ENG"},
		{"The sheriff said deputies from the county came to Quellin. The school district and the Democrats in the township paid $5 for a felony indictment.", "Quellin=Ohio"},
		{"Fighting went on in Lypovets and in Zorivka.", "Lypovets=Donetsk Oblast; Zorivka=Donetsk Oblast"},
		{"Fighting went on in Lypovets.", "Lypovets=?"},
		{"Georgia, Ohio, Texas and Kentucky voted.", "Georgia=Georgia; Ohio=Ohio; Texas=Texas; Kentucky=Kentucky"},
		{"Georgia and Russia signed a truce.", "Georgia=GEO; Russia=RUS"},
		{"The war in Georgia began.", "Georgia=GEO"},
		{"Washington and Moscow talked.", "Washington=DC"},
		{"The state of Washington, Ohio and Texas sued.", "Washington=Washington; Ohio=Ohio; Texas=Texas"},
		{"Quellin, Texas, burned. Firemen of Quellin came late.", "Quellin=Texas; Texas=Texas; Quellin=Texas"},
	} {
		want := strings.ReplaceAll(c[1], "=ENG", "=GBR")
		want = strings.ReplaceAll(want, "=DC", "=USA")
		expect(t, c[0], want)
	}
}

func TestNames(t *testing.T) {
	for _, c := range [][2]string{
		{"They shelled Kharkov.", "Kharkov=Kharkiv Oblast"},
		{"They shelled Kharkiv.", "Kharkiv=Kharkiv Oblast"},
		{"They shelled KHARKIV.", "KHARKIV=Kharkiv Oblast"},
		{"Troops left Staraya Gutka.", "Staraya Gutka=Donetsk Oblast"},
		{"Troops fought near Verhnyokamyanka in Ukraine.", "Verhnyokamyanka=Donetsk Oblast; Ukraine=UKR"},
		{"A ship sank in the Black Sea.", "Black Sea=-"},
		{"They crossed the Ostrel River.", "Ostrel River=UKR"},
		{"They crossed the Ostrel river.", "Ostrel river=UKR"},
		{"The Donbas is cold.", "Donbas=UKR"},
		{"Across Europe prices rose.", "Europe=-"},
		{"The Kharkiv region was hit.", "Kharkiv region=Kharkiv Oblast"},
		{"Donetsk Oblast was hit.", "Donetsk Oblast=Donetsk Oblast"},
		{"The Donetsk oblast was hit.", "Donetsk oblast=Donetsk Oblast"},
		{"The U.S. sent aid to Ukraine.", "U.S.=USA; Ukraine=UKR"},
		{"Harrowgate-based crews came.", "Harrowgate=Kentucky"},
		{"The people of Merrow voted.", "Merrow=MWI"},
		{"Waves hit Merrow Island.", "Merrow Island=MWI"},
		{"The village, known as Zaryivka, burned.", "Zaryivka=Donetsk Oblast"},
		{"Shells hit Zorivka in the Kharkiv region.", "Zorivka=Kharkiv Oblast; Kharkiv region=Kharkiv Oblast"},
		{"They met in Lower Mosbury.", "Lower Mosbury=GBR"},
		{"They met in the village of Plokhove in Ukraine.", "Plokhove=?; Ukraine=UKR"},
		{"They met in the village of Plokhove, Donetsk Oblast.", "Plokhove=Donetsk Oblast; Donetsk Oblast=Donetsk Oblast"},
		{"They met in the village of Verdin near Zorivka.", "Verdin=Donetsk Oblast; Zorivka=Donetsk Oblast"},
		{"They met in the village of Lypovets near Kharkiv.", "Lypovets=Kharkiv Oblast; Kharkiv=Kharkiv Oblast"},
		{"They met in the village of Lypovets near Zorivka.", "Lypovets=Donetsk Oblast; Zorivka=Donetsk Oblast"},
		{"Troops of the Zorivka People's Republic left.", "Zorivka People's Republic=Donetsk Oblast"},
		{"Ukraine's Kharkiv was hit.", "Ukraine=UKR; Kharkiv=Kharkiv Oblast"},
		{"Harrowgate's mayor spoke.", "Harrowgate=Kentucky"},
	} {
		expect(t, c[0], c[1])
	}
}

// TestNoPlaces: words and names that are no places, or not used as such.
func TestNoPlaces(t *testing.T) {
	for _, text := range []string{
		"Reading is good for you.", "Mr. Quellin spoke.", "Gen. Harrowgate resigned.", "Robert Quellin spoke.",
		"Susan Harrowgate spoke. Harrowgate said no.", "John Q. Verdin wrote it.", "Verdin said the bill was dead.", "According to Verdin, it rained.",
		"The Quellin Times reported it.", "She studies at Quellin University.", "Verdin Chemical Co. paid. Verdin was fined.", "He banks with Quellin Bank.",
		"The Quellin Tigers won.", "Joe Verdin, 42, was hurt.", "Mary Harrowgate and Joe left.", "The committee met.", "It happened on Monday in May.",
		"Senator Verdin voted no.", "I don't know.", "us and them", "THE END", "", ".", "He paid US$5.", "He likes Russian salad, Polish jokes.",
	} {
		expect(t, text, "")
	}
}

func TestFormsInContext(t *testing.T) {
	for _, c := range [][2]string{
		{"He was born in Reading.", "Reading=GBR"},
		{"They drove from Mosbury to Bath in rain.", "Mosbury=GBR; Bath=GBR"},
		{"The Quellin City Council met in Harrowgate.", "Quellin=Kentucky; Harrowgate=Kentucky"},
		{"A Verdin man was hurt.", "Verdin=Texas"},
		{"Police in Verdin are looking for him.", "Verdin=Texas"},
		{"Main Street in Verdin is closed.", "Main Street=?; Verdin=Texas"},
		{"The crash on Highway 19 closed the road.", "Highway 19=?"},
		{"Verdin Creek rose near Port Stellin.", "Verdin Creek=Texas; Port Stellin=Texas"},
	} {
		expect(t, c[0], c[1])
	}
}

// TestRelative: points told by distance and direction.
func TestRelative(t *testing.T) {
	e, err := open()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, span string
		lat, lon   float64 // 0: no point
		least      float64
	}{
		{"They dug in 20 km south of Zorivka.", "20 km south of Zorivka", 48.32, 37.9, 6},
		{"They dug in 20 kilometers north of Zorivka.", "20 kilometers north of Zorivka", 48.68, 37.9, 6},
		{"It fell 10 miles (16 km) west of Zorivka.", "10 miles (16 km) west of Zorivka", 48.5, 37.68, 5},
		{"It fell about 30 km north-east of Zorivka.", "30 km north-east of Zorivka", 48.69, 38.19, 8},
		{"It fell 20 km to the south of Zorivka.", "20 km to the south of Zorivka", 48.32, 37.9, 6},
		{"It fell 20 km east of Ukraine.", "20 km east of Ukraine", 0, 0, 0},
		{"It fell 20 km east of Lypovets.", "20 km east of Lypovets", 0, 0, 0},
	} {
		found := false
		for _, p := range e.Extract(cut(t, c.text), nil) {
			if p.Rule != "place/relative" {
				continue
			}
			found = true
			if p.Span.Text != c.span {
				t.Errorf("%q: span %q, want %q", c.text, p.Span.Text, c.span)
			}
			switch {
			case c.lat == 0 && p.Lat != nil:
				t.Errorf("%q: a point where none is known: %+v", c.text, p)
			case c.lat != 0 && p.Lat == nil:
				t.Errorf("%q: no point: %s", c.text, p.Why)
			case c.lat != 0 && (place.Distance(c.lat, c.lon, *p.Lat, *p.Lon) > 2 || p.Precision < c.least):
				t.Errorf("%q: %v,%v ± %v km", c.text, *p.Lat, *p.Lon, p.Precision)
			}
		}
		if !found {
			t.Errorf("%q: not found", c.text)
		}
	}
}

// TestPeoples: adjectives serve those who ask for them, and nobody else.
func TestPeoples(t *testing.T) {
	e, err := open()
	if err != nil {
		t.Fatal(err)
	}
	text := "The Russian army and Ukrainian troops met; an American official left."
	doc := cut(t, text)
	if got := e.Extract(doc, nil); len(got) != 0 {
		t.Errorf("%d places in a text of peoples", len(got))
	}
	var got []string
	for _, p := range e.All(doc, nil) {
		got = append(got, p.Span.Text+"="+p.Country)
	}
	if g := strings.Join(got, " "); g != "Russian=RUS Ukrainian=UKR American=USA" {
		t.Error(g)
	}
}

func TestPrecisionAndReasons(t *testing.T) {
	e, err := open()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		least float64
		why   string
	}{
		{"The war in Ukraine goes on.", 400, "middle of the country"},
		{"The Donbas is cold.", 100, "middle of the area"},
		{"They met in Zorivka.", 1, "only place of this name"},
		{"They met in Quellin, Texas.", 1, "named with Texas"},
		{"They met in Quellin and Harrowgate.", 1, "nearest to the report's other places"},
		{"They met in the village of Plokhove, Donetsk Oblast.", 80, "not in the gazetteer"},
		{"They met in the village of Lypovets near Kharkiv.", 30, "lies near Kharkiv"},
	} {
		p := e.Extract(cut(t, c.text), nil)
		if len(p) == 0 || p[0].Precision < c.least || !strings.Contains(p[0].Why, c.why) {
			t.Errorf("%q: %+v", c.text, p)
		}
	}
}

// TestTwice: the same text gives the same places, also from several goroutines.
func TestTwice(t *testing.T) {
	e, err := open()
	if err != nil {
		t.Fatal(err)
	}
	text := "Crews from Harrowgate and Quellin fought the fire 20 km south of Zorivka. Lypovets, Kharkiv Oblast, burned. Mr. Verdin left Texas."
	doc := cut(t, text)
	want := fmt.Sprint(places(e.All(doc, nil)))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got := fmt.Sprint(places(e.All(doc, nil))); got != want {
					t.Errorf("got  %s\nwant %s", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func places(list []record.Place) []string {
	var out []string
	for _, p := range list {
		at := "?"
		if p.Lat != nil {
			at = fmt.Sprintf("%.4f,%.4f", *p.Lat, *p.Lon)
		}
		out = append(out, fmt.Sprintf("%d-%d %s %s %s %s", p.Span.Start, p.Span.End, p.Name, at, p.Why, p.ID))
	}
	return out
}
