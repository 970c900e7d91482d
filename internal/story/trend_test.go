package story_test

import (
	"testing"

	"sitrep/internal/story"
	"sitrep/record"
)

func TestOutletsCountOnce(t *testing.T) {
	tr := story.NewTrends()
	for _, r := range []struct{ outlet, issue string }{{"A", "talks"}, {"A", "talks"}, {"B", "ceasefire"}, {"C", "ceasefire"}} {
		tr.Add(&record.Reading{Report: record.Report{Outlet: r.outlet}, Positions: []record.Position{{Issue: r.issue}, {Issue: r.issue}}}, "2023-12-01")
	}
	top := tr.Top("issue", 5)
	if len(top) != 2 || top[0].Label != "ceasefire" || top[0].Outlets != 2 || top[1].Outlets != 1 || top[1].Reports != 2 {
		t.Errorf("got %+v", top)
	}
}
