package score

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep/internal/earth"
	"sitrep/internal/fault"
	"sitrep/internal/line"
	"sitrep/internal/outline"
)

// LineTask measures the geometry of the line on a folder of control maps: how the
// areas agree with GeographicLib's Planimeter (where that is installed), whether
// gained less lost is the difference of the areas, and how long differences take
// on one core. Predictions are one line of JSON for each pair of days.
//
// Keys: files, refused, vertices (the most of a map), area_off (greatest relative
// difference from Planimeter), identity_off (greatest share used of what is
// allowed: 0.05 % of the area changed or 0.1 km², whichever is larger),
// difference_ms and difference_ms_max with both front lines, row_seconds (all days
// in a row), read_ms.
func LineTask(args Args) (Metrics, error) {
	maps, refused, readMS, err := controlMaps(args.Gold)
	if err != nil {
		return nil, err
	}
	m := Metrics{"files": len(maps), "refused": refused, "read_ms": readMS}
	if len(maps) == 0 {
		return m, fault.New(fault.Invalid, "score.line", args.Gold, errors.New("no map of ground held in it"))
	}
	vertices := 0
	for i := range maps {
		vertices = max(vertices, maps[i].Area.Points())
	}
	m["vertices"] = vertices
	if err := areaOff(m, maps); err != nil {
		return nil, err
	}
	return m, differences(m, maps, args)
}

// controlMaps reads the maps of ground below a folder, by day.
func controlMaps(dir string) (maps []line.Map, refused int, readMS float64, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.*json"))
	if err != nil || len(files) == 0 {
		files = []string{dir}
	}
	start := time.Now()
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, 0, 0, fault.New(fault.NotFound, "score.line", f, err)
		}
		read, err := line.Read(f, data, line.Options{})
		if err != nil {
			refused++
			continue
		}
		for _, m := range read {
			if m.Kind == line.Ground {
				maps = append(maps, m)
			}
		}
	}
	slices.SortFunc(maps, func(a, b line.Map) int { return strings.Compare(a.Day, b.Day) })
	return maps, refused, ms(time.Since(start)) / float64(len(files)), nil
}

func ms(d time.Duration) float64 { return math.Round(d.Seconds()*1e5) / 100 }

// areaOff holds the areas against Planimeter.
func areaOff(m Metrics, maps []line.Map) error {
	tool, err := exec.LookPath("Planimeter")
	if err != nil {
		m["area_off_why"] = "Planimeter is not installed (apt-get install geographiclib-tools)"
		return nil
	}
	worst := 0.0
	for i := range maps {
		var want float64
		for _, poly := range maps[i].Area {
			for _, ring := range poly {
				a, err := planimeter(tool, ring)
				if err != nil {
					return err
				}
				want += a
			}
		}
		worst = max(worst, math.Abs(maps[i].SquareKM()*1e6/want-1))
	}
	m["area_off"] = worst
	return nil
}

func planimeter(tool string, r earth.Ring) (float64, error) {
	var b strings.Builder
	for _, p := range r {
		fmt.Fprintf(&b, "%.9f %.9f\n", p.Lat, p.Lon)
	}
	c := exec.Command(tool, "-p", "6")
	c.Stdin = strings.NewReader(b.String())
	out, err := c.Output()
	if err != nil {
		return 0, fault.New(fault.Other, "score.line", tool, err)
	}
	f := strings.Fields(string(out))
	if len(f) < 3 {
		return 0, fault.New(fault.Other, "score.line", tool, fmt.Errorf("it printed %q", out))
	}
	return strconv.ParseFloat(f[2], 64)
}

// differences compares each day with the one before.
func differences(m Metrics, maps []line.Map, args Args) error {
	layer, err := outline.Ukraine()
	if err != nil {
		return err
	}
	boundary := line.NewBoundary(layer, line.Tolerance)
	var total, longest time.Duration
	off := 0.0
	for i := 1; i < len(maps); i++ {
		start := time.Now()
		c, err := line.Compare(&maps[i-1], &maps[i], boundary)
		if err != nil {
			return err
		}
		took := time.Since(start)
		total, longest = total+took, max(longest, took)
		off = max(off, math.Abs(c.ResidualKM2)/max(0.1, 0.0005*(c.GainedKM2+c.LostKM2)))
		if args.Predictions != nil {
			if err := json.NewEncoder(args.Predictions).Encode(c); err != nil {
				return err
			}
		}
	}
	if n := len(maps) - 1; n > 0 {
		m["identity_off"], m["difference_ms"], m["difference_ms_max"] = off, ms(total)/float64(n), ms(longest)
		m["row_seconds"] = math.Round(total.Seconds()*100) / 100
	}
	return nil
}
