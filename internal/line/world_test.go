package line

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"sitrep/internal/archive/memory"
	"sitrep/internal/earth"
	"sitrep/internal/outline"
	"sitrep/record"
)

// The invented country of these tests lies from 30 to 34 degrees east and 48 to
// 50 north, in two divisions parted at 32 east; the army of Ashland ("ASH") holds
// its east, and the front runs north to south.

func country() *outline.Layer {
	return &outline.Layer{Name: "Borland", Scale: "exact", Units: []outline.Unit{
		{Code: "W", Name: "West", Area: earth.Area{{at(0, 0, 200, 0, 200, 200, 0, 200)}}},
		{Code: "E", Name: "East", Area: earth.Area{{at(200, 0, 400, 0, 400, 200, 200, 200)}}},
	}}
}

// control makes the GeoJSON of a map on which Ashland holds all east of x, in
// hundredths of a degree, and any further rings.
func control(x float64, more ...earth.Ring) string {
	ring := at(x, 0, 400, 0, 400, 200, x, 200)
	for y := 198.0; y > 0; y -= 2 { // a point every 2 km along the front, in a slight zigzag
		ring = append(ring, at(x+0.05*float64(int(y/2)%2), y)...)
	}
	rings := append([]earth.Ring{ring}, more...)
	var polys []string
	for _, r := range rings {
		polys = append(polys, string(appendPolygonJSON(nil, earth.Polygon{r})))
	}
	return `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[` + strings.Join(polys, ",") + `]}}]}`
}

