package neural

import "math"

// normFloor keeps the norm of a constant row finite.
const normFloor = 1e-5

// Norm is a layer norm: x to zero mean and unit variance, times gain plus bias.
type Norm struct{ gain, bias []float32 }

// Apply normalises each row of x in place; the width is that of the gain.
func (l *Norm) Apply(x []float32) {
	d := len(l.gain)
	if !vectors || d == 0 || d%8 != 0 || d > Widest || len(x) < d {
		l.plain(x)
		return
	}
	for ; len(x) >= 4*d; x = x[4*d:] {
		norm4(d, &x[0], &l.gain[0], &l.bias[0], float32(d), normFloor)
	}
	if len(x) >= d { // the last rows beside what is thrown away
		var four [4 * Widest]float32
		n := copy(four[:], x[:len(x)/d*d])
		norm4(d, &four[0], &l.gain[0], &l.bias[0], float32(d), normFloor)
		copy(x, four[:n])
	}
}

func (l *Norm) plain(x []float32) {
	d := len(l.gain)
	for ; len(x) >= d; x = x[d:] {
		row := x[:d]
		mean, over := Moments(row)
		for i, v := range row {
			row[i] = float32(float32((v-mean)*over)*l.gain[i]) + l.bias[i]
		}
	}
}

// Moments gives the mean of x and one over its standard deviation, in a fixed
// order of sums.
func Moments(x []float32) (mean, over float32) {
	var a, b, c, d float32
	for i := 0; i+4 <= len(x); i += 4 {
		a, b, c, d = a+x[i], b+x[i+1], c+x[i+2], d+x[i+3]
	}
	mean = ((a + b) + (c + d)) / float32(len(x))
	a, b, c, d = 0, 0, 0, 0
	for i := 0; i+4 <= len(x); i += 4 {
		p, q, r, s := x[i]-mean, x[i+1]-mean, x[i+2]-mean, x[i+3]-mean
		a, b, c, d = a+float32(p*p), b+float32(q*q), c+float32(r*r), d+float32(s*s)
	}
	v := ((a+b)+(c+d))/float32(len(x)) + normFloor
	return mean, 1 / float32(math.Sqrt(float64(v)))
}

// Bend is an S-curve from -1 to 1, x/sqrt(1+x²): made of operations that every
// machine rounds alike, which exp is not.
func Bend(x float32) float32 {
	return x / float32(math.Sqrt(float64(1+float32(x*x))))
}

// positive is x, or zero where x is negative, without a branch.
func positive(x float32) float32 {
	b := math.Float32bits(x)
	return math.Float32frombits(b &^ uint32(int32(b)>>31))
}
