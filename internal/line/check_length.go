package line

import (
	"fmt"
	"strings"
)

// mileKM is the international mile.
const mileKM = 1.609344

// length checks "a front of more than 1,000 km". The front's length depends on
// the ruler, so the claim is held against all lengths between the finest ruler
// and that of single figures; where it holds for one and not for the other, the
// maps cannot tell.
func (c *inquiry) length(s *series, a *Answer) error {
	km, why := c.claimedKM()
	if why != "" {
		a.Why = why
		return nil
	}
	pick := s.on(c.day, c.atlas.s.MaxGap)
	if pick.Map == nil {
		a.Why = pick.Gap(c.atlas.s.MaxGap)
		return nil
	}
	a.rest(pick.Map)
	state, err := c.atlas.State(c.ctx, pick.Map.ID)
	if err != nil {
		return err
	}
	holds := 0
	for _, l := range []float64{state.Lengths[0].KM, state.KM()} {
		if c.fits(l, km) {
			holds++
		}
	}
	a.Verdict = [...]Verdict{Disagrees, CannotTell, Agrees}[holds]
	a.Why = fmt.Sprintf("the front on the map of %s has %s", pick.Map.Day, rulers(state.Lengths))
	if state.Rough() {
		// A finer map would show a longer line: only what a lower bound can settle
		// is settled.
		atLeast := c.claim.Bound == "more_than" || c.claim.Bound == "at_least"
		atMost := c.claim.Bound == "less_than" || c.claim.Bound == "at_most"
		if !(atLeast && holds == 2 || atMost && holds == 0) {
			a.Verdict = CannotTell
		}
		a.Why += fmt.Sprintf("; with a point every %s km it is drawn so coarsely that this is a lower bound only", Number(state.Spacing))
	} else if holds == 1 {
		a.Why += "; whether the claim holds depends on the ruler"
	}
	if state.Boundary != "" {
		a.Why += fmt.Sprintf(" (coast and border left out within %g km of %s)", state.Tolerance, state.Boundary)
	} else if s.kind == Ground {
		a.Why += " (no coast or border known here: the whole edge counts)"
	}
	return nil
}

func (c *inquiry) claimedKM() (float64, string) {
	if c.claim.Value == nil {
		return 0, "the claim gives no number"
	}
	switch u := strings.ToLower(c.claim.Unit); {
	case u == "km" || strings.HasPrefix(u, "kilomet"):
		return *c.claim.Value, ""
	case u == "mi" || strings.HasPrefix(u, "mile"):
		return *c.claim.Value * mileKM, ""
	case u == "m" || u == "metre" || u == "meter":
		return *c.claim.Value / 1000, ""
	}
	return 0, fmt.Sprintf("the unit %q is not a length", c.claim.Unit)
}

// fits tells whether a measured length satisfies the claim's bound.
func (c *inquiry) fits(measured, claimed float64) bool {
	switch c.claim.Bound {
	case "more_than":
		return measured > claimed
	case "at_least":
		return measured >= claimed
	case "less_than":
		return measured < claimed
	case "at_most":
		return measured <= claimed
	}
	return measured >= claimed*(1-c.rules.Round) && measured <= claimed*(1+c.rules.Round)
}
