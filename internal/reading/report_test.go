package reading

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/record"
)

// TestReports reads whole short reports, written for the project, and compares
// who said what, the positions and the conflicts with what their files expect.
func TestReports(t *testing.T) {
	files, err := filepath.Glob("testdata/reports/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d reports, %v", len(files), err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		parts := sections(string(raw))
		in := Input{Text: strings.TrimSuffix(parts["report"], "\n")}
		for _, line := range strings.Split(parts["given"], "\n") {
			switch k, v, _ := strings.Cut(line, " "); k {
			case "published":
				in.Published = record.Date(v)
			case "outlet":
				in.Outlet = v
			}
		}
		got := expected(testReader(t).Read(in))
		head, _, _ := strings.Cut(string(raw), "-- statements --\n")
		if *update {
			if err := os.WriteFile(f, []byte(head+got), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if head+got != string(raw) {
			t.Errorf("%s: got\n%s\nwant\n%s", f, got, strings.TrimPrefix(string(raw), head))
		}
	}
}

// sections cuts a txtar file at its "-- name --" lines.
func sections(s string) map[string]string {
	out := map[string]string{}
	name := ""
	for line := range strings.Lines(s) {
		if strings.HasPrefix(line, "-- ") && strings.HasSuffix(line, " --\n") {
			name = line[3 : len(line)-4]
			continue
		}
		out[name] += line
	}
	return out
}

// expected writes what a report's file holds after the report.
func expected(r *record.Reading) string {
	var b strings.Builder
	b.WriteString("-- statements --\n")
	for _, s := range brief(r) {
		b.WriteString(strings.TrimSpace(s) + "\n")
	}
	for _, s := range r.Statements {
		if s.Source.Kind == record.OwnVoice {
			fmt.Fprintf(&b, "(outlet) %s | %s", s.Content[0].Text, s.Modality)
			for _, h := range s.Chain {
				fmt.Fprintf(&b, " via %s %s", h.Outlet, h.Cue)
			}
			b.WriteString("\n")
		}
	}
	b.WriteString("-- positions --\n")
	for _, p := range r.Positions {
		fmt.Fprintf(&b, "%s | %s | %s | %s", p.Name, p.Issue, p.Stance, p.Channel)
		for _, x := range [][2]string{{"terms", p.Terms}, {"condition", p.Condition}, {"since", string(p.Since)}, {"until", string(p.Until)}} {
			if x[1] != "" {
				fmt.Fprintf(&b, " %s=%q", x[0], x[1])
			}
		}
		b.WriteString("\n")
	}
	b.WriteString("-- conflicts --\n")
	for _, c := range r.Conflicts {
		fmt.Fprintf(&b, "%s %s: %s\n", c.Kind, c.Issue, c.Why)
	}
	return b.String()
}
