package number

import (
	"strconv"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
)

// Number is a number found in a sentence: the words [From, To) and its value.
type Number struct {
	From, To int
	Value    float64
	// Low and High hold the span of a vague number ("dozens"); Order is true
	// for an order of magnitude, Vague for "several".
	Low, High    float64
	Order, Vague bool
	Ordinal      bool
	Fraction     bool // "a third", "two thirds"
	Words        bool // written in words alone
	// Year is true for four digits without grouping or scale, which may be a year.
	Year bool
}

// Reader reads numbers with a language's words. It is safe for concurrent use.
type Reader struct {
	words map[string]entry
	// begins has, for each first byte, the lengths of the words that begin with
	// it: most words of a text are ruled out by it.
	begins [256]uint64
}

// length is the bit of begins for words of n bytes.
func length(n int) uint64 { return 1 << min(n, 63) }

// look finds a word's entry.
func (r *Reader) look(lower string) (entry, bool) {
	if lower == "" || r.begins[lower[0]]&length(len(lower)) == 0 {
		return entry{}, false
	}
	e, ok := r.words[lower]
	return e, ok
}

// value is the number that a word stands for.
func (r *Reader) value(lower string) float64 {
	e, _ := r.look(lower)
	return e.value
}

// isA tells whether a word is of one of the classes c.
func (r *Reader) isA(lower string, c class) bool {
	e, _ := r.look(lower)
	return e.class&c != 0
}

type class uint16

const (
	unit class = 1 << iota
	teen
	tens
	hundred
	scale
	ordinal
	fraction
	crowd
	vague
	glue
)

var classes = map[string]class{"unit": unit, "teen": teen, "tens": tens, "hundred": hundred, "scale": scale,
	"ordinal": ordinal, "fraction": fraction, "crowd": crowd, "vague": vague, "glue": glue}

type entry struct {
	class     class
	value     float64
	high      float64
	fraction  float64 // "third" is an ordinal and a fraction
	spellable bool
}

// New builds a reader from the table numbers.tsv.
func New(l lang.Language) (*Reader, error) {
	rows, err := l.Table("numbers.tsv", 3)
	if err != nil {
		return nil, err
	}
	r := &Reader{words: make(map[string]entry, len(rows))}
	for _, row := range rows {
		c, ok := classes[row.Field(1)]
		v, err := strconv.ParseFloat(row.Field(2), 64)
		if !ok || err != nil {
			return nil, fault.New(fault.Invalid, "number.New", "numbers.tsv, line "+strconv.Itoa(row.Line), err)
		}
		e := r.words[row.Field(0)]
		e.class |= c
		if c == fraction {
			e.fraction = v
		} else {
			e.value = v
		}
		if row.Field(3) != "" {
			e.high, _ = strconv.ParseFloat(row.Field(3), 64)
		}
		r.words[row.Field(0)] = e
		if w := row.Field(0); w != "" {
			r.begins[w[0]] |= length(len(w))
		}
	}
	return r, nil
}

func (r *Reader) is(ws []Word, i int, c class) bool {
	return i >= 0 && i < len(ws) && ws[i].Shape == Letters && r.isA(ws[i].Lower, c)
}

func word(ws []Word, i int, s string) bool { return i >= 0 && i < len(ws) && ws[i].Lower == s }

// At reads the longest number that begins at word i.
func (r *Reader) At(ws []Word, i int) (Number, bool) {
	if i < 0 || i >= len(ws) {
		return Number{}, false
	}
	w := &ws[i]
	switch w.Shape {
	case Digits:
		if w.Num < 0 {
			return Number{}, false
		}
		return r.digitNumber(ws, i), true
	case Ordinal:
		return Number{From: i, To: i + 1, Value: w.Num, Ordinal: true}, true
	case Letters:
		return r.wordNumber(ws, i)
	}
	return Number{}, false
}

// Opens reports whether a number in words may begin with the word.
func (r *Reader) Opens(lower string) bool {
	_, ok := r.look(lower)
	return ok
}

// OpensBytes is Opens for bytes in lower case; it does not allocate.
func (r *Reader) OpensBytes(lower []byte) bool {
	if len(lower) == 0 || r.begins[lower[0]]&length(len(lower)) == 0 {
		return false
	}
	_, ok := r.words[string(lower)]
	return ok
}
