package reading

import (
	"testing"

	"sitrep/record"
)

// FuzzStatements holds, for any text, that every span of every statement is cut
// from the text, that contents hold something, and that chains, about and
// positions name statements of the same reading.
func FuzzStatements(f *testing.F) {
	f.Add("Marta Kolen said the dam was safe, adding that “it will hold.” According to plan, he left.")
	f.Add("“A,” he said, “B.” C, as cited by two officials close to X and other Y, said D (AP) - \n\n“E")
	f.Add("He denied it. It is not clear whether she would accept a deal, if the others, citing us, said")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		r := testReader(t).Read(Input{Text: text})
		ids := map[record.StatementID]bool{}
		for i := range r.Statements {
			ids[r.Statements[i].ID] = true
		}
		for i := range r.Statements {
			s := &r.Statements[i]
			spans := append([]record.Span{s.Span, s.Source.Span}, s.Content...)
			if s.Cue != nil {
				spans = append(spans, *s.Cue)
			}
			for _, p := range spans {
				if p.Start < 0 || p.End < p.Start || p.End > len(text) || text[p.Start:p.End] != p.Text {
					t.Errorf("span %d-%d is not %q", p.Start, p.End, p.Text)
				}
			}
			if len(s.Content) == 0 || s.Content[0].Empty() {
				t.Errorf("statement %s has no content", s.ID)
			}
			for _, h := range s.Chain {
				if h.Statement != "" && !ids[h.Statement] {
					t.Errorf("chain names %s, which is not there", h.Statement)
				}
			}
			for _, a := range s.About {
				if !ids[a] {
					t.Errorf("about names %s, which is not there", a)
				}
			}
		}
		for _, p := range r.Positions {
			if p.Statement != "" && !ids[p.Statement] {
				t.Errorf("position names %s, which is not there", p.Statement)
			}
		}
	})
}
