package when_test

import (
	"testing"

	"sitrep/internal/gold"
	"sitrep/record"
)

func TestTimesInNames(t *testing.T) {
	r := newReader(t)
	rep := record.Report{ID: "r-1"}
	rep.Published.Value = "2031-06-11"
	for in, want := range map[string]string{
		"[PER Ada May] left on Monday.":                    "Monday=2031-06-09",
		"He reads the [ORG Sunday Courier] on Monday.":     "Monday=2031-06-09",
		"The [OTH Five-Day War] ended.":                    "",
		"The [OTH Pact on 21st Century Trade] was signed.": "",
		"The [OTH War of 1994] ended.":                     "1994=1994",
		"The [OTH Battle of Easter] ended.":                "Easter=2031-04-13",
		"[LOC Velk] fell on Sunday.":                       "Sunday=2031-06-08",
		"The [OTH Sunday] is a ship.":                      "Sunday=2031-06-08", // not longer: the day, for all that one knows
	} {
		if got := brief(r.times.Extract(gold.Named(r.tokens.Document, in), &rep)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
