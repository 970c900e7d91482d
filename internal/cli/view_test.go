package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"sitrep/record"
)

const telling = "Ana Brull said on Monday that 5 men had died in Arnor."

// told is a reading made by hand.
func told() *record.Reading {
	cut := func(s string) record.Span {
		i := strings.Index(telling, s)
		return record.Cut(telling, i, i+len(s))
	}
	cue := cut("said")
	return &record.Reading{
		Text:   telling,
		Report: record.Report{ID: "r-1", Title: "Five dead", Outlet: "Gazette"},
		Statements: []record.Statement{{ID: "s-1", Span: record.Cut(telling, 0, len(telling)), Source: record.Source{Span: cut("Ana Brull"), Kind: record.Named},
			Cue: &cue, Content: []record.Span{cut("that 5 men had died in Arnor")}, Channel: record.Public, Modality: record.Asserted, Role: record.Claim, Rule: "statement/cue-verb"}},
		Figures: []record.Figure{{Span: cut("5 men had died"), Measure: "killed", Bound: "exact", Statement: "s-1", Rule: "figure/predicate"}},
		Times:   []record.Time{{Span: cut("Monday"), Type: "DATE", Value: "2023-09-04", Rule: "when/weekday"}},
		Places:  []record.Place{{Span: cut("Arnor"), Why: "no such place", Rule: "place/none"}},
	}
}

func TestTextView(t *testing.T) {
	var b bytes.Buffer
	viewText(&b, told(), false)
	for _, want := range []string{
		"Five dead · Gazette\n",
		"{Ana Brull} <said> on @Monday@ [that #5 men had died# in ^Arnor^].\n",
		"\nStatements\n  1  Ana Brull: claim · in public · asserted · “that 5 men had died in Arnor”\n     (statement/cue-verb)\n",
		"(when/weekday)", "no point: no such place",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the view lacks %q:\n%s", want, b.String())
		}
	}
}

func TestTextViewInColour(t *testing.T) {
	var b bytes.Buffer
	viewText(&b, told(), true)
	if want := "\x1b[0;1;36mAna Brull\x1b[0m \x1b[0;33msaid\x1b[0m on \x1b[0;34mMonday\x1b[0m \x1b[0;4mthat \x1b[0;4;35m5 men had died\x1b[0;4m in"; !strings.Contains(b.String(), want) {
		t.Errorf("the view lacks %q:\n%q", want, b.String())
	}
}

func TestViewShowsNoControls(t *testing.T) {
	var b bytes.Buffer
	r := &record.Reading{Text: "a\x1b[31mb\u202ec\x07\xff", Report: record.Report{ID: "r-1", Title: "x\x1b]0;y"}}
	viewText(&b, r, false)
	(&viewTable{out: &b}).print(r)
	if strings.ContainsAny(b.String(), "\x1b\x07\u202e") {
		t.Errorf("control characters reached the terminal: %q", b.String())
	}
}

func TestTableView(t *testing.T) {
	var b bytes.Buffer
	if err := (&viewTable{out: &b}).print(told()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 5 {
		t.Fatalf("%d lines, want a head and four records:\n%s", len(lines), b.String())
	}
	for _, l := range lines {
		if n := strings.Count(l, "\t"); n != 7 {
			t.Errorf("%d tabs in %q", n, l)
		}
	}
}

func TestUnreadView(t *testing.T) {
	var b bytes.Buffer
	viewText(&b, &record.Reading{Text: "Ні", Report: record.Report{ID: "r-1", Language: "uk", Unread: "the text is in Cyrillic letters"}}, false)
	if !strings.Contains(b.String(), "Not read: the text is in Cyrillic letters.") {
		t.Errorf("no reason: %s", b.String())
	}
}

func TestWrapper(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		{"aa bb cc", "aa bb\n  cc\n"},
		{"aa\nbb", "aa\nbb\n"},
		{"aaaaaaaaaa b", "aaaaaaaaaa\n  b\n"},
		{"", "\n"},
	} {
		var b bytes.Buffer
		w := newWrapper(&b, 6)
		w.hang = 2
		w.text(c.text)
		if w.end(); b.String() != c.want {
			t.Errorf("%q: %q, want %q", c.text, b.String(), c.want)
		}
	}
}

func FuzzMarks(f *testing.F) {
	f.Add("a b c d", 0, 3, 2, 5, 2, 3)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		// however spans lie, the words of the report come out in order and whole
		r := &record.Reading{Text: strings.Map(func(r rune) rune {
			if strings.ContainsRune("[]{}<>#@^", r) {
				return -1
			}
			return r
		}, text)}
		span := func(i, j int) record.Span { return record.Span{Start: i, End: j} }
		r.Statements = []record.Statement{{Source: record.Source{Span: span(a, b)}, Content: []record.Span{span(c, d)}}}
		r.Figures = []record.Figure{{Span: span(e, g)}, {Span: span(b, d)}}
		var out, bare bytes.Buffer
		writeMarked(&out, r, false, 20)
		writeMarked(&bare, &record.Reading{Text: r.Text}, false, 20)
		strip := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune("[]{}<>#@^ \t\n\u00a0", r) {
					return -1
				}
				return r
			}, s)
		}
		// a mark inside a character cuts it; such spans are none that extractors make
		if strings.Contains(out.String(), "\ufffd") {
			return
		}
		if strip(out.String()) != strip(bare.String()) {
			t.Errorf("%q became %q", bare.String(), out.String())
		}
	})
}

func TestReadFormats(t *testing.T) {
	for format, want := range map[string]string{
		"text": "Statements", "json": `"statements":[`, "table": "report\tkind", "conllu": "1\tAna\t",
	} {
		var out, err bytes.Buffer
		if code := Run(context.Background(), []string{"read", "--format", format, "-"}, Streams{In: strings.NewReader(telling), Out: &out, Err: &err}); code != 0 {
			t.Errorf("%s: exit %d: %s", format, code, err.String())
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s: lacks %q:\n%s", format, want, out.String())
		}
	}
}
