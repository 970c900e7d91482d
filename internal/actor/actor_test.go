package actor

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/internal/lang"
	"sitrep/internal/lang/en"
	"sitrep/internal/token"
	"sitrep/record"
)

// invented are countries and people that exist nowhere: grammar is tested apart
// from knowledge.
const invented = `GON	state	Gondria	Kingdom of Gondria	Minath	Gondrian
ARN	state	Arnoria		Fornost	Arnorian
GON GOV	person	Boro Denethar
GON GOV	person	Ioreth Lossan
ARN GOV	person	Elen Argeleb
GON MIL	force	Ithil Brigade	IB
ARN REB	group	Free Hills Front	FHF
`

func extractor(tb testing.TB) *Extractor {
	tb.Helper()
	rows, err := lang.ParseTable("invented", []byte(invented), 3)
	if err != nil {
		tb.Fatal(err)
	}
	x, err := New(en.Language(), rows)
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

// show lists actors as "name [code] mention/form, …".
func show(list []record.Actor) string {
	var out []string
	for _, a := range list {
		var m []string
		for _, o := range a.Mentions {
			m = append(m, o.Text+"/"+o.Form)
		}
		out = append(out, fmt.Sprintf("%s [%s] %s", a.Name, a.Code, strings.Join(m, ", ")))
	}
	return strings.Join(out, "; ")
}

func TestExtract(t *testing.T) {
	x := extractor(t)
	tok, err := token.New(en.Language())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Gondria invaded Arnoria.", "Gondria [GON] Gondria/name; Arnoria [ARN] Arnoria/name"},
		{"Gondrian soldiers fired.", "Gondria [GON] Gondrian/demonym; Gondrian armed forces [GON MIL] Gondrian soldiers/role"},
		{"The Gondrians left.", "Gondria [GON] Gondrians/demonym"},
		{"Minath rejected the plan.", "Gondria [GON] Minath/seat"},
		{"A bomb went off in Minath.", ""},
		{"Two former Arnorian officials spoke.", "former Arnorian officials [ARN ELI] Two former Arnorian officials/role; Arnoria [ARN] Arnorian/demonym"},
		{"Boro Denethar spoke. He left.", "Boro Denethar [GON GOV] Boro Denethar/name, He/pronoun"},
		{"Boro Denethar spoke and Denethar left.", "Boro Denethar [GON GOV] Boro Denethar/name, Denethar/short"},
		{"President Tar Ancalon spoke.", "Tar Ancalon [--- GOV] Tar Ancalon/name"},
		{"Gondrian President Tar Ancalon spoke. The president left.", "Gondria [GON] Gondrian/demonym; Tar Ancalon [GON GOV] Tar Ancalon/name, president/role"},
		{"Gondria's foreign minister, Tar Ancalon, spoke.", "Gondria [GON] Gondria/name; Tar Ancalon [GON GOV] Tar Ancalon/name"},
		{"Gondria´s foreign minister, Tar Ancalon, spoke.", "Gondria [GON] Gondria/name; Tar Ancalon [GON GOV] Tar Ancalon/name"},
		{"Gondria`s foreign minister, Tar Ancalon, spoke.", "Gondria [GON] Gondria/name; Tar Ancalon [GON GOV] Tar Ancalon/name"},
		{"Gondriaʼs foreign minister, Tar Ancalon, spoke.", "Gondria [GON] Gondria/name; Tar Ancalon [GON GOV] Tar Ancalon/name"},
		{"Gondria‘s foreign minister, Tar Ancalon, spoke.", "Gondria [GON] Gondria/name; Tar Ancalon [GON GOV] Tar Ancalon/name"},
		{"Spokeswoman Tar Ancalon spoke. Boro Denethar left. The spokeswoman stayed.", "Tar Ancalon [] Tar Ancalon/name, spokeswoman/role; Boro Denethar [GON GOV] Boro Denethar/name"},
		{"Mrs Ancalon met Mr Telcontar. She left. He stayed.", "Ancalon [] Ancalon/name, She/pronoun; Telcontar [] Telcontar/name, He/pronoun"},
		{"President Tar Ancalon met Mr Ancalon.", "Tar Ancalon [--- GOV] Tar Ancalon/name, Ancalon/short"},
		{"Foreign Minister Tar Ancalon spoke. The minister left.", "Tar Ancalon [--- GOV] Tar Ancalon/name, minister/role"},
		{"Mr Denethar spoke.", "Boro Denethar [GON GOV] Denethar/short"},
		{"President Tar Ancalon met Mr Elros Ancalon. Ms Ancalon left. Mr Ancalon stayed.", "Tar Ancalon [--- GOV] Tar Ancalon/name, Ancalon/short; Elros Ancalon [] Elros Ancalon/name, Ancalon/short"},
		{"Gondria said it would attack.", "Gondria [GON] Gondria/name, it/pronoun"},
		{"Rebels said they would attack.", "rebels [--- REB] Rebels/role, they/pronoun"},
		{"Minath fell. He left.", "Gondria [GON] Minath/seat"},
		{"Gondria and Arnoria met. Both sides agreed.", "Gondria [GON] Gondria/name, Both sides/role; Arnoria [ARN] Arnoria/name, Both sides/role"},
		{"The Free Hills Front (FHF) struck. FHF fighters fled.", "Free Hills Front [ARN REB] Free Hills Front/name, FHF/short, FHF/short; Free Hills Front fighters [ARN UAF] FHF fighters/role"},
		{"Gondria-backed rebels struck.", "Gondria [GON] Gondria/name; rebels [--- REB] Gondria-backed rebels/role"},
		{"Gondrian-led forces struck.", "Gondria [GON] Gondrian/demonym; Gondrian armed forces [GON MIL] Gondrian-led forces/role"},
		{"Boro Denethar sent his troops.", "Boro Denethar [GON GOV] Boro Denethar/name, his/pronoun; Gondrian armed forces [GON MIL] his troops/role"},
		{"The parliament of Arnoria voted.", "Arnorian parliament [ARN LEG] parliament of Arnoria/role; Arnoria [ARN] Arnoria/name"},
		{"Rebels in Arnoria fired.", "Arnorian rebels [ARN REB] Rebels/role; Arnoria [ARN] Arnoria/name"},
	} {
		if got := show(x.Extract(tok.Document(c.text), nil)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestOfficesFollowTheDay(t *testing.T) {
	x := extractor(t)
	tok, _ := token.New(en.Language())
	for _, c := range []struct{ day, code string }{{"2016-05-01", "USA GOV"}, {"2018-01-01", "USA ELI"}, {"2022-03", "USA GOV"}, {"2025-06-01", "USA ELI"}} {
		list := x.Extract(tok.Document("Joe Biden spoke."), &record.Report{Published: record.Published{Value: record.Date(c.day)}})
		if len(list) != 1 || list[0].Code != c.code {
			t.Errorf("%s: got %s, want %s", c.day, show(list), c.code)
		}
	}
}

func FuzzSpansLieInTheText(f *testing.F) {
	f.Add("Boro Denethar (BD) met Gondria's minister, who “left”.")
	x := extractor(f)
	tok, _ := token.New(en.Language())
	f.Fuzz(func(t *testing.T, text string) {
		doc := tok.Document(text)
		for _, a := range x.Extract(doc, nil) {
			for _, m := range a.Mentions {
				if m.Start < 0 || m.End > len(doc.Text) || m.End <= m.Start || doc.Text[m.Start:m.End] != m.Text {
					t.Errorf("mention %v of %s lies outside the text", m, a.Name)
				}
			}
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	tok, _ := token.New(en.Language())
	doc := tok.Document(strings.Repeat("Russian President Vladimir Putin told officials in Moscow that his troops would not leave Ukraine, the Kremlin said. ", 50))
	b.ReportAllocs()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		x.Extract(doc, nil)
	}
}
