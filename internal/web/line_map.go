package web

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"strings"

	"sitrep/internal/earth"
	"sitrep/internal/line"
)

// lineMap is the drawn map.
type lineMap struct {
	SVG   template.HTML
	Label string // what it shows, for those who cannot see it
	W, H  int
}

// mapRatio is the least ratio of width to height.
const mapRatio = 1.3

// drawLine draws the day of the page.
func (s *Server) drawLine(p *linePage, b earth.Box) (lineMap, error) {
	pr := project(b, mapRatio)
	base, err := s.baseMap(pr)
	if err != nil {
		return lineMap{}, err
	}
	names, err := pr.names()
	if err != nil {
		return lineMap{}, err
	}
	m := lineMap{W: pr.w, H: pr.h, Label: mapLabel(p)}
	var g strings.Builder
	fmt.Fprintf(&g, `<svg id="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s" data-west="%.1f" data-north="%.1f" font-family="sans-serif">`,
		pr.w, pr.h, html.EscapeString(m.Label), pr.west, pr.north)
	g.WriteString(defs(pr))
	g.WriteString(`<g id="base">` + base + `</g><g id="tiles"></g>`)
	g.WriteString(layers(pr, p))
	fmt.Fprintf(&g, `<g id="names" font-size="%d" fill="#6b6557" text-anchor="middle" stroke="#faf8f2" stroke-width="0.35em" stroke-linejoin="round" paint-order="stroke" stroke-opacity="0.8">%s</g>`, pr.h/48, names)
	g.WriteString(`<g id="places" fill="#1c1d1f">` + marks(pr, p.Places) + `</g>`)
	g.WriteString(scale(pr) + `</svg>`)
	m.SVG = template.HTML(g.String()) // numbers, and names that were escaped
	return m, nil
}

// baseMap draws the base once for each view.
func (s *Server) baseMap(pr projection) (string, error) {
	if drawn, ok := s.bases.Load(pr); ok {
		return drawn.(string), nil
	}
	drawn, err := pr.base()
	if err == nil {
		s.bases.Store(pr, drawn)
	}
	return drawn, err
}

// defs holds the masks with which the script draws changes, and the hatchings that
// keep gained and lost apart without colour.
func defs(pr projection) string {
	h := pr.h / 90
	hatch := func(id, colour, d string) string {
		return fmt.Sprintf(`<pattern id="%s" width="%d" height="%d" patternUnits="userSpaceOnUse"><rect width="%d" height="%d" fill="%s" fill-opacity="0.75"/><path d="%s" stroke="#fff" stroke-opacity="0.75" stroke-width="%d"/></pattern>`,
			id, h, h, h, h, colour, d, max(1, h/7))
	}
	mask := func(id string) string {
		return fmt.Sprintf(`<mask id="%s" maskUnits="userSpaceOnUse" x="0" y="0" width="%d" height="%d"><rect width="%d" height="%d" fill="#fff"/><path fill="#000" fill-rule="evenodd" shape-rendering="crispEdges" d=""/></mask>`,
			id, pr.w, pr.h, pr.w, pr.h)
	}
	return "<defs>" + hatch("hatch-gained", gainedColour, fmt.Sprintf("M0 %dL%d 0", h, h)) +
		hatch("hatch-lost", lostColour, fmt.Sprintf("M0 0L%d %d", h, h)) + mask("not-before") + mask("not-after") + "</defs>"
}

// layers draws ground, changes and front of the day shown.
func layers(pr projection, p *linePage) string {
	var ground, front, gained, lost string
	if p.State != nil {
		ground, front = pr.area(p.State.Area), pr.paths(p.State.Front)
	}
	if p.Change != nil {
		gained, lost = patchPaths(pr, p.Change.Gained), patchPaths(pr, p.Change.Lost)
	}
	return fmt.Sprintf(`<path id="ground" fill="%s" fill-opacity="0.38" fill-rule="evenodd" d="%s"/>`, heldColour, ground) +
		fmt.Sprintf(`<path id="gained" fill="url(#hatch-gained)" fill-rule="evenodd" shape-rendering="crispEdges" d="%s"/>`, gained) +
		fmt.Sprintf(`<path id="lost" fill="url(#hatch-lost)" fill-rule="evenodd" shape-rendering="crispEdges" d="%s"/>`, lost) +
		fmt.Sprintf(`<path id="front" fill="none" stroke="%s" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round" vector-effect="non-scaling-stroke" d="%s"/>`, frontColour, front)
}

// patchPaths draws pieces of ground, without those that were only redrawn.
func patchPaths(pr projection, patches []line.Patch) string {
	var b []byte
	for _, patch := range patches {
		if patch.Redrawn {
			continue
		}
		for _, r := range patch.Polygon {
			b = pr.appendPath(b, r, true)
		}
	}
	return string(b)
}

// marks draws the places that reports of the days name.
func marks(pr projection, places []placeMark) string {
	var b strings.Builder
	for _, m := range places {
		x, y := pr.xy(m.At)
		fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="%d" fill-opacity="0.75" stroke="#fff" stroke-width="1" vector-effect="non-scaling-stroke"><title>%s, named in %s</title></circle>`,
			x, y, pr.h/180+pr.h/500*min(6, m.Reports), html.EscapeString(m.Name), plural(m.Reports, "report", "reports"))
	}
	return b.String()
}

// scale draws a bar of 100 km, true in the middle of the map.
func scale(pr projection) string {
	b := pr.box()
	lat := (b.North + b.South) / 2 * math.Pi / 180
	w := int(1000 / math.Cos(lat))
	x, y := pr.w/40, pr.h-pr.h/30
	return fmt.Sprintf(`<g id="scale" font-size="%d" fill="#1c1d1f"><path d="M%d %dv%dh%dv%d" fill="none" stroke="#1c1d1f" stroke-width="1.5" vector-effect="non-scaling-stroke"/><text x="%d" y="%d">100 km</text></g>`,
		pr.h/50, x, y-pr.h/120, pr.h/120, w, -pr.h/120, x+pr.w/120, y-pr.h/80)
}

// mapLabel says what the map shows.
func mapLabel(p *linePage) string {
	if p.State == nil {
		return "Map without a line: " + strings.Join(p.Gaps, "; ")
	}
	s := "Map of " + p.State.Day + " by " + p.State.Source + ": front line of " + line.Number(p.State.KM()) + " km"
	if p.Change != nil {
		s += "; since " + p.Change.From + " gained " + line.Number(p.Change.GainedKM2) + " km², lost " + line.Number(p.Change.LostKM2) + " km²"
	}
	return s + ". The tables below hold the same figures."
}
