package web

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sitrep/internal/archive"
	"sitrep/internal/earth"
	"sitrep/internal/line"
	"sitrep/record"
)

// placeMark is a place that reports of the days shown name.
type placeMark struct {
	Name    string
	At      earth.Point
	Reports int
	First   record.ReportID // one that names it
	Side    string          // where it lay on the map shown
	KM      *float64        // from the line
}

// Bounds of what one page gathers.
const (
	maxReports = 400 // looked through for places
	maxPlaces  = 40
	maxClaims  = 30
	vagueKM    = 25.0 // a place known no better than this is no point on the map
)

// linePlaces finds the places that reports of the days between Since and On name,
// the most named first.
func (s *Server) linePlaces(ctx context.Context, p *linePage) ([]placeMark, error) {
	if p.State == nil {
		return nil, nil
	}
	box := p.State.Map.Box().Grow(1)
	found := map[string]*placeMark{}
	n := 0
	for r, err := range s.o.Archive.Readings(ctx, archive.Query{From: p.Since, To: p.On}) {
		if err != nil {
			return nil, err
		}
		if n++; n > maxReports {
			p.PlacesOf = maxReports
			break
		}
		here := map[string]bool{}
		for _, pl := range r.Places {
			if pl.Lat == nil || pl.Lon == nil || pl.Precision > vagueKM || !strings.HasPrefix(pl.Feature+"P", "P") {
				continue
			}
			at := earth.Point{Lon: *pl.Lon, Lat: *pl.Lat}
			if !box.Holds(at) || here[pl.Name] {
				continue
			}
			here[pl.Name] = true
			if found[pl.Name] == nil {
				found[pl.Name] = &placeMark{Name: cmp.Or(pl.Name, pl.Span.Text), At: at, First: r.Report.ID}
			}
			found[pl.Name].Reports++
		}
	}
	var out []placeMark
	for _, m := range found {
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b placeMark) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), strings.Compare(a.Name, b.Name))
	})
	out = out[:min(len(out), maxPlaces)]
	return out, s.side(ctx, p, out)
}

// side tells where the places lay on the map shown.
func (s *Server) side(ctx context.Context, p *linePage, places []placeMark) error {
	for i := range places {
		m := &places[i]
		standings, _, err := s.o.Line.At(ctx, m.At.Lon, m.At.Lat, p.State.Day, line.Filter{Source: p.Shown.Source, Holder: p.Shown.Holder})
		if err != nil {
			return err
		}
		for _, st := range standings {
			if st.Map != p.State.ID {
				continue
			}
			m.KM = st.KM
			m.Side = "beyond the ground held"
			if st.Held {
				m.Side = "in the ground held"
			}
		}
	}
	return nil
}

// claimCard is a claim with its check.
type claimCard struct {
	line.Checked
	Title   string
	Address string // the claim in its report
	Class   string // "agrees", "disagrees" or "open"
}

// lineClaims checks the claims of the newest reports that make any.
func (s *Server) lineClaims(ctx context.Context) ([]claimCard, error) {
	page, err := s.o.Archive.List(ctx, archive.Query{Limit: archive.MaxLimit})
	if err != nil {
		return nil, err
	}
	var out []claimCard
	for _, sum := range page.Items {
		if sum.Counts.Line == 0 {
			continue
		}
		r, err := s.o.Archive.Report(ctx, sum.ID)
		if err != nil {
			return nil, err
		}
		checked, err := s.o.Line.Check(ctx, r, line.DefaultRules())
		if err != nil {
			return nil, err
		}
		for _, c := range checked {
			k := claimCard{Checked: c, Title: r.Report.Title, Address: "/reports/" + string(r.Report.ID) + "#" + string(c.Claim.ID), Class: "open"}
			if c.Verdict != line.CannotTell {
				k.Class = string(c.Verdict)
			}
			out = append(out, k)
		}
		if len(out) >= maxClaims {
			break
		}
	}
	return out, nil
}
