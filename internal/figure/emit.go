package figure

import (
	"fmt"
	"strconv"

	"sitrep/record"
)

func ruleID(s string) record.RuleID { return record.RuleID(s) }

// statuses tells how firmly each figure is told, by the nearest word of telling.
func (l *line) statuses() {
	for i := range l.counts {
		c := &l.counts[i]
		best := 40
		for k := range l.ws {
			if l.terms[k] == nil || l.terms[k].any&cStatus == 0 || l.owned(k) && !l.has(k, cStatus) {
				continue
			}
			s, end, ok := l.phrase(k, cStatus)
			if !ok || k >= c.From && end <= c.npEnd && c.measure == "" {
				continue
			}
			d := c.left - k
			if d < 0 {
				d = 2 * (k - c.right + 1) // what follows binds less than what leads
			}
			if s.value == "reported" {
				d += 6 // a plain "said" gives way to "verified" near by
			}
			if d < best {
				best, c.status = d, s.value
			}
		}
	}
}

// emit makes the records, links parts and checks sums.
func (l *line) emit(report *record.Report, places []record.Place, out *Result) {
	if len(l.counts) == 0 {
		return
	}
	base := len(out.Figures)
	for i := range l.counts {
		f := l.record(&l.counts[i], report.ID)
		f.Place = l.place(i, places)
		out.Figures = append(out.Figures, f)
	}
	figures := out.Figures[base:]
	for i := range l.counts {
		c := &l.counts[i]
		if c.part && c.whole >= 0 && c.whole != i {
			figures[i].PartOf = figures[c.whole].ID
			if figures[i].Place == "" { // a part lies where its whole lies
				figures[i].Place = figures[c.whole].Place
			}
		}
		if r := figures[i].Restated; r != nil && !r.Agrees {
			v := c.Value
			if c.ranged {
				v = c.low
			}
			out.Conflicts = append(out.Conflicts, conflict(report.ID, "unit", figures[i].Span,
				fmt.Sprintf("%s %s is not %s %s", plain(v), figures[i].Unit, plain(r.Value), r.Unit), figures[i].ID))
		}
	}
	for i := range l.counts {
		l.check(i, figures, report.ID, out)
	}
}

func (l *line) record(c *count, report record.ReportID) record.Figure {
	from, to := c.left, min(max(c.right, c.npEnd, c.To), len(l.ws))
	span := record.Cut(l.text, l.ws[from].Start, l.ws[to-1].End)
	f := record.Figure{Span: span, Measure: c.measure, Population: c.population, Bound: c.bound, Unit: c.unit, Kind: c.kind,
		Direction: c.direction, Base: c.base, Since: c.frame.since, AsOf: c.frame.asOf, Status: c.status, Side: c.side,
		Restated: c.restated, Rule: c.rule}
	if f.Bound == "" {
		f.Bound = "exact"
	}
	if c.given {
		v := c.Value
		f.Value = &v
	}
	if c.high > 0 {
		lo, hi := c.low, c.high
		f.Low, f.High = &lo, &hi
	}
	if f.Unit == "share" && f.Kind == "level" && f.Measure != "" {
		f.Kind = "total"
	}
	if c.unit == "" {
		f.Unit, f.Kind = "people", "total"
		if c.thing {
			f.Unit = "items"
		}
		if c.measure == "" && f.Since == "" {
			f.Kind = "level"
		}
		if l.rated(to) {
			f.Kind = "rate"
		}
	}
	if f.Rule == "" {
		f.Rule = "figure/unit"
		if c.unit == "" {
			f.Rule = "figure/count"
		}
	}
	f.ID = record.NewID("f", report, span, c.measure+"|"+c.population+"|"+strconv.Itoa(l.ws[c.From].Start))
	return f
}

// rated reports whether "a day", "per week" follows.
func (l *line) rated(k int) bool {
	return l.has(k, cPer) && (l.in(k+1, "day", "week", "month", "year", "hour") || l.is(k, "daily"))
}

// check adds up the parts of count i where they are meant to be all of it: the
// killed and the injured of casualties, or a list in brackets.
func (l *line) check(i int, figures []record.Figure, report record.ReportID, out *Result) {
	whole := &l.counts[i]
	if !whole.given || whole.bound != "exact" || whole.unit != "" {
		return
	}
	sum, n, killed, injured, listed := 0.0, 0, false, false, false
	ids := []string{string(figures[i].ID)}
	for j := range l.counts {
		p := &l.counts[j]
		if p.whole != i || !p.part || j == i {
			continue
		}
		if !p.given || p.bound != "exact" {
			return
		}
		sum, n = sum+p.Value, n+1
		killed = killed || p.measure == "killed"
		injured = injured || p.measure == "injured"
		listed = listed || l.depth[p.From] > l.depth[whole.From] && l.asWell(p)
		ids = append(ids, string(figures[j].ID))
	}
	complete := whole.measure == "casualties" && killed && injured && n == 2 || listed && n > 2
	if n < 2 || sum == whole.Value || !complete && sum < whole.Value {
		return
	}
	c := conflict(report, "figure", figures[i].Span, fmt.Sprintf("the parts add up to %s, not to %s", plain(sum), plain(whole.Value)))
	c.Between = ids
	out.Conflicts = append(out.Conflicts, c)
}

// asWell reports whether "as well as" or "and" leads the last member of a list,
// which then claims to be whole.
func (l *line) asWell(p *count) bool { return l.in(p.left-1, "as", "and") }

func conflict(report record.ReportID, kind string, span record.Span, why string, between ...record.ID) record.Conflict {
	c := record.Conflict{ID: record.NewID("c", report, span, kind), Kind: kind, Why: why, Rule: "figure/check"}
	for _, id := range between {
		c.Between = append(c.Between, string(id))
	}
	return c
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
