package web

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"strings"

	"sitrep/internal/line"
)

// lineChart is one chart over time. Maps are dots: days without one are left bare,
// for nothing is known of them.
type lineChart struct {
	Title string
	SVG   template.HTML
}

// dots is one series of dots.
type dots struct {
	name, colour, shape string // shape "o", "s" (square) or "d" (diamond)
	at                  []float64
}

const chartW, chartH, chartLeft, chartBottom, chartTop = 520, 210, 62, 26, 12

func lineCharts(states []*line.State, on string) []lineChart {
	if len(states) == 0 {
		return nil
	}
	var out []lineChart
	var days []string
	area := dots{name: "ground held", colour: "#5d5648", shape: "o"}
	lengths := []dots{{name: "ruler 0.1 km", colour: "#8a5200", shape: "d"}, {name: "ruler 1 km", colour: "#0b5d6e", shape: "o"}, {name: "ruler 10 km", colour: "#7a3e9d", shape: "s"}}
	for _, st := range states {
		days = append(days, st.Day)
		area.at = append(area.at, st.AreaKM2)
		for i := range lengths {
			lengths[i].at = append(lengths[i].at, st.Lengths[i].KM)
		}
	}
	if states[0].Kind == line.Ground {
		out = append(out, drawChart("Ground held, km²", days, on, area))
	}
	return append(out, drawChart("Length of the front line, km, by ruler", days, on, lengths...))
}

func drawChart(title string, days []string, on string, series ...dots) lineChart {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, s := range series {
		for _, v := range s.at {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	lo, hi, step := ticks(lo, hi)
	span := max(1, line.DaysBetween(days[0], days[len(days)-1]))
	x := func(day string) float64 {
		return chartLeft + float64(chartW-chartLeft-10)*float64(line.DaysBetween(days[0], day))/float64(span)
	}
	y := func(v float64) float64 { return chartTop + float64(chartH-chartTop-chartBottom)*(hi-v)/(hi-lo) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s, %s to %s: %s" font-family="sans-serif" font-size="12">`,
		chartW, chartH, html.EscapeString(title), days[0], days[len(days)-1], html.EscapeString(chartWords(series)))
	for v := lo; v <= hi+step/2; v += step {
		fmt.Fprintf(&b, `<path class="grid" d="M%d %.1fH%d" stroke="#8d867555" fill="none"/><text x="%d" y="%.1f" text-anchor="end" fill="currentColor">%s</text>`,
			chartLeft, y(v), chartW-10, chartLeft-6, y(v)+4, line.Number(v))
	}
	for _, t := range months(days[0], days[len(days)-1]) {
		fmt.Fprintf(&b, `<path d="M%.1f %dv5" stroke="currentColor" fill="none"/><text x="%.1f" y="%d" text-anchor="middle" fill="currentColor">%s</text>`,
			x(t), chartH-chartBottom, x(t), chartH-6, t[:7])
	}
	fmt.Fprintf(&b, `<path class="now" d="M%.1f %dV%d" stroke="currentColor" stroke-dasharray="3 3" fill="none" data-left="%d" data-right="%d"/>`, x(on), chartTop, chartH-chartBottom, chartLeft, chartW-10)
	for _, s := range series {
		fmt.Fprintf(&b, `<path fill="%s" d="`, s.colour)
		for i, v := range s.at {
			b.WriteString(dot(s.shape, x(days[i]), y(v)))
		}
		b.WriteString(`"/>`)
	}
	if len(series) > 1 {
		for i, s := range series {
			lx := float64(chartLeft + 10 + i*110)
			fmt.Fprintf(&b, `<path fill="%s" d="%s"/><text x="%.0f" y="%d" fill="currentColor">%s</text>`, s.colour, dot(s.shape, lx, chartTop), lx+8, chartTop+4, s.name)
		}
	}
	b.WriteString(`</svg>`)
	return lineChart{title, template.HTML(b.String())} // numbers, and names that were escaped
}

// dot draws one dot as a piece of a path.
func dot(shape string, x, y float64) string {
	switch shape {
	case "s":
		return fmt.Sprintf("M%.1f %.1fh4v4h-4z", x-2, y-2)
	case "d":
		return fmt.Sprintf("M%.1f %.1fl3 3-3 3-3-3z", x, y-3)
	}
	return fmt.Sprintf("M%.1f %.1fa2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0z", x-2.3, y)
}

// chartWords says the first and the last value of each series.
func chartWords(series []dots) string {
	var parts []string
	for _, s := range series {
		parts = append(parts, s.name+" from "+line.Number(s.at[0])+" to "+line.Number(s.at[len(s.at)-1]))
	}
	return strings.Join(parts, ", ")
}

// ticks widens a range to round numbers and gives the step between them.
func ticks(lo, hi float64) (float64, float64, float64) {
	if hi-lo < 1e-9 {
		lo, hi = lo-1, hi+1
	}
	raw := (hi - lo) / 4
	step := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, f := range []float64{1, 2, 5, 10} {
		if step*f >= raw {
			step *= f
			break
		}
	}
	return math.Floor(lo/step) * step, math.Ceil(hi/step) * step, step
}

// months gives first days of months, at most about seven.
func months(first, last string) []string {
	var all []string
	y, m := atoi(first[:4]), atoi(first[5:7])
	for {
		if m++; m > 12 {
			y, m = y+1, 1
		}
		d := fmt.Sprintf("%04d-%02d-01", y, m)
		if d > last {
			break
		}
		all = append(all, d)
	}
	every := len(all)/6 + 1
	var out []string
	for i := 0; i < len(all); i += every {
		out = append(out, all[i])
	}
	return out
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}
