package score

import (
	"os"
	"path/filepath"
	"testing"

	"sitrep/internal/gold"
	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
)

const inventedEntities = `# newdoc id = a
# newpar
1	Emily	Emily	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-cf1-1,2-coref
2	Lossan	Lossan	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	Velk	Velk	PROPN	NNP	_	3	obj	_	Entity=(2-place-new-cf2-1-sgl)|SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-cf1-1-ana)
2	lost	lose	VERB	VBD	_	0	root	_	_
3	her	she	PRON	PRP$	_	4	nmod:poss	_	Entity=(3-object-new-cf2-2-sgl(1-person-giv:act-cf1-1-ana)
4	hat	hat	NOUN	NN	_	2	obj	_	Entity=3)|SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

`

func TestCoreferenceGold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.conllu")
	if err := os.WriteFile(path, []byte(inventedEntities), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, err := readCorefDocs(path)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	d := docs[0]
	if want := "Emily Lossan left Velk. She lost her hat. "; d.text != want {
		t.Errorf("text %q, want %q", d.text, want)
	}
	var got []string
	for _, m := range d.mentions {
		s := m.entity + " " + d.text[m.start:m.end]
		if m.named {
			s += " named"
		}
		if m.pronoun != "" {
			s += " pronoun"
		}
		got = append(got, s)
	}
	want := []string{"1 Emily Lossan named", "2 Velk", "1 She pronoun", "3 her hat", "1 her pronoun"}
	if len(got) != len(want) {
		t.Fatalf("%q, want %q", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}

// TestCoreference holds how often he and she are understood.
func TestCoreference(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many texts")
	}
	path := gold.Path(t, "parse", "en_gum_FREE-CCBY-subset_dev.conllu")
	r, err := reading.New(reading.Options{Language: en.Language()})
	if err != nil {
		t.Fatal(err)
	}
	m, err := CoreferenceTask(Args{Gold: path, Language: en.Language(), Reader: r})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(m)
	if m["accuracy"].(float64) < 0.82 {
		t.Errorf("accuracy %v; 0.82 is expected", m["accuracy"])
	}
}
