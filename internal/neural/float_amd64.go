//go:build amd64 && !purego

package neural

//go:noescape
func gemm6(k int, a *float32, aRow, aCol int, b *float32, bRow int, c *float32, cRow int)

//go:noescape
func gemm1(k int, a *float32, aCol int, b *float32, bRow int, c *float32)

//go:noescape
func addRow(n int, dst, src *float32)

//go:noescape
func adam(n int, w, grad, m, v, k *float32)
