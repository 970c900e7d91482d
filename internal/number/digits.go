package number

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// thin are the spaces that part groups of three digits inside a token.
var thin = [...]string{"\u00a0", "\u2009", "\u202f", "\u2007"}

// digits reads a run of digits with what belongs to it: groups parted by commas,
// apostrophes or thin spaces, a decimal point, a clock's colons, "th", "s".
func digits(s string, w *Word) {
	i := run(s, 0)
	w.Len, w.Shape = i, Digits
	clean := s[:i]
	switch {
	case i < len(s) && s[i] == ':' && digitAt(s, i+1):
		for i < len(s) && s[i] == ':' && digitAt(s, i+1) {
			i = run(s, i+1)
		}
		w.Shape, w.Lower, w.End = Clock, s[:i], w.Start+i
		return
	case dotted(s) > 0:
		i = dotted(s)
		w.Shape, w.Lower, w.End = Clock, s[:i], w.Start+i
		return
	default:
		if j, joined := groups(s, i); j > i {
			i, clean, w.Grouped, w.Len = j, joined, true, len(joined)
		}
	}
	if i < len(s) && s[i] == '.' && digitAt(s, i+1) {
		j := run(s, i+1)
		if j == i+4 && s[i+1:j] == "000" && i <= 3 { // "100.000", as much of Europe groups
			clean, w.Len = clean+"000", w.Len+3
		} else {
			clean += s[i:j]
		}
		i, w.Grouped = j, true
	}
	if len(clean) <= 18 {
		w.Num, _ = strconv.ParseFloat(clean, 64)
	} else {
		w.Num = -1 // a telephone or account number: no value
	}
	i = suffix(s, i, w)
	w.Lower, w.End = s[:i], w.Start+i
	if w.Shape == Ordinal || w.Shape == Plural {
		w.Lower = strings.ToLower(w.Lower)
	}
}

// groups reads ",200,000" from i on: groups of three, or of two as in "1,23,456"
// where the last has three.
func groups(s string, i int) (end int, clean string) {
	if i > 3 {
		return i, ""
	}
	end = i
	var b strings.Builder
	b.WriteString(s[:i])
	for {
		size := separator(s, end)
		if size == 0 {
			return end, b.String()
		}
		j := run(s, end+size)
		if n := j - end - size; n != 3 && !(n == 2 && s[end] == ',' && separator(s, j) > 0 && run(s, j+1)-j-1 == 3) {
			return end, b.String()
		}
		b.WriteString(s[end+size : j])
		end = j
	}
}

func separator(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	if s[i] == ',' || s[i] == '\'' {
		return 1
	}
	for _, t := range thin {
		if strings.HasPrefix(s[i:], t) {
			return len(t)
		}
	}
	return 0
}

// suffix takes "st", "nd", "rd", "th" and "s" that stand right after the digits.
func suffix(s string, i int, w *Word) int {
	if i+2 <= len(s) && !letterAt(s, i+2) {
		switch strings.ToLower(s[i : i+2]) {
		case "st", "nd", "rd", "th":
			w.Shape = Ordinal
			return i + 2
		}
	}
	if i < len(s) && s[i] == 's' && !letterAt(s, i+1) {
		w.Shape = Plural
		return i + 1
	}
	for _, q := range [...]string{"'s", "’s"} {
		if strings.HasPrefix(s[i:], q) && !letterAt(s, i+len(q)) && w.Len >= 2 && s[i-1] == '0' {
			w.Shape = Plural
			return i + len(q)
		}
	}
	if r, size := utf8.DecodeRuneInString(s[i:]); r == '½' || r == '¼' || r == '¾' {
		w.Num += map[rune]float64{'½': .5, '¼': .25, '¾': .75}[r]
		w.Grouped = true
		return i + size
	}
	return i
}

func run(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// dotted gives the length of a date such as "24.02.2022" at the start of s, or 0.
func dotted(s string) int {
	a := run(s, 0)
	if a < 1 || a > 2 || a >= len(s) || s[a] != '.' {
		return 0
	}
	b := run(s, a+1)
	if b == a+1 || b > a+3 || b >= len(s) || s[b] != '.' {
		return 0
	}
	if c := run(s, b+1); c == b+5 {
		return c
	}
	return 0
}
