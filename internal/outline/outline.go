// Package outline holds the bundled outlines: the first-order divisions of
// Ukraine and the countries of the world, both after Natural Earth, which is in
// the public domain. They serve as the boundary that a front line is told apart
// from, as sectors, and as the base of the map where there is no tile server.
//
// The packed files are made by `go run ./cmd/outline` from registry packages;
// docs/line.md tells how, and README.md beside the data names source and licence.
package outline

import (
	_ "embed"
	"sync"

	"sitrep/internal/earth"
)

// Unit is one division or country.
type Unit struct {
	Code string // ISO 3166-2 for a division ("UA-14"), the source's number for a country
	Name string
	Area earth.Area
}

// Layer is a set of units whose borders are shared vertex by vertex.
type Layer struct {
	Name    string // "Ukraine, oblasts"
	Source  string
	Licence string
	Scale   string // "1:10 m"
	Units   []Unit
}

//go:embed data/ukraine.bin.gz
var ukraine []byte

//go:embed data/world.bin.gz
var world []byte

var (
	readUkraine = sync.OnceValues(func() (*Layer, error) { return unpack("ukraine", ukraine) })
	readWorld   = sync.OnceValues(func() (*Layer, error) { return unpack("world", world) })
)

// Ukraine gives the 27 first-order divisions of Ukraine in its internationally
// recognised borders, at 1:10 m. The layer is shared: do not change it.
func Ukraine() (*Layer, error) { return readUkraine() }

// World gives the countries of the world at 1:50 m, for a base map. Natural Earth
// draws borders as they are held, which sitrep neither endorses nor denies. The
// layer is shared: do not change it.
func World() (*Layer, error) { return readWorld() }

// Area gives all units together; neighbours share edges but do not overlap.
func (l *Layer) Area() earth.Area {
	var a earth.Area
	for _, u := range l.Units {
		a = append(a, u.Area...)
	}
	return a
}

// Outline gives the edges that belong to one unit only: the coast and the outer
// border of the layer, as paths.
func (l *Layer) Outline() []earth.Path {
	type edge struct{ a, b earth.Point }
	shared := map[edge]bool{}
	for _, u := range l.Units {
		u.Area.Edges(func(p, q earth.Point) { shared[edge{p, q}] = true })
	}
	var out []earth.Path
	for _, u := range l.Units {
		for _, path := range u.Area.Paths() {
			out = append(out, runs(path, func(p, q earth.Point) bool { return !shared[edge{q, p}] })...)
		}
	}
	return out
}

// Borders gives the edges that two units share, each once, as paths.
func (l *Layer) Borders() []earth.Path {
	type edge struct{ a, b earth.Point }
	open := map[edge]bool{} // edges of units before, not met from the other side yet
	var out []earth.Path
	for _, u := range l.Units {
		for _, path := range u.Area.Paths() {
			out = append(out, runs(path, func(p, q earth.Point) bool { return open[edge{q, p}] })...)
		}
		u.Area.Edges(func(p, q earth.Point) { open[edge{p, q}] = true })
	}
	return out
}

// runs gives the longest stretches of a path of which every edge is wanted.
func runs(path earth.Path, wanted func(from, to earth.Point) bool) []earth.Path {
	var out []earth.Path
	var run earth.Path
	for i := 1; i < len(path); i++ {
		if !wanted(path[i-1], path[i]) {
			if len(run) > 0 {
				out, run = append(out, run), nil
			}
			continue
		}
		if len(run) == 0 {
			run = append(run, path[i-1])
		}
		run = append(run, path[i])
	}
	if len(run) > 0 {
		out = append(out, run)
	}
	return out
}
