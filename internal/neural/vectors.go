package neural

// Vectors are pretrained vectors of words, rounded to 8 bits with one step for
// all: VectorStep/Fine. Words are lower case.
type Vectors struct {
	index *Index
	dims  int
	data  []byte // int8, dims a word
}

// VectorStep is the size of one 8-bit step of a vector, in activation steps.
const VectorStep = 20

// NewVectors holds dims numbers for each hash.
func NewVectors(hashes []uint64, dims int, data []byte) *Vectors {
	return &Vectors{index: NewIndex(hashes), dims: dims, data: data}
}

// Dims is the width of a vector.
func (v *Vectors) Dims() int { return v.dims }

// Find writes the vector of the word with the hash h in fixed point, or zeros,
// and tells whether the word is known. len(q) is Dims.
func (v *Vectors) Find(h uint64, q []int16) bool {
	n := v.index.Find(h)
	if n < 0 {
		clear(q)
		return false
	}
	for i, b := range v.data[n*v.dims : (n+1)*v.dims] {
		q[i] = int16(int8(b)) * VectorStep
	}
	return true
}
