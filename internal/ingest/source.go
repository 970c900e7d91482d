package ingest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"sitrep/internal/fault"
)

// StandardInput is the path, and the origin's name, of what is piped in.
const (
	Pipe          = "-"
	StandardInput = "standard input"
)

// Source is where reports come from.
type Source struct {
	// Paths are files, folders and "-" for In.
	Paths    []string
	In       io.Reader
	Defaults Defaults
	// Encoding of files that do not tell it; empty means to find out.
	Encoding string
	// Now is the present day, against which dates are checked.
	Now time.Time

	read, total, skipped atomic.Int64
}

// Total gives how many bytes all files have; 0 while it is not known. It may be
// called at any time.
func (s *Source) Total() int64 { return s.total.Load() }

// Skipped gives how many files of folders were left out because their names are
// not those of reports.
func (s *Source) Skipped() int { return int(s.skipped.Load()) }

// Items gives the reports one after the other to yield, which returns false to
// stop. A file that cannot be read is a refused item, never the end. Only one
// item is held at a time.
func (s *Source) Items(ctx context.Context) func(yield func(Item) bool) {
	return func(yield func(Item) bool) {
		if s.Now.IsZero() {
			s.Now = time.Now()
		}
		s.measure()
		give := func(it Item) bool {
			it.Read = s.read.Load()
			return yield(it)
		}
		for _, path := range s.Paths {
			if !s.path(ctx, path, give) {
				return
			}
		}
	}
}

// measure adds up the sizes of the files; what cannot be measured leaves the
// total unknown.
func (s *Source) measure() {
	var total int64
	for _, path := range s.Paths {
		if path == Pipe {
			return
		}
		filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			switch {
			case err != nil: // it is told when its turn comes
			case hidden(path, p, d) && d.IsDir():
				return fs.SkipDir
			case d.Type().IsRegular() && !hidden(path, p, d) && (p == path || kindOf(p) != unknownKind):
				if info, err := d.Info(); err == nil {
					total += info.Size()
				}
			}
			return nil
		})
	}
	s.total.Store(total)
}

// path gives the items of one path and tells whether to go on.
func (s *Source) path(ctx context.Context, path string, yield func(Item) bool) bool {
	if path == Pipe {
		in, stop := interruptible(ctx, s.In)
		defer stop()
		return s.stream(ctx, StandardInput, unknownKind, in, func(it Item) bool { return ctx.Err() == nil && yield(it) })
	}
	info, err := os.Stat(path)
	if err != nil {
		return yield(refused(Origin{Name: path}, nil, 0, opening(err)))
	}
	if !info.IsDir() {
		return s.file(ctx, path, yield)
	}
	more := true
	filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = yield(refused(Origin{Name: p}, nil, 0, opening(err)))
		case hidden(path, p, d):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case kindOf(p) == unknownKind:
			s.skipped.Add(1)
		default:
			more = s.file(ctx, p, yield)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	return more
}

// hidden tells whether a name below the folder that was named is hidden.
func hidden(named, path string, d fs.DirEntry) bool {
	return path != named && strings.HasPrefix(d.Name(), ".")
}

func opening(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse(fault.NotFound, "there is no such file", "check the name of the file")
	case errors.Is(err, fs.ErrPermission):
		return refuse(fault.Permission, "it may not be read", "ask for access to the file")
	}
	return fault.New(fault.Other, "ingest", "", err)
}

// file gives the items of one file and tells whether to go on.
func (s *Source) file(ctx context.Context, path string, yield func(Item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(refused(Origin{Name: path}, nil, 0, opening(err)))
	}
	defer f.Close()
	return s.stream(ctx, path, kindOf(path), counted{f, &s.read}, yield)
}

// interruptible gives a reader that ends when ctx does, though r may wait for a
// person to type for ever.
func interruptible(ctx context.Context, r io.Reader) (io.Reader, func() bool) {
	out, in := io.Pipe()
	go func() {
		_, err := io.Copy(in, r)
		in.CloseWithError(err) // nil is the end of the input
	}()
	return out, context.AfterFunc(ctx, func() { out.CloseWithError(ctx.Err()) })
}

// counted counts what is read.
type counted struct {
	r io.Reader
	n *atomic.Int64
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}
