package score

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// NamesTask measures names, exact in extent and kind. The gold is a file in
// IOB2 (a folder of them) or of marks (MarkFile), whose tokens are given, or a
// folder of the re3d corpus, whose text is read whole. Of re3d the marks that hold a proper name
// count, without a leading article; see Marked.Named. Predictions are written as
// "token, gold, predicted" rows or as "document, start, end, kind, text" rows.
func NamesTask(a Args) (Metrics, error) {
	if strings.HasSuffix(a.Gold, ".tsv") {
		return scoreMarks(a)
	}
	files := iobFiles(a.Gold)
	if len(files) > 0 {
		return scoreIOB(a, files)
	}
	docs, err := ReadRe3d(a.Gold)
	if err != nil {
		return nil, err
	}
	if len(docs) == 0 {
		return nil, fault.New(fault.Invalid, "score.names", a.Gold, nil).Hinted("give a file in IOB2 or a folder with documents.json and entities.json")
	}
	return scoreRe3d(a, docs)
}

func iobFiles(path string) []string {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return []string{path}
	}
	files, _ := filepath.Glob(filepath.Join(path, "*.iob2"))
	return files
}

// Counter counts names by kind, gold and found.
type Counter map[syntax.NameKind]*struct{ right, gold, found int }

// NewCounter gives an empty counter.
func NewCounter() Counter { return Counter{} }

// Tokens counts the names of a sentence.
func (h Counter) Tokens(gold, found []syntax.Name) { h.count(tokenMarks(gold), tokenMarks(found)) }

// Text counts the proper names of a marked text against those that a document
// of it holds, and gives the latter.
func (h Counter) Text(gold *Marked, doc *syntax.Document) (all []Mark) {
	found := Marked{Text: gold.Text, Marks: TextMarks(doc)}
	for _, nationality := range []bool{false, true} {
		got := found.Named(nationality)
		h.count(gold.Named(nationality), got)
		all = append(all, got...)
	}
	return all
}

// String shows F1, all together and by kind.
func (h Counter) String() string {
	m := h.metrics()
	s := fmt.Sprintf("F1 %.3f (p %.3f r %.3f)", m["f1"], m["p"], m["r"])
	for _, k := range namedKinds {
		if r, ok := m[k.name].(map[string]float64); ok {
			s += fmt.Sprintf(", %s %.3f", k.name, r["f1"])
		}
	}
	return s
}

var namedKinds = []struct {
	kind syntax.NameKind
	name string
}{{syntax.PersonName, "person"}, {syntax.OrganisationName, "organisation"}, {syntax.LocationName, "location"}, {syntax.NationalityName, "nationality"}}

// count compares two sets of (start, end, kind).
func (h Counter) count(gold, found []Mark) {
	at := map[Mark]bool{}
	for _, g := range gold {
		at[g] = true
		h.of(g.Kind).gold++
	}
	for _, f := range found {
		h.of(f.Kind).found++
		if at[f] {
			h.of(f.Kind).right++
		}
	}
}

func (h Counter) of(k syntax.NameKind) *struct{ right, gold, found int } {
	if h[k] == nil {
		h[k] = &struct{ right, gold, found int }{}
	}
	return h[k]
}

// metrics gives F1 over persons, organisations and places together, and each
// kind's own.
func (h Counter) metrics() Metrics {
	m := Metrics{}
	var right, gold, found int
	for _, k := range namedKinds {
		c := h[k.kind]
		if c == nil {
			continue
		}
		m[k.name] = rates(c.right, c.gold, c.found)
		if k.kind != syntax.NationalityName {
			right, gold, found = right+c.right, gold+c.gold, found+c.found
		}
	}
	all := rates(right, gold, found)
	m["f1"], m["p"], m["r"] = all["f1"], all["p"], all["r"]
	return m
}

func rates(right, gold, found int) map[string]float64 {
	p, r := float64(right)/float64(max(found, 1)), float64(right)/float64(max(gold, 1))
	return map[string]float64{"p": p, "r": r, "f1": 2 * p * r / max(p+r, 1e-9)}
}

