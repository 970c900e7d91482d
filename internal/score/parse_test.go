package score

import (
	"strings"
	"testing"

	"sitrep/internal/gold"
	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
)

func reader(tb testing.TB) *reading.Reader {
	tb.Helper()
	r, err := reading.New(reading.Options{Language: en.Language()})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// TestSentenceBars holds the cutting of raw text against its bars.
func TestSentenceBars(t *testing.T) {
	for _, c := range []struct {
		file              string
		tokens, sentences float64
	}{
		{"en_ewt-ud-dev.conllu", 0.99, 0.85},
		{"en_gum_FREE-CCBY-subset_dev.conllu", 0.995, 0.95},
	} {
		m, err := SentencesTask(Args{Gold: gold.Path(t, "parse", c.file), Language: en.Language(), Reader: reader(t)})
		if err != nil {
			t.Fatal(err)
		}
		tokens, sentences := m["tokens_f1"].(float64), m["sentences_f1"].(float64)
		t.Logf("%s: tokens %.4f sentences %.4f", c.file, tokens, sentences)
		if tokens < c.tokens || sentences < c.sentences {
			t.Errorf("%s: tokens %.4f sentences %.4f, want %.3f %.3f", c.file, tokens, sentences, c.tokens, c.sentences)
		}
	}
}

const tree = `# newdoc id = a
# sent_id = 1
# text = They don't go.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = 2
# newpar
# text = Yes.
1	Yes	yes	INTJ	UH	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

`

func TestCompareWithItself(t *testing.T) {
	tb, err := parseTreebank(strings.NewReader(tree), "tree")
	if err != nil {
		t.Fatal(err)
	}
	if tb.text != "They don't go.\n\nYes." {
		t.Errorf("text %q", tb.text)
	}
	p := compare(tb.analysis(), tb.analysis())
	for name, c := range map[string]counts{"tokens": p.tokens, "sentences": p.sentences, "words": p.words, "upos": p.upos, "las": p.las, "clas": p.clas, "lemma": p.lemma} {
		if c.f1() != 1 || c.gold == 0 {
			t.Errorf("%s of a treebank against itself: %v", name, c)
		}
	}
	if p.tokens.gold != 6 || p.words.gold != 7 || p.clas.gold != 4 {
		t.Errorf("counts %v %v %v", p.tokens, p.words, p.clas)
	}
}

func TestCompare(t *testing.T) {
	gold, _ := parseTreebank(strings.NewReader(tree), "tree")
	for _, c := range []struct {
		from, to string // a change to the system's tree
		key      func(parseCounts) counts
		correct  int
	}{
		{"4	nsubj", "4	obj", func(p parseCounts) counts { return p.las }, 6},
		{"4	nsubj", "4	obj", func(p parseCounts) counts { return p.uas }, 7},
		{"4	nsubj", "4	nsubj:pass", func(p parseCounts) counts { return p.las }, 7},
		{"4	aux", "1	aux", func(p parseCounts) counts { return p.uas }, 6},
		{"4	aux", "1	aux", func(p parseCounts) counts { return p.clas }, 4},
		{"VERB	VB", "NOUN	VB", func(p parseCounts) counts { return p.upos }, 6},
		{"2	do	do", "2	do	doing", func(p parseCounts) counts { return p.lemma }, 6},
	} {
		system, err := parseTreebank(strings.NewReader(strings.Replace(tree, c.from, c.to, 1)), "system")
		if err != nil {
			t.Fatal(err)
		}
		if got := c.key(compare(gold.analysis(), system.analysis())).correct; got != c.correct {
			t.Errorf("%s for %s: %d right, want %d", c.to, c.from, got, c.correct)
		}
	}
}

func TestPredictionsReadBack(t *testing.T) {
	tb, _ := parseTreebank(strings.NewReader(tree), "tree")
	doc := reader(t).Analyse(tb.text)
	var b strings.Builder
	if err := writePredictions(&b, doc); err != nil {
		t.Fatal(err)
	}
	back, err := parseTreebank(strings.NewReader(b.String()), "predictions")
	if err != nil {
		t.Fatal(err)
	}
	if p := compare(tb.analysis(), back.analysis()); p.tokens.f1() != 1 || p.words.f1() != 1 || p.sentences.f1() != 1 {
		t.Errorf("%v %v %v from %s", p.tokens, p.words, p.sentences, b.String())
	}
}
