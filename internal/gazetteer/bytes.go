package gazetteer

import "unsafe"

func u16(s string, at int) uint16 { return uint16(s[at]) | uint16(s[at+1])<<8 }

func u32(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

// uvarint reads a number at at, not beyond end; next is -1 when it is cut off
// or too large for a file of this kind.
func uvarint(s string, at, end int) (v uint32, next int) {
	for shift := 0; at < end && shift < 35; shift += 7 {
		c := s[at]
		at++
		v |= uint32(c&0x7f) << shift
		if c < 0x80 {
			return v, at
		}
	}
	return 0, -1
}

// str reads a string at at, not beyond end.
func str(s string, at, end int) (v string, next int, ok bool) {
	n, at := uvarint(s, at, end)
	if at < 0 || int(n) > end-at {
		return "", at, false
	}
	return s[at : at+int(n)], at + int(n), true
}

func trimZero(s string) string {
	for len(s) > 0 && s[len(s)-1] == 0 {
		s = s[:len(s)-1]
	}
	return s
}

// bytesOf views a string as bytes without copying; the bytes must not be written
// to. It serves the checksum alone.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
