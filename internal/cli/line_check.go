package cli

import (
	"context"
	"encoding/json"
	"fmt"

	"sitrep/internal/archive"
	"sitrep/internal/line"
	"sitrep/record"
)

// lineCheckCommand is `sitrep line check`.
type lineCheckCommand struct {
	lineFlags
	inputFlags
	SameShare float64 `help:"Largely the same: the most of the area, in percent, that may have changed hands." default:"2" placeholder:"PERCENT"`
	SameKM    float64 `name:"same-km" help:"Largely the same: the farthest that an advance may have gone, in km." default:"10" placeholder:"KM"`
	JSON      bool    `name:"json" help:"Print one JSON object for each claim, a line each."`
}

// Run checks the claims of the named reports, or of all reports in the archive.
func (c *lineCheckCommand) Run(ctx context.Context, s Streams) error {
	atlas, a, err := c.atlas(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	rules := line.DefaultRules()
	rules.SameShare, rules.SameKM = c.SameShare/100, c.SameKM
	claims := 0
	check := func(r *record.Reading) error {
		checked, err := atlas.Check(ctx, r, rules)
		claims += len(checked)
		for i := range checked {
			c.tell(s, r, &checked[i])
		}
		return err
	}
	if len(c.Paths) == 0 {
		for r, err := range a.Readings(ctx, archive.Query{}) {
			if err == nil {
				err = check(r)
			}
			if err != nil {
				return err
			}
		}
	} else if err := c.eachNamed(ctx, s, check); err != nil {
		return err
	}
	if claims == 0 && !c.JSON {
		fmt.Fprintln(s.Out, "no claim about the line was found")
	}
	return nil
}

// eachNamed reads the named reports.
func (c *lineCheckCommand) eachNamed(ctx context.Context, s Streams, check func(*record.Reading) error) error {
	reader, err := newReader()
	if err != nil {
		return err
	}
	src, err := c.source(s)
	if err != nil {
		return err
	}
	refused := false
	for it := range src.Items(ctx) {
		if it.Err != nil {
			fmt.Fprintln(s.Err, "sitrep:", it.Err)
			refused = true
			continue
		}
		if err := check(reader.Read(it.Input)); err != nil {
			return err
		}
	}
	if refused {
		return errNotRead
	}
	return ctx.Err()
}

func (c *lineCheckCommand) tell(s Streams, r *record.Reading, k *line.Checked) {
	if c.JSON {
		enc := json.NewEncoder(s.Out)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(k) // a closed pipe: nothing to do
		return
	}
	who := ""
	if k.Speaker != "" {
		who = ", as said by " + k.Speaker
	}
	about := ""
	if k.Place != "" {
		about = " [" + k.Place + "]"
	}
	fmt.Fprintf(s.Out, "%s: “%s”%s\n  %s %s%s\n", k.Verdict, k.Claim.Span.Text, about, first(r.Report.Outlet, "a report"), first(k.Day, "without a day"), who)
	for _, x := range k.Answers {
		fmt.Fprintf(s.Out, "  %s: %s: %s\n", first(heading(x.Source, x.Holder), "maps"), x.Verdict, x.Why)
	}
}
