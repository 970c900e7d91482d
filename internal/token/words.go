package token

// joined gives the offset at which the word [i, j) goes on behind the mark at
// j, or j when the mark ends it.
func (s *scanner) joined(i, j int) int {
	if j+1 >= s.to {
		return j
	}
	next, _ := classAt(s.text, j+1)
	after := next == lower || next == upper || next == digit
	before, _ := classAt(s.text, j-1)
	switch s.text[j] {
	case '.':
		if after && s.dotted(i, j) {
			return j + 1
		}
	case ',':
		if before == digit && next == digit && s.grouped(i, j) {
			return j + 1
		}
	case ':':
		if before == digit && next == digit && classes[s.text[i]] == digit {
			return j + 1
		}
	case '/':
		if after && s.slashed(i, j) {
			return j + 1
		}
	case '-':
		if after && s.hyphened(i, j) {
			return j + 1
		}
	case '&':
		if after && s.run(j+1)-j <= 4 && j-i <= 4 {
			return j + 1
		}
	case '*':
		if next == lower && before != digit {
			return j + 1
		}
	default:
		if n := s.apostropheSize(j); n > 0 && j+n < s.to && s.inName(i, j, n) {
			return j + n
		}
	}
	return j
}

// dotted reports whether the full stop at j joins: decimals, "U.S", names on
// the net and of files, versions.
func (s *scanner) dotted(i, j int) bool {
	end := s.run(j + 1)
	before, after := classes[s.text[j-1]], classes[s.text[j+1]]
	switch {
	case before == digit && after == digit:
		return true
	case s.single(i, j) && (end-(j+1) == 1 || end == s.to || s.text[end] != '.'):
		// "U.S", "a.m", but not "J.Smith" nor "S.Korea"
		if end-(j+1) <= 2 || s.dots(i, j) {
			return true
		}
	}
	if after == upper && end == j+2 && j-i <= 2 && classes[s.text[i]] == upper && end < s.to && s.text[end] == '.' {
		return true // "Ph.D."
	}
	if s.hostname(i) {
		return true
	}
	var b folded
	suffix := s.text[j+1 : end]
	known := s.x.suffixes[string(s.x.fold(&b, suffix))] && (end == s.to || s.text[end] != '.' || end+1 == s.to)
	if after == upper && end > j+2 && classes[s.text[j+2]] == lower { // "left.The", but "Example.Com"
		return known && len(suffix) == 3
	}
	return known
}

// hostname reports whether the word at i goes on as names on the net do: three
// parts or more, each of two small letters or figures at least, parted by full
// stops: "alt.talk.news".
func (s *scanner) hostname(i int) bool {
	parts, n := 1, 0
	for ; i < s.to; i++ {
		switch c := classes[s.text[i]]; {
		case c == lower || c == digit && n > 0 || s.text[i] == '-' && n > 0:
			n++
			continue
		case s.text[i] == '.' && n >= 2:
			if i+1 == s.to {
				return parts >= 3
			}
			parts, n = parts+1, 0
			continue
		}
		break
	}
	return parts >= 3 && n >= 2 && (i == s.to || classes[s.text[i]] == other)
}

// single reports whether exactly one letter stands before j, after the word's
// beginning or a full stop.
func (s *scanner) single(i, j int) bool {
	return letter(s.text[j-1]) && (j-1 == i || s.text[j-2] == '.')
}

// dots reports whether the word [i, j) holds a full stop already: "Ph.D".
func (s *scanner) dots(i, j int) bool {
	for ; i < j; i++ {
		if s.text[i] == '.' {
			return true
		}
	}
	return false
}

// grouped reports whether the comma at j stands within one number: before three
// digits ("10,000") or, once, as a decimal mark.
func (s *scanner) grouped(i, j int) bool {
	n := 0
	for k := j + 1; k < s.to && classes[s.text[k]] == digit; k++ {
		n++
	}
	for k := i; k < j; k++ {
		if classes[s.text[k]] != digit && s.text[k] != ',' {
			return false
		}
	}
	return n == 3 || n <= 2 && j-i <= 3 && (j+1+n == s.to || s.text[j+1+n] != ',')
}

// slashed reports whether the slash at j joins: dates, fractions, "I/C", "w/o".
func (s *scanner) slashed(i, j int) bool {
	if classes[s.text[j-1]] == digit && classes[s.text[j+1]] == digit {
		return true
	}
	n := s.run(j+1) - (j + 1)
	return j-i == 1 && letter(s.text[i]) && (n == 1 && s.text[i] != 'c' || s.text[i] == 'w' && n <= 3)
}

