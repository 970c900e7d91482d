package score

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/internal/fault"
)

// placeDoc is one text with the places that people marked in it.
type placeDoc struct {
	id, text string
	names    []placeGold
	ignored  [][2]int // stretches that count neither for nor against
	// peoples and streets tell whether the data marks adjectives of nations and
	// streets as places: LGL marks both, GeoVirus neither.
	peoples, streets bool
}

// placeGold is one marked place; placed is false where the data gives no point.
type placeGold struct {
	start, end       int
	lat, lon         float64
	placed           bool
	id, countryID    int
	country, admin1  string
	countryName      string
	feature, article string
}

// readPlaceGold reads LGL or GeoVirus (XML), or a folder of brat files.
func readPlaceGold(path string) ([]placeDoc, error) {
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		return readBratPlaces(path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.places", path, err)
	}
	var all struct {
		Articles []struct {
			DocID    string `xml:"docid,attr"`
			Source   string `xml:"source"`
			Text     string `xml:"text"`
			Toponyms []struct {
				Start  int    `xml:"start"`
				End    int    `xml:"end"`
				Phrase string `xml:"phrase"`
				Tag    *struct {
					ID      int     `xml:"geonameid,attr"`
					Feature string  `xml:"fcode"`
					Lat     float64 `xml:"lat"`
					Lon     float64 `xml:"lon"`
					Country struct {
						ID   int    `xml:"geonameid,attr"`
						Name string `xml:",chardata"`
					} `xml:"country"`
					Admin1 string `xml:"admin1"`
				} `xml:"gaztag"`
			} `xml:"toponyms>toponym"`
			Locations []struct {
				Name  string  `xml:"name"`
				Start int     `xml:"start"`
				End   int     `xml:"end"`
				Lat   float64 `xml:"lat"`
				Lon   float64 `xml:"lon"`
			} `xml:"locations>location"`
		} `xml:"article"`
	}
	if err := xml.Unmarshal(data, &all); err != nil {
		return nil, fault.New(fault.Invalid, "score.places", path, err).Hinted("give LGL or GeoVirus XML, or a folder of brat files")
	}
	var docs []placeDoc
	for i, a := range all.Articles {
		d := placeDoc{id: a.DocID, text: a.Text, peoples: len(a.Locations) == 0, streets: len(a.Locations) == 0}
		if d.id == "" {
			d.id = strconv.Itoa(i)
		}
		at := runeOffsets(a.Text)
		for _, t := range a.Toponyms {
			g := placeGold{}
			var ok bool
			if g.start, g.end, ok = anchor(a.Text, at, t.Start, t.End, t.Phrase); !ok {
				continue
			}
			if t.Tag != nil {
				g.id, g.lat, g.lon, g.placed = t.Tag.ID, t.Tag.Lat, t.Tag.Lon, true
				g.countryID, g.countryName, g.admin1, g.feature = t.Tag.Country.ID, t.Tag.Country.Name, strings.TrimSpace(t.Tag.Admin1), t.Tag.Feature
			}
			d.names = append(d.names, g)
		}
		for _, l := range a.Locations {
			g := placeGold{lat: l.Lat, lon: l.Lon, placed: true}
			var ok bool
			if g.start, g.end, ok = anchor(a.Text, at, l.Start, l.End, strings.TrimSpace(l.Name)); ok {
				d.names = append(d.names, g)
			}
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// runeOffsets gives the byte offset of each character, and of the end.
func runeOffsets(text string) []int {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// anchor turns offsets in characters into bytes. Where the marked name does not
// stand there (some data count a leading space that is gone), its nearest
// occurrence within 60 bytes is taken.
func anchor(text string, at []int, start, end int, name string) (from, to int, ok bool) {
	if start < 0 || start >= len(at) {
		return 0, 0, false
	}
	from = at[start]
	if end >= start && end < len(at) && (name == "" || text[from:at[end]] == name) {
		return from, at[end], at[end] > from
	}
	if name == "" {
		return 0, 0, false
	}
	best := -1
	for lo := max(0, from-60); lo+len(name) <= len(text) && lo <= from+60; lo++ {
		if text[lo:lo+len(name)] == name && (best < 0 || abs(lo-from) < abs(best-from)) {
			best = lo
		}
	}
	return best, best + len(name), best >= 0
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// bratIgnored are the types of mark that are no places, or not the place's own
// name: languages, peoples and people who bear a place's name.
var bratIgnored = map[string]bool{"Demonym": true, "Language": true, "Homonym": true, "Non_Toponym": true}

// readBratPlaces reads pairs of NAME.txt and NAME.ann. A note on a mark holds a
// GeoNames id or "lat, lon".
func readBratPlaces(dir string) ([]placeDoc, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.ann"))
	if err == nil && len(files) == 0 {
		files, err = filepath.Glob(filepath.Join(dir, "*", "*.ann"))
	}
	if err != nil || len(files) == 0 {
		return nil, fault.New(fault.NotFound, "score.places", dir, err).Hinted("the folder holds no .ann file")
	}
	var docs []placeDoc
	for _, f := range files {
		text, err := os.ReadFile(strings.TrimSuffix(f, ".ann") + ".txt")
		if err != nil {
			return nil, fault.New(fault.NotFound, "score.places", f, err).Hinted("each .ann file needs its .txt file")
		}
		ann, err := os.ReadFile(f)
		if err != nil {
			return nil, fault.New(fault.Permission, "score.places", f, err)
		}
		docs = append(docs, bratDoc(strings.TrimSuffix(filepath.Base(f), ".ann"), string(text), ann))
	}
	return docs, nil
}

func bratDoc(id, text string, ann []byte) placeDoc {
	d := placeDoc{id: id, text: text, peoples: true}
	at := runeOffsets(text)
	byMark := map[string]int{}
	notes := map[string]string{}
	sc := bufio.NewScanner(bytes.NewReader(ann))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		f := strings.Split(sc.Text(), "\t")
		if len(f) < 2 || !utf8.ValidString(f[0]) {
			continue
		}
		head := strings.Fields(f[1])
		switch {
		case strings.HasPrefix(f[0], "T") && len(head) >= 3:
			start, err := strconv.Atoi(head[1])
			end, err2 := strconv.Atoi(head[len(head)-1])
			name := ""
			if len(f) > 2 {
				name = f[2]
			}
			from, to, ok := anchor(text, at, start, end, name)
			if err != nil || err2 != nil || !ok {
				continue
			}
			if bratIgnored[head[0]] {
				d.ignored = append(d.ignored, [2]int{from, to})
				continue
			}
			byMark[f[0]] = len(d.names)
			d.names = append(d.names, placeGold{start: from, end: to})
		case strings.HasPrefix(f[0], "#") && len(head) >= 2 && len(f) > 2:
			notes[head[1]] = strings.TrimSpace(f[2])
		case strings.HasPrefix(f[0], "N") && len(head) >= 3: // "Reference T1 GeoNames:2643743"
			notes[head[1]] = head[2]
		}
	}
	for mark, note := range notes {
		n, ok := byMark[mark]
		if !ok {
			continue
		}
		d.names[n].note(note)
	}
	return d
}

// note takes a point ("48.2, 16.37") or a GeoNames id ("2761369", also inside an
// address) from what an annotator wrote.
func (g *placeGold) note(text string) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == ';' })
	if len(parts) == 2 {
		lat, err := strconv.ParseFloat(parts[0], 64)
		lon, err2 := strconv.ParseFloat(parts[1], 64)
		if err == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 {
			g.lat, g.lon, g.placed = lat, lon, true
			return
		}
	}
	for _, digits := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		if v, err := strconv.Atoi(digits); err == nil && len(digits) >= 4 {
			g.id = v
			return
		}
	}
}
