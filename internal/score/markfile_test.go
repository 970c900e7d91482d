package score

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/internal/fault"
	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// folder writes files into a folder of their own.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
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

const inventedTrees = `# sent_id = a-1
1	Ada	Ada	PROPN	NNP	_	3	nsubj	_	_
2	Korn	Korn	PROPN	NNP	_	1	flat	_	_
3	left	leave	VERB	VBD	_	0	root	_	_
4	Velk	Velk	PROPN	NNP	_	3	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = a-2
1	Rain	rain	NOUN	NN	_	2	nsubj	_	_
2	fell	fall	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

func TestMarksOnTrees(t *testing.T) {
	dir := folder(t, map[string]string{
		"parse/a.conllu": inventedTrees,
		"marks.tsv":      "# set: Invented\r\n# licence: none\r\n# trees: parse/a.conllu\r\n# style: full\r\n# anything else\r\na-1\t1-2:PER 4:LOC\r\n",
	})
	m, err := ReadMarkFile(filepath.Join(dir, "marks.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if m.Set != "Invented" || m.Licence != "none" || m.Trees != "parse/a.conllu" || m.Texts != "" || m.Style != tag.Full {
		t.Errorf("head: %+v", m)
	}
	doc, names, err := m.Document(dir)
	if err != nil || len(doc.Sentences) != 2 {
		t.Fatal(err)
	}
	want := []syntax.Name{{Start: 0, End: 2, Kind: syntax.PersonName}, {Start: 3, End: 4, Kind: syntax.LocationName}}
	if len(names[0]) != 2 || names[0][0] != want[0] || names[0][1] != want[1] || len(names[1]) != 0 {
		t.Errorf("got %v", names)
	}
}

func TestWrongMarks(t *testing.T) {
	const head = "# set: s\n# trees: a.conllu\n"
	for name, c := range map[string]struct {
		file string
		kind fault.Kind
	}{
		"no such kind":     {head + "a-1\t1:WHO\n", fault.Invalid},
		"backwards":        {head + "a-1\t2-1:PER\n", fault.Invalid},
		"no number":        {head + "a-1\tx:PER\n", fault.Invalid},
		"no tab":           {head + "a-1 1:PER\n", fault.Invalid},
		"beyond the words": {head + "a-1\t5-6:PER\n", fault.Invalid},
		"counted from 0":   {head + "a-1\t0:PER\n", fault.Invalid},
		"no such sentence": {head + "a-9\t1:PER\n", fault.Invalid},
		"no such trees":    {"# trees: b.conllu\na-1\t1:PER\n", fault.NotFound},
		"no head":          {"a-1\t1:PER\n", fault.Invalid},
		"two heads":        {head + "# texts: t\na-1\t1:PER\n", fault.Invalid},
	} {
		dir := folder(t, map[string]string{"a.conllu": inventedTrees, "marks.tsv": c.file})
		m, err := ReadMarkFile(filepath.Join(dir, "marks.tsv"))
		if err == nil {
			_, _, err = m.Document(dir)
		}
		if fault.KindOf(err) != c.kind || err == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ReadMarks(filepath.Join(folder(t, map[string]string{"b.tsv": "x"}))); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a folder with a wrong file: %v", err)
	}
}

func TestMarksOnTexts(t *testing.T) {
	files := map[string]string{
		"texts/a.txt": "Ada Korn left Velk.", "texts/b.txt": "Rain fell.", "texts/c.txt": "Snow fell.",
		"marks.tsv": "# set: s\n# texts: texts\na.txt\t0-8:PER 14-18:LOC\nc.txt\t\n",
	}
	marked := func() ([]Marked, error) {
		dir := folder(t, files)
		m, err := ReadMarkFile(filepath.Join(dir, "marks.tsv"))
		if err != nil {
			t.Fatal(err)
		}
		return m.Marked(dir)
	}
	got, err := marked()
	if err != nil || len(got) != 2 { // b.txt has no line: it was not marked
		t.Fatalf("%v, %v", got, err)
	}
	a := got[0]
	if a.ID != "a.txt" || len(a.Marks) != 2 || a.Text[a.Marks[1].Start:a.Marks[1].End] != "Velk" || a.Marks[1].Kind != syntax.LocationName {
		t.Errorf("got %+v", a)
	}
	if got[1].ID != "c.txt" || len(got[1].Marks) != 0 {
		t.Errorf("got %+v", got[1])
	}
	for _, line := range []string{"d.txt\t0-3:PER\n", "b.txt\t0-40:PER\n"} {
		files["marks.tsv"] = "# texts: texts\n" + line
		if _, err := marked(); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %v", line, err)
		}
	}
}

func TestReadTexts(t *testing.T) {
	dir := folder(t, map[string]string{
		"f/b.txt": "Rain fell.", "f/a.txt": "Snow fell.", "f/c.md": "no text", "f/sub/d.txt": "below",
		"f/c.tml":  "<?xml version=\"1.0\"?>\n<TimeML>\n<TEXT>Hail <EVENT eid=\"e1\">fell</EVENT>.</TEXT>\n</TimeML>\n",
		"t.tsv":    "id\tsentence\n1\tA \"tent\" fell.\n2\tTwo fell.\n",
		"t.csv":    "text,sentence\n\"One, two.\",no\nThree.\n",
		"none.csv": "id,words\n1,One\n",
	})
	for name, want := range map[string]string{
		"f":        "a.txt=Snow fell.|b.txt=Rain fell.|c.tml=Hail fell.",
		"t.tsv":    "1=A \"tent\" fell.|2=Two fell.",
		"t.csv":    "1=One, two.|2=Three.", // the first such column
		"none.csv": "",
	} {
		texts, err := ReadTexts(filepath.Join(dir, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var got []string
		for _, x := range texts {
			got = append(got, x.ID+"="+strings.TrimSpace(x.Text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	for _, name := range []string{"nowhere", "nowhere.tsv"} {
		if _, err := ReadTexts(filepath.Join(dir, name)); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSentenceEndsOfReports(t *testing.T) {
	r, err := reading.New(reading.Options{Language: en.Language()})
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{"reports/x": ""})
	f, err := os.Create(filepath.Join(dir, "reports", "r.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	out := json.NewEncoder(z)
	for url, text := range map[string]string{"u/1": "Rain fell. Ada Korn left Velk.", "u/2": "Never marked. Never read."} {
		if err := out.Encode(map[string]string{"url": url, "text": text}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	f.Close()
	for name, c := range map[string]struct {
		lines     string
		sentences int
		f1        float64
		err       fault.Kind
	}{
		"right":          {"u/1\t10 30\n", 2, 1, fault.Other},
		"one too many":   {"u/1\t30\n", 1, 0, fault.Other},
		"one of three":   {"u/1\t10 19 30\n", 3, 0.4, fault.Other},
		"no such report": {"u/3\t10\n", 0, 0, fault.Invalid},
		"no number":      {"u/1\tten\n", 0, 0, fault.Invalid},
	} {
		gold := filepath.Join(dir, "gold.tsv")
		if err := os.WriteFile(gold, []byte("# reports: reports/r.jsonl.gz\n"+c.lines), 0o644); err != nil {
			t.Fatal(err)
		}
		m, err := SentencesTask(Args{Gold: gold, Data: dir, Reader: r})
		if c.err != fault.Other {
			if fault.KindOf(err) != c.err {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if f1 := m["sentences_f1"].(float64); m["sentences"] != c.sentences || m["reports"] != 1 || f1 < c.f1-1e-3 || f1 > c.f1+1e-3 {
			t.Errorf("%s: %v", name, m)
		}
	}
}
