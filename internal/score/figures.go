package score

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/record"
)

// goldFigures is a line of a figures file: a text with its figures, or an event
// whose best count of deaths stands in some of its headlines.
type goldFigures struct {
	ID        string       `json:"id"`
	Published string       `json:"published"`
	Text      string       `json:"text"`
	Figures   []goldFigure `json:"figures"`
	Best      string       `json:"best"`
	Headline  string       `json:"headline"`
	Dates     string       `json:"source_date"`
}

// goldFigure is one labelled figure.
type goldFigure struct {
	Kind      string  `json:"kind"`
	Value     float64 `json:"value"`
	Group     string  `json:"group"`
	Qualifier string  `json:"qualifier"`
	Since     string  `json:"since"`
	AsOf      string  `json:"as_of"`
	Period    string  `json:"period"`
}

// FiguresTask measures figures. In a file of labelled texts a gold figure is exact
// when one was found with its value, measure, population, bound and, where the
// text states them, since and as-of; extra counts figures of the measures that are
// labelled in a text which are no labelled one, no part of one and no repetition,
// against all that were found. In a file of events with headlines it counts the
// headlines in which the best count stands and a word of killing, and in how many
// of them it was found with its measure.
func FiguresTask(a Args) (Metrics, error) {
	lines, err := readGoldFigures(a.Gold)
	if err != nil {
		return nil, err
	}
	if len(lines) > 0 && lines[0].Headline != "" {
		return headlinesTask(a, lines)
	}
	var n figureCounts
	for _, g := range lines {
		r := a.Reader.Read(reading.Input{Text: g.Text, Published: record.Date(g.Published)})
		if err := n.add(g, r, a.Predictions); err != nil {
			return nil, err
		}
	}
	return n.metrics(len(lines)), nil
}

func readGoldFigures(path string) ([]goldFigures, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.figures", path, err)
	}
	defer f.Close()
	var out []goldFigures
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 0, 1<<20), 64<<20)
	for sc.Scan() {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		var g goldFigures
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return nil, fault.New(fault.Invalid, "score.figures", path, err).Hinted("each line is one JSON object")
		}
		out = append(out, g)
	}
	if err := sc.Err(); err != nil {
		return nil, fault.New(fault.Invalid, "score.figures", path, err)
	}
	return out, nil
}

type figureCounts struct {
	gold, predicted, exact, extra                                int
	measure, population, bound, since, asOf, sinceGold, asOfGold int
	allDates                                                     int // exact with the dates that the text does not state, too
	unstated                                                     int
}

func (n *figureCounts) metrics(texts int) Metrics {
	rate := func(a, b int) float64 {
		if b == 0 {
			return 0
		}
		return float64(a) / float64(b)
	}
	return Metrics{"texts": texts, "gold": n.gold, "predicted": n.predicted, "exact": rate(n.exact, n.gold),
		"exact_all_dates": rate(n.allDates, n.gold), "extra": rate(n.extra, n.predicted), "measure": rate(n.measure, n.gold), "population": rate(n.population, n.gold),
		"bound": rate(n.bound, n.gold), "since": rate(n.since, n.sinceGold), "as_of": rate(n.asOf, n.asOfGold),
		"dates_not_in_text": n.unstated}
}

// figureLine is a line of the predictions.
type figureLine struct {
	ID    string         `json:"id"`
	Gold  *goldFigure    `json:"gold,omitempty"`
	Found *record.Figure `json:"found,omitempty"`
	Exact bool           `json:"exact"`
	Wrong []string       `json:"wrong,omitempty"`
	Extra bool           `json:"extra,omitempty"`
}

// add compares one text's figures.
func (n *figureCounts) add(g goldFigures, r *record.Reading, w io.Writer) error {
	labelled := map[string]bool{}
	matched := map[record.ID]bool{}
	values := map[string]bool{}
	var lines []figureLine
	for i := range g.Figures {
		gold := &g.Figures[i]
		labelled[goldMeasure(gold.Kind)] = true
		values[goldMeasure(gold.Kind)+plainNumber(gold.Value)] = true
		best, wrong := bestFigure(gold, r, g.Text, matched)
		n.gold++
		line := figureLine{ID: g.ID, Gold: gold, Wrong: wrong}
		if best != nil {
			matched[best.ID] = true
			n.field(gold, wrong, g.Text)
			line.Found, line.Exact = best, len(wrong) == 0
			n.exact += oneIf(len(wrong) == 0)
			n.allDates += oneIf(len(wrong) == 0 && gold.datesAgree(best))
		} else {
			n.sinceGold += oneIf(gold.asked(gold.sinceDate(), g.Text))
			n.asOfGold += oneIf(gold.asked(gold.asOfDate(), g.Text))
		}
		lines = append(lines, line)
	}
	wholes := map[record.ID]bool{} // what labelled parts are parts of
	for i := range r.Figures {
		if f := &r.Figures[i]; matched[f.ID] && f.PartOf != "" {
			wholes[f.PartOf] = true
		}
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		n.predicted++
		if wholes[f.ID] || matched[f.ID] || f.PartOf != "" || f.Kind == "change" || f.Kind == "rate" || !labelled[f.Measure] || f.Value == nil || values[f.Measure+plainNumber(*f.Value)] {
			continue
		}
		n.extra++
		lines = append(lines, figureLine{ID: g.ID, Found: f, Extra: true})
	}
	return writeLines(w, lines)
}

func writeLines[T any](w io.Writer, lines []T) error {
	if w == nil {
		return nil
	}
	enc := json.NewEncoder(w)
	for _, l := range lines {
		if err := enc.Encode(l); err != nil {
			return fault.New(fault.Full, "score", "predictions", err)
		}
	}
	return nil
}

// bestFigure gives the figure of the gold's value with the fewest wrong fields.
func bestFigure(gold *goldFigure, r *record.Reading, text string, matched map[record.ID]bool) (*record.Figure, []string) {
	var best *record.Figure
	var least []string
	for i := range r.Figures {
		f := &r.Figures[i]
		if matched[f.ID] || f.Value == nil || *f.Value != gold.Value {
			continue
		}
		if wrong := gold.wrong(f, text); best == nil || len(wrong) < len(least) {
			best, least = f, wrong
		}
	}
	return best, least
}

// wrong lists the fields in which a figure differs from its gold.
func (g *goldFigure) wrong(f *record.Figure, text string) []string {
	var out []string
	note := func(ok bool, field string) {
		if !ok {
			out = append(out, field)
		}
	}
	note(f.Measure == goldMeasure(g.Kind), "measure")
	note(samePopulation(g.Group, f.Population), "population")
	note(g.bound() == f.Bound, "bound")
	if d := g.sinceDate(); g.asked(d, text) {
		note(sameDate(d, string(f.Since)), "since")
	}
	if d := g.asOfDate(); g.asked(d, text) {
		note(sameDate(d, string(f.AsOf)), "as_of")
	}
	return out
}

// field counts the fields that are right.
func (n *figureCounts) field(g *goldFigure, wrong []string, text string) {
	right := func(f string) int { return oneIf(!slices.Contains(wrong, f)) }
	n.measure += right("measure")
	n.population += right("population")
	n.bound += right("bound")
	if g.asked(g.sinceDate(), text) {
		n.sinceGold++
		n.since += right("since")
	} else if g.sinceDate() != "" {
		n.unstated++
	}
	if g.asked(g.asOfDate(), text) {
		n.asOfGold++
		n.asOf += right("as_of")
	} else if g.asOfDate() != "" {
		n.unstated++
	}
}
