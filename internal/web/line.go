package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
	"sitrep/internal/line"
	"sitrep/record"
)

// Tiles are raster map tiles drawn beneath the line; the zero value draws none
// and fetches nothing from elsewhere.
type Tiles struct {
	Address string // with {z}, {x} and {y}
	Credit  string
}

// host gives the scheme and host of the tiles, for the content policy; "" when
// there are none or the address is not one.
func (t Tiles) host() string {
	u, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(t.Address))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsAny(u.Host, " ;,'\"") {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// linePage is what the page of the line shows.
type linePage struct {
	Series  []line.Series
	Slug    string // of the series shown
	Shown   *line.Series
	On      string // day asked for, or of the newest map
	Since   string // day that changes are counted from
	State   *line.State
	Days    int // how much older than On the map is
	Change  *line.Change
	Sectors []line.Sector
	Rules   line.Rules
	Gaps    []string
	Others  []line.Shown // what other sources show for the day
	Rows    []lineRow
	Map     lineMap
	Charts  []lineChart
	Places  []placeMark
	// PlacesOf is how many reports were looked through for places, where there
	// are more of these days; 0 means all.
	PlacesOf int
	Claims   []claimCard
	Data     string // address of the data behind the slider
	Tiles    Tiles
	Script   string // addresses of the bundled assets
	Style    string
	Maps     []string // days that have a map
	// Paths draw what was gained and lost; only in the part fetched by the script.
	Paths []string
}

// lineRow is a day of the table.
type lineRow struct {
	*line.State
	Net  float64 // change of area since the map before
	Prev string  // the day of that map, "" for the first
}

// lineRoutes are the addresses of the line.
func (s *Server) lineRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /line", s.linePage)
	mux.HandleFunc("GET /line/part", s.linePart)
	mux.HandleFunc("GET /line/data", s.lineData)
}

