package token

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"sitrep/internal/gold"
)

// corpus calls do with each article of the measuring data.
func corpus(tb testing.TB, do func(text string)) {
	tb.Helper()
	f, err := os.Open(gold.Path(tb, "reports", "ukraine-2022.jsonl.gz"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			tb.Fatal(err)
		}
		do(a.Text)
	}
	if sc.Err() != nil {
		tb.Fatal(sc.Err())
	}
}

// TestCorpus runs every article of the corpus through the tokenizer.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED, NOT TESTED: -short")
	}
	tok := tokenizer(t)
	n, faults := 0, 0
	corpus(t, func(text string) {
		n++
		if why := broken(text, tok.Document(text)); why != "" {
			if faults++; faults < 5 {
				t.Errorf("article %d: %s", n, why)
			}
		}
	})
	if n == 0 {
		t.Error("the corpus is empty")
	}
}

func BenchmarkDocument(b *testing.B) {
	tok := tokenizer(b)
	var texts []string
	size := 0
	corpus(b, func(text string) {
		if len(texts) < 500 {
			texts = append(texts, text)
			size += len(text)
		}
	})
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			tok.Document(s)
		}
	}
}
