package parse

import (
	"os"
	"strings"
	"sync"
	"testing"

	"sitrep/internal/lang"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// reader opens the models that stand in the repository.
func reader(tb testing.TB) (*tag.Tagger, *Parser) {
	tb.Helper()
	l := lang.Language{Code: "en", Tables: os.DirFS("../lang/en/tables"), Models: os.DirFS("../lang/en/models")}
	t, err := tag.New(l)
	if err != nil {
		tb.Fatal(err)
	}
	p, err := Over(t, l)
	if err != nil {
		tb.Fatal(err)
	}
	return t, p
}

// words makes a document of one sentence from words parted by spaces.
func words(s string) *syntax.Document {
	d := &syntax.Document{Text: s}
	var sent syntax.Sentence
	at := 0
	for _, w := range strings.Fields(s) {
		at += strings.Index(s[at:], w)
		sent.Tokens = append(sent.Tokens, syntax.Token{Start: at, End: at + len(w), Text: w, Head: syntax.NoHead, SpaceAfter: true})
		at += len(w)
	}
	if len(sent.Tokens) > 0 {
		sent.End = len(s)
		d.Sentences = append(d.Sentences, sent)
	}
	return d
}

// tree writes a parsed sentence as "word<relation<head".
func tree(s *syntax.Sentence) string {
	var b strings.Builder
	for _, t := range s.Tokens {
		head := "-"
		if t.Head >= 0 {
			head = s.Tokens[t.Head].Text
		}
		b.WriteString(t.Text + "<" + t.Rel + "<" + head + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestTrees(t *testing.T) {
	tagger, parser := reader(t)
	for in, want := range map[string]string{
		"The envoy met the minister .":          "The<det<envoy envoy<nsubj<met met<root<- the<det<minister minister<obj<met .<punct<met",
		"Troops were moved by the commander .":  "Troops<nsubj:pass<moved were<aux:pass<moved moved<root<- by<case<commander the<det<commander commander<obl:agent<moved .<punct<moved",
		"Karvel said that Dornia wants peace .": "Karvel<nsubj<said said<root<- that<mark<wants Dornia<nsubj<wants wants<ccomp<said peace<obj<wants .<punct<said",
	} {
		d := words(in)
		tagger.Tag(d)
		parser.Parse(d)
		if got := tree(&d.Sentences[0]); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestDatelineHangs(t *testing.T) {
	tagger, parser := reader(t)
	d := words("VELK , Dec. 23 ( Wire ) — The envoy left .")
	d.Sentences[0].Body = 8
	tagger.Tag(d)
	parser.Parse(d)
	check(t, d)
	s := &d.Sentences[0]
	if s.Tokens[10].Head != -1 || s.Tokens[0].Head != 10 {
		t.Errorf("got %s", tree(s))
	}
}

// check holds the properties of every tree: one root, every head another token
// of the sentence, and every way up ends at the root.
func check(tb testing.TB, d *syntax.Document) {
	tb.Helper()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		roots := 0
		for j, t := range s.Tokens {
			if t.Head == -1 {
				roots++
			}
			if t.Head < -1 || t.Head >= len(s.Tokens) || t.Head == j || t.Rel == "" || (t.Rel == RootLabel) != (t.Head == -1) {
				tb.Fatalf("token %d: head %d, relation %q", j, t.Head, t.Rel)
			}
			up, steps := j, 0
			for ; up >= 0 && steps <= len(s.Tokens); steps++ {
				up = s.Tokens[up].Head
			}
			if up >= 0 {
				tb.Fatalf("token %d hangs in a ring", j)
			}
		}
		if roots != 1 {
			tb.Fatalf("%d roots", roots)
		}
	}
}

func FuzzParse(f *testing.F) {
	tagger, parser := reader(f)
	for _, s := range []string{"", "a", "\x00 \xff\xfe \u202e", "A B . C ? \" (", strings.Repeat("и ", 300), strings.Repeat("x", 5000), "НЕТ МИРА",
		"along the 90 - mile ( 145 - kilometer ) front line", "a 40 - foot ( 12 - meter ) trench ( 3 - mile ) road line", "5 mile ( 3 km ) a b line is 9 mile ( 2 km )"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := words(s)
		tagger.Tag(d)
		parser.Parse(d)
		check(t, d)
	})
}

func TestLongestSentence(t *testing.T) {
	tagger, parser := reader(t)
	d := words(strings.Repeat("the men who said that they , ", 2900))
	tagger.Tag(d)
	parser.Parse(d)
	if len(d.Sentences[0].Tokens) < 20000 {
		t.Fatal("too short")
	}
	s := &d.Sentences[0]
	for j, tok := range s.Tokens {
		if tok.Head < -1 || tok.Head >= len(s.Tokens) || tok.Head == j {
			t.Fatalf("token %d: head %d", j, tok.Head)
		}
	}
}

// Two goroutines read as one does.
func TestTogether(t *testing.T) {
	tagger, parser := reader(t)
	text := "Officials in Dornia said on Friday that the convoy had reached the northern town of Velk , where 300 people were waiting ."
	one := words(text)
	tagger.Tag(one)
	parser.Parse(one)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 20 {
				d := words(text)
				tagger.Tag(d)
				parser.Parse(d)
				if tree(&d.Sentences[0]) != tree(&one.Sentences[0]) {
					t.Error("another tree")
				}
			}
		})
	}
	wait.Wait()
}

func BenchmarkTagAndParse(b *testing.B) {
	tagger, parser := reader(b)
	d := words("Officials in Dornia said on Friday that the convoy had reached the northern town of Velk , where 300 people were waiting for food and medicine .")
	b.ReportAllocs()
	for b.Loop() {
		tagger.Tag(d)
		parser.Parse(d)
	}
	b.ReportMetric(float64(len(d.Sentences[0].Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// A measure in brackets does not part a measure from its noun.
func TestAside(t *testing.T) {
	tagger, parser := reader(t)
	for in, want := range map[string]string{
		"Dornia pressed on along the 90 - mile ( 145 - kilometer ) front line .": "line<obl<pressed",
		"They hold parts of the 90 - mile ( 145 - kilometer ) front line .":      "line<nmod<parts",
		"They dug a 40 - foot ( 12 - meter ) trench .":                           "trench<obj<dug",
	} {
		d := words(in)
		tagger.Tag(d)
		parser.Parse(d)
		if got := tree(&d.Sentences[0]); !strings.Contains(got, want) {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}
