package gazetteer

import "unicode/utf8"

// Fold appends the key of a name to buf: lower case, accents taken off,
// apostrophes and full stops dropped, hyphens and other marks one space. Two
// spellings that differ only there share a key. Letters of other scripts are
// kept in lower case.
func Fold(buf []byte, name string) []byte {
	start := len(buf)
	space := false
	for i := 0; i < len(name); {
		c := name[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'A' && c <= 'Z':
				c += 'a' - 'A'
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			case c == '\'' || c == '.' || c == '`':
				continue
			default:
				space = len(buf) > start
				continue
			}
			if space {
				buf = append(buf, ' ')
				space = false
			}
			buf = append(buf, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(name[i:])
		i += n
		r = plain(r)
		switch r {
		case 0:
			continue
		case ' ':
			space = len(buf) > start
			continue
		}
		if space {
			buf = append(buf, ' ')
			space = false
		}
		buf = utf8.AppendRune(buf, r)
	}
	return buf
}

// plain gives the folded form of a letter beyond ASCII: 0 to drop it, ' ' to
// part words there.
func plain(r rune) rune {
	switch {
	case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʹ' || r == 'ʻ' || r == '′' || r == 'ь' || r == 'Ь' || r == utf8.RuneError:
		return 0
	case r == 'ё' || r == 'Ё':
		return 'е'
	case r >= 0x300 && r < 0x370: // combining marks
		return 0
	case r >= 0xC0 && r < 0x250:
		if c := latin[r-0xC0]; c != '-' {
			return rune(c)
		}
		return ' '
	case r >= 0x1E00 && r < 0x1F00:
		if c := latinMore[r-0x1E00]; c != '-' {
			return rune(c)
		}
		return ' '
	case r >= 'А' && r <= 'Я':
		return r + 32
	case r >= 0x400 && r < 0x410:
		return r + 80
	case r == 'Ґ':
		return 'ґ'
	case r < 0xC0 || r >= 0x2000 && r < 0x2070 || r >= 0x3000 && r < 0x3003:
		return ' '
	}
	return r
}

// Skeleton appends the key under which the romanisations of one Slavic name
// meet: the letters that systems disagree on are made one (y, yi, iy, ii and i;
// kh and h and g; ye, ie and e, and so with a, o and u; ts and c; endings -iv and
// -ov stay apart, because they part languages, not systems).
// key must be folded.
func Skeleton(buf, key []byte) []byte {
	start := len(buf)
	put := func(c byte) {
		if n := len(buf); n > start && buf[n-1] == c && c != ' ' {
			return // doubled letters count once
		}
		buf = append(buf, c)
	}
	for i := 0; i < len(key); i++ {
		c := key[i]
		next := byte(0)
		if i+1 < len(key) {
			next = key[i+1]
		}
		switch c {
		case 'y', 'j', 'i':
			if next == 'e' || next == 'o' || next == 'a' || next == 'u' {
				continue // ye, ie: e; ya, ia: a
			}
			put('i')
		case 'k':
			if next == 'h' {
				i++
				put('h')
				continue
			}
			put('k')
		case 'g':
			put('h')
		case 't':
			if next == 's' {
				i++
				put('c')
				continue
			}
			put('t')
		case 'z', 's', 'c':
			if next == 'h' {
				i++
				put(c - 'a' + 'A')
				continue
			}
			put(c)
		case 'w':
			put('v')
		default:
			put(c)
		}
	}
	return buf
}
