package place

import (
	"math"
	"strconv"
	"strings"

	"sitrep/internal/gazetteer"
	"sitrep/record"
)

// Size of a small map in its own units, and the least and greatest distance from
// its middle to its side in km.
const (
	mapWidth, mapHeight = 320.0, 220.0
	mapLeast, mapMost   = 160.0, 3000.0
)

// Map draws a small map of a place as SVG, without scripts, styles or anything
// fetched: land, borders, a disc as wide as the place's precision, its point, and a
// scale. Colours follow the text's. It gives "" for a place without a point.
func Map(p *record.Place) string {
	if p == nil || p.Lat == nil || p.Lon == nil {
		return ""
	}
	half := max(mapLeast, min(mapMost, 3*p.Precision))
	v := view{lat: *p.Lat, lon: *p.Lon, unit: mapWidth / 2 / half, cos: max(0.05, math.Cos(*p.Lat*math.Pi/180))}
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 220" width="320" height="220" role="img" aria-label="Map: `)
	b.WriteString(escape(label(p)))
	b.WriteString(`"><clipPath id="`)
	id := "map-" + strings.Map(plainID, string(p.ID))
	b.WriteString(id)
	b.WriteString(`"><rect width="320" height="220"/></clipPath><g clip-path="url(#` + id + `)"><rect width="320" height="220" fill="currentColor" fill-opacity="0.04"/>`)
	land, lines := gazetteer.Outlines()
	v.paths(&b, land, `fill="currentColor" fill-opacity="0.1" stroke="currentColor" stroke-opacity="0.5" stroke-width="0.8"`)
	if half < 900 {
		v.paths(&b, lines, `fill="none" stroke="currentColor" stroke-opacity="0.3" stroke-width="0.5" stroke-dasharray="2 2"`)
	}
	b.WriteString(`<circle cx="160" cy="110" r="` + number(max(3, p.Precision*v.unit)) + `" fill="#c2410c" fill-opacity="0.15" stroke="#c2410c" stroke-width="1"/>`)
	if p.Precision*v.unit < 40 { // a dot in the middle of a country would claim a point
		b.WriteString(`<circle cx="160" cy="110" r="2.5" fill="#c2410c"/>`)
	}
	b.WriteString(`</g>`)
	scale := niceKM(half / 2)
	b.WriteString(`<path d="M10 208h` + number(scale*v.unit) + `" stroke="currentColor" stroke-width="2"/><text x="10" y="202" font-size="10" fill="currentColor">` +
		strconv.FormatFloat(scale, 'f', -1, 64) + ` km</text></svg>`)
	return b.String()
}

// label tells the map in words, for those who do not see it.
func label(p *record.Place) string {
	name := p.Name
	if name == "" {
		name = p.Span.Text
	}
	for _, more := range []string{p.Admin1, p.Country} {
		if more != "" && more != name {
			name += ", " + more
		}
	}
	return name + ", within " + strconv.FormatFloat(p.Precision, 'f', -1, 64) + " km"
}

// view is a flat map around a point: good enough for its size.
type view struct {
	lat, lon, unit, cos float64
}

// xy places a point; lon counts from the map's middle and may be beyond 180.
func (v *view) xy(lon, lat float64) (x, y float64) {
	const degree = 111.2
	x = mapWidth/2 + lon*degree*v.cos*v.unit
	y = mapHeight/2 - (lat-v.lat)*degree*v.unit
	return max(-mapWidth, min(2*mapWidth, x)), max(-mapHeight, min(2*mapHeight, y))
}

// turn gives a ring's longitudes from the map's middle without a jump at the far
// side of the earth: the ring's own middle decides on which side it lies.
func (v *view) turn(r *gazetteer.Ring) float64 {
	switch middle := float64(r.West+r.East)/2 - v.lon; {
	case middle > 180:
		return -v.lon - 360
	case middle < -180:
		return -v.lon + 360
	}
	return -v.lon
}

// paths draws the rings that touch the map. Points outside lie on a wider frame, so
// that a country that the map shows a part of stays filled.
func (v *view) paths(b *strings.Builder, rings []gazetteer.Ring, how string) {
	b.WriteString(`<path ` + how + ` d="`)
	for i := range rings {
		r := &rings[i]
		turn := v.turn(r)
		west, north := v.xy(float64(r.West)+turn, float64(r.North))
		east, south := v.xy(float64(r.East)+turn, float64(r.South))
		if east < 0 || west > mapWidth || south < 0 || north > mapHeight {
			continue
		}
		last := [2]float64{-1e9, -1e9}
		verb := byte('M')
		for k := 0; k+1 < len(r.Points); k += 2 {
			x, y := v.xy(float64(r.Points[k])+turn, float64(r.Points[k+1]))
			if math.Abs(x-last[0])+math.Abs(y-last[1]) < 0.7 {
				continue
			}
			b.WriteByte(verb)
			b.WriteString(number(x) + " " + number(y))
			verb, last = 'L', [2]float64{x, y}
		}
		if verb == 'L' {
			b.WriteByte('Z')
		}
	}
	b.WriteString(`"/>`)
}

func number(f float64) string { return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64) }

// niceKM is the round number at or below km: 1, 2 or 5 with noughts.
func niceKM(km float64) float64 {
	p := math.Pow(10, math.Floor(math.Log10(km)))
	for _, n := range []float64{5, 2} {
		if km >= n*p {
			return n * p
		}
	}
	return p
}

func plainID(r rune) rune {
	if r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
		return r
	}
	return -1
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace
