package neural

import "math"

// Fine is the number of activation steps in one: an activation is an int16 in
// steps of 1/Fine.
const Fine = 1024

// Linear is y = W·x + b with W in 8-bit integers, one scale a row of W, and x in
// 16-bit fixed point. It is read-only and may be shared.
type Linear struct {
	in, out int        // out is a multiple of 16, in of 4
	packed  []int8     // for vectors: blocks of 16 outputs, pairs of inputs
	lanes   [][4]int64 // without: eight outputs in four words, see somePlain
	scale   []float32  // scale of a row, times 1/Fine
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
		l.packed = make([]int8, in*out)
		for o := range out {
			for i := range in {
				l.packed[(o/16)*16*in+(i/2)*32+(o%16)*2+i%2] = w[o*in+i]
			}
		}
		return l
	}
	l.lanes = make([][4]int64, in*out/8)
	for o := 0; o < out; o += 2 {
		for i := range in {
			l.lanes[o/8*in+i][o/2%4] = int64(w[o*in+i]) + int64(w[(o+1)*in+i])<<32
		}
	}
	return l
}

// Out is the number of outputs.
func (l *Linear) Out() int { return l.out }

// Apply multiplies n rows of x into n rows of y. xRow is the stride of x; rows
// may overlap.
func (l *Linear) Apply(n int, x []int16, xRow int, y []float32) { l.Some(n, x, xRow, 0, l.out, y) }

// Some is Apply for the outputs from from up to to, multiples of 16; the others
// of y stay as they are.
func (l *Linear) Some(n int, x []int16, xRow, from, to int, y []float32) {
	if n == 0 || from == to {
		return
	}
	_, _, _ = x[(n-1)*xRow+l.in-1], y[n*l.out-1], l.bias[to-1]
	if l.packed == nil {
		l.somePlain(n, x, xRow, from, to, y)
		return
	}
	for o := from; o < to; o += 16 {
		l.block(n, x, xRow, o, y)
	}
}

// block computes sixteen outputs from o on of all rows. Where rows are left
// over, some are done once more, since that is faster than one by one.
func (l *Linear) block(n int, x []int16, xRow, o int, y []float32) {
	w, scale, bias := &l.packed[o*l.in], &l.scale[o], &l.bias[o]
	i := 0
	if wide {
		for ; i+8 <= n; i += 8 {
			dot8(l.in/2, &x[i*xRow], xRow*2, w, scale, bias, &y[i*l.out+o], l.out*4)
		}
		if n > 8 && n-i > 4 {
			i = n - 8
			dot8(l.in/2, &x[i*xRow], xRow*2, w, scale, bias, &y[i*l.out+o], l.out*4)
			return
		}
	}
	for ; i+4 <= n; i += 4 {
		dot4(l.in/2, &x[i*xRow], xRow*2, w, scale, bias, &y[i*l.out+o], l.out*4)
	}
	if n > 4 && n-i > 1 {
		i = n - 4
		dot4(l.in/2, &x[i*xRow], xRow*2, w, scale, bias, &y[i*l.out+o], l.out*4)
		return
	}
	for ; i < n; i++ {
		dotRow(l.in/2, &x[i*xRow], w, scale, bias, &y[i*l.out+o])
	}
}

// dotRow is the product of one row with sixteen rows of weights.
func dotRow(pairs int, x *int16, w *int8, scale, bias, y *float32) {
	if wide {
		dot1wide(pairs, x, w, scale, bias, y)
		return
	}
	dot1(pairs, x, w, scale, bias, y)
}

// Part computes the outputs from from on, as many as y holds (a multiple of
// 16), for one row x.
func (l *Linear) Part(x []int16, from int, y []float32) {
	_, _ = x[l.in-1], l.bias[from+len(y)-1]
	if l.packed == nil {
		l.rowPlain(x[:l.in], from, y)
		return
	}
	for o := 0; o < len(y); o += 16 {
		dotRow(l.in/2, &x[0], &l.packed[(from+o)*l.in], &l.scale[from+o], &l.bias[from+o], &y[o])
	}
}

// somePlain does the same without vectors. Two weights ride in one 64-bit word,
// 32 bits apart, so that one multiplication makes two products; the borrow that
// a negative low half takes from the high one is given back at the end.
func (l *Linear) somePlain(n int, x []int16, xRow, from, to int, y []float32) {
	for i := range n {
		l.rowPlain(x[i*xRow:i*xRow+l.in], from, y[i*l.out+from:i*l.out+to])
	}
}

func (l *Linear) rowPlain(x []int16, from int, y []float32) {
	for o := from; o+8 <= from+len(y); o += 8 {
		k := o / 8 * l.in
		a, b, c, d := dotLanes(x, l.lanes[k:k+l.in])
		at := y[o-from : o-from+8]
		at[0], at[1] = l.scaled(o, a)
		at[2], at[3] = l.scaled(o+2, b)
		at[4], at[5] = l.scaled(o+4, c)
		at[6], at[7] = l.scaled(o+6, d)
	}
}

// dotLanes stays a function of its own, so that the loop has the registers that
// it needs.
//
//go:noinline
func dotLanes(x []int16, w [][4]int64) (a, b, c, d int64) {
	w = w[:len(x)]
	for k := range x {
		p, v := int64(x[k]), &w[k]
		a += v[0] * p
		b += v[1] * p
		c += v[2] * p
		d += v[3] * p
	}
	return a, b, c, d
}

// scaled parts the two sums that ride in v, scales them and adds the bias.
func (l *Linear) scaled(o int, v int64) (a, b float32) {
	lo, hi := parted(v)
	return float32(float32(lo)*l.scale[o]) + l.bias[o], float32(float32(hi)*l.scale[o+1]) + l.bias[o+1]
}

func parted(v int64) (lo, hi int32) {
	lo = int32(v)
	return lo, int32((v - int64(lo)) >> 32)
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
