// Package page turns what a web server or a disk gave into text: bytes to UTF-8,
// and a page's HTML to the text, title, day and outlet of its article.
package page

import (
	"bytes"
	"errors"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"sitrep/internal/fault"
)

// Hints are what is known of the encoding from outside the bytes.
type Hints struct {
	// Encoding is what the person says; it goes before everything.
	Encoding string
	// ContentType is the header a server sent, "text/html; charset=koi8-u".
	ContentType string
	// HTML tells that the bytes may name their encoding in a meta element.
	HTML bool
}

// Decode gives bytes as UTF-8 without a byte order mark, and the encoding that
// they were in. The first that answers decides: the person, a byte order mark,
// the server's header, a meta element, UTF-8 where the bytes are valid, and at
// last a guess from the bytes (see guess). Bytes that the encoding does not know
// become U+FFFD; with more than one in a hundred such the bytes are refused.
func Decode(raw []byte, h Hints) (text, name string, err error) {
	if why := binary(raw); why != "" {
		return "", "", fault.New(fault.Invalid, "page.Decode", "", errors.New(why)).Hinted("export it as text or HTML first")
	}
	enc, name, err := choose(raw, h)
	if err != nil {
		return "", "", err
	}
	if name == "utf-8" {
		raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
		if utf8.Valid(raw) {
			return string(raw), name, nil
		}
	}
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", "", unknown(err)
	}
	text = strings.TrimPrefix(string(out), "\ufeff")
	if bad := strings.Count(text, "\ufffd"); bad*100 > utf8.RuneCountInString(text) {
		return "", "", unknown(errors.New("its bytes do not fit the encoding " + name))
	}
	return strings.ToValidUTF8(text, "\ufffd"), name, nil
}

func unknown(err error) error {
	return fault.New(fault.Invalid, "page.Decode", "", err).Hinted("save it in UTF-8, or name its encoding with --encoding")
}

// choose finds the encoding of raw.
func choose(raw []byte, h Hints) (encoding.Encoding, string, error) {
	if h.Encoding != "" {
		enc, err := htmlindex.Get(h.Encoding)
		if err != nil {
			return nil, "", fault.New(fault.Usage, "page.Decode", "--encoding "+h.Encoding, errors.New("no encoding has this name")).
				Hinted("use a name of the web, such as utf-8, windows-1251 or koi8-u")
		}
		name, _ := htmlindex.Name(enc)
		return enc, name, nil
	}
	if enc, name := mark(raw); enc != nil {
		return enc, name, nil
	}
	if _, params, err := mime.ParseMediaType(h.ContentType); err == nil {
		if enc, name := lookup(params["charset"]); enc != nil {
			return enc, name, nil
		}
	}
	if h.HTML {
		if name := meta(raw); name != "" {
			if enc, name := lookup(name); enc != nil && fits(raw, name) {
				return enc, name, nil
			}
		}
	}
	if utf8.Valid(raw) {
		return unicode.UTF8, "utf-8", nil
	}
	return guess(raw)
}

// mark reads a byte order mark.
func mark(raw []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return unicode.UTF8, "utf-8"
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16be"
	}
	return nil, ""
}

func lookup(label string) (encoding.Encoding, string) {
	if label == "" {
		return nil, ""
	}
	enc, name := charset.Lookup(label)
	if name == "replacement" { // encodings that could hide mark-up (encoding.spec.whatwg.org)
		return nil, ""
	}
	return enc, name
}

// meta gives the encoding that the first kilobyte of a page names, as the HTML
// standard looks for it.
func meta(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), 1024)])
	i := bytes.Index(head, []byte("charset"))
	if i < 0 {
		return ""
	}
	rest := strings.TrimLeft(string(head[i+len("charset"):]), " \t\r\n=\"'")
	if j := strings.IndexAny(rest, " \t\r\n\"';/>"); j >= 0 {
		rest = rest[:j]
	}
	return rest
}

// fits tells whether a page that names an encoding can be in it: many pages say
// utf-8 and are not, or say something else and are valid UTF-8 with characters
// beyond ASCII, which happens by chance to no real text of another encoding.
func fits(raw []byte, name string) bool {
	if name == "utf-8" {
		return utf8.Valid(raw)
	}
	return !utf8.Valid(raw) || isASCII(raw)
}

func isASCII(raw []byte) bool {
	for _, b := range raw {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
