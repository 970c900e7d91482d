package reading

import (
	"strings"
	"testing"

	"sitrep/internal/lang"
	"sitrep/internal/lang/en"
)

// wrongReferences bounds the cases that the models in use may get wrong.
const wrongReferences = 3

// TestOddApostrophes holds that marks written for an apostrophe are tagged as it is.
func TestOddApostrophes(t *testing.T) {
	r, err := New(Options{Language: en.Language()})
	if err != nil {
		t.Fatal(err)
	}
	tags := func(text string) (out []string) {
		for _, s := range r.Analyse(text).Sentences {
			for _, w := range s.Tokens {
				out = append(out, w.XPOS+" "+w.Lemma)
			}
		}
		return out
	}
	text := "The town's mayor said it's late and they don't know."
	want := strings.Join(tags(text), ", ")
	for _, mark := range []string{"’", "´", "`", "ʼ", "‘"} {
		if got := strings.Join(tags(strings.ReplaceAll(text, "'", mark)), ", "); strings.ReplaceAll(got, mark, "'") != want {
			t.Errorf("%s:\n got %s\nwant %s", mark, got, want)
		}
	}
}

// TestReferences holds who is meant by pronouns, family names and roles: each
// case gives a text and "words=name" for the last mention of those words; "-" is
// nobody.
func TestReferences(t *testing.T) {
	rows, err := lang.ParseTable("invented", []byte(inventedActors), 3)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(Options{Language: en.Language(), Actors: rows})
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, c := range []struct{ text, want string }{
		{"Thomas Lossan met reporters on Monday. Spokeswoman Kim Argon said talks would go on. She declined to say more.", "She=Kim Argon"},
		{"Emily Lossan met Thomas Argon in the capital. She said the talks had failed.", "She=Emily Lossan"},
		{"Emily Lossan met Thomas Argon in the capital. He said the talks had failed.", "He=Thomas Argon"},
		{"Thomas Lossan said he would leave the town.", " he=Thomas Lossan"},
		{"Thomas Lossan said that Emily Argon would lose her post.", "her=Emily Argon"},
		{"Thomas Lossan told Peter Argon that he was wrong. He left.", " he=Thomas Lossan"},
		{"Mrs. Argon spoke first. Mr. Lossan listened. “We will stay,” she said.", "she=Argon"},
		{"Oksana Lossan warned Gondria. “We will stay,” she said.", "she=Oksana Lossan"},
		{"Gondria's spokesman, Zorba Lossan, spoke. Emily Argon answered. He disagreed.", "He=Zorba Lossan"},
		{"Peter Argon left. In his speech on Monday, Thomas Lossan said no.", " his=Thomas Lossan"},
		{"After she left the room, Emily Lossan was arrested.", "she=Emily Lossan"},
		{"Thomas Lossan saw him.", "him=-"},
		{"Thomas Lossan left. She stayed.", "She=-"},
		{"Gondria attacked. He left.", "He=-"},
		{"Thomas Lossan spoke to the press. Mr. Lossan was tired.", "Lossan=Thomas Lossan"},
		{"Thomas Lossan spoke. Emily Lossan answered. Lossan said she was tired.", "Lossan=Emily Lossan"},
		{"Thomas Lossan spoke. Emily Lossan answered. Mr. Lossan was tired.", "Lossan=Thomas Lossan"},
		{"Thomas Lossan and Emily Lossan spoke. Lossan was tired.", "Lossan=-"},
		{"Gondrian Prime Minister Thomas Lossan spoke. Emily Argon answered. The prime minister was tired.", "prime minister=Thomas Lossan"},
		{"Foreign Minister Thomas Lossan spoke. Reporters left. The minister was tired.", "minister=Thomas Lossan"},
		{"Spokeswoman Emily Argon spoke. Thomas Lossan answered. The spokeswoman said no.", "spokeswoman=Emily Argon"},
		{"The Gondrian Ministry of Health counted the dead. The ministry said ten had died.", "ministry=Gondrian ministry of health"},
		{"Gondria´s foreign minister, Thomas Lossan, spoke. He left.", "He=Thomas Lossan"},
		{"Thomas Lossan spoke. “I told Peter Argon that he must go,” Lossan said.", " he=Peter Argon"},
	} {
		words, name, _ := strings.Cut(c.want, "=")
		got, at := "-", -1
		last := strings.LastIndex(c.text, words)
		for _, a := range r.Read(Input{Text: c.text}).Actors {
			for _, m := range a.Mentions {
				if m.Start >= at && m.Start+len(m.Text) == last+len(words) {
					got, at = a.Name, m.Start
				}
			}
		}
		if got != name {
			wrong++
			t.Logf("%s\n got %s=%s, want %s", c.text, words, got, c.want)
		}
	}
	if wrong > wrongReferences {
		t.Errorf("%d cases are wrong; %d are allowed", wrong, wrongReferences)
	}
}
