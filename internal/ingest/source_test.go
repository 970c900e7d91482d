package ingest_test

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/internal/ingest"
)

// put writes files into a new folder and gives it; a name that ends in .gz is
// compressed.
func put(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".gz") {
			var b strings.Builder
			z := gzip.NewWriter(&b)
			z.Write([]byte(content))
			z.Close()
			content = b.String()
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const page = `<html><head><title>Harbour open again after storm | The Gazette</title><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2023-09-14T10:00:00Z"></head><body><article><h1>Harbour open again after storm</h1>
<p>The harbour of Eastmere was opened on Monday, the harbour master said, after eleven days in which no ship could leave.</p>
<p>Ships had waited since the storm, which broke the outer wall, and the council had asked for help from the coast guard.</p></article></body></html>`

func TestKinds(t *testing.T) {
	dir := put(t, map[string]string{
		"a.txt": "Plain text.", "b/c.jsonl": "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n", "b/d.jsonl.gz": "{\"text\":\"Three.\"}", "e.txt.gz": "Four.",
		"f.html": page, "g.png": "\x89PNG", "h.json": "{}", ".i.txt": "hidden", ".j/k.txt": "hidden", "l.TXT": "Five.",
	})
	src := &ingest.Source{Paths: []string{dir}, Now: now}
	var got []string
	for _, it := range all(t, src) {
		if it.Err != nil {
			t.Errorf("%s: %v", it.Origin, it.Err)
		}
		rel, _ := filepath.Rel(dir, it.Origin.Name)
		got = append(got, fmt.Sprintf("%s:%d:%.9s", filepath.ToSlash(rel), it.Origin.Line, it.Input.Text))
	}
	want := "a.txt:0:Plain tex|b/c.jsonl:1:One.|b/c.jsonl:2:Two.|b/d.jsonl.gz:1:Three.|e.txt.gz:0:Four.|f.html:0:The harbo|l.TXT:0:Five."
	if strings.Join(got, "|") != want || src.Skipped() != 2 {
		t.Errorf("got %s, %d left out", strings.Join(got, "|"), src.Skipped())
	}
	again := all(t, src)
	if read, total := again[len(again)-1].Read, src.Total(); read != 2*total || total == 0 { // it was gone through twice
		t.Errorf("progress ends at %d of %d", read, total)
	}
	// Piped in, the kind is told by the bytes.
	for text, want := range map[string]string{"Plain.": "Plain.", `{"text":"One."}`: "One.", page: "The harbour of"} {
		if items := all(t, from(text)); len(items) != 1 || !strings.HasPrefix(items[0].Input.Text, want) {
			t.Errorf("%.20q gives %+v", text, items)
		}
	}
}

func TestDefaults(t *testing.T) {
	known := ingest.Defaults{Outlet: "Given", Title: "Given title", URL: "https://example.org/given", Published: "2023-01-01"}
	for _, c := range []struct{ text, outlet, title, day, basis string }{
		{"Plain.", "Given", "Given title", "2023-01-01", ""},
		{`{"text":"x"}`, "Given", "Given title", "2023-01-01", ""},
		{`{"text":"x","outlet":" Own ","title":"Own title","date":"2022-02-01"}`, "Own", "Own title", "2022-02-01", ""},
		{`{"version":1,"report":{"id":"r-1","outlet":"Read","title":"Read title","published":{"value":"2022-03-04","basis":"given"}},"text":"x"}`, "Read", "Read title", "2022-03-04", ""},
		{`{"report":{"published":{"value":"2022-03-04","basis":"inferred"}},"text":"x"}`, "Given", "Given title", "2023-01-01", ""},
		{page, "Given", "Given title", "2023-01-01", ""},
	} {
		s := from(c.text)
		s.Defaults = known
		in := all(t, s)[0].Input
		if in.Outlet != c.outlet || in.Title != c.title || string(in.Published) != c.day || string(in.PublishedBasis) != c.basis {
			t.Errorf("%.30q: %+v", c.text, in)
		}
	}
	in := all(t, from(page))[0].Input
	if in.Outlet != "The Gazette" || in.Title != "Harbour open again after storm" || in.Published != "2023-09-14" || in.PublishedBasis != "page" {
		t.Errorf("what a page tells: %+v", in)
	}
	if in := all(t, from(`{"text":"x","sample":true}`))[0].Input; !in.Sample {
		t.Error("the mark of a sample was lost")
	}
}

// TestLongLines: a line over the limit is passed by, and the next one is read.
func TestLongLines(t *testing.T) {
	long := `{"text":"` + strings.Repeat("a", ingest.MaxInput) + `"}`
	items := all(t, from(`{"text":"One."}`+"\n"+long+"\n"+`{"text":"Two."}`))
	if len(items) != 3 || items[1].Err == nil || items[2].Input.Text != "Two." || items[1].Size != int64(len(long))+1 || len(items[1].Raw) > 1<<20 {
		t.Errorf("%d items; %v", len(items), items[1].Err)
	}
}

// TestCutGzip: what stood before the cut is taken.
func TestCutGzip(t *testing.T) {
	dir := put(t, map[string]string{"a.jsonl.gz": strings.Repeat("{\"text\":\"One, with some words that differ.\"}\n", 2000)})
	path := filepath.Join(dir, "a.jsonl.gz")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile(path, data[:len(data)/2], 0o644)
	items := all(t, &ingest.Source{Paths: []string{path}, Now: now})
	last := items[len(items)-1]
	if len(items) < 2 || items[0].Err != nil || last.Err == nil || !strings.Contains(last.Err.Error(), "cut off") {
		t.Errorf("%d items, the last: %v", len(items), last.Err)
	}
}
