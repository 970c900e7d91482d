package neural

// Rows of numbers: each function takes the vector kernel where there is one and
// the length fits, and else the plain way, which gives the same bits.

// Round writes x in fixed point, clipped to the range of an int16.
func Round(q []int16, x []float32) {
	x = x[:len(q)]
	n := 0
	if vectors && len(q) >= 16 {
		n = len(q) &^ 15
		round16(n, &q[0], &x[0])
	}
	roundPlain(q[n:], x[n:])
}

func roundPlain(q []int16, x []float32) {
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

// Rectify sets negative numbers to zero, without a branch.
func Rectify(x []float32) {
	n := 0
	if vectors && len(x) >= 8 {
		n = len(x) &^ 7
		rectify8(n, &x[0])
	}
	for i, v := range x[n:] {
		x[n+i] = positive(v)
	}
}

// addPositive adds the positive numbers of src to dst.
func addPositive(dst, src []float32) {
	dst = dst[:len(src)]
	n := 0
	if vectors && len(src) >= 8 {
		n = len(src) &^ 7
		addPositive8(n, &dst[0], &src[0])
	}
	for i, v := range src[n:] {
		dst[n+i] += positive(v)
	}
}

// Hidden writes the sum of rows, negative numbers set to zero, in fixed point.
// All rows have the length of q, a multiple of 16; sum is as long, for use
// between.
func Hidden(q []int16, rows [][]float32, sum []float32) {
	if vectors && len(q) > 0 && len(q)%16 == 0 && len(rows) > 0 {
		for _, r := range rows {
			_ = r[len(q)-1]
		}
		sum16(len(q), len(rows), &rows[0], &q[0])
		return
	}
	sum = sum[:len(q)]
	clear(sum)
	for _, r := range rows {
		AddRow(sum, r)
	}
	Rectify(sum)
	Round(q, sum)
}

// AddAll adds rows to x one after the other.
func (t *Table) AddAll(x []float32, rows []uint32) {
	if !vectors || t.width%32 != 0 || t.width == 0 || len(rows) == 0 {
		for _, r := range rows {
			t.Add(x, r)
		}
		return
	}
	_ = x[t.width-1]
	for _, r := range rows {
		_, _ = t.scale[r], t.data[int(r+1)*t.width-1]
	}
	addRows32(t.width, len(rows), &x[0], &rows[0], &t.data[0], &t.scale[0])
}

// Add adds row r to x.
func (t *Table) Add(x []float32, r uint32) {
	s := t.scale[r]
	row := t.data[int(r)*t.width : (int(r)+1)*t.width]
	x = x[:len(row)]
	n := 0
	if vectors && len(row) >= 8 {
		n = len(row) &^ 7
		addBytes8(n, &x[0], &row[0], s)
	}
	for i, b := range row[n:] {
		x[n+i] += float32(float32(int8(b)) * s)
	}
}
