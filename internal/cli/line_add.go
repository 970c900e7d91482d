package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/internal/archive/sqlite"
	"sitrep/internal/fault"
	"sitrep/internal/line"
)

// lineAddCommand is `sitrep line add`.
type lineAddCommand struct {
	archiveFlag
	Paths   []string `arg:"" name:"path" help:"GeoJSON files, folders of them, and patterns such as 'maps/*.geojson'."`
	Date    string   `help:"Day of the maps, YYYY-MM-DD; else a property of the file or its name tells it." placeholder:"DAY"`
	Source  string   `help:"Who made the maps; else a property of the file or its name tells it." placeholder:"NAME"`
	Holder  string   `help:"Who holds the ground that the maps show, as a country code such as RUS; else a property tells it." placeholder:"WHO"`
	Replace bool     `help:"Put a map in the place of another by the same source for the same day."`
	Sample  bool     `help:"Mark the maps as made for trying things out." hidden:""`
	JSON    bool     `name:"json" help:"Print what became of each map as a line of JSON."`
}

// errMapsRefused is returned when some of several files were refused; each was
// told as it came.
var errMapsRefused = errors.New("some maps were refused, as told above; the others were added")

// mapOutcome is what became of one map.
type mapOutcome struct {
	*line.Map
	Status string  `json:"status"` // "added", "known" or "refused"
	Path   string  `json:"path"`
	Area   float64 `json:"area_km2,omitempty"`
	Points int     `json:"points,omitempty"`
	Reason string  `json:"reason,omitempty"`
}

// Run adds each file whole, or refuses it whole and goes on.
func (c *lineAddCommand) Run(ctx context.Context, s Streams) error {
	if err := checkDay("--date", c.Date); err != nil {
		return err
	}
	files, err := mapFiles(c.Paths)
	if err != nil {
		return err
	}
	a, _, err := c.open(ctx, sqlite.Options{Create: true})
	if err != nil {
		return err
	}
	defer a.Close()
	atlas := line.NewAtlas(line.Settings{Store: a})
	added, known, refused := 0, 0, 0
	var last error
	for _, file := range files {
		if ctx.Err() != nil {
			return fmt.Errorf("stopped; what was added so far is kept")
		}
		outcomes, err := c.add(ctx, atlas, file)
		if err != nil {
			refused++
			last = err
			outcomes = []mapOutcome{{Status: "refused", Path: file, Reason: err.Error()}}
		}
		for _, o := range outcomes {
			switch o.Status {
			case "added":
				added++
			case "known":
				known++
			}
			c.tell(s, o)
		}
	}
	if !c.JSON {
		fmt.Fprintf(s.Out, "%d added, %d known already, %d refused\n", added, known, refused)
	}
	switch {
	case refused > 0 && len(files) == 1:
		return last
	case refused > 0:
		return errMapsRefused
	}
	return nil
}

// add adds the maps of one file, all or none.
func (c *lineAddCommand) add(ctx context.Context, atlas *line.Atlas, file string) ([]mapOutcome, error) {
	data, err := readNamed(file)
	if err != nil {
		return nil, err
	}
	maps, err := line.Read(file, data, line.Options{Day: c.Date, Source: c.Source, Holder: c.Holder})
	if err != nil {
		return nil, err
	}
	kept, err := atlas.List(ctx)
	if err != nil {
		return nil, err
	}
	for i := range maps {
		maps[i].Sample = maps[i].Sample || c.Sample
	}
	if _, err := atlas.Add(ctx, maps, c.Replace); err != nil {
		return nil, err
	}
	var out []mapOutcome
	for i := range maps {
		m := &maps[i]
		o := mapOutcome{Map: m, Status: "added", Path: file, Area: m.SquareKM(), Points: m.Area.Points()}
		if slices.ContainsFunc(kept, func(k *line.Map) bool { return k.ID == m.ID }) {
			o.Status = "known"
		}
		out = append(out, o)
	}
	return out, nil
}

func (c *lineAddCommand) tell(s Streams, o mapOutcome) {
	if c.JSON {
		_ = json.NewEncoder(s.Out).Encode(o) // a closed pipe: nothing to do
		return
	}
	if o.Status == "refused" {
		fmt.Fprintln(s.Err, "refused:", o.Reason)
		return
	}
	what := line.Number(o.Area) + " km²"
	if o.Kind == line.Traced {
		what = "front line only"
	}
	holder := ""
	if o.Holder != "" {
		holder = ", held by " + o.Holder
	}
	fmt.Fprintf(s.Out, "%s  %s%s: %s  (%s, day from %s)\n", o.Day, o.Source, holder, what, o.Status, dayFrom[o.DayFrom])
	for _, n := range o.Notes {
		fmt.Fprintln(s.Out, "            "+n)
	}
}

var dayFrom = map[string]string{"given": "--date", "property": "a property", "file name": "the file's name"}

// mapFiles finds the files that the paths mean, in order, each once.
func mapFiles(paths []string) ([]string, error) {
	var out []string
	for _, p := range paths {
		found, err := expand(p)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	if len(out) == 0 {
		return nil, fault.New(fault.NotFound, "cli.line", strings.Join(paths, ", "), errors.New("no GeoJSON file in it")).
			Hinted("maps are looked for in files that end in .geojson or .json")
	}
	return out, nil
}

// expand gives the files of a file, a folder or a pattern.
func expand(path string) ([]string, error) {
	if strings.ContainsAny(path, "*?[") {
		if found, err := filepath.Glob(path); err == nil && len(found) > 0 {
			slices.Sort(found)
			return found, nil
		}
	}
	var out []string
	err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		ext := strings.ToLower(filepath.Ext(p))
		if !d.IsDir() && (p == path || ext == ".geojson" || ext == ".json") {
			out = append(out, p)
		}
		return nil
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.New(fault.NotFound, "cli.line", path, nil).Hinted("check the name of the file or folder")
	case err != nil:
		return nil, fault.New(fault.Permission, "cli.line", path, err)
	}
	return out, nil
}
