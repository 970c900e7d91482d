// Package neural holds the kernels and layers of the small networks that read:
// matrix products, layer norms, an encoder over words, and a labeller of
// sequences. It trains nothing (see internal/train) and knows no language.
//
// Every result is the same on every machine. Weights are 8-bit integers with one
// scale a row, activations 16-bit integers in steps of 2^-10, and a product is
// summed in 32-bit integers, whose sum does not depend on its order. What is left
// in floating point (norms, gates, scales) is written with one rounding an
// operation: explicit conversions forbid the compiler to fuse a multiplication
// with an addition, and only operations that IEEE 754 rounds correctly are used.
// So the vector kernels and the plain ones agree bit by bit.
package neural
