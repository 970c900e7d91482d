package reading

// readFigures finds the numbers with what they count, and the sums and
// restatements that do not agree.
func (r *Reader) readFigures(d *draft) {
	found := r.figures.Extract(d.doc, &d.out.Report, d.out.Times, d.out.Places)
	d.out.Figures = found.Figures
	d.out.Conflicts = append(d.out.Conflicts, found.Conflicts...)
}
