package token

import (
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
)

// lexicon is what the scanner knows of words. It is read-only once built.
type lexicon struct {
	// short maps an abbreviation without its last full stop to its flags; an
	// entry in lower case stands for every case.
	short map[string]flags
	// prefixes are the parts that keep their hyphen: "pro-Kremlin".
	prefixes map[string]bool
	// contractions map a word without an apostrophe to the length of its first
	// part: "cannot" to 3.
	contractions map[string]int
	suffixes     map[string]bool // of names on the net: "com", "pdf"
	starters     map[string]bool // words that open sentences more often than they follow an abbreviation
	units        map[string]bool // that may be written against their number, case and all
	credits      credits
	longest      int // bytes of the longest key above
}

var classFlags = map[string]flags{
	"title": title, "month": month, "place": abbreviation | stop | region, "unit": abbreviation | stop,
	"org": abbreviation | stop, "other": abbreviation, "end": abbreviation | stop, "number": abbreviation,
}

func newLexicon(l lang.Language) (*lexicon, error) {
	x := &lexicon{short: map[string]flags{}, prefixes: map[string]bool{}, contractions: map[string]int{},
		suffixes: map[string]bool{}, starters: map[string]bool{}, units: map[string]bool{}}
	rows, err := l.Table("abbreviations.tsv", 2)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		f, ok := classFlags[r.Field(1)]
		if !ok {
			return nil, tableFault("abbreviations.tsv", r, "the class is none of title, month, place, unit, org, number, end, other")
		}
		x.short[strings.TrimSuffix(r.Field(0), ".")] = f
		x.longest = max(x.longest, len(r.Field(0)))
	}
	if x.credits, err = newCredits(l); err != nil {
		return nil, err
	}
	if rows, err = l.Table("words.tsv", 2); err != nil {
		return nil, err
	}
	for _, r := range rows {
		w := strings.ToLower(r.Field(0))
		switch r.Field(1) {
		case "prefix":
			x.prefixes[w] = true
		case "contraction":
			first, rest, ok := strings.Cut(w, "|")
			if !ok {
				return nil, tableFault("words.tsv", r, "mark where a contraction parts with |")
			}
			x.contractions[first+rest] = len(first)
		case "unit":
			x.units[r.Field(0)] = true
		case "suffix":
			x.suffixes[w] = true
		case "starter":
			x.starters[w] = true
		default:
			return nil, tableFault("words.tsv", r, "the class is none of prefix, contraction, suffix, starter, unit")
		}
		x.longest = max(x.longest, len(w))
	}
	return x, nil
}

func tableFault(name string, r lang.Row, hint string) error {
	return fault.New(fault.Invalid, "token.New", name+": "+strings.Join(r.Fields, " "), nil).Hinted(hint)
}

// folded is a buffer for a key in lower case.
type folded [32]byte

// fold writes s in lower case (of ASCII) to b; nil when it cannot be a key.
func (x *lexicon) fold(b *folded, s string) []byte {
	if len(s) > x.longest || len(s) > len(b) {
		return nil
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return b[:len(s)]
}

// shortened looks up an abbreviation given without its last full stop.
func (x *lexicon) shortened(s string) (flags, bool) {
	if len(s) > x.longest {
		return 0, false
	}
	if f, ok := x.short[s]; ok {
		return f, true
	}
	var b folded
	f, ok := x.short[string(x.fold(&b, s))]
	return f, ok
}
