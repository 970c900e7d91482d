package line

import (
	"fmt"
	"strings"

	"sitrep/internal/earth"
	"sitrep/record"
)

// vague is the precision in kilometres from which on a place is a region, not a
// point that can be on one side of a line.
const vague = 25.0

// leastKM is how near to the line a place cannot be told to lie on a side, even
// when its point is exact: maps are drawn about that finely.
const leastKM = 0.5

// town is the precision in kilometres up to which a place that the line passed
// over between two maps is taken to have changed hands.
const town = 5.0

// control checks "captured X", "holds X" and "withdrew from X".
func (c *inquiry) control(s *series, a *Answer) error {
	place := c.place()
	switch {
	case place == nil || place.Lat == nil || place.Lon == nil:
		a.Why = "the place could not be found on the map"
		return nil
	case place.Precision >= vague:
		a.Why = fmt.Sprintf("the place is known to %s km only, too vague for a side of the line", Number(place.Precision))
		return nil
	case s.holder == "":
		a.Why = "the map does not say who holds its ground"
		return nil
	case c.claim.Code == "" && c.claim.Actor == "":
		a.Why = "the claim does not say who"
		return nil
	}
	own := c.isHolder(s.holder)
	p := earth.Point{Lon: *place.Lon, Lat: *place.Lat}
	now, err := c.stand(s.on(c.day, c.atlas.s.MaxGap), p)
	if err != nil {
		return err
	}
	// The map of the day, or the first after it, for maps lag behind reports.
	if later := s.after(c.first, c.atlas.s.MaxGap); c.claim.Claim != "held_by" && later != nil {
		if now, err = c.stand(Pick{Map: later}, p); err != nil {
			return err
		}
	}
	if now.pick.Map == nil {
		a.Why = now.pick.Gap(c.atlas.s.MaxGap)
		return nil
	}
	a.rest(now.pick.Map)
	slack := max(place.Precision, leastKM)
	a.Why = now.say(s.holder, slack)
	if c.claim.Claim == "held_by" {
		if !now.doubtful(slack) {
			a.Verdict = verdict(now.held == own)
		}
		return nil
	}
	return c.turned(s, a, p, now, own, slack)
}

// turned checks a claim that a place changed hands: it must have been on the one
// side the day before and be on the other afterwards.
func (c *inquiry) turned(s *series, a *Answer, p earth.Point, now standing, own bool, slack float64) error {
	before, err := c.stand(s.on(shift(c.first, -1), c.atlas.s.MaxGap), p)
	if err != nil {
		return err
	}
	if before.pick.Map == nil {
		a.Why += "; " + before.pick.Gap(c.atlas.s.MaxGap)
		return nil
	}
	a.Maps = append([]Evidence{{before.pick.Map.ID, before.pick.Map.Day}}, a.Maps...)
	a.Why = before.say(s.holder, slack) + "; " + a.Why
	if before.pick.Map.ID == now.pick.Map.ID {
		a.Why += "; the same map stands for both days"
		return nil
	}
	gaining := own == (c.claim.Claim == "advance") // whether the map's holder gains
	if before.held != gaining && now.held == gaining {
		// The line passed over the place as claimed: its vagueness may be that of a
		// town's extent.
		if slack <= town && !before.doubtful(leastKM) && !now.doubtful(leastKM) {
			a.Verdict = Agrees
		}
		return nil
	}
	if !before.doubtful(slack) && !now.doubtful(slack) {
		a.Verdict = Disagrees
	}
	return nil
}

func verdict(yes bool) Verdict {
	if yes {
		return Agrees
	}
	return Disagrees
}

// standing is where a place lies on a map.
type standing struct {
	pick Pick
	held bool
	km   *float64 // to the front line, if there is one
}

// doubtful tells whether the place lies too near to the line to tell its side.
func (s standing) doubtful(slack float64) bool { return s.km != nil && *s.km < slack }

func (c *inquiry) stand(pick Pick, p earth.Point) (standing, error) {
	if pick.Map == nil {
		return standing{pick: pick}, nil
	}
	at, err := c.atlas.at(c.ctx, pick.Map.ID, p)
	return standing{pick, at.Held, at.KM}, err
}

// say tells where the place lies.
func (s standing) say(holder string, slack float64) string {
	side := "not held by " + holder
	if s.held {
		side = "held by " + holder
	}
	text := fmt.Sprintf("on the map of %s it is %s", s.pick.Map.Day, side)
	if s.km != nil {
		text += fmt.Sprintf(", %s km from the line", Number(*s.km))
	}
	if s.doubtful(slack) {
		text += fmt.Sprintf(", nearer than the %s km that the place is known to", Number(slack))
	}
	return text
}

// isHolder tells whether the claim's actor is the map's holder: by country code,
// or by name.
func (c *inquiry) isHolder(holder string) bool {
	country := func(s string) string { f, _, _ := strings.Cut(s, " "); return strings.ToUpper(f) }
	if c.claim.Code != "" && country(c.claim.Code) == country(holder) {
		return true
	}
	if c.claim.Actor == record.NewActorID(holder) {
		return true
	}
	actor := c.reading.Actor(c.claim.Actor)
	return actor != nil && (strings.EqualFold(actor.Name, holder) || actor.Code != "" && country(actor.Code) == country(holder))
}
