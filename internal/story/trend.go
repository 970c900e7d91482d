// Package story looks across reports: for now, what most outlets write about.
package story

import (
	"cmp"
	"slices"

	"sitrep/record"
)

// Topic is something that reports of several outlets share: an issue on which
// positions are told, or an actor or place that is named.
type Topic struct {
	Kind    string `json:"kind"` // "issue", "actor" or "place"
	Label   string `json:"label"`
	Outlets int    `json:"outlets"` // distinct outlets
	Reports int    `json:"reports"`
	Newest  string `json:"newest,omitempty"` // day of the newest report
}

// Trends counts topics over readings. It keeps one entry a topic and outlet, so
// its memory does not grow with the number of reports.
type Trends struct {
	// Window tells in words what was counted over.
	Window string
	topics map[key]*tally
}

type key struct{ kind, label string }

type tally struct {
	outlets map[string]struct{}
	reports int
	newest  string
}

// NewTrends gives an empty count.
func NewTrends() *Trends { return &Trends{topics: map[key]*tally{}} }

// Add counts one reading; day is the day of its publication.
func (t *Trends) Add(r *record.Reading, day string) {
	seen := map[key]bool{}
	note := func(kind, label string) {
		k := key{kind, label}
		if label == "" || seen[k] {
			return
		}
		seen[k] = true
		c := t.topics[k]
		if c == nil {
			c = &tally{outlets: map[string]struct{}{}}
			t.topics[k] = c
		}
		c.outlets[r.Report.Outlet] = struct{}{}
		c.reports++
		c.newest = max(c.newest, day)
	}
	for _, p := range r.Positions {
		note("issue", p.Issue)
	}
	for _, a := range r.Actors {
		if a.Kind == record.Person || a.Kind == record.Body || a.Kind == record.State {
			note("actor", a.Name)
		}
	}
	for _, p := range r.Places {
		if p.Lat != nil {
			note("place", p.Name)
		}
	}
}

// Top gives the n topics of a kind told by most outlets, then in most reports,
// then by name.
func (t *Trends) Top(kind string, n int) []Topic {
	var all []Topic
	for k, c := range t.topics {
		if k.kind == kind {
			all = append(all, Topic{Kind: k.kind, Label: k.label, Outlets: len(c.outlets), Reports: c.reports, Newest: c.newest})
		}
	}
	slices.SortFunc(all, func(a, b Topic) int {
		return cmp.Or(cmp.Compare(b.Outlets, a.Outlets), cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.Label, b.Label))
	})
	return all[:min(n, len(all))]
}
