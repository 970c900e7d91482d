package web

import (
	"context"

	"sitrep/internal/archive"
	"sitrep/internal/line"
	"sitrep/record"
)

// nearLineKM is how far from the line a place may lie for its card to tell its
// side: elsewhere nobody asks.
const nearLineKM = 150.0

// lineCards adds to the cards of a report what the control maps say: to claims
// about the line their check, to places near the line their side on the report's
// day.
func (s *Server) lineCards(ctx context.Context, r *record.Reading, sections []section) error {
	if s.o.Line == nil {
		return nil
	}
	maps, err := s.o.Line.List(ctx)
	if err != nil || len(maps) == 0 {
		return err
	}
	checked, err := s.o.Line.Check(ctx, r, line.DefaultRules())
	if err != nil {
		return err
	}
	for i := range sections {
		for k := range sections[i].Cards {
			c := &sections[i].Cards[k]
			switch c.Class {
			case "line":
				checkRows(c, checked)
			case "place":
				if err := s.sideRows(ctx, c, r); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// checkRows tells what each source of maps says to a claim.
func checkRows(c *card, checked []line.Checked) {
	for _, k := range checked {
		if string(k.Claim.ID) != c.ID {
			continue
		}
		c.Chips = append(c.Chips, chip{Class: verdictClass(k.Verdict), Text: "maps: " + string(k.Verdict), Long: "Held against the control maps that are kept."})
		for _, a := range k.Answers {
			c.Rows = append(c.Rows, rowOf{Name: "maps by " + a.Source, Value: string(a.Verdict) + ": " + a.Why})
		}
	}
}

func verdictClass(v line.Verdict) string {
	switch v {
	case line.Agrees:
		return "stance-agrees"
	case line.Disagrees:
		return "stance-refuses"
	}
	return "open"
}

// sideRows tells on which side of the line a place lay on the report's day.
func (s *Server) sideRows(ctx context.Context, c *card, r *record.Reading) error {
	day := archive.Day(r.Report.Published)
	if day == "" {
		return nil
	}
	for i := range r.Places {
		p := &r.Places[i]
		if string(p.ID) != c.ID || p.Lat == nil || p.Lon == nil || p.Precision > vagueKM {
			continue
		}
		found, _, err := s.o.Line.At(ctx, *p.Lon, *p.Lat, day, line.Filter{})
		if err != nil {
			return err
		}
		for _, f := range found {
			if f.KM == nil || *f.KM > nearLineKM {
				continue
			}
			side := "not in the ground held"
			if f.Held {
				side = "in the ground held"
			}
			if f.Holder != "" {
				side += " by " + f.Holder
			}
			c.Rows = append(c.Rows, rowOf{Name: "on " + f.Source + "’s map of " + f.Day, Value: side + ", " + line.Number(*f.KM) + " km from the line"})
		}
	}
	return nil
}
