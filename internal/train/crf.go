package train

import "math"

// field is a linear-chain random field over the labels of one sequence: scores
// of labels, of neighbours and of the first label. It finds the logarithm of the
// chance of the gold labels and its gradient.
type field struct {
	k           int
	move, start []float32
	alpha, beta []float64
}

// learn turns y, a row of scores a token (stride wide), into the gradient of the
// loss, adds those of move and start to gm and gs, and gives the loss.
func (f *field) learn(y []float32, wide int, gold []int, scale float32, gm, gs []float32) float64 {
	n, k := len(gold), f.k
	f.alpha, f.beta = longer(f.alpha, n*k), longer(f.beta, n*k)
	at := func(i, b int) float64 { return float64(y[i*wide+b]) }
	terms := make([]float64, k)
	for b := range k {
		f.alpha[b] = float64(f.start[b]) + at(0, b)
		f.beta[(n-1)*k+b] = 0
	}
	for i := 1; i < n; i++ {
		for b := range k {
			for a := range k {
				terms[a] = f.alpha[(i-1)*k+a] + float64(f.move[a*k+b])
			}
			f.alpha[i*k+b] = logSum(terms) + at(i, b)
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range k {
			for b := range k {
				terms[b] = float64(f.move[a*k+b]) + at(i+1, b) + f.beta[(i+1)*k+b]
			}
			f.beta[i*k+a] = logSum(terms)
		}
	}
	whole := logSum(f.alpha[(n-1)*k : n*k])
	score := float64(f.start[gold[0]]) + at(0, gold[0])
	for i := 1; i < n; i++ {
		score += float64(f.move[gold[i-1]*k+gold[i]]) + at(i, gold[i])
	}
	for i := 1; i < n; i++ {
		for a := range k {
			for b := range k {
				m := f.alpha[(i-1)*k+a] + float64(f.move[a*k+b]) + at(i, b) + f.beta[i*k+b] - whole
				if m > -30 {
					gm[a*k+b] += scale * float32(math.Exp(m))
				}
			}
		}
		gm[gold[i-1]*k+gold[i]] -= scale
	}
	for i := range n {
		for b := range k {
			m := scale * float32(math.Exp(f.alpha[i*k+b]+f.beta[i*k+b]-whole))
			y[i*wide+b] = m
			if i == 0 {
				gs[b] += m
			}
		}
		clear(y[i*wide+k : (i+1)*wide])
		y[i*wide+gold[i]] -= scale
	}
	gs[gold[0]] -= scale
	return whole - score
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
