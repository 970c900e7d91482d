package page

import (
	"bytes"
	"errors"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// kinds are the openings of files that are no text, and what to call them.
var kinds = []struct{ opening, name string }{
	{"%PDF-", "a PDF file"}, {"PK\x03\x04", "a zip or office file"}, {"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"GIF8", "an image"},
	{"\x7fELF", "a program"}, {"\x1f\x8b", "a gzip file inside another"}, {"SQLite format 3\x00", "a database"}, {"\xd0\xcf\x11\xe0", "an old office file"},
	{"BZh", "a bzip2 file"}, {"\xfd7zXZ\x00", "an xz file"}, {"(\xb5/\xfd", "a zstd file"}, {"Rar!", "a rar file"}, {"7z\xbc\xaf", "a 7-zip file"},
}

// binary tells why bytes are no text, or "".
func binary(raw []byte) string {
	for _, k := range kinds {
		if bytes.HasPrefix(raw, []byte(k.opening)) && (len(k.opening) > 3 || !isASCII(raw)) {
			return "it is " + k.name + ", not text"
		}
	}
	if enc, _ := mark(raw); enc == nil && bytes.IndexByte(raw, 0) >= 0 {
		return "it holds NUL bytes, so it is not text"
	}
	return ""
}

// guess chooses among the single-byte encodings that news of Europe comes in:
// each candidate's bytes are weighed by how like letters of words they are. It
// refuses where none stands out. Encodings of more bytes are named by the pages
// that use them.
func guess(raw []byte) (encoding.Encoding, string, error) {
	sample := raw[:min(len(raw), 64<<10)]
	candidates := []struct {
		enc  *charmap.Charmap
		name string
	}{
		{charmap.Windows1252, "windows-1252"}, {charmap.Windows1251, "windows-1251"},
		{charmap.KOI8U, "koi8-u"}, {charmap.Windows1250, "windows-1250"},
	}
	best, bestScore := -1, 0
	for i, c := range candidates {
		score := weigh(sample, c.enc)
		if best < 0 || score > bestScore {
			best, bestScore = i, score
		}
	}
	high := 0
	for _, b := range sample {
		if b >= 0x80 {
			high++
		}
	}
	if bestScore < high { // text has two or more a letter
		return nil, "", unknown(errors.New("its encoding cannot be told"))
	}
	return candidates[best].enc, candidates[best].name, nil
}
