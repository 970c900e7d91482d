package syntax

// Contracted reports whether b is written onto a as one token of the text, as
// "do" and "n't" are in "don't". CoNLL-U gives such words a range.
func Contracted(a, b *Token) bool {
	if a.End != b.Start || a.Text == "" || b.Text == "" {
		return false
	}
	last := a.Text[len(a.Text)-1]
	ends, digit := asciiLetter(last) || last >= 0x80, '0' <= last && last <= '9'
	rest, marked := afterApostrophe(b.Text)
	switch {
	case marked && rest == "":
		return ends && (b.XPOS == "POS" || b.XPOS == "" && (last == 's' || last == 'S'))
	case marked:
		return (ends || digit || last == '.') && clitic(rest)
	case digit || !asciiLetter(last):
		return false
	}
	return asciiLetter(b.Text[0])
}

func asciiLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// afterApostrophe cuts a leading apostrophe off.
func afterApostrophe(s string) (rest string, ok bool) {
	switch {
	case s[0] == '\'' || s[0] == '`':
		return s[1:], true
	case len(s) >= 3 && s[:3] == "’":
		return s[3:], true
	}
	return s, false
}

func clitic(s string) bool {
	switch s {
	case "s", "m", "d", "t", "re", "ve", "ll", "S", "M", "D", "T", "RE", "VE", "LL":
		return true
	}
	return false
}
