package token

import (
	"strings"
	"testing"

	"sitrep/internal/lang/en"
)

func tokenizer(tb testing.TB) *Tokenizer {
	tb.Helper()
	t, err := New(en.Language())
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// cut gives a text's tokens parted by spaces and its sentences by " | ".
func cut(t *Tokenizer, text string) string {
	var sents []string
	for _, s := range t.Document(text).Sentences {
		var words []string
		for _, w := range s.Tokens {
			words = append(words, w.Text)
		}
		sents = append(sents, strings.Join(words, " "))
	}
	return strings.Join(sents, " | ")
}

func TestTokens(t *testing.T) {
	tok := tokenizer(t)
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"  \n ", ""},
		{"It began on Feb. 24, 2022.", "It began on Feb. 24 , 2022 ."},
		{"Gen. Ana Brull met Lt. Col. J. R. Doe.", "Gen. Ana Brull met Lt. Col. J. R. Doe ."},
		{"The U.S. and the U.N. agreed. They left.", "The U.S. and the U.N. agreed . | They left ."},
		{"He came from the U.S. The talks went on.", "He came from the U.S. | The talks went on ."},
		{"It rose 2.5 percent to 10,000.", "It rose 2.5 percent to 10,000 ."},
		{"The 1,000-kilometer (620-mile) line", "The 1,000 - kilometer ( 620 - mile ) line"},
		{"From 2019-2020, 60% of them", "From 2019 - 2020 , 60 % of them"},
		{"$5m and £3.2bn and US$4", "$ 5 m and £ 3.2 bn and US$ 4"},
		{"They didn't, can't and won’t go; it's Doe's.", "They did n't , ca n't and wo n’t go ; it 's Doe 's ."},
		{"Arnor´s king, Arnor`s, Arnorʼs and Arnor‘s", "Arnor ´s king , Arnor `s , Arnor ʼs and Arnor ‘s"},
		{"They don´t, don`t, donʼt and don‘t; we´ve, he`ll", "They do n´t , do n`t , do nʼt and do n‘t ; we ´ve , he `ll"},
		{"O´Connell, OʼConnell and Ba‘athist", "O´Connell , OʼConnell and Ba‘athist"},
		{"the workers´ rights and the workersʼ pay", "the workers ´ rights and the workers ʼ pay"},
		{"She said ‘go’ and `stay´ twice.", "She said ‘ go ’ and ` stay ´ twice ."},
		{"It was ´then´ and café", "It was ´ then ´ and café"},
		{"cannot gonna", "can not gon na"},
		{"the workers' rights", "the workers ' rights"},
		{"O'Connell, Shi'ite and Ba'athist", "O'Connell , Shi'ite and Ba'athist"},
		{"pro-Moscow and well-known e-mail", "pro-Moscow and well - known e-mail"},
		{"“Go!” she said. “No.”", "“ Go ! ” she said . | “ No . ”"},
		{`"Go away!" Doe said.`, `" Go away ! " Doe said .`},
		{`He said "no." Then he left.`, `He said " no . " | Then he left .`},
		{"See https://example.org/a_b?c=d. Or a.b@example.org!", "See https://example.org/a_b?c=d . | Or a.b@example.org !"},
		{"Wait... What?! No -- yes — no", "Wait ... What ?! No -- yes — no"},
		{"at 5 p.m. Monday", "at 5 p.m. Monday"},
		{"No. 5 and No. Yes.", "No. 5 and No . | Yes ."},
		{"1. First item", "1 . First item"},
		{"and/or 9/11 12/23/2023 5:30", "and / or 9/11 12/23/2023 5:30"},
		{"In the '90s and the 1990's", "In the '90s and the 1990's"},
		{"It was him and I. The rest left.", "It was him and I . | The rest left ."},
		{"Plan B. The rest", "Plan B . | The rest"},
		{"the end.The next", "the end . | The next"},
		{"Yes :) no", "Yes :) no"},
		{"a 5km road, 21st, 10pm, F-16", "a 5 km road , 21st , 10 pm , F - 16"},
		{"# heading #tag @name", "# heading #tag @name"},
		{"AT&T and R&D", "AT&T and R&D"},
		{"The envoy\nsaid\nno. He left.\nThey stayed.", "The envoy said no . | He left . | They stayed ."},
		{"He has a Ph.D. in law.[3] She left (b. May 1980).", "He has a Ph.D. in law . [ 3 ] | She left ( b. May 1980 ) ."},
		{"see alt.talk.news and a.pdf, left.The rest", "see alt.talk.news and a.pdf , left . | The rest"},
		{"Headline here\n\nBody starts. It ends", "Headline here | Body starts . | It ends"},
	} {
		if got := cut(tok, c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
