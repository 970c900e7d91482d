package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
	"sitrep/internal/line"
)

// lineShowCommand is `sitrep line show`.
type lineShowCommand struct {
	lineFlags
	sourceFlags
	On     string `help:"Day, YYYY-MM-DD; the newest map of each source when left out." placeholder:"DAY"`
	By     string `enum:",sector" default:"" help:"Split by: sector." placeholder:"WHAT"`
	Format string `enum:"text,json,geojson,csv" default:"text" help:"text, json (one line), geojson or csv."`
}

// Run shows the line of one day, each source by itself.
func (c *lineShowCommand) Run(ctx context.Context, s Streams) error {
	if err := checkDay("--on", c.On); err != nil {
		return err
	}
	atlas, a, err := c.atlas(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	shown, err := atlas.On(ctx, c.On, c.filter())
	if err != nil {
		return err
	}
	if len(shown) == 0 {
		return fault.New(fault.NotFound, "cli.line", "maps", nil).Hinted("add some with sitrep line add")
	}
	if c.By == "sector" {
		for i := range shown {
			if shown[i].State != nil {
				shown[i].State = atlas.BySector(shown[i].State)
			}
		}
	}
	switch c.Format {
	case "json":
		return json.NewEncoder(s.Out).Encode(shown)
	case "geojson":
		return json.NewEncoder(s.Out).Encode(line.CollectShown(shown))
	case "csv":
		return line.WriteShown(s.Out, shown)
	}
	for i, sh := range shown {
		if i > 0 {
			fmt.Fprintln(s.Out)
		}
		printShown(s.Out, &sh)
	}
	return nil
}

func heading(source, holder string) string {
	if holder != "" {
		return source + ", ground held by " + holder
	}
	return source
}

func printShown(w io.Writer, sh *line.Shown) {
	fmt.Fprintln(w, heading(sh.Source, sh.Holder))
	if sh.State == nil {
		fmt.Fprintln(w, "  "+sh.Gap)
		return
	}
	st := sh.State
	old := ""
	if sh.Days > 0 {
		old = fmt.Sprintf(", %d days older than the day asked for", sh.Days)
	}
	fmt.Fprintf(w, "  map of %s%s\n", st.Day, old)
	if st.Sample {
		fmt.Fprintln(w, "  a sketch for trying sitrep out: no source")
	}
	if st.Kind == line.Ground {
		fmt.Fprintf(w, "  ground held  %s km²\n", line.Number(st.AreaKM2))
	}
	fmt.Fprintf(w, "  front line   %s km at a ruler of %g km (", line.Number(st.KM()), line.Ruler)
	n := 0
	for _, l := range st.Lengths {
		if l.Ruler == line.Ruler {
			continue
		}
		if n++; n > 1 {
			fmt.Fprint(w, ", ")
		}
		fmt.Fprintf(w, "%s at %g km", line.Number(l.KM), l.Ruler)
	}
	fmt.Fprintln(w, ")")
	if st.Rough() {
		fmt.Fprintf(w, "               a lower bound: the map has a point every %s km only\n", line.Number(st.Spacing))
	}
	switch {
	case st.Boundary != "":
		fmt.Fprintf(w, "  left out     coast and border within %g km of %s\n", st.Tolerance, st.Boundary)
	case st.Kind == line.Ground:
		fmt.Fprintln(w, "  left out     nothing: no coast or border is known here, so the whole edge counts")
	default:
		fmt.Fprintln(w, "  left out     nothing: the line is measured as its source drew it")
	}
	if len(st.Sectors) > 0 {
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(t, "  sector\tfront km\t")
		for _, x := range st.Sectors {
			fmt.Fprintf(t, "  %s\t%s\t\n", x.Name, line.Number(x.KM))
		}
		t.Flush()
	}
	for _, n := range st.Notes {
		fmt.Fprintln(w, "  note         "+n)
	}
}

// lineAtCommand is `sitrep line at`.
type lineAtCommand struct {
	lineFlags
	sourceFlags
	Lat  float64 `arg:"" help:"Latitude in degrees north."`
	Lon  float64 `arg:"" help:"Longitude in degrees east."`
	On   string  `help:"Day, YYYY-MM-DD; the newest map of each source when left out." placeholder:"DAY"`
	JSON bool    `name:"json" help:"Print one JSON object."`
}

// Run tells where a place lay.
func (c *lineAtCommand) Run(ctx context.Context, s Streams) error {
	if err := checkDay("--on", c.On); err != nil {
		return err
	}
	if p := (earth.Point{Lon: c.Lon, Lat: c.Lat}); !p.Valid() {
		return fault.New(fault.Usage, "cli.line", fmt.Sprintf("%g %g", c.Lat, c.Lon), nil).Hinted("give latitude, then longitude, in degrees")
	}
	atlas, a, err := c.atlas(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	found, gaps, err := atlas.At(ctx, c.Lon, c.Lat, c.On, c.filter())
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(s.Out).Encode(map[string]any{"at": found, "gaps": gaps})
	}
	for _, f := range found {
		side := "not in the ground that the map shows as held"
		switch {
		case f.Held && f.Holder != "":
			side = "held by " + f.Holder
		case f.Held:
			side = "in the ground that the map shows as held"
		case f.Holder != "":
			side = "not held by " + f.Holder
		}
		far := ""
		if f.KM != nil {
			far = ", " + line.Number(*f.KM) + " km from the line"
		}
		fmt.Fprintf(s.Out, "%s, map of %s: %s%s\n", f.Source, f.Day, side, far)
	}
	for _, g := range gaps {
		fmt.Fprintln(s.Out, g)
	}
	return nil
}