func atlas(t testing.TB, maps map[string]string) *Atlas {
	t.Helper()
	l := country()
	a := NewAtlas(Settings{Store: memory.New(), Boundary: NewBoundary(l, Tolerance), Sectors: NewSectors(l)})
	for day, text := range maps {
		read, err := Read("map.geojson", []byte(text), Options{Day: day, Source: "Cartographers", Holder: "ASH"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.Add(context.Background(), read, false); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

// degree of latitude and of longitude at 49° north, in kilometres.
const latKM, lonKM = 111.2, 73.2

func near(got, want, share float64) bool { return math.Abs(got-want) <= share*math.Abs(want) }

func TestFront(t *testing.T) {
	a := atlas(t, map[string]string{"2030-05-01": control(250)})
	picks, err := a.Picks(context.Background(), "2030-05-03", Filter{})
	if err != nil || len(picks) != 1 || picks[0].Map == nil || picks[0].Days != 2 {
		t.Fatalf("%+v, %v", picks, err)
	}
	s, err := a.State(context.Background(), picks[0].Map.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range s.Lengths {
		if !near(l.KM, 2*latKM, 0.01) {
			t.Errorf("%g km with a ruler of %g km, want about %g: border must not count", l.KM, l.Ruler, 2*latKM)
		}
	}
	if s = a.BySector(s); len(s.Sectors) != 1 || s.Sectors[0].Name != "East" || !near(s.Sectors[0].KM, s.KM(), 1e-6) {
		t.Errorf("sectors %+v", s.Sectors)
	}
}

// TestPocketAtTheBorder: ground entered across the border has a front on its
// inner side, though all of it may lie within the tolerance of the border.
func TestPocketAtTheBorder(t *testing.T) {
	a := atlas(t, map[string]string{"2030-05-01": control(250, at(50, 196, 80, 196, 80, 200, 50, 200))})
	picks, _ := a.Picks(context.Background(), "", Filter{})
	s, err := a.State(context.Background(), picks[0].Map.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := s.KM()-2*latKM, 0.3*lonKM; got < want*0.9 || got > want+10 {
		t.Errorf("the pocket's front has %g km, want about %g", got, want)
	}
}

func TestWithoutBoundary(t *testing.T) {
	a := NewAtlas(Settings{Store: memory.New()})
	maps, _ := Read("x_20300501.geojson", []byte(control(250)), Options{})
	if _, err := a.Add(context.Background(), maps, false); err != nil {
		t.Fatal(err)
	}
	s, err := a.State(context.Background(), maps[0].ID)
	if err != nil || s.Boundary != "" || !near(s.KM(), 4*latKM+2*1.5*lonKM, 0.02) {
		t.Errorf("%v km, boundary %q, %v: the whole edge counts where no boundary is known", s.KM(), s.Boundary, err)
	}
}

func TestChange(t *testing.T) {
	// The front moves 0.1° west; a pocket is lost 0.2° further north-west.
	pocket := at(150, 100, 160, 100, 160, 110, 150, 110)
	a := atlas(t, map[string]string{"2030-05-01": control(250, pocket), "2030-06-01": control(240)})
	changes, gaps, err := a.Since(context.Background(), "2030-05-01", "2030-06-01", Filter{})
	if err != nil || len(changes) != 1 || len(gaps) != 0 {
		t.Fatalf("%v %v %v", changes, gaps, err)
	}
	c := changes[0]
	if !near(c.GainedKM2, 0.1*lonKM*2*latKM, 0.01) || !near(c.LostKM2, 0.1*lonKM*0.1*latKM, 0.02) {
		t.Errorf("gained %g, lost %g", c.GainedKM2, c.LostKM2)
	}
	if math.Abs(c.ResidualKM2) > max(0.1, 0.0005*(c.GainedKM2+c.LostKM2)) {
		t.Errorf("residual %g km²", c.ResidualKM2)
	}
	if !near(c.Advance.KM, 0.1*lonKM, 0.05) || c.Retreat.KM > 0.1 {
		t.Errorf("advance %+v, retreat %+v", c.Advance, c.Retreat)
	}
	sectors, err := a.ChangeSectors(context.Background(), c)
	if err != nil || len(sectors) != 2 || sectors[0].Name != "West" || !near(sectors[0].LostKM2, c.LostKM2, 0.01) || !near(sectors[1].GainedKM2, c.GainedKM2, 0.01) {
		t.Errorf("sectors %+v, %v", sectors, err)
	}
}

// TestRedrawnBorder: a border drawn a little further out is nobody's advance.
func TestRedrawnBorder(t *testing.T) {
	out := strings.ReplaceAll(control(250), "[34,48],[34,50]", "[34.02,48],[34.02,50]")
	a := atlas(t, map[string]string{"2030-05-01": control(250), "2030-06-01": out})
	changes, _, err := a.Since(context.Background(), "2030-05-01", "", Filter{})
	if err != nil || len(changes) != 1 {
		t.Fatal(changes, err)
	}
	if c := changes[0]; !near(c.RedrawnKM2, c.GainedKM2, 1e-6) || c.Share > 1e-9 || c.Advance.KM != 0 {
		t.Errorf("%+v", c)
	}
}

func TestGaps(t *testing.T) {
	a := atlas(t, map[string]string{"2030-05-01": control(250), "2030-07-01": control(240)})
	for _, c := range []struct{ day, want string }{
		{"2030-05-08", "2030-05-01"}, {"2030-05-09", ""}, {"2030-04-30", ""}, {"2030-07-01", "2030-07-01"}, {"", "2030-07-01"},
	} {
		picks, err := a.Picks(context.Background(), c.day, Filter{})
		if err != nil || len(picks) != 1 {
			t.Fatal(picks, err)
		}
		got := ""
		if picks[0].Map != nil {
			got = picks[0].Map.Day
		}
		if got != c.want {
			t.Errorf("%s: the map of %q, want %q", c.day, got, c.want)
		}
	}
	_, gaps, err := a.Since(context.Background(), "2030-06-01", "", Filter{})
	if err != nil || len(gaps) != 1 || !strings.Contains(gaps[0], "nearest before is of 2030-05-01") {
		t.Errorf("%v %v", gaps, err)
	}
}

func TestSideBySide(t *testing.T) {
	a := atlas(t, map[string]string{"2030-05-01": control(250)})
	other, _ := Read("o.geojson", []byte(control(240)), Options{Day: "2030-05-01", Source: "Others", Holder: "ASH"})
	if _, err := a.Add(context.Background(), other, false); err != nil {
		t.Fatal(err)
	}
	picks, err := a.Picks(context.Background(), "2030-05-01", Filter{})
	if err != nil || len(picks) != 2 || picks[0].Source != "Cartographers" || picks[1].Source != "Others" {
		t.Errorf("%+v, %v", picks, err)
	}
	if picks, _ = a.Picks(context.Background(), "2030-05-01", Filter{Source: "others"}); len(picks) != 1 {
		t.Errorf("%+v", picks)
	}
}

func TestReplace(t *testing.T) {
	a := atlas(t, map[string]string{"2030-05-01": control(250)})
	again, _ := Read("o.geojson", []byte(control(250)), Options{Day: "2030-05-01", Source: "Cartographers", Holder: "ASH"})
	if n, err := a.Add(context.Background(), again, false); n != 0 || err != nil {
		t.Errorf("the same again: %d, %v", n, err)
	}
	other, _ := Read("o.geojson", []byte(control(240)), Options{Day: "2030-05-01", Source: "Cartographers", Holder: "ASH"})
	if _, err := a.Add(context.Background(), other, false); err == nil {
		t.Error("another map for the same day was taken without a word")
	}
	if n, err := a.Add(context.Background(), other, true); n != 1 || err != nil {
		t.Errorf("replaced: %d, %v", n, err)
	}
	if maps, _ := a.List(context.Background()); len(maps) != 1 || maps[0].ID != other[0].ID {
		t.Errorf("%+v", maps)
	}
}

func TestAt(t *testing.T) {
	a := atlas(t, map[string]string{"2030-05-01": control(250)})
	for _, c := range []struct {
		lon  float64
		held bool
		km   float64
	}{{32, false, 0.5 * lonKM}, {33, true, 0.5 * lonKM}, {32.49, false, 0.01 * lonKM}} {
		s, gaps, err := a.At(context.Background(), c.lon, 49, "2030-05-01", Filter{})
		if err != nil || len(s) != 1 || len(gaps) != 0 || s[0].Held != c.held || s[0].KM == nil || !near(*s[0].KM, c.km, 0.02) {
			t.Errorf("%v: %+v %v %v", c, s, gaps, err)
		}
	}
}

func value(x float64) *float64 { return &x }

func TestCheck(t *testing.T) {
	a := atlas(t, map[string]string{"2030-04-01": control(252), "2030-05-01": control(250), "2030-05-08": control(248), "2030-09-01": control(200)})
	place := func(lon, precision float64) []record.Place {
		return []record.Place{{ID: "p-1", Name: "Ford", Lat: value(49), Lon: &lon, Precision: precision}}
	}
	for _, c := range []struct {
		name   string
		day    record.Date
		claim  record.LineClaim
		places []record.Place
		want   Verdict
		why    string
	}{
		{"more than it is", "2030-05-02", record.LineClaim{Claim: "length", Value: value(300), Unit: "km", Bound: "more_than"}, nil, Disagrees, "222 km"},
		{"more than", "2030-05-02", record.LineClaim{Claim: "length", Value: value(200), Unit: "kilometer", Bound: "more_than"}, nil, Agrees, "ruler"},
		{"miles", "2030-05-02", record.LineClaim{Claim: "length", Value: value(140), Unit: "mile", Bound: "about"}, nil, Agrees, "ruler"},
		{"no number", "2030-05-02", record.LineClaim{Claim: "length", Unit: "km"}, nil, CannotTell, "no number"},
		{"no map", "2030-03-02", record.LineClaim{Claim: "length", Value: value(140), Unit: "km"}, nil, CannotTell, "no map for 2030-03-02"},
		{"no day", "", record.LineClaim{Claim: "length", Value: value(140), Unit: "km"}, nil, CannotTell, "no day"},
		{"only perhaps", "2030-05-02", record.LineClaim{Claim: "length", Value: value(140), Unit: "km", Modality: record.Possible}, nil, CannotTell, "possible"},
		{"the same since a month", "2030-05-09", record.LineClaim{Claim: "unchanged", Since: "2030-04"}, nil, Disagrees, "2.7 %"},
		{"the same since a day", "2030-05-02", record.LineClaim{Claim: "unchanged", Since: "2030-04-03"}, nil, Agrees, "no more than 2 %"},
		{"not the same", "2030-09-02", record.LineClaim{Claim: "unchanged", Since: "2030-05"}, nil, Disagrees, "advance went 35"},
		{"not the same, denied", "2030-09-02", record.LineClaim{Claim: "unchanged", Since: "2030-05", Negated: true}, nil, Agrees, "denies"},
		{"since when", "2030-09-02", record.LineClaim{Claim: "unchanged"}, nil, CannotTell, "since when"},
		{"captured", "2030-09-01", record.LineClaim{Claim: "advance", Code: "ASH MIL", Place: "p-1"}, place(32.2, 1), CannotTell, "no map for 2030-08-31"},
		{"captured within the week", "2030-05-04", record.LineClaim{Claim: "advance", Code: "ASH MIL", Place: "p-1"}, place(32.49, 0.3), Agrees, "not held by ASH"},
		{"captured, known to a town's extent", "2030-05-04", record.LineClaim{Claim: "advance", Code: "ASH MIL", Place: "p-1"}, place(32.49, 3), Agrees, "held by ASH"},
		{"captured, known to a district", "2030-05-04", record.LineClaim{Claim: "advance", Code: "ASH MIL", Place: "p-1"}, place(32.49, 8), CannotTell, "nearer than"},
		{"captured, but not on the map", "2030-05-04", record.LineClaim{Claim: "advance", Code: "ASH MIL", Place: "p-1"}, place(32.3, 1), Disagrees, "13.2 km from the line"},
		{"captured long before", "2030-05-04", record.LineClaim{Claim: "advance", Code: "ASH", Place: "p-1"}, place(33, 1), Disagrees, "held by ASH"},
		{"captured, too near to tell", "2030-05-04", record.LineClaim{Claim: "advance", Code: "ASH", Place: "p-1"}, place(32.51, 3), CannotTell, "nearer than"},
		{"taken back by the others", "2030-05-04", record.LineClaim{Claim: "advance", Code: "BOR", Place: "p-1"}, place(32.49, 0.3), Disagrees, "held by ASH"},
		{"withdrawn by the others", "2030-05-04", record.LineClaim{Claim: "withdrawal", Code: "BOR", Place: "p-1"}, place(32.49, 0.3), Agrees, "held by ASH"},
		{"held", "2030-05-01", record.LineClaim{Claim: "held_by", Code: "ASH", Place: "p-1"}, place(33, 5), Agrees, "held by ASH"},
		{"held by the others", "2030-05-01", record.LineClaim{Claim: "held_by", Code: "BOR", Place: "p-1"}, place(33, 5), Disagrees, "held by ASH"},
		{"a region", "2030-05-01", record.LineClaim{Claim: "held_by", Code: "BOR", Place: "p-1"}, place(33, 80), CannotTell, "too vague"},
		{"nowhere", "2030-05-01", record.LineClaim{Claim: "held_by", Code: "BOR"}, nil, CannotTell, "could not be found"},
	} {
		r := &record.Reading{Report: record.Report{Published: record.Published{Value: c.day}}, Line: []record.LineClaim{c.claim}, Places: c.places}
		got, err := a.Check(context.Background(), r, DefaultRules())
		if err != nil || len(got) != 1 || len(got[0].Answers) != 1 {
			t.Errorf("%s: %+v, %v", c.name, got, err)
			continue
		}
		if got[0].Verdict != c.want || !strings.Contains(got[0].Answers[0].Why, c.why) {
			t.Errorf("%s: %s, want %s with %q: %s", c.name, got[0].Verdict, c.want, c.why, got[0].Answers[0].Why)
		}
	}
}

// TestCheckRough: from a sketch no claim about length can be refuted that a finer
// map might bear out.
func TestCheckRough(t *testing.T) {
	a := NewAtlas(Settings{Store: memory.New(), Boundary: NewBoundary(country(), Tolerance)})
	maps, err := Read("x_20300501.geojson", []byte(feature("{}", "Polygon", `[[[32.5,48],[34,48],[34,50],[32.5,50],[32.5,48]]]`)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Add(context.Background(), maps, false); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		bound string
		km    float64
		want  Verdict
	}{{"more_than", 300, CannotTell}, {"more_than", 200, Agrees}, {"less_than", 200, Disagrees}, {"less_than", 300, CannotTell}, {"about", 222, CannotTell}} {
		r := &record.Reading{Report: record.Report{Published: record.Published{Value: "2030-05-01"}}, Line: []record.LineClaim{{Claim: "length", Value: &c.km, Unit: "km", Bound: c.bound}}}
		got, err := a.Check(context.Background(), r, DefaultRules())
		if err != nil || got[0].Verdict != c.want || !strings.Contains(got[0].Answers[0].Why, "lower bound") {
			t.Errorf("%+v: %+v, %v", c, got, err)
		}
	}
}

func TestCheckWithoutMaps(t *testing.T) {
	a := NewAtlas(Settings{Store: memory.New()})
	r := &record.Reading{Line: []record.LineClaim{{Claim: "length"}}}
	got, err := a.Check(context.Background(), r, DefaultRules())
	if err != nil || len(got) != 1 || got[0].Verdict != CannotTell || !strings.Contains(got[0].Answers[0].Why, "no control map") {
		t.Errorf("%+v %v", got, err)
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct{ in, first, last string }{
		{"2030", "2030-01-01", "2030-12-31"}, {"2030-02", "2030-02-01", "2030-02-28"}, {"2030-02-09", "2030-02-09", "2030-02-09"},
		{"2030-FA", "2030-09-01", "2030-11-30"}, {"2030-WI", "2030-12-01", "2031-02-28"}, {"2030-Q2", "2030-04-01", "2030-06-30"},
		{"2023-W51", "2023-12-18", "2023-12-24"}, {"2025-04-19T18:00", "2025-04-19", "2025-04-19"}, {"", "", ""}, {"2030-13", "", ""}, {"soon", "", ""},
	} {
		first, last, ok := period(record.Date(c.in))
		if first != c.first || last != c.last || ok != (c.first != "") {
			t.Errorf("%s: %s to %s, %v", c.in, first, last, ok)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		in   float64
		want string
	}{{0, "0"}, {0.044, "0.04"}, {1.04, "1.0"}, {12.34, "12.3"}, {99.96, "100"}, {1054.4, "1,054"}, {1234567, "1,234,567"}, {-3.2, "−3.2"}, {-0.001, "0.00"}} {
		if got := Number(c.in); got != c.want {
			t.Errorf("%g: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestShapeThereAndBack(t *testing.T) {
	maps, err := Read("x_2030-05-01.geojson", []byte(control(250, at(50, 196, 80, 196, 80, 200, 50, 200))), Options{})
	if err != nil {
		t.Fatal(err)
	}
	k := maps[0].keep()
	got, err := open(&k)
	if err != nil || fmt.Sprint(got.Area) != fmt.Sprint(maps[0].Area) || got.newID() != maps[0].ID {
		t.Errorf("%v, %v", got, err)
	}
	for n := range len(k.Shape) {
		if _, _, err := decodeShape(k.Shape[:n]); err == nil {
			t.Fatalf("cut at %d of %d bytes, and no error", n, len(k.Shape))
		}
	}
}
