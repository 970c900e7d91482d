package train

import (
	"math"

	"sitrep/internal/neural"
)

// field is a linear-chain random field over the labels of one sequence: scores
// of labels, of neighbours and of the first label.
type field struct {
	k           int
	move, start []float32
	alpha, beta []float64
	terms       []float64
	whole       float64 // logarithm of the sum over all labellings
}

// sum runs forwards and backwards over y, a row of scores a token, wide numbers
// each.
func (f *field) sum(y []float32, wide, n int) {
	k := f.k
	f.alpha, f.beta, f.terms = longer(f.alpha, n*k), longer(f.beta, n*k), longer(f.terms, k)
	at := func(i, b int) float64 { return float64(y[i*wide+b]) }
	for b := range k {
		f.alpha[b] = float64(f.start[b]) + at(0, b)
		f.beta[(n-1)*k+b] = 0
	}
	for i := 1; i < n; i++ {
		for b := range k {
			for a := range k {
				f.terms[a] = f.alpha[(i-1)*k+a] + float64(f.move[a*k+b])
			}
			f.alpha[i*k+b] = logSum(f.terms) + at(i, b)
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range k {
			for b := range k {
				f.terms[b] = float64(f.move[a*k+b]) + at(i+1, b) + f.beta[(i+1)*k+b]
			}
			f.beta[i*k+a] = logSum(f.terms)
		}
	}
	f.whole = logSum(f.alpha[(n-1)*k : n*k])
}

// chances adds to q the chance of each label of each token, k numbers a token,
// times share. sum has been called.
func (f *field) chances(q []float32, share float64) {
	for i := range q {
		q[i] += float32(share * math.Exp(f.alpha[i]+f.beta[i]-f.whole))
	}
}

// learn turns y into the gradient of the loss against q, the chances that the
// labels should have (k numbers a token; one and zeros where they are certain),
// adds the gradients of move and start to gm and gs, and gives the loss. What q
// wants of neighbours is the product of what it wants of each, which is right
// where it is certain and near enough elsewhere.
func (f *field) learn(y []float32, wide int, q []float32, scale float32, gm, gs []float32) float64 {
	k := f.k
	n := len(q) / k
	f.sum(y, wide, n)
	wanted := 0.0
	for i := range n {
		for b := range k {
			want := q[i*k+b]
			if i == 0 && want > 0 && f.start[b] > neural.Forbidden/2 {
				wanted += float64(want * (f.start[b] + y[b]))
			} else if i > 0 && want > 0 {
				wanted += float64(want * y[i*wide+b])
			}
			if i == 0 {
				continue
			}
			for a := range k {
				pair := q[(i-1)*k+a] * want
				if m := f.alpha[(i-1)*k+a] + float64(f.move[a*k+b]) + float64(y[i*wide+b]) + f.beta[i*k+b] - f.whole; m > -30 {
					gm[a*k+b] += scale * float32(math.Exp(m))
				}
				if pair > 0 && f.move[a*k+b] > neural.Forbidden/2 { // teachers' neighbours may forbid each other
					gm[a*k+b] -= scale * pair
					wanted += float64(pair * f.move[a*k+b])
				}
			}
		}
	}
	for i := range n {
		for b := range k {
			d := scale * (float32(math.Exp(f.alpha[i*k+b]+f.beta[i*k+b]-f.whole)) - q[i*k+b])
			y[i*wide+b] = d
			if i == 0 {
				gs[b] += d
			}
		}
		clear(y[i*wide+k : (i+1)*wide])
	}
	return f.whole - wanted
}

func longer(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n, n+n/4)
	}
	return s[:n]
}

func logSum(x []float64) float64 {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	sum := 0.0
	for _, v := range x {
		if v > top-40 {
			sum += math.Exp(v - top)
		}
	}
	return top + math.Log(sum)
}
