package reading

import (
	"os"
	"slices"
	"strings"
	"testing"

	"sitrep/internal/lang"
	"sitrep/internal/lang/en"
	"sitrep/record"
)

const inventedActors = `GON	state	Gondria	Kingdom of Gondria	Minath	Gondrian
ARN	state	Arnoria		Fornost	Arnorian
ROH	state	Rohania		Edoras	Rohanian
GON GOV	person	Boro Denethar
ARN GOV	person	Elen Argeleb
GON MIL	force	Ithil Brigade	IB
ARN REB	group	Free Hills Front	FHF
`

// wrongCases bounds the cases that the models in use may get wrong: they change
// with every training, and a case that a new parser breaks must not stop a build.
const wrongCases = 20

func TestEventCases(t *testing.T) {
	rows, err := lang.ParseTable("invented", []byte(inventedActors), 3)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(Options{Language: en.Language(), Actors: rows})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/events.tsv")
	if err != nil {
		t.Fatal(err)
	}
	cases, err := lang.ParseTable("events.tsv", data, 2)
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) < 200 {
		t.Errorf("only %d cases", len(cases))
	}
	wrong := 0
	for _, c := range cases {
		got := tellEvents(r.Read(Input{Text: c.Field(0)}).Events)
		if want := c.Field(1); !fitsCase(got, want) {
			wrong++
			t.Logf("line %d: %s\n got %s\nwant %s", c.Line, c.Field(0), strings.Join(got, "; "), want)
		}
	}
	if wrong > wrongCases {
		t.Errorf("%d of %d cases are wrong; %d are allowed", wrong, len(cases), wrongCases)
	}
}

// tellEvents writes events as the cases do, with their modes.
func tellEvents(list []record.Event) []string {
	var out []string
	for _, e := range list {
		s := e.Type
		if e.Negated {
			s = "!" + s
		}
		if e.Mode != "" {
			s += "/" + e.Mode
		}
		s += " " + codes(e.Actor)
		if e.Reciprocal {
			s += "="
		} else {
			s += ">" + codes(e.Recipient)
		}
		out = append(out, s)
	}
	return out
}

func codes(list []record.Party) string {
	var out []string
	for _, p := range list {
		c, _, _ := strings.Cut(p.Code, " ")
		if c != "" && c != "---" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return strings.Join(out, "+")
}

// fitsCase compares without order; a mode counts only where the case gives one.
func fitsCase(got []string, want string) bool {
	if want == "-" {
		return len(got) == 0
	}
	list := strings.Split(want, "; ")
	if len(list) != len(got) {
		return false
	}
	left := slices.Clone(got)
	for _, w := range list {
		i := slices.IndexFunc(left, func(g string) bool {
			if !strings.Contains(strings.SplitN(w, " ", 2)[0], "/") {
				kind, rest, _ := strings.Cut(g, " ")
				kind, _, _ = strings.Cut(kind, "/")
				g = kind + " " + rest
			}
			return g == w
		})
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return true
}
