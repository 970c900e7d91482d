package reading

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"sitrep/internal/lang"
	"sitrep/record"
)

// brief writes a reading's attributed statements, one to a line: source, cue and
// content, then what is not the common case.
func brief(r *record.Reading) []string {
	var out []string
	number := map[record.StatementID]int{}
	for i, s := range r.Statements {
		number[s.ID] = i
	}
	n := 0
	for i := range r.Statements {
		if r.Statements[i].Source.Kind != record.OwnVoice {
			number[r.Statements[i].ID] = n
			n++
		}
	}
	for _, s := range r.Statements {
		if s.Source.Kind == record.OwnVoice {
			continue
		}
		cue := ""
		if s.Cue != nil {
			cue = s.Cue.Text
		}
		var content []string
		for _, c := range s.Content {
			content = append(content, c.Text)
		}
		line := s.Source.Text + " | " + cue + " | " + strings.Join(content, " … ") + " | " + string(s.Source.Kind)
		add := func(ok bool, f string, a ...any) {
			if ok {
				line += " " + fmt.Sprintf(f, a...)
			}
		}
		add(s.Channel != record.UnknownChannel, "%s", s.Channel)
		add(s.Modality != record.Asserted, "%s", s.Modality)
		add(s.Role != record.Claim, "%s", s.Role)
		add(s.Quoted != "indirect", "%s", s.Quoted)
		add(s.Negated, "negated")
		add(s.Probability != "", "%s", s.Probability)
		add(s.Source.Count > 0, "n=%d", s.Source.Count)
		add(s.Source.Former, "former")
		add(s.Source.Access != "", "access=%q", s.Source.Access)
		add(s.Source.Terms != "", "terms=%q", s.Source.Terms)
		add(s.Condition != nil, "condition=%q", conditionText(s.Condition))
		for _, h := range s.Chain {
			if h.Statement != "" {
				line += fmt.Sprintf(" via %d", number[h.Statement])
			} else {
				line += fmt.Sprintf(" via %s (%s)", h.Outlet, h.Cue)
			}
		}
		for _, a := range s.About {
			line += fmt.Sprintf(" about %d", number[a])
		}
		out = append(out, line)
	}
	return out
}

func conditionText(s *record.Span) string {
	if s == nil {
		return ""
	}
	return s.Text
}

// testReader opens the English reader once for all tests. Tests may not name a
// language's package, so its folders are opened by their place.
func testReader(tb testing.TB) *Reader {
	tb.Helper()
	reader.once.Do(func() {
		reader.r, reader.err = New(Options{Language: lang.Language{Code: "en", Tables: os.DirFS("../lang/en/tables"), Models: os.DirFS("../lang/en/models")}})
	})
	if reader.err != nil {
		tb.Fatal(reader.err)
	}
	return reader.r
}

var reader struct {
	once sync.Once
	r    *Reader
	err  error
}
