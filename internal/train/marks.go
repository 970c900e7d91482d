package train

import (
	"strings"

	"sitrep/internal/score"
)

// takeMarks learns from a file of marks, or measures with it: one whose set ends
// in "dev" is held out.
func (s *namesSet) takeMarks(m *score.MarkFile, data string) error {
	if !strings.HasSuffix(m.Set, "dev") {
		return s.learnMarks(m, data)
	}
	doc, names, err := m.Document(data)
	if err == nil {
		s.hold(m.Set, doc, names, m.Style)
	}
	return err
}

// learnMarks makes examples of what a file of marks marks, found below the folder
// of data.
func (s *namesSet) learnMarks(m *score.MarkFile, data string) error {
	if m.Trees != "" {
		doc, names, err := m.Document(data)
		if err == nil {
			s.learn(doc, names, m.Style)
		}
		return err
	}
	texts, err := m.Marked(data)
	if err != nil {
		return err
	}
	for _, t := range texts {
		s.learnText(t.Text, t.Marks, m.Style)
	}
	return nil
}
