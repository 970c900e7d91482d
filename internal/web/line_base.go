package web

import (
	"fmt"
	"html"
	"math"
	"strings"

	"sitrep/internal/earth"
	"sitrep/internal/line"
	"sitrep/internal/outline"
)

// Colours of the map, as attributes, so that it is legible without a style sheet.
// Gained and lost are told apart by hue and lightness, for eyes that see no red
// or green, and by hatching in print.
const (
	seaColour, landColour, countryColour = "#dfe8ee", "#efece4", "#faf8f2"
	heldColour, frontColour              = "#7d7567", "#1c1d1f"
	gainedColour, lostColour             = "#d4570a", "#1f5fbf"
)

// base draws what lies beneath: sea, countries, divisions and their names.
func (p projection) base() (string, error) {
	world, err := outline.World()
	if err != nil {
		return "", err
	}
	ukraine, err := outline.Ukraine()
	if err != nil {
		return "", err
	}
	view := p.box()
	var b strings.Builder
	fmt.Fprintf(&b, `<rect class="sea" width="%d" height="%d" fill="%s"/>`, p.w, p.h, seaColour)
	var land []byte
	for _, u := range world.Units {
		for _, poly := range u.Area {
			for _, r := range poly {
				if r.Box().Meets(view) {
					land = p.appendPath(land, clipRing(r, view.Grow(0.2)), true)
				}
			}
		}
	}
	fmt.Fprintf(&b, `<path class="land" fill="%s" stroke="#c9c4b8" stroke-width="1" vector-effect="non-scaling-stroke" d="%s"/>`, landColour, land)
	if !ukraine.Area().Box().Meets(view) {
		return b.String(), nil
	}
	var ground, coast, borders []byte
	for _, u := range ukraine.Units {
		for _, poly := range u.Area {
			ground = p.appendPath(ground, line.Simplify(poly[0].Closed(), 0.4), true)
		}
	}
	for _, path := range ukraine.Outline() {
		coast = p.appendPath(coast, line.Simplify(path, 0.4), false)
	}
	for _, path := range ukraine.Borders() {
		borders = p.appendPath(borders, line.Simplify(path, 0.4), false)
	}
	fmt.Fprintf(&b, `<path class="country" fill="%s" d="%s"/>`, countryColour, ground)
	fmt.Fprintf(&b, `<path class="borders" fill="none" stroke="#b9b2a2" stroke-width="1" stroke-dasharray="4 3" vector-effect="non-scaling-stroke" d="%s"/>`, borders)
	fmt.Fprintf(&b, `<path class="outline" fill="none" stroke="#8d8675" stroke-width="1.3" vector-effect="non-scaling-stroke" d="%s"/>`, coast)
	return b.String(), nil
}

// names writes the divisions' names, over the ground held.
func (p projection) names() (string, error) {
	ukraine, err := outline.Ukraine()
	if err != nil {
		return "", err
	}
	view := p.box()
	var b strings.Builder
	for _, u := range ukraine.Units {
		at := middle(u.Area)
		if !view.Holds(at) || strings.HasSuffix(u.Name, "city") {
			continue
		}
		x, y := p.xy(at)
		fmt.Fprintf(&b, `<text x="%d" y="%d">%s</text>`, x, y, html.EscapeString(u.Name))
	}
	return b.String(), nil
}

// middle gives the centre of the largest ring.
func middle(a earth.Area) earth.Point {
	var best, x, y float64
	for _, poly := range a {
		var area, sx, sy float64
		r := poly[0]
		for i, p := range r {
			q := r[(i+1)%len(r)]
			c := p.Lon*q.Lat - q.Lon*p.Lat
			area, sx, sy = area+c, sx+(p.Lon+q.Lon)*c, sy+(p.Lat+q.Lat)*c
		}
		if math.Abs(area) > best {
			best, x, y = math.Abs(area), sx/(3*area), sy/(3*area)
		}
	}
	return earth.Point{Lon: x, Lat: y}
}

// clipRing cuts a ring to a box (Sutherland and Hodgman), for drawing only: the
// cut runs along the box's edge.
func clipRing(r earth.Ring, b earth.Box) []earth.Point {
	out := []earth.Point(r)
	for side := range 4 {
		inside := func(p earth.Point) float64 {
			return [...]float64{p.Lon - b.West, b.East - p.Lon, p.Lat - b.South, b.North - p.Lat}[side]
		}
		in := out
		out = nil
		for i, p := range in {
			q := in[(i+1)%len(in)]
			dp, dq := inside(p), inside(q)
			if dp >= 0 {
				out = append(out, p)
			}
			if (dp >= 0) != (dq >= 0) {
				out = append(out, earth.Between(p, q, dp/(dp-dq)))
			}
		}
	}
	return out
}
