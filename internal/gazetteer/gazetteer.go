package gazetteer

// Gazetteer is one packed file or several, asked as one. It never changes and is
// safe for use by several goroutines at once.
type Gazetteer struct {
	packs []*pack
	base  []Index // index of each pack's first place
	n     int
	// Names of first divisions by the number Place.Division has; [0] is empty.
	divName, divCode []string
	alpha3           map[string]string // from alpha-2, about 250
}

// join makes one gazetteer of packs; later ones add to the first.
func join(packs ...*pack) *Gazetteer {
	g := &Gazetteer{alpha3: map[string]string{}}
	for _, p := range packs {
		q := *p
		q.divOffset = len(g.divName)
		g.divName, g.divCode = append(g.divName, p.divName...), append(g.divCode, p.divCode...)
		for i, c := range p.country {
			if p.alpha3[i] != "" {
				g.alpha3[c] = p.alpha3[i]
			}
		}
		g.packs, g.base = append(g.packs, &q), append(g.base, Index(g.n))
		g.n += p.places
	}
	g.unifyDivisions()
	return g
}

// unifyDivisions gives divisions of the same code in later files the number
// they have in the first one.
func (g *Gazetteer) unifyDivisions() {
	if len(g.packs) < 2 {
		return
	}
	first := make(map[string]int, len(g.divCode))
	for i, c := range g.divCode {
		if _, ok := first[c]; !ok {
			first[c] = i
		}
	}
	for _, p := range g.packs[1:] {
		p.divSame = make([]int, len(p.divCode))
		for i, c := range p.divCode {
			p.divSame[i] = first[c]
		}
	}
}

// Join gives a gazetteer that has all places of g and of the others.
func (g *Gazetteer) Join(others ...*Gazetteer) *Gazetteer {
	packs := append([]*pack(nil), g.packs...)
	for _, o := range others {
		packs = append(packs, o.packs...)
	}
	return join(packs...)
}

// Len is the number of places.
func (g *Gazetteer) Len() int { return g.n }

// At gives the place of an index that a Hit holds.
func (g *Gazetteer) At(i Index) Place {
	k := len(g.base) - 1
	for k > 0 && g.base[k] > i {
		k--
	}
	return g.packs[k].place(int(i - g.base[k]))
}

// Lookup appends the places that a folded key leads to, the most important of
// each file first and at most 128 of each, and tells whether a longer key begins
// with key and a space. Find nothing is no failure.
func (g *Gazetteer) Lookup(key []byte, buf []Hit) (hits []Hit, longer bool) {
	for i, p := range g.packs {
		var l bool
		buf, l = p.find(key, g.base[i], 128, buf)
		longer = longer || l
	}
	return buf, longer
}

// DivisionName gives the name of a first division by its number, "" if unknown.
func (g *Gazetteer) DivisionName(n int) string {
	if n <= 0 || n >= len(g.divName) {
		return ""
	}
	return g.divName[n]
}

// DivisionCode gives GeoNames's code of a first division, "UA.05".
func (g *Gazetteer) DivisionCode(n int) string {
	if n <= 0 || n >= len(g.divCode) {
		return ""
	}
	return g.divCode[n]
}

// Alpha3 gives ISO 3166-1 alpha-3 for alpha-2, "" if unknown.
func (g *Gazetteer) Alpha3(alpha2 string) string { return g.alpha3[alpha2] }

// DivisionPlace gives the place that is the first division of a code ("US.KY"),
// as a list of one, or nil.
func (g *Gazetteer) DivisionPlace(code string) []Hit {
	for i, c := range g.divCode {
		if c != code {
			continue
		}
		hits, _ := g.Lookup(Fold(nil, g.divName[i]), nil)
		for _, h := range hits {
			if p := g.At(h.Place); p.Division == i && p.Feature == "A.ADM1" {
				return []Hit{h}
			}
		}
	}
	return nil
}
