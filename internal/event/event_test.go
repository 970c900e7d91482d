package event_test

import (
	"strings"
	"testing"

	"sitrep/internal/event"
	"sitrep/internal/lang/en"
	"sitrep/internal/syntax"
	"sitrep/record"
)

const attack = `# text = Gondrian forces attacked Minath on Monday.
1	Gondrian	gondrian	ADJ	JJ	_	2	amod	_	_
2	forces	force	NOUN	NNS	Number=Plur	3	nsubj	_	_
3	attacked	attack	VERB	VBD	_	0	root	_	_
4	Minath	Minath	PROPN	NNP	_	3	obj	_	_
5	on	on	ADP	IN	_	6	case	_	_
6	Monday	Monday	PROPN	NNP	_	3	obl	_	SpaceAfter=No
7	.	.	PUNCT	.	_	3	punct	_	_

`

func given(text string) event.Given {
	var g event.Given
	add := func(name, code, phrase string, kind record.ActorKind) {
		if i := strings.Index(text, phrase); i >= 0 {
			g.Actors = append(g.Actors, record.Actor{ID: record.NewActorID(name), Name: name, Kind: kind, Code: code,
				Mentions: []record.Mention{{Span: record.Cut(text, i, i+len(phrase)), Form: "name"}}})
		}
	}
	add("Gondrian armed forces", "GON MIL", "Gondrian forces", record.Force)
	add("Arnoria", "ARN", "Minath", record.State)
	return g
}

func TestExtract(t *testing.T) {
	x, err := event.New(en.Language(), nil)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := syntax.ReadCoNLLU(strings.NewReader(attack))
	if err != nil {
		t.Fatal(err)
	}
	report := &record.Report{ID: "r"}
	first, _ := x.Extract(doc, report, given(doc.Text))
	if len(first) != 1 || first[0].Type != "ASSAULT" || len(first[0].Actor) != 1 || first[0].Actor[0].Code != "GON MIL" ||
		len(first[0].Recipient) != 1 || first[0].Recipient[0].Code != "ARN" {
		t.Fatalf("got %+v", first)
	}
	again, _ := x.Extract(doc, report, given(doc.Text))
	if again[0].ID != first[0].ID {
		t.Errorf("ids differ: %s, %s", first[0].ID, again[0].ID)
	}
}

// FuzzExtract holds that whatever the tree and its labels, all extents lie in the text and hold
// the words that they claim.
func FuzzExtract(f *testing.F) {
	f.Add(attack)
	f.Add(strings.ReplaceAll(attack, "attacked\tattack", "agreed\tagree"))
	f.Add(strings.ReplaceAll(attack, "\tobj\t", "\txcomp\t"))
	x, err := event.New(en.Language(), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, conllu string) {
		doc, err := syntax.ReadCoNLLU(strings.NewReader(conllu))
		if err != nil || doc == nil {
			t.Skip()
		}
		for i := range doc.Sentences {
			if !tree(&doc.Sentences[i]) {
				t.Skip()
			}
		}
		check := func(s record.Span) {
			if s.Start < 0 || s.End > len(doc.Text) || s.Start > s.End || doc.Text[s.Start:s.End] != s.Text {
				t.Errorf("bad extent %+v", s)
			}
		}
		events, lines := x.Extract(doc, &record.Report{ID: "r"}, given(doc.Text))
		for _, e := range events {
			check(e.Span)
			for _, p := range append(append([]record.Party{}, e.Actor...), e.Recipient...) {
				check(p.Span)
			}
		}
		for _, l := range lines {
			check(l.Span)
		}
	})
}

// tree reports whether the heads make a tree, as the parser's always do.
func tree(s *syntax.Sentence) bool {
	for i := range s.Tokens {
		steps := 0
		for t := i; t >= 0; t = s.Tokens[t].Head {
			if t >= len(s.Tokens) || steps > len(s.Tokens) {
				return false
			}
			steps++
		}
	}
	return true
}

func BenchmarkExtract(b *testing.B) {
	x, err := event.New(en.Language(), nil)
	if err != nil {
		b.Fatal(err)
	}
	doc, err := syntax.ReadCoNLLU(strings.NewReader(attack))
	if err != nil {
		b.Fatal(err)
	}
	g := given(doc.Text)
	b.ReportAllocs()
	for b.Loop() {
		x.Extract(doc, &record.Report{ID: "r"}, g)
	}
}
