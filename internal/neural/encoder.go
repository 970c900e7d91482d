package neural

import "sync"

// Plan is the shape of an encoder, kept in its model file.
type Plan struct {
	Width   int    `json:"width"`   // of a token's state, a multiple of 16
	Layers  string `json:"layers"`  // 'c': window of three; 'g': gates to both sides
	Buckets int    `json:"buckets"` // rows for hashed affixes and shapes
	Extra   int    `json:"extra"`   // rows for the features that a caller adds
	Vector  int    `json:"vector"`  // width of the pretrained vectors, 0 without
	State   int    `json:"state"`   // width of another network's states, 0 without
}

// Item is one token as an encoder takes it.
type Item struct {
	Form string
	// Extra are hashes of any further features; they are folded into the rows
	// that the plan gives them.
	Extra []uint64
	// State is what another network knows of the token; nil where the plan has
	// none.
	State []int16
}

// Encoder turns the tokens of a sentence into states: what is known of each in
// its context. It is read-only and may be shared.
type Encoder struct {
	Plan    Plan
	lexicon *Lexicon
	vectors *Vectors
	rows    Table
	extra   Table
	vector  *Linear
	state   *Linear
	first   Norm
	layers  []layer
	pool    sync.Pool
}

type layer struct {
	gate bool
	w    *Linear
	norm Norm
}

// Table is an embedding table of 8-bit rows, one scale a row.
type Table struct {
	width int
	data  []byte
	scale []float32
}

// Rows is how many rows there are.
func (t *Table) Rows() int { return len(t.scale) }

// work is what one sentence's encoding needs; kept in a pool.
type work struct {
	cache []uint64 // hashes of the forms whose sums are kept
	sums  []float32
	h, y  []float32
	q     []int16
	lower []byte
	vec   []int16
	ids   []uint32
	given []int16 // states of another network
	keep  keeper
}

// kept is how many forms' sums a worker keeps, a power of two.
const kept = 4096

func (e *Encoder) get() *work {
	if w, ok := e.pool.Get().(*work); ok {
		return w
	}
	d := e.Plan.Width
	return &work{cache: make([]uint64, kept), sums: make([]float32, kept*d), vec: make([]int16, e.Plan.Vector)}
}

// Encode appends the states of a sentence's tokens to dst, Width numbers a
// token, in fixed point. Cost and memory are linear in the tokens.
func (e *Encoder) Encode(dst []int16, items []Item) []int16 {
	w := e.get()
	defer e.pool.Put(w)
	for len(items) > 0 {
		// A longer sentence is read in pieces, so that memory stays bounded.
		n := len(items)
		if n > Longest {
			n = Longest
		}
		dst = e.encode(dst, items[:n], w)
		items = items[n:]
	}
	return dst
}

// Longest is the longest stretch of tokens that is encoded at once.
const Longest = 256

func (e *Encoder) encode(dst []int16, items []Item, w *work) []int16 {
	n, d := len(items), e.Plan.Width
	w.h = grow(w.h, n*d)
	w.q = grow(w.q, (n+2)*d) // a row of zeros on either side
	clear(w.q[:d])
	clear(w.q[(n+1)*d:])
	for i := range items {
		e.input(w.h[i*d:(i+1)*d], &items[i], w)
	}
	e.states(items, w)
	e.first.Apply(w.h)
	inner := w.q[d : (n+1)*d]
	Round(inner, w.h)
	for i := range e.layers {
		l := &e.layers[i]
		w.y = grow(w.y, n*l.w.Out())
		if l.gate {
			l.w.Apply(n, inner, d, w.y)
			scan(n, d, w.y, w.h)
		} else {
			if i == 0 && e.keeps() {
				w.keep.window(e, items, inner, w.y)
			} else {
				l.w.Apply(n, w.q, d, w.y)
			}
			addPositive(w.h, w.y)
		}
		l.norm.Apply(w.h)
		Round(inner, w.h)
	}
	return append(dst, inner...)
}

// input writes the sum of all that is known of one token.
func (e *Encoder) input(x []float32, it *Item, w *work) {
	hash := Hash(it.Form) | kept // never zero
	slot := int(hash & (kept - 1))
	sum := w.sums[slot*len(x) : (slot+1)*len(x)]
	if w.cache[slot] != hash {
		e.lexical(sum, it.Form, w)
		w.cache[slot] = hash
	}
	copy(x, sum)
	w.ids = w.ids[:0]
	for _, h := range it.Extra {
		w.ids = append(w.ids, uint32(Mix(h)%uint64(e.extra.Rows())))
	}
	e.extra.AddAll(x, w.ids)
}

// states adds to each token's row what another network knows of it.
func (e *Encoder) states(items []Item, w *work) {
	k, d := e.Plan.State, e.Plan.Width
	if e.state == nil {
		return
	}
	w.given = grow(w.given, len(items)*k)
	for i := range items {
		if copy(w.given[i*k:(i+1)*k], items[i].State) < k {
			clear(w.given[i*k : (i+1)*k])
		}
	}
	w.y = grow(w.y, len(items)*d)
	e.state.Apply(len(items), w.given, k, w.y)
	for i := range items {
		if len(items[i].State) == k {
			AddRow(w.h[i*d:(i+1)*d], w.y[i*d:(i+1)*d])
		}
	}
}

func (e *Encoder) lexical(sum []float32, form string, w *work) {
	w.lower = Lower(w.lower[:0], form)
	w.ids = e.lexicon.Features(w.ids[:0], form, w.lower)
	clear(sum)
	if e.vector != nil {
		e.vectors.Find(LowerHash(w.lower), w.vec)
		e.vector.Apply(1, w.vec, len(w.vec), sum)
	}
	e.rows.AddAll(sum, w.ids)
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
