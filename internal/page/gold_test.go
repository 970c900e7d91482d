package page_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"sitrep/internal/gold"
	"sitrep/internal/page"
)

// TestGold measures the articles of real pages against strings that must and
// must not be in them.
func TestGold(t *testing.T) {
	dir := gold.Path(t, "pages")
	data, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []struct {
		File, Title, Date, URL string
		With, Without          []string
	}
	if err := json.Unmarshal(data, &pages); err != nil {
		t.Fatal(err)
	}
	var found, missed, extra, titles, dates, dated, wrongDates int
	for _, p := range pages {
		raw, err := os.ReadFile(filepath.Join(dir, p.File))
		if err != nil {
			t.Fatal(err)
		}
		a, err := page.Extract(raw, page.Hints{}, p.URL)
		if err != nil {
			t.Logf("%s: %v", p.File, err)
			a = &page.Article{}
		}
		text := squeeze(a.Text)
		for _, w := range p.With {
			if strings.Contains(text, squeeze(w)) {
				found++
			} else {
				missed++
				t.Logf("%s lacks %q", p.File, w)
			}
		}
		for _, w := range p.Without {
			if strings.Contains(text, squeeze(w)) {
				extra++
				t.Logf("%s has %q", p.File, w)
			}
		}
		if squeeze(a.Title) == squeeze(p.Title) {
			titles++
		} else {
			t.Logf("%s: title %q, want %q", p.File, a.Title, p.Title)
		}
		if p.Date != "" {
			dated++
			switch string(a.Published) {
			case p.Date:
				dates++
			case "":
				t.Logf("%s: no date, want %s", p.File, p.Date)
			default:
				wrongDates++
				t.Logf("%s: date %q, want %q", p.File, a.Published, p.Date)
			}
		}
	}
	precision, recall := float64(found)/float64(found+extra), float64(found)/float64(found+missed)
	f := 2 * precision * recall / (precision + recall)
	t.Logf("precision %.3f recall %.3f F %.3f; titles %d of %d; dates %d of %d, %d wrong", precision, recall, f, titles, len(pages), dates, dated, wrongDates)
	if f < 0.96 || dates < dated*8/10 || titles < len(pages)*7/10 {
		t.Error("articles are found less well than before")
	}
}

// squeeze compares text whatever its spaces and the composition of its letters.
func squeeze(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), " ")) }
