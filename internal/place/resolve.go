package place

import (
	"math"

	"sitrep/internal/gazetteer"
)

// Weights of what speaks for a candidate. They were set by hand on half of the
// measuring sets; docs/places.md tells what each is for.
const (
	priorWeight   = 0.62
	contextWeight = 3.0
	contextScale  = 4.0
	parentBonus   = 9.0
	sameBonus     = 5.0
	homeBonus     = 3.5
	capitalBonus  = 2.0 // in a report that names foreign countries
	localMalus    = 4.0
	speakPower    = 0.5
	rounds        = 3
	// window is how many names before and after one speak for it, so that a list of
	// thousands costs no more than its length.
	window = 80
	// weakContext is the support below which a small place that is named nowhere
	// as a place is not believed.
	weakContext = 0.6
)

// resolve gathers the mentions into groups and weighs their candidates by each
// other, a few times over.
func (w *work) resolve() {
	w.home = w.findHome()
	for i := range w.mentions {
		m := &w.mentions[i]
		s := &w.doc.Sentences[m.sent]
		m.local = m.form == named && w.classAt(s, m.to)&local != 0
	}
	w.gather()
	w.foreign = w.abroad()
	w.home.weight /= float64(1 + w.foreign*w.foreign)
	for i := range w.groups {
		g := &w.groups[i]
		for j := range g.cands {
			c := &g.cands[j]
			c.base = priorWeight * c.prior
			if w.foreign > 0 && c.place.Feature == "P.PPLC" {
				c.base += capitalBonus
			}
			if c.place.Country == w.home.country {
				c.base += homeBonus * w.home.weight
				if g.local {
					c.base += homeBonus * w.home.weight
				}
			}
			if g.local && c.place.Feature == "A.PCLI" && len(g.cands) > 1 {
				c.base -= localMalus
			}
		}
	}
	for i := range w.groups {
		g := &w.groups[i]
		for j := range g.cands {
			g.cands[j].score = g.cands[j].base
		}
		g.believe()
	}
	for range rounds {
		for i := range w.groups {
			w.weigh(i)
		}
		for i := range w.groups {
			g := &w.groups[i]
			for j := range g.cands {
				g.cands[j].score = g.cands[j].next
			}
			g.believe()
		}
	}
}

// believe turns scores into shares of belief.
func (g *group) believe() {
	if len(g.cands) == 0 {
		return
	}
	g.best = 0
	for j := range g.cands {
		if g.cands[j].score > g.cands[g.best].score {
			g.best = j
		}
	}
	top, sum := g.cands[g.best].score, 0.0
	for j := range g.cands {
		g.cands[j].p = math.Exp(g.cands[j].score - top)
		sum += g.cands[j].p
	}
	for j := range g.cands {
		g.cands[j].p /= sum
	}
}

// weigh sets the next scores of a group's candidates.
func (w *work) weigh(i int) {
	g := &w.groups[i]
	for j := range g.cands {
		c := &g.cands[j]
		c.ctx = 0
		bonus := 0.0
		if g.parent >= 0 {
			bonus = parentBonus * w.groups[g.parent].holding(&c.place, g.beside)
		}
		for k := max(0, i-window); k < min(len(w.groups), i+window); k++ {
			h := &w.groups[k]
			if k == i || k == g.parent {
				continue
			}
			switch {
			case h.name == g.name:
				bonus += sameBonus * h.same(c.hit.Place)
			default:
				c.ctx += h.speaks(&c.place)
			}
		}
		c.next = c.base + bonus + contextWeight*math.Log1p(contextScale*c.ctx)
	}
}

// holding is the belief in those candidates that hold place p, or lie near it.
func (g *group) holding(p *gazetteer.Place, near bool) float64 {
	sum := 0.0
	for k := range g.cands {
		if d := &g.cands[k]; d.p > 0.02 && (contains(&d.place, p) || near && beside(&d.place, p)) {
			sum += d.p
		}
	}
	return sum
}

// same is the belief in one place.
func (g *group) same(at gazetteer.Index) float64 {
	for k := range g.cands {
		if g.cands[k].hit.Place == at {
			return g.cands[k].p
		}
	}
	return 0
}

// speaks is how far another name of the report speaks for place p: the best of
// its likelier candidates. What counts is how a candidate compares with the
// likeliest one, so that two names of many places each can settle each other:
// few towns called Paris have a Henry County beside them.
func (g *group) speaks(p *gazetteer.Place) float64 {
	best := 0.0
	top := g.cands[g.best].p
	for k := range g.cands {
		d := &g.cands[k]
		if d.p < 0.02*top {
			continue
		}
		v := math.Pow(d.p/top, speakPower) * near(&d.place, p)
		best = max(best, v)
	}
	return best
}

// near is how far one place makes another likely to be named beside it.
func near(a, b *gazetteer.Place) float64 {
	if a.Country != b.Country && a.Feature != b.Feature && (a.Feature == "A.PCLI" || b.Feature == "A.PCLI" || a.Feature == "L.CONT" || b.Feature == "L.CONT") {
		return 0
	}
	switch {
	case a.Feature == "A.ADM2" && contains(a, b), b.Feature == "A.ADM2" && contains(b, a):
		return 1
	case a.Country == b.Country && a.Feature == b.Feature && a.Feature == "A.ADM1":
		return 0.35
	case a.Feature == b.Feature && a.Feature == "A.PCLI":
		return 0.1
	case contains(a, b), contains(b, a):
		if a.Feature == "A.PCLI" || b.Feature == "A.PCLI" {
			return 0.12
		}
		return 0.4
	}
	if math.Abs(a.Lat-b.Lat) > 4 {
		if a.Country == b.Country && a.Country != "" {
			return 0.06
		}
		return 0
	}
	switch d := distance(a.Lat, a.Lon, b.Lat, b.Lon); {
	case d < 30:
		return 0.9
	case d < 80:
		return 0.6
	case d < 200:
		return 0.25
	case a.Country == b.Country && a.Country != "":
		return 0.06
	}
	return 0
}
