package place

import (
	"math"

	"sitrep/internal/gazetteer"
)

// group is all mentions of one name with the same words beside it: one report
// means one place by it.
type group struct {
	key      string
	name     string // the name alone
	cands    []candidate
	mentions []int
	parent   int // group of the place named after it, or -1
	form     form
	local    bool // some mention stands as a town's name does
	beside   bool // the parent is what it lies near
	narrow   bool // kind asks for certain features
	best     int  // index of the likeliest candidate
	support  float64
}

// candidate is one place that a group's name may mean.
type candidate struct {
	place gazetteer.Place
	hit   gazetteer.Hit
	prior float64 // what its size and kind say, in natural logarithms
	base  float64 // prior, weighted, with what the whole report says
	score float64
	p     float64 // share of the belief, 0 to 1
	ctx   float64 // how far the rest of the report speaks for it
	next  float64
}

// maxCandidates is how many places of one name are weighed, the largest first.
const maxCandidates = 60

// gather makes the groups of the mentions.
func (w *work) gather() {
	w.index = map[string]int{}
	for i := range w.mentions {
		w.mentions[i].group = -1
	}
	for i := range w.mentions {
		w.place(i, 4)
	}
}

// place puts a mention into its group, after the one that names its parent; depth
// bounds the chain of parents.
func (w *work) place(i, depth int) {
	m := &w.mentions[i]
	if m.group >= 0 || m.form == onStreet || m.form == relative || len(m.hits) == 0 || m.outside {
		return
	}
	key := gazetteer.Fold(nil, w.doc.Text[m.start:m.end])
	name := string(key)
	if len(m.kind) > 0 {
		key = append(append(key, '/'), m.kind[0]...)
	}
	parent := -1
	if m.parent >= 0 && depth > 0 {
		w.place(m.parent, depth-1)
		if parent = w.mentions[m.parent].group; parent >= 0 {
			key = append(append(key, ','), w.groups[parent].key...)
		}
	}
	if m.group >= 0 {
		return // two names that each name the other
	}
	n, ok := w.index[string(key)]
	if !ok {
		n = len(w.groups)
		w.index[string(key)] = n
		w.groups = append(w.groups, group{key: string(key), name: name, parent: parent, form: m.form, narrow: len(m.kind) > 0})
		w.candidates(&w.groups[n], m)
		w.groups[n].seats()
	}
	m.group = n
	g := &w.groups[n]
	g.local = g.local || m.local
	g.beside = g.beside || m.beside
	g.mentions = append(g.mentions, i)
}

// candidates fills a group from the first of its mentions.
func (w *work) candidates(g *group, m *mention) {
	hits := m.hits
	if len(m.kind) > 0 {
		if fits := keepFeatures(w.e.gaz, hits, m.kind); len(fits) > 0 {
			hits = fits
		}
	}
	country := false
	for _, h := range hits {
		c := candidate{place: w.e.gaz.At(h.Place), hit: h}
		country = country || c.place.Feature == "A.PCLI" && !h.Alt
		if country && h.Alt && c.place.Class() == 'P' {
			continue // a capital that is also called by its country's name
		}
		c.prior = prior(&c.place, h.Alt && m.form == named, g.narrow)
		if h.Alt && len(g.cands) > 0 && !g.cands[0].hit.Alt && g.cands[0].place.LogPop > 110 {
			c.prior -= 6 // a great city bears the name itself
		}
		if len(g.cands) >= maxCandidates && g.parent < 0 {
			break
		}
		g.cands = append(g.cands, c)
	}
}

// seats lowers first divisions that bear the name of their main town, outside the
// United States: "Kharkiv" alone is the city, and "Kharkiv region" says so.
func (g *group) seats() {
	if g.narrow {
		return
	}
	for i := range g.cands {
		a := &g.cands[i]
		if a.place.Feature != "A.ADM1" && a.place.Class() != 'L' || a.place.Country == "US" {
			continue
		}
		for j := range g.cands {
			c := &g.cands[j]
			if c.place.Class() == 'P' && c.place.Country == a.place.Country && c.place.LogPop > 80 &&
				(c.place.Division == a.place.Division || distance(a.place.Lat, a.place.Lon, c.place.Lat, c.place.Lon) < a.place.Precision+30) {
				a.prior = min(a.prior, c.prior-4)
			}
		}
	}
}

// prior says how likely a name means a place of this size and kind before
// anything else is known. The numbers are natural logarithms of about the
// population that a settlement as often named would have.
func prior(p *gazetteer.Place, alt, narrow bool) float64 {
	v := float64(p.LogPop) / 8
	switch {
	case p.Feature == "A.PCLI":
		v = 19
	case p.Feature == "L.CONT":
		v = 18
	case p.Feature == "A.ADM1":
		v = min(14.5, max(v, 9)+0.5)
		switch {
		case narrow: // the wider of two that share a name: the region, not the city that is one by itself
			v = 14.5 + math.Log(p.Precision)/3
		case p.Country == "US":
			v = 14.5
		}
	case p.Feature == "A.ADM2":
		v = max(4, v-5)
		if narrow {
			v = 12
		}
	case p.Feature == "H.OCN" || p.Feature == "H.SEA":
		v = 17
	case p.Class() == 'S':
		v = 11
	case p.Class() == 'H' || p.Class() == 'T' || p.Class() == 'L':
		v = 13 + math.Log(p.Precision)/3
	case p.Feature == "P.PPLC":
		v += 2.5
	case p.Feature == "P.PPLA" && p.Country != "US":
		v = max(v, 4) + 0.7
	case p.Class() == 'P':
		v = max(v, 4)
	default:
		v = max(v, 5)
	}
	if alt && p.Class() == 'P' {
		v -= 3
	} else if alt && p.Feature == "A.ADM1" {
		v -= 1.5
	}
	return v
}
