package sqlite

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"errors"
	"io"
	"time"

	"sitrep/internal/archive"
	"sitrep/record"
)

// packer packs readings one after the other; its window of half a megabyte is
// made once.
type packer struct {
	z *flate.Writer
}

// newPacker gives a packer of level 1, which halves the time of level 6 and
// costs a tenth in size.
func newPacker() (*packer, error) {
	z, err := flate.NewWriter(nil, flate.BestSpeed)
	return &packer{z}, err
}

// pack gives a reading as deflated JSON without its text, which is stored once
// beside it.
func (p *packer) pack(r *record.Reading) ([]byte, error) {
	bare := *r
	bare.Text = ""
	var b bytes.Buffer
	p.z.Reset(&b)
	if err := json.NewEncoder(p.z).Encode(&bare); err != nil {
		return nil, err
	}
	if err := p.z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// unpack reverses packer.pack.
func unpack(packed []byte, text string) (*record.Reading, error) {
	z := flate.NewReader(bytes.NewReader(packed))
	js, err := io.ReadAll(z)
	if err != nil {
		return nil, errors.Join(errDamaged, err)
	}
	r := &record.Reading{}
	if err := json.Unmarshal(js, r); err != nil {
		return nil, errors.Join(errDamaged, err)
	}
	r.Text = text
	return r, nil
}

var errDamaged = errors.New("a stored reading cannot be decoded")

// columns gives the JSON columns of a report.
func columns(s *archive.Summary) (report, counts string, err error) {
	a, err := json.Marshal(s.Report)
	if err != nil {
		return "", "", err
	}
	b, err := json.Marshal(s.Counts)
	return string(a), string(b), err
}

// summaryColumns are what scanSummary reads, of a table named r.
const summaryColumns = "r.report, r.counts, r.day, r.added, r.bytes, r.version, r.latest"

// summaryRow receives summaryColumns.
type summaryRow struct {
	report, counts string
	added          int64
	sum            archive.Summary
}

func (r *summaryRow) into() []any {
	return []any{&r.report, &r.counts, &r.sum.Day, &r.added, &r.sum.Bytes, &r.sum.Version, &r.sum.Latest}
}

func (r *summaryRow) summary() (archive.Summary, error) {
	s := r.sum
	s.Added = time.UnixMilli(r.added).UTC()
	if err := json.Unmarshal([]byte(r.report), &s.Report); err != nil {
		return s, errors.Join(errDamaged, err)
	}
	if err := json.Unmarshal([]byte(r.counts), &s.Counts); err != nil {
		return s, errors.Join(errDamaged, err)
	}
	return s, nil
}
