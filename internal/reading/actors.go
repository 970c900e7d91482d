package reading

import "sitrep/record"

// readActors finds the actors of a report.
func (r *Reader) readActors(d *draft) {
	d.out.Actors = r.actors.Extract(d.doc, &d.out.Report)
}

// basisOf tells how the day that was handed over is known.
func basisOf(in Input) record.Basis {
	switch {
	case in.Published == "":
		return ""
	case in.PublishedBasis == "":
		return record.Given
	}
	return in.PublishedBasis
}
