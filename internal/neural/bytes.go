package neural

import "fmt"

// Bytes gives the numbers of an 8-bit tensor as they are stored.
func (f *File) Bytes(name string, cols int) ([]int8, error) {
	t, b, err := f.find(name, "i8")
	if err == nil && t.Cols != cols {
		err = fmt.Errorf("tensor %s is %d wide, not %d", name, t.Cols, cols)
	}
	if err != nil {
		return nil, err
	}
	out := make([]int8, t.Rows*t.Cols)
	for i := range out {
		out[i] = int8(b[i])
	}
	return out, nil
}
