package score

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"

	"sitrep/internal/fault"
	"sitrep/internal/ingest"
)

// endsFile holds where the sentences of some reports end, checked by readers: a line
// a report, its address and the byte offsets of the ends in its text. "# reports:"
// names the JSON Lines of the reports below the folder of data.
type endsFile struct {
	reports string
	ends    map[string][]int // by address
}

func readEnds(path string) (*endsFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.sentences", path, err)
	}
	defer f.Close()
	e := &endsFile{ends: map[string][]int{}}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if key, ok := strings.CutPrefix(sc.Text(), "# reports: "); ok {
			e.reports = key
		}
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		url, list, _ := strings.Cut(sc.Text(), "\t")
		for _, s := range strings.Fields(list) {
			n, err := strconv.Atoi(s)
			if err != nil {
				return nil, fault.New(fault.Invalid, "score.sentences", path, err)
			}
			e.ends[url] = append(e.ends[url], n)
		}
	}
	return e, sc.Err()
}

// scoreEnds measures where sentences end in reports.
func scoreEnds(a Args) (Metrics, error) {
	gold, err := readEnds(a.Gold)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(a.Data, gold.reports)
	if _, err := os.Stat(path); err != nil {
		return nil, fault.New(fault.NotFound, "score.sentences", path, err).Hinted("name the folder of data with --data")
	}
	var all counts
	reports, tokens, spent := 0, 0, time.Duration(0)
	src := &ingest.Source{Paths: []string{path}}
	for it := range src.Items(context.Background()) {
		if it.Err != nil {
			return nil, it.Err
		}
		r := it.Input
		ends, ok := gold.ends[r.URL]
		if !ok {
			continue
		}
		delete(gold.ends, r.URL)
		reports++
		began := time.Now()
		doc := a.Reader.Cut(r.Text)
		spent += time.Since(began)
		var found [][2]int
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			found, tokens = append(found, [2]int{s.Start, s.End}), tokens+len(s.Tokens)
			if a.Predictions != nil {
				fmt.Fprintf(a.Predictions, "%s\t%d\t%d\n", r.URL, s.Start, s.End)
			}
		}
		c := spanCounts(spans(r.Text, ends), found)
		all.gold, all.system, all.correct = all.gold+c.gold, all.system+c.system, all.correct+c.correct
	}
	if len(gold.ends) > 0 {
		return nil, fault.New(fault.Invalid, "score.sentences", path, nil).Hinted(fmt.Sprintf("it lacks %d of the reports", len(gold.ends)))
	}
	return Metrics{"reports": reports, "sentences": all.gold, "sentences_f1": all.f1(), "tokens_per_second": float64(tokens) / max(spent.Seconds(), 1e-9)}, nil
}

// spans are the stretches that end where ends say, without space around them.
func spans(text string, ends []int) (out [][2]int) {
	from := 0
	for _, to := range ends {
		to = min(to, len(text))
		part := strings.TrimLeftFunc(text[from:to], unicode.IsSpace)
		out = append(out, [2]int{to - len(part), to})
		from = to
	}
	return out
}
