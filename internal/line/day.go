package line

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// layout is how days are written throughout: ISO 8601.
const layout = "2006-01-02"

// parseDay reads a day written in full; ok is false for anything else.
func parseDay(s string) (day string, ok bool) {
	t, err := time.Parse(layout, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2100 {
		return "", false
	}
	return s, true
}

// written are the ways a day may be written in a file name or a property: year
// first, or day first with dots. Month first is not read, for it cannot be told
// from day first.
var (
	yearFirst = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:$|[^0-9])`)
	dayFirst  = regexp.MustCompile(`(?:^|[^0-9])(0[1-9]|[12]\d|3[01])[-_.]?(0[1-9]|1[0-2])[-_.]?((?:19|20)\d\d)(?:$|[^0-9])`)
)

// findDay finds a day in a name such as "control_2024-07-08" or "front28092022".
func findDay(s string) (string, bool) {
	s = strings.ReplaceAll(s, "T", " ") // so that a time after the day does not join it
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return parseDay(m[1] + "-" + m[2] + "-" + m[3])
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return parseDay(m[3] + "-" + m[2] + "-" + m[1])
	}
	return "", false
}

// Names of properties that tell the day, the source and the holder, in order of
// preference; compared in lower case without "_" and "-".
var (
	dayKeys    = []string{"day", "date", "asof", "datetime", "timestamp", "time", "mapdate", "validfrom", "start", "updated", "updatedat", "published"}
	sourceKeys = []string{"source", "provider", "publisher", "mapsource"}
	holderKeys = []string{"holder", "controlledby", "heldby", "controller", "control", "side", "occupier"}
)

// property finds the first key that has a value, as text.
func property(props map[string]json.RawMessage, keys []string) string {
	for _, want := range keys {
		for k, raw := range props {
			if strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(k)) != want {
				continue
			}
			var s string
			if json.Unmarshal(raw, &s) == nil && strings.TrimSpace(s) != "" {
				return strings.TrimSpace(s)
			}
			var n float64
			if json.Unmarshal(raw, &n) == nil {
				return strconv.FormatFloat(n, 'f', -1, 64)
			}
		}
	}
	return ""
}

// propertyDay reads a property's day: as text, as YYYYMMDD, or as seconds or
// milliseconds since 1970.
func propertyDay(s string) (string, bool) {
	if d, ok := findDay(s); ok {
		return d, true
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 1e9 {
		return "", false
	}
	if n > 1e11 {
		n /= 1000
	}
	return parseDay(time.Unix(n, 0).UTC().Format(layout))
}

// DaysBetween counts the days from one day to another; negative when to is the
// earlier.
func DaysBetween(from, to string) int {
	a, err1 := time.Parse(layout, from)
	b, err2 := time.Parse(layout, to)
	if err1 != nil || err2 != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}
