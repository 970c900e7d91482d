package train

import (
	"math"

	"sitrep/internal/neural"
)

// gates is the scan of neural.Encoder over one sentence. y comes with the sums
// for gates and candidates; it goes with their S-curves, and h gets what they
// hold. Held values are found again on the way back.
func gates(n, d int, y, h []float32) {
	half := d / 2
	for side := range 2 {
		held := make([]float32, half)
		for step := range n {
			i := step
			if side == 1 {
				i = n - 1 - step
			}
			at := y[i*2*d+side*d:]
			for j := range half {
				at[j], at[half+j] = neural.Bend(at[j]), neural.Bend(at[half+j])
				held[j] += (0.5 + 0.5*at[j]) * (at[half+j] - held[j])
				h[i*d+side*half+j] += held[j]
			}
		}
	}
}

// gatesBack writes the gradient of y from that of h.
func gatesBack(n, d int, y, dh, dy []float32) {
	half := d / 2
	held := make([]float32, (n+1)*half) // before each step
	for side := range 2 {
		index := func(step int) int {
			if side == 1 {
				return n - 1 - step
			}
			return step
		}
		for step := range n {
			at := y[index(step)*2*d+side*d:]
			for j := range half {
				v := held[step*half+j]
				held[(step+1)*half+j] = v + (0.5+0.5*at[j])*(at[half+j]-v)
			}
		}
		carry := make([]float32, half)
		for step := n - 1; step >= 0; step-- {
			i := index(step)
			at, to := y[i*2*d+side*d:], dy[i*2*d+side*d:]
			for j := range half {
				dv := carry[j] + dh[i*d+side*half+j]
				z, c := 0.5+0.5*at[j], at[half+j]
				to[j] = dv * (c - held[step*half+j]) * 0.5 * slope(at[j])
				to[half+j] = dv * z * slope(c)
				carry[j] = dv * (1 - z)
			}
		}
	}
}

// slope is the derivative of Bend where its value is v.
func slope(v float32) float32 {
	r := max(1-v*v, 0)
	return r * float32(math.Sqrt(float64(r)))
}
