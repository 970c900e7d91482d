package line

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Gap says in words that a day has no map.
func (p Pick) Gap(maxGap int) string {
	s := fmt.Sprintf("no map for %s or the %d days before it", p.Asked, max(0, maxGap))
	if maxGap <= 0 {
		s = "no map for " + p.Asked
	}
	var near []string
	if p.Before != "" {
		near = append(near, "the nearest before is of "+p.Before)
	}
	if p.After != "" {
		near = append(near, "the nearest after of "+p.After)
	}
	if len(near) > 0 {
		s += " (" + strings.Join(near, ", ") + ")"
	}
	return s
}

// Number writes a figure with thousands parted by commas and as many decimals as
// its size deserves: 1,054; 12.3; 0.04.
func Number(x float64) string {
	decimals := 0
	switch v := math.Abs(x); {
	case v == 0 || v >= 99.95:
	case v >= 0.995:
		decimals = 1
	default:
		decimals = 2
	}
	s := strconv.FormatFloat(math.Abs(x), 'f', decimals, 64)
	whole, rest, dot := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		whole += "." + rest
	}
	if x < 0 && strings.Trim(whole, "0.,") != "" {
		return "−" + whole
	}
	return whole
}

// rulers says lengths at all rulers: "1,054 km at 0.1 km, 959 at 1 km, …".
func rulers(ls [len(Rulers)]Length) string {
	parts := make([]string, len(ls))
	for i, l := range ls {
		parts[i] = fmt.Sprintf("%s km at a ruler of %g km", Number(l.KM), l.Ruler)
	}
	return strings.Join(parts, ", ")
}
