package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"sitrep/internal/fault"
	"sitrep/internal/page"
)

// goldPage is a page of a folder of pages: strings that must and must not be in
// its article, its title and its day.
type goldPage struct {
	File, Title, Date, URL string
	With, Without          []string
}

// PagesTask measures the text of articles against a folder of pages with a file
// gold.json. Keys: precision, recall, f1 of the strings; title and date, the
// share of pages that have the right one; wrong_dates.
func PagesTask(a Args) (Metrics, error) {
	data, err := os.ReadFile(filepath.Join(a.Gold, "gold.json"))
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.pages", a.Gold, err).Hinted("name a folder of pages with a gold.json")
	}
	var pages []goldPage
	if err := json.Unmarshal(data, &pages); err != nil {
		return nil, fault.New(fault.Invalid, "score.pages", a.Gold, err)
	}
	var found, missed, extra, titles, dates, dated, wrong float64
	for _, p := range pages {
		raw, err := os.ReadFile(filepath.Join(a.Gold, p.File))
		if err != nil {
			return nil, fault.New(fault.NotFound, "score.pages", p.File, err)
		}
		got, err := page.Extract(raw, page.Hints{}, p.URL)
		if err != nil { // a page that is refused has found nothing
			got = &page.Article{}
		}
		text := flat(got.Text)
		has := func(list []string) (n float64) {
			for _, s := range list {
				if strings.Contains(text, flat(s)) {
					n++
				}
			}
			return n
		}
		n := has(p.With)
		found, missed, extra = found+n, missed+float64(len(p.With))-n, extra+has(p.Without)
		if flat(got.Title) == flat(p.Title) {
			titles++
		}
		if p.Date != "" {
			dated++
			switch string(got.Published) {
			case p.Date:
				dates++
			case "":
			default:
				wrong++
			}
		}
	}
	return Metrics{"pages": len(pages), "precision": found / max(found+extra, 1), "recall": found / max(found+missed, 1),
		"f1": 2 * found / max(2*found+extra+missed, 1), "title": titles / max(float64(len(pages)), 1), "date": dates / max(dated, 1), "wrong_dates": int(wrong)}, nil
}

// flat gives text whatever its spaces and the composition of its letters.
func flat(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), " ")) }
