package token

import (
	"os"
	"strings"
	"testing"

	"sitrep/internal/gold"
	"sitrep/internal/syntax"
)

func TestLanguage(t *testing.T) {
	tok := tokenizer(t)
	for _, c := range []struct{ text, want string }{
		{"", "und"},
		{"12 345 — 67 %", "und"},
		{"\xff\xfe\xfd\xfc\xfb\xfaab", "und"},
		{"The troops left the town on Monday.", "en"},
		{"Troops left town.", "en"},
		{"Arnor shells Gondor, kills 5", "en"},
		{"Zelenskyy: Ukraine ready", "en"},
		{"ARNOR SHELLS GONDOR AS TALKS BEGIN IN THE CAPITAL", "en"},
		{"UN: Mehr als 100 Tote", "en"}, // too short to tell
		{"Президент заявив, що переговори розпочнуться у вівторок.", "uk"},
		{"Президент заявил, что переговоры начнутся во вторник, но это не так.", "ru"},
		{"Der Präsident hat am Montag gesagt, dass die Gespräche nicht beginnen werden.", "de"},
		{"Four Rohan servicemen killed in shelling by pro-Arnor forces", "en"},
		{"Truppen verlassen die Stadt und das Umland", "de"},
		{"Le président a déclaré que les négociations commenceront dans la capitale.", "fr"},
		{"El presidente dijo que las negociaciones empezarán en la capital.", "es"},
		{"Prezydent powiedział, że rozmowy nie rozpoczną się w stolicy.", "pl"},
		{"Il presidente ha detto che i negoziati non inizieranno nella capitale.", "it"},
		{"Cumhurbaşkanı görüşmelerin bu hafta için ve daha sonra olduğu gibi başlayacağını söyledi.", "tr"},
		{"قال الرئيس إن المحادثات ستبدأ يوم الثلاثاء", "ar"},
		{"הנשיא אמר כי השיחות יתחילו ביום שלישי", "he"},
		{"总统说会谈将于星期二开始", "zh"},
		{"大統領は会談が火曜日に始まると述べた", "ja"},
		{"The president said: «Переговори розпочнуться у вівторок», and then he left the room with his aides.", "en"},
		{strings.Repeat("Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor ", 8), "la"},
	} {
		got, why := tok.Language(c.text)
		if got != c.want || (got == "en") != (why == "") {
			t.Errorf("%q: %q (%s), want %q", c.text, got, why, c.want)
		}
	}
}

// TestLanguageOfTreebank holds that few English sentences, each taken alone, are
// held to be something else.
func TestLanguageOfTreebank(t *testing.T) {
	tok := tokenizer(t)
	f, err := os.Open(gold.Path(t, "parse", "en_ewt-ud-dev.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d, err := syntax.ReadCoNLLU(f)
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, s := range d.Sentences {
		if len(s.Tokens) < 4 {
			continue
		}
		if code, why := tok.Language(d.Text[s.Start:s.End]); code != "en" {
			wrong++
			t.Logf("%s (%s): %s", code, why, d.Text[s.Start:s.End])
		}
	}
	if wrong > len(d.Sentences)/200 {
		t.Errorf("%d of %d English sentences refused", wrong, len(d.Sentences))
	}
}

// TestLanguageOfCorpus holds that no article of the corpus is refused.
func TestLanguageOfCorpus(t *testing.T) {
	tok := tokenizer(t)
	n, refused := 0, 0
	corpus(t, func(text string) {
		n++
		if code, why := tok.Language(text); code != "en" {
			if refused++; refused < 20 {
				t.Logf("%s (%s): %.300s", code, why, text)
			}
		}
	})
	if refused*1000 > n {
		t.Errorf("%d of %d refused", refused, n)
	}
}
