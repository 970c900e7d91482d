package when

import "sitrep/record"

var ruleNames = [...]record.RuleID{kDate: "when/date", kSeason: "when/season", kQuarter: "when/quarter", kHalf: "when/half",
	kDecade: "when/decade", kCentury: "when/century", kUnit: "when/relative", kDay: "when/day", kShift: "when/shift",
	kDuration: "when/duration", kSet: "when/set", kRef: "when/reference", kClock: "when/clock", kHoliday: "when/holiday", kNth: "when/nth"}

// nextSentence lets a quarter that was read fade after a while.
func (r *resolver) nextSentence() {
	r.focusAge++
	if r.quarterAge++; r.quarterAge > 4 {
		r.quarter = 0
	}
}

// time resolves an expression and makes its record.
func (r *resolver) time(f *found, report record.ReportID) (record.Time, bool) {
	out, ok := r.resolve(&f.expr)
	if !ok {
		return record.Time{}, false
	}
	r.move(&f.expr, out)
	t := record.Time{ID: record.NewID("t", report, f.span, out.typ), Span: f.span, Type: out.typ, Value: out.value,
		Zone: f.zone, Others: out.others, Why: out.why, Rule: ruleNames[f.kind]}
	r.bounds(&t, f, out)
	return t, true
}

// move lets later expressions count from this one.
func (r *resolver) move(e *expr, out reading) {
	if out.quarter > 0 && e.value != "year-ago" && e.kind != kShift && !(e.number == 0 && e.y != 0) && r.ended(out) {
		r.quarter, r.qYear, r.quarterAge = out.quarter, out.from.y, 0
	}
	if !out.focus.known() || e.kind == kRef {
		return
	}
	if r.history && e.kind == kDay {
		return
	}
	if r.history && r.aside(e, out.focus) {
		return
	}
	r.focus, r.focusAge = out.focus, 0
}

// ended reports whether a quarter was over on the report's date: results are told
// of those, and years count back from them.
func (r *resolver) ended(q reading) bool {
	return !r.now.known() || r.now.m == 0 || r.history || q.to.y < r.now.y || q.to.y == r.now.y && q.to.m <= r.now.m
}

// aside reports whether a year only looks away from the story: "a study of 2005",
// "would be known until 1976". A second mention in a row moves the story there.
func (r *resolver) aside(e *expr, t date) bool {
	if e.kind != kDate || e.y == 0 || e.m != 0 || !r.focus.known() {
		return false
	}
	far := abs(t.y-r.focus.y) >= 3
	if far && abs(t.y-r.hint.y) > 2 {
		r.hint = t
		return true
	}
	return false
}

// bounds fills From, To and Bound from the stretch and the words before it.
func (r *resolver) bounds(t *record.Time, f *found, out reading) {
	from, to := part(out.from, out.to, f.mod)
	if !from.known() {
		return
	}
	first, last := when(from), when(to)
	if out.clock != "" && from.full() && from == to {
		first += record.Date("T" + out.clock)
		last = first
	}
	switch f.prep {
	case "since":
		t.From = first
		if f.approx == "min" {
			t.Bound = record.AtLatest
		}
		return
	case "by", "before":
		t.To, t.Bound = last, record.AtLatest
		return
	case "until", "as of":
		t.To = last
		return
	case "after":
		t.From, t.Bound = first, record.AtEarliest
		return
	}
	t.From, t.To = first, last
	switch f.approx {
	case "about":
		t.Bound = record.About
	case "min":
		t.To, t.Bound = "", record.AtLatest
	}
}

func when(t date) record.Date { return record.Date(t.String()) }
