package score

import (
	"encoding/json"
	"io"
	"math"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
)

// TimesTask measures times against TimeML as TempEval-3 did: a predicted time
// matches a gold one when they overlap (relaxed) or are the same (strict); type
// and value F1 count the relaxed matches whose type or value is right. The date
// of creation is given to the reader and not counted.
func TimesTask(a Args) (Metrics, error) {
	docs, err := readTimeML(a.Gold)
	if err != nil {
		return nil, err
	}
	var n timeCounts
	for _, d := range docs {
		var got []timex
		in := reading.Input{Text: d.text, Published: d.published}
		for _, t := range a.Reader.Read(in).Times {
			got = append(got, timex{start: t.Span.Start, end: t.Span.End, typ: t.Type, value: t.Value, text: t.Span.Text, rule: string(t.Rule)})
		}
		if err := n.add(d, got, a.Predictions); err != nil {
			return nil, err
		}
	}
	f1 := func(right int) float64 { return sharedF1(right, n.predicted, n.gold) }
	return Metrics{"documents": len(docs), "gold": n.gold, "predicted": n.predicted,
		"relaxed_f1": f1(n.relaxed), "strict_f1": f1(n.strict), "type_f1": f1(n.types), "value_f1": f1(n.values)}, nil
}

type timeCounts struct {
	gold, predicted, relaxed, strict, types, values int
}

// timeLine is a line of the predictions: a gold time with what was found for it,
// or one of the two alone.
type timeLine struct {
	File      string `json:"file"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text,omitempty"`
	Type      string `json:"type,omitempty"`
	Value     string `json:"value,omitempty"`
	Rule      string `json:"rule,omitempty"`
	Gold      string `json:"gold,omitempty"`
	GoldType  string `json:"gold_type,omitempty"`
	GoldValue string `json:"gold_value,omitempty"`
}

// add matches one document's times, each with at most one, in text order; among
// several that overlap, the one that shares most.
func (n *timeCounts) add(d timeml, got []timex, w io.Writer) error {
	used := make([]bool, len(got))
	var lines []timeLine
	for _, g := range d.times {
		best, share := -1, 0
		for i, t := range got {
			if s := min(g.end, t.end) - max(g.start, t.start); !used[i] && s > share {
				best, share = i, s
			}
		}
		line := timeLine{File: d.file, Start: g.start, End: g.end, Gold: g.text, GoldType: g.typ, GoldValue: g.value}
		n.gold++
		if best >= 0 {
			t := got[best]
			used[best] = true
			n.relaxed++
			n.strict += oneIf(t.start == g.start && t.end == g.end)
			n.types += oneIf(t.typ == g.typ)
			n.values += oneIf(t.value == g.value)
			line.Start, line.End, line.Text, line.Type, line.Value, line.Rule = t.start, t.end, t.text, t.typ, t.value, t.rule
		}
		lines = append(lines, line)
	}
	n.predicted += len(got)
	for i, t := range got {
		if !used[i] {
			lines = append(lines, timeLine{File: d.file, Start: t.start, End: t.end, Text: t.text, Type: t.typ, Value: t.value, Rule: t.rule})
		}
	}
	if w == nil {
		return nil
	}
	enc := json.NewEncoder(w)
	for _, l := range lines {
		if err := enc.Encode(l); err != nil {
			return fault.New(fault.Full, "score.times", "predictions", err)
		}
	}
	return nil
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// sharedF1 is the harmonic mean of precision and recall to four digits.
func sharedF1(right, predicted, gold int) float64 {
	if predicted+gold == 0 {
		return 0
	}
	return math.Round(2*float64(right)/float64(predicted+gold)*1e4) / 1e4
}
