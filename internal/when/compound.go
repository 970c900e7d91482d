package when

import "strings"

// smaller gives the unit that may follow another in one length: "2 hours 15
// minutes", "8 years, 3 months".
var smaller = map[byte]string{'Y': "MD", 'M': "DW", 'W': "D", 'D': "h", 'h': "m", 'm': "s"}

// smallerUnit reads the second part of a length told in two units.
func (p *parser) smallerUnit(e *expr) {
	if e.vague || e.n <= 0 || e.kind != kDuration {
		return
	}
	k := p.comma(e.to)
	if p.is(k, "and") {
		k++
	}
	n, ok := p.x.numbers.At(p.ws, k)
	if !ok || n.Ordinal || n.Fraction || n.Vague || n.Order || n.Value <= 0 || !p.unitWord(n.To) {
		return
	}
	u := p.unitAt(n.To)
	if strings.IndexByte(smaller[e.unit], u) < 0 || p.has(n.To+1, cShift|cShiftCtx) && k > e.to+1 {
		return
	}
	e.rest, e.restN, e.to = u, n.Value, n.To+1
}

// joinLengths writes P8Y and P3M as P8Y3M, P1D and PT2H as P1DT2H.
func joinLengths(a, b string) string {
	b = strings.TrimPrefix(b, "P")
	if strings.HasPrefix(a, "PT") {
		b = strings.TrimPrefix(b, "T")
	}
	return a + b
}

// unitLong reads "decades-old", "years-long" and "day-long".
func (p *parser) unitLong(e *expr, j int) (int, bool) {
	k := p.hyphen(j + 1)
	if k == j+1 || !p.in(k, "old", "long") || !p.unitWord(j) {
		return j, false
	}
	e.unit = p.unitAt(j)
	switch {
	case p.has(j, cUnits):
		e.vague = true
	case p.is(k, "long") && p.ends(j-1) || p.is(k, "long") && !p.is(j-1, "-"):
		e.n = 1
	default:
		return j, false
	}
	if _, numbered := p.x.numbers.At(p.ws, j-1); numbered && j > 0 {
		return j, false
	}
	return k + 1, true
}

// partOfUnit reads "a quarter of a century", "three-quarters of an hour".
func (p *parser) partOfUnit(e *expr, j int) (int, bool) {
	k, share := j, 0.0
	if p.is(k, "a") {
		k++
	}
	switch n, ok := p.x.numbers.At(p.ws, k); {
	case p.is(k, "quarter"):
		share, k = .25, k+1
	case ok && n.Fraction && n.Value < 1:
		share, k = n.Value, n.To
	case ok && n.Value == 3 && n.To == k+1 && p.is(p.hyphen(n.To), "quarters"):
		share, k = .75, p.hyphen(n.To)+1
	}
	if share == 0 || !p.is(k, "of") || !p.in(k+1, "a", "an") || !p.has(k+2, cUnit) {
		return j, false
	}
	scale := map[byte]struct {
		unit byte
		n    float64
	}{'h': {'m', 60}, 'Y': {'M', 12}, 'C': {'Y', 100}, 'L': {'Y', 1000}, 'D': {'h', 24}, 'X': {'Y', 10}}
	s, ok := scale[p.unitAt(k+2)]
	if !ok {
		return j, false
	}
	e.unit, e.n = s.unit, share*s.n
	return k + 3, true
}
