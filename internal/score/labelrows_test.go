package score

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestRowForms(t *testing.T) {
	want := labelRow{[]string{"Kolen", "said", "so"}, []string{"B-source", "B-cue", "B-content"}}
	for name, text := range map[string]string{
		"objects": `{"tokens": ["Kolen", "said", "so"], "labels": ["B-source", "B-cue", "B-content"]}`,
		"strings": `{"text": "Kolen said so", "tags": "B-source B-cue B-content"}`,
		"arrays":  `[["Kolen", "said", "so"], ["B-source", "B-cue", "B-content"]]`,
		"tab":     "Kolen said so\tB-source B-cue B-content",
		"turned":  "B-source B-cue B-content\tKolen said so",
		"bars":    "Kolen said so|||B-source B-cue B-content",
		"columns": "Kolen\tB-source\nsaid\tB-cue\nso\tB-content\n",
		"spaced":  "Kolen B-SOURCE\nsaid B-CUE\nso B-CONTENT\n",
	} {
		path := filepath.Join(t.TempDir(), "rows.txt")
		if err := os.WriteFile(path, []byte(text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		rows, err := readRows(path)
		if err != nil || len(rows) != 1 || !reflect.DeepEqual(rows[0], want) {
			t.Errorf("%s: %v %v", name, rows, err)
		}
	}
	path := filepath.Join(t.TempDir(), "none.txt")
	if err := os.WriteFile(path, []byte("3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readRows(path); err == nil {
		t.Error("a file without rows was read")
	}
}

func TestRunsAndOverlap(t *testing.T) {
	var o overlap
	o.labels(strings.Fields("B-cue I-cue O I-cue"), strings.Fields("B-cue I-cue O B-cue"), "cue")
	if m := o.metrics(); m["f1"] != 1 || m["jaccard"] != 1 {
		t.Errorf("%v", m)
	}
	o.labels(strings.Fields("B-cue O"), strings.Fields("B-cue I-cue"), "cue")
	if m := o.metrics(); m["p"] != 2.0/3 || m["jaccard"] != 0.8 {
		t.Errorf("%v", m)
	}
}

func TestBratCountsCharacters(t *testing.T) {
	text := "“Ja,” sagt Jörg."
	got := readBrat("T1\tSource 11 15\tJörg\nT2\tCue 6 10\tsagt\nT3\tContent 0 5\t“Ja,”\nE1\tAttribution:T9 Source:T1 Cue:T2 Content:T3\n", text)
	if len(got) != 1 || got[0].Source[0].Text != "Jörg" || got[0].Cue[0].Text != "sagt" || got[0].Content[0].Text != "“Ja,”" {
		t.Errorf("%v", got)
	}
}

func TestQuotationMarksOfARow(t *testing.T) {
	doc := documentOf([]labelRow{{tokens: []string{"``", "Yes", ",", "''", "he", "said", "."}}, {tokens: []string{"It", "held", ".", "''"}}})
	if len(doc.Quotes) != 2 || doc.Text[doc.Quotes[0].Start:doc.Quotes[0].End] != "“ Yes , ”" || doc.Quotes[1].Start != doc.Sentences[1].Start {
		t.Errorf("%v in %q", doc.Quotes, doc.Text)
	}
}

// FuzzRow holds that a row that is read has one label for each token.
func FuzzRow(f *testing.F) {
	f.Add(`{"tokens": ["a"], "labels": ["O"]}`)
	f.Add("a b\tO B-cue")
	f.Add("a|||O")
	f.Fuzz(func(t *testing.T, line string) {
		if line == "" {
			return
		}
		if row, ok := parseRow(line); ok && (len(row.tokens) != len(row.labels) || len(row.tokens) == 0) {
			t.Errorf("%d tokens, %d labels", len(row.tokens), len(row.labels))
		}
	})
}
