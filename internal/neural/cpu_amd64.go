//go:build amd64 && !purego

package neural

// vectors tells whether this processor and its system run the AVX2 and FMA
// kernels. It is found once and never changed.
var vectors = hasVectors()

func cpuid(leaf, sub uint32) (a, b, c, d uint32)
func xgetbv() (lo uint32)

func hasVectors() bool {
	const fma, osxsave, avx, avx2 = 1 << 12, 1 << 27, 1 << 28, 1 << 5
	top, _, _, _ := cpuid(0, 0)
	if top < 7 {
		return false
	}
	_, _, c, _ := cpuid(1, 0)
	if c&fma == 0 || c&osxsave == 0 || c&avx == 0 || xgetbv()&6 != 6 {
		return false
	}
	_, b, _, _ := cpuid(7, 0)
	return b&avx2 != 0
}
