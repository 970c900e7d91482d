package line

import (
	"errors"
	"fmt"
	"math"

	"sitrep/internal/earth"
)

// repair makes polygons as they were read into a valid area: repeated points and
// spikes go, rings that cross or touch themselves are rebuilt, polygons that
// overlap are joined. notes tell what was done; an error tells where it is past
// repair.
func repair(polys []earth.Polygon) (area earth.Area, notes []string, err error) {
	var parts []earth.Area
	var repeated, spikes, flat, rebuilt int
	var rebuiltAt string
	for i, p := range polys {
		cleaned := make(earth.Polygon, 0, len(p))
		for j, r := range p {
			if err := checkPoints(r); err != nil {
				return nil, nil, fmt.Errorf("polygon %d, ring %d: %w", i+1, j+1, err)
			}
			c, n, m := clean(r)
			repeated, spikes = repeated+n, spikes+m
			if c == nil || thin(c) {
				flat++
				if j == 0 {
					cleaned = nil
					break
				}
				continue
			}
			cleaned = append(cleaned, c)
		}
		if len(cleaned) == 0 {
			continue
		}
		part := earth.Area{orient(cleaned)}
		if why := valid(part); why != nil {
			if part, err = rebuild(cleaned); err != nil {
				return nil, nil, fmt.Errorf("polygon %d near %s: %w (%w)", i+1, show(cleaned[0][0]), err, why)
			}
			if rebuilt == 0 {
				rebuiltAt = fmt.Sprintf("polygon %d: %v", i+1, why)
			}
			rebuilt++
		}
		if len(part) == 0 {
			flat++
			continue
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return nil, nil, errFlat
	}
	area, joined, err := join(parts)
	if err != nil {
		return nil, nil, err
	}
	return area, repairNotes(repeated, spikes, flat, rebuilt, rebuiltAt, joined), nil
}

// errFlat is what repair gives when no ring encloses anything.
var errFlat = errors.New("no polygon with an area in it")

// thin tells whether a ring encloses no ground: less than a square metre, or less
// than a centimetre wide on the average. Rings that cross themselves may sum up
// to nothing and are not judged here.
func thin(r earth.Ring) bool {
	f := earth.WGS84().Flat(r[0])
	var area, round float64
	for i, p := range r {
		x1, y1 := f.XY(p)
		x2, y2 := f.XY(r[(i+1)%len(r)])
		area += math.Abs(x1*y2-x2*y1) / 2
		round += math.Hypot(x2-x1, y2-y1)
	}
	return area < sliver || area < 0.005*round
}

// join puts parts together; where they overlap or share an edge they are united.
// joined is the area in square metres that lay in more than one part.
func join(parts []earth.Area) (all earth.Area, joined float64, err error) {
	for _, p := range parts {
		all = append(all, p...)
	}
	if valid(all) == nil {
		return all, 0, nil
	}
	out, err := union(parts)
	if err != nil {
		return nil, 0, fmt.Errorf("polygons that overlap could not be joined: %w", err)
	}
	if err := valid(out); err != nil {
		return nil, 0, fmt.Errorf("polygons that overlap could not be joined: %w", err)
	}
	e := earth.WGS84()
	var total, largest float64
	for _, p := range parts {
		a := e.AreaOf(p)
		total, largest = total+a, max(largest, a)
	}
	got := e.AreaOf(out)
	tolerance := 1e-6*total + sliver*float64(len(parts))
	if got > total+tolerance || got < largest-tolerance {
		return nil, 0, fmt.Errorf("joining polygons that overlap gave %.3f km², which cannot be: the parts have %.3f km², the largest %.3f km²", got/1e6, total/1e6, largest/1e6)
	}
	// joined is never 0 here, so that the note is made for shared edges too.
	return out, max(total-got, math.SmallestNonzeroFloat64), nil
}

func repairNotes(repeated, spikes, flat, rebuilt int, rebuiltAt string, joined float64) []string {
	var notes []string
	say := func(n int, format string) {
		if n > 0 {
			notes = append(notes, fmt.Sprintf(format, n))
		}
	}
	say(repeated, "repeated points dropped: %d")
	say(spikes, "spikes dropped: %d")
	say(flat, "rings without an area dropped: %d")
	if rebuilt > 0 {
		notes = append(notes, fmt.Sprintf("polygons rebuilt by the even-odd rule because a ring crossed or touched itself: %d (%s)", rebuilt, rebuiltAt))
	}
	if joined > 0 {
		notes = append(notes, fmt.Sprintf("polygons that overlapped or shared an edge were joined: %.3f km² counted once", joined/1e6))
	}
	return notes
}
