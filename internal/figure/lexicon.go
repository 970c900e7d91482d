package figure

import (
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/internal/number"
)

// class is a set of roles that a word or phrase may play around a number.
type class uint32

const (
	cBound class = 1 << iota
	cAfter
	cPop
	cThing
	cNoun
	cVerb
	cVerbI // needs no auxiliary: "died"
	cActive
	cAux
	cLink
	cIncluding
	cBegin
	cWar
	cStatus
	cUp
	cDown
	cPer
	cUnit
	cMoney
	cNames
	cScore
	cMore
	cSex
	cSide
	cMultiple
	cBlow // a strike, a blast: what happens at a place
)

var classNames = map[string]class{"bound": cBound, "after": cAfter, "pop": cPop, "thing": cThing, "noun": cNoun,
	"verb": cVerb, "verbi": cVerbI, "active": cActive, "aux": cAux, "link": cLink, "including": cIncluding,
	"begin": cBegin, "war": cWar, "status": cStatus, "up": cUp, "down": cDown, "per": cPer, "unit": cUnit,
	"money": cMoney, "names": cNames, "score": cScore, "more": cMore, "sexunknown": cSex, "multiple": cMultiple, "blow": cBlow}

// sense is one role of a word with its value.
type sense struct {
	class class
	value string
}

type term struct {
	class   class // of the word alone
	any     class // of the word and of the phrases that begin with it
	senses  []sense
	phrases []phrase // longest first
}

type phrase struct {
	rest []string
	sense
}

// unitSize is a unit's dimension and its size in the dimension's base.
type unitSize struct {
	dimension string
	size      float64
}

func (x *Extractor) load(l lang.Language) error {
	x.terms = map[string]*term{}
	rows, err := l.Table("figures.tsv", 3)
	if err != nil {
		return err
	}
	for _, row := range rows {
		c, ok := classNames[row.Field(1)]
		if !ok {
			return fault.New(fault.Invalid, "figure.New", "figures.tsv, line "+strconv.Itoa(row.Line), nil).
				Hinted("the class " + row.Field(1) + " is not known")
		}
		x.add(row.Field(0), sense{c, row.Field(2)})
	}
	if rows, err = l.Table("sides.tsv", 2); err != nil {
		return err
	}
	for _, row := range rows {
		x.add(row.Field(0), sense{cSide, row.Field(1)})
	}
	if rows, err = l.Table("units.tsv", 3); err != nil {
		return err
	}
	x.units = map[string]unitSize{}
	for _, row := range rows {
		size, err := strconv.ParseFloat(row.Field(2), 64)
		if err != nil || size <= 0 {
			return fault.New(fault.Invalid, "figure.New", "units.tsv, line "+strconv.Itoa(row.Line), err)
		}
		x.units[row.Field(0)] = unitSize{row.Field(1), size}
	}
	return nil
}

func (x *Extractor) add(text string, s sense) {
	var words []string
	for _, f := range strings.Fields(text) {
		for _, w := range number.Cut(f) {
			words = append(words, w.Lower)
		}
	}
	t := x.terms[words[0]]
	if t == nil {
		t = &term{}
		x.terms[words[0]] = t
	}
	t.any |= s.class
	if len(words) == 1 {
		t.class |= s.class
		t.senses = append(t.senses, s)
		return
	}
	at := 0
	for at < len(t.phrases) && len(t.phrases[at].rest) >= len(words)-1 {
		at++
	}
	t.phrases = append(t.phrases, phrase{})
	copy(t.phrases[at+1:], t.phrases[at:])
	t.phrases[at] = phrase{words[1:], s}
}
