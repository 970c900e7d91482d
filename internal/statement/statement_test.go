package statement

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"sitrep/internal/lang"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Trees written by hand, so that rules are tested apart from any parser.
const (
	saidThat = `1	Kolen	Kolen	PROPN	NNP	_	2	nsubj	_	_
2	said	say	VERB	VBD	_	0	root	_	_
3	that	that	SCONJ	IN	_	6	mark	_	_
4	it	it	PRON	PRP	_	6	nsubj	_	_
5	could	could	AUX	MD	_	6	aux	_	_
6	fail	fail	VERB	VB	_	2	ccomp	_	SpaceAfter=No
7	.	.	PUNCT	.	_	2	punct	_	_
`
	accordingTo = `1	It	it	PRON	PRP	_	2	nsubj	_	_
2	failed	fail	VERB	VBD	_	0	root	_	SpaceAfter=No
3	,	,	PUNCT	,	_	6	punct	_	_
4	according	accord	VERB	VBG	_	6	case	_	_
5	to	to	ADP	IN	_	4	fixed	_	_
6	engineers	engineer	NOUN	NNS	_	2	obl	_	SpaceAfter=No
7	.	.	PUNCT	.	_	2	punct	_	_
`
	toPlan = `1	It	it	PRON	PRP	_	2	nsubj	_	_
2	went	go	VERB	VBD	_	0	root	_	_
3	according	accord	VERB	VBG	_	5	case	_	_
4	to	to	ADP	IN	_	3	fixed	_	_
5	plan	plan	NOUN	NN	_	2	obl	_	SpaceAfter=No
6	.	.	PUNCT	.	_	2	punct	_	_
`
	accusedOf = `1	Kolen	Kolen	PROPN	NNP	_	2	nsubj	_	_
2	accused	accuse	VERB	VBD	_	0	root	_	_
3	Bress	Bress	PROPN	NNP	_	2	obj	_	_
4	of	of	SCONJ	IN	_	5	mark	_	_
5	lying	lie	VERB	VBG	_	2	advcl	_	SpaceAfter=No
6	.	.	PUNCT	.	_	2	punct	_	_
`
)

func tablesForTest(tb testing.TB) lang.Language {
	tb.Helper()
	return lang.Language{Code: "en", Tables: os.DirFS("../lang/en/tables"), Models: os.DirFS("testdata")}
}

func read(tb testing.TB, conllu string) *syntax.Document {
	tb.Helper()
	doc, err := syntax.ReadCoNLLU(strings.NewReader(conllu))
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

func TestHandMadeTrees(t *testing.T) {
	x, err := New(tablesForTest(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ tree, source, cue, content string }{
		{saidThat, "Kolen", "said", "that it could fail"},
		{accordingTo, "engineers", "according to", "It failed"},
		{toPlan, "", "", "It went according to plan"},
		{accusedOf, "Kolen", "accused", "Bress of lying"},
	} {
		out := x.Extract(read(t, c.tree), &record.Report{}, nil, nil)
		if len(out) != 1 {
			t.Errorf("%d statements for %q", len(out), c.content)
			continue
		}
		cue := ""
		if out[0].Cue != nil {
			cue = out[0].Cue.Text
		}
		if out[0].Source.Text != c.source || cue != c.cue || out[0].Content[0].Text != c.content {
			t.Errorf("got %q %q %q, want %q %q %q", out[0].Source.Text, cue, out[0].Content[0].Text, c.source, c.cue, c.content)
		}
	}
}

// TestSameIDs holds that reading twice gives the same ids.
func TestSameIDs(t *testing.T) {
	x, err := New(tablesForTest(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	report := &record.Report{ID: "r-1"}
	a, b := x.Extract(read(t, saidThat), report, nil, nil), x.Extract(read(t, saidThat), report, nil, nil)
	if a[0].ID != b[0].ID || a[0].ID == "" {
		t.Errorf("ids %q and %q", a[0].ID, b[0].ID)
	}
}

// lesson marks the first of the trees above as a person would.
func lesson(tb testing.TB) Lesson {
	doc := read(tb, saidThat)
	return Lesson{Doc: doc, Taught: []Taught{{
		Source: []record.Span{record.Cut(doc.Text, 0, 5)}, Cue: []record.Span{record.Cut(doc.Text, 6, 10)},
		Content: []record.Span{record.Cut(doc.Text, 11, 29)},
	}}}
}

// TestLearnWriteOpen trains on one sentence, writes, opens, and finds it again.
func TestLearnWriteOpen(t *testing.T) {
	s, err := NewSchool(tablesForTest(t))
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		s.Add(lesson(t))
	}
	m, err := s.Train(80, 1, func(string, int, float64) {})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := decodeLabeller(s.t, b.Bytes(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []*Labeller{m, again} {
		out := l.Label(lesson(t).Doc)
		if len(out) != 1 || out[0].Cue[0].Text != "said" || len(out[0].Content) != 1 || out[0].Content[0].Text != "that it could fail" || out[0].Source[0].Text != "Kolen" {
			t.Errorf("found %v", out)
		}
	}
	if got := strings.Join(again.Flat(lesson(t).Doc)[0], " "); got != "B-source B-cue B-content I-content I-content I-content O" {
		t.Errorf("flat: %s", got)
	}
}

// FuzzDecode holds that a damaged model is refused or opened, never a panic.
func FuzzDecode(f *testing.F) {
	s, err := NewSchool(tablesForTest(f))
	if err != nil {
		f.Fatal(err)
	}
	s.Add(lesson(f))
	m, err := s.Train(1, 1, func(string, int, float64) {})
	if err != nil {
		f.Fatal(err)
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(modelMagic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := decodeLabeller(s.t, data, nil); err == nil && m.cues == nil {
			t.Error("opened without its tables")
		}
	})
}

// FuzzView holds that extents cover what Sentence.Extent says, for any heads.
func FuzzView(f *testing.F) {
	f.Add([]byte{1, 255, 1, 2})
	f.Fuzz(func(t *testing.T, heads []byte) {
		if len(heads) > 40 {
			return
		}
		s := &syntax.Sentence{}
		for i, h := range heads {
			s.Tokens = append(s.Tokens, syntax.Token{Start: i, End: i + 1, Head: int(h)%(len(heads)+1) - 1})
		}
		for i := range s.Tokens { // only trees: no circles
			steps := 0
			for h := i; h >= 0; h = s.Tokens[h].Head {
				if steps++; steps > len(heads) {
					return
				}
			}
		}
		v := newView(strings.Repeat("x", len(heads)), 0, s)
		for i := range s.Tokens {
			if from, to := s.Extent(i); v.from[i] != from || v.to[i] != to {
				t.Errorf("token %d of %v: %d-%d, want %d-%d", i, heads, v.from[i], v.to[i], from, to)
			}
		}
	})
}
