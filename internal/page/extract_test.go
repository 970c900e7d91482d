package page_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep/internal/fault"
	"sitrep/internal/page"
)

const (
	lead  = "The harbour of Eastmere was opened on Monday, the harbour master said, after eleven days in which no ship could leave."
	more  = "Ships had waited since the storm, which broke the outer wall, and the town's council had asked for help from the coast guard."
	quote = "“We could see the stones from the quay,” said Ada Vale, who sells nets, “and nobody came to lift them until the second week.”"
	last  = "Work on the wall itself will go on until the spring, according to the council, and is to cost more than first was thought."
)

// whole is a page with everything that is not an article around one.
const whole = `<!DOCTYPE html><html lang="en-GB"><head><title>Harbour opened again | The Gazette</title>
<meta property="og:site_name" content="The Gazette"><link rel="canonical" href="https://gazette.example.org/harbour">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Harbour opened again","datePublished":"2023-09-14T23:30:00+02:00","publisher":{"name":"The Gazette"}}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<main><article><h1>Harbour opened again</h1><p class="byline">By Bo Reed</p><div>Published 14 September 2023, 9:41 a.m.</div><figcaption>Credit...Ada Vale</figcaption>
<p>` + lead + `</p><div class="ad">Advertisement</div><p>` + more + `</p>
<p>Sign up for our newsletter and get the sea in your inbox.</p><p>` + quote + `</p><p>On 14 September 2023 it sank.</p><blockquote><p>` + last + `</p></blockquote>
<p>© 2023 The Gazette. All rights reserved.</p></article></main>
<aside class="related"><h2>Related</h2><ul><li><a href="/a">Ten ships that sank</a></li></ul></aside>
<footer><p>Privacy policy</p></footer><script>var x = "` + `never shown";</script></body></html>`

func TestExtract(t *testing.T) {
	a, err := page.Extract([]byte(whole), page.Hints{}, "")
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Harbour opened again" || a.Outlet != "The Gazette" || a.Published != "2023-09-14" || a.URL != "https://gazette.example.org/harbour" || a.Language != "en-GB" {
		t.Errorf("%+v", a)
	}
	for _, want := range []string{lead, more, quote, last, "On 14 September 2023 it sank."} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("the text lacks %q:\n%s", want, a.Text)
		}
	}
	for _, not := range []string{"newsletter", "Advertisement", "All rights", "Ten ships", "Privacy", "never shown", "Home", "9:41", "Credit", "<"} {
		if strings.Contains(a.Text, not) {
			t.Errorf("the text has %q:\n%s", not, a.Text)
		}
	}
	if n := strings.Count(a.Text, "\n\n"); n < 3 {
		t.Errorf("%d breaks between paragraphs:\n%s", n, a.Text)
	}
}

func TestDay(t *testing.T) {
	body := "<p>" + lead + "</p><p>" + more + "</p><p>" + quote + "</p>"
	for _, c := range []struct{ head, url, want string }{
		{`<meta property="article:published_time" content="2023-09-14T01:00:00Z">`, "", "2023-09-14"},
		{`<meta name="date" content="September 14, 2023">`, "", "2023-09-14"},
		{`<meta itemprop="datePublished" content="20230914">`, "", "2023-09-14"},
		{`<time itemprop="datePublished" datetime="2023-09-14">x</time>`, "", "2023-09-14"},
		{`<time class="updated" datetime="2023-09-15">x</time><time datetime="2023-09-14 10:00">x</time>`, "", "2023-09-14"},
		{``, "https://example.org/2023/09/14/harbour", "2023-09-14"},
		{``, "https://example.org/news/2023-09-14", "2023-09-14"},
		{`<span class="date">14 September 2023, 3:51 pm</span>`, "", "2023-09-14"},
		{`<div class="posted-on">Posted on Sept. 14th, 2023</div>`, "", "2023-09-14"},
		{`<span class="date">14.09.2023 16:28</span>`, "", "2023-09-14"},
		{`<span class="date">14/09/2023</span>`, "", "2023-09-14"},
		{`<span class="date">09/10/2023</span>`, "", ""}, // no country tells which is the month
		{`<span class="date">update soon</span>`, "", ""},
		{`<meta name="date" content="0000-00-00">`, "https://example.org/2023/99/99/x", ""},
	} {
		a, err := page.Extract([]byte("<html><body>"+c.head+body+"</body></html>"), page.Hints{}, c.url)
		if err != nil || string(a.Published) != c.want {
			t.Errorf("%s %s: %q, %v; want %q", c.head, c.url, a.Published, err, c.want)
		}
	}
}

func TestNoArticle(t *testing.T) {
	for name, raw := range map[string]string{
		"empty page": "<html><body></body></html>",
		"only links": "<html><body><nav>" + strings.Repeat(`<a href="/x">A link to something else</a> `, 50) + "</nav></body></html>",
		"a script":   "<script>" + strings.Repeat("x();", 1000) + "</script>",
		"too deep":   strings.Repeat("<div>", 100000),
	} {
		if a, err := page.Extract([]byte(raw), page.Hints{}, ""); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
	}
}

// FuzzExtract: no page ends the program; what comes out is valid UTF-8 whose
// blocks are parted by just one empty line, and it can be taken in again.
func FuzzExtract(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("<p>" + lead + "<p>" + more + "<table><td><br><br>"))
	f.Add([]byte(`<script type="application/ld+json">[{"@type":["Article"],"articleBody":"<p>x</p>"}]</script>`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := page.Extract(raw, page.Hints{}, "https://example.org/")
		if err != nil {
			return
		}
		if !utf8.ValidString(a.Text) || strings.Contains(a.Text, "\n\n\n") || strings.TrimSpace(a.Text) != a.Text {
			t.Errorf("text %q", a.Text)
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(whole)))
	for b.Loop() {
		if _, err := page.Extract([]byte(whole), page.Hints{}, ""); err != nil {
			b.Fatal(err)
		}
	}
}
