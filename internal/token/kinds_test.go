package token

import (
	"testing"

	"sitrep/internal/syntax"
)

func TestKinds(t *testing.T) {
	tok := tokenizer(t)
	for _, c := range []struct {
		text string
		want syntax.Kind
		body int
	}{
		{"Talks Begin In Arnor\n\nThe talks began.", syntax.Headline, 0},
		{"Arnor shells Gondor as talks begin\n\nThe talks began.", syntax.Headline, 0},
		{"The talks began.\n\nThey ended.", syntax.Prose, 0},
		{"By Ana Brull and Jo Doe\n\nThe talks began.", syntax.Byline, 0},
		{"By Monday the troops had left.\n\nx", syntax.Prose, 0},
		{"• The talks began.\n• They ended.", syntax.Bullet, 0},
		{"- The talks began.\n- They ended.", syntax.Bullet, 0},
		{"1. The talks began.\n2. They ended.", syntax.Bullet, 0},
		{"BACK TO HOMEPAGE", syntax.Boilerplate, 0},
		{"Read more: Arnor shells Gondor\n\nx", syntax.Boilerplate, 0},
		{"Sign up for our newsletter.\n\nx", syntax.Boilerplate, 0},
		{"KYIV, Dec. 23 (Wire) — The talks began.", syntax.Prose, 8},
		{"KYIV (Wire) - The talks began.", syntax.Prose, 5},
		{"Kyiv, Ukraine (Wire) -- The talks began.", syntax.Prose, 7},
		{"KYIV, Dec. 23 (Wire) —\n\nThe talks began.", syntax.Dateline, 0},
		{"Kyiv — the capital — was quiet.", syntax.Prose, 0},
		{"KYIV — The capital was quiet.", syntax.Prose, 2},
		{"Kyiv, Ukraine — The capital was quiet.", syntax.Prose, 4},
		{"Kyiv — The capital — was quiet.", syntax.Prose, 0},
		{"Doe (the envoy) said - and meant - it.", syntax.Prose, 0},
	} {
		s := tok.Document(c.text).Sentences[0]
		if s.Kind != c.want || s.Body != c.body {
			t.Errorf("%q: kind %d body %d, want %d %d", c.text, s.Kind, s.Body, c.want, c.body)
		}
	}
}

func TestQuotes(t *testing.T) {
	tok := tokenizer(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{`He said "go" and "stay".`, []string{`"go"`, `"stay"`}},
		{"He said “go.” Then “stay.”", []string{"“go.”", "“stay.”"}},
		{"“He told me ‘go away’ twice,” she said.", []string{"“He told me ‘go away’ twice,”", "‘go away’"}},
		{"«Go», he said; „stay“.", []string{"«Go»", "„stay“"}},
		{"It's the workers' don't.", nil},
		{"He said 'go away' to Doe's men.", []string{"'go away'"}},
		{"“One.\n\n“Two.” He left.", []string{"“One.", "“Two.”"}},
		{"“One.\n\nTwo.” He left.", []string{"“One.\n\nTwo.”"}},
		{`A 6" gun.`, nil},
		{`"One. "Two." He left.`, []string{`"One.`, `"Two."`}},
		{"\"One. Two. Three,\" he said.", []string{"\"One. Two. Three,\""}},
	} {
		var got []string
		for _, q := range tok.Document(c.text).Quotes {
			got = append(got, c.text[q.Start:q.End])
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: %q, want %q", c.text, got[i], c.want[i])
			}
		}
	}
}
