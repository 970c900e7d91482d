package gazetteer

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/crc32"
	"math"
	"slices"
	"strconv"

	"sitrep/internal/fault"
)

// Entry is a place to be packed.
type Entry struct {
	ID       int
	Name     string
	Others   []string // further names
	Lat, Lon float64
	Country  string // alpha-2
	Division string // GeoNames's code within the country, "05"
	Second   string // a code within the division
	Feature  string
	// Population, 0 unknown.
	Population int
	Precision  float64 // km
	// Slavic names also get a key under their skeleton.
	Slavic bool
}

// Lists are what entries point to by code.
type Lists struct {
	Alpha3    map[string]string // alpha-2 → alpha-3
	Divisions map[string]string // "UA.05" → name
}

// Pack makes a packed file. The order of entries does not matter: the same
// entries give the same file. It fails when a list is too long for the format.
func Pack(entries []Entry, lists Lists) ([]byte, error) {
	es := slices.Clone(entries)
	slices.SortFunc(es, before)
	w := &writer{lists: lists}
	countries := w.countries(es)
	divisions := w.divisions(es)
	features, err := w.features(es)
	if err != nil {
		return nil, err
	}
	if len(w.country) > 255 || len(w.division) > 65535 {
		return nil, fault.New(fault.TooLarge, "gazetteer.Pack", "lists of countries and divisions", nil)
	}
	places, names := w.places(es)
	blocks, keys, n := w.keys(es)
	var head [headerSize]byte
	copy(head[:], magic)
	binary.LittleEndian.PutUint32(head[12:], uint32(len(es)))
	binary.LittleEndian.PutUint32(head[16:], uint32(n))
	at := uint32(headerSize)
	out := [][]byte{countries, divisions, features, places, names, blocks, keys}
	for i, sec := range out {
		binary.LittleEndian.PutUint32(head[20+4*i:], at)
		at += uint32(len(sec))
	}
	binary.LittleEndian.PutUint32(head[20+4*secEnd:], at)
	keysAt := binary.LittleEndian.Uint32(head[20+4*secKeys:])
	for i := 0; i < len(blocks); i += 4 { // offsets were counted from the section's start
		binary.LittleEndian.PutUint32(blocks[i:], binary.LittleEndian.Uint32(blocks[i:])+keysAt)
	}
	data := slices.Concat(append([][]byte{head[:]}, out...)...)
	binary.LittleEndian.PutUint32(data[8:], crc32.ChecksumIEEE(data[12:]))
	return data, nil
}

// weight orders kinds of place by how likely a report means them.
func weight(e *Entry) int {
	switch {
	case e.Feature == "A.PCLI" || e.Feature == "L.CONT":
		return 4
	case e.Feature == "A.ADM1" || e.Feature == "H.SEA" || e.Feature == "H.OCN":
		return 3
	case e.Population >= 100000 && e.Feature != "A.ADM2" || len(e.Feature) > 0 && (e.Feature[0] == 'L' || e.Feature[0] == 'H' || e.Feature[0] == 'T'):
		return 2
	case e.Population > 0 || e.Feature == "A.ADM2":
		return 1
	}
	return 0
}

func before(a, b Entry) int {
	return cmp.Or(cmp.Compare(weight(&b), weight(&a)), cmp.Compare(b.Population, a.Population),
		cmp.Compare(a.Country, b.Country), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Lat, b.Lat), cmp.Compare(a.Lon, b.Lon), cmp.Compare(a.Feature, b.Feature))
}

type writer struct {
	lists                              Lists
	country, division, feature, second map[string]int
}

// number gives codes their numbers in sorted order, 0 for the empty one.
func number(codes map[string]int) []string {
	delete(codes, "")
	list := make([]string, 0, len(codes)+1)
	list = append(list, "")
	for c := range codes {
		list = append(list, c)
	}
	slices.Sort(list)
	for i, c := range list {
		codes[c] = i
	}
	return list
}

func (w *writer) countries(es []Entry) []byte {
	w.country = map[string]int{}
	for c := range w.lists.Alpha3 {
		w.country[c] = 0
	}
	for i := range es {
		w.country[es[i].Country] = 0
	}
	list := number(w.country)
	b := binary.LittleEndian.AppendUint16(nil, uint16(len(list)))
	for _, c := range list {
		var five [5]byte
		copy(five[:2], c)
		copy(five[2:], w.lists.Alpha3[c])
		b = append(b, five[:]...)
	}
	return b
}

