package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"sitrep/internal/line"
)

// lineChangesCommand is `sitrep line changes`.
type lineChangesCommand struct {
	lineFlags
	sourceFlags
	Since  string `required:"" help:"Day to count from, YYYY-MM-DD." placeholder:"DAY"`
	Until  string `help:"Day to count to; the newest map when left out." placeholder:"DAY"`
	By     string `enum:",sector" default:"" help:"Split by: sector." placeholder:"WHAT"`
	Format string `enum:"text,json,geojson,csv" default:"text" help:"text, json (one line), geojson or csv."`
}

// Run shows what changed hands, each source by itself.
func (c *lineChangesCommand) Run(ctx context.Context, s Streams) error {
	for _, d := range [][2]string{{"--since", c.Since}, {"--until", c.Until}} {
		if err := checkDay(d[0], d[1]); err != nil {
			return err
		}
	}
	atlas, a, err := c.atlas(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	changes, gaps, err := atlas.Since(ctx, c.Since, c.Until, c.filter())
	if err != nil {
		return err
	}
	var sectors [][]line.Sector
	if c.By == "sector" {
		for _, ch := range changes {
			list, err := atlas.ChangeSectors(ctx, ch)
			if err != nil {
				return err
			}
			sectors = append(sectors, list)
		}
	}
	switch c.Format {
	case "json":
		return json.NewEncoder(s.Out).Encode(map[string]any{"changes": changes, "sectors": sectors, "gaps": gaps})
	case "geojson":
		return json.NewEncoder(s.Out).Encode(line.CollectChanges(changes, sectors, gaps))
	case "csv":
		return line.WriteChanges(s.Out, changes, sectors)
	}
	for i, ch := range changes {
		if i > 0 {
			fmt.Fprintln(s.Out)
		}
		printChange(s.Out, ch)
		if sectors != nil {
			printSectors(s.Out, sectors[i])
		}
	}
	for _, g := range gaps {
		fmt.Fprintln(s.Out, g)
	}
	if len(changes)+len(gaps) == 0 {
		fmt.Fprintln(s.Out, "no map of ground held is kept; add some with sitrep line add")
	}
	return nil
}

func printChange(w io.Writer, c *line.Change) {
	fmt.Fprintf(w, "%s: maps of %s and %s\n", heading(c.Source, c.Holder), c.From, c.To)
	fmt.Fprintf(w, "  gained    %s km²\n  lost      %s km²\n", line.Number(c.GainedKM2), line.Number(c.LostKM2))
	if c.RedrawnKM2 >= 0.01 {
		fmt.Fprintf(w, "            of these, %s km² lie along coast or border, away from the front: redrawn, not moved\n", line.Number(c.RedrawnKM2))
	}
	fmt.Fprintf(w, "  ground    %s km² to %s km²; %.2g %% of it changed hands\n", line.Number(c.BeforeKM2), line.Number(c.AfterKM2), c.Share*100)
	for _, r := range []struct {
		name  string
		reach line.Reach
	}{{"advance", c.Advance}, {"retreat", c.Retreat}} {
		if r.reach.At != nil {
			fmt.Fprintf(w, "  %s   %s km at the farthest, near %.3f°N %.3f°E\n", r.name, line.Number(r.reach.KM), r.reach.At[1], r.reach.At[0])
		}
	}
	fmt.Fprintf(w, "  check     gained less lost differs from the change of area by %s km²\n", line.Number(abs(c.ResidualKM2)))
}

func abs(x float64) float64 { return max(x, -x) }

func printSectors(w io.Writer, sectors []line.Sector) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "  sector\tfront km\tgained km²\tlost km²\t")
	for _, x := range sectors {
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t\n", x.Name, line.Number(x.KM), line.Number(x.GainedKM2), line.Number(x.LostKM2))
	}
	t.Flush()
}
