package train

import (
	"math"
	"math/rand/v2"

	"sitrep/internal/neural"
)

// linear is y = x·w + b with w as in×out; wt is its transpose, for the way back.
type linear struct {
	w, b    *param
	in, out int
	wt      []float32
}

func (p *params) linear(name string, in, out int) *linear {
	l := &linear{in: in, out: out, wt: make([]float32, in*out)}
	l.w = p.add(name, in, out, math.Sqrt(6/float64(in+out)), false)
	l.b = p.add(name+".bias", 1, out, 0, false)
	return l
}

// turn renews the transpose after a step.
func (l *linear) turn() {
	for i := range l.in {
		row := l.w.w[i*l.out : (i+1)*l.out]
		for o, v := range row {
			l.wt[o*l.in+i] = v
		}
	}
}

func (l *linear) forward(n int, x []float32, xRow int, y []float32) {
	for i := range n {
		copy(y[i*l.out:(i+1)*l.out], l.b.w)
	}
	neural.MatMul(n, l.out, l.in, x, xRow, 1, l.w.w, l.out, y, l.out)
}

// backward adds to the gradients of w and b, and, unless dx is nil, to dx.
func (l *linear) backward(g *grads, n int, x []float32, xRow int, dy, dx []float32, dxRow int) {
	l.weights(g, n, x, xRow, dy)
	if dx != nil {
		neural.MatMul(n, l.in, l.out, dy, l.out, 1, l.wt, l.in, dx, dxRow)
	}
}

func (l *linear) weights(g *grads, n int, x []float32, xRow int, dy []float32) {
	neural.MatMul(l.in, l.out, n, x, 1, xRow, dy, l.out, g.of(l.w), l.out)
	gb := g.of(l.b)
	for i := range n {
		neural.AddRow(gb, dy[i*l.out:(i+1)*l.out])
	}
}

// backwardWindow is backward for an input that is a window of three rows of d
// numbers: dx is the row before the first, and rows overlap.
func (l *linear) backwardWindow(g *grads, n, d int, x, dy, dx []float32) {
	l.weights(g, n, x, d, dy)
	for j := range 3 {
		neural.MatMul(n, d, l.out, dy, l.out, 1, l.wt[j*d:], l.in, dx[j*d:], d)
	}
}

// norm is a layer norm; it keeps what the way back needs in normed and over.
type norm struct{ gain, bias *param }

func (p *params) norm(name string, d int) *norm {
	n := &norm{gain: p.add(name+".gain", 1, d, 0, false), bias: p.add(name+".bias", 1, d, 0, false)}
	for i := range n.gain.w {
		n.gain.w[i] = 1
	}
	return n
}

func (l *norm) forward(n int, x, normed, over, y []float32) {
	d := l.gain.cols
	for i := range n {
		row := x[i*d : (i+1)*d]
		mean, o := neural.Moments(row)
		over[i] = o
		nr, yr := normed[i*d:(i+1)*d], y[i*d:(i+1)*d]
		for j, v := range row {
			nr[j] = (v - mean) * o
			yr[j] = nr[j]*l.gain.w[j] + l.bias.w[j]
		}
	}
}

// backward turns dy into dx, in place.
func (l *norm) backward(g *grads, n int, normed, over, dy []float32) {
	d := l.gain.cols
	gg, gb := g.of(l.gain), g.of(l.bias)
	for i := range n {
		nr, dr := normed[i*d:(i+1)*d], dy[i*d:(i+1)*d]
		var sum, dot float32
		for j, v := range dr {
			gg[j] += v * nr[j]
			gb[j] += v
			v *= l.gain.w[j]
			dr[j] = v
			sum += v
			dot += v * nr[j]
		}
		sum, dot = sum/float32(d), dot/float32(d)
		for j, v := range dr {
			dr[j] = (v - sum - nr[j]*dot) * over[i]
		}
	}
}

// drop sets each number to zero with chance rate and scales the rest up.
func drop(rng *rand.Rand, x []float32, rate float64) {
	if rate <= 0 {
		return
	}
	limit, keep := uint64(rate*65536), float32(1/(1-rate))
	for i := 0; i < len(x); i += 4 {
		r := rng.Uint64()
		for j := i; j < min(i+4, len(x)); j++ {
			if r&0xffff < limit {
				x[j] = 0
			} else {
				x[j] *= keep
			}
			r >>= 16
		}
	}
}

// softmax turns scores into chances and gives the logarithm of their sum.
func softmax(x []float32) float64 {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var sum float64
	for i, v := range x {
		e := math.Exp(float64(v - top))
		x[i] = float32(e)
		sum += e
	}
	for i := range x {
		x[i] = float32(float64(x[i]) / sum)
	}
	return float64(top) + math.Log(sum)
}
