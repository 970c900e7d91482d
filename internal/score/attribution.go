package score

import (
	"encoding/json"
	"os"
	"slices"

	"sitrep/internal/fault"
	"sitrep/internal/statement"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// AttributionTask measures how sources, cues and contents are marked, against a
// folder in the layout of PolNeAR or a file of rows of tokens and labels. A span
// is right when it is the same span; jaccard is the share of what both mark in
// what either marks, in characters (folder) or tokens (rows).
func AttributionTask(a Args) (Metrics, error) {
	info, err := os.Stat(a.Gold)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.attribution", a.Gold, err)
	}
	if info.IsDir() {
		return attributionFolder(a)
	}
	return attributionRows(a)
}

var partNames = [...]string{"source", "cue", "content"}

// overlap counts matches of spans, and of what lies in them.
type overlap struct {
	hit, gold, system int
	both, either      int
}

func (o *overlap) metrics() map[string]float64 {
	p, r := share(o.hit, o.system), share(o.hit, o.gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return map[string]float64{"p": p, "r": r, "f1": f, "jaccard": share(o.both, o.either)}
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func attributionFolder(a Args) (Metrics, error) {
	texts, err := ReadPolNeAR(a.Gold)
	if err != nil {
		return nil, err
	}
	labeller, err := statement.OpenLabeller(a.Language)
	if err != nil {
		return nil, err
	}
	var counts [3]overlap
	for _, t := range texts {
		found := labeller.Label(a.Reader.Analyse(t.Text))
		if a.Predictions != nil {
			if err := json.NewEncoder(a.Predictions).Encode(map[string]any{"name": t.Name, "attributions": found}); err != nil {
				return nil, fault.New(fault.Other, "score.attribution", "predictions", err)
			}
		}
		gold := [3][]record.Span{}
		for _, g := range t.Gold {
			gold[0], gold[1], gold[2] = append(gold[0], joinPieces(t.Text, g.Source)...), append(gold[1], joinPieces(t.Text, g.Cue)...), append(gold[2], joinPieces(t.Text, g.Content)...)
		}
		system := [3][]record.Span{}
		for _, f := range found {
			system[0], system[1], system[2] = append(system[0], f.Source...), append(system[1], f.Cue...), append(system[2], f.Content...)
		}
		for k := range counts {
			counts[k].spans(t.Text, gold[k], system[k])
		}
	}
	return attributionMetrics(&counts), nil
}

func attributionMetrics(counts *[3]overlap) Metrics {
	m := Metrics{}
	for k, name := range partNames {
		m[name] = counts[k].metrics()
	}
	return m
}

// joinPieces trims a gold span's pieces of white space.
func joinPieces(text string, pieces []record.Span) []record.Span {
	var out []record.Span
	for _, p := range pieces {
		for p.Start < p.End && (text[p.Start] == ' ' || text[p.Start] == '\n') {
			p.Start++
		}
		for p.End > p.Start && (text[p.End-1] == ' ' || text[p.End-1] == '\n') {
			p.End--
		}
		if !p.Empty() {
			out = append(out, record.Cut(text, p.Start, p.End))
		}
	}
	return out
}

// spans counts one text's spans of one kind; the same span twice counts once.
func (o *overlap) spans(text string, gold, system []record.Span) {
	gold, system = distinct(gold), distinct(system)
	o.gold, o.system = o.gold+len(gold), o.system+len(system)
	inGold, inSystem := make([]bool, len(text)), make([]bool, len(text))
	for _, g := range gold {
		if slices.Contains(system, g) {
			o.hit++
		}
		for i := g.Start; i < g.End; i++ {
			inGold[i] = true
		}
	}
	for _, s := range system {
		for i := s.Start; i < s.End; i++ {
			inSystem[i] = true
		}
	}
	for i := range inGold {
		if inGold[i] && inSystem[i] {
			o.both++
		}
		if inGold[i] || inSystem[i] {
			o.either++
		}
	}
}

func distinct(s []record.Span) []record.Span {
	var out []record.Span
	for _, x := range s {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

func attributionRows(a Args) (Metrics, error) {
	rows, err := readRows(a.Gold)
	if err != nil {
		return nil, err
	}
	labeller, err := statement.OpenLabeller(a.Language)
	if err != nil {
		return nil, err
	}
	doc := documentOf(rows)
	a.Reader.Annotate(doc)
	return scoreRows(a, rows, doc, labeller.Flat(doc))
}

func scoreRows(a Args, rows []labelRow, doc *syntax.Document, system [][]string) (Metrics, error) {
	var counts [3]overlap
	for i, r := range rows {
		if a.Predictions != nil {
			if err := json.NewEncoder(a.Predictions).Encode(map[string]any{"tokens": r.tokens, "labels": system[i]}); err != nil {
				return nil, fault.New(fault.Other, "score.attribution", "predictions", err)
			}
		}
		for k, kind := range partNames {
			counts[k].labels(r.labels, system[i], kind)
		}
	}
	m := attributionMetrics(&counts)
	m["rows"] = len(rows)
	return m, nil
}

// labels counts one row's spans of one kind.
func (o *overlap) labels(gold, system []string, kind string) {
	g, s := runs(gold, kind), runs(system, kind)
	o.gold, o.system = o.gold+len(g), o.system+len(s)
	for _, x := range g {
		if slices.Contains(s, x) {
			o.hit++
		}
	}
	for i := range gold {
		a, b := len(gold[i]) > 2 && gold[i][2:] == kind, len(system[i]) > 2 && system[i][2:] == kind
		if a && b {
			o.both++
		}
		if a || b {
			o.either++
		}
	}
}

// runs reads the spans of one kind: a begin and the insides after it; an inside
// without its begin begins a span, as in the shared tasks on chunks.
func runs(labels []string, kind string) [][2]int {
	var out [][2]int
	for i := 0; i < len(labels); i++ {
		if len(labels[i]) < 3 || labels[i][2:] != kind {
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] == "I-"+kind {
			j++
		}
		out = append(out, [2]int{i, j})
		i = j - 1
	}
	return out
}
