package cli

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/internal/lang/en"
	"sitrep/internal/web"
	"sitrep/record"
)

// doctorCommand is `sitrep doctor`.
type doctorCommand struct {
	archiveFlag
	Deep   bool     `help:"Read and compare all that is stored; takes time in a large archive."`
	Letter string   `help:"Print one refused report as it came in." placeholder:"ID"`
	Forget []string `help:"Remove refused reports from the list: ids, or all." placeholder:"ID"`
	Limit  int      `help:"How many refused reports to list." default:"20"`
	JSON   bool     `name:"json" help:"Print one JSON object."`
}

// findings are what the doctor found.
type findings struct {
	Sitrep   string                            `json:"sitrep"`
	Go       string                            `json:"go"`
	Record   int                               `json:"record"` // version of the record's schema
	Models   []string                          `json:"models"` // each with the beginning of its SHA-256
	Places   int                               `json:"places"` // that the gazetteer knows
	Bundled  bool                              `json:"bundled"`
	Settings string                            `json:"settings,omitempty"`
	Archive  *archive.Health                   `json:"archive,omitempty"`
	Letters  *archive.Page[archive.DeadLetter] `json:"dead_letters,omitempty"`
}

// Run tells versions, the archive's health and what was refused.
func (c *doctorCommand) Run(ctx context.Context, s Streams) error {
	a, set, err := c.openAny(ctx)
	if err != nil {
		return errors.Join(c.show(s, built()), err)
	}
	defer a.Close()
	if c.Letter != "" {
		d, err := a.Letter(ctx, c.Letter)
		if err == nil {
			_, err = s.Out.Write(d.Raw)
		}
		return err
	}
	if len(c.Forget) > 0 {
		return c.forget(ctx, a, s)
	}
	f := built()
	f.Settings = set.File
	if f.Archive, err = a.Health(ctx, c.Deep); err != nil {
		return err
	}
	letters, err := a.Letters(ctx, c.Limit, 0)
	if err != nil {
		return err
	}
	f.Letters = &letters
	if err := c.show(s, f); err != nil {
		return err
	}
	if len(f.Archive.Problems) > 0 {
		return fault.New(fault.Broken, "cli.doctor", f.Archive.Path, nil).Hinted("restore the newest backup with sitrep restore")
	}
	return nil
}

// built tells what this program is made of.
func built() *findings {
	f := &findings{Sitrep: version(), Go: runtime.Version(), Record: record.Version, Bundled: web.Bundled()}
	models := en.Language().Models
	files, _ := fs.Glob(models, "*.bin") // cannot fail: the pattern is right
	for _, name := range files {
		if data, err := fs.ReadFile(models, name); err == nil {
			f.Models = append(f.Models, fmt.Sprintf("%s %x", strings.TrimSuffix(name, ".bin"), sha256.Sum256(data))[:len(name)-4+9])
		}
	}
	if places, err := openGazetteer(); err == nil {
		f.Places = places.Len()
	}
	return f
}

func (c *doctorCommand) show(s Streams, f *findings) error {
	if c.JSON {
		return json.NewEncoder(s.Out).Encode(f)
	}
	f.print(s.Out)
	return nil
}

func (c *doctorCommand) forget(ctx context.Context, a archive.DeadLetters, s Streams) error {
	ids := c.Forget
	if len(ids) == 1 && ids[0] == "all" {
		ids = nil
	}
	n, err := a.Forget(ctx, ids...)
	if err == nil {
		fmt.Fprintf(s.Out, "%s removed from the list\n", many(n, "refused report"))
	}
	return err
}

func (f *findings) print(w io.Writer) {
	fmt.Fprintf(w, "sitrep    %s, built with %s, record version %d\n", f.Sitrep, f.Go, f.Record)
	fmt.Fprintf(w, "reading   English; models %s; %s known\n", strings.Join(f.Models, ", "), many(f.Places, "place"))
	if f.Bundled {
		fmt.Fprintln(w, "pages     with style and script")
	} else {
		fmt.Fprintln(w, "pages     plain HTML: style and script are not built in; make build does that")
	}
	if f.Settings != "" {
		fmt.Fprintf(w, "settings  %s\n", f.Settings)
	}
	if f.Archive != nil {
		f.archive(w)
	}
}

func (f *findings) archive(w io.Writer) {
	h := f.Archive
	access := ""
	if h.ReadOnly {
		access = ", can only be read"
	}
	fmt.Fprintf(w, "archive   %s (%s, schema %d, %.1f MB%s)\n", h.Path, h.Engine, h.Schema, float64(h.Bytes)/1e6, access)
	fmt.Fprintf(w, "          %s, %d of them corrected since; %s\n", many(h.Reports, "report"), h.Superseded, many(h.Statements, "statement"))
	switch {
	case len(h.Problems) > 0:
		for _, p := range h.Problems {
			fmt.Fprintf(w, "PROBLEM   %s\n", p)
		}
	case h.Deep:
		fmt.Fprintln(w, "          all that is stored was read and is whole")
	default:
		fmt.Fprintln(w, "          --deep reads and compares all that is stored")
	}
	fmt.Fprintf(w, "refused   %s\n", many(f.Letters.Total, "report"))
	for _, d := range f.Letters.Items {
		where := d.Origin
		if d.Line > 0 {
			where = fmt.Sprintf("%s, line %d", d.Origin, d.Line)
		}
		fmt.Fprintf(w, "  %s  %s  %s: %s\n", d.ID, d.At.Format(time.DateTime), where, d.Reason)
	}
	if n := f.Letters.Total - len(f.Letters.Items); n > 0 {
		fmt.Fprintf(w, "  and %d more; --limit shows them\n", n)
	}
}

// many gives a number with its noun.
func many(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// version gives the version that was built in.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "development"
}
