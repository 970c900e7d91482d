//go:build !amd64 || purego

package neural

func round16(n int, q *int16, x *float32)                             {}
func rectify8(n int, x *float32)                                      {}
func addPositive8(n int, dst, src *float32)                           {}
func addBytes8(n int, dst *float32, row *byte, scale float32)         {}
func sum16(n, count int, rows *[]float32, q *int16)                   {}
func gate8(n int, y *float32, yStep, half int, h *float32, hStep int) {}
func norm4(d int, x, gain, bias *float32, width, floor float32)       {}
func addRows32(n, count int, dst *float32, rows *uint32, data *byte, scale *float32) {
}
