//go:build !amd64 || purego

package neural

func dot4(pairs int, x *int16, xRow int, w *int8, scale, bias, y *float32, yRow int) {}
func dot1(pairs int, x *int16, w *int8, scale, bias, y *float32)                     {}
func dot8(pairs int, x *int16, xRow int, w *int8, scale, bias, y *float32, yRow int) {}
func dot1wide(pairs int, x *int16, w *int8, scale, bias, y *float32)                 {}