func scoreIOB(a Args, files []string) (Metrics, error) {
	h := NewCounter()
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		sentences, text, err := ReadIOB(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		if len(sentences) == 0 {
			return nil, fault.New(fault.Invalid, "score.names", path, nil).Hinted("the file holds no labelled token")
		}
		doc := &syntax.Document{Text: text}
		for _, s := range sentences {
			doc.Sentences = append(doc.Sentences, s.Sentence)
		}
		a.Reader.Names(doc, tag.Bare)
		for i := range doc.Sentences {
			found := doc.Sentences[i].Names
			h.Tokens(Spans(sentences[i].Labels), found)
			if a.Predictions != nil {
				writeIOB(a, &sentences[i], found)
			}
		}
	}
	return h.metrics(), nil
}

// scoreMarks measures names against a file of marks on a treebank's words.
func scoreMarks(a Args) (Metrics, error) {
	m, err := ReadMarkFile(a.Gold)
	if err != nil {
		return nil, err
	}
	if m.Trees == "" {
		return nil, fault.New(fault.Invalid, "score.names", a.Gold, nil).Hinted("only marks on a treebank can be measured with")
	}
	doc, gold, err := m.Document(a.Data)
	if err != nil {
		return nil, err
	}
	a.Reader.Names(doc, m.Style)
	h := NewCounter()
	for i := range doc.Sentences {
		h.Tokens(gold[i], doc.Sentences[i].Names)
		if a.Predictions != nil {
			s := &Labelled{Sentence: doc.Sentences[i], Labels: labelsOf(len(doc.Sentences[i].Tokens), gold[i])}
			writeIOB(a, s, doc.Sentences[i].Names)
		}
	}
	return h.metrics(), nil
}

// tokenMarks are names as marks whose offsets count tokens; other kinds than
// person, organisation and place are left out.
func tokenMarks(names []syntax.Name) (out []Mark) {
	for _, n := range names {
		if tag.NameLabels[n.Kind] != "" && n.Kind != syntax.OtherName {
			out = append(out, Mark{n.Start, n.End, n.Kind})
		}
	}
	return out
}

func writeIOB(a Args, s *Labelled, found []syntax.Name) {
	labels := labelsOf(len(s.Tokens), found)
	for i, t := range s.Tokens {
		fmt.Fprintf(a.Predictions, "%s\t%s\t%s\n", t.Text, s.Labels[i], labels[i])
	}
	fmt.Fprintln(a.Predictions)
}

// labelsOf gives n tokens the labels of the names among them.
func labelsOf(n int, names []syntax.Name) []string {
	labels := make([]string, n)
	for i := range labels {
		labels[i] = "O"
	}
	for _, n := range names {
		if l := tag.NameLabels[n.Kind]; l != "" && n.Kind != syntax.OtherName {
			for i := n.Start; i < n.End; i++ {
				labels[i] = "I-" + l
			}
			labels[n.Start] = "B-" + l
		}
	}
	return labels
}

func scoreRe3d(a Args, docs []Marked) (Metrics, error) {
	h := NewCounter()
	for i := range docs {
		d := &docs[i]
		doc := a.Reader.Analyse(d.Text)
		a.Reader.Names(doc, tag.Full)
		for _, m := range h.Text(d, doc) {
			if a.Predictions != nil {
				fmt.Fprintf(a.Predictions, "%s\t%d\t%d\t%s\t%s\n", d.ID, m.Start, m.End, kindName(m.Kind), strings.Join(strings.Fields(d.Text[m.Start:m.End]), " "))
			}
		}
	}
	return h.metrics(), nil
}

func kindName(k syntax.NameKind) string {
	for _, n := range namedKinds {
		if n.kind == k {
			return n.name
		}
	}
	return ""
}

// TextMarks are a document's names as marks whose offsets count bytes.
func TextMarks(doc *syntax.Document) (out []Mark) {
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for _, n := range s.Names {
			if kindName(n.Kind) != "" {
				out = append(out, Mark{s.Tokens[n.Start].Start, s.Tokens[n.End-1].End, n.Kind})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}
