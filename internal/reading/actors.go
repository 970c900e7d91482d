package reading

// readActors finds the actors of a report.
func (r *Reader) readActors(d *draft) {
	d.out.Actors = r.actors.Extract(d.doc, &d.out.Report)
}
