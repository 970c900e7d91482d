package reading_test

import (
	"strings"
	"testing"
	"time"

	"sitrep/internal/lang/en"
	"sitrep/internal/reading"
)

// TestBadInput reads texts that no outlet would publish: no panic, bounded time,
// spans inside the text, and a reason where nothing is read.
func TestBadInput(t *testing.T) {
	r, err := reading.New(reading.Options{Language: en.Language()})
	if err != nil {
		t.Fatal(err)
	}
	long := func(s string, tokens int) string { return strings.Repeat(s, tokens/len(strings.Fields(s))) }
	for _, c := range []struct {
		name, text string
		unread     bool
	}{
		{"empty", "", true},
		{"controls", "The\x00 envoy\x07 said\x1b[31m that\x7f the troops had left the town.", false},
		{"broken UTF-8", "The envoy \xff\xfe said that the \xc3 troops had left the town.", false},
		{"binary", strings.Repeat("\xff\x00\x81\x9f", 5000), true},
		{"right to left", "\u202eThe envoy said that the troops had left\u202c the town, قال الرئيس.", false},
		{"Ukrainian", "Посол заявив, що війська залишили місто. Переговори тривають.", true},
		{"Russian", "Посол заявил, что войска покинули город. Это было вчера.", true},
		{"German", "Der Botschafter hat gesagt, dass die Truppen die Stadt nicht verlassen haben.", true},
		{"headline", "Envoy: troops left town", false},
		{"capitals", "THE ENVOY SAID THAT THE TROOPS HAD LEFT THE TOWN ON MONDAY. FIVE MEN WERE KILLED.", false},
		{"no punctuation", long("the envoy said the troops left the town and ", 2000), false},
		{"one long sentence", "The envoy said " + long("that the troops had left the town, ", 20000), false},
		{"many names", long("Ana Brull and Jo Doe of Arnor said that ", 20000), false},
		{"many figures", long("at least 5 killed and 10,000 injured since Monday, ", 20000), false},
		{"many quotes", long("“He left ‘then,” she said. \"No ", 20000), false},
		{"many brackets", long("( [ { \" ' ", 20000), true},
		{"one word", strings.Repeat("a", 200000), false},
	} {
		start := time.Now()
		out := r.Read(reading.Input{Text: c.text, Published: "2023-12-26"})
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %v", c.name, took)
		} else if testing.Verbose() {
			t.Logf("%s: %v, %d sentences, %d statements", c.name, took, len(out.Sentences), len(out.Statements))
		}
		if c.unread != (out.Report.Unread != "") {
			t.Errorf("%s: unread %q, language %q", c.name, out.Report.Unread, out.Report.Language)
		}
		for _, s := range out.Statements {
			if s.Span.Start < 0 || s.Span.End > len(c.text) || s.Span.Text != c.text[s.Span.Start:s.Span.End] {
				t.Errorf("%s: a statement outside the text", c.name)
				break
			}
		}
	}
}
