package tag

import (
	"strconv"
	"strings"
	"testing"

	"sitrep/internal/syntax"
)

// grow makes a tagged sentence with a tree from "form/UPOS/XPOS/head/rel".
func grow(text string) *syntax.Document {
	s := sentence(text)
	for i, w := range strings.Fields(text) {
		f := strings.Split(w, "/")
		h, _ := strconv.Atoi(f[3])
		s.Tokens[i].Head, s.Tokens[i].Rel = h-1, f[4]
	}
	return &syntax.Document{Sentences: []syntax.Sentence{*s}}
}

func TestAgree(t *testing.T) {
	z := lemmatizer(t)
	for _, c := range []struct {
		text string
		at   int
		want string
	}{
		{"They/PRON/PRP/2/nsubj went/VERB/VBD/0/root", 1, "Number=Plur|Person=3|Tense=Past|VerbForm=Fin"},
		{"Doe/PROPN/NNP/2/nsubj went/VERB/VBD/0/root", 1, "Number=Sing|Person=3|Tense=Past|VerbForm=Fin"},
		{"Doe/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Roe/PROPN/NNP/1/conj went/VERB/VBD/0/root", 3, "Number=Plur|Person=3|Tense=Past|VerbForm=Fin"},
		{"I/PRON/PRP/2/nsubj went/VERB/VBD/0/root and/CCONJ/CC/4/cc saw/VERB/VBD/2/conj", 3, "Number=Sing|Person=1|Tense=Past|VerbForm=Fin"},
		{"You/PRON/PRP/3/nsubj have/AUX/VBP/3/aux gone/VERB/VBN/0/root", 1, "Number=Sing|Person=2|Tense=Pres|VerbForm=Fin"},
		{"You/PRON/PRP/3/nsubj have/AUX/VBP/3/aux gone/VERB/VBN/0/root", 2, "Tense=Past|VerbForm=Part"},
		{"It/PRON/PRP/3/nsubj was/AUX/VBD/3/aux:pass taken/VERB/VBN/0/root", 2, "Tense=Past|VerbForm=Part|Voice=Pass"},
		{"saw/VERB/VBD/0/root it/PRON/PRP/1/obj", 1, "Case=Acc|Number=Sing|Person=3"},
		{"men/NOUN/NNS/0/root who/PRON/WP/3/nsubj went/VERB/VBD/1/acl:relcl", 2, "Number=Plur|Person=3|Tense=Past|VerbForm=Fin"},
		{"Stop/VERB/VB/0/root and/CCONJ/CC/3/cc leave/VERB/VB/1/conj", 2, "Mood=Imp|VerbForm=Fin"},
		{"to/PART/TO/2/mark stop/VERB/VB/0/root", 1, "VerbForm=Inf"},
		{"tried/VERB/VBD/0/root leaving/VERB/VBG/1/xcomp", 1, "VerbForm=Ger"},
		{"was/AUX/VBD/2/aux leaving/VERB/VBG/0/root", 1, "Tense=Pres|VerbForm=Part"},
	} {
		d := grow(c.text)
		z.Sentence(&d.Sentences[0])
		Agree(d)
		if got := d.Sentences[0].Tokens[c.at].Feats.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}
