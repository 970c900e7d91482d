package tag

import (
	"os"
	"testing"

	"sitrep/internal/gold"
	"sitrep/internal/lang/en"
	"sitrep/internal/syntax"
)

func treebank(tb testing.TB, name string) *syntax.Document {
	tb.Helper()
	f, err := os.Open(gold.Path(tb, "parse", name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	d, err := syntax.ReadCoNLLU(f)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// TestMakeLemmas writes the table anew where LEMMAS names a file.
func TestMakeLemmas(t *testing.T) {
	out := os.Getenv("LEMMAS")
	if out == "" {
		t.Skip("LEMMAS is not set: the table of lemmas is not made anew")
	}
	f, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	train := []*syntax.Document{treebank(t, "en_ewt-ud-train.conllu"), treebank(t, "en_gum_FREE-CCBY-subset_train.conllu")}
	if err := WriteLemmas(f, train, os.DirFS("/usr/share/wordnet")); err != nil {
		t.Fatal(err)
	}
}

// TestLemmasOnTreebank measures lemmas given gold tags.
func TestLemmasOnTreebank(t *testing.T) {
	z, err := NewLemmatizer(en.Language())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"en_ewt-ud-dev.conllu", "en_gum_FREE-CCBY-subset_dev.conllu"} {
		d := treebank(t, name)
		right, all := 0, 0
		for n := range d.Sentences {
			s := &d.Sentences[n]
			want := make([]string, len(s.Tokens))
			for i := range s.Tokens {
				want[i] = s.Tokens[i].Lemma
			}
			z.Sentence(s)
			for i := range s.Tokens {
				all++
				if s.Tokens[i].Lemma == want[i] || want[i] == "_" {
					right++
				} else {
					t.Logf("MISS %s %s %s: %s, want %s", s.Tokens[i].Text, s.Tokens[i].UPOS, s.Tokens[i].XPOS, s.Tokens[i].Lemma, want[i])
				}
			}
		}
		acc := float64(right) / float64(all)
		t.Logf("%s: %.4f", name, acc)
		if acc < 0.975 {
			t.Errorf("%s: lemmas %.4f with gold tags", name, acc)
		}
	}
}
