package web

import (
	"strings"
	"testing"

	"sitrep/record"
)

// FuzzParagraphs: whatever the marks, the pieces rejoin to the text but for
// white space between paragraphs, and every piece stands where it says.
func FuzzParagraphs(f *testing.F) {
	f.Add("A said b.\n\nC killed 10 men.", 0, 1, 2, 6, 11, 25)
	f.Add("\n \n", 0, 0, 0, 0, 0, 0)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		var marks []mark
		for i, p := range [][2]int{{a, b}, {c, d}, {e, g}} {
			if p[0] >= 0 && p[0] < p[1] && p[1] <= len(text) {
				marks = append(marks, mark{record.Cut(text, p[0], p[1]), []string{"content", "figure", "cue"}[i], "x"})
			}
		}
		var joined strings.Builder
		for _, p := range paragraphs(text, marks) {
			for _, x := range p.Pieces {
				if text[x.Anchor:x.Anchor+len(x.Text)] != x.Text {
					t.Fatalf("piece %q does not stand at %d", x.Text, x.Anchor)
				}
				joined.WriteString(x.Text)
			}
		}
		if squeeze(joined.String()) != squeeze(text) {
			t.Fatalf("%q became %q", text, joined.String())
		}
	})
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestShortestMarkWins(t *testing.T) {
	text := "The mission said that 10 people died."
	ps := paragraphs(text, []mark{
		{record.Cut(text, 17, 36), "content", "s1"}, {record.Cut(text, 22, 31), "figure", "f1"},
		{record.Cut(text, 0, 11), "source", "s1"}, {record.Cut(text, 12, 16), "cue", "s1"},
	})
	var got []string
	for _, p := range ps[0].Pieces {
		got = append(got, p.Class+":"+p.Text)
	}
	want := "source:The mission|: |cue:said|: |content:that |figure:10 people| content: died|:."
	if g := strings.Join(got, "|"); g != strings.Replace(want, "| content: died", "|content: died", 1) {
		t.Errorf("got %s", g)
	}
}
