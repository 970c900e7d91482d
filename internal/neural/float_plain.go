//go:build !amd64 || purego

package neural

// vectors and wide are false where there are no vector kernels.
const vectors, wide = false, false

func gemm6(k int, a *float32, aRow, aCol int, b *float32, bRow int, c *float32, cRow int) {}
func gemm1(k int, a *float32, aCol int, b *float32, bRow int, c *float32)                 {}
func addRow(n int, dst, src *float32)                                                     {}
func adam(n int, w, grad, m, v, k *float32)                                               {}
