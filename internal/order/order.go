// Package order holds the house's import order: which package stands in which
// row, and why. A package imports rows above it (smaller numbers) only, and a
// sibling only where the table lists it. docs/architecture.md shows the table.
package order

import (
	"fmt"
	"slices"
	"strings"
)

// row is one row of the house.
type row struct {
	number   int
	packages []string // import paths below "sitrep/"
	why      string
}

// rows is the house, from the ground up.
var rows = []row{
	{0, []string{"record", "internal/earth"}, "ground types import the standard library alone, so that anyone can import them"},
	{1, []string{"internal/syntax", "internal/fault", "internal/glossary", "internal/neural", "internal/order", "internal/gold"}, "shapes and words without algorithms"},
	{2, []string{"internal/lang", "internal/archive", "internal/queue", "internal/feed", "internal/page", "internal/fetch", "internal/gazetteer", "internal/outline"}, "contracts, and what comes from outside"},
	{3, []string{"internal/lang/en", "internal/archive/memory", "internal/archive/sqlite", "internal/archive/postgres", "internal/archive/archivetest"}, "what fulfils the contracts"},
	{4, []string{"internal/number", "internal/token", "internal/tag", "internal/parse"}, "text to trees"},
	{5, []string{"internal/actor", "internal/place", "internal/when", "internal/figure", "internal/statement", "internal/event"}, "extractors meet only in record and syntax values, so that each is tested from a hand-made sentence"},
	{6, []string{"internal/reading"}, "the only package that knows all extractors"},
	{7, []string{"internal/story", "internal/line", "internal/assess"}, "across reports"},
	{8, []string{"internal/ingest", "internal/brief", "internal/export", "internal/score", "internal/train"}, "in and out of the archive, measuring, and the training of models"},
	{9, []string{"internal/api", "internal/web", "internal/settings"}, "what people and programs see"},
	{10, []string{"internal/cli"}, "the only place that names concrete stores, queues and languages"},
	{11, []string{"", "cmd/sitrep", "cmd/train", "cmd/gazetteer", "cmd/outline"}, "the doors: each only opens what lies behind it"},
}

// siblings are the imports allowed within a row, and why.
var siblings = map[string]string{
	"internal/gold -> internal/syntax":                        "tests mark names in a text by hand",
	"internal/tag -> internal/token":                          "tags are given to tokens",
	"internal/gazetteer -> internal/lang":                     "tables of facts are read as tables of words are",
	"internal/parse -> internal/tag":                          "trees are built over tags",
	"internal/parse -> internal/token":                        "trees are built over tokens",
	"internal/archive/memory -> internal/archive/archivetest": "a back end's test runs the suite",
	"internal/archive/sqlite -> internal/archive/archivetest": "a back end's test runs the suite",
	"internal/train -> internal/score":                        "names are learned from the formats that they are measured on",
	"internal/score -> internal/ingest":                       "taking reports in is one of the things measured",
	"internal/web -> internal/api":                            "pages link to the API's addresses",
}

// concrete are the packages that name a store, a queue or a language; only
// row 10 and the doors may import them.
var concrete = []string{"internal/lang/en", "internal/archive/memory", "internal/archive/sqlite", "internal/archive/postgres"}

// Check gives a sentence for each import of pkg that the table forbids.
func Check(pkg string, imports []string) []string {
	from, ok := find(trim(pkg))
	if !ok {
		return []string{fmt.Sprintf("%s stands in no row: add it to internal/order and docs/architecture.md", pkg)}
	}
	var broken []string
	for _, imp := range imports {
		if !strings.HasPrefix(imp, "sitrep/") && imp != "sitrep" {
			if from.number == 0 && strings.Contains(strings.SplitN(imp, "/", 2)[0], ".") {
				broken = append(broken, fmt.Sprintf("%s imports %s: %s", pkg, imp, from.why))
			}
			continue
		}
		if why := refused(trim(pkg), trim(imp), from); why != "" {
			broken = append(broken, fmt.Sprintf("%s imports %s: %s", pkg, imp, why))
		}
	}
	return broken
}

func refused(pkg, imp string, from row) string {
	to, ok := find(imp)
	switch {
	case !ok:
		return "it stands in no row"
	case slices.Contains(concrete, imp) && from.number < 10:
		return "only row 10 and the doors name concrete stores and languages"
	case to.number < from.number:
		return ""
	case to.number == from.number && siblings[pkg+" -> "+imp] != "":
		return ""
	case to.number == from.number:
		return "siblings do not know each other; " + from.why
	}
	return fmt.Sprintf("row %d may not know row %d; row %d: %s", from.number, to.number, to.number, to.why)
}

// find gives the row of a package; a package under a listed one stands with it.
func find(pkg string) (row, bool) {
	for p := pkg; ; {
		for _, r := range rows {
			if slices.Contains(r.packages, p) {
				return r, true
			}
		}
		i := strings.LastIndexByte(p, '/')
		if i < 0 {
			return row{}, false
		}
		p = p[:i]
	}
}

func trim(path string) string {
	if path == "sitrep" {
		return ""
	}
	return strings.TrimPrefix(path, "sitrep/")
}
