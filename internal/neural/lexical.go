package neural

import (
	"unicode"
	"unicode/utf8"
)

// Lexicon turns a word's form into the rows of an embedding table: the word in
// lower case and as written, where training has seen them often enough, and
// hashed affixes and shape. It looks at the form alone, so that sums of rows can
// be kept by form.
type Lexicon struct {
	known   *Index
	buckets int
}

// NewLexicon knows the words with these hashes (FormHash, LowerHash); the rest
// of a word is hashed into buckets rows.
func NewLexicon(known []uint64, buckets int) *Lexicon {
	return &Lexicon{known: NewIndex(known), buckets: buckets}
}

// Rows is how many rows the table has: row 0 is the unknown word.
func (l *Lexicon) Rows() int { return 1 + l.known.Len() + l.buckets }

// Seeds of the kinds of lexical feature.
const (
	seedLower = iota + 1
	seedForm
	seedShape
	seedFlags
	seedPrefix                  // 1 to 3
	seedSuffix = seedPrefix + 3 // 1 to 4
)

// LowerHash is the hash under which a word in lower case is known.
func LowerHash(lower []byte) uint64 { return hashBytes(seedLower, lower) }

// FormHash is the hash under which a word as written is known.
func FormHash(form string) uint64 { return HashFrom(seedForm, form) }

// Lower appends form in lower case to buf.
func Lower(buf []byte, form string) []byte {
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c >= utf8.RuneSelf {
			return lowerRunes(buf, form[i:])
		}
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '`' && i+1 < len(form) && form[i+1] != '`': // "don`t"
			c = '\''
		}
		buf = append(buf, c)
	}
	return buf
}

func lowerRunes(buf []byte, form string) []byte {
	for _, r := range form {
		switch r {
		case '’', '‘', 'ʼ', '´': // one apostrophe for all
			buf = append(buf, '\'')
		case '“', '”', '„', '«', '»':
			buf = append(buf, '"')
		case '–', '—', '−', '‐', '‑':
			buf = append(buf, '-')
		default:
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}

// longest is how many bytes of a word are looked at for its shape.
const longest = 64

// Features appends the rows of a form to dst. lower is the form in lower case.
func (l *Lexicon) Features(dst []uint32, form string, lower []byte) []uint32 {
	dst = append(dst, uint32(l.known.Find(LowerHash(lower))+1))
	if f := l.known.Find(FormHash(form)); f >= 0 {
		dst = append(dst, uint32(f+1))
	}
	shape, flags := shapeOf(form)
	dst = append(dst, l.bucket(Mix(shape^seedShape)), l.bucket(Mix(flags^seedFlags<<32)))
	at := 0
	for n := range uint64(3) {
		if at >= len(lower) {
			break
		}
		_, size := utf8.DecodeRune(lower[at:])
		at += size
		dst = append(dst, l.bucket(hashBytes(seedPrefix+n, lower[:at])))
	}
	at = len(lower)
	for n := range uint64(4) {
		if at <= 0 {
			break
		}
		_, size := utf8.DecodeLastRune(lower[:at])
		at -= size
		dst = append(dst, l.bucket(hashBytes(seedSuffix+n, lower[at:])))
	}
	return dst
}

// MostFeatures is the most rows that Features appends.
const MostFeatures = 11

func (l *Lexicon) bucket(h uint64) uint32 {
	return uint32(1+l.known.Len()) + uint32(h%uint64(l.buckets))
}

func hashBytes(seed uint64, b []byte) uint64 {
	h := 14695981039346656037 ^ Mix(seed)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return Mix(h)
}

// shapeOf hashes the shape of a form ("Xx", "X.X.", "d,d") with runs cut to
// three, and gives flags of what it holds.
func shapeOf(form string) (shape, flags uint64) {
	const upper, lower, digit, hyphen, stop, other, foreign = 1, 2, 4, 8, 16, 32, 64
	var last byte
	run := 0
	for i, r := range form {
		if i > longest {
			break
		}
		var class byte
		switch {
		case 'a' <= r && r <= 'z':
			class, flags = 'x', flags|lower
		case 'A' <= r && r <= 'Z':
			class, flags = 'X', flags|upper
		case '0' <= r && r <= '9':
			class, flags = 'd', flags|digit
		case r < utf8.RuneSelf:
			class = byte(r)
			switch r {
			case '-':
				flags |= hyphen
			case '.':
				flags |= stop
			default:
				flags |= other
			}
		case unicode.IsUpper(r):
			class, flags = 'X', flags|upper|foreign
		case unicode.IsLetter(r):
			class, flags = 'x', flags|lower|foreign
		default:
			class, flags = '?', flags|other|foreign
		}
		if class == last {
			run++
		} else {
			last, run = class, 1
		}
		if run <= 3 {
			shape = (shape ^ uint64(class)) * 1099511628211
		}
	}
	return shape, flags | uint64(min(len(form), 15))<<8
}
