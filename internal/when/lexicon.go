package when

import (
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/internal/number"
)

// class is a set of roles that a word or phrase may play in an expression of time.
type class uint64

const (
	cMonth class = 1 << iota
	cMonthAbbr
	cWeekday
	cWeekdayAbbr
	cSeason
	cUnit
	cUnits
	cPart
	cClockWord
	cHalf
	cZone
	cMod
	cModRel
	cEdge
	cDir
	cCtxDir
	cShift
	cShiftCtx
	cDayWord
	cNightWord
	cRef
	cRefPrep
	cAdjRef
	cHistRef
	cSet
	cAnnual
	cEach
	cPer
	cApprox
	cWhole
	cMore
	cOld
	cFuture
	cEra
	cNotYear
	cDatePrep
	cHoliday
	cDecade
	cIntent
	cSay
)

var classNames = map[string]class{
	"month": cMonth, "monthabbr": cMonth | cMonthAbbr, "weekday": cWeekday, "weekdayabbr": cWeekday | cWeekdayAbbr,
	"season": cSeason, "unit": cUnit, "units": cUnits, "part": cPart, "clockword": cClockWord, "half": cHalf,
	"zone": cZone, "mod": cMod, "modrel": cModRel, "edge": cEdge, "dir": cDir, "ctxdir": cCtxDir, "shift": cShift,
	"shiftctx": cShiftCtx, "dayword": cDayWord, "nightword": cNightWord, "ref": cRef, "refprep": cRefPrep,
	"adjref": cAdjRef, "histref": cHistRef, "set": cSet, "annual": cAnnual, "each": cEach,
	"per": cPer, "approx": cApprox, "whole": cWhole, "more": cMore, "old": cOld, "future": cFuture, "era": cEra,
	"notyear": cNotYear, "dateprep": cDatePrep, "holiday": cHoliday, "decade": cDecade, "intent": cIntent, "say": cSay,
}

// sense is one role of a word with its value.
type sense struct {
	class class
	value string
	n     int
}

// term is all that the tables say of a word that stands alone, and the phrases
// that begin with it, longest first.
type term struct {
	class   class
	senses  []sense
	phrases []phrase
}

type phrase struct {
	rest []string // the words after the first
	sense
}

// of gives the sense of a class.
func (t *term) of(c class) (sense, bool) {
	if t != nil && t.class&c != 0 {
		for _, s := range t.senses {
			if s.class&c != 0 {
				return s, true
			}
		}
	}
	return sense{}, false
}

func loadLexicon(l lang.Language) (map[string]*term, error) {
	terms := map[string]*term{}
	rows, err := l.Table("times.tsv", 3)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		c, ok := classNames[row.Field(1)]
		if !ok {
			return nil, fault.New(fault.Invalid, "when.New", "times.tsv, line "+strconv.Itoa(row.Line), nil).
				Hinted("the class " + row.Field(1) + " is not known")
		}
		add(terms, row.Field(0), sense{class: c, value: row.Field(2)})
	}
	rows, err = l.Table("holidays.tsv", 2)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		add(terms, row.Field(0), sense{class: cHoliday, value: row.Field(1)})
	}
	return terms, nil
}

func add(terms map[string]*term, text string, s sense) {
	s.n, _ = strconv.Atoi(s.value)
	words := pieces(text)
	t := terms[words[0]]
	if t == nil {
		t = &term{}
		terms[words[0]] = t
	}
	if len(words) == 1 {
		t.class |= s.class
		t.senses = append(t.senses, s)
		return
	}
	p := phrase{rest: words[1:], sense: s}
	at := 0
	for at < len(t.phrases) && len(t.phrases[at].rest) >= len(p.rest) {
		at++
	}
	t.phrases = append(t.phrases, phrase{})
	copy(t.phrases[at+1:], t.phrases[at:])
	t.phrases[at] = p
}

// pieces cuts a table's phrase as sentences are cut.
func pieces(text string) []string {
	var out []string
	for _, f := range strings.Fields(text) {
		for _, w := range number.Cut(f) {
			out = append(out, w.Lower)
		}
	}
	return out
}
