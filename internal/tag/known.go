package tag

import (
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// Known are names that are known beforehand: of countries, capitals, peoples,
// bodies and persons from the tables, of places from the gazetteer. The namer is
// trained with them as features: a changed table shifts what it finds a little, a
// changed flag or rule of reading asks for new training.
type Known struct {
	names  map[uint64]uint16 // flags, by the hash of the words of a name or of its first ones
	most   int               // words of the longest name
	places *gazetteer.Gazetteer
}

// Flags of a token that lies in a known name.
const (
	country = 1 << iota
	seat    // a capital
	people  // an adjective or a name of a people
	opening // the first word of it
	body    // an organisation
	person  // somebody of note
	given   // a first name
	family  // a family name
	company // a company or a brand
	whole   // in Known.names alone: a name, not just the beginning of one
)

// NewKnown reads the tables of a language; places may be nil.
func NewKnown(l lang.Language, places *gazetteer.Gazetteer) (*Known, error) {
	k := &Known{names: map[uint64]uint16{}, places: places}
	countries, err := l.Table("countries.tsv", 2)
	if err != nil {
		return nil, err
	}
	for _, r := range countries {
		k.add(r.Field(1), country)
		k.add(r.Field(2), country)
		k.addPeople(r.Field(3))
		k.add(r.Field(4), seat)
	}
	peoples, err := l.Table("peoples.tsv", 1)
	if err != nil {
		return nil, err
	}
	for _, r := range peoples {
		k.addPeople(r.Field(0))
	}
	return k, k.addNames(l)
}

// addNames adds the bodies, persons and first names of the tables that a language
// has.
func (k *Known) addNames(l lang.Language) error {
	var wrong error
	for _, t := range []struct {
		table  string
		fields int
		add    func(lang.Row)
	}{
		{"bodies.tsv", 4, func(r lang.Row) { k.add(r.Field(2), body); k.add(r.Field(3), body) }},
		{"people.tsv", 2, func(r lang.Row) { k.add(r.Field(0), person); k.add(r.Field(1), person) }},
		{"given-names.tsv", 4, func(r lang.Row) {
			if r.Field(1) == "given" {
				k.add(upperInitials(r.Field(3)), given)
			}
		}},
		{"known-names.tsv", 2, func(r lang.Row) {
			kind, ok := knownKinds[r.Field(0)]
			if !ok {
				wrong = fault.New(fault.Invalid, "tag.NewKnown", "known-names.tsv, line "+strconv.Itoa(r.Line), nil).Hinted("no such kind: " + r.Field(0))
			}
			k.add(r.Field(1), kind)
		}},
		{"place-given.tsv", 1, func(r lang.Row) { k.add(strings.Join(strings.Fields(r.Field(0)), ";"), given) }},
	} {
		rows, err := l.Table(t.table, t.fields)
		if fault.KindOf(err) == fault.NotFound {
			continue
		}
		if err != nil {
			return err
		}
		for _, r := range rows {
			t.add(r)
		}
	}
	return wrong
}

// knownKinds are the kinds of known-names.tsv.
var knownKinds = map[string]uint16{"company": company, "institution": body, "given": given, "family": family}

// upperInitials gives each name of a list a capital.
func upperInitials(list string) string {
	names := strings.Split(list, ";")
	for i, n := range names {
		if n != "" {
			names[i] = strings.ToUpper(n[:1]) + n[1:]
		}
	}
	return strings.Join(names, ";")
}

// addPeople adds names of peoples, and their plurals.
func (k *Known) addPeople(list string) {
	k.add(list, people)
	for _, name := range strings.Split(list, ";") {
		if name = strings.TrimSpace(name); name != "" {
			k.add(name+"s", people)
		}
	}
}

// cutName parts what the tokeniser parts within a name.
var cutName = strings.NewReplacer("-", " - ", "'s", " 's", "’s", " ’s")

func (k *Known) add(list string, flag uint16) {
	for _, name := range strings.Split(list, ";") {
		words := strings.Fields(cutName.Replace(name))
		if len(words) == 0 {
			continue
		}
		h := uint64(0)
		for _, w := range words {
			h = neural.HashFrom(h, w)
			k.names[h] |= 0 // names begin so
		}
		k.names[h] |= flag | whole
		k.most = max(k.most, len(words))
	}
}

// mark writes the flags of a sentence's tokens; a longer name wins.
func (k *Known) mark(flags []uint16, s *syntax.Sentence) []uint16 {
	flags = flags[:0]
	for range s.Tokens {
		flags = append(flags, 0)
	}
	for i := 0; i < len(s.Tokens); i++ {
		if !capital(s.Tokens[i].Text) {
			continue
		}
		h, end, found := uint64(0), 0, uint16(0)
		for j := i; j < min(i+k.most, len(s.Tokens)); j++ {
			h = neural.HashFrom(h, s.Tokens[j].Text)
			f, ok := k.names[h]
			if !ok { // no name begins so
				break
			}
			if f&whole != 0 {
				end, found = j+1, f&^whole
			}
		}
		for j := i; j < end; j++ {
			flags[j] = found
			if j == i {
				flags[j] |= opening
			}
		}
		if end > i {
			i = end - 1
		}
	}
	return flags
}

// NameItems makes the items that the namer's network takes. It is reused from
// sentence to sentence.
type NameItems struct {
	items  []neural.Item
	extra  []uint64
	flags  []uint16
	places []uint8
	key    []byte
	hits   []gazetteer.Hit
}

const nameExtras = 5 // further features of a token

// Of gives the items of a tagged sentence; they hold until the next call.
func (n *NameItems) Of(s *syntax.Sentence, k *Known, style Style) []neural.Item {
	n.flags = k.mark(n.flags, s)
	n.markPlaces(k.places, s)
	n.items = n.items[:0]
	if cap(n.extra) < nameExtras*len(s.Tokens) {
		n.extra = make([]uint64, nameExtras*len(s.Tokens))
	}
	width := 0
	if len(s.Tokens) > 0 {
		width = len(s.State) / len(s.Tokens)
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		x := n.extra[i*nameExtras : (i+1)*nameExtras]
		x[0] = 1<<32 | uint64(t.UPOS)
		x[1] = neural.HashFrom(2, t.XPOS)
		x[2] = 3<<32 | uint64(n.flags[i])
		x[3] = 4<<32 | uint64(style)
		x[4] = 5<<32 | uint64(n.places[i])
		n.items = append(n.items, neural.Item{Form: t.Text, Extra: x, State: s.State[i*width : (i+1)*width]})
	}
	return n.items
}
