package web

import (
	"fmt"
	"html"
	"math"

	"sitrep/internal/earth"
	"sitrep/internal/line"
	"sitrep/internal/outline"
	"sitrep/record"
)

// placeKM is half the height of a place's map in kilometres.
const placeKM = 160.0

// DrawPlace draws a small map of a place from the bundled outlines, with the
// circle within which it is meant; nothing for a place without a point, or known
// so vaguely that a point would mislead.
func DrawPlace(p *record.Place) string {
	if p == nil || p.Lat == nil || p.Lon == nil || p.Precision > placeKM/2 || math.Abs(*p.Lat) > 80 {
		return ""
	}
	world, err := outline.World()
	if err != nil {
		return ""
	}
	ukraine, err := outline.Ukraine()
	if err != nil {
		return ""
	}
	at := earth.Point{Lon: *p.Lon, Lat: *p.Lat}
	dLat := placeKM / 111.2
	dLon := dLat / math.Cos(at.Lat*math.Pi/180) * 1.5
	pr := project(earth.Box{West: at.Lon - dLon, East: at.Lon + dLon, South: at.Lat - dLat, North: at.Lat + dLat}, 1.5)
	x, y := pr.xy(at)
	radius := int(math.Max(p.Precision, 1) * 10 / math.Cos(at.Lat*math.Pi/180))
	name := html.EscapeString(p.Name)
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="Map around %s, about %.0f km high">`, pr.w, pr.h, name, 2*placeKM) +
		fmt.Sprintf(`<rect width="%d" height="%d" fill="%s"/>`, pr.w, pr.h, seaColour) +
		pr.clipped(world, landColour, "#c9c4b8", 0) + pr.clipped(ukraine, countryColour, "#b9b2a2", 0.3) +
		fmt.Sprintf(`<circle cx="%d" cy="%d" r="%d" fill="#0b5d6e" fill-opacity="0.2" stroke="#0b5d6e" stroke-width="2" vector-effect="non-scaling-stroke"/><circle cx="%d" cy="%d" r="%d" fill="#0b5d6e"/></svg>`,
			x, y, radius, x, y, pr.h/60)
}

// clipped draws the units of a layer as far as they lie in view.
func (p projection) clipped(l *outline.Layer, fill, stroke string, simplifyKM float64) string {
	view := p.box()
	var d []byte
	for _, u := range l.Units {
		for _, poly := range u.Area {
			for _, r := range poly {
				if !r.Box().Meets(view) {
					continue
				}
				pts := clipRing(r, view.Grow(0.1))
				if simplifyKM > 0 {
					pts = line.Simplify(pts, simplifyKM)
				}
				d = p.appendPath(d, pts, true)
			}
		}
	}
	if len(d) == 0 {
		return ""
	}
	return fmt.Sprintf(`<path fill="%s" fill-rule="evenodd" stroke="%s" stroke-width="1" vector-effect="non-scaling-stroke" d="%s"/>`, fill, stroke, d)
}
