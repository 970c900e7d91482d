package line

import (
	"context"

	"sitrep/record"
)

// Verdict is what the maps say to a claim.
type Verdict string

// The verdicts.
const (
	Agrees     Verdict = "agrees"
	Disagrees  Verdict = "disagrees"
	CannotTell Verdict = "cannot tell"
)

// Rules are the thresholds by which claims are checked. They are shown with every
// answer.
type Rules struct {
	// SameShare and SameKM define "largely the same": no more than this fraction
	// of the area changed hands, and no advance or retreat went farther.
	SameShare float64 `json:"same_share"`
	SameKM    float64 `json:"same_km"`
	// Round is the fraction within which a round number ("about 1,000 km", "a
	// 1,000-kilometer front") is taken to agree.
	Round float64 `json:"round"`
}

// DefaultRules are used where nothing else is asked for.
func DefaultRules() Rules { return Rules{SameShare: 0.02, SameKM: 10, Round: 0.1} }

// Answer is what one series of maps says to a claim.
type Answer struct {
	Source  string     `json:"source"`
	Holder  string     `json:"holder,omitempty"`
	Verdict Verdict    `json:"verdict"`
	Why     string     `json:"why"`
	Maps    []Evidence `json:"maps,omitempty"`
}

// Evidence is a map that an answer rests on.
type Evidence struct {
	ID  ID     `json:"id"`
	Day string `json:"day"`
}

// Checked is a claim with what each source says to it.
type Checked struct {
	Report  record.ReportID  `json:"report,omitempty"`
	Outlet  string           `json:"outlet,omitempty"`
	Day     string           `json:"day,omitempty"` // the day the claim is held against
	Speaker string           `json:"speaker,omitempty"`
	Claim   record.LineClaim `json:"claim"`
	Place   string           `json:"place,omitempty"`
	// Verdict is that of all answers where they agree, else "cannot tell".
	Verdict Verdict  `json:"verdict"`
	Answers []Answer `json:"answers"`
	Rules   Rules    `json:"rules"`
}

// Check holds the claims of a reading against the maps. Every claim is answered,
// if only with "cannot tell".
func (a *Atlas) Check(ctx context.Context, r *record.Reading, rules Rules) ([]Checked, error) {
	all, err := a.serieses(ctx, Filter{})
	if err != nil {
		return nil, err
	}
	var out []Checked
	for _, claim := range r.Line {
		c := inquiry{atlas: a, ctx: ctx, claim: claim, rules: rules, reading: r}
		c.findDay()
		checked := Checked{Report: r.Report.ID, Outlet: r.Report.Outlet, Day: c.day, Speaker: c.speaker(), Claim: claim, Rules: rules}
		if p := c.place(); p != nil {
			checked.Place = p.Name
			if checked.Place == "" {
				checked.Place = p.Span.Text
			}
		}
		for _, s := range all {
			answer, ok, err := c.answer(&s)
			if err != nil {
				return nil, err
			}
			if ok {
				checked.Answers = append(checked.Answers, answer)
			}
		}
		checked.conclude(len(all))
		out = append(out, checked)
	}
	return out, nil
}

// conclude finds the verdict over all sources. Sources that cannot tell leave it
// to those that can; sources that contradict one another leave it open.
func (c *Checked) conclude(serieses int) {
	c.Verdict = CannotTell
	if len(c.Answers) == 0 {
		why := "no control map is kept; add some with sitrep line add"
		if serieses > 0 {
			why = "no kept map bears on this kind of claim"
		}
		c.Answers = []Answer{{Verdict: CannotTell, Why: why}}
		return
	}
	seen := map[Verdict]bool{}
	for _, a := range c.Answers {
		seen[a.Verdict] = true
	}
	switch {
	case seen[Agrees] && !seen[Disagrees]:
		c.Verdict = Agrees
	case seen[Disagrees] && !seen[Agrees]:
		c.Verdict = Disagrees
	}
}

// inquiry is one claim being checked.
type inquiry struct {
	atlas   *Atlas
	ctx     context.Context
	claim   record.LineClaim
	rules   Rules
	reading *record.Reading
	day     string // newest day that the report can be of
	first   string // oldest such day
}

// findDay takes the report's day, or the interval it lies in.
func (c *inquiry) findDay() {
	p := c.reading.Report.Published
	if first, last, ok := period(p.Value); ok {
		c.first, c.day = first, last
		return
	}
	if first, _, ok := period(p.From); ok {
		if _, last, ok := period(p.To); ok {
			c.first, c.day = first, last
		}
	}
}

func (c *inquiry) speaker() string {
	s := c.reading.Statement(c.claim.Statement)
	if s == nil {
		return ""
	}
	if s.Source.Name != "" {
		return s.Source.Name
	}
	return s.Source.Span.Text
}

// place gives the claim's place; where that is a whole region or none, the first
// place within the claim's own words that is a point.
func (c *inquiry) place() *record.Place {
	var found *record.Place
	places := c.reading.Places
	for i := range places {
		if places[i].ID == c.claim.Place && c.claim.Place != "" {
			found = &places[i]
		}
	}
	if found != nil && found.Lat != nil && found.Precision < vague {
		return found
	}
	for i := range places {
		p := &places[i]
		within := p.Span.Start >= c.claim.Span.Start && p.Span.End <= c.claim.Span.End && p.Span.End > 0
		if within && p.Lat != nil && p.Lon != nil && p.Precision < vague {
			return p
		}
	}
	return found
}

// answer asks one series; ok is false where the series has no bearing on the kind
// of claim.
func (c *inquiry) answer(s *series) (answer Answer, ok bool, err error) {
	answer = Answer{Source: s.source, Holder: s.holder, Verdict: CannotTell}
	switch c.claim.Claim {
	case "length":
	case "unchanged", "held_by", "advance", "withdrawal":
		if s.kind != Ground {
			return answer, false, nil
		}
	default:
		answer.Why = "claims of the kind " + c.claim.Claim + " are not checked"
		return answer, true, nil
	}
	switch {
	case c.day == "":
		answer.Why = "the report has no day"
		return answer, true, nil
	case unreal(c.claim.Modality):
		answer.Why = "the claim is " + string(c.claim.Modality) + ", not said to be so"
		return answer, true, nil
	}
	switch c.claim.Claim {
	case "length":
		err = c.length(s, &answer)
	case "unchanged":
		err = c.unchanged(s, &answer)
	default:
		err = c.control(s, &answer)
	}
	if c.claim.Negated {
		answer.negate()
	}
	return answer, true, err
}

// unreal tells claims that do not say how things are.
func unreal(m record.Modality) bool {
	switch m {
	case "", "asserted":
		return false
	}
	return true
}

func (a *Answer) negate() {
	switch a.Verdict {
	case Agrees:
		a.Verdict = Disagrees
	case Disagrees:
		a.Verdict = Agrees
	default:
		return
	}
	a.Why += "; the claim denies it"
}

func (a *Answer) rest(m *Map) { a.Maps = append(a.Maps, Evidence{m.ID, m.Day}) }
