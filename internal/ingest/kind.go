package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"sitrep/internal/fault"
)

// kind is a format that reports come in.
type kind int

const (
	unknownKind kind = iota // look at the bytes
	textKind
	htmlKind
	linesKind // JSON Lines
)

// kindOf tells a format by a file's name; a compressed file is what lies in it.
func kindOf(path string) kind {
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(path)), ".gz")
	switch filepath.Ext(name) {
	case ".txt", ".text":
		return textKind
	case ".html", ".htm", ".xhtml":
		return htmlKind
	case ".jsonl", ".ndjson":
		return linesKind
	}
	return unknownKind
}

// sniff tells a format by its first bytes.
func sniff(head []byte) kind {
	head = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("{")):
		return linesKind
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")),
		bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<html")):
		return htmlKind
	}
	return textKind
}

// stream gives the items of one open file and tells whether to go on.
func (s *Source) stream(ctx context.Context, name string, k kind, in io.Reader, yield func(Item) bool) bool {
	r := bufio.NewReaderSize(in, 64<<10)
	if head, _ := r.Peek(2); string(head) == "\x1f\x8b" {
		z, err := gzip.NewReader(r)
		if err != nil {
			return yield(refused(Origin{Name: name}, nil, 0, unpacking(err)))
		}
		r = bufio.NewReaderSize(z, 64<<10)
	}
	if k == unknownKind {
		r.Peek(1)                                  // waits for something; an error comes again
		head, _ := r.Peek(min(r.Buffered(), 1024)) // and no longer: more may come late
		k = sniff(head)
	}
	switch k {
	case linesKind:
		return s.lines(ctx, name, r, yield)
	case htmlKind:
		return s.whole(name, r, s.html, yield)
	}
	return s.whole(name, r, s.text, yield)
}

// unpacking tells errors of a compressed file from others.
func unpacking(err error) error {
	switch {
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF):
		return refuse(fault.Invalid, "the compressed file is damaged or cut off here", "fetch the file again; what stood before this was taken")
	case strings.HasPrefix(err.Error(), "flate:"):
		return refuse(fault.Invalid, "the compressed file is damaged here", "fetch the file again; what stood before this was taken")
	}
	return fault.New(fault.Other, "ingest", "", err).Hinted("the file could not be read to its end; try again")
}

// whole takes one report from a whole file.
func (s *Source) whole(name string, r io.Reader, cut func(string, []byte) Item, yield func(Item) bool) bool {
	raw, err := io.ReadAll(io.LimitReader(r, MaxInput+1))
	switch {
	case err != nil:
		return yield(refused(Origin{Name: name}, raw, 0, unpacking(err)))
	case len(raw) > MaxInput:
		return yield(refused(Origin{Name: name}, raw[:1<<20], 0, tooLarge("the file")))
	case len(raw) == 0:
		return yield(refused(Origin{Name: name}, nil, 0, refuse(fault.Invalid, "the file is empty", "check that it was saved")))
	}
	return yield(s.checked(cut(name, raw)))
}

// checked refuses an item that cannot be a report.
func (s *Source) checked(it Item) Item {
	if it.Err == nil {
		if err := Check(&it.Input, s.Now); err != nil {
			it.Err = named(it.Origin, err)
		}
	}
	return it
}
