package reading

// readTimes finds the times, counted from the day of publication; where none was
// given, from what the text shows of it.
func (r *Reader) readTimes(d *draft) {
	d.out.Times = r.times.Extract(d.doc, &d.out.Report)
}
