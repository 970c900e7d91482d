package archive_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"sitrep/internal/archive"
	"sitrep/record"
)

func TestFirstDay(t *testing.T) {
	for d, want := range map[record.Date]string{
		"": "", "2023": "2023-01-01", "2023-09": "2023-09-01", "2023-09-14": "2023-09-14", "2025-04-19T18:00": "2025-04-19", "2022-FA": "2022-09-01",
		"2022-SP": "2022-03-01", "2023-WI": "2023-12-01", "2023-Q3": "2023-07-01", "2023-H2": "2023-07-01", "2023-W51": "2023-12-18", "2021-W01": "2021-01-04", "2020-W53": "2020-12-28",
		"2023-13": "", "2023-02-30": "", "2023-W99": "", "soon": "", "20230914": "", "2023-XX": "", "14.9.2023": "",
	} {
		if got := archive.FirstDay(d); got != want {
			t.Errorf("%s: %q, want %q", d, got, want)
		}
	}
	if got := archive.Day(record.Published{Value: "odd", From: "2023-09"}); got != "2023-09-01" {
		t.Errorf("from the interval: %q", got)
	}
}

func TestTerms(t *testing.T) {
	for typed, want := range map[string]string{
		"": "[]", "  ": "[]", "rain": "[{[rain] false false}]", "old bridge": "[{[old] false false} {[bridge] false false}]",
		`"old bridge"`: "[{[old bridge] false false}]", `"old`: "[{[old] false false}]", "“old bridge” x": "[{[old bridge] false false} {[x] false false}]",
		"-old": "[{[old] false true}]", `-"old bridge"`: "[{[old bridge] false true}]", "sig*": "[{[sig] true false}]", `"the old"*`: "[{[the old] true false}]",
		"it's": "[{[it s] false false}]", "cease-fire": "[{[cease fire] false false}]", "- *": "[]", "AND (x)": "[{[AND] false false} {[x] false false}]",
	} {
		if got := fmt.Sprint(archive.Terms(typed)); got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
}

// FuzzTerms: no term is empty, and its words hold letters and digits alone, so
// that nothing typed is taken for an operator.
func FuzzTerms(f *testing.F) {
	for _, s := range []string{"", `a "b c" -d e*`, "“x", "-", "\xff", `""*`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, term := range archive.Terms(typed) {
			if len(term.Words) == 0 {
				t.Errorf("an empty term of %q", typed)
			}
			for _, w := range term.Words {
				if w == "" || strings.ContainsAny(w, " \"'*-():^+{}\x00") {
					t.Errorf("word %q of %q", w, typed)
				}
			}
		}
	})
}

func TestDeadLetterKey(t *testing.T) {
	at := time.Date(2023, 9, 14, 0, 0, 0, 0, time.UTC)
	a := archive.DeadLetter{Origin: "x", Line: 1, Raw: []byte("raw"), At: at}.Prepared(at)
	b := archive.DeadLetter{Origin: "x", Line: 1, Raw: []byte("raw"), Reason: "other"}.Prepared(at)
	c := archive.DeadLetter{Origin: "x", Line: 2, Raw: []byte("raw")}.Prepared(at)
	if a.ID != b.ID || a.ID == c.ID || !utf8.ValidString(a.ID) || a.Times != 1 || a.Size != 3 {
		t.Errorf("%+v %+v %+v", a, b, c)
	}
}
