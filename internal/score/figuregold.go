package score

import (
	"strconv"
	"strings"

	"sitrep/internal/reading"
	"sitrep/record"
)

// goldMeasure gives the record's word for a gold file's kind.
func goldMeasure(kind string) string {
	if kind == "bodies seen" {
		return "bodies"
	}
	return kind
}

// samePopulation compares who is counted; persons of any kind are "people", and so
// is an unnamed group.
func samePopulation(gold, found string) bool {
	if strings.HasPrefix(gold, "persons") || gold == "" {
		gold = "people"
	}
	if found == "" {
		found = "people"
	}
	return gold == found
}

func (g *goldFigure) bound() string {
	switch q := strings.ReplaceAll(g.Qualifier, " ", "_"); q {
	case "":
		return "exact"
	case "nearly", "almost", "approximately", "around":
		return "about"
	case "over":
		return "more_than"
	default:
		return q
	}
}

// sinceDate and asOfDate take the ends of a period where one is given.
func (g *goldFigure) sinceDate() string {
	if from, _, ok := strings.Cut(g.Period, "/"); ok && g.Since == "" {
		return from
	}
	return g.Since
}

func (g *goldFigure) asOfDate() string {
	if _, to, ok := strings.Cut(g.Period, "/"); ok && g.AsOf == "" {
		return to
	}
	return g.AsOf
}

// asked reports whether a date can be asked for: some gold dates come from outside
// the labelled excerpt, and what a text does not state must not be filled in. A
// date counts as stated when its day stands in the text as a number or, for a
// season or a month, when its name does.
func (g *goldFigure) asked(date, text string) bool {
	if date == "" {
		return false
	}
	parts := strings.Split(date, "-")
	lower := strings.ToLower(text)
	if len(parts) == 3 {
		if hasNumeral(text, strings.TrimLeft(parts[2], "0")) || hasNumeral(text, parts[2]) {
			return true
		}
	}
	m, _ := strconv.Atoi(parts[min(1, len(parts)-1)])
	if len(parts) < 2 {
		return strings.Contains(text, parts[0])
	}
	if g.Period == "" {
		return false
	}
	names := [...]string{"", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
	seasons := [...]string{"winter", "winter", "winter", "spring", "spring", "spring", "summer", "summer", "summer", "autumn", "autumn", "autumn", "winter"}
	return m >= 1 && m <= 12 && (strings.Contains(lower, names[m]) || strings.Contains(lower, seasons[m]))
}

// hasNumeral reports whether the digits stand in the text as a number of their own.
func hasNumeral(text, digits string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], digits)
		if i < 0 {
			return false
		}
		i += at
		j := i + len(digits)
		before := i > 0 && (text[i-1] >= '0' && text[i-1] <= '9' || text[i-1] == ',' && i > 1 && text[i-2] >= '0' && text[i-2] <= '9')
		after := j < len(text) && (text[j] >= '0' && text[j] <= '9' || text[j] == ',' && j+1 < len(text) && text[j+1] >= '0' && text[j+1] <= '9')
		if !before && !after {
			return true
		}
		at = j
	}
}

// sameDate compares dates of reduced precision: the coarser must begin the finer.
func sameDate(gold, found string) bool {
	if gold == "" || found == "" {
		return gold == found
	}
	return strings.HasPrefix(gold, found) && len(found) >= 7 || strings.HasPrefix(found, gold)
}

func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// killing are the words that show a headline to tell of deaths.
var killing = []string{"kill", "dead", "die", "death", "slain", "toll", "fatal", "casualt", "bodies", "perish"}

// headlineLine is a line of the predictions of a headlines file.
type headlineLine struct {
	ID       string          `json:"id"`
	Headline string          `json:"headline"`
	Best     float64         `json:"best"`
	Right    bool            `json:"right"`
	Found    []record.Figure `json:"found,omitempty"`
}

// headlinesTask counts the headlines that hold the best count as a number beside a
// word of killing, and those of them in which it was found as killed.
func headlinesTask(a Args, lines []goldFigures) (Metrics, error) {
	seen := map[string]bool{}
	gold, right := 0, 0
	var out []headlineLine
	for _, g := range lines {
		best, err := strconv.ParseFloat(g.Best, 64)
		if err != nil || best <= 0 {
			continue
		}
		dates := strings.Split(g.Dates, ";")
		for i, h := range strings.Split(g.Headline, ";") {
			if h = strings.TrimSpace(h); seen[h] || !standsIn(h, best) || !killingWord(h) {
				continue
			}
			seen[h] = true
			gold++
			in := reading.Input{Text: h}
			if i < len(dates) && len(dates[i]) == 10 && dates[i][4] == '-' {
				in.Published = record.Date(dates[i])
			}
			line := headlineLine{ID: g.ID, Headline: h, Best: best}
			for _, f := range a.Reader.Read(in).Figures {
				line.Found = append(line.Found, f)
				if f.Value != nil && *f.Value == best && (f.Measure == "killed" || f.Measure == "bodies") {
					line.Right = true
				}
			}
			right += oneIf(line.Right)
			out = append(out, line)
		}
	}
	m := Metrics{"headlines": gold, "found": 0.0}
	if gold > 0 {
		m["found"] = float64(right) / float64(gold)
	}
	return m, writeLines(a.Predictions, out)
}

// standsIn reports whether the count stands in the headline, in digits or, up to
// twenty, as a word, within eight words of a word of killing and with no comma,
// no other number and no word of injury between them: "UPDATE 2-" and "two wounded"
// are no counts of the dead.
func standsIn(h string, best float64) bool {
	spelled := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
	words := strings.FieldsFunc(strings.ToLower(h), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != ','
	})
	number := func(w string) (float64, bool) {
		for v, s := range spelled {
			if w == s {
				return float64(v), true
			}
		}
		v, err := strconv.ParseFloat(strings.ReplaceAll(strings.Trim(w, ","), ",", ""), 64)
		return v, err == nil
	}
	for i, w := range words {
		if v, ok := number(w); !ok || v != best || i > 0 && (words[i-1] == "update" || words[i-1] == "wrapup") {
			continue
		}
		for _, step := range []int{1, -1} {
			for k := i + step; k >= 0 && k < len(words) && k <= i+8 && k >= i-8; k += step {
				edge := words[k]
				if step > 0 {
					edge = words[k-1]
				}
				if _, other := number(words[k]); other || strings.HasSuffix(edge, ",") || hurtingWord(words[k]) {
					break
				}
				if killingWord(words[k]) {
					return true
				}
			}
		}
	}
	return false
}

// hurtingWord reports whether a number near the word counts the injured.
func hurtingWord(w string) bool {
	return strings.HasPrefix(w, "wound") || strings.HasPrefix(w, "injur") || strings.HasPrefix(w, "hurt")
}

func killingWord(h string) bool {
	h = strings.ToLower(h)
	for _, k := range killing {
		if strings.Contains(h, k) {
			return true
		}
	}
	return false
}

// datesAgree compares since and as-of even where the text does not state them.
func (g *goldFigure) datesAgree(f *record.Figure) bool {
	return (g.sinceDate() == "" || sameDate(g.sinceDate(), string(f.Since))) && (g.asOfDate() == "" || sameDate(g.asOfDate(), string(f.AsOf)))
}
