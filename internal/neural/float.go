package neural

import "math"

// MatMul adds a·b to c: c is m rows of n, a is m×k with free strides, b is k
// rows of n. Strides count floats; rows of a may overlap, which is how a window
// over neighbouring rows is read without copying it. n is a multiple of 16 for
// the vector kernel; other widths take the plain way. It serves training, where
// the order of sums may differ between machines.
func MatMul(m, n, k int, a []float32, aRow, aCol int, b []float32, bRow int, c []float32, cRow int) {
	if m <= 0 || n <= 0 || k <= 0 {
		return
	}
	_, _, _ = a[(m-1)*aRow+(k-1)*aCol], b[(k-1)*bRow+n-1], c[(m-1)*cRow+n-1]
	if !vectors || n%16 != 0 {
		matMul(m, n, k, a, aRow, aCol, b, bRow, c, cRow)
		return
	}
	for j := 0; j < n; j += 16 {
		i := 0
		for ; i+6 <= m; i += 6 {
			gemm6(k, &a[i*aRow], aRow*4, aCol*4, &b[j], bRow*4, &c[i*cRow+j], cRow*4)
		}
		for ; i < m; i++ {
			gemm1(k, &a[i*aRow], aCol*4, &b[j], bRow*4, &c[i*cRow+j])
		}
	}
}

func matMul(m, n, k int, a []float32, aRow, aCol int, b []float32, bRow int, c []float32, cRow int) {
	for i := range m {
		row := c[i*cRow : i*cRow+n]
		for p := range k {
			f := a[i*aRow+p*aCol]
			if f == 0 {
				continue
			}
			for j, w := range b[p*bRow : p*bRow+n] {
				row[j] += f * w
			}
		}
	}
}

// AddRow adds src to dst, number by number. Both have the same length, a
// multiple of 8.
func AddRow(dst, src []float32) {
	if len(src) == 0 {
		return
	}
	dst = dst[:len(src)]
	if vectors && len(src)%8 == 0 {
		addRow(len(src), &dst[0], &src[0])
		return
	}
	for i, v := range src {
		dst[i] += v
	}
}

// Adam is one step of the method of Kingma and Ba (2015) without bias
// correction of its own: step holds the corrected rate.
type Adam struct{ Beta1, Rest1, Beta2, Rest2, Step, Epsilon float32 }

// Update moves the weights w against the gradient g, which it clears.
func (o *Adam) Update(w, g, m, v []float32) {
	if len(w) == 0 {
		return
	}
	g, m, v = g[:len(w)], m[:len(w)], v[:len(w)]
	if vectors && len(w)%8 == 0 {
		adam(len(w), &w[0], &g[0], &m[0], &v[0], &o.Beta1)
		return
	}
	for i := range w {
		m[i] = o.Beta1*m[i] + o.Rest1*g[i]
		v[i] = o.Beta2*v[i] + o.Rest2*g[i]*g[i]
		w[i] -= o.Step * m[i] / (float32(math.Sqrt(float64(v[i]))) + o.Epsilon)
		g[i] = 0
	}
}
