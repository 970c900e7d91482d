//go:build amd64 && !purego

package neural

// vectors tells whether this processor and its system run the AVX2 and FMA
// kernels. It is found once and never changed.
var vectors = hasVectors()

// wide tells whether it runs those of AVX-512 VNNI, too, which make the same
// sums in fewer instructions.
var wide = vectors && hasWide()

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

func hasWide() bool {
	const f, bw, vnni, states = 1 << 16, 1 << 30, 1 << 11, 0xe6
	_, b, c, _ := cpuid(7, 0)
	return b&f != 0 && b&bw != 0 && c&vnni != 0 && xgetbv()&states == states
}
