package number_test

import (
	"strings"
	"testing"

	"sitrep/internal/lang/en"
	"sitrep/internal/number"
	"sitrep/internal/syntax"
)

// sentence makes one token of every word parted by a space.
func sentence(text string) *syntax.Sentence {
	s := &syntax.Sentence{End: len(text)}
	at := 0
	for _, f := range strings.Split(text, " ") {
		if f != "" {
			s.Tokens = append(s.Tokens, syntax.Token{Start: at, End: at + len(f), Text: f})
		}
		at += len(f) + 1
	}
	return s
}

func TestNumbers(t *testing.T) {
	r, err := number.New(en.Language())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		value float64
	}{
		{"0", 0}, {"7", 7}, {"1,200", 1200}, {"1 200", 1200}, {"1\u00a0200", 1200}, {"1\u2009200\u2009300", 1200300},
		{"12 345 678", 12345678}, {"1.5", 1.5}, {"100.000", 100000}, {"1,234.5", 1234.5}, {"1,23,456", 123456},
		{"5 thousand", 5000}, {"1.5 million", 1500000}, {"2bn", 2e9}, {"3m", 3e6}, {"10k", 10000}, {"4 mln", 4e6},
		{"seven", 7}, {"twelve", 12}, {"forty-two", 42}, {"forty two", 42}, {"a hundred", 100}, {"a dozen", 12},
		{"two dozen", 24}, {"three hundred and six", 306}, {"two thousand five hundred", 2500}, {"a hundred thousand", 100000},
		{"half a million", 500000}, {"two and a half", 2.5}, {"two million", 2e6}, {"a couple", 2}, {"a couple of hundred", 200},
		{"one hundred twenty-three", 123}, {"2 1/2", 2.5}, {"2½", 2.5}, {"a third", 1.0 / 3}, {"two thirds", 2.0 / 3},
	} {
		ws := number.Split(c.text, sentence(c.text), nil)
		n, ok := r.At(ws, 0)
		if !ok || n.Value != c.value || n.To != len(ws) {
			t.Errorf("%q reads as %v up to word %d of %d, want %v", c.text, n.Value, n.To, len(ws), c.value)
		}
	}
	for _, c := range []struct {
		text      string
		low, high float64
	}{
		{"dozens", 24, 99}, {"hundreds", 200, 999}, {"thousands", 2000, 9999}, {"tens of thousands", 20000, 99999},
		{"hundreds of thousands", 200000, 999999}, {"scores", 40, 99}, {"several", 3, 9}, {"a few hundred", 300, 900},
		{"several thousand", 3000, 9000}, {"millions", 2e6, 9999999},
	} {
		ws := number.Split(c.text, sentence(c.text), nil)
		n, ok := r.At(ws, 0)
		if !ok || n.Low != c.low || n.High != c.high || n.To != len(ws) {
			t.Errorf("%q reads as %v to %v up to word %d of %d", c.text, n.Low, n.High, n.To, len(ws))
		}
	}
	for _, text := range []string{"million", "hundred", "tens", "abc", "the", "-"} {
		ws := number.Split(text, sentence(text), nil)
		if n, ok := r.At(ws, 0); ok && !n.Order {
			t.Errorf("%q reads as %v", text, n.Value)
		}
	}
}

// FuzzSplit holds that the pieces of any text lie inside it, in order and apart.
func FuzzSplit(f *testing.F) {
	for _, s := range []string{"a.m. 1,200.50", "24.02.2022 10:30", "15-year-old’s", "\u00ad1\u2009000", "o'clock O’Clock ''s"} {
		f.Add(s)
	}
	r, err := number.New(en.Language())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ws := number.Split(text, sentence(text), nil)
		end := 0
		for i := range ws {
			if ws[i].Start < end || ws[i].End <= ws[i].Start || ws[i].End > len(text) {
				t.Fatalf("piece %d lies from %d to %d", i, ws[i].Start, ws[i].End)
			}
			end = ws[i].End
			if n, ok := r.At(ws, i); ok && (n.From > i || n.To <= i || n.To > len(ws)) {
				t.Fatalf("the number at piece %d ends at %d of %d", i, n.To, len(ws))
			}
		}
	})
}
