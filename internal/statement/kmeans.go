package statement

import (
	"math/rand"
	"strings"

	"sitrep/internal/neural"
)

// clusterCount is how many groups of words of like use the model knows.
const clusterCount = 384

// group gives each word that has a vector the number of its cluster, by k-means
// over directions. The order of words and the seed settle the outcome.
func group(words []string, v *neural.Vectors, seed int64) map[string]uint32 {
	dims := v.Dims()
	var known []string
	var data []float32
	q := make([]int16, dims)
	for _, w := range words {
		if !v.Find(neural.LowerHash([]byte(strings.ToLower(w))), q) {
			continue
		}
		known = append(known, w)
		norm := float32(0)
		for _, x := range q {
			norm += float32(x) * float32(x)
		}
		norm = 1 / max(sqrt32(norm), 1)
		for _, x := range q {
			data = append(data, float32(x)*norm)
		}
	}
	n, k := len(known), min(clusterCount, len(known))
	if k == 0 {
		return nil
	}
	centres := make([]float32, k*dims)
	for c, i := range rand.New(rand.NewSource(seed)).Perm(n)[:k] {
		copy(centres[c*dims:(c+1)*dims], data[i*dims:(i+1)*dims])
	}
	of := make([]uint32, n)
	for range 12 {
		for i := range n {
			of[i] = closest(centres, data[i*dims:(i+1)*dims])
		}
		clear(centres)
		for i := range n {
			c := centres[int(of[i])*dims : int(of[i]+1)*dims]
			for d, x := range data[i*dims : (i+1)*dims] {
				c[d] += x
			}
		}
		for c := range k {
			row := centres[c*dims : (c+1)*dims]
			norm := float32(0)
			for _, x := range row {
				norm += x * x
			}
			norm = 1 / max(sqrt32(norm), 1e-6)
			for d := range row {
				row[d] *= norm
			}
		}
	}
	out := make(map[string]uint32, n)
	for i, w := range known {
		out[w] = of[i] + 1
	}
	return out
}

func closest(centres, x []float32) uint32 {
	best, at := float32(-2), 0
	for c := 0; c*len(x) < len(centres); c++ {
		row := centres[c*len(x) : (c+1)*len(x)]
		var s float32
		for d, y := range x {
			s += y * row[d]
		}
		if s > best {
			best, at = s, c
		}
	}
	return uint32(at)
}
