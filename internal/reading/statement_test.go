package reading

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expectations of cases and reports")

// TestStatementCases checks one-line cases, with invented names so that grammar is
// tested apart from knowledge.
func TestStatementCases(t *testing.T) {
	const file = "testdata/statements.tsv"
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	cases := 0
	for i, line := range lines {
		if line == "" || line[0] == '#' {
			continue
		}
		cases++
		text, _, _ := strings.Cut(line, "\t")
		got := text
		for _, s := range brief(testReader(t).Read(Input{Text: text})) {
			got += "\t" + strings.TrimSpace(s)
		}
		if *update {
			lines[i] = got
		} else if got != line {
			t.Errorf("%s:%d\n got %s\nwant %s", file, i+1, strings.ReplaceAll(got, "\t", "\n     "), strings.ReplaceAll(line, "\t", "\n     "))
		}
	}
	if cases < 150 {
		t.Errorf("only %d cases", cases)
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
