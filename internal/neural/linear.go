package neural

import "math"

// Fine is the number of activation steps in one: an activation is an int16 in
// steps of 1/Fine.
const Fine = 1024

// Linear is y = W·x + b with W in 8-bit integers, one scale a row of W, and x in
// 16-bit fixed point. It is read-only and may be shared.
type Linear struct {
	in, out int       // out is a multiple of 16, in of 4
	packed  []int16   // for vectors: blocks of 16 outputs, pairs of inputs
	lanes   []int64   // without: two outputs in one word, see dotPlain
	scale   []float32 // scale of a row, times 1/Fine
	bias    []float32
}

// MaxInput is the widest input of a Linear: wider ones could overflow 32 bits.
const MaxInput = 512

// NewLinear packs weights: w holds out rows of in numbers, scale one a row,
// bias one a row or nil. It panics when the shape is not what the kernels take,
// since shapes are checked when a model is opened.
func NewLinear(in, out int, w []int8, scale, bias []float32) *Linear {
	return newLinear(in, out, w, scale, bias, vectors)
}

func newLinear(in, out int, w []int8, scale, bias []float32, vectors bool) *Linear {
	if in%4 != 0 || in > MaxInput || out%16 != 0 || len(w) != in*out || len(scale) != out {
		panic("neural.NewLinear: shape")
	}
	l := &Linear{in: in, out: out, scale: make([]float32, out), bias: make([]float32, out)}
	for i, s := range scale {
		l.scale[i] = s / Fine
	}
	copy(l.bias, bias)
	if vectors {
		l.packed = make([]int16, in*out)
		for o := range out {
			for i := range in {
				l.packed[(o/16)*16*in+(i/2)*32+(o%16)*2+i%2] = int16(w[o*in+i])
			}
		}
		return l
	}
	l.lanes = make([]int64, in*out/2)
	for o := 0; o < out; o += 2 {
		for i := range in {
			l.lanes[o/2*in+i] = int64(w[o*in+i]) + int64(w[(o+1)*in+i])<<32
		}
	}
	return l
}

// Out is the number of outputs.
func (l *Linear) Out() int { return l.out }

// Apply multiplies n rows of x into n rows of y. xRow is the stride of x; rows
// may overlap.
func (l *Linear) Apply(n int, x []int16, xRow int, y []float32) {
	if n == 0 {
		return
	}
	_, _ = x[(n-1)*xRow+l.in-1], y[n*l.out-1]
	if l.packed == nil {
		l.applyPlain(n, x, xRow, y)
		return
	}
	for o := 0; o < l.out; o += 16 {
		w := &l.packed[o*l.in]
		i := 0
		for ; i+4 <= n; i += 4 {
			dot4(l.in/2, &x[i*xRow], xRow*2, w, &l.scale[o], &l.bias[o], &y[i*l.out+o], l.out*4)
		}
		for ; i < n; i++ {
			dot1(l.in/2, &x[i*xRow], w, &l.scale[o], &l.bias[o], &y[i*l.out+o])
		}
	}
}

// applyPlain does the same without vectors. Two weights ride in one 64-bit word,
// 32 bits apart, so that one multiplication makes two products; the borrow that
// a negative low half takes from the high one is given back at the end.
func (l *Linear) applyPlain(n int, x []int16, xRow int, y []float32) {
	i := 0
	for ; i+2 <= n; i += 2 {
		x0, x1 := x[i*xRow:i*xRow+l.in], x[(i+1)*xRow:(i+1)*xRow+l.in]
		y0, y1 := y[i*l.out:(i+1)*l.out], y[(i+1)*l.out:(i+2)*l.out]
		for o := 0; o+4 <= l.out; o += 4 {
			wa, wb := l.lanes[o/2*l.in:(o/2+1)*l.in], l.lanes[(o/2+1)*l.in:(o/2+2)*l.in]
			a0, b0, a1, b1 := dot22(x0, x1, wa, wb)
			l.put(y0, o, a0)
			l.put(y0, o+2, b0)
			l.put(y1, o, a1)
			l.put(y1, o+2, b1)
		}
	}
	if i < n {
		x0, y0 := x[i*xRow:i*xRow+l.in], y[i*l.out:(i+1)*l.out]
		for o := 0; o+8 <= l.out; o += 8 {
			k := o / 2 * l.in
			a, b, c, d := dot14(x0, l.lanes[k:k+l.in], l.lanes[k+l.in:k+2*l.in], l.lanes[k+2*l.in:k+3*l.in], l.lanes[k+3*l.in:k+4*l.in])
			l.put(y0, o, a)
			l.put(y0, o+2, b)
			l.put(y0, o+4, c)
			l.put(y0, o+6, d)
		}
	}
}

func dot22(x0, x1 []int16, wa, wb []int64) (a0, b0, a1, b1 int64) {
	x1, wa, wb = x1[:len(x0)], wa[:len(x0)], wb[:len(x0)]
	for k := range x0 {
		p, q := int64(x0[k]), int64(x1[k])
		a, b := wa[k], wb[k]
		a0 += a * p
		b0 += b * p
		a1 += a * q
		b1 += b * q
	}
	return a0, b0, a1, b1
}

func dot14(x []int16, wa, wb, wc, wd []int64) (a, b, c, d int64) {
	wa, wb, wc, wd = wa[:len(x)], wb[:len(x)], wc[:len(x)], wd[:len(x)]
	for k := range x {
		p := int64(x[k])
		a += wa[k] * p
		b += wb[k] * p
		c += wc[k] * p
		d += wd[k] * p
	}
	return a, b, c, d
}

// put parts the two sums that ride in v, scales them and adds the bias.
func (l *Linear) put(y []float32, o int, v int64) {
	lo := int32(v)
	hi := int32((v - int64(lo)) >> 32)
	y[o] = float32(float32(lo)*l.scale[o]) + l.bias[o]
	y[o+1] = float32(float32(hi)*l.scale[o+1]) + l.bias[o+1]
}

// Round writes x in fixed point, clipped to the range of an int16.
func Round(q []int16, x []float32) {
	x = x[:len(q)]
	for i, v := range x {
		// The sum is positive for every number in range, so that cutting off
		// its fraction rounds half up, the same on every machine.
		f := v * Fine
		if f > 32767 {
			f = 32767
		}
		if !(f >= -32767) { // a NaN, too
			f = -32767
		}
		q[i] = int16(int32(f+65536.5) - 65536)
	}
}

// Quantise rounds the rows of a matrix to 8 bits, one scale a row.
func Quantise(rows, cols int, w []float32) (q []int8, scale []float32) {
	q, scale = make([]int8, rows*cols), make([]float32, rows)
	for r := range rows {
		row := w[r*cols : (r+1)*cols]
		var top float32
		for _, v := range row {
			top = max(top, v, -v)
		}
		if top == 0 {
			continue
		}
		scale[r] = top / 127
		for c, v := range row {
			q[r*cols+c] = int8(math.RoundToEven(float64(v / scale[r])))
		}
	}
	return q, scale
}
