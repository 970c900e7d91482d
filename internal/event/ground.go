package event

import (
	"strconv"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// ground reads what the sentence says about the line where control divides: how
// long it is, that it has not moved, who holds what, who took or left what.
func (r *run) ground() {
	for t := range r.s.Tokens {
		switch r.tok(t).UPOS {
		case syntax.VERB, syntax.AUX, syntax.ADJ:
			r.unmoved(t)
			r.holding(t)
		case syntax.NOUN:
			if !counts(r.lemma(t)) && r.class(t).has(r.x.class("front")) {
				r.length(t)
			}
		}
	}
}

func (r *run) claim(kind string, from, to int, rule record.RuleID) *record.LineClaim {
	span := record.Cut(r.doc.Text, from, to)
	l := record.LineClaim{ID: record.NewID("l", r.report.ID, span, kind), Span: span, Claim: kind, Modality: record.Asserted, Rule: rule}
	for i := range r.given.Places {
		if p := &r.given.Places[i]; span.Covers(p.Span) && located(r.s, p, nil) {
			l.Place = p.ID
			break
		}
	}
	for i := range r.given.Times {
		t := &r.given.Times[i]
		if t.From != "" && t.Span.Start >= r.s.Start && t.Span.End <= r.s.End && strings.HasPrefix(strings.ToLower(strings.TrimSpace(r.doc.Text[max(r.s.Start, t.Span.Start-6):t.Span.End])), "since") {
			l.Since = t.From
			break
		}
	}
	best := 1 << 30
	for i := range r.given.Statements {
		st := &r.given.Statements[i]
		for _, c := range st.Content {
			if c.Covers(span) && c.End-c.Start < best {
				best, l.Statement = c.End-c.Start, st.ID
			}
		}
	}
	for i := range r.lines {
		if o := &r.lines[i]; o.Claim == kind && o.Span.Overlaps(span) {
			return &record.LineClaim{}
		}
	}
	r.lines = append(r.lines, l)
	return &r.lines[len(r.lines)-1]
}

// unmoved reads "the front lines have remained largely the same".
func (r *run) unmoved(v int) {
	c := r.read(v)
	subj := c.subj
	if subj < 0 {
		subj = c.obj
	}
	if subj < 0 || !r.class(subj).has(r.x.class("front")) {
		return
	}
	_, neg := r.modality(v)
	still := false
	switch r.lemma(v) {
	case "remain", "stay", "be", "hold":
		for _, k := range r.kids[v] {
			switch r.lemma(k) {
			case "same", "static", "unchanged", "frozen", "stable", "stagnant", "stalemate", "deadlocked":
				still = true
			}
		}
	case "same", "static", "unchanged", "frozen", "stable", "stagnant":
		still = !neg
	case "move", "change", "shift", "budge":
		still = neg
		for _, k := range r.kids[v] {
			switch r.lower(k) {
			case "barely", "hardly", "scarcely", "little":
				still = true
			}
		}
	}
	if !still || r.idle(v) {
		return
	}
	from, to := r.extent(&c)
	r.claim("unchanged", from, to, "line/unchanged")
}

// holding reads who holds ground, and who takes or leaves it.
func (r *run) holding(v int) {
	if r.tok(v).UPOS != syntax.VERB || r.idle(v) {
		return
	}
	kind := ""
	switch r.lemma(v) {
	case "hold", "control", "occupy":
		kind = "held_by"
	case "capture", "seize", "recapture", "retake", "liberate", "take", "regain", "reclaim", "advance", "conquer", "overrun", "overtake", "gain":
		kind = "advance"
	case "withdraw", "retreat", "pull", "abandon", "leave", "cede":
		kind = "withdrawal"
	default:
		return
	}
	c := r.read(v)
	what := c.obj
	if what < 0 && kind != "held_by" {
		for _, o := range c.obls {
			switch o.prep {
			case "from", "on", "into", "toward", "towards", "in", "near":
				if !r.temporal(o.t) && (r.isPlace(o.t) || r.ownGround(o.t)) {
					what = o.t
				}
			}
		}
	}
	if what < 0 || !r.isPlace(what) && !r.ownGround(what) {
		return
	}
	mod, neg := r.modality(v)
	if mod == record.Possible || mod == record.Hypothetical || len(c.subjs) == 0 && kind != "advance" || !anyCode(c.subjs) {
		return
	}
	if kind != "held_by" && !r.sort("armed", c.subjs[0]) && c.subjs[0].Code != "" && sectorOf(c.subjs[0].Code) != "GOV" {
		return
	}
	if kind == "withdrawal" && !r.sort("armed", c.subjs[0]) {
		return
	}
	from, to := r.extent(&c)
	l := r.claim(kind, from, to, "line/"+record.RuleID(kind))
	l.Actor, l.Code, l.Modality, l.Negated = c.subjs[0].Actor, c.subjs[0].Code, mod, neg
	l.Place = r.placeIn(what)
}

// ownGround reports whether a noun means ground: a town, a region, part of one.
func (r *run) ownGround(t int) bool {
	if !r.class(t).has(r.x.class("territory")) && !counts(r.lemma(t)) {
		return false
	}
	switch r.lemma(t) {
	case "part", "swath", "swathe", "percent", "%", "third", "quarter", "most", "half", "all", "fifth", "much", "kilometer", "kilometre", "mile":
		for _, k := range r.kids[t] {
			if is(r.tok(k).Rel, "nmod") && r.prep(k) == "of" && (r.isPlace(k) || r.class(k).has(r.x.class("territory"))) {
				return true
			}
		}
		return false
	}
	switch r.lemma(t) {
	case "town", "city", "village", "region", "area", "province", "district", "island", "territory", "settlement", "outskirt", "airport", "peninsula", "enclave", "position", "ground", "port", "suburb", "neighborhood", "neighbourhood", "oblast", "capital", "land", "stronghold":
		return true
	}
	return false
}

// length reads "the more than 1,000-kilometre front line".
func (r *run) length(t int) {
	for i := max(0, t-14); i < min(len(r.s.Tokens), t+10); i++ {
		unit := ""
		switch r.lemma(i) {
		case "kilometer", "kilometre", "km":
			unit = "km"
		case "mile":
			unit = "mi"
		default:
			continue
		}
		n := i - 1
		for n >= 0 && (r.tok(n).UPOS == syntax.PUNCT && r.tok(n).Text == "-" || r.tok(n).UPOS == syntax.SYM) {
			n--
		}
		if n < 0 || !r.s.Under(i, t) && !r.s.Under(t, i) && r.tok(i).Head != r.tok(t).Head {
			continue
		}
		v, err := strconv.ParseFloat(strings.ReplaceAll(r.tok(n).Text, ",", ""), 64)
		if err != nil {
			continue
		}
		from := n
		bound := "exact"
		if n >= 2 && r.lower(n-1) == "than" && r.lower(n-2) == "more" {
			from, bound = n-2, "more_than"
		} else if n >= 1 && (r.lower(n-1) == "about" || r.lower(n-1) == "some" || r.lower(n-1) == "roughly") {
			from, bound = n-1, "about"
		}
		to := max(t, i)
		l := r.claim("length", r.tok(min(from, t)).Start, r.tok(to).End, "line/length")
		l.Value, l.Unit, l.Bound = &v, unit, bound
		return
	}
}
