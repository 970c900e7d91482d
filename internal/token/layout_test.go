package token

import (
	"strings"
	"testing"

	"sitrep/internal/lang/en"
)

// sentences gives a text's sentences as they stand, parted by " | ".
func sentences(t *Tokenizer, text string) string {
	var list []string
	for _, s := range t.Document(text).Sentences {
		list = append(list, text[s.Start:s.End])
	}
	return strings.Join(list, " | ")
}

// newsEnds are texts with " | " where a sentence ends that a page's layout or
// edited style marks.
var newsEnds = []string{
	"Ana Brull speaks in Velk on Monday. | (AP Photo/Ada Korn) | In Velk, the talks went on.",
	"Ana Brull speaks in Velk on Monday. | (AP Photo/Ada Korn, File) | “No,” Brull said.",
	"Ana Brull speaks in Velk on Monday. | (Ada Korn/Pool Photo via AP) | A member of the council waves.",
	"Ana Brull speaks in Velk on Monday. | (Photo by Ada J. Korn/Getty Images) | The talks went on.",
	"Soldiers stand near Velk on Monday. | [Ada Korn/Reuters] | The talks went on.",
	"Soldiers stand near Velk on Monday. | Photograph: Ada Korn/Reuters | The president left.",
	"Soldiers stand near Velk on Monday. | Photograph: Ada Korn/AFP via Getty Images | The president left.",
	"Soldiers stand near Velk on Monday. | Photo: Ada Korn/Tarn Press/Anadolu Agency | Brull left.",
	"Soldiers stand near Velk on Monday. | [Reuters] | The talks went on.",
	"Soldiers stand near Velk (AP Photo/Ada Korn) | The talks went on.",
	"He left the union (Photo Makers of Velk) Ana Brull said.",
	"The spokesman of the party (TPR) Ana Brull left.",
	"He spoke to the agency (via Telegram) Brull said.",
	"Photograph: Ada Korn, the wife of the president of Reuters Ana Brull, left.",
	"Ana Brull visits troops near Velk   | The president left for Tarn on Monday.",
	"Ana Brull visits troops near Velk   | “No one will leave,” she said.",
	"Ana Brull visits troops   near Velk.",
	"They saw it fall there. ... | They did not move.",
	"These are not slips…. | This is more serious.",
	"(Who remembers the bridge at Velk?) | Such talk is unhelpful.",
	"Brull spoke on Monday in Washington, D.C. | “He has forty years of it,” she said.",
	"The meeting was held in Omaha, Neb. | Brull now holds a fifth of it.",
	"It begins at 10 a.m. Moscow time on Monday.",
	"It begins at 10 a.m. Eastern Standard Time on Monday.",
	"It began at 10 a.m. | They were late.",
	"The talks are held in Washington, D.C. | The envoys left.",
	"It was … | They have fought long and hard.",
	"They waited... | The train never came.",
	"They met at 5 p.m. | “We are ready,” Brull said.",
}

func TestNewsEnds(t *testing.T) {
	model := tokenizer(t)
	l := en.Language()
	l.Models = nil
	rules, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range newsEnds {
		text := strings.ReplaceAll(want, " | ", " ")
		for name, tok := range map[string]*Tokenizer{"model": model, "rules": rules} {
			if got := sentences(tok, text); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
				t.Errorf("%s\n got %s\nwant %s", name, got, want)
			}
		}
	}
}

func TestHeadings(t *testing.T) {
	tok := tokenizer(t)
	page := strings.Repeat(" | They stay in Velk.", wholePage/4)
	for _, begin := range []string{
		"Convoys near Velk | In the last days more were seen.",
		"Envoys face resistance | While they talked, it went on.",
		"Brull told The Velk Times of it.",
		"Tanks near Velk Brull said.",
	} {
		want := begin + page
		if got := sentences(tok, strings.ReplaceAll(want, " | ", " ")); got != want {
			t.Errorf("\n got %.90s\nwant %.90s", got, want)
		}
	}
}