func (w *writer) divisions(es []Entry) []byte {
	w.division = map[string]int{}
	for c := range w.lists.Divisions {
		w.division[c] = 0
	}
	for i := range es {
		w.division[es[i].division()] = 0
	}
	list := number(w.division)
	b := binary.LittleEndian.AppendUint16(nil, uint16(len(list)))
	for _, c := range list {
		b = appendString(b, c)
		b = appendString(b, w.lists.Divisions[c])
	}
	return b
}

func (w *writer) features(es []Entry) ([]byte, error) {
	w.feature = map[string]int{}
	for i := range es {
		w.feature[es[i].Feature] = 0
	}
	list := number(w.feature)
	if len(list) > 255 {
		return nil, fault.New(fault.TooLarge, "gazetteer.Pack", "features", nil)
	}
	b := []byte{byte(len(list))}
	for _, f := range list {
		b = appendString(b, f)
	}
	return b, nil
}

func (e *Entry) division() string {
	if e.Country == "" || e.Division == "" {
		return ""
	}
	return e.Country + "." + e.Division
}

// places writes the records and the names they point to. Equal names are stored
// once. Second divisions are numbered within their first one as they come.
func (w *writer) places(es []Entry) (records, names []byte) {
	at := map[string]uint32{}
	second, seconds := map[string]uint16{}, map[string]uint16{}
	for i := range es {
		e := &es[i]
		off, ok := at[e.Name]
		if !ok {
			off = uint32(len(names))
			at[e.Name] = off
			names = appendString(names, e.Name)
		}
		var sec uint16
		if div := e.division(); div != "" && e.Second != "" {
			code := div + "." + e.Second
			if sec = second[code]; sec == 0 {
				seconds[div]++
				sec = seconds[div]
				second[code] = sec
			}
		}
		b := binary.LittleEndian.AppendUint32(records, uint32(e.ID))
		b = binary.LittleEndian.AppendUint32(b, uint32(int32(math.Round(e.Lat*1e5))))
		b = binary.LittleEndian.AppendUint32(b, uint32(int32(math.Round(e.Lon*1e5))))
		b = binary.LittleEndian.AppendUint32(b, off)
		b = binary.LittleEndian.AppendUint16(b, uint16(w.division[e.division()]))
		b = binary.LittleEndian.AppendUint16(b, sec)
		records = append(b, byte(w.country[e.Country]), byte(w.feature[e.Feature]), packPop(e.Population), packKM(e.Precision))
	}
	return records, names
}

// keys writes the sorted keys; offsets of blocks count from the section's start.
func (w *writer) keys(es []Entry) (blocks, keys []byte, n int) {
	type posting struct {
		key   string
		place uint32
		alt   uint32
	}
	var all []posting
	var buf, skel []byte
	add := func(i int, name string, alt uint32, slavic bool) {
		buf = Fold(buf[:0], name)
		if len(buf) == 0 || len(buf) > 120 {
			return
		}
		all = append(all, posting{string(buf), uint32(i), alt})
		if slavic {
			skel = Skeleton(append(skel[:0], 1), buf)
			all = append(all, posting{string(skel), uint32(i), alt})
		}
	}
	for i := range es {
		add(i, es[i].Name, 0, es[i].Slavic)
		for _, o := range es[i].Others {
			add(i, o, 1, es[i].Slavic)
		}
	}
	slices.SortFunc(all, func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.place, b.place), cmp.Compare(a.alt, b.alt))
	})
	last := ""
	var list []byte
	for i := 0; i < len(all); n++ {
		j, count, place := i, uint64(0), uint32(0)
		list = list[:0]
		for ; j < len(all) && all[j].key == all[i].key; j++ {
			if j > i && all[j].place == all[j-1].place {
				continue
			}
			list = binary.AppendUvarint(list, uint64(all[j].place-place)<<1|uint64(all[j].alt))
			place = all[j].place
			count++
		}
		key := all[i].key
		shared := 0
		if n%blockKeys == 0 {
			blocks = binary.LittleEndian.AppendUint32(blocks, uint32(len(keys)))
		} else {
			for shared < min(len(key), len(last), 255) && key[shared] == last[shared] {
				shared++
			}
		}
		keys = append(keys, byte(shared))
		keys = appendString(keys, key[shared:])
		keys = binary.AppendUvarint(keys, count)
		keys = append(keys, list...)
		last, i = key, j
	}
	return blocks, keys, n
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// Describe sums a packed gazetteer up in one line for a person.
func (g *Gazetteer) Describe() string {
	keys, size := 0, 0
	for _, p := range g.packs {
		keys, size = keys+p.keys, size+len(p.data)
	}
	var b bytes.Buffer
	b.WriteString(strconv.Itoa(g.n) + " places under " + strconv.Itoa(keys) + " names, " + strconv.Itoa(size>>10) + " KiB")
	return b.String()
}
