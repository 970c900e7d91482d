package tag

import (
	"strings"
	"unicode"
)

// singular takes the ending -s off a noun or a verb in lower case.
func singular(w string) string {
	n := len(w)
	switch {
	case n > 3 && (strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")):
		return strings.TrimRight(w[:n-1], "'’")
	case n < 3 || w[n-1] != 's' || strings.HasSuffix(w, "ss"):
		if strings.HasSuffix(w, "men") && n > 4 {
			return w[:n-2] + "an"
		}
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"),
		strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"), strings.HasSuffix(w, "oes") && n > 5:
		return w[:n-2]
	case strings.HasSuffix(w, "uses") && n > 5 && !vowel(w[n-5]):
		return w[:n-2]
	}
	return w[:n-1]
}

// strip takes an ending off a word in lower case and restores the stem: double
// consonants, -y and a silent -e.
func strip(w, ending string) string {
	n := len(w) - len(ending)
	if n < 2 || !strings.HasSuffix(w, ending) {
		return w
	}
	stem := w[:n]
	if ending != "ing" {
		if stem[n-1] == 'i' && n > 2 {
			return stem[:n-1] + "y"
		}
		if stem[n-1] == 'e' { // agreed, freer
			return stem + "e"
		}
	}
	if n >= 3 && stem[n-1] == stem[n-2] && !vowel(stem[n-1]) {
		switch stem[n-1] {
		case 'l', 's', 'f', 'z':
			return stem
		}
		return stem[:n-1]
	}
	if silent(stem) {
		return stem + "e"
	}
	return stem
}

// silent reports whether a stem lost a silent -e, by how English spells. Where
// spelling does not tell, the table of exceptions does.
func silent(s string) bool {
	n := len(s)
	last, prev := s[n-1], s[n-2]
	before := byte(0)
	if n > 2 {
		before = s[n-3]
	}
	switch last {
	case 'v', 'c', 'u', 'z':
		return true
	case 's':
		return prev != 's'
	case 'g':
		return prev != 'n' || before == 'e'
	case 'l':
		if !vowel(prev) {
			return prev != 'r' && prev != 'w' && prev != 'l'
		}
	case 'r':
		if !vowel(prev) {
			return prev == 't' || prev == 'b'
		}
		return !vowel(before) && (prev == 'i' || prev == 'u' || prev == 'a' || syllables(s) == 1)
	case 't':
		if prev == 'a' {
			return before != 'e' && before != 'o' && n > 3
		}
		if prev == 'u' && !vowel(before) {
			return true
		}
		if syllables(s) > 1 {
			return false
		}
	case 'w', 'x', 'y', 'h', 'a', 'e', 'i', 'o':
		return false
	}
	if !vowel(prev) || n > 2 && vowel(before) {
		return false
	}
	if syllables(s) == 1 {
		return true
	}
	switch string([]byte{prev, last}) {
	case "id", "ad", "ud", "od", "um", "im", "ap", "ak", "ik", "ok", "ib", "in", "ip":
		return true
	}
	return false
}

func vowel(b byte) bool {
	return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u'
}

// syllables counts the groups of vowels.
func syllables(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); i++ {
		v := vowel(s[i]) || s[i] == 'y' && i > 0
		if v && !in {
			n++
		}
		in = v
	}
	return n
}

// isLower reports whether s is in lower case, for all that can be told cheaply:
// a form outside ASCII is compared with its lower case.
func isLower(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			return false
		case c >= 0x80:
			return strings.ToLower(s) == s
		}
	}
	return true
}

func isUpper(s string) bool { return strings.ToUpper(s) == s }

func plainLetters(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// capitalised gives a word with its first letter as a capital.
func capitalised(s string) string {
	for i, r := range s {
		if i == 0 {
			return string(unicode.ToUpper(r)) + s[len(string(r)):]
		}
	}
	return s
}

// acronymPlural reports whether a form is capitals and figures with a small -s.
func acronymPlural(s string) bool {
	n := len(s) - 1
	if n < 2 || s[n] != 's' {
		return false
	}
	for i := 0; i < n; i++ {
		if c := s[i]; !('A' <= c && c <= 'Z' || '0' <= c && c <= '9') {
			return false
		}
	}
	return 'A' <= s[0] && s[0] <= 'Z'
}

// roman reports whether s is a Roman numeral of two figures or more.
func roman(s string) bool {
	return len(s) > 1 && strings.Trim(s, "IVXLCDM") == ""
}

// keepsCase reports whether an adjective with a capital is derived from a name:
// it holds a hyphen before a capital. Simple ones stand in the table.
func keepsCase(s string) bool {
	i := strings.IndexByte(s, '-')
	return i > 0 && i+1 < len(s) && unicode.IsUpper(rune(s[i+1]))
}
