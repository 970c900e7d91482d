package reading

import (
	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
	"sitrep/internal/place"
)

// placeExtractor opens the stage of places; without a gazetteer there is none,
// and nothing is resolved.
func placeExtractor(l lang.Language, g *gazetteer.Gazetteer) (*place.Extractor, error) {
	if g == nil {
		return nil, nil
	}
	return place.New(l, g)
}

// readPlaces finds and resolves the places of a report.
func (r *Reader) readPlaces(d *draft) {
	if r.places != nil {
		d.out.Places = r.places.Extract(d.doc, &d.out.Report)
	}
}
