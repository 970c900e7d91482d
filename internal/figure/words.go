package figure

import (
	"math"
	"strconv"
	"strings"

	"sitrep/record"
)

// Words writes a figure as a person would: "more than 10,000 civilians killed",
// "between 60 and 100 troops captured". What is written reads back as the same
// measure, population, bound and value.
func Words(f record.Figure) string {
	var b strings.Builder
	add := func(s string) {
		if s != "" {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(s)
		}
	}
	switch {
	case f.Bound == "range" && f.Low != nil && f.High != nil:
		add("between " + Group(*f.Low) + " and " + Group(*f.High))
	case f.Value == nil && f.Low != nil:
		add(crowdOf(*f.Low, f.High))
	case f.Value != nil:
		add(boundWords[f.Bound])
		add(Group(*f.Value))
	}
	switch f.Unit {
	case "people", "items", "":
		if add(f.Population); f.Population == "" && f.Unit == "people" && f.Measure != "casualties" && f.Measure != "bodies" {
			add("people")
		}
		add(measureWords(f.Measure))
	default:
		add(f.Unit)
	}
	return b.String()
}

var boundWords = map[string]string{"more_than": "more than", "at_least": "at least", "less_than": "fewer than",
	"at_most": "up to", "about": "about"}

func measureWords(m string) string {
	switch m {
	case "shot_down":
		return "shot down"
	case "homeless":
		return "left homeless"
	}
	return m
}

// crowdOf names an order of magnitude by its lower end.
func crowdOf(low float64, high *float64) string {
	switch {
	case low >= 2e6:
		return "millions of"
	case low >= 2e5:
		return "hundreds of thousands of"
	case low >= 2e4:
		return "tens of thousands of"
	case low >= 2e3:
		return "thousands of"
	case low >= 200 && high != nil && *high < 1000:
		return "hundreds of"
	case low >= 20 && high != nil && *high < 100:
		return "dozens of"
	case high != nil:
		return "between " + Group(low) + " and " + Group(*high)
	}
	return "several"
}

// Group writes a number with its thousands parted by commas.
func Group(v float64) string {
	if v != math.Trunc(v) || math.Abs(v) >= 1e15 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	s := strconv.FormatInt(int64(v), 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
