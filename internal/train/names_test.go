package train

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/internal/lang/en"
	"sitrep/internal/neural"
	"sitrep/internal/tag"
	"sitrep/internal/token"
)

// writeMarks writes a tiny treebank, its marks and those of a dev split into a
// folder: whoever speaks is a person, where they speak is a place.
func writeMarks(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	people := []string{"Ada", "Bo", "Korn", "Maglor", "Eldan", "Tarn"}
	towns := []string{"Velk", "Dornia", "Karst", "Ostrel", "Quellin", "Stellin"}
	var trees, marks strings.Builder
	marks.WriteString("# set: Invented, train\n# trees: a.conllu\n# style: bare\n")
	for i, p := range people {
		for k, town := range towns {
			id := fmt.Sprintf("s-%d-%d", i, k)
			fmt.Fprintf(&trees, "# sent_id = %s\n", id)
			for n, w := range []string{p, "spoke", "in", town, "."} {
				fmt.Fprintf(&trees, "%d\t%s\t_\t_\t_\t_\t0\t_\t_\t_\n", n+1, w)
			}
			trees.WriteString("\n")
			fmt.Fprintf(&marks, "%s\t1:PER 4:LOC\n", id)
		}
	}
	dev := strings.Replace(marks.String(), "train", "dev", 1)
	for name, text := range map[string]string{"a.conllu": trees.String(), "marks/a.tsv": marks.String(), "marks/b.tsv": dev,
		"marks/c.tsv": "# set: full, train\n# texts: nowhere\n# style: full\na.txt\t0-1:PER\n"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestNamesLearnFromMarks(t *testing.T) {
	l := en.Language()
	tagger, err := tag.New(l)
	if err != nil {
		t.Fatal(err)
	}
	known, err := tag.NewKnown(l, nil)
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := token.New(l)
	if err != nil {
		t.Fatal(err)
	}
	dir := writeMarks(t)
	o := NamesOptions{LabellerOptions: smallLabeller(), Marks: filepath.Join(dir, "marks"), Data: dir}
	o.Plan.Extra = 64
	var log bytes.Buffer
	o.Log = &log
	b, err := Names(tagger, nil, known, tokens, o)
	if err != nil {
		t.Fatal(err)
	}
	// 36 sentences, some again in other spellings; the dev split and the full marks teach nothing
	if !strings.HasPrefix(log.String(), "43 sentences") || !strings.Contains(log.String(), "Invented, dev: F1 1.000") {
		t.Errorf("log: %s", log.String())
	}
	f, err := neural.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	lab, err := neural.OpenLabeller(f, tag.NamesModel, nil)
	if err != nil {
		t.Fatal(err)
	}
	namer := tag.BuildNamer(lab, known)
	for in, want := range map[string]string{
		"Zorin spoke in Maven.": "Zorin=PER Maven=LOC",
		"Ada spoke in Velk.":    "Ada=PER Velk=LOC",
	} {
		doc := tokens.Document(in)
		tagger.Tag(doc)
		namer.Names(doc)
		var got []string
		for _, n := range doc.Sentences[0].Names {
			got = append(got, doc.Sentences[0].Span(doc.Text, n.Start, n.End).Text+"="+tag.NameLabels[n.Kind])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", in, got, want)
		}
	}
}

func TestNamesNeedTheirTexts(t *testing.T) {
	dir := writeMarks(t)
	s := &namesSet{}
	err := s.load(NamesOptions{Marks: filepath.Join(dir, "marks"), Data: t.TempDir()})
	if err == nil || !strings.Contains(err.Error(), "--data") {
		t.Errorf("got %v", err)
	}
}

func TestRespelt(t *testing.T) {
	for n, want := range map[int]string{3: "KORN", 7: "Korn", 11: "korn", 0: "", 15: ""} {
		got := ""
		if f := respelt(n); f != nil {
			got = f("korn")
		}
		if got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
