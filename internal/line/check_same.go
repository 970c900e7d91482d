package line

import "fmt"

// unchanged checks "the lines have remained largely the same since October". Where
// the start is a month or a season, the claim is held against the first and the
// last map of that time; where they differ, the maps cannot tell.
func (c *inquiry) unchanged(s *series, a *Answer) error {
	first, last, ok := period(c.claim.Since)
	if !ok {
		a.Why = "the claim does not say since when"
		return nil
	}
	after := s.on(c.day, c.atlas.s.MaxGap)
	if after.Map == nil {
		a.Why = after.Gap(c.atlas.s.MaxGap)
		return nil
	}
	var starts []*Map
	if p := s.on(first, c.atlas.s.MaxGap); p.Map != nil {
		starts = append(starts, p.Map)
	} else if m := s.after(first, DaysBetween(first, last)); m != nil {
		starts = append(starts, m)
	}
	if p := s.on(last, DaysBetween(first, last)+c.atlas.s.MaxGap); p.Map != nil && (len(starts) == 0 || starts[0].ID != p.Map.ID) {
		starts = append(starts, p.Map)
	}
	if len(starts) == 0 {
		p := s.on(first, c.atlas.s.MaxGap)
		a.Why = p.Gap(c.atlas.s.MaxGap)
		return nil
	}
	seen := map[Verdict]bool{}
	for i, m := range starts {
		if m.Day >= after.Map.Day {
			a.Why = "the same map stands for both days"
			return nil
		}
		change, err := c.atlas.Change(c.ctx, m.ID, after.Map.ID)
		if err != nil {
			return err
		}
		a.rest(m)
		v, why := c.rules.same(change)
		seen[v] = true
		if i > 0 {
			a.Why += "; "
		}
		a.Why += why
	}
	a.rest(after.Map)
	if len(seen) == 1 {
		for a.Verdict = range seen {
		}
	} else {
		a.Why += "; it depends on the day counted from"
	}
	a.Why += fmt.Sprintf(" (largely the same means no more than %g %% of the area and no more than %g km)", c.rules.SameShare*100, c.rules.SameKM)
	return nil
}

// same applies the definition of "largely the same" to a change.
func (r Rules) same(c *Change) (Verdict, string) {
	farthest := max(c.Advance.KM, c.Retreat.KM)
	why := fmt.Sprintf("from %s to %s %.1f %% of the area changed hands (gained %s km², lost %s km²), and the farthest advance went %s km",
		c.From, c.To, c.Share*100, Number(c.GainedKM2), Number(c.LostKM2), Number(farthest))
	if c.Share <= r.SameShare && farthest <= r.SameKM {
		return Agrees, why
	}
	return Disagrees, why
}
