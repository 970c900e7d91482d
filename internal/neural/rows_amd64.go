//go:build amd64 && !purego

package neural

//go:noescape
func round16(n int, q *int16, x *float32)

//go:noescape
func rectify8(n int, x *float32)

//go:noescape
func addPositive8(n int, dst, src *float32)

//go:noescape
func addBytes8(n int, dst *float32, row *byte, scale float32)

//go:noescape
func addRows32(n, count int, dst *float32, rows *uint32, data *byte, scale *float32)

//go:noescape
func sum16(n, count int, rows *[]float32, q *int16)

//go:noescape
func gate8(n int, y *float32, yStep, half int, h *float32, hStep int)

//go:noescape
func norm4(d int, x, gain, bias *float32, width, floor float32)
