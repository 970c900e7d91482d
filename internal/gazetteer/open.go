package gazetteer

import (
	"errors"
	"hash/crc32"

	"sitrep/internal/fault"
)

const (
	magic      = "SITGAZ1\n"
	headerSize = 20 + 4*sections
	sections   = 8
	recordSize = 24
	blockKeys  = 16
)

// Section numbers in the header's order.
const (
	secCountries = iota
	secDivisions
	secFeatures
	secPlaces
	secNames
	secBlocks
	secKeys
	secEnd
)

// pack is one packed file.
type pack struct {
	data             string
	at               [sections]int
	places, keys     int
	country, alpha3  []string
	divCode, divName []string
	features         []string
	divOffset        int
	divSame          []int // number in the joined list, nil for the first file
	// heads are the first bytes of the first key of each block, to search in
	// without reading the file; nil where a block is damaged.
	heads []uint64
}

var errPacked = errors.New("not a packed gazetteer")

// Open reads a packed file in place. It fails when the file is no packed
// gazetteer (fault.Invalid) or is damaged (fault.Broken).
func Open(data string) (*Gazetteer, error) {
	p, err := open(data)
	if err != nil {
		return nil, err
	}
	return join(p), nil
}

func open(data string) (*pack, error) {
	if len(data) < headerSize || data[:8] != magic {
		return nil, fault.New(fault.Invalid, "gazetteer.Open", "gazetteer", errPacked)
	}
	if crc32.ChecksumIEEE(bytesOf(data)[12:]) != u32(data, 8) {
		return nil, broken("its checksum does not match")
	}
	p := &pack{data: data, places: int(u32(data, 12)), keys: int(u32(data, 16))}
	last := headerSize
	for i := range p.at {
		p.at[i] = int(u32(data, 20+4*i))
		if p.at[i] < last || p.at[i] > len(data) {
			return nil, broken("a section lies outside the file")
		}
		last = p.at[i]
	}
	blocks := (p.keys + blockKeys - 1) / blockKeys
	if p.at[secEnd] != len(data) || p.at[secNames]-p.at[secPlaces] != p.places*recordSize ||
		p.at[secKeys]-p.at[secBlocks] != blocks*4 {
		return nil, broken("a section has the wrong length")
	}
	if !p.readLists() {
		return nil, broken("a list is cut off")
	}
	p.readHeads(blocks)
	return p, nil
}

func broken(why string) error {
	return fault.New(fault.Broken, "gazetteer.Open", "gazetteer", errors.New(why)).Hinted("make or add it anew")
}

// readLists reads the three short lists.
func (p *pack) readLists() bool {
	d, at := p.data, p.at[secCountries]
	end := p.at[secDivisions]
	if at+2 > end {
		return false
	}
	n := int(u16(d, at))
	at += 2
	if at+5*n > end {
		return false
	}
	for i := range n {
		p.country = append(p.country, trimZero(d[at+5*i:at+5*i+2]))
		p.alpha3 = append(p.alpha3, trimZero(d[at+5*i+2:at+5*i+5]))
	}
	at, end = p.at[secDivisions], p.at[secFeatures]
	if at+2 > end {
		return false
	}
	n = int(u16(d, at))
	at += 2
	for range n {
		code, name := "", ""
		ok := true
		if code, at, ok = str(d, at, end); !ok {
			return false
		}
		if name, at, ok = str(d, at, end); !ok {
			return false
		}
		p.divCode, p.divName = append(p.divCode, code), append(p.divName, name)
	}
	at, end = p.at[secFeatures], p.at[secPlaces]
	if at+1 > end {
		return false
	}
	n = int(d[at])
	at++
	for range n {
		f, next, ok := str(d, at, end)
		if !ok {
			return false
		}
		p.features, at = append(p.features, f), next
	}
	return len(p.country) > 0 && len(p.divCode) > 0 && len(p.features) > 0
}

// place decodes the record of place i, which must be below p.places. Numbers that
// point outside their lists read as unknown.
func (p *pack) place(i int) Place {
	d, at := p.data, p.at[secPlaces]+i*recordSize
	pl := Place{
		ID: int(u32(d, at)), Lat: float64(int32(u32(d, at+4))) / 1e5, Lon: float64(int32(u32(d, at+8))) / 1e5,
		Second: int(u16(d, at+18)), LogPop: int(d[at+22]), Precision: unpackKM(d[at+23]),
	}
	if off := p.at[secNames] + int(u32(d, at+12)); off < p.at[secBlocks] {
		pl.Name, _, _ = str(d, off, p.at[secBlocks])
	}
	if n := int(u16(d, at+16)); n > 0 && n < len(p.divCode) {
		pl.Division = n + p.divOffset
		if p.divSame != nil {
			pl.Division = p.divSame[n]
		}
	}
	if n := int(d[at+20]); n < len(p.country) {
		pl.Country = p.country[n]
	}
	if n := int(d[at+21]); n < len(p.features) {
		pl.Feature = p.features[n]
	}
	return pl
}
