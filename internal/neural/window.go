package neural

// Without vectors the first window is dear, and most of it is the same work over
// and over: what a word adds to its own state and to those of its neighbours
// depends on its form alone, unless a caller added features. So these sums are
// kept by form.

// keeper keeps the three sums (for the state after, of and before a token) of
// the forms that were met last, as words of two lanes; see Linear.somePlain.
type keeper struct {
	hashes []uint64
	sums   []int64 // 3·width/2 a form
	now    []int64 // those of the sentence's tokens
}

// keeps tells whether the first layer is one that sums can be kept for.
func (e *Encoder) keeps() bool {
	return e.state == nil && len(e.layers) > 0 && !e.layers[0].gate && e.layers[0].w.packed == nil
}

// window does the first layer's product with kept sums; q are the rounded states
// of the items.
func (k *keeper) window(e *Encoder, items []Item, q []int16, y []float32) {
	d := e.Plan.Width
	l, row := e.layers[0].w, 3*d/2
	if k.hashes == nil {
		k.hashes, k.sums = make([]uint64, kept), make([]int64, kept*row)
	}
	k.now = grow(k.now, (len(items)+2)*row)
	clear(k.now[:row])
	clear(k.now[(len(items)+1)*row:])
	for i := range items {
		to, x := k.now[(i+1)*row:(i+2)*row], q[i*d:(i+1)*d]
		if len(items[i].Extra) > 0 {
			l.thirds(x, to)
			continue
		}
		hash := Hash(items[i].Form) | kept
		at := int(hash & (kept - 1))
		sums := k.sums[at*row : (at+1)*row]
		if k.hashes[at] != hash {
			l.thirds(x, sums)
			k.hashes[at] = hash
		}
		copy(to, sums)
	}
	half := d / 2
	for i := range items {
		before, of, after := k.now[i*row:i*row+half], k.now[(i+1)*row+half:(i+1)*row+d], k.now[(i+2)*row+d:(i+3)*row]
		out := y[i*d : (i+1)*d]
		for p, v := range of {
			out[2*p], out[2*p+1] = l.scaled(2*p, before[p]+v+after[p])
		}
	}
}

// thirds multiplies x with each third of the inputs' weights.
func (l *Linear) thirds(x []int16, sums []int64) {
	d, half := len(x), l.out/2
	for j := range 3 {
		for p := 0; p < half; p += 4 {
			at := p/4*l.in + j*d
			s := sums[j*half+p : j*half+p+4]
			s[0], s[1], s[2], s[3] = dotLanes(x, l.lanes[at:at+d])
		}
	}
}
