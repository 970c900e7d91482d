package score

import (
	"fmt"
	"strings"

	"sitrep/internal/fault"
	"sitrep/record"
)

// MarkedPair is a sentence with its source and target, and its gold root.
type MarkedPair struct {
	ID, Text       string
	Source, Target record.Span
	Root           string
}

// ReadMarkedPairs reads a TSV whose header names marked_sentence and gold_root.
// Where several places are marked, the two that stand nearest are the pair.
func ReadMarkedPairs(data string) ([]MarkedPair, error) {
	lines := strings.Split(strings.ReplaceAll(data, "\r", ""), "\n")
	at := map[string]int{}
	for i, h := range strings.Split(lines[0], "\t") {
		at[h] = i
	}
	marked, ok := at["marked_sentence"]
	root, ok2 := at["gold_root"]
	if !ok || !ok2 {
		return nil, fault.New(fault.Invalid, "score.ReadMarkedPairs", "header", nil).Hinted("the columns marked_sentence and gold_root are needed")
	}
	var out []MarkedPair
	for _, l := range lines[1:] {
		f := strings.Split(l, "\t")
		if len(f) <= max(marked, root) || f[root] == "" {
			continue
		}
		p := MarkedPair{Root: f[root]}
		if i, ok := at["sentence_id"]; ok {
			p.ID = f[i]
		}
		p.unmark(strings.Trim(f[marked], `"`))
		if p.Source.Empty() && p.Target.Empty() {
			continue
		}
		if p.Source.Empty() {
			p.Source = p.Target
		}
		if p.Target.Empty() {
			p.Target = p.Source
		}
		out = append(out, p)
	}
	return out, nil
}

// unmark takes the marks out of a sentence and keeps where they stood.
func (p *MarkedPair) unmark(s string) {
	var b strings.Builder
	var spans [2][][2]int
	open := [2]int{-1, -1}
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case strings.HasPrefix(rest, "<s>"), strings.HasPrefix(rest, "<t>"):
			open[which(rest[1])] = b.Len()
			i += 3
		case strings.HasPrefix(rest, "</s>"), strings.HasPrefix(rest, "</t>"):
			w := which(rest[2])
			if open[w] >= 0 && open[w] < b.Len() {
				spans[w] = append(spans[w], [2]int{open[w], b.Len()})
			}
			open[w] = -1
			i += 4
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	p.Text = b.String()
	best := 1 << 30
	for _, a := range spans[0] {
		for _, t := range spans[1] {
			if d := max(a[0]-t[1], t[0]-a[1]); d < best {
				best = d
				p.Source, p.Target = p.cut(a), p.cut(t)
			}
		}
	}
	if best == 1<<30 {
		if len(spans[0]) > 0 {
			p.Source = p.cut(spans[0][0])
		}
		if len(spans[1]) > 0 {
			p.Target = p.cut(spans[1][0])
		}
	}
}

func which(c byte) int {
	if c == 's' {
		return 0
	}
	return 1
}

// cut gives a span without the space around it.
func (p *MarkedPair) cut(a [2]int) record.Span {
	from, to := a[0], a[1]
	for from < to && p.Text[from] == ' ' {
		from++
	}
	for to > from && p.Text[to-1] == ' ' {
		to--
	}
	return record.Cut(p.Text, from, to)
}

// markedPairs measures the roots told of marked pairs.
func markedPairs(a Args, data string) (Metrics, error) {
	pairs, err := ReadMarkedPairs(data)
	if err != nil {
		return nil, err
	}
	model, err := a.Reader.Pairs(a.Language)
	if err != nil {
		return nil, err
	}
	var told, right []string
	for _, p := range pairs {
		doc, given := a.Reader.Ground(p.Text)
		root := "AGREE"
		if got, ok := model.Tell(doc, given, p.Source, p.Target); ok {
			root = got.Root
		}
		told, right = append(told, root), append(right, p.Root)
		if a.Predictions != nil {
			fmt.Fprintf(a.Predictions, "%s\t%s\t%s\t%s\n", p.ID, p.Root, root, p.Text)
		}
	}
	return PairMetrics(told, right), nil
}

// PairMetrics gives accuracy and macro-F1 over roots, quads, and cooperation
// against conflict.
func PairMetrics(told, right []string) Metrics {
	n := 0
	for i := range told {
		if told[i] == right[i] {
			n++
		}
	}
	return Metrics{"n": len(told), "accuracy": ratio(n, len(told)), "macro_f1": macroF1(told, right, func(s string) string { return s }),
		"quad_macro_f1": macroF1(told, right, quadOf), "cooperation_f1": macroF1(told, right, func(s string) string { return quadOf(s)[len(quadOf(s))-4:] })}
}

// quadOf gives a root's quad, as the marked pairs count them: material conflict
// holds SANCTION.
func quadOf(root string) string {
	switch root {
	case "AGREE", "CONSULT", "SUPPORT":
		return "verbal coop"
	case "COOPERATE", "AID", "YIELD", "CONCEDE", "RETREAT":
		return "material coop"
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return "verbal conf"
	}
	return "material conf"
}

// macroF1 is the mean F1 over the classes that the gold data has.
func macroF1(told, right []string, class func(string) string) float64 {
	type counts struct{ hit, told, right int }
	by := map[string]*counts{}
	at := func(c string) *counts {
		if by[c] == nil {
			by[c] = &counts{}
		}
		return by[c]
	}
	for i := range told {
		t, r := class(told[i]), class(right[i])
		at(t).told++
		at(r).right++
		if t == r {
			at(t).hit++
		}
	}
	sum, n := 0.0, 0
	for _, c := range by {
		if c.right == 0 {
			continue
		}
		n++
		if c.hit > 0 {
			sum += 2 * float64(c.hit) / float64(c.told+c.right)
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
