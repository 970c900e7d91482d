package score

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/internal/gazetteer"
	"sitrep/internal/lang/en"
)

func scorePlaces(t *testing.T, path string) Metrics {
	t.Helper()
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	m, err := PlacesTask(Args{Gold: path, Language: en.Language(), Gazetteer: g, Predictions: &lines})
	if err != nil {
		t.Fatal(err)
	}
	if lines.Len() == 0 {
		t.Error("no predictions were written")
	}
	return m
}

func written(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func is(t *testing.T, m Metrics, key string, want float64) {
	t.Helper()
	if got, ok := m[key].(float64); !ok || math.Abs(got-want) > 1e-9 {
		t.Errorf("%s is %v, want %v", key, m[key], want)
	}
}

// TestPlacesLGL: offsets count characters; adjectives of nations are marked; a name
// without a point is not resolved.
func TestPlacesLGL(t *testing.T) {
	dir := written(t, map[string]string{"a.xml": `<articles><article docid="1"><text><![CDATA[Café owners in Kharkiv met the Ukrainian minister on Ash Street.]]></text><toponyms>
<toponym><start>15</start><end>22</end><phrase>Kharkiv</phrase><gaztag geonameid="706483"><fcode>PPLA</fcode><lat>49.98</lat><lon>36.25</lon><country geonameid="690791">Ukraine</country><admin1>Kharkiv Oblast</admin1></gaztag></toponym>
<toponym><start>31</start><end>40</end><phrase>Ukrainian</phrase><gaztag geonameid="690791"><fcode>PCLI</fcode><lat>49</lat><lon>32</lon><country geonameid="690791">Ukraine</country></gaztag></toponym>
<toponym><start>53</start><end>63</end><phrase>Ash Street</phrase></toponym></toponyms></article></articles>`})
	m := scorePlaces(t, filepath.Join(dir, "a.xml"))
	for _, k := range []string{"find_strict_f1", "find_overlap_f1", "resolve_161km", "resolve_161km_end_to_end", "country", "admin1"} {
		is(t, m, k, 1)
	}
	if m["names"] != 3 || m["placed"] != 2 {
		t.Errorf("%v names, %v placed", m["names"], m["placed"])
	}
}

// TestPlacesGeoVirus: adjectives are not marked, and offsets may be off by what
// was cut from the front.
func TestPlacesGeoVirus(t *testing.T) {
	dir := written(t, map[string]string{"v.xml": `<articles><article><text>The Ukrainian cases were in Poltava and Berlin.</text><locations>
<location><name>Poltava</name><start>29</start><end>36</end><lat>49.6</lat><lon>34.5</lon></location>
<location><name>Berlin</name><start>40</start><end>46</end><lat>-10</lat><lon>10</lon></location></locations></article></articles>`})
	m := scorePlaces(t, filepath.Join(dir, "v.xml"))
	is(t, m, "find_strict_f1", 1)
	is(t, m, "resolve_161km", 0.5)
}

// TestPlacesBrat: points are a pair of numbers or an id; a people's name counts
// neither way.
func TestPlacesBrat(t *testing.T) {
	dir := written(t, map[string]string{
		"a.txt": "Germans left Poltava for Vienna.",
		"a.ann": "T1\tLiteral 13 20\tPoltava\n#1\tAnnotatorNotes T1\t696643\nT2\tLiteral 25 31\tVienna\n#2\tAnnotatorNotes T2\t48.2, 16.37\nT3\tDemonym 0 7\tGermans\n",
	})
	m := scorePlaces(t, dir)
	is(t, m, "find_strict_f1", 1)
	is(t, m, "resolve_161km", 1)
	if m["names"] != 2 || m["placed"] != 2 {
		t.Errorf("%v names, %v placed", m["names"], m["placed"])
	}
}

func TestPlacesNotes(t *testing.T) {
	for text, want := range map[string]placeGold{
		"48.2, 16.37": {lat: 48.2, lon: 16.37, placed: true}, "48.2 16.37": {lat: 48.2, lon: 16.37, placed: true}, "2761369": {id: 2761369},
		"https://www.geonames.org/2761369/vienna.html": {id: 2761369}, "GeoNames:2761369": {id: 2761369}, "N/A": {}, "": {}, "unsure, see text": {}, "95, 200": {},
	} {
		var got placeGold
		got.note(text)
		if got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

func TestPlacesUkraine(t *testing.T) {
	dir := written(t, map[string]string{
		"e.jsonl": `{"where":"Vuhledar town","where_prec":"1","adm1":"Donetsk oblast","lat":"47.78","lon":"37.25"}` + "\n" +
			`{"where":"Donetsk oblast","where_prec":"4","adm1":"Donetsk oblast","lat":"48","lon":"37.5"}` + "\n",
		"c.csv": "from_name,from_latitude,from_longitude,from_adm1_name,from_country_code,to_name,to_latitude,to_longitude,to_adm1_name,to_country_code\n" +
			"Mariupol,47.1,37.55,Donetsk Oblast,UA,,46.8,35.4,,UA\n",
	})
	for _, f := range []string{"e.jsonl", "c.csv"} {
		m := scorePlaces(t, filepath.Join(dir, f))
		if m["settlements"] != 1 {
			t.Errorf("%s: %v settlements", f, m["settlements"])
		}
		is(t, m, "within_10km", 1)
	}
}

func TestPlacesBadGold(t *testing.T) {
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	dir := written(t, map[string]string{"x.xml": "<articles><article>", "y.ann": "T1\tLiteral 0 3\tAbc\n"})
	for _, path := range []string{filepath.Join(dir, "x.xml"), dir, filepath.Join(dir, "none.xml")} {
		if _, err := PlacesTask(Args{Gold: path, Language: en.Language(), Gazetteer: g}); err == nil || strings.Contains(err.Error(), "panic") {
			t.Errorf("%s: %v", path, err)
		}
	}
}