func (s *Server) linePage(w http.ResponseWriter, r *http.Request) {
	p, err := s.line(r.Context(), r, true)
	if err != nil {
		s.lineProblem(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, "line", frame{Title: "Line", Active: "line", Body: p})
}

// linePart gives the part of the page that changes with the days, for the slider.
func (s *Server) linePart(w http.ResponseWriter, r *http.Request) {
	p, err := s.line(r.Context(), r, false)
	if err != nil {
		s.lineProblem(w, r, err)
		return
	}
	s.renderPart(w, "line", "figures", p)
}

func (s *Server) lineProblem(w http.ResponseWriter, r *http.Request, err error) {
	if k := fault.KindOf(err); k == fault.Invalid || k == fault.NotFound {
		s.render(w, r, http.StatusBadRequest, "problem", frame{Title: "Line", Active: "line", Body: err.Error()})
		return
	}
	s.problem(w, r, err)
}

// slug names a series in addresses.
func slug(x line.Series) string {
	return string(record.NewActorID(x.Source + " " + x.Holder + " " + string(x.Kind)))
}

// sinceDays is how long before the day shown changes are counted from, unless the
// person says otherwise.
const sinceDays = 30

// line gathers the page; whole is false for the part that changes with the days.
func (s *Server) line(ctx context.Context, r *http.Request, whole bool) (*linePage, error) {
	p := &linePage{Rules: line.DefaultRules(), Tiles: s.o.Tiles, Script: s.assets.address["line.js"], Style: s.assets.address["line.css"]}
	var err error
	if p.Series, err = s.o.Line.Series(ctx, line.Filter{}); err != nil || len(p.Series) == 0 {
		return p, err
	}
	if err := p.choose(r); err != nil {
		return nil, err
	}
	if err := s.lineDay(ctx, p); err != nil {
		return nil, err
	}
	if p.Places, err = s.linePlaces(ctx, p); err != nil {
		return nil, err
	}
	states, err := s.lineStates(ctx, p.Shown)
	if err != nil {
		return nil, err
	}
	if !whole {
		if pr := project(view(states), mapRatio); p.Change != nil {
			p.Paths = []string{patchPaths(pr, p.Change.Gained), patchPaths(pr, p.Change.Lost)}
		}
		return p, nil
	}
	p.Rows = lineRows(states)
	p.Charts = lineCharts(states, p.On)
	p.Data = "/line/data?series=" + p.Slug + "&v=" + version(states)
	if p.Claims, err = s.lineClaims(ctx); err != nil {
		return nil, err
	}
	p.Map, err = s.drawLine(p, view(states))
	return p, err
}

// choose takes series and days from the address.
func (p *linePage) choose(r *http.Request) error {
	most := 0
	for i, x := range p.Series {
		if name := slug(x); r.FormValue("series") == name || r.FormValue("series") == "" && x.Kind == line.Ground && len(x.Maps) > most {
			p.Shown, p.Slug, most = &p.Series[i], name, len(x.Maps)
		}
	}
	if p.Shown == nil {
		if r.FormValue("series") != "" {
			return fault.New(fault.NotFound, "web.line", "maps "+r.FormValue("series"), nil)
		}
		p.Shown, p.Slug = &p.Series[0], slug(p.Series[0])
	}
	for _, m := range p.Shown.Maps {
		p.Maps = append(p.Maps, m.Day)
	}
	p.On, p.Since = r.FormValue("on"), r.FormValue("since")
	for _, d := range []string{p.On, p.Since} {
		if d != "" && !line.IsDay(d) {
			return fault.New(fault.Invalid, "web.line", d, nil).Hinted("write the day as YYYY-MM-DD")
		}
	}
	if p.On == "" {
		p.On = p.Maps[len(p.Maps)-1]
	}
	if p.Since == "" {
		p.Since = p.Maps[0]
		for _, d := range p.Maps {
			if line.DaysBetween(d, p.On) >= sinceDays {
				p.Since = d
			}
		}
	}
	return nil
}

// lineDay measures the day shown, and what changed.
func (s *Server) lineDay(ctx context.Context, p *linePage) error {
	pick := s.o.Line.Stands(*p.Shown, p.On)
	if pick.Map == nil {
		p.Gaps = append(p.Gaps, pick.Gap(s.o.Line.MaxGap()))
		return nil
	}
	var err error
	p.Days = pick.Days
	if p.State, err = s.o.Line.State(ctx, pick.Map.ID); err != nil {
		return err
	}
	p.State = s.o.Line.BySector(p.State)
	p.Sectors = p.State.Sectors
	shown, err := s.o.Line.On(ctx, p.On, line.Filter{})
	if err != nil {
		return err
	}
	for _, x := range shown {
		if x.Source != p.Shown.Source || x.Holder != p.Shown.Holder || x.Kind != p.Shown.Kind {
			p.Others = append(p.Others, x)
		}
	}
	before := s.o.Line.Stands(*p.Shown, p.Since)
	switch {
	case p.Shown.Kind != line.Ground:
		return nil
	case before.Map == nil:
		p.Gaps = append(p.Gaps, before.Gap(s.o.Line.MaxGap()))
		return nil
	case before.Map.Day >= pick.Map.Day:
		return nil
	}
	if p.Change, err = s.o.Line.Change(ctx, before.Map.ID, pick.Map.ID); err != nil {
		return err
	}
	p.Sectors, err = s.o.Line.ChangeSectors(ctx, p.Change)
	return err
}

// lineStates measures every map of a series.
func (s *Server) lineStates(ctx context.Context, x *line.Series) ([]*line.State, error) {
	ids := make([]line.ID, len(x.Maps))
	for i, m := range x.Maps {
		ids[i] = m.ID
	}
	return s.o.Line.States(ctx, ids)
}

func lineRows(states []*line.State) []lineRow {
	rows := make([]lineRow, len(states))
	for i, st := range states {
		rows[i] = lineRow{State: st}
		if i > 0 {
			rows[i].Net, rows[i].Prev = st.AreaKM2-states[i-1].AreaKM2, states[i-1].Day
		}
	}
	return rows
}

// view gives the extent that the map shows at first: that of the front lines, with
// some ground around.
func view(states []*line.State) earth.Box {
	b := earth.EmptyBox()
	for _, st := range states {
		for _, path := range st.Front {
			for _, q := range path {
				b = b.Add(q)
			}
		}
	}
	if b.Empty() {
		return earth.Box{West: 22, South: 44, East: 41, North: 53}
	}
	return b.Grow(0.8)
}
