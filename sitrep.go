// Package sitrep reads what is reported about a war and gives a record in which
// nothing stands without the one who said it. Reading is a pure function: the
// same text gives the same record on any machine, without a network.
//
//	r, err := sitrep.NewReader()
//	if err != nil { … }
//	reading := r.Read(sitrep.Input{Text: text, Outlet: "The Gazette", Published: "2023-12-26"})
//	for _, s := range reading.Statements { … }
package sitrep

import (
	"sitrep/internal/gazetteer"
	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/record"
)

// Input is a report's text with what is known of it.
type Input = reading.Input

// Reader reads reports in English. It may be used by several goroutines at once.
type Reader struct {
	inner *reading.Reader
}

// NewReader builds a reader with the tables and models that the package brings.
func NewReader() (*Reader, error) {
	places, err := gazetteer.World()
	if err != nil {
		return nil, err
	}
	r, err := reading.New(reading.Options{Language: en.Language(), Gazetteer: places})
	if err != nil {
		return nil, err
	}
	return &Reader{inner: r}, nil
}

// Read reads one report. It never fails: a text that cannot be read comes back
// with the reason in Report.Unread.
func (r *Reader) Read(in Input) *record.Reading { return r.inner.Read(in) }
