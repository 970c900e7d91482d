package gazetteer

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"sitrep/internal/fault"
)

// maxTable bounds the size of a table that is unpacked from a zip file: the dump of
// the largest country has less.
const maxTable = 2 << 30

// Read reads a file of places that a user has: a GeoNames dump (.txt, or the .zip
// it comes in) or a table of settlements with a header. It looks at the content, not
// at the name.
func Read(name string, data []byte, base *Gazetteer) (entries []Entry, skipped int, err error) {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		if data, err = unzip(name, data); err != nil {
			return nil, 0, err
		}
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	if bytes.Count(first, []byte("\t")) >= 14 && len(first) > 0 && first[0] >= '0' && first[0] <= '9' {
		return ReadGeoNames(bytes.NewReader(data))
	}
	return ReadSettlements(bytes.NewReader(data), base)
}

// unzip gives the largest table in a zip file that is not its readme.
func unzip(name string, data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fault.New(fault.Broken, "gazetteer.Read", name, err).Hinted("fetch the file again")
	}
	var table *zip.File
	for _, f := range z.File {
		ext := strings.ToLower(path.Ext(f.Name))
		if (ext == ".txt" || ext == ".tsv" || ext == ".csv") && !strings.Contains(strings.ToLower(f.Name), "readme") &&
			(table == nil || f.UncompressedSize64 > table.UncompressedSize64) {
			table = f
		}
	}
	if table == nil {
		return nil, fault.New(fault.Invalid, "gazetteer.Read", name, nil).Hinted("the zip file holds no .txt, .tsv or .csv table")
	}
	r, err := table.Open()
	if err != nil {
		return nil, fault.New(fault.Broken, "gazetteer.Read", name, err)
	}
	defer r.Close()
	out, err := io.ReadAll(io.LimitReader(r, maxTable+1))
	if err != nil {
		return nil, fault.New(fault.Broken, "gazetteer.Read", name, err)
	}
	if len(out) > maxTable {
		return nil, fault.New(fault.TooLarge, "gazetteer.Read", name, nil)
	}
	return out, nil
}

// Added packs a user's places, without those that base has already: a settlement
// of the same name and country within 3 km, unless the new one is more precise.
func Added(entries []Entry, base *Gazetteer) ([]byte, int, error) {
	var fresh []Entry
	var key []byte
	var hits []Hit
	for _, e := range entries {
		key = Fold(key[:0], e.Name)
		hits, _ = base.Lookup(key, hits[:0])
		if !base.has(&e, hits) {
			fresh = append(fresh, e)
		}
	}
	if len(fresh) == 0 {
		return nil, 0, nil
	}
	data, err := Pack(fresh, Lists{})
	return data, len(fresh), err
}

func (g *Gazetteer) has(e *Entry, hits []Hit) bool {
	for _, h := range hits {
		p := g.At(h.Place)
		if p.ID != 0 && p.ID == e.ID {
			return len(e.Others) == 0
		}
		if p.Country == e.Country && p.Class() == e.Feature[0] && near(p.Lat, p.Lon, e.Lat, e.Lon, max(3, e.Precision)) {
			return len(e.Others) == 0 || p.Precision <= e.Precision && e.Precision > 5
		}
	}
	return false
}

// near tells whether two points lie within km, on a flat earth: enough to tell
// copies.
func near(lat1, lon1, lat2, lon2, km float64) bool {
	const degree = 111.2
	dy := (lat1 - lat2) * degree
	dx := (lon1 - lon2) * degree * 0.7
	return dx*dx+dy*dy <= km*km
}