// hyphened reports whether the hyphen at j joins: after a prefix ("pro-Kremlin"),
// in a telephone number or a date of figures.
func (s *scanner) hyphened(i, j int) bool {
	if classes[s.text[i]] == digit || s.text[i] == '+' {
		return s.figured(i)
	}
	var b folded
	return s.x.prefixes[string(s.x.fold(&b, s.text[i:j]))] && classes[s.text[j+1]] != digit ||
		s.text[i:j] == "mid"
}

// figured reports whether the figures parted by hyphens from i on are one
// number: three groups or more ("713-853-3989", "11-20-2000"), or three and
// four figures ("345-9945").
func (s *scanner) figured(i int) bool {
	groups, n, first := 1, 0, 0
	k := i
	for ; k < s.to; k++ {
		switch {
		case classes[s.text[k]] == digit:
			n++
			continue
		case s.text[k] == '-' && k+1 < s.to && classes[s.text[k+1]] == digit:
			if groups == 1 {
				first = n
			}
			groups, n = groups+1, 0
			continue
		case letter(s.text[k]):
			return false
		}
		break
	}
	return groups >= 3 || groups == 2 && (first == 1 || first == 3 || first == 5) && n == 4
}

// inName reports whether the apostrophe of the given length at j stands inside
// a name or word ("O'Connell", "Shi'ite", "'60's") rather than before a clitic.
func (s *scanner) inName(i, j, size int) bool {
	end := s.run(j + size)
	tail := s.text[j+size : end]
	if tail == "" {
		return false
	}
	if classes[s.text[i]] == digit {
		return tail == "s" && j-i >= 2 && s.text[j-1] == '0' // the 1990's
	}
	switch fold3(tail) {
	case "s", "m", "d", "re", "ve", "ll":
		return end < s.to && (s.text[end] == '\'' && size == 1) && s.run(end+1) > end+1
	case "t":
		return s.text[j-1] != 'n' && s.text[j-1] != 'N'
	}
	return true
}

// fold3 gives short endings in lower case, anything longer as it is.
func fold3(s string) string {
	switch s {
	case "S":
		return "s"
	case "M":
		return "m"
	case "D":
		return "d"
	case "T":
		return "t"
	case "RE", "Re":
		return "re"
	case "VE", "Ve":
		return "ve"
	case "LL", "Ll":
		return "ll"
	}
	return s
}

// word emits the word [i, j), parted where it is contracted, and gives the
// offset behind what it emitted: behind j when the clitic "n't" reaches there.
func (s *scanner) word(i, j int) int {
	var b folded
	if k := s.x.contractions[string(s.x.fold(&b, s.text[i:j]))]; k > 0 {
		s.emit(i, i+k, 0)
		s.emit(i+k, j, clitic)
		return j
	}
	if size, n := s.apostrophe(j); size > 0 && j-i >= 2 && (s.text[j-1] == 'n' || s.text[j-1] == 'N') && fold3(s.text[j+size:j+n]) == "t" {
		s.emit(i, j-1, 0)
		s.emit(j-1, j+n, clitic)
		return j + n
	}
	s.emit(i, j, 0)
	return j
}

// apostropheSize gives the length of the mark at j where it is one that is
// written for an apostrophe: besides ' and ’ the grave and acute accents, the
// modifier letter and the mark that opens a single quotation. 0 for another.
func (s *scanner) apostropheSize(j int) int {
	if j >= s.to {
		return 0
	}
	switch s.text[j] {
	case '\'', '`':
		return 1
	case 0xc2: // ´
		if j+1 < s.to && s.text[j+1] == 0xb4 {
			return 2
		}
	case 0xca: // ʼ
		if j+1 < s.to && s.text[j+1] == 0xbc {
			return 2
		}
	case 0xe2: // ’ ‘
		if j+2 < s.to && s.text[j+1] == 0x80 && (s.text[j+2] == 0x99 || s.text[j+2] == 0x98) {
			return 3
		}
	}
	return 0
}

// apostrophe gives the length of the apostrophe at j and of the clitic with it,
// zero where none stands there.
func (s *scanner) apostrophe(j int) (size, n int) {
	if size = s.apostropheSize(j); size == 0 {
		return 0, 0
	}
	end := s.run(j + size)
	switch fold3(s.text[j+size : end]) {
	case "s", "m", "d", "re", "ve", "ll", "t":
		return size, end - j
	}
	return 0, 0
}
