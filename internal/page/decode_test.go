package page_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"sitrep/internal/fault"
	"sitrep/internal/page"
)

const (
	russian   = "Министр заявил, что переговоры продолжаются. «Мы готовы», — сказал он."
	ukrainian = "Міністр заявив, що перемовини тривають. Їжак і ґанок — це єдине."
	german    = "Der Minister sagte, die Gespräche über die Brücke würden fortgeführt – „größer“ sei sie nie gewesen."
	english   = "The minister said that talks go on – “we are ready”."
)

func TestDecode(t *testing.T) {
	in := func(c *charmap.Charmap, s string) string {
		b, err := c.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	wide := func(e unicode.Endianness, s string) string {
		b, err := unicode.UTF16(e, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, c := range []struct {
		name, raw  string
		h          page.Hints
		want, with string
	}{
		{"plain", "plain", page.Hints{}, "plain", "utf-8"},
		{"empty", "", page.Hints{}, "", "utf-8"},
		{"utf-8", russian, page.Hints{}, russian, "utf-8"},
		{"mark", "\ufeff" + russian, page.Hints{}, russian, "utf-8"},
		{"utf-16le", wide(unicode.LittleEndian, russian), page.Hints{}, russian, "utf-16le"},
		{"utf-16be", wide(unicode.BigEndian, russian), page.Hints{}, russian, "utf-16be"},
		{"header", in(charmap.KOI8R, "Министр"), page.Hints{ContentType: "text/html; charset=KOI8-R"}, "Министр", "koi8-r"},
		{"mark before header", "\ufeffé", page.Hints{ContentType: "text/html; charset=windows-1251"}, "é", "utf-8"},
		{"header before meta", "<meta charset=koi8-r>" + in(charmap.Windows1251, "да"), page.Hints{ContentType: "text/html; charset=windows-1251", HTML: true}, "<meta charset=koi8-r>да", "windows-1251"},
		{"meta", `<meta charset="windows-1251">` + in(charmap.Windows1251, "да"), page.Hints{HTML: true}, `<meta charset="windows-1251">да`, "windows-1251"},
		{"old meta", `<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">` + in(charmap.Windows1251, "да"), page.Hints{HTML: true}, `<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">да`, "windows-1251"},
		{"meta that is wrong", `<meta charset=iso-8859-1>` + russian, page.Hints{HTML: true}, `<meta charset=iso-8859-1>` + russian, "utf-8"},
		{"meta in plain text is no meta", `charset=koi8-r ` + russian, page.Hints{}, `charset=koi8-r ` + russian, "utf-8"},
		{"the person", in(charmap.Windows1251, "да"), page.Hints{Encoding: "cp1251", ContentType: "text/plain; charset=utf-8"}, "да", "windows-1251"},
		{"guess 1251", in(charmap.Windows1251, strings.ReplaceAll(russian, "—", "-")), page.Hints{}, strings.ReplaceAll(russian, "—", "-"), "windows-1251"},
		{"guess 1251 Ukrainian", in(charmap.Windows1251, ukrainian), page.Hints{}, ukrainian, "windows-1251"},
		{"guess koi8-u", in(charmap.KOI8U, "Міністр заявив, що перемовини тривають. Їжак і ґанок."), page.Hints{}, "Міністр заявив, що перемовини тривають. Їжак і ґанок.", "koi8-u"},
		{"guess 1252", in(charmap.Windows1252, german), page.Hints{}, german, "windows-1252"},
		{"guess 1252 from signs", in(charmap.Windows1252, english), page.Hints{}, english, "windows-1252"},
	} {
		got, with, err := page.Decode([]byte(c.raw), c.h)
		if err != nil || got != c.want || with != c.with {
			t.Errorf("%s: %q in %s, %v; want %q in %s", c.name, got, with, err, c.want, c.with)
		}
	}
}

func TestNotText(t *testing.T) {
	for name, c := range map[string]struct{ raw, says string }{
		"pdf":     {"%PDF-1.7\n...", "a PDF file"},
		"zip":     {"PK\x03\x04....", "a zip or office file"},
		"image":   {"\xff\xd8\xff\xe0..", "an image"},
		"sqlite":  {"SQLite format 3\x00", "a database"},
		"nul":     {"text\x00text", "NUL"},
		"random":  {"\x81\x8d\x8f\x90\x9d\xa0\x81\x8d\x8f\x90\x9d", "encoding"},
		"utf-16?": {"t\x00e\x00x\x00t\x00", "NUL"},
	} {
		text, _, err := page.Decode([]byte(c.raw), page.Hints{})
		if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %q, %v; want an error that says %q", name, text, err, c.says)
		}
	}
	if _, _, err := page.Decode([]byte("x"), page.Hints{Encoding: "nonsense"}); fault.KindOf(err) != fault.Usage {
		t.Errorf("an encoding that is none: %v", err)
	}
	if _, _, err := page.Decode([]byte("caf\xe9 caf\xe9"), page.Hints{Encoding: "utf-8"}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("bytes that do not fit: %v", err)
	}
}

// FuzzDecode: whatever comes in, the text is valid UTF-8 without a NUL or a byte
// order mark at its head, and no longer than three bytes for each that came in.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "plain", russian, "\ufeffx", "\xff\xfex\x00", "\xfe\xff\x00x", "<meta charset=koi8-r>\xc1", "\x81\x8d", "%PDF-", "<meta charset=utf-7>+ADw-", "\xff\xfe\x00\xd8"} {
		f.Add([]byte(s), "text/html; charset=windows-1251", true)
		f.Add([]byte(s), "", false)
	}
	f.Fuzz(func(t *testing.T, raw []byte, contentType string, isHTML bool) {
		text, name, err := page.Decode(raw, page.Hints{ContentType: contentType, HTML: isHTML})
		if err != nil {
			if fault.KindOf(err) != fault.Invalid {
				t.Errorf("an error that is not Invalid: %v", err)
			}
			return
		}
		if !utf8.ValidString(text) || strings.HasPrefix(text, "\ufeff\ufeff") || name == "" {
			t.Errorf("%q in %q", text, name)
		}
		if len(text) > 3*len(raw)+3 {
			t.Errorf("%d bytes became %d", len(raw), len(text))
		}
	})
}
