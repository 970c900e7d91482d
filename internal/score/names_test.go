package score

import (
	"strings"
	"testing"

	"sitrep/internal/syntax"
)

func TestReadIOB(t *testing.T) {
	for name, in := range map[string]string{
		"two columns":    "Ada B-PER\nKorn I-PER\nleft O\n\nVelk\tB-LOC\n",
		"counted":        "# sent_id = x\n# text = Ada Korn left\n1\tAda\tB-PER\t-\tann\n2\tKorn\tI-PER\t-\tann\n3\tleft\tO\t-\tann\n\n1\tVelk\tB-LOC\t-\tann\n",
		"four columns":   "Ada NNP B-NP B-PER\nKorn NNP I-NP I-PER\nleft VBD O O\n\nVelk NNP B-NP B-LOC\n",
		"windows":        "\ufeffAda\tB-PER\r\nKorn\tI-PER\r\nleft\tO\r\n\r\nVelk\tB-LOC\r\n",
		"stray insides":  "Ada\tI-PER\nKorn\tI-PER\nleft\tO\n\nVelk\tI-LOC\n",
		"longer classes": "Ada\tB-PERSON\nKorn\tI-PERSON\nleft\tO\n\nVelk\tB-GPE\n",
	} {
		s, text, err := ReadIOB(strings.NewReader(in))
		if err != nil || len(s) != 2 {
			t.Errorf("%s: %d sentences, %v", name, len(s), err)
			continue
		}
		got := Spans(s[0].Labels)
		if len(got) != 1 || got[0] != (syntax.Name{Start: 0, End: 2, Kind: syntax.PersonName}) {
			t.Errorf("%s: names %v of labels %v", name, got, s[0].Labels)
		}
		if v := Spans(s[1].Labels); len(v) != 1 || v[0].Kind != syntax.LocationName {
			t.Errorf("%s: names %v", name, v)
		}
		if tok := s[0].Tokens[1]; text[tok.Start:tok.End] != "Korn" {
			t.Errorf("%s: token at %q", name, text[tok.Start:tok.End])
		}
	}
}

func TestNamedMarks(t *testing.T) {
	m := Marked{Text: "The Dornian forces and we saw the camp in Velk."}
	m.Marks = []Mark{{0, 18, syntax.OrganisationName}, {4, 11, syntax.LocationName}, {23, 25, syntax.OrganisationName}, {30, 38, syntax.LocationName}, {42, 46, syntax.LocationName}}
	got := m.Named(false)
	if len(got) != 2 || got[0].Start != 4 || got[1].Start != 42 {
		t.Errorf("got %v", got)
	}
}
