package token

import (
	"strings"
	"testing"
	"time"
)

// TestLinear holds that no input takes more than its share of time: 256 kB
// of each pattern; the bound is generous, since machines are busy.
func TestLinear(t *testing.T) {
	tok := tokenizer(t)
	for _, unit := range []string{
		"a", "A", "a ", "a@", "@", "1-", "1,", "1:", "1.", "1/", "a.", "a-", "a'", "a’", "a&", "A&", "a/", "a*", "$", "US$", "U.S.", "http://", "www.", "x@y.z",
		"'", `"`, "“", "”", "‘", "’", "«", "(", ")", ". ", ".", "...", "…", "-", "--", "•", "• ", "\u0301", "\u200d", "\u202e", "👨‍👩‍👧", "日", "日本語 ", "\xff", "\x00", "\n", "\n\n", "a\n",
		"Dr. ", "J. ", "No. ", "n't", "'s ", "KYIV, ", "KYIV — ", "By A ", "* a\n", "A. a ", "He said “go ", `He said "go `, "ab-cd-", "1a", "12-34-", "anti-", "( \" ' ", "a_", "#a", ":)", "+1-",
	} {
		text := strings.Repeat(unit, (1<<18)/len(unit))
		start := time.Now()
		d := tok.Document(text)
		tok.Language(text)
		if testing.Verbose() {
			t.Logf("%q %v", unit, time.Since(start))
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q: %v for 256 kB", unit, took)
		}
		if why := broken(text, d); why != "" {
			t.Errorf("%q: %.60s", unit, why)
		}
	}
}
