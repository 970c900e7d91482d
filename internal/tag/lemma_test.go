package tag

import (
	"strings"
	"testing"

	"sitrep/internal/lang/en"
	"sitrep/internal/syntax"
)

func lemmatizer(tb testing.TB) *Lemmatizer {
	tb.Helper()
	z, err := NewLemmatizer(en.Language())
	if err != nil {
		tb.Fatal(err)
	}
	return z
}

// sentence makes a tagged sentence from "form/UPOS/XPOS" parted by spaces.
func sentence(s string) *syntax.Sentence {
	out := &syntax.Sentence{}
	for _, w := range strings.Fields(s) {
		f := strings.Split(w, "/")
		out.Tokens = append(out.Tokens, syntax.Token{Text: f[0], UPOS: syntax.ParseUPOS(f[1]), XPOS: f[2], Head: syntax.NoHead})
	}
	return out
}

func TestLemmas(t *testing.T) {
	z := lemmatizer(t)
	for _, c := range []struct{ word, want string }{
		{"troops/NOUN/NNS", "troops"}, {"shells/NOUN/NNS", "shell"}, {"cities/NOUN/NNS", "city"}, {"men/NOUN/NNS", "man"},
		{"children/NOUN/NNS", "child"}, {"viruses/NOUN/NNS", "virus"}, {"houses/NOUN/NNS", "house"}, {"crises/NOUN/NNS", "crisis"},
		{"series/NOUN/NNS", "series"}, {"NGOs/NOUN/NNS", "NGO"}, {"States/PROPN/NNPS", "State"}, {"Ukrainians/PROPN/NNPS", "Ukrainian"},
		{"said/VERB/VBD", "say"}, {"Said/VERB/VBD", "say"}, {"held/VERB/VBN", "hold"}, {"making/VERB/VBG", "make"}, {"running/VERB/VBG", "run"},
		{"shelled/VERB/VBD", "shell"}, {"killed/VERB/VBN", "kill"}, {"agreed/VERB/VBD", "agree"}, {"denies/VERB/VBZ", "deny"},
		{"dying/VERB/VBG", "die"}, {"seized/VERB/VBD", "seize"}, {"controlled/VERB/VBN", "control"}, {"visited/VERB/VBD", "visit"},
		{"found/VERB/VB", "found"}, {"found/VERB/VBD", "find"}, {"was/AUX/VBD", "be"}, {"n't/PART/RB", "not"}, {"wo/AUX/MD", "will"},
		{"better/ADJ/JJR", "good"}, {"larger/ADJ/JJR", "large"}, {"heaviest/ADJ/JJS", "heavy"}, {"biggest/ADJ/JJS", "big"},
		{"Russian/ADJ/JJ", "Russian"}, {"Heavy/ADJ/JJ", "heavy"}, {"Superior/ADJ/NNP", "Superior"}, {"KHARKIV/PROPN/NNP", "Kharkiv"},
		{"I/PRON/PRP", "I"}, {"them/PRON/PRP", "they"}, {"The/DET/DT", "the"}, {"Three/NUM/CD", "three"}, {"XIV/NUM/CD", "XIV"},
		{"blorfed/VERB/VBD", "blorf"}, {"strazing/VERB/VBG", "straze"}, {"Blorfs/NOUN/NNS", "blorf"},
	} {
		s := sentence(c.word)
		if z.Sentence(s); s.Tokens[0].Lemma != c.want {
			t.Errorf("%s: %s, want %s", c.word, s.Tokens[0].Lemma, c.want)
		}
	}
}

func TestFeats(t *testing.T) {
	z := lemmatizer(t)
	for _, c := range []struct {
		text string
		at   int
		want string
	}{
		{"He/PRON/PRP was/AUX/VBD killed/VERB/VBN", 2, "Tense=Past|VerbForm=Part|Voice=Pass"},
		{"He/PRON/PRP has/AUX/VBZ killed/VERB/VBN", 2, "Tense=Past|VerbForm=Part"},
		{"He/PRON/PRP has/AUX/VBZ been/AUX/VBN killed/VERB/VBN", 3, "Tense=Past|VerbForm=Part|Voice=Pass"},
		{"men/NOUN/NNS killed/VERB/VBN there/ADV/RB", 1, "Tense=Past|VerbForm=Part|Voice=Pass"},
		{"He/PRON/PRP left/VERB/VBD", 0, "Case=Nom|Gender=Masc|Number=Sing|Person=3"},
		{"He/PRON/PRP left/VERB/VBD", 1, "Tense=Past|VerbForm=Fin"},
		{"Stop/VERB/VB it/PRON/PRP", 0, "Mood=Imp|VerbForm=Fin"},
		{"to/PART/TO stop/VERB/VB", 1, "VerbForm=Inf"},
		{"after/SCONJ/IN seizing/VERB/VBG it/PRON/PRP", 1, "VerbForm=Ger"},
		{"larger/ADJ/JJR", 0, "Degree=Cmp"},
		{"they/PRON/PRP", 0, "Case=Nom|Number=Plur|Person=3"},
	} {
		s := sentence(c.text)
		z.Sentence(s)
		if got := s.Tokens[c.at].Feats.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestLemmasInContext(t *testing.T) {
	z := lemmatizer(t)
	for _, c := range []struct{ text, want string }{
		{"he/PRON/PRP 's/AUX/VBZ here/ADV/RB", "be"},
		{"he/PRON/PRP 's/AUX/VBZ been/AUX/VBN here/ADV/RB", "have"},
		{"he/PRON/PRP 'd/AUX/MD go/VERB/VB", "would"},
		{"he/PRON/PRP 'd/AUX/VBD gone/VERB/VBN", "have"},
	} {
		s := sentence(c.text)
		if z.Sentence(s); s.Tokens[1].Lemma != c.want {
			t.Errorf("%s: %s, want %s", c.text, s.Tokens[1].Lemma, c.want)
		}
	}
}

func BenchmarkLemmas(b *testing.B) {
	z := lemmatizer(b)
	s := sentence("The/DET/DT Troops/NOUN/NNS were/AUX/VBD making/VERB/VBG heavier/ADJ/JJR advances/NOUN/NNS in/ADP/IN KYIV/PROPN/NNP ././.")
	b.ReportAllocs()
	for b.Loop() {
		z.Sentence(s)
	}
}

func FuzzLemma(f *testing.F) {
	z := lemmatizer(f)
	f.Add("Making", uint8(syntax.VERB), "VBG")
	f.Add("\xff's", uint8(syntax.NOUN), "NNS")
	f.Fuzz(func(t *testing.T, form string, u uint8, xpos string) {
		// a lemma is never empty, and the memory gives what was found out first
		s := &syntax.Sentence{Tokens: []syntax.Token{{Text: form, UPOS: syntax.UPOS(u % 17), XPOS: xpos}}}
		z.Sentence(s)
		first := s.Tokens[0].Lemma
		if z.Sentence(s); form != "" && first == "" || s.Tokens[0].Lemma != first {
			t.Errorf("%q %d %q: lemma %q, then %q", form, u, xpos, first, s.Tokens[0].Lemma)
		}
	})
}
