package sqlite

import "time"

// Limited gives options for tests: the most pages of the file, and how long to
// wait for others.
func Limited(o Options, pages int, wait time.Duration) Options {
	o.maxPages, o.wait = pages, wait
	return o
}
