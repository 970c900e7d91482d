package reading

import "sitrep/internal/event"

// readEvents finds the events of a report and its claims about the ground.
func (r *Reader) readEvents(d *draft) {
	d.out.Events, d.out.Line = r.events.Extract(d.doc, &d.out.Report, event.Given{
		Actors: d.out.Actors, Places: d.out.Places, Times: d.out.Times, Figures: d.out.Figures, Statements: d.out.Statements,
	})
}
