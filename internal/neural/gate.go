package neural

// scan runs the gates along the tokens, forwards for the first half of the
// width and backwards for the second, and adds what they hold to h. y has for
// each token the gates and the candidates of both halves; it is used up.
func scan(n, d int, y, h []float32) {
	half := d / 2
	if !vectors || half%8 != 0 || n == 0 {
		scanPlain(n, d, y, h)
		return
	}
	_, _ = y[2*n*d-1], h[n*d-1]
	for j := 0; j < half; j += 8 {
		gate8(n, &y[j], 8*d, 4*half, &h[j], 4*d)
		gate8(n, &y[(n-1)*2*d+d+j], -8*d, 4*half, &h[(n-1)*d+half+j], -4*d)
	}
}

func scanPlain(n, d int, y, h []float32) {
	half := d / 2
	for i := range n {
		var before []float32
		if i > 0 {
			before = y[(i-1)*2*d+half : (i-1)*2*d+d]
		}
		gate(y[i*2*d:i*2*d+half], y[i*2*d+half:i*2*d+d], before, h[i*d:i*d+half])
	}
	for i := n - 1; i >= 0; i-- {
		var before []float32
		if i+1 < n {
			before = y[(i+1)*2*d+d+half : (i+2)*2*d]
		}
		gate(y[i*2*d+d:i*2*d+d+half], y[i*2*d+d+half:(i+1)*2*d], before, h[i*d+half:(i+1)*d])
	}
}

// gate takes one step: what is held before (nil at the start) goes over to the
// candidates as far as the gates z are open. The candidates' place takes what is
// held now.
func gate(z, held, before, h []float32) {
	held, h = held[:len(z)], h[:len(z)]
	if before != nil {
		before = before[:len(z)]
	}
	for j, g := range z {
		open := 0.5 + float32(0.5*Bend(g))
		c := Bend(held[j])
		var b float32
		if before != nil {
			b = before[j]
		}
		v := b + float32(open*(c-b))
		held[j] = v
		h[j] += v
	}
}
