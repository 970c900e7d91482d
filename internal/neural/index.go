package neural

// Hash gives a 64-bit hash of s that is the same on every machine.
func Hash(s string) uint64 { return HashFrom(0, s) }

// HashFrom continues a hash with s; seeds part one kind of feature from another.
func HashFrom(seed uint64, s string) uint64 {
	h := 14695981039346656037 ^ Mix(seed)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return Mix(h)
}

// Mix scatters the bits of x (the finaliser of MurmurHash3, public domain).
func Mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// Index finds a word's number by its hash. It is read-only once made.
type Index struct {
	hashes []uint64
	slots  []uint32 // number+1, 0 where empty
}

// NewIndex numbers hashes in their order.
func NewIndex(hashes []uint64) *Index {
	size := 16
	for size < 2*len(hashes) {
		size *= 2
	}
	x := &Index{hashes: hashes, slots: make([]uint32, size)}
	for n, h := range hashes {
		at := h & uint64(size-1)
		for x.slots[at] != 0 {
			at = (at + 1) & uint64(size-1)
		}
		x.slots[at] = uint32(n + 1)
	}
	return x
}

// Len is how many words there are.
func (x *Index) Len() int { return len(x.hashes) }

// Find gives the number of the word with the hash h, or -1.
func (x *Index) Find(h uint64) int {
	mask := uint64(len(x.slots) - 1)
	for at := h & mask; x.slots[at] != 0; at = (at + 1) & mask {
		if n := x.slots[at] - 1; x.hashes[n] == h {
			return int(n)
		}
	}
	return -1
}
